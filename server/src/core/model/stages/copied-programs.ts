import type { Build, Stage } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import type { CopyInstruction, Word } from '../syntax/instruction';
import { type BuiltOutput, builtOutputs, holds, sourcePlaces } from './build-outputs';
import { reachedStages, stageUses } from './stage-uses';

/** A program that one stage builds and another one, which ships, takes over. */
export interface CopiedProgram {
  readonly output: BuiltOutput;
  readonly copy: CopyInstruction;
  /** The source that brings it. */
  readonly word: Word;
  /** The stage that it runs in. */
  readonly stage: Stage;
}

/** Every program that a compiler makes and a COPY brings from its stage into one that ships; each COPY's first alone. */
export const copiedPrograms = oncePerBuild((build): readonly CopiedProgram[] => {
  if (build.stages.length < 2) return [];
  const programs = builtOutputs(build).filter(({ compiler }) => compiler);
  if (programs.length === 0) return [];
  const ships = shippedStages(build);
  const found: CopiedProgram[] = [];
  for (const { kind, stage: from, by, instruction } of stageUses(build)) {
    if (kind !== 'copy' || instruction.keyword !== 'COPY' || instruction.onbuild || !from || !ships.has(by)) continue;
    for (const { word, place } of sourcePlaces(build, instruction)) {
      const output = programs.findLast(
        ({ stage, spots }) => isOn(from, stage) && spots.some((spot) => holds(place, spot)),
      );
      if (!output) continue;
      found.push({ output, copy: instruction, word, stage: by });
      break;
    }
  }
  return found;
});

/** Whether a stage is another one, or based on it. */
function isOn(stage: Stage, other: Stage): boolean {
  for (let one: Stage | undefined = stage; one; one = one.parent) if (one === other) return true;
  return false;
}

/** The stages that images are made of: the last one and others that start something, with what those are based on. */
function shippedStages(build: Build): ReadonlySet<Stage> {
  const reached = reachedStages(build);
  const found = new Set<Stage>();
  for (const stage of build.stages) {
    const starts = stage.instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
    if (!stage.last && (!starts || reached[stage.index])) continue;
    for (let one: Stage | undefined = stage; one; one = one.parent) found.add(one);
  }
  return found;
}
