import type { Instruction, Keyword } from './instruction';

/** The kinds of instruction that may have one of these keywords. */
export type OfKeyword<K extends Keyword, I = Instruction> = I extends { readonly keyword: infer Own }
  ? [Extract<Own, K>] extends [never]
    ? never
    : I
  : never;

/** Those of some instructions that are of these kinds, in their order. */
export function instructionsNamed<K extends Keyword>(
  instructions: readonly Instruction[],
  ...keywords: readonly K[]
): readonly OfKeyword<K>[] {
  const wanted: readonly Keyword[] = keywords;
  const found: Instruction[] = [];
  for (const instruction of instructions) if (wanted.includes(instruction.keyword)) found.push(instruction);
  return found as readonly Instruction[] as readonly OfKeyword<K>[];
}
