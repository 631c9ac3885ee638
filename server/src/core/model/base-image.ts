import { type BaseImage, readBaseImage } from '../knowledge/base-images';
import type { Stage } from './build-types';

const images = new WeakMap<Stage, BaseImage>();

/** What the base image of a stage is, by its expanded reference. */
export function baseImageOf(stage: Stage): BaseImage {
  let known = images.get(stage);
  if (!known) {
    known = readBaseImage(stage.base);
    images.set(stage, known);
  }
  return known;
}
