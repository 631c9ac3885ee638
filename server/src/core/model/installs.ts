import type { PackageInstall } from './install';
import type { ShellCommand } from './shell-command';

/** The commands that a package manager in `knowledge/package-managers` understands. */
export function readInstalls(_commands: readonly ShellCommand[]): readonly PackageInstall[] {
  return [];
}
