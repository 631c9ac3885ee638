import type { PackageCache } from '../../knowledge/package-manager';
import { type Edit, replace } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Build } from '../build-types';
import type { PackageInstall } from '../installs/install';
import { mapPerBuild } from '../once-per-build';
import type { ShellCommand } from '../shell/shell-command';
import { type EffectiveUser, readUser } from '../stages/user';
import type { RunInstruction } from '../syntax/instruction';
import { type Artefacts, findArtefacts } from './artefact-mount';
import { type CacheCleanup, findCleanups, hidesFailures, removeCleanups } from './cache-cleanups';
import { planFollower } from './cache-followers';
import { findGroup, findLockedOut, type Group, type RunPlan } from './cache-group';
import { insertFlags, keepDownloads, layoutOf } from './cache-keeping';
import { findLoss } from './cache-loss';
import { goOnline, isOffline } from './cache-offline';
import { isAround, lookupGiven } from './cache-places';
import { chooseTargets, findCacheOff, findContent, findUnmounted, type NoPlan } from './cache-targets';
import { findCollision } from './mount-collisions';

/** Cache mounts to add, and everything that has to change with them. */
export interface MountPlan {
  /** The RUNs that get mounts: the one asked for first, then those that would suffer if it alone had them, or it without them. */
  readonly runs: readonly RunInstruction[];
  /** Directories that are mounted in the first of them. */
  readonly targets: readonly string[];
  readonly edits: readonly Edit[];
  /** What else changes, and what is left to do. */
  readonly notes: readonly string[];
  /** Whether every image that is built of the file stays the same, to the last file. */
  readonly sameImage: boolean;
}

/** Whether there is no plan. */
export function isNoPlan(plan: MountPlan | MountChoice | NoPlan): plan is NoPlan {
  return 'because' in plan;
}

/** What a plan may include. */
export interface MountOptions {
  /** Also directories of build results, when it is certain who reads which of them; what is read is then copied out. */
  readonly artefacts?: boolean;
}

/** Mounts for some installs of one RUN, with the clean-ups that they make redundant and what the manager needs to use them. */
export function planMounts(
  build: Build,
  installs: readonly PackageInstall[],
  options: MountOptions = {},
): MountPlan | NoPlan {
  const run = installs[0]!.instruction;
  const plans: RunPlan[] = [];
  const groups = findGroup(build, run, installs);
  const lockedOut = findLockedOut(groups);
  if (lockedOut) {
    const line = lineAt(build.source, lockedOut.run.start) + 1;
    const because = `Line ${line} has no secret to download everything itself, as it must when the cache is empty.`;
    return { kind: 'manual', because };
  }
  for (const group of groups) {
    const part = group.driver
      ? planFollower(build, run, group.run, group.driver, plans[0]!)
      : planPart(build, group, options, group.run === run);
    if (!part) continue;
    if (isRefused(part)) {
      if (group.run === run) return part;
      const line = lineAt(build.source, group.run.start) + 1;
      return { kind: 'manual', because: `The RUN in line ${line} has to change with it. ${part.because}` };
    }
    plans.push(part);
  }
  const frontend = raiseFrontend(build);
  return {
    runs: plans.map((part) => part.run),
    targets: plans[0]!.targets,
    edits: [...plans.flatMap(({ edits }) => edits), ...(frontend ? [frontend.edit] : [])],
    notes: [...new Set([...plans.flatMap(({ notes }) => notes), ...(frontend ? [frontend.note] : [])])],
    sameImage: plans.every(({ sameImage }) => sameImage),
  };
}

function isRefused(part: RunPlan | NoPlan): part is NoPlan {
  return 'because' in part;
}

const partsOf = mapPerBuild<PackageInstall, Map<string, RunPlan | NoPlan>>();

/** The plan of one RUN; the same one is part of the plans for all the RUNs before it. */
function planPart(build: Build, group: Group, options: MountOptions, head: boolean): RunPlan | NoPlan {
  const parts = partsOf(build);
  const known = parts.get(group.installs[0]!) ?? new Map<string, RunPlan | NoPlan>();
  parts.set(group.installs[0]!, known);
  const key = `${head} ${options.artefacts} ${group.installs.map(({ command }) => command.start).join(' ')}`;
  const part = known.get(key) ?? planRun(build, group, { ...options, head });
  known.set(key, part);
  return part;
}

/** Mounts for one RUN, before anything that has to change with them. */
export interface MountChoice {
  /** One for each directory. */
  readonly mounts: readonly WantedMount[];
}

/** A cache mount for a directory. */
interface WantedMount {
  readonly target: string;
  readonly cache: PackageCache;
  readonly isSystem: boolean;
  /** Options of its flag. */
  readonly owner: string;
}

/** The directories that some installs of one RUN want mounted. Cheap: what a plan adds is left out. */
export function chooseMounts(build: Build, installs: readonly PackageInstall[]): MountChoice | NoPlan {
  return choose(build, installs, true);
}

/** @param head whether these installs are asked for, and not only follow from others */
function choose(build: Build, installs: readonly PackageInstall[], head: boolean): MountChoice | NoPlan {
  const run = installs[0]!.instruction;
  const user = readUser(build, run);
  const mounts: WantedMount[] = [];
  for (const install of installs) {
    const { manager, command } = install;
    const off = findCacheOff(build, install);
    if (off) return { kind: 'unwanted', because: `${off} switches the cache of ${manager.title} off.` };
    const isSystem = manager.kind === 'system';
    const switcher = isSystem ? undefined : findSwitcher(command);
    if (switcher) {
      const because = `${manager.title} runs under ${switcher}, so its cache may be that of either user.`;
      return { kind: 'manual', because };
    }
    const home = lookupGiven(command, 'HOME');
    if (home && home.value !== build.states[run.index]!.scope.lookup('HOME')?.value) {
      return { kind: 'manual', because: `${manager.title} is given a home directory of its own.` };
    }
    if (head && isOffline(build, install)) {
      return { kind: 'unwanted', because: 'It installs without the network what an earlier step downloaded.' };
    }
    for (const place of findUnmounted(build, install)) {
      const found = chooseTargets(build, run, install, user, place);
      if ('because' in found) {
        if (place.cache.optional) continue;
        return found;
      }
      for (const target of found.targets) {
        const owner = isSystem ? '' : ownerOptions(user);
        if (owner === undefined) {
          const because = `The number of the user ${user.name} is not known, and a mount without it belongs to root.`;
          return { kind: 'manual', because };
        }
        setMount(mounts, { target, cache: place.cache, isSystem, owner });
      }
    }
  }
  return mounts.length === 0 ? { kind: 'unwanted', because: 'It has its cache mounts already.' } : { mounts };
}

/** Of several for one directory the last counts, in the place of the first. */
function setMount(mounts: WantedMount[], mount: WantedMount): void {
  for (let at = 0; at < mounts.length; at++) {
    if (mounts[at]!.target !== mount.target) continue;
    mounts[at] = mount;
    return;
  }
  mounts.push(mount);
}

function flagOf(build: Build, run: RunInstruction, { target, cache, isSystem, owner }: WantedMount): string {
  const id = isSystem ? platformId(build, run, target) : '';
  const locked = cache.locked ? ',sharing=locked' : '';
  return `--mount=type=cache${id},target=${target}${locked}${owner}`;
}

function planRun(
  build: Build,
  { run, installs }: Group,
  { head, artefacts }: MountOptions & { readonly head: boolean },
): RunPlan | NoPlan {
  const choice = choose(build, installs, head);
  if ('because' in choice) return choice;
  const { script } = installs[0]!.command;
  const flags = new Map<string, string>();
  for (const mount of choice.mounts) flags.set(mount.target, flagOf(build, run, mount));
  const results = artefacts ? findResults(build, installs) : [];
  for (const { target } of results) {
    flags.set(target, `--mount=type=cache${platformId(build, run, target)},target=${target},sharing=locked`);
  }

  const targets = [...flags.keys()];
  const collision = findCollision(build, script, targets);
  if (collision) return { kind: 'manual', because: `${collide(collision)} where a mount makes the directory.` };
  const cleanups = findCleanups(build, script, targets);
  const removal = removeCleanups(build, script, cleanups);
  if (!removal) return { kind: 'manual', because: stubbornness(cleanups) };
  const hides = hidesFailures(build, script, cleanups);
  const online = installs.map((install) => (isOffline(build, install) ? goOnline(build, install) : []));
  if (online.includes(undefined)) {
    return { kind: 'manual', because: 'It installs without the network what an earlier step downloaded.' };
  }
  const keeping = keepDownloads(build, script, { installs, head });
  if ('because' in keeping) return { kind: 'manual', because: keeping.because };
  const layout = layoutOf(build, run, [...flags.values()], keeping.commands.length > 0);
  const changes = [...online.flatMap((edits) => edits ?? []), ...results.flatMap(({ edits }) => edits(layout))];
  const kept = choice.mounts.map(({ target }) => target);
  // What clean-ups of a system's package manager leave is not worth a word.
  const cleaned = (cleanups.length > 0 ? installs : [])
    .filter(({ manager }) => manager.kind === 'system')
    .flatMap((install) => findUnmounted(build, install).flatMap((place) => place.targets ?? []));
  const losing = kept.filter((target) => !cleaned.some((other) => isAround(other, target)));
  const system = installs.some(({ manager }) => manager.kind === 'system');
  const unfaithful = installs.find(({ manager }) => manager.kind !== 'system' && !FAITHFUL.has(manager.id));
  const loss = losing.length > 0 ? findLoss(build, run, losing) : undefined;
  return {
    run,
    targets,
    flags,
    edits: [insertFlags(build, run, [...flags.values()], layout), ...removal, ...keeping.edits(layout), ...changes],
    notes: [
      ...keeping.notes,
      ...results.flatMap(({ note }) => note ?? []),
      ...(loss ? [loss] : []),
      ...(unfaithful && !system && !loss
        ? [`${unfaithful.manager.title} uses what its cache holds, also what was built or linked for another image.`]
        : []),
      ...(hides ? [HIDDEN_FAILURE] : []),
    ],
    sameImage:
      !keeping.changesImage &&
      results.length === 0 &&
      changes.length === 0 &&
      !loss &&
      !hides &&
      !unfaithful &&
      !system,
  };
}

/** The program in front of a call that makes another user of whom it runs as. */
function findSwitcher({ words, nameWord, quotedBy }: ShellCommand): string | undefined {
  for (const word of words) {
    if (word === nameWord) break;
    const name = word.value.slice(word.value.lastIndexOf('/') + 1);
    if (SWITCHERS.has(name)) return name;
  }
  if (!quotedBy) return undefined;
  return quotedBy.name !== undefined && SWITCHERS.has(quotedBy.name) ? quotedBy.name : findSwitcher(quotedBy);
}

const SWITCHERS = new Set(['chroot', 'doas', 'gosu', 'runuser', 'setpriv', 'su', 'su-exec', 'sudo']);

/** A name of its own for each platform's cache, where a stage shows that it is built for several. */
function platformId(build: Build, run: RunInstruction, target: string): string {
  const stage = build.stages[run.stage];
  let root = stage;
  while (root?.parent) root = root.parent;
  if (!stage || root?.from.flags.some(({ name }) => name === 'platform')) return '';
  const variable = ['TARGETARCH', 'TARGETPLATFORM'].find((name) =>
    stage.instructions.some(
      (each) => each.keyword === 'ARG' && each.index < run.index && each.pairs.some((pair) => pair.name.value === name),
    ),
  );
  return variable ? `,id=${target.slice(1).replaceAll('/', '-')}-$${variable}` : '';
}

/** Directories of build results that can be mounted as well. */
export function findResults(build: Build, installs: readonly PackageInstall[]): readonly Artefacts[] {
  const found: Artefacts[] = [];
  if (!readUser(build, installs[0]!.instruction).root) return found;
  for (const install of installs) {
    const artefacts = findArtefacts(build, install);
    if (artefacts && !found.some(({ target }) => target === artefacts.target)) found.push(artefacts);
  }
  return found;
}

/**
 * Managers that take out of their caches what they would fetch, or what they would build the same: others keep what was built for
 * one image, or link to it.
 */
const FAITHFUL = new Set(['cargo', 'dotnet', 'go', 'gradle', 'maven', 'npm', 'sbt']);

const HIDDEN_FAILURE = 'The step now fails where the command before the clean-up fails; the clean-up ended it well.';

function collide({ words }: ShellCommand): string {
  return `\`${words.map(({ value }) => value).join(' ')}\` does something else, or fails,`;
}

/** Why clean-ups can't be taken out. */
function stubbornness(cleanups: readonly CacheCleanup[]): string {
  const { kind, words } = cleanups.find((cleanup) => cleanup.kind === 'more') ?? cleanups[0]!;
  const text = `\`${words.map(({ value }) => value).join(' ')}\``;
  if (kind === 'more') return `${text} removes more than the mounts would keep.`;
  if (kind === 'flag') return `${text} passes the caches by, and stands where it can't be taken out safely.`;
  return `${text} would empty the mounts, and stands where it can't be taken out safely.`;
}

/**
 * A cache mount that is asked for by its place alone, laid out and with the frontend that it needs; undefined where it would hide
 * something, or the command may run as somebody else.
 */
export function addCacheMount(
  build: Build,
  command: ShellCommand,
  target: string,
  options = '',
): { title: string; edits: readonly Edit[]; notes?: readonly string[]; safety?: 'unsafe' } | undefined {
  const { script } = command;
  const run = script.instruction;
  if (findSwitcher(command) || findContent(build, { command, instruction: run }, target)) return undefined;
  const cleanups = findCleanups(build, script, [target]);
  const removal = removeCleanups(build, script, cleanups);
  if (!removal || findCollision(build, script, [target])) return undefined;
  const flag = `--mount=type=cache,target=${target}${options}`;
  const frontend = raiseFrontend(build);
  const loss = hidesFailures(build, script, cleanups) ? HIDDEN_FAILURE : findLoss(build, run, [target]);
  return {
    title: `Add a cache mount at ${target}`,
    edits: [
      insertFlags(build, run, [flag], layoutOf(build, run, [flag], false)),
      ...removal,
      ...(frontend ? [frontend.edit] : []),
    ],
    ...(loss ? { notes: [loss], safety: 'unsafe' } : {}),
  };
}

/** The options that make a mount belong to the user, none for root; undefined when the number is not known. */
export function ownerOptions({ root, uid, gid }: EffectiveUser): string | undefined {
  if (root) return '';
  return uid && `,uid=${uid}${gid ? `,gid=${gid}` : ''}`;
}

const OLD_FRONTEND = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?:(1\.[01](?:\.\d+)?|0\.\d.*)$/;

/** Mounts came with version 1.2 of the Dockerfile frontend; without a `# syntax` line the builder brings a newer one. */
export function raiseFrontend({ directives }: Build): { readonly edit: Edit; readonly note: string } | undefined {
  const syntax = directives.find(({ name }) => name === 'syntax');
  const tag = syntax && OLD_FRONTEND.exec(syntax.value)?.[1];
  if (!syntax || !tag) return undefined;
  const { end } = syntax.valueSpan;
  return {
    edit: replace({ start: end - tag.length, end }, '1'),
    note: `Raises the Dockerfile frontend from ${tag} to 1, since mounts came with 1.2.`,
  };
}
