import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build, Stage } from '../build-types';
import type { PackageInstall } from '../installs/install';
import { oncePerBuild } from '../once-per-build';
import { readCopied } from '../order/copied';
import { readUser } from '../stages/user';
import type { Instruction, Mount, RunInstruction } from '../syntax/instruction';
import { findStatement } from './cache-cleanups';
import { isAround, isBasedOn, isMountedAt, readPath } from './cache-places';
import { findLaterUse } from './cache-readers';

/**
 * What an image that is built from the file misses, or may miss, when directories of a RUN become mounts; a sentence. Undefined:
 * every image keeps the files that it has, since none is built of the stage, or the RUN itself removes the directories.
 */
export function findLoss(build: Build, run: RunInstruction, targets: readonly string[]): string | undefined {
  const places = targets.join(' and ');
  const user = targets.some((target) => findLaterUse(build, run, target));
  if (user) return `A later step uses what this one leaves in ${places}.`;
  if (isShipped(build, run.stage)) {
    const kept = targets.filter((target) => !removesWhole(build, run, target));
    return kept.length === 0
      ? hiddenBelow(build, run, places)
      : `The image no longer holds what the step leaves in ${kept.join(' and ')}.`;
  }
  const taker = findTaker(build, run, targets);
  if (taker) return `What the step leaves in ${places} may have been copied into the image.`;
  return hiddenBelow(build, run, places);
}

/** Mounts hide what the base image has in their place, and their owner is not the only thing that other users need. */
function hiddenBelow(build: Build, run: RunInstruction, places: string): string | undefined {
  const stage = build.stages[run.stage];
  if (!stage || !readBaseImage(stage.root).official) {
    return `A mount hides what the base image may have in ${places}.`;
  }
  const user = readUser(build, run);
  return user.root ? undefined : `The directories above ${places} belong to root while the step runs as ${user.name}.`;
}

/** Instructions that only make sense in an image that is run, or that others build on. */
const RUNTIME = new Set<Instruction['keyword']>([
  'CMD',
  'ENTRYPOINT',
  'HEALTHCHECK',
  'EXPOSE',
  'STOPSIGNAL',
  'VOLUME',
  'ONBUILD',
]);

/** Names of stages that people build for their own sake, with `--target`. */
const TARGET_NAME =
  /^(?:app|ci|debug|dev|devcontainer|develop|development|final|lint|main|prod|production|release|run|runner|runtime|server|serve|shell|staging|tests?|testing|web|worker)(?:[-_.](?:image|stage|target|container))?$/;

/** Whether an image may be built of a stage, or of one that is FROM it: it is the last, looks like one that is run, or serves no other. */
function isShipped(build: Build, stage: number): boolean {
  const shipped = shippedStages(build);
  return build.stages.some(({ index }) => shipped.has(index) && isBasedOn(build, index, stage));
}

const shippedStages = oncePerBuild((build): ReadonlySet<number> => {
  const used = new Set<number>();
  for (const { parent } of build.stages) if (parent) used.add(parent.index);
  for (const instruction of build.instructions) {
    const copied = instruction.keyword === 'COPY' ? readCopied(build, instruction) : undefined;
    if (copied?.stage) used.add(copied.stage.index);
    if (instruction.keyword !== 'RUN') continue;
    for (const mount of instruction.mounts) {
      const from = stageOf(build, mount, instruction);
      if (from) used.add(from.index);
    }
  }
  const shipped = build.stages.filter(
    ({ index, last, name, instructions }) =>
      last ||
      !used.has(index) ||
      (name !== undefined && TARGET_NAME.test(name)) ||
      instructions.some(({ keyword }) => RUNTIME.has(keyword)),
  );
  return new Set(shipped.map(({ index }) => index));
});

function stageOf(build: Build, { from }: Mount, { stage: before }: Instruction): Stage | undefined {
  if (from === undefined) return undefined;
  const name = from.toLowerCase();
  return build.stages.slice(0, before).findLast((stage) => stage.name === name || String(stage.index) === name);
}

/** A later instruction that may take what lies in some directories out of the stage of a RUN. */
function findTaker(build: Build, run: RunInstruction, targets: readonly string[]): Instruction | undefined {
  const reaches = (path: string) => {
    const wild = path.search(/[*?[$]/);
    const fixed = wild === -1 ? path : path.slice(0, path.lastIndexOf('/', wild)) || '/';
    return targets.some((target) => isAround(fixed, target) || isAround(target, fixed));
  };
  return build.instructions.find((instruction) => {
    if (instruction.index <= run.index) return false;
    if (instruction.keyword === 'COPY') {
      const copied = readCopied(build, instruction);
      if (!copied?.stage || !isBasedOn(build, copied.stage.index, run.stage)) return false;
      return copied.items.some(({ source }) => reaches(source === '.' ? '/' : `/${source}`));
    }
    if (instruction.keyword !== 'RUN') return false;
    return instruction.mounts.some((mount) => {
      const from = stageOf(build, mount, instruction);
      if (!from || !isBasedOn(build, from.index, run.stage)) return false;
      return reaches(`/${(mount.source ?? '').replace(/^\/+/, '')}`);
    });
  });
}

/** Whether a RUN removes a directory, which nothing before it has filled, and leaves no trace of it. */
function removesWhole(build: Build, run: RunInstruction, target: string): boolean {
  const parent = target.slice(0, target.lastIndexOf('/'));
  if (parent !== readUser(build, run).home && !STANDARD.has(parent)) return false;
  const installs = build.installs.filter(({ manager }) => manager.kind !== 'system');
  const own = installs.filter(({ instruction }) => instruction === run);
  const filled = installs.some(
    (each) =>
      each.instruction.index < run.index &&
      isBasedOn(build, run.stage, each.instruction.stage) &&
      own.some(({ manager }) => manager === each.manager) &&
      !isMountedAt(build, each.instruction, target),
  );
  return !filled && own.length > 0 && own.every((install) => isRemovedAfter(build, install, target));
}

/** Directories that are in every image. */
const STANDARD = new Set(['/tmp', '/var/tmp', '/var/cache', '/var/lib', '/root']);

function isRemovedAfter(build: Build, { command }: PackageInstall, target: string): boolean {
  return command.script.commands.some((other) => {
    if (other.name !== 'rm' || other.start < command.start) return false;
    // `npm cache verify` or `npm run` behind it leaves something there again.
    if (command.script.commands.some(({ name, start }) => name === command.name && start > other.start)) return false;
    const statement = findStatement(other.script, other);
    if (
      !statement ||
      statement.background ||
      statement.before === undefined ||
      statement.before === '||' ||
      statement.before === '&'
    )
      return false;
    if (!other.arguments.some(({ value }) => /^-[a-zA-Z]*[rR]|^--recursive$/.test(value))) return false;
    return other.arguments.some((word) => !/[*?[]/.test(word.value) && readPath(build, other, word) === target);
  });
}
