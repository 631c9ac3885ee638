import type { Build } from '../../model/build-types';
import { insertLine } from '../../model/stages/arg-line';
import { isPlainAbsolute, knownDirectory, toAbsolute } from '../../model/stages/workdir';
import type { CopyInstruction } from '../../model/syntax/instruction';
import { readPlainImage } from '../../model/syntax/plain-image';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Fix, Rule } from '../rule';

export const copyRelativeWithoutWorkdir: Rule = {
  id: 'correctness/copy-relative-without-workdir',
  aliases: ['DL3045'],
  severity: 'warning',
  hadolint: 'warning',
  summary: 'Set WORKDIR before copying to a relative path.',
  why: `Without a WORKDIR, a relative destination is taken from the directory that the base image ends in, which is the root directory
    for most and may change with its next release. A WORKDIR in the stage, or in a stage that it builds on, says where files go. ADD is
    not looked at. hadolint finds the stage that is built on by its name in the text, so two stages without names that are FROM one
    image share what it knows of them.`,
  fixable: { safety: 'unsafe', because: 'The files, and the process that is started, end up in another directory.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY dist .
                  ^ The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.
      `,
      good: dockerfile`
        FROM debian:12
        WORKDIR /app
        COPY dist .
      `,
    },
  ],
  about: { instructions: ['COPY'] },

  check(build, { hadolint }) {
    const found: Finding[] = [];
    for (const copy of hadolint ? plainCopies(build) : copies(build)) {
      const { destination } = copy;
      if (!destination || isPlainAbsolute(destination.text)) continue;
      if (build.stages[copy.stage]?.os === 'windows' && destination.value.startsWith('\\')) continue;
      found.push({
        at: destination,
        message:
          'The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.',
        fix: (): Fix => ({ title: 'Insert WORKDIR /app', edits: [insertLine(build, copy, 'WORKDIR /app')] }),
        alternatives: () => {
          const path = toAbsolute(destination, knownDirectory(build, copy));
          return path ? [path] : [];
        },
      });
    }
    return found;
  },
};

/** The COPYs behind no WORKDIR. */
function copies({ instructions, states }: Build): CopyInstruction[] {
  const found: CopyInstruction[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword === 'COPY' && !states[instruction.index]!.workdirSet)
      found.push(instruction as CopyInstruction);
  }
  return found;
}

/** The same by hadolint's memory: by the name that a stage has in the text, or its image's. */
function plainCopies({ instructions }: Build): CopyInstruction[] {
  const found: CopyInstruction[] = [];
  const known = new Set<string>();
  let name = '';
  let set = false;
  for (const instruction of instructions) {
    switch (instruction.keyword) {
      case 'FROM': {
        const image = readPlainImage(instruction.imageWord.value).name;
        set = known.has(image);
        name = instruction.alias?.text ?? image;
        if (set) known.add(name);
        else known.delete(name);
        break;
      }
      case 'WORKDIR':
        set = true;
        known.add(name);
        break;
      case 'COPY':
        if (!set) found.push(instruction as CopyInstruction);
        break;
      default:
    }
  }
  return found;
}
