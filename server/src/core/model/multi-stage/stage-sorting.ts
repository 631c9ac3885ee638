import type { Ecosystem, Plan, Step } from '../../knowledge/ecosystem';
import { isWithin } from '../../knowledge/images/image-paths';
import type { Edit } from '../../text/edit';
import type { Build, Stage } from '../build-types';
import type { Instruction, RunInstruction } from '../syntax/instruction';
import { type StageProject, valueAt } from './project';
import type { RunRole } from './run-roles';

/** An instruction of the author's that goes to the runtime stage. */
export interface Moved {
  readonly instruction: Instruction;
  /** Whether the builder keeps it too. */
  readonly both: boolean;
  /** Whether it sets up the system, so that it comes before the files. */
  readonly early: boolean;
  /** What differs there: packages that only the build needs are left out, libraries take the place of their headers. */
  readonly changes: readonly Edit[];
  /** Where a RUN that comes before the files has to start, because its words are relative. */
  readonly directory?: string;
}

export interface SplitRefusal {
  readonly because: string;
}

/** What is at hand while one stage is sorted. */
export interface Sorting {
  readonly build: Build;
  readonly stage: Stage;
  readonly project: StageProject;
  readonly plan: Plan;
  readonly ecosystem: Ecosystem;
  readonly runs: readonly RunRole[];
  readonly boundary: Instruction;
  isLocal(path: string): boolean;
}

/** Notes that an instruction goes to the runtime stage. */
export type Move = (
  instruction: Instruction,
  both: boolean,
  early?: boolean,
  changes?: readonly Edit[],
  directory?: string,
) => void;

/** The RUN that a step is of. */
export function runOf({ project }: Sorting, step: Step): RunInstruction {
  return project.commandOf.get(step)!.command.script.instruction;
}

/** Whether a step runs in the builder. */
export function isInFront(sorting: Sorting, step: Step): boolean {
  return runOf(sorting, step).index <= sorting.boundary.index;
}

/** Whether the builder mentions any of some names behind an instruction. */
export function isUsedInBuilder(
  { build, stage, boundary }: Sorting,
  { index }: Instruction,
  names: readonly string[],
): boolean {
  const later = stage.instructions.filter((one) => one.index > index && one.index <= boundary.index);
  const text = later
    .filter(
      ({ keyword }) =>
        keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD' || keyword === 'USER' || keyword === 'WORKDIR',
    )
    .map((one) => build.source.text.slice(one.start, one.end))
    .join('\n');
  const words = new Set(text.split(/[\s"'`=:,/;&|()[\]<>]+/));
  return names.some((name) => words.has(name));
}

/** Whether the build reads places too: settings, and directories of the project's own where it runs the program. */
export function setsUpBuild({ plan, project }: Sorting, places: readonly string[]): boolean {
  const isOwn = (path: string) => !SYSTEM_DIRECTORIES.test(path) && !project.scripts.has(path);
  return places.some(
    (path) =>
      plan.settings?.some((directory) => isWithin(path, directory)) === true ||
      (plan.buildRunsProgram === true && isOwn(path)),
  );
}

const SYSTEM_DIRECTORIES = /^\/(?:bin|etc|lib|run|sbin|usr|var\/(?:lib|log|run|spool))(?:\/|$)/;

/** Whether the builder runs as, or gives files to, one of some users behind an instruction. */
export function needsUser(
  { build, stage, boundary }: Sorting,
  { index }: Instruction,
  users: readonly string[],
): boolean {
  const later = stage.instructions.filter((one) => one.index > index && one.index <= boundary.index);
  return later.some((one) => {
    const text = valueAt(build, one, build.source.text.slice(one.start, one.end));
    if (one.keyword === 'USER') {
      return users.includes(valueAt(build, one, one.words[0]?.value ?? '').split(':', 1)[0]!);
    }
    return users.some((user) =>
      new RegExp(`(?:--chown=|chown\\s+(?:-\\S+\\s+)*|su\\s+(?:-\\s+)?|gosu\\s+)${user}\\b`).test(text),
    );
  });
}
