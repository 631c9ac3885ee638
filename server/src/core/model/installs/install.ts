import type { PackageManager } from '../../knowledge/package-manager';
import type { ShellCommand, ShellWord } from '../shell/shell-command';
import type { RunInstruction } from '../syntax/instruction';

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
  /** Words that name a manifest, a project file or a local path to install from: `-r req.txt`, `dotnet restore a.csproj`, `pip install .`. */
  readonly manifestWords: readonly ShellWord[];
  /** The directory it works in, when a flag says so: `npm --prefix web ci`. */
  readonly directory?: ShellWord;
  /** Whether it compiles or runs project code too, so that the manifests alone are not enough for it. */
  readonly needsSources: boolean;
  /** Whether a flag forbids the network, so that what it needs must be on the disk: `--offline`, `--no-restore`. */
  readonly offline: boolean;
  /** Its flags as written, with the values that stand in words of their own. */
  readonly flags: readonly InstallFlag[];
}

/** A flag of a package manager's call. */
export interface InstallFlag {
  /** With its dashes, up to a `=`. */
  readonly name: string;
  readonly word: ShellWord;
  /** The value behind `=`, or the next word of a flag that takes one. */
  readonly value?: string;
  /** The next word, where the value stands there. */
  readonly valueWord?: ShellWord;
}
