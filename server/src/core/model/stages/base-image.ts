import { type BaseImage, readBaseImage } from '../../knowledge/images/base-images';
import type { Stage } from '../build-types';

/** What the base image of a stage is, by its expanded reference. */
export function baseImageOf(stage: Stage): BaseImage {
  return readBaseImage(stage.base);
}
