import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import type { PlainCommand, ShellCommand, ShellScript, ShellWord } from './shell-command';

/** A command that has a name. */
export interface NamedCommand extends ShellCommand {
  readonly name: string;
  readonly nameWord: ShellWord;
}

/**
 * All commands of a name, for rules about single commands: a rule that asks here goes over no other command. `commandsNamed` and
 * `onbuildCommandsNamed` are what really runs (`ShellScript.commands`), outside ONBUILD and inside; `plainCommandsNamed` and
 * `onbuildPlainCommandsNamed` are hadolint's reading (`ShellScript.plainCommands`).
 */
export function commandsNamed(build: Build, ...names: readonly string[]): readonly NamedCommand[] {
  return pick(commandsByName(build), names);
}

/** What really runs in triggers. */
export function onbuildCommandsNamed(build: Build, ...names: readonly string[]): readonly NamedCommand[] {
  return build.onbuildScripts.length === 0 ? [] : pick(onbuildCommandsByName(build), names);
}

/** hadolint's reading, outside ONBUILD. */
export function plainCommandsNamed(build: Build, ...names: readonly string[]): readonly PlainCommand[] {
  return pick(plainCommandsByName(build), names);
}

/** hadolint's reading of triggers. */
export function onbuildPlainCommandsNamed(build: Build, ...names: readonly string[]): readonly PlainCommand[] {
  return build.onbuildScripts.length === 0 ? [] : pick(onbuildPlainCommandsByName(build), names);
}

const commandsByName = oncePerBuild((build) => index(build.scripts, ({ commands }) => commands));
const onbuildCommandsByName = oncePerBuild((build) => index(build.onbuildScripts, ({ commands }) => commands));
const plainCommandsByName = oncePerBuild((build) => index(build.scripts, ({ plainCommands }) => plainCommands));
const onbuildPlainCommandsByName = oncePerBuild((build) =>
  index(build.onbuildScripts, ({ plainCommands }) => plainCommands),
);

type Named = Pick<NamedCommand, 'name' | 'nameWord'>;

function isNamed<Command extends Partial<Named>>(command: Command): command is Command & Named {
  return command.name !== undefined;
}

function index<Command extends Partial<Named>>(
  scripts: readonly ShellScript[],
  commandsOf: (script: ShellScript) => readonly Command[],
): ReadonlyMap<string, readonly (Command & Named)[]> {
  const byName = new Map<string, (Command & Named)[]>();
  for (const script of scripts) {
    for (const command of commandsOf(script)) {
      if (!isNamed(command)) continue;
      const known = byName.get(command.name);
      if (known) known.push(command);
      else byName.set(command.name, [command]);
    }
  }
  return byName;
}

/** In the file's order. */
function pick<Command extends Span>(
  byName: ReadonlyMap<string, readonly Command[]>,
  names: readonly string[],
): readonly Command[] {
  let only: readonly Command[] = NONE;
  let several: Command[] | undefined;
  for (const name of names) {
    const found = byName.get(name);
    if (!found) continue;
    if (several) several.push(...found);
    else if (only === NONE) only = found;
    else several = [...only, ...found];
  }
  return several ? several.sort((a, b) => a.start - b.start) : only;
}

const NONE: readonly never[] = [];
