import { guessKind, PROGRAM_DIRECTORIES } from '../knowledge/file-names';
import type { Manifest } from '../knowledge/package-manager';
import { packageManagers } from '../knowledge/package-managers/index';
import {
  IMPLICIT_INPUTS,
  isEmulator,
  LANGUAGE_SETTINGS,
  mayServeInstall,
  NETWORK_INPUTS,
  SYSTEM_DIRECTORIES,
  SYSTEM_INSTALL_INPUTS,
  TOOL_SETTINGS,
} from '../knowledge/steady-files';
import type { CopiedItem } from './copied';
import { globMatches, isIn, type Place, placeIn, placeText, type Relation, readDirectories, relate } from './places';
import type { CommandFacts, Mention, RunFacts } from './runs';

const PROGRAMS = readDirectories(PROGRAM_DIRECTORIES);
const NETWORK = readDirectories(NETWORK_INPUTS);
const SYSTEM_INPUTS = readDirectories(SYSTEM_INSTALL_INPUTS);
const TOOLS = readDirectories(TOOL_SETTINGS);
const SYSTEM = readDirectories(SYSTEM_DIRECTORIES);
const IMPLICIT = new Map([...IMPLICIT_INPUTS].map(([name, paths]) => [name, readDirectories(paths)]));
const LANGUAGES = LANGUAGE_SETTINGS.map(({ directories, commands }) => ({
  directories: readDirectories(directories),
  commands,
}));

/** A file, or a directory with what is below it, somewhere in the image. */
export interface Located {
  readonly place: Place;
  readonly tree: boolean;
}

/** What a RUN does with what a COPY brought. */
export interface Use {
  /** Something of it is read, run, built or patched. */
  readonly used: boolean;
  /** Later steps may depend on what came of that: a script of unknown effect ran, or a package source was set up. */
  readonly opaque: boolean;
  /** The commands that change its mode, owner, content or place, without a need for it to be there earlier than for them. */
  readonly touching: readonly CommandFacts[];
  /** The first installation that takes its manifest from it and needs nothing else of it. */
  readonly manifest?: CommandFacts;
  /** Whether something before that installation needs it too. */
  readonly usedBeforeManifest: boolean;
  /** Whether something behind that installation needs it too. */
  readonly usedAfterManifest: boolean;
  /** Where it also lies when the RUN is over: `mv` and `cp` to other places. */
  readonly located: readonly Located[];
}

type Deed = 'unused' | 'touched' | 'carried' | 'used' | 'opaque' | 'manifest';

/**
 * Whether a RUN uses what a COPY put there, judged by what each of its commands reads.
 * @param located where the copied item lies when the RUN starts
 * @param others what other instructions copied: a build reads what lies beside its sources
 */
export function useOf(item: CopiedItem, located: readonly Located[], run: RunFacts, others: readonly Located[]): Use {
  let places = located;
  let used = false;
  let opaque = false;
  let manifest: CommandFacts | undefined;
  let usedBeforeManifest = false;
  let usedAfterManifest = false;
  const touching: CommandFacts[] = [];
  const everywhere = isEmulator(item.source.split('/').at(-1)!) || isForAll(item, run);
  for (const command of run.commands) {
    let deed: Deed = 'unused';
    for (const place of places) deed = stronger(deed, deedOf(item, place, command, others));
    if (deed === 'carried') {
      touching.push(command);
      const target = carriedTo(command, places);
      if (target) places = [...places, ...target];
      else deed = 'used';
    } else if (deed === 'touched') touching.push(command);
    if (deed === 'manifest') manifest ??= command;
    if (deed === 'used' || deed === 'opaque') {
      if (manifest) usedAfterManifest = true;
      else if (command.command.name !== 'cd') usedBeforeManifest = true;
      used = true;
    }
    if (deed === 'opaque') opaque = true;
  }
  const handled = used || touching.length > 0 || manifest !== undefined;
  if (everywhere || (!handled && isNamed(item, places, run))) [used, opaque] = [true, true];
  return {
    used,
    opaque,
    touching,
    ...(manifest ? { manifest } : {}),
    usedBeforeManifest,
    usedAfterManifest,
    located: places,
  };
}

const RANK: Record<Deed, number> = { unused: 0, touched: 1, carried: 2, manifest: 3, used: 4, opaque: 5 };

function stronger(a: Deed, b: Deed): Deed {
  return RANK[b] > RANK[a] ? b : a;
}

/** Commands that reach everything below a directory that they name. */
const RECURSIVE = new Set(['chmod', 'chown', 'chgrp', 'chcon', 'setfacl', 'restorecon', 'rm', 'mv']);

/** Directories so common that naming one does not mean a particular file in it. */
const BROAD = new Set(
  [
    '',
    '/usr',
    '/usr/local',
    '/usr/share',
    '/usr/lib',
    '/etc',
    '/var',
    '/var/lib',
    '/opt',
    '/home',
    '/root',
    '/tmp',
    '/lib',
  ]
    .concat([
      '/usr/src',
      '/usr/local/lib',
      '/usr/local/share',
      '/srv',
      '/mnt',
      '/var/www',
      '/var/log',
      '/var/tmp',
      '/bin',
    ])
    .concat(PROGRAM_DIRECTORIES),
);

function deedOf(item: CopiedItem, at: Located, command: CommandFacts, others: readonly Located[]): Deed {
  const named = deedByName(item, at, command);
  if (named === 'used' || named === 'opaque' || named === 'manifest') return named;
  return stronger(named, deedByDirectory(item, at, command, others));
}

function hits(relation: Relation, { tree }: Located): boolean {
  return relation === 'same' || (relation === 'inside' && tree);
}

/** By the program that runs and the paths on the command line. */
function deedByName(item: CopiedItem, at: Located, command: CommandFacts): Deed {
  const { program } = command;
  if (program && !(at.tree && isMade(program, command))) {
    const relation = relate(program, at.place);
    // A tool of the project under a known name (`./gradlew`, `venv/bin/pip`) does what tools of that name do.
    const isKnown = at.tree && (command.knowledge !== undefined || command.install !== undefined);
    if (hits(relation, at) || relation === 'around') {
      if (!isKnown || command.knowledge?.deed === 'runs') return 'opaque';
      if (!command.separable) return 'used';
    }
  }
  if (isRunByName(at, command) || isPartOfProgram(at, command)) return 'opaque';
  let deed: Deed = 'unused';
  for (const mention of command.mentions) {
    if (at.tree && isMade(mention.place, command)) continue;
    // Everything below / or GOPATH is no particular Go package.
    if (command.command.name === 'go' && at.tree && at.place.parts.length < 3 && !command.install?.fromManifest)
      continue;
    const relation = relate(mention.place, at.place);
    if (hits(relation, at)) deed = stronger(deed, deedOnHit(item, at, command, mention));
    else if (relation === 'around' && !isBroad(mention.place)) deed = stronger(deed, deedAround(command, mention));
  }
  return deed;
}

/** Whether it is, or lies in, something that the RUN itself brought. */
function isMade(place: Place, { made }: CommandFacts): boolean {
  return made.some((brought) => {
    const relation = relate(place, brought);
    return relation === 'same' || relation === 'inside';
  });
}

function isBroad({ root, parts }: Place): boolean {
  return root === '/' && BROAD.has(parts.length === 0 ? '' : `/${parts.join('/')}`);
}

function deedOnHit(
  item: CopiedItem,
  at: Located,
  { knowledge, install, separable, command }: CommandFacts,
  mention: Mention,
): Deed {
  if (install?.manifestWords.includes(mention.word)) {
    // `COPY requirements /src/`: by its name alone it could be a directory, but it is the file itself.
    const isItself = !item.whole && mention.place.parts.at(-1) === item.source.split('/').at(-1);
    return separable && at.tree && !isItself ? 'manifest' : 'used';
  }
  if (command.name === 'cd' || command.name === 'pushd') return at.tree ? 'used' : 'unused';
  if (mention.access === 'write') return 'touched';
  switch (knowledge?.deed) {
    case 'touches':
      return 'touched';
    case 'carries':
      return 'carried';
    case 'configures':
    case 'runs':
    case undefined:
      return 'opaque';
    case 'installs':
      return knowledge?.system ? 'opaque' : 'used';
    default:
      return 'used';
  }
}

/** A directory around it is named: recursive commands reach it. */
function deedAround({ knowledge, command, install }: CommandFacts, mention: Mention): Deed {
  if (install?.manifestWords.includes(mention.word)) return 'used';
  if (install || command.name === 'cd' || command.name === 'pushd') return 'unused';
  if (mention.access === 'write' || knowledge?.deed === 'touches') {
    return RECURSIVE.has(command.name ?? '') ? 'touched' : 'unused';
  }
  switch (knowledge?.deed) {
    case 'carries':
    case 'reads':
    case 'compiles':
    case 'runs':
    case 'configures':
      return 'used';
    case undefined:
      return 'opaque';
    default:
      return 'unused';
  }
}

/** The settings of an application whose own tool runs: `/opt/search/config` and `/opt/search/bin/search-plugin`. */
function isPartOfProgram({ place }: Located, { program, command, knowledge }: CommandFacts): boolean {
  if (program?.parts.at(-2) === 'bin') {
    const home = { root: program.root, parts: program.parts.slice(0, -2) };
    if (!isBroad(home) && relate(place, home) === 'inside') return true;
  }
  const name = command.name ?? '';
  return knowledge?.deed === 'installs' && /-plugin$/.test(name) && place.parts.includes(name.replace(/-plugin$/, ''));
}

/** A program found through PATH: `COPY setup /usr/local/bin/`, then `RUN setup`, with `sudo` or `gosu` in front or not. */
export function isRunByName({ place, tree }: Located, { command, knowledge }: CommandFacts): boolean {
  const isProgram = isIn(place, PROGRAMS) || place.parts.at(-2) === 'bin' || place.parts.at(-1) === 'bin';
  if (tree) {
    // A directory of programs, or of everything, may hold the command that nothing else explains.
    const holdsPrograms = isProgram || place.parts.length === 0;
    return holdsPrograms && knowledge === undefined && command.name !== undefined;
  }
  const name = place.parts.at(-1);
  return isProgram && name !== undefined && command.words.some(({ value }) => value === name);
}

/** By the working directory, and by what a command reads without being told. */
function deedByDirectory(item: CopiedItem, at: Located, command: CommandFacts, others: readonly Located[]): Deed {
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

/** `~/.npmrc`, `~/.ssh/id_rsa`, `~/.m2/settings.xml`. */
function isHomeSetting({ root, parts }: Place): boolean {
  if (/^\.[a-z]+rc$|^\.(?:netrc|gitconfig|wgetrc|pypirc)$/.test(parts.at(-1) ?? '')) return true;
  const inHome = root === '/' ? (parts[0] === 'root' ? 1 : parts[0] === 'home' ? 2 : 0) : root === '${HOME}' ? 0 : -1;
  if (inHome === -1 || (inHome === 0 && root === '/')) return false;
  return parts[inHome]?.startsWith('.') ?? false;
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

const manifests: readonly Manifest[] = packageManagers.flatMap((manager) => manager.manifests);
const manifestNames = new Set(manifests.map(({ pattern }) => pattern).filter((pattern) => !/[*/]/.test(pattern)));
const manifestGlobs = manifests.map(({ pattern }) => pattern).filter((pattern) => /\*/.test(pattern));
/** Manifests of managers that are not in the table, and names that people give to theirs. */
const OTHER_MANIFESTS =
  /^(?:bower\.json|\.bowerrc|lerna\.json|cpanfile.*|dist\.ini|project\.clj|deps\.edn|pubspec\..*|shard\.(?:yml|lock)|Package\.swift|glide\.(?:yaml|lock)|Gopkg\..*|Godeps|vendor\.json|vendor\.conf|packages?\.txt|packages\.config|paket\..*|rebar\.(?:config|lock)|renv\.lock|DESCRIPTION|Podfile.*|environment.*\.ya?ml|conda.*\.ya?ml|.*requirements?.*\.(?:txt|ya?ml|pip|in)|req.*\.txt|dev-?packages.*|plugins?\.txt|tsd\.json|typings\.json|.*\.gemspec|\.(?:node|ruby|python)-version|\.nvmrc|\.yarnrc.*|\.npmrc)$/i;

const known = new Map<string, boolean>();
const MOST_KNOWN = 1000;

/** Whether a name, which may itself be a glob (`package*.json`), is that of a manifest or lock file of any package manager. */
export function isManifest(name: string): boolean {
  let answer = known.get(name);
  if (answer === undefined) {
    answer = readManifest(name);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(name, answer);
  }
  return answer;
}

function readManifest(name: string): boolean {
  if (manifestNames.has(name) || OTHER_MANIFESTS.test(name) || OTHER_MANIFESTS.test(name.replace('*', '.')))
    return true;
  if (/[*?[]/.test(name)) {
    if (/^[*?.]*$/.test(name)) return false;
    for (const known of manifestNames) if (globMatches(name, known)) return true;
    return manifestGlobs.includes(name);
  }
  return manifestGlobs.some((glob) => globMatches(glob, name));
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
  const words = new Set(wordsOf(placeText(place)));
  if (words.size === 0) return false;
  return command.words.some(({ value }) => wordsOf(value).some((word) => words.has(word)));
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !COMMON_WORDS.has(word));
}

/** Where `mv`, `cp` and `ln` put it; undefined when that can't be told. */
function carriedTo({ mentions }: CommandFacts, places: readonly Located[]): Located[] | undefined {
  const target = mentions.at(-1);
  const sources = mentions.slice(0, -1);
  if (!target) return undefined;
  const carried: Located[] = [];
  for (const at of places) {
    for (const source of sources) {
      const relation = relate(source.place, at.place);
      if (relation !== 'same' && relation !== 'inside') continue;
      const name = source.place.parts.at(-1) ?? '';
      const into = /(?:\/|\/\.)$/.test(target.word.value) || sources.length > 1 || guessKind(name) === 'file';
      const tree = at.tree && relation === 'same';
      carried.push({ place: target.place, tree });
      if (into && name !== target.place.parts.at(-1)) carried.push({ place: placeIn(target.place, name), tree });
    }
  }
  return carried;
}

/** Whether a variable or the shell makes every command of the RUN read it. */
function isForAll({ place, tree }: CopiedItem, { everywhere }: RunFacts): boolean {
  if (everywhere.length === 0 || place.parts.length === 0) return false;
  const path = placeText(place);
  return everywhere.some((value) => {
    const at = value.indexOf(path);
    return at !== -1 && (tree || !/\w/.test(value[at + path.length] ?? ''));
  });
}

/** Its path stands in the RUN's text at a place that is no command's argument: the list of a loop, a heredoc, inline code. */
function isNamed(item: CopiedItem, places: readonly Located[], { script, text }: RunFacts): boolean {
  const { heredocs } = script.instruction;
  const deep = heredocs.length > 0 || script.statements.some(({ kind }) => kind === 'compound' || kind === 'function');
  const inline = script.commands.some(({ arguments: words }) => words.some(({ value }) => /\s/.test(value)));
  if (!deep && !inline) return false;
  const name = item.place.parts.at(-1);
  const texts = places.filter(({ place }) => place.parts.length > 0).map(({ place }) => placeText(place));
  if (!item.tree && name !== undefined && name.length > 4 && !/[*?$[]/.test(name)) texts.push(name);
  const directory = { root: item.place.root, parts: item.place.parts.slice(0, -1) };
  if (!item.tree && directory.parts.length > 0 && !isBroad(directory)) texts.push(`${placeText(directory)}/`);
  return texts.some((named) => text.includes(named));
}
