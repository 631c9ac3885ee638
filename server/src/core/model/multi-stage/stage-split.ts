import type { Artefact, Ecosystem, Plan } from '../../knowledge/ecosystem';
import { isWithin } from '../../knowledge/images/image-paths';
import { chooseRuntime, hasUser, type RuntimeImage } from '../../knowledge/images/runtime-images';
import { packageName, packageRole } from '../../knowledge/system-packages/package-roles';
import type { Edit } from '../../text/edit';
import type { Build, Stage } from '../build-types';
import type { ShellWord } from '../shell/shell-command';
import { lineNumber } from '../syntax/blocks';
import type { Instruction } from '../syntax/instruction';
import { isBroughtBehind, isCopiedBehind } from './copied-behind';
import { innerOwners } from './inner-owners';
import type { StageProject } from './project';
import { readOfProject } from './project-reads';
import { localPlaces, type RunRole, readRole } from './run-roles';
import { dropTools, type Kept, sortRuns } from './run-sorting';
import type { Runs } from './runs';
import { hasSameLibrary, libraryOf, missingCommands, replaced, runtimePackages } from './runtime-packages';
import { dropsRights, shellReasons } from './runtime-reasons';
import { ownCertificates, ownerOf, removedPaths, sortFiles, tidied, unseenProject } from './stage-files';
import { hides, sortArgs, sortContainer, sortSettings, substitute, workdirOf } from './stage-settings';
import type { Move, Moved, Sorting, SplitRefusal } from './stage-sorting';
import { addWanted } from './wanted-files';
import { wishedRuntime } from './wished-runtime';

/** Which instruction of a single-stage file belongs where. */
export interface StageSplit {
  /** The builder's last instruction: what stands behind it stays where it is, and becomes the runtime stage's. */
  readonly boundary: Instruction;
  readonly runtime: RuntimeImage;
  /** From in front of the boundary, in file order. */
  readonly moved: readonly Moved[];
  /** Instructions that go altogether. */
  readonly dropped: readonly Instruction[];
  /** Variables that only the builder's base image sets, written out wherever the runtime stage has them. */
  readonly substitutions: readonly Edit[];
  readonly artefacts: readonly Artefact[];
  /** Who owns a path, for `COPY --chown`; undefined for root. */
  ownerOf(path: string): string | undefined;
  /** Commands behind the artefacts that give parts of them to others. */
  readonly owners: readonly string[];
  /** System packages that the runtime needs and no instruction of the author's brings. */
  readonly packages: readonly string[];
  /** The working directory, where the author's WORKDIR stays in the builder. */
  readonly workdir?: string;
  readonly notes: readonly string[];
}

/** Sorts the instructions of a stage into builder and runtime, by what each of them leaves behind. */
export function splitStage(
  build: Build,
  stage: Stage,
  project: StageProject,
  plan: Plan,
  ecosystem: Ecosystem,
  facts: Runs,
): StageSplit | SplitRefusal {
  const isLocal = localPlaces(project, ecosystem, plan);
  const runs: RunRole[] = [];
  for (const run of stage.instructions.filter((one) => one.keyword === 'RUN')) {
    const role = readRole(run, project, ecosystem, facts, isLocal);
    if ('because' in role) return { because: `Line ${lineNumber(build.source, run)} ${role.because}` };
    runs.push(role);
  }
  const lost = project.copies.find(({ path }) => path === undefined);
  if (lost) return { because: `Where line ${lineNumber(build.source, lost.instruction)} copies to can't be told.` };
  const end = plan.last?.run;
  const readBy = (role: RunRole) => readOfProject(role, project, plan, isLocal);
  const last = runs.findLast((role) => {
    const { run, builds, users, places, packages, lists, tool } = role;
    if (end !== undefined) return run.index === end;
    const prepares = users.length === 0 && packages.length === 0 && !lists && !tool && readBy(role) !== undefined;
    return (
      prepares || builds || (users.length === 0 && places.length === 0 && packages.length === 0 && !lists && !tool)
    );
  });
  if (!last) return { because: 'No RUN builds anything.' };
  for (const role of runs) {
    const path = role.run.index > last.run.index ? readBy(role) : undefined;
    if (path !== undefined) {
      return {
        because: `Line ${lineNumber(build.source, role.run)} reads ${path}, which stays in the builder; in a RUN of its own that could be told apart.`,
      };
    }
  }
  return sort({ build, stage, project, plan, ecosystem, runs, boundary: last.run, isLocal });
}

function sort(sorting: Sorting): StageSplit | SplitRefusal {
  const { build, stage, project, plan, runs, boundary } = sorting;
  const inFront = runs.filter(({ run }) => run.index <= boundary.index);
  const behind = runs.filter(({ run }) => run.index > boundary.index);
  const serves = plan.serves !== undefined;
  const kept: Kept = serves ? new Map() : runtimePackages(sorting, inFront);

  const reasons = serves ? [] : shellReasons(sorting, kept, inFront, behind);
  const chosen =
    project.wish === undefined
      ? chooseRuntime(plan.need, reasons[0], project.base)
      : wishedRuntime(project.wish, plan, project, reasons[0]);
  if ('because' in chosen) return chosen;
  const hasShell = plan.need.kind === 'image' || chosen.distro === 'debian' || reasons.length > 0;

  const moved: Moved[] = [];
  const dropped: Instruction[] = [];
  const artefacts: Artefact[] = [...plan.artefacts];
  const move: Move = (instruction, both, early = false, changes = [], directory = undefined) =>
    moved.push({ instruction, both, early, changes, ...(directory === undefined ? {} : { directory }) });
  const refused = serves
    ? dropTools(sorting, dropped)
    : (sortRuns(sorting, { inFront, kept, runtime: chosen, hasShell, artefacts, moved, move }) ??
      sortFiles(sorting, artefacts, move));
  if (refused) return refused;
  sortSettings(sorting, move);
  const hasRuns = behind.length > 0 || moved.some(({ instruction }) => instruction.keyword === 'RUN');
  const user = sortContainer(sorting, hasRuns, move, dropped);
  if ('because' in user) return user;

  const inRuntime = [
    ...moved.map(({ instruction }) => instruction),
    ...stage.instructions.filter(({ index }) => index > boundary.index),
  ].filter((one) => !dropped.includes(one));
  const gone = moved.filter(({ both }) => !both).map(({ instruction }) => instruction);
  const args = sortArgs(sorting, inRuntime, gone);
  if ('because' in args) return args;
  const substitutions = substitute(sorting, inRuntime);
  if ('because' in substitutions) return substitutions;
  // Files that the program may open are copied in front of the VOLUME, as they were, so it begins with them.
  const needed = plan.artefacts.filter(({ optional }) => !optional);
  const volume = inRuntime.find((one) => hides(one, project.workdir, needed));
  if (volume) return { because: `VOLUME on line ${lineNumber(build.source, volume)} covers what is built.` };

  const installed = [...[...kept.values()].flat(), ...behind.flatMap(({ packages }) => packages)];
  const inRuntimeToo = [
    ...behind,
    ...inFront.filter(({ run }) => moved.some(({ instruction }) => instruction === run)),
  ];
  const alien = inRuntime.find(
    (one) => one.keyword === 'SHELL' && chosen.distro === 'alpine' && /bash$/.test(one.words[0]?.value ?? ''),
  );
  if (alien)
    return {
      because: `SHELL on line ${lineNumber(build.source, alien)} asks for bash, which ${chosen.image} has not.`,
    };
  const { need } = plan;
  const isForeign = ({ value }: ShellWord) =>
    packageRole(value) === 'headers' &&
    need.kind === 'dynamic' &&
    need.libc === 'glibc' &&
    !hasSameLibrary(chosen, project, need.codename, value);
  const foreign = [...kept.values()].flat().find(isForeign);
  if (foreign) {
    return {
      because: `The program may be linked with what ${packageName(foreign.value)} is for, of another release than ${chosen.image}.`,
    };
  }
  const missing = serves ? [] : missingCommands(sorting, chosen, installed, artefacts, inRuntimeToo);
  if ('because' in missing) return missing;
  const added = inFront.filter(({ builds }) => builds).flatMap((role) => kept.get(role) ?? []);
  const moving = inFront.filter(({ builds }) => !builds).flatMap((role) => kept.get(role) ?? []);
  const brought = new Set(moving.flatMap((word) => libraryOf(chosen, sorting, word).split(' ').map(packageName)));
  const packages = [
    ...missing,
    ...(plan.packages ?? []).filter((name) => !brought.has(name)),
    ...added.flatMap((word) => libraryOf(chosen, sorting, word).split(' ')),
  ];
  if (/^(?:scratch|busybox)\b/.test(chosen.image) && plan.wants?.includes('zones'))
    return { because: `The program looks up time zones, and ${chosen.image} has none.` };
  if (chosen.image === 'scratch' && plan.wants?.includes('temporary'))
    return { because: 'The program writes temporary files, and scratch has no /tmp.' };
  addWanted(sorting, chosen, installed, packages, artefacts);
  const image = replaced(plan, packages, missing, chosen);
  if ('because' in image) return image;

  const made = runs.flatMap(({ users }) => users);
  const own = plan.need.kind === 'image' ? plan.need.users : [];
  // What is made behind the files can't own them yet, and need not: the RUNs there do what they did.
  const early = inFront.flatMap(({ users }) => users);
  const isKnownEarly = (name: string) => early.includes(name) || own.includes(name) || hasUser(chosen.distro, name);
  const isKnown = (name: string) => made.includes(name) || own.includes(name) || hasUser(chosen.distro, name);
  if (user.name !== undefined && !serves && !isKnown(user.name)) {
    return { because: `The user ${user.name} may not be there in ${chosen.image}.` };
  }
  const isRoot = serves || user.name === undefined || user.name === 'root' || user.name === '0';
  const certificates = serves ? undefined : ownCertificates(sorting);
  if (certificates !== undefined) artefacts.push({ from: certificates, to: certificates });
  const unseen = unseenProject(sorting);
  if (unseen !== undefined) artefacts.push({ from: unseen, to: unseen, optional: true });
  const blank = artefacts.find(({ from }) => /[\s"'\\$]/.test(from));
  if (blank) return { because: `The path ${blank.from} can't be written without quotes.` };
  const removed = removedPaths(sorting);
  const stays = ({ from, optional, copied }: Artefact) =>
    (!optional || !removed.some((path) => isWithin(from, path))) &&
    !(copied && isCopiedBehind(sorting, from)) &&
    // What is neither a file that may be opened nor a copy of the context holds what the build makes as well.
    !((optional || copied) && isBroughtBehind(sorting, from));
  const workdir = serves ? undefined : (workdirOf(sorting) ?? startsElsewhere(moved));
  const copied = tidied(artefacts.filter(stays));
  // A program that begins as root may go on as another user.
  const drops = isRoot && !serves && (plan.worker !== undefined || dropsRights(project));
  const owner = (path: string) => (isRoot && !drops ? undefined : ownerOf(sorting, path, isKnownEarly));
  const owners = serves || (isRoot && !drops) ? [] : innerOwners(sorting, copied, owner, inRuntime);
  const switched = moved.find((one) => one.instruction.keyword === 'USER' && one.early);
  if (owners.length > 0 && switched) {
    return {
      because: `Files that are copied belong to several users ("${owners[0]}"), and line ${lineNumber(build.source, switched.instruction)} is in force by then.`,
    };
  }
  return {
    boundary,
    runtime: image.runtime,
    moved: [...args.moved, ...moved].sort((a, b) => a.instruction.index - b.instruction.index),
    dropped,
    substitutions: substitutions.list,
    artefacts: copied,
    ownerOf: owner,
    owners,
    packages: image.packages,
    ...(workdir ? { workdir } : {}),
    notes: [
      ...(chosen.note ? [chosen.note] : []),
      ...image.notes,
      ...(unseen === undefined
        ? []
        : [`Without the build context nobody knows which files the program opens, so ${unseen} is copied as a whole.`]),
    ],
  };
}

/** The root as a working directory has to be said where a moved RUN has got another one. */
function startsElsewhere(moved: readonly Moved[]): string | undefined {
  return moved.some(({ directory }) => directory !== undefined) ? '/' : undefined;
}
