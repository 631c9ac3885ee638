import { toPath } from '../../knowledge/images/image-paths';
import type { Build } from '../../model/build-types';
import { isSystemDirectory } from '../../model/multi-stage/run-effects';
import { commandsNamed } from '../../model/shell/named-commands';
import type { CopyInstruction, Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const copyMultipleNeedsSlash: Rule = {
  id: 'correctness/copy-multiple-needs-slash',
  aliases: ['DL3021', 'DS011'],
  severity: 'error',
  hadolint: 'error',
  summary: 'End the destination of several sources with a slash.',
  why: `Without a slash at its end, a destination that is not there yet is a file: BuildKit writes one source over the other under that
    name, and other builders stop. Where the destination is known to be a directory the slash may be missing: \`.\`, \`..\`, a
    directory that the file itself makes or that every image has. A path that starts with a variable is not reported either. The
    hadolint preset reports all of these. ADD is not looked at.`,
  fixable: {
    safety: 'unsafe',
    because: 'Where one file was written over the other there is now a directory with both.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY app.conf log.conf /etc/shop
                               ^^^^^^^^^ Several sources are copied to one name, each over the other: end it with a slash.
      `,
      good: dockerfile`
        FROM debian:12
        COPY app.conf log.conf /etc/shop/
      `,
    },
  ],
  about: { instructions: ['COPY'] },

  check(build, { hadolint }) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      if (instruction.keyword !== 'COPY') continue;
      const copy = instruction as CopyInstruction;
      const { destination, sources, heredocs } = copy;
      if (!destination || sources.length + heredocs.length < 2) continue;
      if (destination.text.replace(/["']+$/, '').endsWith('/')) continue;
      if (!hadolint && isDirectory(build, copy, destination)) continue;
      found.push({
        at: destination,
        message: 'Several sources are copied to one name, each over the other: end it with a slash.',
        fix: (): Fix => ({ title: 'Append a slash', edits: [insert(endOf(destination), '/')] }),
      });
    }
    return found;
  },
};

/** In front of a closing quote. */
function endOf({ text, end }: Word): number {
  return end - /["']*$/.exec(text)![0].length;
}

function isDirectory(build: Build, { index, stage }: CopyInstruction, { text, value }: Word): boolean {
  if (/^["']*\$/.test(text) || /(?:^|\/)\.{1,2}$/.test(value)) return true;
  if (build.stages[stage]?.os === 'windows') return /[\\/]$/.test(value);
  if (value.includes('$')) return false;
  const path = toPath(value, build.states[index]!.workdir);
  if (path === undefined) return false;
  if (isSystemDirectory(path) && build.stages[stage]?.root !== 'scratch') return true;
  return isWorkdir(build, index, path) || isMade(build, index, path);
}

/** Whether a WORKDIR above is, or lies in, the directory. */
function isWorkdir({ states }: Build, before: number, path: string): boolean {
  return states
    .slice(0, before + 1)
    .some(({ workdir, workdirSet }) => workdirSet && workdir !== undefined && `${workdir}/`.startsWith(`${path}/`));
}

function isMade(build: Build, before: number, path: string): boolean {
  return commandsNamed(build, 'mkdir', 'install').some(
    ({ script, arguments: words }) =>
      script.instruction.index < before &&
      words.some(({ value, literal }) => {
        const made = literal && toPath(value, build.states[script.instruction.index]!.workdir);
        return made && `${made}/`.startsWith(`${path}/`);
      }),
  );
}
