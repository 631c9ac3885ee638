import { findDefaultUser, findImageUser, findTaggedUser, type ImageUser } from '../../knowledge/images/image-users';
import { remembered } from '../../text/remembered';
import type { Build, Stage, State } from '../build-types';
import { mapPerBuild } from '../once-per-build';
import { readImageReference } from '../syntax/image-reference';
import type { Instruction, OtherInstruction } from '../syntax/instruction';
import { type MadeUser, usersMadeIn } from './made-users';
import { expand } from './variables';

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
  const home = state.scope.lookup('HOME')?.value;
  return resolveUser(build, build.stages[stageIndex], index, state.user, home);
}

/** Who a name or number, with or without a group, is at an instruction of a stage; without one, whom the base image runs as. */
function resolveUser(
  build: Build,
  stage: Stage | undefined,
  index: number,
  given: string | undefined,
  home: string | undefined,
): EffectiveUser {
  const standard = given === undefined && stage ? defaultUserOf(stage) : undefined;
  const written = given ?? standard?.name ?? 'root';
  const colon = written.indexOf(':');
  const user = colon === -1 ? written : written.slice(0, colon);
  if (user === 'root' || user === '0' || user === '') return toUser(true, 'root', '0', undefined, home ?? '/root');
  if (user.includes('$')) return toUser(false, user, undefined, undefined, home || undefined);

  const made = stage ? findMadeUser(build, stage, index, user) : undefined;
  const known = made ?? standard ?? findImageUser(stage ? imageName(stage) : '', user);
  const number = /^\d+$/.test(user);
  const uid = number ? user : known?.uid;
  const group = colon === -1 ? '' : written.slice(colon + 1).split(':')[0]!;
  const gid = group === '' ? known?.gid : /^\d+$/.test(group) ? group : undefined;
  const place = home ?? known?.home ?? (known || number ? undefined : `/home/${user}`);
  return toUser(false, user, uid, gid, place || undefined);
}

function toUser(
  root: boolean,
  name: string,
  uid: string | undefined,
  gid: string | undefined,
  home: string | undefined,
): EffectiveUser {
  return { root, name, uid, gid, home };
}

/** Whom the image of a stage runs as when it is started. */
export interface FinalUser extends EffectiveUser {
  /** The USER that says so, in the stage or one that it is based on; without, it is the base image's own. */
  readonly instruction?: OtherInstruction;
}

const finalUsersOf = mapPerBuild<Stage, FinalUser>();

/** Whom the image of a stage runs as when it is started. */
export function readFinalUser(build: Build, stage: Stage): FinalUser {
  const users = finalUsersOf(build);
  const known = users.get(stage);
  if (known) return known;
  const instruction = findLastUser(stage);
  const word = instruction?.words[0];
  const written = word && expand(word, build.states[instruction!.index]!.scope).value;
  const end = stage.instructions.at(-1)?.index ?? stage.from.index;
  const home = build.states[end]!.scope.lookup('HOME')?.value;
  const { root, name, uid, gid, home: place } = resolveUser(build, stage, end + 1, written, home);
  const user: FinalUser = { root, name, uid, gid, home: place, instruction };
  users.set(stage, user);
  return user;
}

/** The last USER of a stage, or of the nearest one that it is based on and that has one. */
export function findLastUser(stage: Stage): OtherInstruction | undefined {
  for (let at: Stage | undefined = stage; at; at = at.parent) {
    const { instructions } = at;
    for (let index = instructions.length - 1; index >= 0; index--) {
      const one = instructions[index]!;
      if (one.keyword === 'USER') return one;
    }
  }
  return undefined;
}

/** The user that a stage's base image runs as when no USER says otherwise; undefined: root, as far as is known. */
export function defaultUserOf(stage: Stage): ImageUser | undefined {
  return findDefaultUser(imageName(stage)) ?? findTaggedUser(stage.root);
}

/** Repository of the stage's root image without registry and `library/`: `node`, `jupyter/base-notebook`. */
export function imageName(stage: Stage): string {
  return nameOf(stage.root);
}

const nameOf = remembered((reference) =>
  readImageReference({ start: 0, end: reference.length, value: reference }).name.replace(/^library\//, ''),
);

/** The user of that name or number that is made before the instruction, in the stage or one that it is based on. */
function findMadeUser(build: Build, stage: Stage, before: number, user: string): MadeUser | undefined {
  return usersMadeIn(build, stage, before).find(({ name, uid }) => name !== '' && (name === user || uid === user));
}
