import type { Artefact } from '../../knowledge/ecosystem';
import { isWithin, nameOf } from '../../knowledge/images/image-paths';
import type { RuntimeImage } from '../../knowledge/images/runtime-images';
import { packageName, packageRole } from '../../knowledge/system-packages/package-roles';
import type { ShellWord } from '../shell/shell-command';
import { lineNumber } from '../syntax/blocks';
import type { Instruction } from '../syntax/instruction';
import { changedPlaces, readSetup } from './mixed-runs';
import { isSystemDirectory } from './run-effects';
import type { RunRole } from './run-roles';
import { changedPackages, libraryOf } from './runtime-packages';
import { madeFiles } from './stage-files';
import { workdirOf } from './stage-settings';
import {
  isInFront,
  isUsedInBuilder,
  type Move,
  type Moved,
  needsUser,
  runOf,
  type Sorting,
  type SplitRefusal,
  setsUpBuild,
} from './stage-sorting';

/** Which packages of which RUN the runtime needs. */
export type Kept = ReadonlyMap<RunRole, readonly ShellWord[]>;

/** Where the runtime image serves files by itself, nothing of the server that it takes the place of is set up any more. */
export function dropTools({ build, stage, runs, boundary }: Sorting, dropped: Instruction[]): SplitRefusal | undefined {
  for (const { run, tool, builds } of runs) if ((tool && !builds) || run.index > boundary.index) dropped.push(run);
  const copy = stage.instructions.find(
    ({ keyword, index }) => (keyword === 'COPY' || keyword === 'ADD') && index > boundary.index,
  );
  return copy && { because: `Line ${lineNumber(build.source, copy)} copies files behind the build of the site.` };
}

/** What is known and gathered while RUNs are sorted. */
interface RunSorting {
  readonly inFront: readonly RunRole[];
  readonly kept: Kept;
  readonly runtime: RuntimeImage;
  readonly hasShell: boolean;
  readonly artefacts: Artefact[];
  readonly moved: readonly Moved[];
  readonly move: Move;
}

/** RUNs in front of the boundary: what sets up the system moves, what else they leave behind is copied. */
export function sortRuns(
  sorting: Sorting,
  { inFront, kept, runtime, hasShell, artefacts, moved, move }: RunSorting,
): SplitRefusal | undefined {
  const { build, project } = sorting;
  /** Where a RUN has to start again for its relative words to mean the same. */
  const startOf = ({ run, relative }: RunRole) => (relative ? project.directoryAt(run) : undefined);
  const end = workdirOf(sorting) ?? '/';
  for (const role of inFront) {
    const { run, builds, users, places, packages, tool, repeatable } = role;
    const own = kept.get(role) ?? [];
    if (builds && users.length > 0) {
      const setup = readSetup(build, role);
      if (!setup)
        return {
          because: `Line ${lineNumber(build.source, run)} both builds and makes users; split it in two first.`,
        };
      const start = startOf(role);
      move(run, true, true, setup.edits, start === '/' ? undefined : start);
      artefacts.push(...setup.places.map((path) => ({ from: path, to: path, optional: true })));
    } else if (!builds && (users.length > 0 || tool || own.length > 0)) {
      const changes = changedPackages(sorting, role, own, (word) => libraryOf(runtime, sorting, word));
      const names = packages.map(({ value }) => packageName(value));
      const both =
        changes.length > 0 ||
        (sorting.plan.buildRunsProgram === true && packages.length > 0) ||
        own.some(({ value }) => packageRole(value) === 'headers') ||
        bringsToolOfBuild(sorting, role) ||
        isUsedInBuilder(sorting, run, names) ||
        needsUser(sorting, run, users);
      const changed = changedPlaces(role);
      const at = project.directoryAt(run);
      const early = changed.find((path) => !isWithin(at, path));
      if (early !== undefined && users.length > 0)
        return {
          because: `Line ${lineNumber(build.source, run)} makes users and changes ${early}, which comes to the runtime stage behind it; split it in two first.`,
        };
      const start = changed.length > 0 ? at : startOf(role);
      // What is switched on may have been copied into the system by an instruction in front of it.
      const late = tool && users.length === 0 && copiesToSystem(sorting, run);
      move(run, both, !late, changes, start === '/' ? undefined : start);
    } else if (!builds && hasShell && repeatable && places.length > 0 && (startOf(role) ?? end) === end) {
      const both = setsUpBuild(sorting, places) || isUsedInBuilder(sorting, run, places.map(nameOf));
      move(run, both, places.every(isPackageSource));
    } else {
      const system = places.find(isSystemDirectory);
      const line = lineNumber(build.source, run);
      if (system) return { because: `Line ${line} changes ${system}, which the runtime image has of its own.` };
      for (const path of places) artefacts.push({ from: path, to: path, optional: true });
    }
  }
  // Package lists go with the installation that they are fetched for.
  for (const { run, lists, packages, builds } of inFront) {
    if (!lists || builds || packages.length > 0) continue;
    const next = inFront.find((other) => other.run.index > run.index && other.packages.length > 0);
    const target = next && !next.lists ? moved.find(({ instruction }) => instruction === next.run) : undefined;
    if (target) move(run, target.both, true);
  }
  const stay = inFront.filter(({ run, builds }) => builds || !moved.some(({ instruction }) => instruction === run));
  artefacts.push(...madeFiles(sorting, stay));
  return undefined;
}

/** Whether files for the system are copied in front of an instruction. */
function copiesToSystem({ project, isLocal }: Sorting, { index }: Instruction): boolean {
  return project.copies.some(
    ({ instruction, path, fromContext }) =>
      fromContext && instruction.index < index && path !== undefined && !isLocal(path) && /^\/(?:etc|usr)\//.test(path),
  );
}

/** Whether a RUN installs a program that the build calls too. */
function bringsToolOfBuild(sorting: Sorting, { run }: RunRole): boolean {
  const { project, ecosystem } = sorting;
  const own = project.steps.filter((step) => runOf(sorting, step) === run);
  return project.steps.some(
    (step) =>
      runOf(sorting, step) !== run && isInFront(sorting, step) && own.some((by) => ecosystem.provides(by, step.name)),
  );
}

/** Whether a file tells the system's package manager where packages are, so that it comes in front of installations. */
function isPackageSource(path: string): boolean {
  return /^\/(?:etc\/(?:apt|apk|yum\.repos\.d)|usr\/share\/keyrings)(?:\/|$)/.test(path);
}
