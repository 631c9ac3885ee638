import type { Build } from '../build-types';
import type { Instruction } from './instruction';

/** The instruction that holds an offset. */
export function instructionAt({ instructions }: Build, offset: number): Instruction | undefined {
  let low = 0;
  let high = instructions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instructions[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const found = instructions[low - 1];
  return found && offset <= found.end ? found : undefined;
}
