import type { Build } from '../build-types';
import type { Instruction, Keyword } from './instruction';
import { withTriggers } from './triggers';

/** The kinds of instruction that may have one of these keywords. */
export type OfKeyword<K extends Keyword, I = Instruction> = I extends { readonly keyword: infer Own }
  ? [Extract<Own, K>] extends [never]
    ? never
    : I
  : never;

/** The instructions of some kinds, without triggers, in the file's order. */
export function instructionsNamed<K extends Keyword>(
  { instructions }: Pick<Build, 'instructions'>,
  ...keywords: readonly K[]
): readonly OfKeyword<K>[] {
  return pick(instructions, keywords);
}

/** The same, and triggers of these kinds. */
export function instructionsNamedAnywhere<K extends Keyword>(
  build: Build,
  ...keywords: readonly K[]
): readonly OfKeyword<K>[] {
  return pick(withTriggers(build), keywords);
}

function pick<K extends Keyword>(
  instructions: readonly Instruction[],
  keywords: readonly K[],
): readonly OfKeyword<K>[] {
  const wanted: readonly Keyword[] = keywords;
  const found: Instruction[] = [];
  for (const instruction of instructions) if (wanted.includes(instruction.keyword)) found.push(instruction);
  return found as readonly Instruction[] as readonly OfKeyword<K>[];
}
