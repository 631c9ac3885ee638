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
  const add = (word: ShellWord, value: string, access: Mention['access']) => {
    // Of `/opt/{a,b}` the parser's value leaves the braces out.
    if (/\{[^{}$]*,[^{}]*\}/.test(word.text) && !word.text.startsWith("'")) {
      mentions.push({ word, place: walk.place(/\{[^}]*\//.test(word.text) ? '${…}' : word.text), access });
      return;
    }
    const text = walk.expand(value);
    // A variable may hold nothing, or a list of packages.
    if (text !== '' && !LINK.test(text) && (text === value || !/\s/.test(text))) {
      mentions.push({ word, place: walk.place(value), access });
    }
  };
  const deed = knowledge?.deed;
  const picky = install !== undefined || deed === 'installs' || deed === 'fetches';
  const output = command.name !== undefined && MAKES_OUTPUT.has(command.name);
  const words = command.arguments;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const { value } = word;
    if (install?.directory && covers(word, install.directory)) continue;
    // `tar xzf a.tgz`: flags without a dash.
    if (at === 0 && /^(?:bsd)?tar$|^ar$/.test(command.name ?? '') && /^[A-Za-z]+$/.test(value)) continue;
    if (value.startsWith('-')) {
      const equals = value.indexOf('=');
      if (equals === -1) {
        const glued = /^-[A-Za-z](?=[./$~])/.test(value) ? value.slice(2) : '';
        if (glued !== '' && !output) add(word, glued, 'read');
        continue;
      }
      if (OUTPUT_FLAGS.has(value.slice(0, equals)) && (output || picky)) continue;
      const rest = value.slice(equals + 1);
      if (rest.includes('/') || PATH_LIKE.test(rest)) add(word, rest, 'read');
      continue;
    }
    const isOutput = at > 0 && (output || install !== undefined) && OUTPUT_FLAGS.has(words[at - 1]!.value);
    if (isOutput) {
      add(word, value, 'write');
      continue;
    }
    if (install?.manifestWords.includes(word)) add(word, value, 'read');
    else if (deed === 'touches' && !NAMES_FILES.has(command.name ?? '')) {
      if (/^(?:\.{0,2}\/|~)/.test(value) && command.name !== 'echo') add(word, value, 'write');
    } else if (picky) {
      if (PATH_LIKE.test(walk.expand(value)) && !(command.name === 'git' && at > 0)) add(word, value, 'read');
    } else if (deed !== 'runs' || word !== scriptOf(command)) {
      add(word, value.startsWith('@') ? value.slice(1) : value, deed === 'touches' ? 'write' : 'read');
    }
  }
  if (command.name === 'go') mentions.push(...goPackages(command, walk));
  for (const { name, value } of command.assignments) {
    if (value.value.includes('/') && name !== 'BUNDLE_GEMFILE') add(value, value.value, 'read');
  }
  for (const { operator, target } of command.redirects) {
    if (!target || operator === '<<<' || operator.startsWith('<<')) continue;
    add(target, target.value, operator.includes('<') ? 'read' : 'write');
  }
  return mentions;
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
