import type { Build } from '../model/build-types';
import { isMountedAt } from '../model/caches/cache-places';
import { empties } from '../model/caches/emptied';
import { appendLike } from '../model/shell/append-command';
import type { PlainCommand, ShellCommand, ShellScript } from '../model/shell/shell-command';
import { findInRuns, minorUnlessShipped } from './per-run';
import type { Finding, RuleSettings } from './rule';

/** A package manager that leaves something behind unless a RUN cleans up after it. */
export interface CleanUp {
  /** The names under which it is called. */
  readonly commands: readonly string[];
  readonly installs: (command: ShellCommand) => boolean;
  /** Whether a command is the manager's own clean-up. */
  readonly cleans: (command: ShellCommand) => boolean;
  /** Where it keeps what it downloads: a mount there, or `rm`, does as well. */
  readonly directories: readonly string[];
  readonly message: (name: string) => string;
  /** The commands that clean up, by the name of the one that installs. */
  readonly fix: (name: string) => readonly string[];
  /** The install that hadolint reports. */
  readonly plain: (script: ShellScript) => PlainCommand | undefined;
}

/** Installs whose RUN does not clean up behind the last of them. */
export function findUncleaned(build: Build, settings: RuleSettings, cleanUp: CleanUp): readonly Finding[] {
  return findInRuns(build, settings, {
    commands: cleanUp.commands,
    plain: cleanUp.plain,
    message: ({ name }) => cleanUp.message(name),
    own({ commands, instruction }) {
      const last = commands.findLast(cleanUp.installs);
      if (!last || commands.some((command) => command.start > last.start && isCleaning(command, cleanUp))) return [];
      if (cleanUp.directories.some((directory) => isMountedAt(build, instruction, directory))) return [];
      const fix = () => {
        const edits = appendLike(build, last, ...cleanUp.fix(last.name!));
        return edits && { title: `Clean up after ${last.name}`, edits };
      };
      return [
        { at: last, message: cleanUp.message(last.name!), ...minorUnlessShipped(build, settings, instruction), fix },
      ];
    },
  });
}

function isCleaning(command: ShellCommand, { cleans, directories }: CleanUp): boolean {
  return cleans(command) || directories.some((directory) => empties(command, directory));
}

/** The install of hadolint's finding: the first one, unless it stands in front of the first clean-up. */
export function installBeforeClean(
  { plainCommands }: ShellScript,
  installs: (command: PlainCommand) => boolean,
  cleans: (command: PlainCommand) => boolean,
): PlainCommand | undefined {
  const install = plainCommands.findIndex(installs);
  if (install === -1) return undefined;
  const clean = plainCommands.findIndex(cleans);
  return clean !== -1 && install < clean ? undefined : plainCommands[install];
}
