import { lineAt } from '../../text/source';
import type { Build } from '../build-types';
import { findManager } from '../installs/installs';
import type { ShellCommand } from '../shell/shell-command';
import type { RunInstruction } from '../syntax/instruction';
import { findCleanups, removeCleanups, scriptOf } from './cache-cleanups';
import { haveSameUser, type RunPlan } from './cache-group';
import { insertFlags, layoutOf } from './cache-keeping';
import { findLoss } from './cache-loss';
import { hasNoNetwork } from './cache-offline';
import { isMountedAt } from './cache-places';
import type { NoPlan } from './cache-targets';
import { findCollision } from './mount-collisions';

/**
 * The mounts of a RUN for a later one that calls a program which may use what the RUN downloads, or apt, which would leave its index
 * in the image; undefined where it has them.
 */
export function planFollower(
  build: Build,
  head: RunInstruction,
  run: RunInstruction,
  driver: ShellCommand,
  { flags: own }: RunPlan,
): RunPlan | NoPlan | undefined {
  const name = nameOf(driver);
  const index =
    findManager(driver)?.manager.kind === 'system' || name.startsWith('apt') || name === 'add-apt-repository';
  const wanted = [...own].filter(([target]) => (index ? target === '/var/cache/apt' : !target.startsWith('/var/')));
  const flags = new Map(wanted.filter(([target]) => !isMountedAt(build, run, target)));
  const script = scriptOf(build, run);
  if (!script || flags.size === 0) return undefined;
  if (!index && !haveSameUser(build, head, run)) return { kind: 'manual', because: `It runs ${name} as another user.` };
  if (!index && hasNoNetwork(run)) return { kind: 'manual', because: `It runs ${name} without the network.` };
  const targets = [...flags.keys()];
  const removal = removeCleanups(build, script, findCleanups(build, script, targets));
  if (!removal || findCollision(build, script, targets)) {
    return { kind: 'manual', because: `It makes or empties ${targets.join(' or ')} itself.` };
  }
  const line = lineAt(build.source, run.start) + 1;
  return {
    run,
    targets,
    flags,
    edits: [insertFlags(build, run, [...flags.values()], layoutOf(build, run, [...flags.values()], false)), ...removal],
    notes: [
      index
        ? `Line ${line} runs ${name}, which would leave its index of the packages in the image: it gets the mount, too.`
        : `Line ${line} runs ${name}, which may use what is downloaded: it gets the mounts, too.`,
    ],
    sameImage: !index && findLoss(build, run, targets) === undefined,
  };
}

/** For messages: a script rather than the shell that runs it. */
function nameOf({ name, arguments: words }: ShellCommand): string {
  const script = /^(?:ba|da|a|z|k)?sh$/.test(name!) ? words.find(({ value }) => !value.startsWith('-')) : undefined;
  return script?.value ?? name!;
}
