import { plainImages, serviceImages } from '../../knowledge/images/root-images';
import type { Build, Stage } from '../build-types';
import { readImageReference } from '../syntax/image-reference';
import type { RunInstruction } from '../syntax/instruction';
import { readUser } from './user';

/** Whether a RUN is root's for sure: the file says it, the image is known, or the stage does what only root can do. */
export function isCertainlyRoot(build: Build, run: RunInstruction): boolean {
  if (!readUser(build, run).root) return false;
  const stage = build.stages[run.stage];
  return (
    build.states[run.index]!.user !== undefined ||
    (stage !== undefined && (startsAsRoot(stage) || worksAsRoot(build, run)))
  );
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
