import { findDefaultUser, findImageUser } from '../../knowledge/images/image-users';
import { remembered } from '../../text/remembered';
import type { Build, Stage, State } from '../build-types';
import { mapPerBuild } from '../once-per-build';
import type { ShellCommand } from '../shell/shell-command';
import { readImageReference } from '../syntax/image-reference';
import type { Instruction, RunInstruction } from '../syntax/instruction';

/** Whom an instruction runs as, as far as the file and well-known images tell. */
export interface EffectiveUser {
  readonly root: boolean;
  /** For messages: the name, or the number as written. */
  readonly name: string;
  readonly uid?: string;
  readonly gid?: string;
  readonly home?: string;
}

const usersOf = mapPerBuild<State, EffectiveUser>();

/** Whom an instruction runs as. Users that an earlier RUN of the stage makes are known with their home and number. */
export function readUser(build: Build, instruction: Instruction): EffectiveUser {
  const state = build.states[instruction.index]!;
  const users = usersOf(build);
  const known = users.get(state);
  if (known) return known;
  const user = findUser(build, state, instruction);
  users.set(state, user);
  return user;
}

function findUser(build: Build, state: State, { index, stage: stageIndex }: Instruction): EffectiveUser {
  const stage = build.stages[stageIndex];
  const image = stage ? imageName(stage) : '';
  const written = state.user ?? findDefaultUser(image)?.name ?? 'root';
  const [user = '', group] = written.split(':');
  const home = state.scope.lookup('HOME')?.value;
  if (user === 'root' || user === '0' || user === '')
    return { root: true, name: 'root', uid: '0', home: home ?? '/root' };
  if (user.includes('$')) return { root: false, name: user, ...(home ? { home } : {}) };

  const made = stage ? findMadeUser(build, stage, index, user) : undefined;
  const known = made ?? findImageUser(image, user);
  const number = /^\d+$/.test(user);
  const uid = number ? user : known?.uid;
  const gid = group && /^\d+$/.test(group) ? group : group ? undefined : known?.gid;
  const place = home ?? known?.home ?? (known || number ? undefined : `/home/${user}`);
  return {
    root: false,
    name: user,
    ...(uid ? { uid } : {}),
    ...(gid ? { gid } : {}),
    ...(place ? { home: place } : {}),
  };
}

/** Repository of the stage's root image without registry and `library/`: `node`, `jupyter/base-notebook`. */
export function imageName(stage: Stage): string {
  return nameOf(stage.root);
}

const nameOf = remembered((reference) =>
  readImageReference({ start: 0, end: reference.length, value: reference }).name.replace(/^library\//, ''),
);

interface MadeUser {
  readonly uid?: string;
  readonly gid?: string;
  readonly home?: string;
}

/** The user that a `useradd` or `adduser` before the instruction makes, in the stage or one that it is based on. */
function findMadeUser(build: Build, stage: Stage, before: number, user: string): MadeUser | undefined {
  const chain = new Set<number>();
  for (let at: Stage | undefined = stage; at; at = at.parent) chain.add(at.index);
  for (const command of build.commands) {
    const run: RunInstruction = command.script.instruction;
    if (run.index >= before || !chain.has(run.stage)) continue;
    if (command.name !== 'useradd' && command.name !== 'adduser') continue;
    const made = readMade(command);
    if (made && (made.name === user || made.uid === user)) return made;
  }
  return undefined;
}

/** Flags of useradd, of Debian's adduser and of busybox's, with what they tell. Those that differ are told apart by the command. */
const USERADD_VALUES = new Set([
  '-b',
  '-c',
  '-d',
  '-e',
  '-f',
  '-g',
  '-G',
  '-k',
  '-K',
  '-p',
  '-R',
  '-P',
  '-s',
  '-u',
  '-Z',
]);
const ADDUSER_VALUES = new Set(['-h', '-g', '-s', '-G', '-u', '-k']);

function readMade(command: ShellCommand): (MadeUser & { readonly name: string }) | undefined {
  const useradd = command.name === 'useradd';
  const values = useradd ? USERADD_VALUES : ADDUSER_VALUES;
  let uid: string | undefined;
  let group: string | undefined;
  let home: string | undefined;
  const names: string[] = [];
  const words = command.arguments;
  for (let at = 0; at < words.length; at++) {
    const { value, literal } = words[at]!;
    if (!value.startsWith('-')) {
      names.push(literal ? value : '');
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
    else if (flag === '--home' || flag === '--home-dir' || flag === (useradd ? '-d' : '-h')) home = text;
  }
  const name = names[0];
  if (!name) return undefined;
  return {
    name,
    ...(uid && /^\d+$/.test(uid) ? { uid } : {}),
    ...(group && /^\d+$/.test(group) ? { gid: group } : {}),
    home: home?.startsWith('/') ? home : `/home/${name}`,
  };
}

const LONG_VALUES = new Set(
  '--uid --gid --home --home-dir --shell --comment --gecos --groups --ingroup --base-dir --skel --password --firstuid --lastuid'.split(
    ' ',
  ),
);
