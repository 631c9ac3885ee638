import { nameOf } from '../../knowledge/images/image-paths';
import { hasUser } from '../../knowledge/images/runtime-images';
import { packageName } from '../../knowledge/system-packages/package-roles';
import { lineNumber } from '../syntax/blocks';
import { type StageProject, valueAt } from './project';
import type { RunRole } from './run-roles';
import type { Kept } from './run-sorting';
import { isSystemTool } from './runtime-packages';
import type { Sorting } from './stage-sorting';

/** Why the runtime image needs a shell; the first reason is told to the person. */
export function shellReasons(
  { build, stage, project, plan }: Sorting,
  kept: Kept,
  inFront: readonly RunRole[],
  behind: readonly RunRole[],
): string[] {
  const { start, scripts, healthcheck } = project;
  const last = stage.instructions.findLast(({ keyword }) => keyword === 'USER');
  const needing = [...inFront.filter(({ users, tool }) => users.length > 0 || tool), ...behind];
  return [
    ...(start.shell ? ['the start is in shell form'] : []),
    ...[...scripts.keys()].map((path) => `${nameOf(path)} is a script`),
    ...start.launchers.map((name) => `${nameOf(name)} starts the program`),
    ...(healthcheck?.shell ? ['HEALTHCHECK is in shell form'] : []),
    ...(plan.calls ?? []).map((name) => `the program calls ${name}`),
    ...[...kept.values()].flat().map(({ value }) => `${packageName(value)} is installed`),
    ...needing.map(({ run }) => `line ${lineNumber(build.source, run)} is a RUN`),
    ...[...start.programs, ...(healthcheck?.programs ?? [])]
      .filter(({ name }) => isSystemTool(project, name))
      .map(({ name }) => `the container calls ${name}`),
    ...[last ? valueAt(build, last, last.words[0]?.value ?? '') : 'root']
      .filter((user) => !hasUser('distroless', ...splitUser(user)) && hasUser('debian', ...splitUser(user)))
      .map((user) => `it has the user ${user}`),
  ];
}

/** Whether what the container starts changes to another user by itself. */
export function dropsRights({ start, scripts }: StageProject): boolean {
  const words = [
    ...start.launchers,
    ...start.programs.flatMap(({ name, arguments: given }) => [name, ...given]),
    ...scripts.values(),
  ];
  return words.some((text) =>
    /\b(?:gosu|su-exec|runuser|setpriv|setuidgid|chpst)\b|(?:^|[\s;&|])su\s/m.test(text ?? ''),
  );
}

function splitUser(user: string): [name: string, group: string | undefined] {
  const [name = '', group] = user.split(':');
  return [name, group];
}
