import { readBaseImage } from '../knowledge/base-images';
import type { PackageManager } from '../knowledge/package-manager';
import { type Edit, insert, replace } from '../text/edit';
import { lineAt } from '../text/source';
import type { Build } from './build-types';
import { findCleanups, removeCleanups, scriptOf } from './cache-cleanups';
import { keepDownloads, keepsDownloads, type Layout, layoutOf } from './cache-keeping';
import {
  type CachePlace,
  findCaches,
  isAround,
  isBasedOn,
  isMounted,
  lookupVariable,
  readPath,
  resolve,
} from './cache-places';
import { readCopied } from './copied';
import { copyOut, findReaders, type MountReader } from './copy-out';
import type { PackageInstall } from './install';
import type { Instruction, RunInstruction } from './instruction';
import { placeText } from './places';
import type { ShellCommand, ShellScript } from './shell-command';
import { removeWords } from './shell-edits';
import { type EffectiveUser, readUser } from './user';

/** Cache mounts to add, and everything that has to change with them. */
export interface MountPlan {
  /** The RUNs that get mounts: the one asked for first, then those that would suffer if it alone had them. */
  readonly runs: readonly RunInstruction[];
  /** Directories that are mounted in the first of them. */
  readonly targets: readonly string[];
  readonly edits: readonly Edit[];
  /** What else changes, and what is left to do. */
  readonly notes: readonly string[];
  /** Whether the image stays the same but for the content of the caches. */
  readonly sameImage: boolean;
}

/** Why there is no plan. */
export interface NoPlan {
  /** `unwanted`: mounts would do harm or nothing. `manual`: they would help, but no edit can be shown right. */
  readonly kind: 'unwanted' | 'manual';
  /** A sentence with a full stop. */
  readonly because: string;
}

/** Whether there is no plan. */
export function isNoPlan(plan: MountPlan | NoPlan): plan is NoPlan {
  return 'because' in plan;
}

/** The caches of an install that have no mount and that deserve one. */
export function findUnmounted(build: Build, install: PackageInstall): readonly CachePlace[] {
  return findCaches(build, install).filter(
    (place) => !place.cache.holdsArtefacts && !isMounted(build, install.instruction, place),
  );
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
  const parts: RunPlan[] = [];
  for (const group of findGroup(build, run, installs)) {
    const part = planRun(build, group, { ...options, head: group.run === run });
    if (isRefused(part)) {
      if (group.run === run) return part;
      const line = lineAt(build.source, group.run.start) + 1;
      return { kind: 'manual', because: `The RUN in line ${line} has to change with it. ${part.because}` };
    }
    parts.push(part);
  }
  const frontend = raiseFrontend(build);
  return {
    runs: parts.map((part) => part.run),
    targets: parts[0]!.targets,
    edits: [...parts.flatMap(({ edits }) => edits), ...(frontend ? [frontend.edit] : [])],
    notes: [...new Set([...parts.flatMap(({ notes }) => notes), ...(frontend ? [frontend.note] : [])])],
    sameImage: parts.every(({ sameImage }) => sameImage),
  };
}

/** A RUN and those of its installs that get mounts. */
interface Group {
  readonly run: RunInstruction;
  readonly installs: readonly PackageInstall[];
}

/**
 * The RUN and the later ones that need mounts with it: those that install without the network what it downloads, and those that
 * would leave downloads in the image once the system's package manager is told to keep them.
 */
function findGroup(build: Build, run: RunInstruction, installs: readonly PackageInstall[]): Group[] {
  const later = new Map<RunInstruction, PackageInstall[]>();
  for (const install of build.installs) {
    const { instruction, manager, offline } = install;
    if (instruction.index <= run.index || !isBasedOn(build, instruction.stage, run.stage)) continue;
    const twin = installs.find((each) => each.manager === manager || each.manager.caches === manager.caches);
    if (!twin) continue;
    const keeping = manager.keeping !== undefined && !keepsDownloads(build, twin);
    const leaves =
      keeping && manager.kind === 'system' && manager.keeping !== 'keepcache' && !hasWord(install, '--no-cache');
    if (!leaves && !offline) continue;
    if (findUnmounted(build, install).every(({ cache }) => cache.optional)) continue;
    later.set(instruction, [...(later.get(instruction) ?? []), install]);
  }
  return [{ run, installs }, ...[...later].map(([instruction, group]) => ({ run: instruction, installs: group }))];
}

function hasWord({ command }: PackageInstall, word: string): boolean {
  return command.arguments.some(({ value }) => value === word);
}

interface RunPlan {
  readonly run: RunInstruction;
  readonly targets: readonly string[];
  readonly edits: readonly Edit[];
  readonly notes: readonly string[];
  readonly sameImage: boolean;
}

function isRefused(part: RunPlan | NoPlan): part is NoPlan {
  return 'because' in part;
}

function planRun(
  build: Build,
  { run, installs }: Group,
  { head, artefacts }: MountOptions & { readonly head: boolean },
): RunPlan | NoPlan {
  const script = scriptOf(build, run);
  if (!script) return { kind: 'manual', because: 'The RUN runs in the builds of other images, by ONBUILD.' };
  const user = readUser(build, run);
  const flags = new Map<string, string>();
  const online: Edit[] = [];
  for (const install of installs) {
    const { manager, command } = install;
    const off = findCacheOff(build, install);
    if (off) return { kind: 'unwanted', because: `${off} switches the cache of ${manager.title} off.` };
    if (manager.kind !== 'system' && command.words[0]?.value === 'sudo') {
      return { kind: 'manual', because: `${manager.title} runs under sudo, so its cache may be that of either user.` };
    }
    if (isOffline(script, build, install)) {
      const edits = head ? undefined : goOnline(build, install);
      if (!edits)
        return { kind: 'unwanted', because: 'It installs without the network what an earlier step downloaded.' };
      online.push(...edits);
    }
    for (const place of findUnmounted(build, install)) {
      const found = chooseTargets(build, run, install, user, place);
      if ('because' in found) {
        if (place.cache.optional) continue;
        return found;
      }
      for (const target of found.targets) {
        const owner = manager.kind === 'system' ? '' : ownerOptions(user);
        if (owner === undefined) {
          const because = `The number of the user ${user.name} is not known, and a mount without it belongs to root.`;
          return { kind: 'manual', because };
        }
        flags.set(target, `--mount=type=cache,target=${target}${place.cache.locked ? ',sharing=locked' : ''}${owner}`);
      }
    }
  }
  if (flags.size === 0) return { kind: 'unwanted', because: 'It has its cache mounts already.' };
  const results = artefacts && user.root ? installs.flatMap((install) => findArtefacts(build, install) ?? []) : [];
  for (const { target } of results) flags.set(target, `--mount=type=cache,target=${target},sharing=locked`);

  const targets = [...flags.keys()];
  const cleanups = findCleanups(build, script, targets);
  const removal = removeCleanups(build, script, cleanups);
  if (!removal) {
    const stubborn = cleanups.find(({ kind }) => kind === 'more') ?? cleanups[0]!;
    const text = stubborn.command.words.map((word) => word.text).join(' ');
    const because =
      stubborn.kind === 'more'
        ? `\`${text}\` removes more than the mounts would keep.`
        : `\`${text}\` would empty the mounts, and stands where it can't be taken out safely.`;
    return { kind: 'manual', because };
  }
  const keeping = keepDownloads(build, script, { installs, head });
  if ('because' in keeping) return { kind: 'manual', because: keeping.because };
  const layout = layoutOf(build, run, [...flags.values()], keeping.commands.length > 0);
  return {
    run,
    targets,
    edits: [
      insert(run.body.start, [...flags.values()].map((flag) => flag + layout.behindFlag).join('')),
      ...removal,
      ...online,
      ...keeping.edits(layout),
      ...results.flatMap(({ edits }) => edits(layout)),
    ],
    notes: [...keeping.notes, ...results.flatMap(({ note }) => note ?? [])],
    sameImage:
      !keeping.changesImage && results.length === 0 && online.length === 0 && staysSame(build, run, installs, user),
  };
}

/**
 * The directory of an install's build results, when a mount there does no harm: no other step builds into it, and everything
 * that reads from it is known and can read copies instead.
 */
function findArtefacts(
  build: Build,
  install: PackageInstall,
):
  | { readonly target: string; readonly edits: (layout: Layout) => readonly Edit[]; readonly note?: string }
  | undefined {
  const { manager, instruction: run, command } = install;
  if (manager.id !== 'cargo') return undefined;
  const place = findCaches(build, install).find(({ cache }) => cache.holdsArtefacts);
  const target = place?.targets?.[0];
  if (!place || !target || isMounted(build, run, place) || findContent(build, install, target)) return undefined;
  // Steps that build the dependencies alone leave them in the layer for the ones behind.
  const others = build.installs.some(
    (other) =>
      other.manager === manager &&
      other.instruction !== run &&
      other.verbName !== 'install' &&
      (isBasedOn(build, other.instruction.stage, run.stage) || isBasedOn(build, run.stage, other.instruction.stage)),
  );
  if (others || copiesAround(build, run, target)) return undefined;
  const readers = findReaders(build, run, target);
  if (hasUnclearReader(build, run, readers)) return undefined;
  if (readers.length === 0) {
    const later = command.script.commands.filter(({ start }) => start > command.start);
    const reads = later.some((other) => other.arguments.some((word) => isIn(readPath(build, other, word), target)));
    return reads ? { target, edits: () => [] } : undefined;
  }
  const flat = layoutOf(build, run, [], false);
  const out = copyOut(build, run, readers, flat, true);
  if ('because' in out) return undefined;
  return {
    target,
    edits: (layout) => (copyOut(build, run, readers, layout, true) as typeof out).edits,
    note: `What is built in ${target} is no longer in the image; ${out.paths.join(' and ')} is copied to /out.`,
  };
}

function isIn(path: string | undefined, target: string): boolean {
  return path !== undefined && isAround(target, path);
}

/** Whether a COPY takes a directory out of the stage that holds the target and more. */
function copiesAround(build: Build, run: RunInstruction, target: string): boolean {
  return build.instructions.some(
    (copy) =>
      copy.keyword === 'COPY' &&
      copy.from &&
      copy.index > run.index &&
      copies(build, copy, run, (path) => path !== target && isAround(path, target)),
  );
}

/** Whether a later word seems to name build results, but not so that it could be changed. */
function hasUnclearReader(build: Build, run: RunInstruction, readers: readonly MountReader[]): boolean {
  const clear = (start: number) => readers.some((reader) => reader.start === start && reader.rewrite);
  const unclear = (word: { readonly start: number; readonly value: string }) =>
    /(?:^|\/)(?:target|release|debug)(?:\/|$)/.test(word.value) && !clear(word.start);
  for (const instruction of build.instructions) {
    if (instruction.index <= run.index) continue;
    const reads = instruction.keyword === 'COPY' ? instruction.from : isBasedOn(build, instruction.stage, run.stage);
    if (reads && instruction.words.some(unclear)) return true;
  }
  return build.commands.some(
    ({ script, words }) =>
      script.instruction.index > run.index &&
      isBasedOn(build, script.instruction.stage, run.stage) &&
      words.some(unclear),
  );
}

/** The setting that switches an install's cache off, by name. */
export function findCacheOff(build: Build, install: PackageInstall): string | undefined {
  return install.manager.cacheOffVariables?.find(({ name, byAnyValue }) => {
    const found = lookupVariable(build, install, name);
    return found && (byAnyValue ? found.value !== '' : !/^(?:0|false|no|off|n|f)?$/i.test(found.value ?? '1'));
  })?.name;
}

/** Whether an install relies on what earlier RUNs downloaded, and not only on an earlier command of its own RUN. */
function isOffline(script: ShellScript, build: Build, { offline, command, manager }: PackageInstall): boolean {
  if (!offline) return false;
  return !build.installs.some(
    (other) =>
      other.command.script === script &&
      other.command.start < command.start &&
      other.manager === manager &&
      !other.offline,
  );
}

/** Lets an install use the network again. */
function goOnline(build: Build, { manager, flags, command }: PackageInstall): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const { name, word, value } of flags) {
    const flag = manager.offlineFlags?.find((each) => each.name === name);
    if (!flag) continue;
    if (flag.fixed || value !== undefined || build.source.text.slice(word.start, word.end) !== name) return undefined;
    const edit = flag.becomes ? [replace(word, flag.becomes)] : removeWords(build.source, command, [word]);
    if (!edit) return undefined;
    edits.push(...edit);
  }
  return edits;
}

/** A flag for a cache mount that is asked for by its place alone, laid out and with the frontend that it needs. */
export function addCacheMount(build: Build, run: RunInstruction, target: string, options = ''): readonly Edit[] {
  const flag = `--mount=type=cache,target=${target}${options}`;
  const frontend = raiseFrontend(build);
  return [
    insert(run.body.start, flag + layoutOf(build, run, [flag], false).behindFlag),
    ...(frontend ? [frontend.edit] : []),
  ];
}

/** The options that make a mount belong to the user, none for root; undefined when the number is not known. */
export function ownerOptions({ root, uid, gid }: EffectiveUser): string | undefined {
  if (root) return '';
  return uid && `,uid=${uid}${gid ? `,gid=${gid}` : ''}`;
}

/** Which directories to mount for a cache, so that the mount hides nothing and nobody misses what it keeps out of the image. */
function chooseTargets(
  build: Build,
  run: RunInstruction,
  install: PackageInstall,
  user: EffectiveUser,
  { cache, targets, because }: CachePlace,
): { readonly targets: readonly string[] } | NoPlan {
  if (!targets) return { kind: 'manual', because: because! };
  const { manager } = install;
  const narrower = (cache.narrower ?? []).map((each) => resolve(build, run, user, each));
  const parts = narrower.every((each) => each !== undefined) ? narrower : [];
  if (manager.keeping === 'docker-clean' && cache.optional) {
    if (!updatesLists(run, build) || leavesLists(build, run)) {
      return {
        kind: 'unwanted',
        because: 'Another step installs from the package lists that this one leaves or finds.',
      };
    }
    return { targets: usesAutomaticMarks(build) ? parts : targets };
  }
  // Nobody keeps anything else in, or copies from, the caches of the system's package managers.
  if (manager.kind === 'system') return { targets };
  for (const target of targets) {
    const reader = findReader(build, run, target, manager);
    if (reader) return { kind: 'unwanted', because: reader };
  }
  const hider = targets.map((target) => findContent(build, install, target)).find((found) => found);
  if (!hider) return { targets };
  if (parts.length > 0 && parts.every((part) => !findContent(build, install, part))) return { targets: parts };
  const line = lineAt(build.source, hider.start) + 1;
  return {
    kind: 'unwanted',
    because: `Line ${line} puts files into ${targets.join(' and ')}, which a mount would hide.`,
  };
}

/** Whether the RUN fetches apt's package lists itself. */
function updatesLists(run: RunInstruction, build: Build): boolean {
  return build.commands.some(({ script, name, arguments: words }) => {
    if (script.instruction !== run || (name !== 'apt-get' && name !== 'apt')) return false;
    return words.some(({ value }) => value === 'update');
  });
}

/** Whether a later RUN installs with apt from lists that it does not fetch itself. */
function leavesLists(build: Build, run: RunInstruction): boolean {
  return build.installs.some(
    ({ manager, instruction }) =>
      manager.keeping === 'docker-clean' &&
      instruction.index > run.index &&
      isBasedOn(build, instruction.stage, run.stage) &&
      !updatesLists(instruction, build),
  );
}

/** Whether anything reads or sets which packages were installed automatically: apt keeps that beside the lists. */
function usesAutomaticMarks({ commands }: Build): boolean {
  return commands.some(
    ({ name, arguments: words }) =>
      name === 'apt-mark' ||
      ((name === 'apt-get' || name === 'apt') &&
        words.some(({ value }) => /^(?:-*auto-?(?:remove|purge))$/.test(value))),
  );
}

/** Who reads a directory of the image after the RUN, so that its content has to be in the image; a sentence. */
export function findReader(
  build: Build,
  run: RunInstruction,
  target: string,
  manager?: PackageManager,
): string | undefined {
  const touchesTarget = (path: string) => path !== '/' && (isAround(path, target) || isAround(target, path));
  for (const instruction of build.instructions) {
    if (instruction.index <= run.index) continue;
    const line = lineAt(build.source, instruction.start) + 1;
    if (instruction.keyword === 'COPY' && instruction.from && copies(build, instruction, run, touchesTarget)) {
      return `Line ${line} copies what this step leaves in ${target}.`;
    }
    if (manager && isBasedOn(build, instruction.stage, run.stage) && runsManager(instruction, manager)) {
      return `The container runs ${manager.title} (line ${line}), which needs what lies in ${target}.`;
    }
  }
  return undefined;
}

/** Whether a COPY takes a path of some kind out of the RUN's stage. */
function copies(
  build: Build,
  copy: Extract<Instruction, { keyword: 'COPY' | 'ADD' }>,
  run: RunInstruction,
  matches: (path: string) => boolean,
): boolean {
  const copied = readCopied(build, copy);
  if (!copied?.stage || !isBasedOn(build, copied.stage.index, run.stage)) return false;
  return copied.items.some(({ source }) => matches(source === '.' ? '/' : `/${source}`));
}

/** Whether CMD or ENTRYPOINT calls a manager in a way that reads its caches. */
function runsManager(
  { keyword, words }: Instruction,
  { commands, readsCacheAtRunTime: calls }: PackageManager,
): boolean {
  if (!calls || (keyword !== 'CMD' && keyword !== 'ENTRYPOINT')) return false;
  const values = words.flatMap(({ value }) => value.split(/\s+/));
  return values.some((value, index) => {
    if (!commands.includes(value.split('/').at(-1)!)) return false;
    return calls.test(values[index + 1] ?? '');
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

const filledPaths = new WeakMap<Build, readonly Filled[]>();

/** What puts files into a directory before an install runs: a COPY, or a command of the stage. */
function findContent(build: Build, { command, instruction }: PackageInstall, target: string): Filled['by'] | undefined {
  let all = filledPaths.get(build);
  if (!all) {
    all = [...findFilled(build)];
    filledPaths.set(build, all);
  }
  return all.find(
    ({ path, by, stage }) =>
      by.start < command.start && isAround(target, path) && isBasedOn(build, instruction.stage, stage),
  )?.by;
}

/** Every path that a COPY or a command of the file names and may fill. */
function* findFilled(build: Build): Iterable<Filled> {
  for (const copy of build.instructions) {
    if (copy.keyword !== 'COPY' && copy.keyword !== 'ADD') continue;
    for (const { place } of readCopied(build, copy)?.items ?? []) {
      if (place.root === '/') yield { path: placeText(place), by: copy, stage: copy.stage };
    }
  }
  for (const command of build.commands) {
    const words = FILLS_NOTHING.has(command.name ?? '') ? [] : [...command.arguments];
    for (const { operator, target } of command.redirects) if (target && operator.startsWith('>')) words.push(target);
    for (const word of words) {
      if (!/^(?:[/~]|\$\{HOME\})/.test(word.value)) continue;
      const path = readPath(build, command, word);
      if (path !== undefined) yield { path, by: command, stage: command.script.instruction.stage };
    }
  }
}

/** Whether nothing that leaves the stage can tell that the caches are gone. */
function staysSame(
  build: Build,
  run: RunInstruction,
  installs: readonly PackageInstall[],
  user: EffectiveUser,
): boolean {
  const stage = build.stages[run.stage];
  const last = build.stages.at(-1);
  if (!stage || !last || !user.root || !readBaseImage(stage.root).official) return false;
  return installs.every(({ manager }) => manager.kind === 'language' || !isBasedOn(build, last.index, stage.index));
}

const OLD_FRONTEND = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?:(1\.[01](?:\.\d+)?|0\.\d.*)$/;

/** Mounts came with version 1.2 of the Dockerfile frontend; without a `# syntax` line the builder brings a newer one. */
function raiseFrontend({ directives }: Build): { readonly edit: Edit; readonly note: string } | undefined {
  const syntax = directives.find(({ name }) => name === 'syntax');
  const tag = syntax && OLD_FRONTEND.exec(syntax.value)?.[1];
  if (!syntax || !tag) return undefined;
  const { end } = syntax.valueSpan;
  return {
    edit: replace({ start: end - tag.length, end }, '1'),
    note: `Raises the Dockerfile frontend from ${tag} to 1, since mounts came with 1.2.`,
  };
}
