import type { Build } from '../model/build-types';
import { readFrontend } from '../model/frontend';
import type { Instruction, Keyword } from '../model/syntax/instruction';
import type { Finding, RuleSettings } from './rule';

/** The kinds of instruction that may have one of these keywords. */
type OfKeyword<K extends Keyword, I = Instruction> = I extends { readonly keyword: infer Own }
  ? [Extract<Own, K>] extends [never]
    ? never
    : I
  : never;

/**
 * The instructions of these kinds, those behind ONBUILD too: the builder keeps them as they are, and refuses them only where somebody
 * builds on the image. Its own checks stay silent about them, so they do under its preset.
 */
export function* instructionsOf<K extends Keyword>(
  { instructions }: Build,
  { buildkit }: Pick<RuleSettings, 'buildkit'>,
  ...keywords: readonly K[]
): Iterable<OfKeyword<K>> {
  const wanted: readonly Keyword[] = keywords;
  const isWanted = (instruction: Instruction): instruction is OfKeyword<K> =>
    wanted.length === 0 || wanted.includes(instruction.keyword);
  for (const instruction of instructions) {
    if (isWanted(instruction)) yield instruction;
    if (instruction.keyword !== 'ONBUILD' || buildkit) continue;
    const { trigger } = instruction;
    if (trigger && isWanted(trigger)) yield trigger;
  }
}

/** A finding about what the builder refuses; behind ONBUILD, where it does so only later, it is a warning. */
export function refusal({ onbuild }: Instruction, finding: Finding): Finding {
  return onbuild && !finding.severity ? { ...finding, severity: 'warning' } : finding;
}

/** Whether the `# syntax` line names a frontend that Docker does not make: what that one takes is not for us to say. */
export function hasOwnFrontend(build: Build): boolean {
  return build.directives.length > 0 && readFrontend(build).kind === 'other';
}
