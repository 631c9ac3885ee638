import type { Build } from '../../model/build-types';
import { cutRow, mergeRow } from '../../model/runs/merge-rows';
import type { ShellScript } from '../../model/shell/shell-command';
import type { Mount } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { table } from '../../text/table';
import type { Finding, Fix, Rule } from '../rule';

export const consecutiveRuns: Rule = {
  id: 'style/consecutive-runs',
  aliases: ['DL3059', 'tally/prefer-run-heredoc', 'Multiple RUN, ADD, COPY, Instructions Listed'],
  severity: 'off',
  strict: 'hint',
  hadolint: 'info',
  about: { instructions: ['RUN'] },
  summary: 'Write neighbouring RUNs of one command each as one RUN.',
  why: `Each RUN makes a layer, and files that a later one deletes stay in the layer before. Two RUNs count as neighbours where nothing
    but comments is between, their flags are the same, and neither holds more than one command; the later one is reported. A RUN of
    several commands is left alone, and so is the one behind it. Commands inside \`$(…)\` count, and a RUN whose text is no shell has
    none. Separate RUNs are right where one of them takes long and the other changes often: the cache then keeps the first.`,
  fixable: { safety: 'unsafe', because: 'The cache then keeps all of it or nothing.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN groupadd app
        RUN useradd -g app app
        ^^^ This RUN makes a layer of its own; it could be part of the RUN before.
      `,
      good: dockerfile`
        FROM debian:12
        RUN groupadd app && \
            useradd -g app app
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    /** RUNs that could be one; the first is what the others are measured by. */
    let row: ShellScript[] = [];
    let at = -1;
    for (const script of build.scripts) {
      const { instruction } = script;
      const follows = row.length > 0 && instruction.index === at + 1;
      at = instruction.index;
      if (instruction.body.start === instruction.body.end) {
        row = [];
        continue;
      }
      if (follows && isSimilar(row[0]!, script)) {
        row.push(script);
        const rest = row;
        found.push({
          at: instruction.keywordSpan,
          message: 'This RUN makes a layer of its own; it could be part of the RUN before.',
          fix: () => merged(build, rest, script),
        });
      } else row = [script];
    }
    return found;
  },
};

function isSimilar(a: ShellScript, b: ShellScript): boolean {
  if (a.instruction.flags.length === 0 && b.instruction.flags.length === 0) return isSingle(a) && isSingle(b);
  return flagsOf(a) === flagsOf(b) && isSingle(a) && isSingle(b);
}

function isSingle({ plainCommands }: ShellScript): boolean {
  return plainCommands.length <= 1;
}

/** Mounts in any order, each once, and the other flags. */
function flagsOf({ instruction: { flags, mounts } }: ShellScript): string {
  const others = flags.filter(({ name }) => name !== 'mount').map(({ name, value }) => `${name}=${value?.value}`);
  return [...new Set([...mounts.map(toKey), ...others])].sort().join('\n');
}

const CANONICAL: Readonly<Record<string, string>> = table({
  src: 'source',
  dst: 'target',
  destination: 'target',
  ro: 'readonly',
  rw: 'readwrite',
});

/** What a mount says, whatever the order of its options. */
function toKey({ type, options }: Mount): string {
  const said = options.filter(({ key }) => key !== 'type').map(({ key, value }) => `${CANONICAL[key] ?? key}=${value}`);
  return `mount=${type},${said.sort().join(',')}`;
}

/** The edit of the refactoring merge-run, where it can be done. */
function merged(build: Build, row: readonly ShellScript[], script: ShellScript): Fix | undefined {
  const part = cutRow(build, row).find(({ scripts }) => scripts.includes(script));
  if (!part || part.scripts.length === 1) return undefined;
  const { edits, notes } = mergeRow(build, part.scripts);
  return { title: `Merge ${part.scripts.length} RUN lines`, edits, notes, refactoring: 'merge-run' };
}
