import type { Build } from '../../model/build-types';
import type { Instruction, Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const workdirTilde: Rule = {
  id: 'correctness/workdir-tilde',
  severity: 'warning',
  summary: 'Write a home directory with its whole path.',
  why: `Only a shell makes a home directory of \`~\`. WORKDIR, COPY and ADD take it for a name: they make a directory that is called
    \`~\`, below the working directory. Variables such as HOME don't help either, since they are set when a process starts.`,
  fixable: { safety: 'unsafe', because: 'The files end up in another directory: the one that was meant.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY bashrc ~/.bashrc
                    ^ COPY takes ~ for a directory of that name, not for the home directory.
      `,
      good: dockerfile`
        FROM debian:12
        COPY bashrc /root/.bashrc
      `,
    },
  ],
  about: { instructions: ['ADD', 'COPY', 'WORKDIR'], texts: ['~'] },

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      const path = pathOf(instruction);
      if (!path?.value.startsWith('~')) continue;
      const start = build.source.text.indexOf('~', path.start);
      found.push({
        at: { start, end: start + 1 },
        message: `${instruction.keyword} takes ~ for a directory of that name, not for the home directory.`,
        fix: () => findFix(build, instruction, path, start),
      });
    }
    return found;
  },
};

function pathOf(instruction: Instruction): Word | undefined {
  switch (instruction.keyword) {
    case 'WORKDIR':
      return instruction.words[0];
    case 'ADD':
    case 'COPY':
      return instruction.destination;
    default:
      return undefined;
  }
}

/** `~name` is somebody else's home. */
function findFix(build: Build, { index }: Instruction, { value }: Word, start: number): Fix | undefined {
  const { home } = build.states[index]!;
  if (home === undefined || !/^~(?:\/|$)/.test(value)) return undefined;
  return { title: `Write ${home}`, edits: [replace({ start, end: start + 1 }, home)] };
}
