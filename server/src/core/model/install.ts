import type { PackageManager } from '../knowledge/package-manager';
import type { RunInstruction } from './instruction';
import type { ShellCommand, ShellWord } from './shell-command';

/** A command that downloads or installs packages through a manager that `knowledge/package-managers` describes. */
export interface PackageInstall {
  readonly manager: PackageManager;
  readonly command: ShellCommand;
  readonly instruction: RunInstruction;
  /** The word of the sub-command (`install`, `ci`, `add`…); undefined for a bare `yarn`. */
  readonly verb?: ShellWord;
  /** The sub-command's canonical name: aliases (`i`, `in`) resolved. */
  readonly verbName: string;
  /** Package arguments: no flags, no values of flags. */
  readonly packages: readonly ShellWord[];
  /** Whether it reads what to install from a manifest of the build context (`npm ci`, `pip install -r x`, `bundle install`). */
  readonly fromManifest: boolean;
}
