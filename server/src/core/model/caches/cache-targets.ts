import type { PackageCache, PackageManager } from '../../knowledge/package-manager';
import { lineAt } from '../../text/source';
import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import type { PackageInstall } from '../installs/install';
import { mapPerBuild, oncePerBuild } from '../once-per-build';
import { readCopied } from '../order/copied';
import { placeText } from '../order/places';
import { commandsNamed } from '../shell/named-commands';
import type { ShellCommand, ShellWord } from '../shell/shell-command';
import type { EffectiveUser } from '../stages/user';
import type { Instruction, RunInstruction } from '../syntax/instruction';
import { isDriver } from './build-driver';
import {
  type CachePlace,
  findCaches,
  isAround,
  isBasedOn,
  isMounted,
  lookupVariable,
  mountTarget,
  readPath,
  resolve,
} from './cache-places';
import { findLaterUse, findNeedy, isInText } from './cache-readers';

/** Why there is no plan. */
export interface NoPlan {
  /** `unwanted`: mounts would do harm or nothing. `manual`: they would help, but no edit can be shown right. */
  readonly kind: 'unwanted' | 'manual';
  /** A sentence with a full stop. */
  readonly because: string;
}

/** Answers that several plans for one file ask for; a function of the install, which belongs to one build. */
const unmountedOf = mapPerBuild<PackageInstall, readonly CachePlace[]>();

/** The caches of an install that have no mount and that deserve one. */
export function findUnmounted(build: Build, install: PackageInstall): readonly CachePlace[] {
  const unmounted = unmountedOf(build);
  const known = unmounted.get(install);
  if (known) return known;
  const places: CachePlace[] = [];
  for (const place of findCaches(build, install)) {
    if (!place.cache.holdsArtefacts && !isMounted(build, install.instruction, place)) places.push(place);
  }
  unmounted.set(install, places);
  return places;
}

/** The setting that switches an install's cache off, by name. */
export function findCacheOff(build: Build, install: PackageInstall): string | undefined {
  const { cacheOffVariables } = install.manager;
  if (!cacheOffVariables) return undefined;
  for (const { name, byAnyValue } of cacheOffVariables) {
    const found = lookupVariable(build, install, name);
    if (found && (byAnyValue ? found.value !== '' : !/^(?:0|false|no|off|n|f)?$/i.test(found.value ?? '1')))
      return name;
  }
  return undefined;
}

/** Which directories to mount for a cache, so that the mount hides nothing and nobody misses what it keeps out of the image. */
export function chooseTargets(
  build: Build,
  run: RunInstruction,
  install: PackageInstall,
  user: EffectiveUser,
  { cache, targets, because }: CachePlace,
): { readonly targets: readonly string[] } | NoPlan {
  if (!targets) return { kind: 'manual', because: because! };
  const { manager } = install;
  if (manager.keeping === 'docker-clean' && cache.optional) {
    if (!updatesLists(install) || leavesLists(build, run)) {
      return {
        kind: 'unwanted',
        because: 'Another step installs from the package lists that this one leaves or finds.',
      };
    }
    return { targets: usesAutomaticMarks(build) ? partsOf(build, run, user, cache, targets) : targets };
  }
  // Nobody keeps anything else in, or copies from, the caches of the system's package managers.
  if (manager.kind === 'system') {
    const copy = findCopy(build, install, targets);
    return copy ? hides(build, copy, targets) : { targets };
  }
  for (const target of targets) {
    const reader = findReader(build, run, target, manager);
    if (reader) return { kind: 'unwanted', because: reader };
  }
  const needy = findNeedy(build, install);
  if (needy) return { kind: 'unwanted', because: needy };
  const builder = findBuilder(build, install);
  if (builder) return { kind: 'unwanted', because: builder };
  const hider = firstFound(targets, (target) => findContent(build, install, target));
  const parts = partsOf(build, run, user, cache, targets);
  if (!hider) return { targets: parts.length > 0 && isSharedPlace(build, run, cache, targets) ? parts : targets };
  // A directory that is copied in place of the whole cache may hold its parts.
  const whole = firstFound(targets, (target) => findTree(build, install, target));
  if (!whole && parts.length > 0 && parts.every((part) => !findContent(build, install, part)))
    return { targets: parts };
  return hides(build, whole ?? hider, targets);
}

const NO_PARTS: readonly never[] = [];

/** The narrower directories of a cache, absolute; none when the file does not tell where they are. */
function partsOf(
  build: Build,
  run: RunInstruction,
  user: EffectiveUser,
  { narrower, target }: PackageCache,
  targets: readonly string[],
): readonly string[] {
  if (!narrower) return NO_PARTS;
  // Where the cache lies elsewhere, its parts do, too.
  const moved = targets.length === 1 && narrower.every((each) => each.startsWith(`${target}/`));
  const parts: string[] = [];
  for (const each of narrower) {
    const part = moved ? targets[0]! + each.slice(target.length) : resolve(build, run, user, each);
    if (part === undefined) return NO_PARTS;
    parts.push(part);
  }
  return parts;
}

/** Whether something that is no cache may lie in its directories, too. */
function isSharedPlace(
  build: Build,
  run: RunInstruction,
  { narrowWith }: PackageCache,
  targets: readonly string[],
): boolean {
  return (narrowWith?.test(build.source.text) ?? false) || targets.some((target) => isMountedBelow(build, run, target));
}

function firstFound<Found>(targets: readonly string[], find: (target: string) => Found | undefined): Found | undefined {
  for (const target of targets) {
    const found = find(target);
    if (found) return found;
  }
  return undefined;
}

function hides(build: Build, { start }: Filled['by'], targets: readonly string[]): NoPlan {
  const line = lineAt(build.source, start) + 1;
  return {
    kind: 'unwanted',
    because: `Line ${line} puts files into ${targets.join(' and ')}, which a mount would hide.`,
  };
}

function isCopy(by: Filled['by']): by is Instruction {
  return 'keyword' in by;
}

/** Whether an install's RUN fetches apt's package lists itself. */
function updatesLists({ command }: PackageInstall): boolean {
  for (const { name, arguments: words } of command.script.commands) {
    if ((name === 'apt-get' || name === 'apt') && words.some(isUpdate)) return true;
  }
  return false;
}

function isUpdate({ value }: ShellWord): boolean {
  return value === 'update';
}

/** Whether a later RUN installs with apt from lists that it does not fetch itself. */
function leavesLists(build: Build, run: RunInstruction): boolean {
  for (const install of build.installs) {
    const { manager, instruction } = install;
    if (instruction.index <= run.index || manager.keeping !== 'docker-clean') continue;
    if (isBasedOn(build, instruction.stage, run.stage) && !updatesLists(install)) return true;
  }
  return false;
}

/** Whether anything reads or sets which packages were installed automatically: apt keeps that beside the lists. */
const usesAutomaticMarks = oncePerBuild((build): boolean => {
  for (const { name, arguments: words } of commandsNamed(build, 'apt', 'apt-get', 'apt-mark')) {
    if (name === 'apt-mark' || words.some(removesAutomatic)) return true;
  }
  return false;
});

function removesAutomatic({ value }: ShellWord): boolean {
  return (value[0] === 'a' || value[0] === '-') && /^-*auto-?(?:remove|purge)$/.test(value);
}

/** Who reads a directory of the image after the RUN, so that its content has to be in the image; a sentence. */
function findReader(build: Build, run: RunInstruction, target: string, manager: PackageManager): string | undefined {
  const user = findLaterUse(build, run, target);
  if (user) return `Line ${lineAt(build.source, user.start) + 1} uses what this step leaves in ${target}.`;
  const touchesTarget = (path: string) => path !== '/' && (isAround(path, target) || isAround(target, path));
  for (let index = run.index + 1; index < build.instructions.length; index++) {
    const instruction = build.instructions[index]!;
    switch (instruction.keyword) {
      case 'COPY':
        if (instruction.from && copies(build, instruction, run, touchesTarget)) {
          return `Line ${lineAt(build.source, instruction.start) + 1} copies what this step leaves in ${target}.`;
        }
        break;
      case 'CMD':
      case 'ENTRYPOINT':
        if (isBasedOn(build, instruction.stage, run.stage) && runsManager(instruction, manager)) {
          const line = lineAt(build.source, instruction.start) + 1;
          return `The container runs ${manager.title} (line ${line}), which needs what lies in ${target}.`;
        }
    }
  }
  return undefined;
}

/**
 * Another RUN that an install shares its cache with as part of the image: a later one that builds on what this one publishes
 * there, or an earlier one that has published, or calls a program that may have; a sentence.
 */
function findBuilder(build: Build, install: PackageInstall): string | undefined {
  if (!install.manager.publishes) return undefined;
  const own = install.instruction;
  const isBehind = ({ script: { instruction } }: ShellCommand) =>
    instruction.index > own.index && isBasedOn(build, instruction.stage, own.stage);
  const isBefore = ({ script: { instruction } }: ShellCommand) =>
    instruction.index < own.index && isBasedOn(build, own.stage, instruction.stage);
  const other = build.installs.find(
    (each) =>
      each.manager.publishes !== undefined &&
      (each.instruction.index > own.index
        ? publishes(install) && isBasedOn(build, each.instruction.stage, own.stage)
        : each.instruction !== own && publishes(each) && isBasedOn(build, own.stage, each.instruction.stage)),
  );
  const lineOf = ({ start }: Span) => lineAt(build.source, start) + 1;
  const drivers = build.commands.filter(isDriver);
  const giver =
    other && other.instruction.index < own.index ? other.instruction : drivers.find(isBefore)?.script.instruction;
  if (giver) return `It may need what line ${lineOf(giver)} puts into its cache.`;
  const reader = other?.instruction ?? (publishes(install) ? drivers.find(isBehind)?.script.instruction : undefined);
  return reader && `Line ${lineOf(reader)} may need what this step puts into its cache.`;
}

function publishes({ manager, command }: PackageInstall): boolean {
  return command.arguments.some(({ value }) => manager.publishes?.includes(value.split(':').at(-1)!));
}

/** Whether a RUN has a mount, of a secret for instance, inside a directory. */
function isMountedBelow(build: Build, run: RunInstruction, target: string): boolean {
  if (run.mounts.length === 0) return false;
  return run.mounts.some((mount) => {
    const at = mountTarget(build, run, mount);
    return at !== undefined && at !== target && isAround(target, at);
  });
}

/** Whether a COPY takes a path of some kind out of the RUN's stage. */
export function copies(
  build: Build,
  copy: Extract<Instruction, { keyword: 'COPY' | 'ADD' }>,
  run: RunInstruction,
  matches: (path: string) => boolean,
): boolean {
  const copied = readCopied(build, copy);
  if (!copied?.stage || !isBasedOn(build, copied.stage.index, run.stage)) return false;
  return copied.items.some(({ source }) => matches(source === '.' ? '/' : `/${source}`));
}

/** Whether CMD or ENTRYPOINT calls a manager in a way that reads its caches, or a program that does. */
function runsManager(
  { words }: Instruction,
  { commands, readsCacheAtRunTime: calls, runners }: PackageManager,
): boolean {
  if (!calls) return false;
  const values = words.flatMap(({ value }) => value.split(/[\s;&|]+/));
  return values.some((value, index) => {
    const name = value.split('/').at(-1)!;
    if (runners?.test(name)) return true;
    return commands.includes(name) && calls.test(values[index + 1] ?? '');
  });
}

/** Commands that make or clear directories but put nothing into them. */
const FILLS_NOTHING = new Set([
  'rm',
  'mkdir',
  'chown',
  'chmod',
  'ls',
  'cd',
  'test',
  '[',
  'du',
  'find',
  'install',
  'echo',
  'export',
]);

/** A path that an instruction or command may fill. */
interface Filled {
  readonly path: string;
  readonly by: Instruction | ShellCommand;
  readonly stage: number;
}

/** What puts files into a directory before an install runs: a COPY, or a command of the stage. */
export function findContent(
  build: Build,
  { command, instruction }: Pick<PackageInstall, 'command' | 'instruction'>,
  target: string,
): Filled['by'] | undefined {
  // A path in the directory has its name in the text, in one place or another: mostly it has not, and that is quick to see.
  if (isInText(build, tellingName(target))) {
    for (const { path, by, stage } of filledPaths(build)) {
      if (by.start < command.start && isAround(target, path) && isBasedOn(build, instruction.stage, stage)) return by;
    }
  }
  return findInContext(build, instruction, target);
}

/** The first hidden directory of a path, or else its last part. */
function tellingName(path: string): string {
  const dot = path.indexOf('/.');
  if (dot === -1) return path.slice(path.lastIndexOf('/') + 1);
  const end = path.indexOf('/', dot + 1);
  return path.slice(dot + 1, end === -1 ? path.length : end);
}

/** The COPY that puts files into one of some directories before an install runs. */
function findCopy(
  build: Build,
  { command, instruction }: PackageInstall,
  targets: readonly string[],
): Instruction | undefined {
  for (const target of targets) {
    for (const { path, by, stage } of copiedPaths(build)) {
      if (by.start < command.start && isAround(target, path) && isBasedOn(build, instruction.stage, stage)) return by;
    }
    const found = findInContext(build, instruction, target);
    if (found) return found;
  }
  return undefined;
}

/** A COPY of a directory of the context around a place, with files in it that come to lie there: `WORKDIR /root`, `COPY . .`. */
function findInContext(build: Build, { index, stage }: RunInstruction, target: string): Instruction | undefined {
  const { context } = build;
  if (!context) return undefined;
  return build.instructions.find((copy) => {
    if (copy.index >= index || (copy.keyword !== 'COPY' && copy.keyword !== 'ADD')) return false;
    if (!isBasedOn(build, stage, copy.stage)) return false;
    const copied = readCopied(build, copy);
    return copied?.items.some(({ place, tree, source }) => {
      const at = place.root === '/' ? placeText(place) : '';
      if (copied.origin !== 'context' || !tree || at === target || !isAround(at || '?', target)) return false;
      const inner = target.slice(at === '/' ? 1 : at.length + 1);
      const start = `${source === '.' ? '' : `${source}/`}${inner}/`;
      return context.files?.some((file) => file.startsWith(start));
    });
  });
}

/** The COPY of a directory to a place, before an install runs. */
function findTree(build: Build, { command, instruction }: PackageInstall, target: string): Filled['by'] | undefined {
  return filledPaths(build).find(
    ({ path, by, stage }) =>
      isCopy(by) && path === target && by.start < command.start && isBasedOn(build, instruction.stage, stage),
  )?.by;
}

/** Where COPYs put things, as far as the file tells. */
const copiedPaths = oncePerBuild((build) => {
  const found: (Filled & { readonly by: Instruction })[] = [];
  for (const copy of build.instructions) {
    if (copy.keyword !== 'COPY' && copy.keyword !== 'ADD') continue;
    for (const { place } of readCopied(build, copy)?.items ?? []) {
      if (place.root === '/') found.push({ path: placeText(place), by: copy, stage: copy.stage });
    }
  }
  return found;
});

/** Every path that a COPY or a command of the file names and may fill. */
const filledPaths = oncePerBuild((build): readonly Filled[] => {
  const found: Filled[] = [...copiedPaths(build)];
  for (const command of build.commands) {
    if (!FILLS_NOTHING.has(command.name ?? '')) {
      for (const word of command.arguments) addFilled(build, command, word, found);
    }
    for (const { operator, target } of command.redirects) {
      if (target && operator.startsWith('>')) addFilled(build, command, target, found);
    }
  }
  return found;
});

function addFilled(build: Build, command: ShellCommand, word: ShellWord, found: Filled[]): void {
  const { value } = word;
  if (value[0] !== '/' && value[0] !== '~' && !value.startsWith('${HOME}')) return;
  const path = readPath(build, command, word);
  if (path !== undefined) found.push({ path, by: command, stage: command.script.instruction.stage });
}
