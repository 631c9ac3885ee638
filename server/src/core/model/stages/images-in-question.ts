import type { Build } from '../build-types';
import { undefinedReferences } from './undefined-references';

/** The images of which an engine could say something that rules ask for: those with a constant `--platform`, or a variable of theirs. */
export function imagesInQuestion(build: Build): readonly string[] {
  const images = new Set<string>();
  for (const { from, parent, base, baseKnown } of build.stages) {
    if (parent || !baseKnown || base === 'scratch') continue;
    const platform = from.flags.find(({ name }) => name === 'platform')?.value;
    if (platform && platform.references.length === 0) images.add(base);
  }
  for (const { instruction, defined } of undefinedReferences(build)) {
    if (defined === 'image') images.add(build.stages[instruction.stage]!.root);
  }
  return [...images];
}
