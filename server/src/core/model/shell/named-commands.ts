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

const commandsByName = oncePerBuild((build) => index(build.commands));
const onbuildCommandsByName = oncePerBuild((build) => index(commandsOf(build.onbuildScripts)));
const plainCommandsByName = oncePerBuild((build) => index(plainCommandsOf(build.scripts)));
const onbuildPlainCommandsByName = oncePerBuild((build) => index(plainCommandsOf(build.onbuildScripts)));

function* commandsOf(scripts: readonly ShellScript[]): Iterable<ShellCommand> {
  for (const { commands } of scripts) yield* commands;
}

function* plainCommandsOf(scripts: readonly ShellScript[]): Iterable<PlainCommand> {
  for (const { plainCommands } of scripts) yield* plainCommands;
}

type Named = Pick<NamedCommand, 'name' | 'nameWord'>;

function isNamed<Command extends Partial<Named>>(command: Command): command is Command & Named {
  return command.name !== undefined;
}

function index<Command extends Partial<Named>>(
  commands: Iterable<Command>,
): ReadonlyMap<string, readonly (Command & Named)[]> {
  const byName = new Map<string, (Command & Named)[]>();
  for (const command of commands) {
    if (!isNamed(command)) continue;
    const known = byName.get(command.name);
    if (known) known.push(command);
    else byName.set(command.name, [command]);
  }
  return byName;
}

/** In the file's order. */
function pick<Command extends Span>(
  byName: ReadonlyMap<string, readonly Command[]>,
  names: readonly string[],
): readonly Command[] {
  if (names.length === 1) return byName.get(names[0]!) ?? NONE;
  const found = names.flatMap((name) => byName.get(name) ?? NONE);
  return found.length === 0 ? NONE : found.sort((a, b) => a.start - b.start);
}

const NONE: readonly never[] = [];
