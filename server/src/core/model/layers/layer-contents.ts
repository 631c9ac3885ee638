import { nameOf } from '../../knowledge/images/image-paths';
import { readCredentialName } from '../../knowledge/secrets/secret-names';
import { findTokens } from '../../knowledge/secrets/secret-patterns';
import type { Span } from '../../text/span';
import { table } from '../../text/table';
import type { Build } from '../build-types';
import { findCaches, isMounted, isMountedAt } from '../caches/cache-places';
import type { PackageInstall } from '../installs/install';
import { findManager } from '../installs/installs';
import { readCopied } from '../order/copied';
import { type Place, placeIn, placeText, readPlace } from '../order/places';
import { optionValues, positionals } from '../shell/command-words';
import type { ShellCommand } from '../shell/shell-command';
import { LINK, type Walk } from '../shell/shell-walk';
import type { CopyInstruction, RunInstruction } from '../syntax/instruction';
import type { Aims } from './removals';

/** Something that one command, or one source of a COPY, put into the layer of its instruction. */
export type Content = {
  readonly instruction: RunInstruction | CopyInstruction;
  readonly by: Span;
  /** For messages: a path, or `the package lists`. */
  readonly title: string;
} /** `guess`: a directory that an archive is likely to bring, by its name; only a removal of that name makes it sure. */ & (
  | { readonly kind: 'file' | 'tree' | 'guess'; readonly place: Place }
  /** What a package manager keeps beside what it installs; `manager` is the id of the one whose clean-up empties it. */
  | { readonly kind: 'cache'; readonly place: Place; readonly manager: string; readonly target: string }
  | { readonly kind: 'packages'; readonly manager: string; readonly names: readonly string[] }
);

/** Managers that share packages and caches. */
const FAMILIES: Readonly<Record<string, string>> = table({
  apt: 'apt-get',
  aptitude: 'apt-get',
  dnf: 'rpm',
  microdnf: 'rpm',
  yum: 'rpm',
});
/** Whose caches are worth a word, and surely there when an install is over. Debian's images empty apt's archives themselves. */
const CACHES = new Set(['apk', 'conda', 'npm', 'pip', 'rpm', 'yarn', 'zypper']);
/** Where apt keeps its package lists. */
export const LISTS = '/var/lib/apt/lists';

/** The manager whose packages and caches a manager's are. */
export function familyOf(manager: string): string {
  return FAMILIES[manager] ?? manager;
}

/** Directories of every image, into which a download goes that names one of them. */
const DIRECTORIES: ReadonlySet<string> = new Set([
  '/bin',
  '/etc',
  '/home',
  '/opt',
  '/root',
  '/srv',
  '/tmp',
  '/usr/bin',
  '/usr/local',
  '/usr/local/bin',
  '/usr/src',
  '/var/tmp',
]);

const NONE: readonly Content[] = [];
const NO_NAMES: readonly string[] = [];

/** What a COPY or ADD puts into its layer. */
export function contentOfCopy(build: Build, copy: CopyInstruction): readonly Content[] {
  const copied = readCopied(build, copy);
  if (!copied || copied.origin === 'text') return NONE;
  const found: Content[] = [];
  for (const { word, source, place, tree } of copied.items) {
    const variables: string[] = [];
    for (const { name } of word.references) variables.push(name);
    for (const { name } of copy.destination!.references) variables.push(name);
    // ADD unpacks an archive, so that the archive itself is not there.
    const unpacked = copy.keyword === 'ADD' && copied.origin === 'context' && ARCHIVE.test(source);
    const at = unpacked ? copied.directory : place;
    const kind = tree || unpacked ? 'tree' : 'file';
    const title = titleOf(at, variables);
    found.push({
      instruction: copy,
      by: word,
      title: kind === 'tree' ? `what is copied to ${title}` : title,
      kind,
      place: at,
    });
  }
  if (copy.keyword !== 'ADD') return found;
  for (const word of copy.sources) {
    if (!/^https?:/i.test(word.value) || /[?#$]/.test(word.value) || word.value.endsWith('.git')) continue;
    const into = /\/$|(?:^|\/)\.{1,2}$/.test(copy.destination!.value) || DIRECTORIES.has(copy.destination!.value);
    const place = into ? placeIn(copied.directory, nameOf(word.value)) : copied.directory;
    found.push({ instruction: copy, by: word, title: titleOf(place, NO_NAMES), kind: 'file', place });
  }
  return found;
}

const MAKERS: ReadonlySet<string> = new Set(['apt', 'apt-get', 'aptitude', 'curl', 'git', 'tar', 'unzip', 'wget']);

/** Whether a command that installs nothing may put something into its layer that is followed. */
export function isMaker({ name }: ShellCommand): boolean {
  return name !== undefined && MAKERS.has(name);
}

/** `apt-get update`. */
export function fetchesLists({ name, arguments: words }: ShellCommand): boolean {
  return (name === 'apt-get' || name === 'apt' || name === 'aptitude') && words.some(({ value }) => value === 'update');
}

/** What a command surely puts into the layer of its RUN: downloads, clones, unpacked archives, packages and their caches. */
export function contentOfCommand(
  build: Build,
  command: ShellCommand,
  install: PackageInstall | undefined,
  aims: Aims,
  walk: Walk,
): readonly Content[] {
  if (!install && !isMaker(command)) return NONE;
  const { instruction } = command.script;
  const found: Content[] = [];
  switch (command.name) {
    case 'wget':
      for (const place of downloadsOfWget(command, walk)) addPlace(found, build, command, 'file', place);
      break;
    case 'curl':
      for (const place of downloadsOfCurl(command, walk)) addPlace(found, build, command, 'file', place);
      break;
    case 'git':
      for (const place of clonesOf(command, walk)) addPlace(found, build, command, 'tree', place);
      break;
    case 'tar':
    case 'unzip':
      for (const [kind, place] of unpackedBy(command, walk)) addPlace(found, build, command, kind, place);
      break;
    default:
      if (fetchesLists(command) && !isMountedAt(build, instruction, LISTS)) {
        const place = readPlace(LISTS, walk.directory);
        const title = 'the package lists';
        found.push({ instruction, by: command, title, kind: 'cache', place, manager: 'apt-get', target: LISTS });
      }
  }
  if (install) for (const content of contentOfInstall(build, install, aims, walk)) found.push(content);
  return found;
}

function addPlace(
  found: Content[],
  build: Build,
  command: ShellCommand,
  kind: 'file' | 'tree' | 'guess',
  place: Place,
): void {
  const { instruction } = command.script;
  if (place.parts.length === 0 || place.parts.some((part) => part.includes('…'))) return;
  if (place.root === '/' && instruction.mounts.length > 0 && isMountedAt(build, instruction, placeText(place))) return;
  const variables: string[] = [];
  for (const word of command.words) for (const name of word.variables) variables.push(name);
  found.push({ instruction, by: command, title: titleOf(place, variables), kind, place });
}

/**
 * A path for a message; one in a directory that only the base image knows reads as relative, and none that a variable for a
 * credential, or a token itself, may be part of.
 */
function titleOf(place: Place, variables: readonly string[]): string {
  const path = place.root === '?' ? place.parts.join('/') : placeText(place);
  const isTelling = variables.some(isCredentialName) || findTokens(path).length > 0;
  return isTelling ? 'a file' : path;
}

function isCredentialName(name: string): boolean {
  return readCredentialName(name) !== undefined;
}

const ARCHIVE = /\.(?:tar(?:\.\w+)?|t[bgxl]z2?|tbz|txz)$/i;
const VALUED_OF_WGET =
  '-O --output-document -P --directory-prefix -o --output-file -a --append-output -t -T -U --header -i';

function downloadsOfWget({ arguments: words }: ShellCommand, walk: Walk): Place[] {
  let namesOutput = false;
  for (const { value } of words) {
    if (!value.startsWith('-')) continue;
    if (/^-[a-z]*[irmN]|^--(?:input-file|recursive|mirror|timestamping|spider)/.test(value)) return [];
    namesOutput ||= /^-[a-zA-Z]*O-?/.test(value);
  }
  const output = optionValues(words, '-O --output-document')[0];
  if (output) {
    const value = output.word.value.slice(output.from);
    return isStandard(value) ? [] : [walk.place(value)];
  }
  if (namesOutput) return [];
  const prefix = optionValues(words, '-P --directory-prefix')[0];
  const directory = prefix ? walk.place(prefix.word.value.slice(prefix.from)) : walk.directory;
  return positionals(words, VALUED_OF_WGET).flatMap(({ value }) => nameOfDownload(value, walk, directory));
}

function downloadsOfCurl({ arguments: words, redirects }: ShellCommand, walk: Walk): Place[] {
  const places = optionValues(words, '-o --output').flatMap(({ word, from }) => {
    const value = word.value.slice(from);
    return isStandard(value) ? [] : [walk.place(value)];
  });
  if (
    words.some(({ value }) => /^-[a-zA-Z]*O|^--remote-name/.test(value)) &&
    !words.some(({ value }) => /^-[a-zA-Z]*J/.test(value))
  ) {
    const links = words.filter(({ value }) => LINK.test(walk.expand(value)));
    places.push(...links.flatMap(({ value }) => nameOfDownload(value, walk, walk.directory)));
  }
  for (const { operator, target } of redirects) {
    if (target && (operator === '>' || operator === '>>') && !isStandard(target.value))
      places.push(walk.place(target.value));
  }
  return places;
}

function isStandard(value: string): boolean {
  return value === '-' || value.startsWith('/dev/') || value === '';
}

/** Where a URL without a name of its own for the file ends up. */
function nameOfDownload(value: string, walk: Walk, directory: Place): Place[] {
  const url = walk.expand(value);
  const name = nameOf(url);
  const isTold = /^(?:https?|ftp):\/\/[^/]+\/./.test(url) && !/[?#&=\s…]/.test(url) && name !== '';
  return isTold ? [placeIn(directory, name)] : [];
}

const VALUED_OF_GIT =
  '-b --branch --depth -c --config -o --origin -u -j --jobs --reference --separate-git-dir --template --filter';

function clonesOf({ arguments: words }: ShellCommand, walk: Walk): Place[] {
  const [verb, url, directory, ...more] = positionals(words, `${VALUED_OF_GIT} -C`);
  if (verb?.value !== 'clone' || !url || more.length > 0 || words[0] !== verb) return [];
  if (directory) return [walk.place(directory.value)];
  const link = walk
    .expand(url.value)
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  const name = link.slice(Math.max(link.lastIndexOf('/'), link.lastIndexOf(':')) + 1);
  return name === '' || name.includes('$') ? [] : [placeIn(walk.directory, name)];
}

/** The directory that an archive is named after, and the one that it is unpacked into where that is told. */
function unpackedBy({ name, arguments: words }: ShellCommand, walk: Walk): ['tree' | 'guess', Place][] {
  const first = words[0]?.value ?? '';
  if (
    name === 'tar' &&
    !/^-?[a-zA-Z]*x/.test(first) &&
    !words.some(({ value }) => /^--(?:extract|get)$|^-[a-zA-Z]*x/.test(value))
  )
    return [];
  const [into] = optionValues(words, name === 'tar' ? '-C --directory' : '-d');
  const directory = into ? walk.place(into.word.value.slice(into.from)) : walk.directory;
  const places: ['tree' | 'guess', Place][] = into && directory.parts.length > 1 ? [['tree', directory]] : [];
  for (const { value } of words) {
    if (!value.includes('.') && !value.includes('${')) continue;
    const file = nameOf(walk.expand(value));
    const stem = file.replace(/\.(?:tar(?:\.\w+)?|t[bgxl]z2?|tbz|txz|zip)$/i, '');
    if (stem !== file && stem !== '' && !/[*?]/.test(stem)) places.push(['guess', placeIn(directory, stem)]);
  }
  return places;
}

function contentOfInstall(build: Build, install: PackageInstall, aims: Aims, walk: Walk): Content[] {
  const { manager, instruction, packages, command, verbName, fromManifest } = install;
  const family = familyOf(manager.id);
  const found: Content[] = [];
  if (aims.packages && manager.kind === 'system') {
    const names = packages.flatMap(({ value, literal }) => (literal ? [withoutVersion(value)] : []));
    const group = manager.id === 'apk' ? optionValues(command.arguments, '-t --virtual')[0] : undefined;
    if (group) names.push(group.word.value.slice(group.from));
    if (names.length > 0)
      found.push({ instruction, by: command, title: names.join(', '), kind: 'packages', manager: family, names });
  }
  if (isNodeProject(manager.id, verbName, fromManifest)) {
    const directory = install.directory ? walk.place(install.directory.value.replace(/^--?\w+=/, '')) : walk.directory;
    const place = placeIn(directory, 'node_modules');
    found.push({ instruction, by: command, title: titleOf(place, []), kind: 'tree', place });
  }
  if (!aims.caches || !CACHES.has(family) || bypassesCache(build, install)) return found;
  for (const cache of findCaches(build, install)) {
    if (cache.cache.optional || cache.cache.compiled || isMounted(build, instruction, cache)) continue;
    for (const target of cache.targets ?? []) {
      const place = readPlace(target, walk.directory);
      const title = `the ${manager.title} cache`;
      found.push({
        instruction,
        by: command,
        title,
        kind: 'cache',
        place,
        manager: family,
        target: cache.cache.target,
      });
    }
  }
  return found;
}

function isNodeProject(manager: string, verb: string, fromManifest: boolean): boolean {
  return fromManifest && (manager === 'npm' || manager === 'yarn' || manager === 'pnpm') && verb !== 'update';
}

/** `gcc=4:12.2.0-3` and `gcc:amd64` are gcc. */
export function withoutVersion(name: string): string {
  return name.replace(/(?:[=<>~@].*|:[a-z0-9]+)$/, '');
}

/** Whether the manager is told, by a flag or a variable, not to keep anything. */
function bypassesCache(build: Build, { manager, command, instruction }: PackageInstall): boolean {
  const words = findManager(command)?.words ?? command.arguments;
  if (manager.cleanups.some(({ kind, text }) => kind === 'flag' && words.some(({ value }) => value === text)))
    return true;
  const { scope } = build.states[instruction.index]!;
  return (manager.cacheOffVariables ?? []).some(
    ({ name }) => (scope.lookup(name)?.value ?? '') !== '' || command.assignments.some((one) => one.name === name),
  );
}
