import type { CommandKnowledge } from '../../knowledge/commands';
import { covers } from '../../text/span';
import type { PackageInstall } from '../installs/install';
import type { ShellCommand, ShellWord } from '../shell/shell-command';
import { LINK, type Walk } from '../shell/shell-walk';
import type { Place } from './places';

/** A path that a command names. */
export interface Mention {
  readonly place: Place;
  readonly word: ShellWord;
  /** `write`: only created, overwritten, or given another mode or owner. */
  readonly access: 'read' | 'write';
}

/** Flags whose value is where something is put, of the commands that download or unpack. */
const OUTPUT_FLAGS = new Set([
  '-o',
  '-O',
  '-P',
  '-C',
  '-d',
  '--output',
  '--output-document',
  '--output-dir',
  '--directory',
  '--directory-prefix',
  '-t',
  '--target',
  '--prefix',
  '--target-directory',
]);

const MAKES_OUTPUT = new Set(['curl', 'wget', 'tar', 'unzip', 'aria2c', 'axel', 'pip', 'pip3', 'bsdtar', '7z', 'svn']);

/** Commands that read nothing but take paths as arguments; those of others (`npm config set`, `useradd`) are words. */
const NAMES_FILES = new Set(
  [
    'cd',
    'chattr',
    'chcon',
    'chgrp',
    'chmod',
    'chown',
    'ls',
    'mkdir',
    'mkfifo',
    'mknod',
    'pushd',
    'restorecon',
    'rm',
  ].concat(['rmdir', 'setcap', 'setfacl', 'stat', 'touch', 'truncate']),
);

/** An argument of an installer that is a path rather than a package. */
const PATH_LIKE =
  /^(?:\.{0,2}\/|\.{1,2}$|~|\$\{|file:)|\.(?:deb|rpm|apk|whl|tgz|gem|nupkg|jar|txt|ya?ml|json|R|zip|tar(?:\.\w+)?|toml|cfg|list)$/;

/** The script file that an interpreter runs; undefined for inline code, a module, or standard input. */
export function scriptOf(command: ShellCommand): ShellWord | undefined {
  for (const word of command.arguments) {
    const { value } = word;
    if (value === '-' || value === '-c' || value === '-e' || value === '-m' || value === '-s' || value === '-r') return;
    if (!value.startsWith('-') && !value.startsWith('+')) return word;
  }
  return undefined;
}

export function readMentions(
  command: ShellCommand,
  walk: Walk,
  knowledge: CommandKnowledge | undefined,
  install: PackageInstall | undefined,
): Mention[] {
  const mentions: Mention[] = [];
  const { name, arguments: words } = command;
  const deed = knowledge?.deed;
  const picky = install !== undefined || deed === 'installs' || deed === 'fetches';
  const output = name !== undefined && MAKES_OUTPUT.has(name);
  const script = deed === 'runs' ? scriptOf(command) : undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const { value } = word;
    if (install?.directory && covers(word, install.directory)) continue;
    // `tar xzf a.tgz`: flags without a dash.
    if (at === 0 && (name === 'tar' || name === 'bsdtar' || name === 'ar') && /^[A-Za-z]+$/.test(value)) continue;
    if (value.startsWith('-')) {
      const equals = value.indexOf('=');
      if (equals === -1) {
        if (!output && /^-[A-Za-z][./$~]/.test(value)) mention(mentions, walk, word, value.slice(2), 'read');
        continue;
      }
      if ((output || picky) && OUTPUT_FLAGS.has(value.slice(0, equals))) continue;
      const rest = value.slice(equals + 1);
      if (rest.includes('/') || PATH_LIKE.test(rest)) mention(mentions, walk, word, rest, 'read');
      continue;
    }
    if (at > 0 && (output || install !== undefined) && OUTPUT_FLAGS.has(words[at - 1]!.value)) {
      mention(mentions, walk, word, value, 'write');
      continue;
    }
    if (install?.manifestWords.includes(word)) mention(mentions, walk, word, value, 'read');
    else if (deed === 'touches' && !NAMES_FILES.has(name ?? '')) {
      if (name !== 'echo' && /^(?:\.{0,2}\/|~)/.test(value)) mention(mentions, walk, word, value, 'write');
    } else if (picky) {
      if (PATH_LIKE.test(walk.expand(value)) && !(name === 'git' && at > 0)) {
        mention(mentions, walk, word, value, 'read');
      }
    } else if (word !== script) {
      const path = value.startsWith('@') ? value.slice(1) : value;
      mention(mentions, walk, word, path, deed === 'touches' ? 'write' : 'read');
    }
  }
  if (name === 'go') mentions.push(...goPackages(command, walk));
  for (const { name: variable, value } of command.assignments) {
    if (value.value.includes('/') && variable !== 'BUNDLE_GEMFILE') {
      mention(mentions, walk, value, value.value, 'read');
    }
  }
  for (const { operator, target } of command.redirects) {
    if (!target || operator.startsWith('<<')) continue;
    mention(mentions, walk, target, target.value, operator.includes('<') ? 'read' : 'write');
  }
  return mentions;
}

/** Adds the path that a word, or a part of it, is. */
function mention(mentions: Mention[], walk: Walk, word: ShellWord, value: string, access: Mention['access']): void {
  // Of `/opt/{a,b}` the parser's value leaves the braces out.
  if (word.text.includes('{') && /\{[^{}$]*,[^{}]*\}/.test(word.text) && !word.text.startsWith("'")) {
    mentions.push({ place: walk.place(/\{[^}]*\//.test(word.text) ? '${…}' : word.text), word, access });
    return;
  }
  const text = walk.expand(value);
  // A variable may hold nothing, or a list of packages.
  if (text !== '' && !LINK.test(text) && (text === value || !/\s/.test(text))) {
    mentions.push({ place: walk.place(value), word, access });
  }
}

/** Where GOPATH keeps a package that is named by its import path. */
function goPackages(command: ShellCommand, walk: Walk): Mention[] {
  const root = walk.expand('${GOPATH}');
  const base = root.includes('${') ? '/go' : root.split(':', 1)[0]!;
  return command.arguments
    .filter(({ value }) => /^[\w${}]+(?:\.\w+)*\/[^@]*$/.test(value) && !value.startsWith('-'))
    .map((word) => ({
      word,
      place: walk.place(`${base}/src/${word.value.replace(/\/?\.\.\.$/, '')}`),
      access: 'read',
    }));
}
