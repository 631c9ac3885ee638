import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build, Stage } from '../build-types';
import { type CommandFacts, runsOf } from '../multi-stage/runs';
import { directoryAt, readCopied } from '../order/copied';
import { type Place, placeIn, placeText, readPlace, relate } from '../order/places';
import type { CopyInstruction } from '../syntax/instruction';
import type { PackageInstall } from './install';
import { agreesWithManifest } from './lock-sync';

/** A lock file of the context, and the place at which an installation reads it. */
export interface Lock {
  readonly name: string;
  /** Of the file in the context, `''` for its root. */
  readonly folder: string;
  readonly place: Place;
}

/** Flags that a frozen installation understands in the same way. */
const HARMLESS =
  /^(?:--(?:production|prod|only|omit|include|audit|no-audit|fund|no-fund|silent|quiet|verbose|loglevel|no-progress|progress|ignore-scripts|legacy-peer-deps|unsafe-perm|prefer-offline|no-optional|cache|registry|no-update-notifier|non-interactive|network-timeout|ignore-engines|ignore-optional|network-concurrency)|-s|-q|-d|-dd)$/;

/**
 * Whether the frozen form of an installation certainly makes the same image: the lock file agrees with the manifest, nothing is
 * installed or changed before, and the copy of the lock file that an unfrozen one may write anew does not reach the image.
 */
export function makesSameImage(build: Build, install: PackageInstall, lock: Lock): boolean {
  const { context, stages } = build;
  const stage = stages[install.instruction.stage];
  if (!context || !stage || !isModernNode(stage) || !install.flags.every(({ name }) => HARMLESS.test(name)))
    return false;
  const directory = { root: lock.place.root, parts: lock.place.parts.slice(0, -1) };
  return (
    agreesWithManifest(context, lock.folder, lock.name) &&
    !isPrepared(build, stage, install, directory) &&
    !keepsLock(build, stage, install, lock)
  );
}

/** npm 7 and later, which read and write lock files of version 2 and 3, came with Node.js 16. */
function isModernNode({ root, baseKnown }: Stage): boolean {
  const { family, official, version, variant } = readBaseImage(root);
  if (family !== 'node' || !official || !baseKnown) return false;
  return version === undefined ? !/onbuild/.test(variant ?? '') : Number.parseInt(version, 10) >= 16;
}

/** Whether something before the installation brings packages, another package manager, or other manifests. */
function isPrepared(build: Build, stage: Stage, install: PackageInstall, directory: Place): boolean {
  const modules = placeIn(directory, 'node_modules');
  const { mounts, index } = install.instruction;
  const start = directoryAt(build, index);
  if (
    mounts.some(
      ({ target, type }) => target !== undefined && type !== 'cache' && reaches(readPlace(target, start), directory),
    )
  )
    return true;
  if (mounts.some(({ target }) => target !== undefined && reaches(readPlace(target, start), modules))) return true;
  for (let at: Stage | undefined = stage; at; at = at.parent) {
    for (const instruction of at.instructions) {
      if (instruction.index > index) break;
      if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
        if (bringsModules(build, instruction, modules)) return true;
      } else if (instruction.keyword === 'RUN') {
        for (const command of runsOf(build).facts(instruction)?.commands ?? []) {
          if (command.install === install) break;
          if (mayPrepare(command, directory)) return true;
        }
      } else if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG') {
        if (instruction.pairs.some(({ name }) => /^(?:npm_config|yarn|corepack)_/i.test(name.value))) return true;
      }
    }
  }
  return false;
}

function reaches(one: Place, other: Place): boolean {
  const relation = relate(one, other);
  return relation !== 'apart' && relation !== 'around';
}

function bringsModules(build: Build, copy: CopyInstruction, modules: Place): boolean {
  const copied = readCopied(build, copy);
  if (!copied) return true;
  return copied.items.some(({ place, tree, source }) => {
    const relation = relate(modules, place);
    if (relation === 'unknown' || relate(place, modules) === 'inside') return true;
    if (!tree || relation === 'apart' || relation === 'around') return relation === 'same';
    if (copied.origin !== 'context') return true;
    const inner = [...(source === '.' ? [] : [source]), ...modules.parts.slice(place.parts.length)].join('/');
    return build.context?.has(inner) !== false;
  });
}

/** All but what certainly has nothing to do with the project: system packages, downloads, directories, the words of the shell. */
function mayPrepare(facts: CommandFacts, directory: Place): boolean {
  const { install, knowledge, mentions, cost, command } = facts;
  const { name, nameWord } = command;
  if (cost === 'system') return false;
  if (name === undefined) return nameWord !== undefined;
  if (install || MANAGERS.has(name) || !HARMLESS_DEEDS.has(knowledge?.deed ?? '')) return true;
  if (UNPACKS.has(name)) return relate(facts.directory, directory) !== 'apart';
  return mentions.some(({ place }) => {
    const relation = relate(place, directory);
    if (relation === 'same') return name !== 'cd' && name !== 'mkdir' && name !== 'chown';
    return relation === 'inside' || relation === 'unknown';
  });
}

const MANAGERS = new Set(['corepack', 'npm', 'pnpm', 'yarn']);
const HARMLESS_DEEDS = new Set<string>(['carries', 'fetches', 'reads', 'touches']);
const UNPACKS = new Set(['cpio', 'tar', 'unzip']);

/** Whether the lock file as the installation leaves it comes into the image: no later COPY puts the context's own in its place. */
function keepsLock(build: Build, stage: Stage, install: PackageInstall, lock: Lock): boolean {
  const replaced = stage.instructions.some(
    (copy) =>
      copy.index > install.instruction.index &&
      (copy.keyword === 'COPY' || copy.keyword === 'ADD') &&
      brings(build, copy, lock),
  );
  if (replaced) return false;
  if (stage.last || build.stages.some(({ parent }) => parent === stage)) return true;
  return build.instructions.some((instruction) => {
    if (instruction.keyword === 'RUN') {
      return instruction.mounts.some(({ from }) => from !== undefined && isStage(stage, from, instruction.stage));
    }
    if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
    const copied = readCopied(build, instruction);
    if (copied?.stage !== stage) return false;
    return copied.items.some(({ source }) => {
      const relation = relate(lock.place, readPlace(source === '.' ? '/' : `/${source}`, { root: '/', parts: [] }));
      return relation !== 'apart' && relation !== 'around';
    });
  });
}

function isStage({ name, index }: Stage, from: string, before: number): boolean {
  return index < before && (from.toLowerCase() === name || from === String(index) || from.includes('$'));
}

/** Whether a COPY puts the lock file of the context where an installation has read it. */
function brings(build: Build, copy: CopyInstruction, { name, folder, place }: Lock): boolean {
  const copied = readCopied(build, copy);
  if (copied?.origin !== 'context') return false;
  const path = folder === '' ? name : `${folder}/${name}`;
  return copied.items.some(({ source, place: to, tree }) => {
    if (!tree) return source === path && placeText(to) === placeText(place);
    const base = source === '.' ? '' : `${source}/`;
    if (/[*?[]/.test(source) || !path.startsWith(base)) return false;
    return placeText(placeIn(to, path.slice(base.length))) === placeText(place);
  });
}
