import type { Build } from '../build-types';
import type { PackageInstall } from '../installs/install';
import { findManager } from '../installs/installs';
import { hasArgument } from '../shell/plain-arguments';
import { findCleanup, isCleanup } from './cache-cleanups';
import { findCacheOff, findUnmounted } from './cache-targets';

/** Whether an install leaves what it downloads in its layer: no mount takes it, no setting forbids it, nothing behind it cleans up. */
export function leavesCache(build: Build, install: PackageInstall): boolean {
  return !isCacheOff(build, install) && findUnmounted(build, install).length > 0 && !isCleanedUp(build, install);
}

/** Whether a flag of an install, or a variable, keeps it from keeping anything. */
export function isCacheOff(build: Build, install: PackageInstall): boolean {
  const { manager, command } = install;
  for (const { kind, text } of manager.cleanups) {
    if (kind === 'flag' && hasArgument(command, text)) return true;
  }
  return findCacheOff(build, install) !== undefined;
}

/** Whether a command behind an install, in the same RUN, empties the manager's caches. */
export function isCleanedUp(build: Build, install: PackageInstall): boolean {
  const { command, manager } = install;
  let targets: readonly string[] | undefined;
  for (const one of command.script.commands) {
    if (one.start <= command.start) continue;
    targets ??= findUnmounted(build, install).flatMap(({ targets: known = [] }) => known);
    if (findCleanup(build, one, targets).some(({ kind }) => kind !== 'flag')) return true;
    const call = findManager(one);
    if (call && manager.cleanups.some((cleanup) => isCleanup(call.words, cleanup))) return true;
  }
  return false;
}
