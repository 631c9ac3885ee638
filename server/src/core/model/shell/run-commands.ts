import type { Build } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import type { Instruction } from '../syntax/instruction';
import type { ShellCommand } from './shell-command';

/** The commands of a RUN, or of one inside ONBUILD; none of any other instruction. */
export function commandsOf(build: Build, run: Instruction): readonly ShellCommand[] {
  return commandsByRun(build).get(run) ?? NONE;
}

const NONE: readonly ShellCommand[] = [];

const commandsByRun = oncePerBuild((build): ReadonlyMap<Instruction, readonly ShellCommand[]> => {
  const byRun = new Map<Instruction, readonly ShellCommand[]>();
  for (const { instruction, commands } of build.scripts) byRun.set(instruction, commands);
  for (const { instruction, commands } of build.onbuildScripts) byRun.set(instruction, commands);
  return byRun;
});
