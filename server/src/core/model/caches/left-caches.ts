import type { Build } from '../build-types';
import type { PackageInstall } from '../installs/install';
import { findManager } from '../installs/installs';
import type { ShellCommand } from '../shell/shell-command';
import { findCleanups, isCleanup } from './cache-cleanups';
import { findCacheOff, findUnmounted } from './cache-targets';

/** Whether an install leaves what it downloads in its layer: no mount takes it, no setting forbids it, nothing behind it cleans up. */
export function leavesCache(build: Build, install: PackageInstall): boolean {
  return !isCacheOff(build, install) && findUnmounted(build, install).length > 0 && !isCleanedUp(build, install);
}

/** Whether a flag of an install, or a variable, keeps it from keeping anything. */
export function isCacheOff(build: Build, install: PackageInstall): boolean {
  const { manager, command } = install;
  const flags = manager.cleanups.filter(({ kind }) => kind === 'flag');
  return (
    flags.some(({ text }) => command.arguments.some(({ value }) => value === text)) ||
    findCacheOff(build, install) !== undefined
  );
}

/** Whether a command behind an install, in the same RUN, empties the manager's caches. */
export function isCleanedUp(build: Build, install: PackageInstall): boolean {
  const { command, manager } = install;
  const { script } = command;
  const isBehind = ({ start }: ShellCommand) => start > command.start;
  if (!script.commands.some(isBehind)) return false;
  const targets = findUnmounted(build, install).flatMap(({ targets: known = [] }) => known);
  if (findCleanups(build, script, targets).some((cleanup) => cleanup.kind !== 'flag' && isBehind(cleanup.command)))
    return true;
  return script.commands.some((one) => {
    const call = isBehind(one) ? findManager(one) : undefined;
    return call !== undefined && manager.cleanups.some((cleanup) => isCleanup(call.words, cleanup));
  });
}
