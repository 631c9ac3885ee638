import type { Build } from '../model/build-types';
import { readFrontend } from '../model/frontend';
import type { Instruction, Keyword } from '../model/syntax/instruction';
import { instructionsNamed, type OfKeyword } from '../model/syntax/named-instructions';
import { withTriggers } from '../model/syntax/triggers';
import type { Finding, RuleSettings } from './rule';

/**
 * The instructions of these kinds, those behind ONBUILD too: the builder keeps them as they are, and refuses them only where somebody
 * builds on the image. Its own checks stay silent about them, so they do under its preset.
 */
export function instructionsOf<K extends Keyword>(
  build: Build,
  settings: Pick<RuleSettings, 'buildkit'>,
  ...keywords: readonly K[]
): readonly OfKeyword<K>[] {
  return instructionsNamed(allInstructions(build, settings), ...keywords);
}

/** The same of all kinds. */
export function allInstructions(build: Build, { buildkit }: Pick<RuleSettings, 'buildkit'>): readonly Instruction[] {
  return buildkit ? build.instructions : withTriggers(build);
}

/** A finding about what the builder refuses; behind ONBUILD, where it does so only later, it is a warning. */
export function refusal({ onbuild }: Instruction, finding: Finding): Finding {
  return onbuild && !finding.severity ? { ...finding, severity: 'warning' } : finding;
}

/** Whether the `# syntax` line names a frontend that Docker does not make: what that one takes is not for us to say. */
export function hasOwnFrontend(build: Build): boolean {
  return build.directives.length > 0 && readFrontend(build).kind === 'other';
}
