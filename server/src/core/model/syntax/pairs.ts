import type { Instruction, Pair } from './instruction';

/** The names and values of an ARG, ENV or LABEL; undefined for other instructions. */
export function pairsOf(instruction: Instruction): readonly Pair[] | undefined {
  switch (instruction.keyword) {
    case 'ARG':
    case 'ENV':
    case 'LABEL':
      return instruction.pairs;
    default:
      return undefined;
  }
}
