import type { Build } from '../../model/build-types';
import type { PackageInstall } from '../../model/installs/install';
import type { ShellWord } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, replace } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Finding, Fix, Rule } from '../rule';

export const sortPackages: Rule = {
  id: 'style/sort-packages',
  aliases: ['tally/sort-packages'],
  severity: 'hint',
  about: { instructions: ['RUN'] },
  summary: 'Sort the packages of an install that takes several lines.',
  why: `In a sorted list a package is quickly found, is not added twice, and two changes of the list seldom meet. Versions and the like are
    left out of the comparison; variables and flags keep their place. Lists on one line are left alone, and so are lists that comments
    divide into sorted groups. A comment moves with the line below it. Only the order of the words changes; system packages are
    installed in an order of the package manager's own.`,
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y \
            git \
            curl \
            ^^^^ This package is out of order; a sorted list is easier to read and to change.
            make
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y \
            curl \
            git \
            make
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const install of build.installs) {
      const { packages, command } = install;
      if (packages.length < 2 || isOnOneLine(build, packages) || command.script.form === 'exec') continue;
      const words = packages.filter(({ literal }) => literal);
      const at = firstWrong(words);
      if (!at || isGrouped(install, words)) continue;
      found.push({
        at,
        message: 'This package is out of order; a sorted list is easier to read and to change.',
        fix: () => sorted(build, install, words),
      });
    }
    return found;
  },
};

function isOnOneLine({ source }: Build, packages: readonly ShellWord[]): boolean {
  return lineAt(source, packages[0]!.start) === lineAt(source, packages.at(-1)!.start);
}

/** The first word that should stand in front of the one before, in each of the orders that people use. */
function firstWrong(words: readonly ShellWord[]): ShellWord | undefined {
  const first = wrongBy(keyOf, words);
  return first === -1 || wrongBy(lettersOf, words) === -1 ? undefined : words[first];
}

/** The place of the first word that should stand in front of the one before, in the order of some keys; -1 for none. */
function wrongBy(key: (word: ShellWord) => string, words: readonly ShellWord[]): number {
  let before = '';
  for (let at = 0; at < words.length; at++) {
    const own = key(words[at]!);
    if (own < before) return at;
    before = own;
  }
  return -1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The name without what says which of its versions, parts or machines. */
function keyOf({ value }: ShellWord): string {
  const name = value.toLowerCase();
  const end = name.search(/(?<!^)[=<>~!:@[;]/);
  return end === -1 ? name : name.slice(0, end);
}

/** The same as sort(1) looks at it in most languages, where signs count last. */
function lettersOf(word: ShellWord): string {
  return keyOf(word).replace(/[^a-z0-9]/g, '');
}

/** Whether comments divide the list into groups, each of them sorted. */
function isGrouped(install: PackageInstall, words: readonly ShellWord[]): boolean {
  const comments = commentsIn(install, words);
  if (comments.length === 0) return false;
  const groups: ShellWord[][] = [[]];
  let last = words[0]!.start;
  for (const word of words) {
    if (comments.some(({ start }) => last < start && start < word.start)) groups.push([]);
    groups.at(-1)!.push(word);
    last = word.start;
  }
  return groups.some(({ length }) => length > 1) && groups.every((group) => firstWrong(group) === undefined);
}

function commentsIn({ instruction, command }: PackageInstall, words: readonly ShellWord[]) {
  const from = command.start;
  const to = words.at(-1)!.start;
  return instruction.inner.filter(({ start }) => from < start && start < to);
}

/** Puts the words into each other's places, with the comments above them. */
function sorted(build: Build, install: PackageInstall, words: readonly ShellWord[]): Fix | undefined {
  const { source } = build;
  const { text } = source;
  const { command, manager, flags } = install;
  // A version behind gem's or conda's flag belongs to the word next to it.
  if (command.quotedBy || flags.some(({ name }) => name === '-v' || name === '--version')) return undefined;
  if (words.some(({ start, end, text: written }) => text.slice(start, end) !== written)) return undefined;
  const order = [...words].sort((a, b) => compare(keyOf(a), keyOf(b)) || words.indexOf(a) - words.indexOf(b));
  const comments = commentsIn(install, words);
  const slots = words.map((word) => {
    const line = lineAt(source, word.start);
    let first = line;
    while (comments.some((comment) => lineAt(source, comment.start) === first - 1)) first--;
    const start = source.lineStarts[first]!;
    const alone = text.slice(source.lineStarts[line]!, word.start).trim() === '';
    return {
      word,
      line,
      above: text.slice(start, source.lineStarts[line]!),
      start: first < line ? start : word.start,
      alone,
    };
  });
  if (comments.length > 0) {
    // With several words on a line it is not clear to which the comment belongs.
    if (new Set(slots.map(({ line }) => line)).size < slots.length) return undefined;
    if (slots.some(({ alone }, index) => !alone && slots.find(({ word }) => word === order[index])!.above !== ''))
      return undefined;
  }
  const edits: Edit[] = [];
  for (const [index, slot] of slots.entries()) {
    const wanted = slots.find(({ word }) => word === order[index])!;
    if (wanted === slot) continue;
    const indent = text.slice(source.lineStarts[slot.line]!, slot.word.start);
    const start = slot.above === '' && wanted.above !== '' ? source.lineStarts[slot.line]! : slot.start;
    const isWhole = start !== slot.word.start;
    edits.push(
      replace(
        { start, end: slot.word.end },
        isWhole ? `${wanted.above}${indent}${wanted.word.text}` : wanted.word.text,
      ),
    );
  }
  return { title: 'Sort the packages', edits, ...(manager.kind === 'system' ? {} : { safety: 'unsafe' as const }) };
}
