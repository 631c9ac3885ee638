import type { Build } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import type { LabelInstruction } from './instruction';

/** Every LABEL outside ONBUILD. */
export const labelsOf: (build: Build) => readonly LabelInstruction[] = oncePerBuild((build) =>
  build.instructions.filter((instruction) => instruction.keyword === 'LABEL'),
);
