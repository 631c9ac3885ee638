import type { Build, Stage } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import { commandsNamed } from '../shell/named-commands';
import type { ShellCommand, ShellWord } from '../shell/shell-command';
import { valueOf } from '../shell/word-value';

/** A user that a `useradd` or `adduser` makes. */
export interface MadeUser {
  /** Empty where the file does not tell. */
  readonly name: string;
  readonly word: ShellWord;
  readonly command: ShellCommand;
  /** A number. */
  readonly uid?: string;
  /** A number. */
  readonly gid?: string;
  readonly home?: string;
  /** Groups beside the user's own. */
  readonly groups: readonly string[];
}

/** Every user that a RUN of the file makes. */
export const madeUsers = oncePerBuild((build): readonly MadeUser[] =>
  commandsNamed(build, 'useradd', 'adduser').flatMap((command) => readMade(build, command) ?? []),
);

/** The users that a stage, or one that it is based on, makes before an instruction. */
export function usersMadeIn(build: Build, stage: Stage, before = Number.POSITIVE_INFINITY): readonly MadeUser[] {
  const users = madeUsers(build);
  if (users.length === 0) return users;
  return users.filter(({ command: { script } }) => {
    const run = script.instruction;
    if (run.index >= before) return false;
    for (let at: Stage | undefined = stage; at; at = at.parent) if (at.index === run.stage) return true;
    return false;
  });
}

/** Flags of useradd, of Debian's adduser and of busybox's, with what they tell. Those that differ are told apart by the command. */
const USERADD_VALUES = new Set('-b -c -d -e -f -g -G -k -K -p -R -P -s -u -Z'.split(' '));
const ADDUSER_VALUES = new Set('-h -g -s -G -u -k'.split(' '));
const LONG_VALUES = new Set(
  '--uid --gid --home --home-dir --shell --comment --gecos --groups --ingroup --base-dir --skel --password --firstuid --lastuid'.split(
    ' ',
  ),
);

function readMade(build: Build, command: ShellCommand): MadeUser | undefined {
  const useradd = command.name === 'useradd';
  const values = useradd ? USERADD_VALUES : ADDUSER_VALUES;
  const { scope } = build.states[command.script.instruction.index]!;
  let uid: string | undefined;
  let group: string | undefined;
  let home: string | undefined;
  let groups: string | undefined;
  const names: ShellWord[] = [];
  const words = command.arguments;
  for (let at = 0; at < words.length; at++) {
    const { value } = words[at]!;
    if (!value.startsWith('-')) {
      names.push(words[at]!);
      continue;
    }
    const equals = value.indexOf('=');
    const cluster = !value.startsWith('--') && value.length > 2;
    // In `-mu 1000` the last letter takes the value.
    const flag = equals !== -1 ? value.slice(0, equals) : cluster ? `-${value.at(-1)}` : value;
    const takes = equals === -1 && (value.startsWith('--') ? LONG_VALUES.has(value) : values.has(flag));
    const given = equals !== -1 ? value.slice(equals + 1) : takes ? words[++at] : undefined;
    const text = typeof given === 'string' ? given : given?.literal ? given.value : undefined;
    if (flag === '-u' || flag === '--uid') uid = text;
    else if (flag === '--gid' || flag === (useradd ? '-g' : '-G') || flag === '--ingroup') group = text;
    else if (flag === '--groups' || (useradd && flag === '-G')) groups = text;
    else if (flag === '--home' || flag === '--home-dir' || flag === (useradd ? '-d' : '-h')) home = text;
  }
  const word = names[0];
  // `adduser name group` puts a user who is there into a group; with flags it makes one.
  if (!word || (!useradd && names.length === words.length && names.length > 1)) return undefined;
  const name = valueOf(word, scope) ?? '';
  return {
    name,
    word,
    command,
    ...(uid && /^\d+$/.test(uid) ? { uid } : {}),
    ...(group && /^\d+$/.test(group) ? { gid: group } : {}),
    home: home?.startsWith('/') ? home : `/home/${name}`,
    groups: groups?.split(',') ?? [],
  };
}
