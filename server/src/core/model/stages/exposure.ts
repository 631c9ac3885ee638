import type { Build } from '../build-types';
import type { Instruction } from '../syntax/instruction';

/** Whether the image that is built by default carries a stage's settings and layers. */
export function isShipped({ stages }: Build, stage: number): boolean {
  for (let one = stages.at(-1); one; one = one.parent) if (one.index === stage) return true;
  return false;
}

/** Who can read what an instruction holds, as the second half of a sentence. */
export function exposure(build: Build, { keyword, stage, onbuild }: Instruction): string {
  if (onbuild) return 'every image built on this one holds it';
  const shipped = isShipped(build, stage);
  if (keyword === 'ARG')
    return shipped ? "its value stays in the image's history" : 'its value stays in the build cache and in provenance';
  return shipped ? 'everybody with the image can read it' : 'it stays in the build cache';
}
