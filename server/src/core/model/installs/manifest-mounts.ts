import { type Edit, remove } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Build, Stage } from '../build-types';
import { insertFlags, layoutOf } from '../caches/cache-keeping';
import { raiseFrontend } from '../caches/cache-mount';
import { isAround, mountTarget } from '../caches/cache-places';
import { directoryAt, readCopied } from '../order/copied';
import { globMatches, type Place, placeIn, placeText } from '../order/places';
import type { ShellWord } from '../shell/shell-command';
import { readUser } from '../stages/user';
import type { CopyInstruction, RunInstruction } from '../syntax/instruction';
import { instructionLines } from '../syntax/instruction-lines';
import type { PackageInstall } from './install';
import { findFates } from './manifest-fates';
import { findWriter } from './manifest-writers';

/** A file that a COPY brings for an install, and that a bind mount could show to it instead. */
export interface MountedFile {
  /** In the context. */
  readonly source: string;
  readonly place: Place;
  /** Whether the COPY's destination is relative to the working directory. */
  readonly relative: boolean;
  /** Whether the install's own words name it: `-r requirements.txt`. */
  readonly named: boolean;
}

/** Bind mounts for the manifests of a RUN, in the place of the COPYs that bring them. */
export interface ManifestPlan {
  readonly run: RunInstruction;
  readonly copies: readonly CopyInstruction[];
  readonly files: readonly MountedFile[];
  /** Files that the image has now, and not afterwards. */
  readonly gone: readonly MountedFile[];
}

/** Why bind mounts would not do; a sentence. */
export interface NoManifestPlan {
  readonly because: string;
}

export function isManifestPlan(plan: ManifestPlan | NoManifestPlan): plan is ManifestPlan {
  return !('because' in plan);
}

/** Bind mounts for what a RUN's installs read; undefined where no COPY in front of it brings manifests for them. */
export function planManifestMounts(build: Build, run: RunInstruction): ManifestPlan | NoManifestPlan | undefined {
  const stage = build.stages[run.stage];
  if (stage?.os !== 'linux' || build.states[run.index]!.shell.dialect !== 'posix') return undefined;
  const before = copiesBefore(stage, run);
  if (before.length === 0) return undefined;
  const installs = build.installs.filter(({ instruction, fromManifest }) => instruction === run && fromManifest);
  if (installs.every(({ manager }) => manager.manifests.length === 0)) return undefined;
  const copies: CopyInstruction[] = [];
  const files: MountedFile[] = [];
  let refused: NoManifestPlan | undefined;
  for (const copy of before) {
    const found = readFiles(build, run, copy, installs);
    if (!found) continue;
    if ('because' in found) refused ??= found;
    else {
      copies.push(copy);
      files.push(...found.files);
    }
  }
  if (copies.length === 0) return refused;
  const twice = files.find((file) => files.some((other) => other !== file && isSame(other.place, file.place)));
  if (twice) return { because: `${twice.source} and another file are copied to the same place.` };
  const writer = findWriter(build, run, installs, files);
  if (writer) return { because: writer };
  const fates = findFates(build, run, installs, files);
  if ('because' in fates) return fates;

  return { run, copies, files, gone: fates.gone };
}

/** The edits of a plan, and what to know of it. */
export function mountManifests(
  build: Build,
  { run, copies, files, gone }: ManifestPlan,
): { readonly edits: readonly Edit[]; readonly notes?: readonly string[] } {
  const flags = files.map((file) => `--mount=type=bind,source=${file.source},target=${targetOf(build, run, file)}`);
  const frontend = raiseFrontend(build);
  const notes = [
    ...gone.map(({ place }) => `${placeText(place)} is no longer in the image.`),
    ...copies.flatMap((copy) => notesOn(build, run, copy)),
    ...(frontend ? [frontend.note] : []),
  ];
  return {
    edits: [
      ...copies.map((copy) => remove(instructionLines(build, copy))),
      insertFlags(build, run, flags, layoutOf(build, run, flags, false)),
      ...(frontend ? [frontend.edit] : []),
    ],
    ...(notes.length > 0 ? { notes } : {}),
  };
}

function notesOn(build: Build, run: RunInstruction, copy: CopyInstruction): string[] {
  const globs = copy.sources.filter(({ value }) => GLOB.test(value));
  const user = readUser(build, run);
  const owned = !user.root && copy.flags.some(({ name }) => name === 'chown' || name === 'chmod');
  return [
    ...globs.map(({ value }) => `The mounts name the files that ${value} stands for now.`),
    ...(owned
      ? [`The step sees the files with the modes of the context, so ${user.name} has to be able to read them.`]
      : []),
  ];
}

/** The COPYs from the context in front of a RUN that no other RUN can have read, in order. */
function copiesBefore({ from, instructions }: Stage, run: RunInstruction): readonly CopyInstruction[] {
  const found: CopyInstruction[] = [];
  for (let at = run.index - from.index - 2; at >= 0; at--) {
    const instruction = instructions[at]!;
    if (instruction.keyword === 'RUN' || instruction.keyword === 'ONBUILD') break;
    if (instruction.keyword === 'COPY' && !instruction.from && instruction.heredocs.length === 0) {
      found.push(instruction);
    }
  }
  return found.reverse();
}

const GLOB = /[*?[]/;
/** Flags of a COPY that say no more than what the later COPY says again, or what a mount does not need. */
const PLAIN_FLAGS = new Set(['chown', 'chmod', 'link']);
/** Directories that every image has, so that a file goes into them. */
const STANDING = new Set(['/', '/tmp', '/opt', '/srv', '/mnt', '/root', '/usr/src', '/var/tmp']);

/** What a COPY brings; undefined when it has nothing to do with the installs. */
function readFiles(
  build: Build,
  run: RunInstruction,
  copy: CopyInstruction,
  installs: readonly PackageInstall[],
): { readonly files: readonly MountedFile[] } | NoManifestPlan | undefined {
  const copied = readCopied(build, copy);
  if (copied?.origin !== 'context') return undefined;
  const { context } = build;
  const files: MountedFile[] = [];
  const relative = !/^[/$]/.test(copy.destination!.value);
  let other: string | undefined;
  let unlisted: string | undefined;
  for (const { word, source, place, tree, whole } of copied.items) {
    const glob = GLOB.test(source);
    const kind = whole || (tree && !glob) ? undefined : kindFor(installs, source);
    if (!kind) {
      other ??= word.value;
      continue;
    }
    const named = kind === 'named';
    if (!glob) {
      if (context?.has(source) === false) return undefined;
      files.push({ source, place, named, relative });
    } else if (!context?.files) unlisted ??= word.value;
    else {
      for (const file of expand(source, context.files)) {
        files.push({ source: file, place: placeIn(copied.directory, file.split('/').at(-1)!), named, relative });
      }
    }
  }
  if (files.length === 0 && unlisted === undefined) return undefined;
  if (other !== undefined) return { because: `The COPY brings ${other}, too, which is no manifest of the install.` };
  if (unlisted !== undefined) return { because: `Only the build context tells which files ${unlisted} stands for.` };
  const { scope } = build.states[copy.index]!;
  if (copy.destination!.references.some(({ name }) => scope.lookup(name)?.overridable !== false)) {
    return { because: `Only the build tells where ${copy.destination!.value} is.` };
  }
  const flag = copy.flags.find(({ name }) => !PLAIN_FLAGS.has(name));
  if (flag) return { because: `--${flag.name} says where the files go.` };
  for (const file of files) {
    const because = refusePlace(build, run, copy, file);
    if (because) return { because };
  }
  return { files };
}

/** What a file of the context is to some installs. */
function kindFor(installs: readonly PackageInstall[], source: string): 'named' | 'known' | undefined {
  let found: 'known' | undefined;
  for (const install of installs) {
    const kind = kindOf(install, source);
    if (kind === 'named') return kind;
    found ??= kind;
  }
  return found;
}

/** Whether a file of the context is a manifest of an install: by its words, or by its name. */
function kindOf({ manager, command, manifestWords }: PackageInstall, source: string): 'named' | 'known' | undefined {
  const name = source.split('/').at(-1)!;
  if (manager.id === 'pip' || manager.id === 'uv' || manager.id === 'pipenv') {
    const isHit = ({ value }: ShellWord) => names(value.replace(/^-{1,2}[a-z]+=?(?=[^-])/, ''), name);
    if (manifestWords.some(isHit) || command.arguments.some(isHit)) return 'named';
  }
  const glob = GLOB.test(name);
  for (const { pattern } of manager.manifests) {
    if (pattern.endsWith('/')) continue;
    if (pattern === name || (glob ? globMatches(name, pattern) : globMatches(pattern, name))) return 'known';
  }
  return undefined;
}

/** Whether a word of an install names a file, or one that the glob `name` stands for. */
function names(word: string, name: string): boolean {
  if (word === '' || /\/$|^\.+$/.test(word)) return false;
  return word === name || globMatches(name, word.slice(word.lastIndexOf('/') + 1));
}

/** The files of a context that a glob of COPY stands for: `*` does not cross a slash. */
function expand(glob: string, files: readonly string[]): string[] {
  const parts = glob.split('/');
  return files.filter((file) => {
    const names = file.split('/');
    return names.length === parts.length && parts.every((part, at) => globMatches(part, names[at]!));
  });
}

/** Why a file can't be mounted where the COPY puts it. */
function refusePlace(build: Build, run: RunInstruction, copy: CopyInstruction, file: MountedFile): string | undefined {
  const { source, place } = file;
  if (/[\s,"'$\\]/.test(source + placeText(place).replace(/^[?$][^/]*/, '')))
    return `${source} can't be named in a mount.`;
  const target = targetOf(build, run, file);
  if (target === undefined) return `The file does not tell where ${source} goes.`;
  const parent: Place = { root: place.root, parts: place.parts.slice(0, -1) };
  const directory = copy.destination!.value;
  const stands = STANDING.has(placeText(parent)) || isSame(parent, directoryAt(build, copy.index));
  if (!/(?:^|\/)\.{0,2}$/.test(directory) && copy.sources.length === 1 && !stands && !isNamedFile(directory, place)) {
    return `Only the base image tells whether ${directory} is a directory.`;
  }
  if (!readUser(build, run).root && !stands && !isSame(parent, directoryAt(build, run.index))) {
    return `The mount would make ${placeText(parent)}, which would belong to root in this step.`;
  }
  if (!stands && copy.flags.some(({ name }) => name === 'chown' || name === 'chmod')) {
    return `The COPY also says whom ${placeText(parent)} belongs to.`;
  }
  const around = run.mounts.find((mount) => {
    const at = mountTarget(build, run, mount);
    return at === undefined || isAround(at, placeText(place)) || isAround(placeText(place), at);
  });
  if (around) return `Another mount of line ${lineAt(build.source, run.start) + 1} may lie at ${placeText(place)}.`;
  return undefined;
}

/** Whether a destination is the file's own path. */
function isNamedFile(destination: string, { parts }: Place): boolean {
  return destination.split('/').at(-1) === parts.at(-1);
}

function isSame(one: Place, other: Place): boolean {
  return placeText(one) === placeText(other);
}

/** The place as a mount names it: the way the COPY does, so that it is right whatever the working directory is. */
function targetOf(build: Build, run: RunInstruction, { place, relative }: MountedFile): string | undefined {
  const workdir = directoryAt(build, run.index);
  const inside = place.root === workdir.root && workdir.parts.every((part, at) => place.parts[at] === part);
  if (relative && inside) return place.parts.slice(workdir.parts.length).join('/') || undefined;
  return place.root === '/' && place.parts.length > 0 ? placeText(place) : undefined;
}
