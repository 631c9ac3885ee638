import { type Edit, remove } from '../../text/edit';
import type { Build } from '../build-types';
import type { EnvInstruction, LabelInstruction, Pair } from './instruction';
import { instructionLines } from './instruction-lines';

/** Takes pairs out of an ENV or LABEL, each with the blanks and line continuation that go with it; all of them with its lines. */
export function removePairs(
  build: Build,
  instruction: EnvInstruction | LabelInstruction,
  removed: readonly Pair[],
): Edit[] {
  const { pairs } = instruction;
  const firstKept = pairs.findIndex((pair) => !removed.includes(pair));
  if (firstKept === -1) return [remove(instructionLines(build, instruction))];
  const edits = pairs.flatMap((pair, index) =>
    index > firstKept && removed.includes(pair) ? [remove({ start: pairs[index - 1]!.end, end: pair.end })] : [],
  );
  return firstKept === 0 ? edits : [remove({ start: pairs[0]!.start, end: pairs[firstKept]!.start }), ...edits];
}
