import type { PackageCache, PackageManager, Setting } from '../../knowledge/package-manager';
import type { Build, Stage } from '../build-types';
import type { InstallFlag, PackageInstall } from '../installs/install';
import { readSettingsFiles } from '../installs/settings-files';
import { oncePerBuild } from '../once-per-build';
import { directoryAt } from '../order/copied';
import { placeText, ROOT, readPlace } from '../order/places';
import { commandsNamed } from '../shell/named-commands';
import type { ShellCommand, ShellWord } from '../shell/shell-command';
import { type EffectiveUser, imageName, readUser } from '../stages/user';
import type { Mount, RunInstruction } from '../syntax/instruction';

/** What has to be known of a package manager's call to tell where its caches are. */
export interface CacheCall {
  readonly manager: PackageManager;
  readonly command: ShellCommand;
  readonly instruction: RunInstruction;
  readonly flags: readonly InstallFlag[];
  readonly verbName?: string;
}

/** A cache of a package manager's call, and where it is. */
export interface CachePlace {
  readonly manager: PackageManager;
  readonly cache: PackageCache;
  /** Absolute directories, one unless only parts of the cache can be mounted; undefined when the file does not tell. */
  readonly targets?: readonly string[];
  /** Why `targets` is missing. */
  readonly because?: string;
}

/** The caches that an install fills, as far as anything is known of them. */
export function findCaches(build: Build, install: PackageInstall): readonly CachePlace[] {
  const { manager, verbName } = install;
  const places: CachePlace[] = [];
  for (const cache of manager.caches) {
    const { verbs, notVerbs, unusedWith } = cache;
    if ((verbs && !verbs.includes(verbName)) || notVerbs?.includes(verbName)) continue;
    if (unusedWith && hasAnySetting(build, install, unusedWith)) continue;
    const place = findCache(build, install, cache);
    if (place) places.push(place);
  }
  return places;
}

/** Where a cache is; undefined when the manager is installed in a place of its own that the base image does not tell. */
export function findCache(build: Build, call: CacheCall, cache: PackageCache): CachePlace | undefined {
  const { manager, instruction } = call;
  const { runsFrom } = cache;
  if (
    runsFrom &&
    (hasAnySetting(build, call, runsFrom.when) || (runsFrom.unless && !hasAnySetting(build, call, runsFrom.unless)))
  ) {
    return unknownPlace(manager, cache, runsFrom.because);
  }
  const flag = cache.flags && findFlag(call, cache.flags);
  if (flag) {
    const literal = (flag.valueWord ?? flag.word).literal && flag.value;
    const path = literal ? absolute(build, instruction, literal) : undefined;
    return path
      ? knownPlace(manager, cache, [path])
      : unknownPlace(manager, cache, `${flag.name} names a place that only the build knows.`);
  }
  const told = cache.unknownWith ? findTold(build, call, cache.unknownWith) : 'no';
  if (told === 'yes') return ownPlace(manager, cache);
  const stage = build.stages[instruction.stage];
  const whole = !cache.wholeWith || hasAnySetting(build, call, cache.wholeWith);
  const writesBeside = !whole || cache.writesBeside === 'always' || hasAnySetting(build, call, cache.writesBeside);
  if (cache.variables) {
    for (const { name, suffix = '' } of cache.variables) {
      const found = lookupVariable(build, call, name);
      if (!found) continue;
      const end = suffix.replace('$ABI', rubyAbi(stage) ?? '$ABI');
      const path = found.value ? absolute(build, instruction, found.value.split(':')[0]!) : undefined;
      if (!path || end.includes('$')) {
        return unknownPlace(manager, cache, `${name} names a place that only the build knows.`);
      }
      const place = `${path === '/' ? '' : path}${end}`;
      const parts = whole ? [place] : cache.narrower!.map((each) => place + each.slice(cache.target.length));
      const blocked = end !== '' || !whole ? findBlocker(build, call, writesBeside, parts) : undefined;
      return blocked ? unknownPlace(manager, cache, blocked) : knownPlace(manager, cache, parts);
    }
  }
  const { unusedOn, images, onlyImages, knownImages } = cache;
  if (unusedOn && isImage(stage, unusedOn)) return undefined;
  const row = images?.find((each) => isImage(stage, each));
  if (!row) {
    if (told === 'weakly' || cache.unknownFor?.includes(call.verbName ?? '')) return ownPlace(manager, cache);
    if (onlyImages && !isImage(stage, { image: onlyImages })) return undefined;
    if (knownImages && !isImage(stage, { image: knownImages })) {
      const because = `The base image does not tell where ${manager.title} keeps what it downloads.`;
      return unknownPlace(manager, cache, because);
    }
  }
  const user = readUser(build, instruction);
  const target = row?.target ?? (user.root ? cache.target : (cache.userTarget ?? cache.target));
  const targets: string[] = [];
  for (const each of whole ? [target] : (cache.narrower ?? [target])) {
    const resolved = resolve(build, instruction, user, each);
    if (resolved === undefined) return unknownPlace(manager, cache, unresolved(user, target));
    targets.push(resolved);
  }
  const blocked =
    target === cache.userTarget && cache.writesBeside === 'always'
      ? undefined
      : findBlocker(build, call, writesBeside, targets);
  return blocked ? unknownPlace(manager, cache, blocked) : knownPlace(manager, cache, targets);
}

function knownPlace(manager: PackageManager, cache: PackageCache, targets: readonly string[]): CachePlace {
  return { manager, cache, targets, because: undefined };
}

function unknownPlace(manager: PackageManager, cache: PackageCache, because: string): CachePlace {
  return { manager, cache, targets: undefined, because };
}

function ownPlace(manager: PackageManager, cache: PackageCache): CachePlace {
  return unknownPlace(manager, cache, `${manager.title} is told to use a place of its own.`);
}

function findFlag({ flags }: CacheCall, names: readonly string[]): InstallFlag | undefined {
  for (const flag of flags) if (names.includes(flag.name)) return flag;
  return undefined;
}

/** Whether a call is told to use another place; weakly, where a variable would still say which. */
function findTold(build: Build, call: CacheCall, settings: readonly Setting[]): 'yes' | 'weakly' | 'no' {
  let told: 'weakly' | 'no' = 'no';
  for (const setting of settings) {
    if ((setting.weak && told === 'weakly') || !hasSetting(build, call, setting)) continue;
    if (!setting.weak) return 'yes';
    told = 'weakly';
  }
  return told;
}

/** Whether a stage's base image, by its name or the last segment of it, and its tag are what a row is about. */
function isImage(stage: Stage | undefined, { image, tag }: { readonly image: RegExp; readonly tag?: RegExp }): boolean {
  const name = stage ? imageName(stage) : '';
  if (!image.test(name) && !image.test(name.slice(name.lastIndexOf('/') + 1))) return false;
  return !tag || tag.test(tagOf(stage) || 'latest');
}

/**
 * Why a user can't have mounts in some places: directories above a mount that are not there are made by the builder, belong to root
 * while the step runs, and are gone afterwards.
 */
function findBlocker(
  build: Build,
  { manager, instruction }: CacheCall,
  writesBeside: boolean,
  targets: readonly string[],
): string | undefined {
  if (!writesBeside) return undefined;
  const user = readUser(build, instruction);
  if (user.root) return undefined;
  const parents = targets.map((target) => target.slice(0, target.lastIndexOf('/')));
  const lacking = parents.find((parent) => parent !== user.home && !isMade(build, instruction, parent));
  return lacking === undefined
    ? undefined
    : `${manager.title} also writes to ${lacking}, which would belong to root and not to ${user.name}.`;
}

/** Whether an earlier step of the stage makes a directory, or something in it. */
function isMade(build: Build, { index, stage }: RunInstruction, directory: string): boolean {
  return build.commands.some(
    (command) =>
      MAKERS.has(command.name ?? '') &&
      command.script.instruction.index < index &&
      isBasedOn(build, stage, command.script.instruction.stage) &&
      command.arguments.some((word) => {
        const path = readPath(build, command, word);
        return path !== undefined && isAround(directory, path);
      }),
  );
}

const MAKERS = new Set(['chown', 'install', 'mkdir']);

function unresolved(user: EffectiveUser, target: string): string {
  return target.startsWith('$WORKDIR')
    ? 'The working directory is not known.'
    : `The home directory of the user ${user.name} is not known.`;
}

/** `~` and `$WORKDIR` of a knowledge entry made absolute; undefined when the file does not tell. */
export function resolve(
  build: Build,
  instruction: RunInstruction,
  user: EffectiveUser,
  target: string,
): string | undefined {
  if (target.startsWith('~'))
    return user.home === undefined
      ? undefined
      : (user.home.endsWith('/') ? user.home.slice(0, -1) : user.home) + target.slice(1);
  return target.startsWith('$WORKDIR') ? absolute(build, instruction, `.${target.slice('$WORKDIR'.length)}`) : target;
}

/** A path made absolute by the working directory; undefined when that is not known, or the path holds a variable. */
function absolute(build: Build, { index }: RunInstruction, path: string): string | undefined {
  if (path.startsWith('~')) return undefined;
  if (path.includes('$')) return undefined;
  const place = readPlace(path, path.startsWith('/') ? ROOT : directoryAt(build, index));
  return place.root === '/' ? placeText(place) : undefined;
}

/** The directory of Ruby's version, `3.2.0` for all of 3.2, by the base image's tag. */
function rubyAbi(stage: Stage | undefined): string | undefined {
  const version = stage && imageName(stage) === 'ruby' ? /^(\d+\.\d+)/.exec(tagOf(stage))?.[1] : undefined;
  return version && `${version}.0`;
}

export function tagOf(stage: Stage | undefined): string {
  return /:([^/:@]+)(?:@|$)/.exec(stage?.root ?? '')?.[1] ?? '';
}

/** A variable as the call sees it: set in front of it, exported before it in the script, or in force by ENV and ARG. */
export function lookupVariable(
  build: Build,
  { command, instruction }: Pick<CacheCall, 'command' | 'instruction'>,
  name: string,
): { readonly value?: string | undefined } | undefined {
  const given = lookupGiven(command, name);
  if (given) return given;
  return build.states[instruction.index]!.scope.lookup(name);
}

/** A variable that a call is given in its script: in front of it, or by an `export` before. */
export function lookupGiven(command: ShellCommand, name: string): { readonly value: string | undefined } | undefined {
  for (const { name: assigned, value } of command.assignments) {
    if (assigned === name) return { value: value.literal ? value.value : undefined };
  }
  // `env NAME=value`, `sudo NAME=value`.
  const end = command.nameWord?.start ?? 0;
  for (const word of command.words) {
    if (word.start >= end) break;
    if (assigns(word, name)) return { value: word.literal ? word.value.slice(name.length + 1) : undefined };
  }
  for (const { name: program, arguments: words, start } of command.script.commands) {
    if (program !== 'export' || start >= command.start) continue;
    const word = words.find((each) => assigns(each, name));
    if (word) return { value: word.literal ? word.value.slice(name.length + 1) : undefined };
  }
  return undefined;
}

/** Whether a word is `NAME=…`. */
function assigns({ value }: ShellWord, name: string): boolean {
  return value[name.length] === '=' && value.startsWith(name);
}

function hasAnySetting(build: Build, call: CacheCall, settings: readonly Setting[] | undefined): boolean {
  if (settings) for (const setting of settings) if (hasSetting(build, call, setting)) return true;
  return false;
}

/** Whether something is set for a call. */
export function hasSetting(build: Build, call: CacheCall, { word, variable, file }: Setting): boolean {
  if (file) return hasLine(build, file, word);
  if (variable) return lookupVariable(build, call, variable)?.value?.includes(word) ?? false;
  if (
    word.startsWith('-') &&
    call.command.arguments.some(({ value }) => value === word || value.startsWith(`${word}=`))
  ) {
    return true;
  }
  if (!word.includes(' ')) return false;
  const { manager, instruction } = call;
  const wanted = word.endsWith('=') ? ` ${word}` : ` ${word} `;
  for (const { arguments: words, script } of commandsNamed(build, ...manager.commands)) {
    if (script.instruction.index > instruction.index) continue;
    if (` ${words.map(({ value }) => value).join(' ')} `.includes(wanted)) return true;
  }
  return false;
}

/** Whether a project's file has a line that starts with some text, quotes aside. */
function hasLine(build: Build, file: string, start: string): boolean {
  const known = linesOf(build);
  let lines = known.get(file);
  if (!lines) {
    const texts = readSettingsFiles(build.context, build.instructions, file);
    lines = texts.flatMap((text) => text.split('\n')).map((line) => line.trim().replace(/["']/g, ''));
    known.set(file, lines);
  }
  return lines.some((line) => line.startsWith(start));
}

const linesOf = oncePerBuild(() => new Map<string, readonly string[]>());

/** Where a mount lies, absolute, variables resolved as the builder does it; undefined when it can't be told. */
export function mountTarget(build: Build, run: RunInstruction, { target }: Mount): string | undefined {
  if (target === undefined) return undefined;
  if (!target.includes('$')) return absolute(build, run, target);
  const { scope } = build.states[run.index]!;
  let known = true;
  const path = target.replace(/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g, (_, braced?: string, bare?: string) => {
    const value = scope.lookup(braced ?? bare ?? '')?.value;
    if (value === undefined) known = false;
    return value ?? '';
  });
  return known ? absolute(build, run, path) : undefined;
}

/** Whether the RUN already has a mount for a cache, here or in a place where people put it. An unreadable target counts. */
export function isMounted(build: Build, run: RunInstruction, { cache, targets = [] }: CachePlace): boolean {
  if (run.mounts.length === 0) return false;
  return run.mounts.some((mount) => {
    if (mount.type !== 'cache' && mount.type !== 'tmpfs' && mount.type !== 'bind') return false;
    const target = mountTarget(build, run, mount);
    if (target === undefined) return mount.type === 'cache';
    return targets.some((each) => isAround(target, each)) || servesCache(target, cache);
  });
}

/** Whether a RUN has a mount at a directory, or around it. */
export function isMountedAt(build: Build, run: RunInstruction, target: string): boolean {
  if (run.mounts.length === 0) return false;
  return run.mounts.some((mount) => {
    const at = mountTarget(build, run, mount);
    return at !== undefined && isAround(at, target);
  });
}

/** The cache mounts of a RUN whose place is known. */
export function cacheMounts(
  build: Build,
  run: RunInstruction,
): readonly { readonly mount: Mount; readonly target: string }[] {
  if (run.mounts.length === 0) return NO_MOUNTS;
  const found: { readonly mount: Mount; readonly target: string }[] = [];
  for (const mount of run.mounts) {
    const target = mount.type === 'cache' ? mountTarget(build, run, mount) : undefined;
    if (target !== undefined) found.push({ mount, target });
  }
  return found;
}

const NO_MOUNTS: readonly never[] = [];

/** Whether a mount's directory is one of those where a cache is kept, whoever's home it is below. */
export function servesCache(target: string, cache: PackageCache): boolean {
  const places = [
    cache.target,
    cache.userTarget,
    ...(cache.equivalents ?? []),
    ...(cache.narrower ?? []),
    ...(cache.images ?? []).map((row) => row.target),
  ];
  return places.some((place) => place !== undefined && fits(target, place));
}

/** Whether a directory is a known place, or lies inside it; `~` stands for any directory. */
function fits(target: string, place: string): boolean {
  if (place.startsWith('$WORKDIR')) return false;
  if (!place.startsWith('~')) return isAround(place, target);
  const rest = place.slice(1);
  return target.endsWith(rest) || target.includes(`${rest}/`);
}

/** Whether a directory is another, or lies around it. */
export function isAround(outer: string, inner: string): boolean {
  return outer === inner || outer === '/' || (inner[outer.length] === '/' && inner.startsWith(outer));
}

/** A shell word as an absolute path, globs kept; undefined when the file does not tell. */
export function readPath(build: Build, command: ShellCommand, word: ShellWord): string | undefined {
  const run = command.script.instruction;
  const expanded = word.value.includes('${') ? expandWord(build, command, word) : word.value;
  if (expanded === undefined) return undefined;
  let path: string | undefined = expanded;
  if (expanded === '~' || expanded.startsWith('~/')) {
    const { home } = readUser(build, run);
    path = home && home + expanded.slice(1);
  }
  if (path === undefined || path.includes('$') || path.startsWith('~')) return undefined;
  const isAbsolute = path.startsWith('/');
  if (!isAbsolute && changesDirectory(command)) return undefined;
  const place = readPlace(path, isAbsolute ? ROOT : directoryAt(build, run.index));
  return place.root === '/' ? placeText(place) : undefined;
}

/** A word's value with its variables, as far as they are plain ones; undefined when one is not known. */
function expandWord(build: Build, command: ShellCommand, word: ShellWord): string | undefined {
  const run = command.script.instruction;
  let known = true;
  const expanded = word.value.replace(/\$\{([A-Za-z_]\w*)\}/g, (_, name: string) => {
    const value =
      name === 'HOME' ? readUser(build, run).home : lookupVariable(build, { command, instruction: run }, name)?.value;
    if (value === undefined) known = false;
    return value ?? '';
  });
  return known ? expanded : undefined;
}

function changesDirectory({ script, start }: ShellCommand): boolean {
  return script.commands.some(({ name, start: at }) => (name === 'cd' || name === 'pushd') && at < start);
}

/** Whether a stage is another, or is FROM it. */
export function isBasedOn(build: Build, stage: number, ancestor: number): boolean {
  for (let at: Stage | undefined = build.stages[stage]; at; at = at.parent) if (at.index === ancestor) return true;
  return false;
}
