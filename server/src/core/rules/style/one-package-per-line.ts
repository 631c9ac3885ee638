import type { Build } from '../../model/build-types';
import type { PackageInstall } from '../../model/installs/install';
import type { ShellWord } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, replace } from '../../text/edit';
import { lineAt } from '../../text/source';
import { type Finding, type Fix, optionOf, type Rule, type RuleOption } from '../rule';

const most: RuleOption<number> = {
  name: 'packages',
  summary: 'How many packages may stand on one line.',
  default: 5,
};

export const onePackagePerLine: Rule = {
  id: 'style/one-package-per-line',
  aliases: ['tally/newline-per-chained-call'],
  severity: 'off',
  strict: 'hint',
  about: { instructions: ['RUN'] },
  options: [most],
  summary: 'Give each package of a long install a line of its own.',
  why: `With a line for each package, a change shows which one came or went, and a comment has a place. An install with more than five
    packages on one line is reported; the option \`packages\` sets another number.`,
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl g++ gcc git make patch
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 6 packages stand on one line.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y \
            curl \
            g++ \
            gcc \
            git \
            make \
            patch
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    const limit = optionOf(settings, most);
    for (const install of build.installs) {
      const { packages } = install;
      if (packages.length <= limit) continue;
      for (const line of linesOf(build, packages)) {
        if (line.length <= limit) continue;
        found.push({
          at: { start: line[0]!.start, end: line.at(-1)!.end },
          message: `${line.length} packages stand on one line.`,
          fix: () => split(build, install, line),
        });
      }
    }
    return found;
  },
};

function linesOf({ source }: Build, words: readonly ShellWord[]): ShellWord[][] {
  const lines: ShellWord[][] = [];
  let last = -1;
  for (const word of words) {
    const line = lineAt(source, word.start);
    if (line === last) lines.at(-1)!.push(word);
    else lines.push([word]);
    last = line;
  }
  return lines;
}

/** A continuation in front of each package that does not start its line. */
function split(
  { source, escape }: Build,
  { command }: PackageInstall,
  packages: readonly ShellWord[],
): Fix | undefined {
  const { script, quotedBy, words } = command;
  const { text, lineStarts, newline } = source;
  // The shell would not take the CR for the end of a line.
  if (script.form === 'heredoc' && newline === '\r\n') return undefined;
  if (
    script.form === 'exec' ||
    quotedBy ||
    packages.some(({ start, end, text: written }) => text.slice(start, end) !== written)
  )
    return undefined;
  const start = lineStarts[lineAt(source, packages[0]!.start)]!;
  const own = /^[ \t]*/.exec(text.slice(start))![0];
  const begins = text.slice(start, packages[0]!.start).trim() === '';
  const indent = begins ? own : `${own}${own.includes('\t') ? '\t' : '    '}`;
  const mark = script.form === 'heredoc' ? '\\' : escape;
  const edits: Edit[] = [];
  for (const one of packages) {
    if (one === packages[0] && begins) continue;
    const before = words[words.indexOf(one) - 1];
    if (!before) return undefined;
    const gap = { start: before.end, end: one.start };
    // A redirection, or a continuation, may stand between two words.
    if (!/^[ \t]+$/.test(text.slice(gap.start, gap.end))) continue;
    edits.push(replace(gap, ` ${mark}${newline}${indent}`));
  }
  return { title: 'Give each package its own line', edits };
}
