import { SYSTEM_DIRECTORIES } from '../../knowledge/steady-files';
import type { Build } from '../build-types';
import type { CommandFacts, RunFacts } from '../multi-stage/runs';
import type { ShellWord } from '../shell/shell-command';
import { expand } from '../stages/variables';
import type { RunInstruction } from '../syntax/instruction';
import type { CopiedItem } from './copied';
import type { Located } from './located';
import { isIn, type Place, type Relation, readDirectories, readPlace, relate } from './places';

/**
 * Whether no command of a RUN could read, change or even list what is copied if it went out of its way: nothing near it is named,
 * worked in or unpacked into, and nothing that runs is of unknown effect. What holds here makes a move safe.
 */
export function isOutOfReach({ source }: Build, item: CopiedItem, facts: RunFacts): boolean {
  const { place } = item;
  if (place.root !== '/' || place.parts.length === 0 || isIn(place, SHARED)) return false;
  const { state, commands, instruction } = facts;
  const start = commands[0]?.start;
  const home = state.scope.lookup('HOME')?.value ?? state.home;
  // Settings in a home directory are read by whatever runs.
  if (home && relate(readPlace(home, place), place) !== 'apart') return false;
  // The linker's cache is renewed by packages, and lists libraries where its settings say.
  const isLibrary = item.tree || /\.so\b/.test(place.parts.at(-1)!);
  if (isLibrary && source.text.includes('ld.so.conf') && commands.some(({ cost }) => cost === 'system')) return false;
  if (facts.made.some((made) => relate(made, place) !== 'apart')) return false;
  if (start && instruction.mounts.some(({ target }) => target && relate(readPlace(target, start), place) !== 'apart'))
    return false;
  return commands.every((command) => isIndifferent(command, item));
}

/** Whether programs are looked for in what is copied: one of them may take the place of any that a RUN calls by its name. */
export function isOnPath({ place }: CopiedItem, run: RunInstruction, { instructions, states }: Build): boolean {
  return instructions.some(
    (env) =>
      env.keyword === 'ENV' &&
      env.index < run.index &&
      env.pairs.some(
        ({ name, value }) =>
          name.value === 'PATH' &&
          value !== undefined &&
          expand(value, states[env.index]!.scope)
            .value.split(':')
            .some((folder) => folder.startsWith('/') && relate(readPlace(folder, place), place) !== 'apart'),
      ),
  );
}

function isIndifferent(facts: CommandFacts, item: CopiedItem): boolean {
  const { command, knowledge, install, directory, mentions, separable } = facts;
  const { place } = item;
  if (command.name === undefined && command.nameWord) return false;
  const isClear = mentions.every((mention) => {
    const relation = relate(mention.place, place);
    // To go to `/` is to look at nothing in it.
    if (relation === 'apart') return !/[*?[{]/.test(mention.place.parts[0] ?? '');
    return relation === 'around' && isRoot(mention.place) && command.name === 'cd';
  });
  if (!isClear || hintsAt(facts, place)) return false;
  if (command.name === undefined) return true;
  if (reachesBelow(facts, item)) return false;
  if (install && install.manager.kind !== 'system') {
    const relation = relate(directory, place);
    return !separable && !install.fromManifest && (relation === 'apart' || relation === 'inside');
  }
  switch (knowledge?.deed) {
    case 'touches':
    case 'carries':
    case 'reads':
    case 'fetches':
      return true;
    case 'configures':
      return !isIn(place, PACKAGED);
    case 'installs':
      return knowledge.system === true && !mayOwn(facts, item);
    default:
      return false;
  }
}

/** Whether a word that is taken for no path names the place, or has the beginning of it inside: `-md/app`, `x:/app`, `/opt/{a,b}`. */
function hintsAt({ command, mentions, directory, install }: CommandFacts, place: Place): boolean {
  const inside = new RegExp(`/(?:${place.parts[0]!.replace(/\W/g, '\\$&')}(?![\\w.-])|[^/]*[{*?\\[])`);
  const words: ShellWord[] = [...command.words, ...command.assignments.map(({ value }) => value)];
  return words.some((word) => {
    const { value, text } = word;
    if (/^\w+:\/\//.test(value) || mentions.some((mention) => mention.word === word)) return false;
    // The shell spells out what lies in the working directory.
    if (/^[^/'"[]*[*?][^/'"]*$/.test(text) && install === undefined) return isAround(relate(directory, place));
    if (/^\/[^{}*?[]*$/.test(text)) return relate(readPlace(value, directory), place) !== 'apart';
    return inside.test(text);
  });
}

function isAround(relation: Relation): boolean {
  return relation !== 'apart' && relation !== 'inside';
}

/** Commands that put or find files in their working directory without naming it. */
const UNPACKS = new Set(['7z', '7za', 'ar', 'bsdtar', 'cpio', 'jar', 'tar', 'unrar', 'unzip']);
const LISTS = new Set(['egrep', 'fgrep', 'find', 'grep', 'ls', 'rsync', 'tar', 'zip']);

/** Whether a command works on all that lies below its working directory, or on all libraries, or makes directories of its own kind. */
function reachesBelow({ command, directory }: CommandFacts, { place, tree }: CopiedItem): boolean {
  const { name = '', arguments: words } = command;
  if (name === 'umask') return true;
  if (name === 'ldconfig') return tree || /\.so\b/.test(place.parts.at(-1)!);
  if (!isAround(relate(directory, place))) return false;
  const elsewhere = words.some(({ value }) => /^(?:-C|-d|-D|-o.|--directory|--one-top-level)/.test(value));
  if (UNPACKS.has(name) && !elsewhere) return true;
  return LISTS.has(name) && !words.some(({ value }) => /^[/~$]/.test(value));
}

/** Where packages from outside the distribution put their files. */
const PACKAGED = readDirectories(['/opt', '/srv']);

/** Whether a system package, judged by its name, may bring or own the directories that the item lies in. */
function mayOwn({ command, install }: CommandFacts, { place, tree }: CopiedItem): boolean {
  const directories = tree ? place.parts : place.parts.slice(0, -1);
  if (directories.length === 0) return false;
  const words = install ? install.packages : command.arguments.filter(({ value }) => !value.startsWith('-'));
  if (isIn(place, PACKAGED) && words.some(({ literal }) => !literal)) return true;
  const names = words.map(({ value }) => value.toLowerCase());
  return directories
    .flatMap((part) => part.toLowerCase().split(/[^a-z0-9]+/))
    .filter((part) => part.length > 2 && !COMMON.has(part))
    .some((part) => names.some((name) => name.includes(part) || name.split(/[^a-z0-9]+/).includes(part)));
}

const COMMON = new Set([
  'app',
  'apps',
  'conf',
  'config',
  'data',
  'etc',
  'opt',
  'srv',
  'src',
  'bin',
  'lib',
  'local',
  'code',
  'work',
]);

function isRoot({ root, parts }: Located['place']): boolean {
  return root === '/' && parts.length === 0;
}

/** Where packages, users' settings and temporary files come to lie. */
const SHARED = readDirectories(
  [...SYSTEM_DIRECTORIES, '/home', '/root', '/tmp', '/usr', '/var'].sort((one, other) => one.length - other.length),
);
