import { plainImages, serviceImages } from '../../knowledge/images/root-images';
import type { Build, Stage } from '../build-types';
import { readUser } from '../stages/user';
import { readImageReference } from '../syntax/image-reference';
import type { RunInstruction } from '../syntax/instruction';

/**
 * The options by which the user of a RUN can open a mounted secret or SSH agent, which is root's alone by default: the user's
 * number where it is known, else a mode that is open to all. Nobody but the commands of the RUN sees the mount.
 */
export function mountAccess(build: Build, run: RunInstruction, mode: '0444' | '0666'): string {
  const user = readUser(build, run);
  if (!user.root) return user.uid === undefined ? `,mode=${mode}` : `,uid=${user.uid}`;
  const stage = build.stages[run.stage];
  const certain =
    build.states[run.index]!.user !== undefined || !stage || startsAsRoot(stage) || worksAsRoot(build, run);
  return certain ? '' : `,mode=${mode}`;
}

function startsAsRoot({ root }: Stage): boolean {
  if (root === '') return true;
  const { registry, name, tag } = readImageReference({ start: 0, end: root.length, value: root });
  if (registry === 'mcr.microsoft.com') return !/chiseled|distroless|nonroot/.test(tag ?? '');
  if (registry !== undefined && registry !== 'docker.io' && registry !== 'public.ecr.aws') return false;
  const short = name.replace(/^(?:docker\/)?library\//, '');
  return plainImages.has(short) || serviceImages.has(short) || short.startsWith('alpine/');
}

/** What only root can do. */
const rootCommands = new Set(
  'apt-get apt apk yum dnf microdnf tdnf zypper pacman dpkg rpm useradd adduser groupadd addgroup chown'.split(' '),
);

/** Whether the stage does what only root can do while the same user is in force. */
function worksAsRoot(build: Build, run: RunInstruction): boolean {
  return build.commands.some(
    ({ name, words, script: { instruction } }) =>
      instruction.stage === run.stage &&
      rootCommands.has(name ?? '') &&
      words[0]?.value !== 'sudo' &&
      build.states[instruction.index]!.user === undefined,
  );
}
