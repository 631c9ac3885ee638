import type { Edit } from '../../text/edit';
import type { Build } from '../build-types';
import type { PackageInstall } from '../installs/install';
import type { ShellCommand } from '../shell/shell-command';
import type { RunInstruction } from '../syntax/instruction';
import { type Layout, layoutOf } from './cache-keeping';
import { findCaches, isAround, isBasedOn, isMounted, readPath } from './cache-places';
import { copies, findContent } from './cache-targets';
import { copyOut, findReaders, type MountReader } from './copy-out';
import { findCollision } from './mount-collisions';

/** A directory of build results that can be mounted, with what has to change for those who read from it. */
export interface Artefacts {
  readonly target: string;
  readonly edits: (layout: Layout) => readonly Edit[];
  readonly note?: string;
}

/**
 * The directory of an install's build results, when a mount there does no harm: no other step builds into it, and everything
 * that reads from it is known and can read copies instead.
 */
export function findArtefacts(build: Build, install: PackageInstall): Artefacts | undefined {
  const { manager, instruction: run, command } = install;
  if (manager.id !== 'cargo' || worksElsewhere(install)) return undefined;
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
  if (others || copiesAround(build, run, target) || findCollision(build, command.script, [target])) return undefined;
  const readers = findReaders(build, run, target);
  if (hasUnclearReader(build, run, readers) || !readers.every(({ path }) => isProgram(path, target))) return undefined;
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

/** Whether a path is that of a program or library that is built, and not of a directory: `release/app`, `x86_64-unknown-linux-musl/release/app`. */
function isProgram(path: string, target: string): boolean {
  const parts = path.slice(target.length + 1).split('/');
  const [profile = '', name = ''] = parts.slice(-2);
  return (parts.length === 2 || parts.length === 3) && /^(?:release|debug)$/.test(profile) && !DIRECTORIES.has(name);
}

const DIRECTORIES = new Set(['', 'build', 'bundle', 'deps', 'doc', 'examples', 'incremental']);

/** Whether a call's project lies in another directory than the RUN starts in. */
function worksElsewhere({ command, directory, flags }: PackageInstall): boolean {
  if (directory || flags.some(({ name }) => name === '--manifest-path' || name === '--config')) return true;
  return command.script.commands.some(
    ({ name, start }) => start < command.start && (name === 'cd' || name === 'pushd' || name === 'popd'),
  );
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

/** Whether a command may read directories that it does not name: `find .`, `tar c .`, `cp -r . /x`, `make`, `./pack.sh`. */
function takesAll({ name, nameWord, arguments: words }: ShellCommand): boolean {
  if (name === undefined || SEARCHES.has(name) || /\.sh$/.test(nameWord!.value)) return true;
  if (/^(?:ba|da|a|z|k)?sh$/.test(name)) return words.some(({ value }) => value.endsWith('.sh'));
  return name === 'cp' && words.some(({ value }) => /^-[a-zA-Z]*[rRa]|^--(?:recursive|archive)$/.test(value));
}

const SEARCHES = new Set('find fd just make mv python python3 rsync tar task zip'.split(' '));

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
    (command) =>
      command.script.instruction.index > run.index &&
      isBasedOn(build, command.script.instruction.stage, run.stage) &&
      (command.words.some(unclear) || takesAll(command)),
  );
}
