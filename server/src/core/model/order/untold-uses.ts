import {
  IMPLICIT_INPUTS,
  LANGUAGE_SETTINGS,
  mayServeInstall,
  NETWORK_INPUTS,
  SYSTEM_DIRECTORIES,
  SYSTEM_INSTALL_INPUTS,
  TOOL_SETTINGS,
} from '../../knowledge/steady-files';
import { isManifest } from '../installs/manifest-names';
import type { CommandFacts } from '../multi-stage/runs';
import type { CopiedItem } from './copied';
import { type Deed, isBroad, isHomeSetting, isMade, type Located } from './located';
import { isIn, type Place, placeText, readDirectories, relate } from './places';

const NETWORK = readDirectories(NETWORK_INPUTS);

const SYSTEM_INPUTS = readDirectories(SYSTEM_INSTALL_INPUTS);

const TOOLS = readDirectories(TOOL_SETTINGS);

const SYSTEM = readDirectories(SYSTEM_DIRECTORIES);

const IMPLICIT = new Map([...IMPLICIT_INPUTS].map(([name, paths]) => [name, readDirectories(paths)]));

const LANGUAGES = LANGUAGE_SETTINGS.map(({ directories, commands }) => ({
  directories: readDirectories(directories),
  commands,
}));

/** Where any of these settings are. */
const SETTINGS = readDirectories([
  ...LANGUAGE_SETTINGS.flatMap(({ directories }) => directories),
  ...NETWORK_INPUTS,
  ...SYSTEM_INSTALL_INPUTS,
  ...TOOL_SETTINGS,
  '/etc',
]);

/** By the working directory, and by what a command reads without being told. */
export function deedByDirectory(
  item: CopiedItem,
  at: Located,
  command: CommandFacts,
  others: readonly Located[],
): Deed {
  const { install, knowledge, cost, separable } = command;
  const implicit = command.command.name === undefined ? undefined : IMPLICIT.get(command.command.name);
  if (implicit && isIn(at.place, implicit)) return 'used';
  if (readsUntold(at, command)) return cost === 'system' ? 'opaque' : 'used';
  if (install && install.manager.kind !== 'system') {
    if (separable) return deedOfSeparable(item, at, command);
    if (cost === 'compile') return readsBelow(command, at, others) ? 'used' : 'unused';
    return deedOfNamed(at, command);
  }
  if (knowledge?.deed === 'compiles') return readsBelow(command, at, others) ? 'used' : 'unused';
  if (knowledge?.deed === 'runs') {
    // A script finds what lies beside it; inline code, what lies in the working directory.
    if (command.program && liesBeside(command.program, at)) return 'opaque';
    return readsDirectory(command) && readsBelow(command, at, others) ? 'opaque' : 'unused';
  }
  if (knowledge === undefined && command.command.name !== undefined) {
    if (command.program && liesBeside(command.program, at)) return 'opaque';
    if ((command.directory.root === at.place.root && readsBelow(command, at, others)) || sharesWord(at.place, command))
      return 'opaque';
  }
  return 'unused';
}

/** Settings, keys and sources that installations and downloads read by themselves. */
function readsUntold({ place, tree }: Located, { cost, command }: CommandFacts): boolean {
  if (!isIn(place, SETTINGS)) return cost !== undefined && cost !== 'system' && isHomeSetting(place);
  for (const { directories, commands } of LANGUAGES) {
    if (isIn(place, directories) && (tree || isIni(place)) && commands.test(command.name ?? '')) return true;
  }
  if (cost === undefined) return false;
  if (isIn(place, NETWORK)) return true;
  // All of /etc may bring package sources with it.
  if (cost === 'system') return isIn(place, SYSTEM_INPUTS) || (tree && placeText(place) === '/etc');
  return isIn(place, TOOLS) || isHomeSetting(place);
}

/** What an interpreter itself reads, as opposed to a server written in its language. */
function isIni({ parts }: Place): boolean {
  return /\.ini$|^R(?:profile|environ)|^Renviron/.test(parts.at(-1) ?? '');
}

/** Manifests and settings are read, other files of the project are not. */
function deedOfSeparable(item: CopiedItem, at: Located, { install, directory }: CommandFacts): Deed {
  const relation = relate(directory, at.place);
  const name = (at.tree ? item.source : (at.place.parts.at(-1) ?? item.source)).split('/').at(-1)!;
  // Mix compiles the dependencies with the project's settings.
  if (install?.manager.id === 'mix' && at.place.parts.includes('config') && relation === 'around') return 'used';
  if (!at.tree) {
    if (relation === 'apart') return 'unused';
    if (relation === 'unknown' && isIn(at.place, SYSTEM)) return 'unused';
    return isManifest(name) || mayServeInstall(name) ? 'used' : 'unused';
  }
  // A call that names its manifests reads those; whether they lie here was asked before.
  if (install && install.manifestWords.length > 0 && install.manager.id !== 'dotnet') {
    return relation === 'around' && mayServeInstall(name) ? 'used' : 'unused';
  }
  switch (relation) {
    case 'same':
    case 'inside':
      return 'manifest';
    case 'around':
      // A solution refers to projects anywhere below it.
      if (install?.manager.id === 'dotnet') return 'manifest';
      return isManifest(name) || mayServeInstall(name) || holdsManifest(item) ? 'used' : 'unused';
    case 'unknown':
      return isIn(at.place, SYSTEM) ? 'unused' : 'used';
    default:
      return 'unused';
  }
}

/** Installing a named package writes into the manifest of the project, if the manager keeps one. */
function deedOfNamed(at: Located, { install, directory }: CommandFacts): Deed {
  const { manager, flags } = install!;
  const isGlobal = flags.some(({ name }) => name === '-g' || name === '--global' || name === '--location');
  const keepsManifest = !['pip', 'pipx', 'conda', 'gem', 'go', 'cargo', 'cabal', 'stack'].includes(manager.id);
  if (isGlobal || !keepsManifest || install!.verbName.startsWith('global') || install!.verbName === 'create-project') {
    return 'unused';
  }
  if (install!.verbName === 'tool install' || install!.verbName === 'workload install') return 'unused';
  const relation = relate(directory, at.place);
  if (at.tree) return relation === 'same' || relation === 'inside' ? 'used' : 'unused';
  return relation === 'around' && isManifest(at.place.parts.at(-1)!) ? 'used' : 'unused';
}

function holdsManifest({ source }: CopiedItem): boolean {
  return /[*?]/.test(source) && isManifest(source.split('/').at(-1)!);
}

/** A build in a part of the project may reach for other parts: `cd build && cmake ../src`. */
function readsBelow(command: CommandFacts, at: Located, others: readonly Located[]): boolean {
  const { directory, start } = command;
  // What was cloned a moment ago is built from what came with it, wherever it lies.
  if (isMade(directory, command)) return false;
  if (isBelow(directory, at, others)) return true;
  return relate(directory, start) === 'inside' && !isBroad(start) && isBelow(start, at, others);
}

/** Whether a build in a directory may read it: it lies there, or the directory lies in it, or both are parts of one project. */
function isBelow(directory: Place, at: Located, others: readonly Located[]): boolean {
  const relation = relate(directory, at.place);
  switch (relation) {
    case 'same':
      return true;
    case 'inside':
      return at.tree;
    case 'around': {
      const depth = directory.parts.length;
      if (isBroad(directory)) return at.place.parts.length === depth + 1 && !isIn(at.place, SYSTEM);
      return !isHomeSetting(at.place);
    }
    case 'unknown':
      return !isIn(at.place, SYSTEM) && (at.place.parts.length > 1 || at.tree);
    default:
      // Sources beside the directory, when that holds parts of the project too.
      return (
        at.tree &&
        at.place.parts.length > 0 &&
        !isIn(at.place, SYSTEM) &&
        others.some((other) => other.tree && ['same', 'inside'].includes(relate(directory, other.place)))
      );
  }
}

/** Whether it is in, or below, the directory of a program. */
function liesBeside({ root, parts }: Place, at: Located): boolean {
  const directory = { root, parts: parts.slice(0, -1) };
  if (isBroad(directory) || directory.parts.length === 0) return false;
  const relation = relate(directory, at.place);
  return relation === 'around' || relation === 'same' || (relation === 'inside' && at.tree);
}

function readsDirectory({ command, program }: CommandFacts): boolean {
  return program !== undefined || command.arguments.length > 0;
}

const COMMON_WORDS = new Set(
  [
    'etc',
    'usr',
    'bin',
    'sbin',
    'local',
    'lib',
    'share',
    'var',
    'opt',
    'src',
    'app',
    'conf',
    'config',
    'run',
    'start',
    'docker',
  ].concat(
    [
      'default',
      'www',
      'html',
      'home',
      'root',
      'tmp',
      'data',
      'file',
      'files',
      'main',
      'server',
      'service',
      'script',
      'scripts',
      'init',
    ],
    [
      'entrypoint',
      'json',
      'yml',
      'yaml',
      'xml',
      'ini',
      'cfg',
      'txt',
      'log',
      'enable',
      'disable',
      'install',
      'add',
      'rc',
      'com',
      'org',
    ],
  ),
);

/** An unknown command and a path speak of the same thing: `a2ensite shop` and `/etc/apache2/sites-available/shop.conf`. */
function sharesWord(place: Place, { command }: CommandFacts): boolean {
  const words = wordsOf(placeText(place));
  if (words.length === 0) return false;
  for (const { value } of command.words) {
    const text = value.toLowerCase();
    for (const word of words) if (text.includes(word) && wordsOf(text).includes(word)) return true;
  }
  return false;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !COMMON_WORDS.has(word));
}
