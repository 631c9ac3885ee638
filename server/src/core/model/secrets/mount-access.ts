import type { Build } from '../build-types';
import { isCertainlyRoot } from '../stages/root';
import { readUser } from '../stages/user';
import type { RunInstruction } from '../syntax/instruction';

/**
 * The options by which the user of a RUN can open a mounted secret or SSH agent, which is root's alone by default: the user's
 * number where it is known, else a mode that is open to all. Nobody but the commands of the RUN sees the mount.
 */
export function mountAccess(build: Build, run: RunInstruction, mode: '0444' | '0666'): string {
  const user = readUser(build, run);
  if (!user.root) return user.uid === undefined ? `,mode=${mode}` : `,uid=${user.uid}`;
  return build.stages[run.stage] === undefined || isCertainlyRoot(build, run) ? '' : `,mode=${mode}`;
}
