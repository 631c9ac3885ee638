import type { PackageCache, PackageManager, Setting } from '../../knowledge/package-manager';
import type { Build, Stage } from '../build-types';
import type { InstallFlag, PackageInstall } from '../installs/install';
import { readSettingsFiles } from '../installs/settings-files';
import { oncePerBuild } from '../once-per-build';
import { directoryAt } from '../order/copied';
import { placeText, readPlace } from '../order/places';
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
  return manager.caches
    .filter(({ verbs, notVerbs }) => (!verbs || verbs.includes(verbName)) && !notVerbs?.includes(verbName))
    .filter(({ unusedWith }) => !unusedWith?.some((setting) => hasSetting(build, install, setting)))
    .flatMap((cache) => findCache(build, install, cache) ?? []);
}

/** Where a cache is; undefined when the manager is installed in a place of its own that the base image does not tell. */
export function findCache(build: Build, call: CacheCall, cache: PackageCache): CachePlace | undefined {
  const { manager, instruction } = call;
  const { runsFrom } = cache;
  const at = (targets: readonly string[]): CachePlace => ({ manager, cache, targets, because: undefined });
  const unknown = (because: string): CachePlace => ({ manager, cache, targets: undefined, because });
  const isSet = (setting: Setting) => hasSetting(build, call, setting);
  if (runsFrom && (runsFrom.when?.some(isSet) || (runsFrom.unless && !runsFrom.unless.some(isSet)))) {
    return unknown(runsFrom.because);
  }
  const flag = call.flags.find(({ name }) => cache.flags?.includes(name));
  if (flag) {
    const literal = (flag.valueWord ?? flag.word).literal && flag.value;
    const path = literal ? absolute(build, instruction, literal) : undefined;
    return path ? at([path]) : unknown(`${flag.name} names a place that only the build knows.`);
  }
  const elsewhere = unknown(`${manager.title} is told to use a place of its own.`);
  const told = cache.unknownWith?.filter(isSet) ?? [];
  if (told.some(({ weak }) => !weak)) return elsewhere;
  const stage = build.stages[instruction.stage];
  const image = stage ? imageName(stage) : '';
  const isImage = (pattern: RegExp) => pattern.test(image) || pattern.test(image.slice(image.lastIndexOf('/') + 1));
  const whole = !cache.wholeWith || cache.wholeWith.some(isSet);
  const writesBeside = !whole || cache.writesBeside === 'always' || (cache.writesBeside?.some(isSet) ?? false);
  for (const { name, suffix = '' } of cache.variables ?? []) {
    const found = lookupVariable(build, call, name);
    if (!found) continue;
    const end = suffix.replace('$ABI', rubyAbi(stage) ?? '$ABI');
    const path = found.value ? absolute(build, instruction, found.value.split(':')[0]!) : undefined;
    if (!path || end.includes('$')) return unknown(`${name} names a place that only the build knows.`);
    const place = `${path === '/' ? '' : path}${end}`;
    const parts = whole ? [place] : cache.narrower!.map((each) => place + each.slice(cache.target.length));
    const blocked = end !== '' || !whole ? findBlocker(build, call, writesBeside, parts) : undefined;
    return blocked ? unknown(blocked) : at(parts);
  }
  const tag = tagOf(stage) || 'latest';
  if (cache.unusedOn && isImage(cache.unusedOn.image) && cache.unusedOn.tag.test(tag)) return undefined;
  const row = cache.images?.find((each) => isImage(each.image) && (!each.tag || each.tag.test(tag)));
  if (!row && (told.length > 0 || cache.unknownFor?.includes(call.verbName ?? ''))) return elsewhere;
  if (!row && cache.onlyImages && !isImage(cache.onlyImages)) return undefined;
  if (!row && cache.knownImages && !isImage(cache.knownImages)) {
    return unknown(`The base image does not tell where ${manager.title} keeps what it downloads.`);
  }
  const user = readUser(build, instruction);
  const target = row?.target ?? (user.root ? cache.target : (cache.userTarget ?? cache.target));
  const targets = (whole ? [target] : (cache.narrower ?? [target])).map((each) =>
    resolve(build, instruction, user, each),
  );
  if (!targets.every((each) => each !== undefined)) return unknown(unresolved(user, target));
  const blocked =
    target === cache.userTarget && cache.writesBeside === 'always'
      ? undefined
      : findBlocker(build, call, writesBeside, targets);
  return blocked ? unknown(blocked) : at(targets);
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
  const user = readUser(build, instruction);
  if (user.root || !writesBeside) return undefined;
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
    return user.home === undefined ? undefined : user.home.replace(/\/$/, '') + target.slice(1);
  return target.startsWith('$WORKDIR') ? absolute(build, instruction, `.${target.slice('$WORKDIR'.length)}`) : target;
}

/** A path made absolute by the working directory; undefined when that is not known, or the path holds a variable. */
function absolute(build: Build, { index }: RunInstruction, path: string): string | undefined {
  if (path.startsWith('~')) return undefined;
  const place = readPlace(path, directoryAt(build, index));
  return place.root === '/' && !path.includes('$') ? placeText(place) : undefined;
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
): { value?: string } | undefined {
  const own = command.assignments.find((assignment) => assignment.name === name);
  if (own) return own.value.literal ? { value: own.value.value } : {};
  // `env NAME=value`, `sudo NAME=value`.
  const given = command.words.find(
    (word) => word.start < (command.nameWord?.start ?? 0) && word.value.startsWith(`${name}=`),
  );
  if (given) return given.literal ? { value: given.value.slice(name.length + 1) } : {};
  for (const { name: program, arguments: words, start } of command.script.commands) {
    if (start >= command.start || program !== 'export') continue;
    const word = words.find(({ value }) => value.startsWith(`${name}=`));
    if (word) return word.literal ? { value: word.value.slice(name.length + 1) } : {};
  }
  const variable = build.states[instruction.index]!.scope.lookup(name);
  return variable && (variable.value === undefined ? {} : { value: variable.value });
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
  return build.commands.some(
    ({ name, arguments: words, script }) =>
      name !== undefined &&
      manager.commands.includes(name) &&
      script.instruction.index <= instruction.index &&
      ` ${words.map(({ value }) => value).join(' ')} `.includes(word.endsWith('=') ? ` ${word}` : ` ${word} `),
  );
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
  return run.mounts.some((mount) => {
    if (mount.type !== 'cache' && mount.type !== 'tmpfs' && mount.type !== 'bind') return false;
    const target = mountTarget(build, run, mount);
    if (target === undefined) return mount.type === 'cache';
    return targets.some((each) => isAround(target, each)) || servesCache(target, cache);
  });
}

/** Whether a RUN has a mount at a directory, or around it. */
export function isMountedAt(build: Build, run: RunInstruction, target: string): boolean {
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
  return run.mounts.flatMap((mount) => {
    const target = mount.type === 'cache' ? mountTarget(build, run, mount) : undefined;
    return target === undefined ? [] : [{ mount, target }];
  });
}

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
  return outer === inner || outer === '/' || inner.startsWith(`${outer}/`);
}

/** A shell word as an absolute path, globs kept; undefined when the file does not tell. */
export function readPath(build: Build, command: ShellCommand, word: ShellWord): string | undefined {
  const run = command.script.instruction;
  const { home } = readUser(build, run);
  let known = true;
  const expanded = word.value.replace(/\$\{([A-Za-z_]\w*)\}/g, (_, name: string) => {
    const value = name === 'HOME' ? home : lookupVariable(build, { command, instruction: run }, name)?.value;
    if (value === undefined) known = false;
    return value ?? '';
  });
  const path = expanded === '~' || expanded.startsWith('~/') ? home && home + expanded.slice(1) : expanded;
  if (!known || path === undefined || path.includes('$') || path.startsWith('~')) return undefined;
  if (!path.startsWith('/') && changesDirectory(command)) return undefined;
  const place = readPlace(path, directoryAt(build, run.index));
  return place.root === '/' ? `/${place.parts.join('/')}` : undefined;
}

function changesDirectory({ script, start }: ShellCommand): boolean {
  return script.commands.some(({ name, start: at }) => (name === 'cd' || name === 'pushd') && at < start);
}

/** Whether a stage is another, or is FROM it. */
export function isBasedOn(build: Build, stage: number, ancestor: number): boolean {
  for (let at: Stage | undefined = build.stages[stage]; at; at = at.parent) if (at.index === ancestor) return true;
  return false;
}
