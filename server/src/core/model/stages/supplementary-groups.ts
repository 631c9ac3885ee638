import type { Build, Stage } from '../build-types';
import { optionValues, positionals } from '../shell/command-words';
import { commandsNamed } from '../shell/named-commands';
import type { ShellCommand } from '../shell/shell-command';
import { valueOf } from '../shell/word-value';
import { usersMadeIn } from './made-users';

/** The groups beside its own that a user is put into before an instruction, in the stage or one that it is based on. */
export function supplementaryGroups(build: Build, stage: Stage, before: number, user: string): readonly string[] {
  const chain = new Set<number>();
  for (let at: Stage | undefined = stage; at; at = at.parent) chain.add(at.index);
  const groups = usersMadeIn(build, stage, before).flatMap((made) => (made.name === user ? made.groups : []));
  for (const command of commandsNamed(build, 'usermod', 'gpasswd', 'adduser', 'addgroup')) {
    const { index, stage: at } = command.script.instruction;
    if (index < before && chain.has(at)) groups.push(...groupsGiven(build, command, user));
  }
  return groups;
}

function groupsGiven(build: Build, command: ShellCommand, user: string): readonly string[] {
  const { scope } = build.states[command.script.instruction.index]!;
  const words = command.arguments;
  if (command.name === 'gpasswd') {
    const given = optionValues(words, '-a --add').map(({ word, from }) => valueOf(word, scope)?.slice(from));
    const group = positionals(words, '-a --add')[0];
    return given.includes(user) && group ? [group.value] : [];
  }
  if (command.name !== 'usermod') {
    // With flags it makes somebody.
    if (words.length !== 2 || words.some(({ value }) => value.startsWith('-'))) return [];
    const [first, second] = words.map((word) => valueOf(word, scope));
    return first === user && second !== undefined ? [second] : [];
  }
  const values = new Set(optionValues(words, USERMOD_VALUES).map(({ word }) => word));
  const named = positionals(words).find((word) => !values.has(word));
  if (!named || valueOf(named, scope) !== user) return [];
  return optionValues(words, '-G --groups').flatMap(({ word, from }) => word.value.slice(from).split(','));
}

const USERMOD_VALUES = '-G --groups -g --gid -u --uid -d --home -s --shell -c --comment -l --login -e -f -p';
