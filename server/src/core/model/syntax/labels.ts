import { type Edit, insert } from '../../text/edit';
import type { Build, Stage } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import { casingOf, inCase } from './casing';
import type { LabelInstruction } from './instruction';

/** Every LABEL outside ONBUILD. */
export const labelsOf: (build: Build) => readonly LabelInstruction[] = oncePerBuild((build) =>
  build.instructions.filter((instruction) => instruction.keyword === 'LABEL'),
);

/** Whether a stage's own LABELs set a label. */
export function setsLabel(build: Build, stage: number, name: string): boolean {
  return labelsOf(build).some((label) => label.stage === stage && label.pairs.some((pair) => pair.name.value === name));
}

/** A LABEL below FROM with names whose values are to be filled in. */
export function insertLabels({ source }: Build, { from }: Stage, names: readonly string[]): Edit {
  const casing = casingOf(source.text.slice(from.keywordSpan.start, from.keywordSpan.end));
  const keyword = inCase('LABEL', casing === 'lower' ? 'lower' : 'upper');
  const lines = names.map((name) => `${source.newline}${keyword} ${name}=""`);
  return insert(from.end, lines.join(''));
}
