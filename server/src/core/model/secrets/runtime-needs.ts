import { plainImages } from '../../knowledge/images/root-images';
import { buildOnlyName, findReaders } from '../../knowledge/secrets/secret-readers';
import type { Build, Stage } from '../build-types';
import { isShipped } from '../stages/exposure';
import { imageName } from '../stages/user';
import type { Instruction } from '../syntax/instruction';
import type { Declaration } from './secret-group';

/**
 * Why an ENV has to stay although RUNs alone are seen to use it: the container that the image starts may read it as well, and a
 * build secret does not reach that. Undefined where the name is one that only builds read, or no program starts.
 */
export function runtimeNeed(build: Build, { instruction, pair }: Declaration): string | undefined {
  if (instruction.keyword !== 'ENV' || !isShipped(build, instruction.stage)) return undefined;
  const name = pair.name.value;
  const start = findStart(build);
  const started = start ?? (isPlain(build) ? undefined : 'the program of its base image');
  if (!started) return undefined;
  if (buildOnlyName.test(name) || isReadByBuildsOnly(name)) {
    // Yarn stops where its settings name a variable that is not set.
    const isYarn = start?.words.some(({ value }) => /^(?:.*\/)?yarn(?:pkg)?$/.test(value)) === true;
    if (!isYarn || findReaders(name).length === 0) return undefined;
    return `Yarn may read ${name} when the container starts, which a build secret does not reach.`;
  }
  const reader = typeof started === 'string' ? started : `what ${started.keyword} starts`;
  return (
    `ENV ${name} lasts into the container, where ${reader} may read it, and a build secret does not reach it; ` +
    `give ${name} to the container when it starts, and take the ENV out.`
  );
}

/** Instructions that say what a container runs, in the stages that are shipped. */
export function findStart({ stages }: Build): Instruction | undefined {
  for (let stage = stages.at(-1); stage; stage = stage.parent) {
    const start = stage.instructions.findLast(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
    if (start) return start;
  }
  return undefined;
}

function isPlain({ stages }: Build): boolean {
  const last: Stage | undefined = stages.at(-1);
  return !last || last.root === '' || plainImages.has(imageName(last)) || imageName(last).startsWith('alpine/');
}

const runtimeReaders = /\b(?:aws|psql|mysql|rails|prisma|vault|terraform|hf)\b/;

function isReadByBuildsOnly(name: string): boolean {
  const readers = findReaders(name);
  return readers.length > 0 && !readers.some(({ commands }) => runtimeReaders.test([...commands].join(' ')));
}
