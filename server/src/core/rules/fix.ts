import { readBuild } from '../model/build';
import type { BuildContext } from '../model/context';
import { applyEdits, type Edit } from '../text/edit';
import { touches } from '../text/span';
import { type LintOptions, lint, type RatedFix } from './lint';

export interface FixOptions extends LintOptions {
  /** Also what is probably meant but changes the image. Drafts are never applied. */
  readonly unsafe?: boolean;
  /** Only the fixes of these rules. */
  readonly only?: (rule: string) => boolean;
}

/** A fix that was applied, and what it leaves to the person. */
export interface AppliedFix {
  readonly rule: string;
  readonly title: string;
  readonly notes: readonly string[];
}

export interface FixResult {
  readonly text: string;
  readonly applied: readonly AppliedFix[];
}

const MOST_PASSES = 10;

/** Mends what can be mended, looking again after each round since one fix may make room for another. */
export function fix(text: string, options: FixOptions = {}, context?: BuildContext): FixResult {
  const applied: AppliedFix[] = [];
  const seen = new Set([text]);
  let build = readBuild(text, context);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const taken: Edit[] = [];
    const round: AppliedFix[] = [];
    for (const { rule, fixes } of lint(build, options)) {
      if (options.only?.(rule) === false) continue;
      const best = fixes.find(({ safety }) => safety === 'safe' || (safety === 'unsafe' && options.unsafe));
      if (!best || !fits(best, taken)) continue;
      taken.push(...best.edits);
      round.push({ rule, title: best.title, notes: best.notes ?? [] });
    }
    if (taken.length === 0) break;
    const after = applyEdits(build.source.text, taken);
    const next = readBuild(after, context);
    // Neither going round in circles nor breaking what could be read: the text before this round stands.
    if (seen.has(after) || next.problems.length > build.problems.length) break;
    seen.add(after);
    applied.push(...round);
    build = next;
  }
  return { text: build.source.text, applied };
}

/** Edits that only touch may still depend on each other's order, so they wait for the next round. */
function fits({ edits }: RatedFix, taken: readonly Edit[]): boolean {
  return edits.length > 0 && edits.every((edit) => !taken.some((other) => touches(edit, other)));
}
