import { readBuild } from '../model/build';
import type { Build, Builder } from '../model/build-types';
import type { BuildContext } from '../model/context';
import { applyEdits, type Edit, overlapping } from '../text/edit';
import { type Span, touches } from '../text/span';
import { rules } from './index';
import { type LintOptions, lint, type RatedFix, suppressionOptions } from './lint';
import { readSuppressions } from './suppressions';

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

/** Many more than any file needs; there so that rules which disagree come to an end. */
const MOST_PASSES = 100;

/** Mends what can be mended, looking again after each round since one fix may make room for another. */
export function fix(text: string, options: FixOptions = {}, context?: BuildContext, builder?: Builder): FixResult {
  const applied: AppliedFix[] = [];
  const seen = new Set([text]);
  let build = readBuild(text, context, builder);
  /** The text after some fixes of this round; undefined where it can no longer be read, or was there before: going in circles. */
  const attempt = (round: readonly Wanted[]): Build | undefined => {
    const after = applyEdits(
      build.source.text,
      round.flatMap(({ best }) => best.edits),
    );
    if (seen.has(after)) return undefined;
    const next = readBuild(after, context, builder);
    return isReadable(next, build) ? next : undefined;
  };
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const wanted = findWanted(build, options);
    let round = together(wanted);
    let next = round.length > 0 ? attempt(round) : undefined;
    // A fix that spoils the text, or turns another one back, costs no more than itself.
    for (let at = 0; !next && at < wanted.length; at++) {
      round = [wanted[at]!];
      next = attempt(round);
    }
    if (!next) break;
    seen.add(next.source.text);
    applied.push(...round.map(({ rule, best }) => ({ rule, title: best.title, notes: best.notes ?? [] })));
    build = next;
  }
  return { text: build.source.text, applied };
}

interface Wanted {
  readonly rule: string;
  readonly best: RatedFix;
}

/**
 * Of every finding the first fix that is trusted enough, in document order; without those whose own edits make no sense, and those
 * that reach into an instruction for which a comment silences their rule.
 */
function findWanted(build: Build, options: FixOptions): Wanted[] {
  const silenced = readSilenced(build, options);
  const { length } = build.source.text;
  const isUsable = ({ safety, edits }: RatedFix) => {
    if (safety !== 'safe' && (safety !== 'unsafe' || !options.unsafe)) return false;
    const inside = edits.every(({ start, end }) => 0 <= start && start <= end && end <= length);
    return edits.length > 0 && inside && !overlapping(edits);
  };
  const wanted: Wanted[] = [];
  for (const { rule, fixes } of lint(build, options)) {
    if (options.only?.(rule) === false) continue;
    const best = fixes.find((one) => isUsable(one) && !silenced(rule, one));
    if (best) wanted.push({ rule, best });
  }
  return wanted;
}

/** Tells whether a fix changes an instruction for which a comment silences its rule: its own finding is elsewhere. */
function readSilenced(build: Build, options: FixOptions): (rule: string, fix: RatedFix) => boolean {
  const suppressions = readSuppressions(build, suppressionOptions(options));
  const known = options.rules ?? rules;
  return (id, { edits }) => {
    const rule = known.find((one) => one.id === id);
    if (!rule) return false;
    const changed = build.instructions.filter((instruction) => edits.some((edit) => changes(edit, instruction)));
    return changed.some(({ keywordSpan: at }) => suppressions.silences(rule, { at }));
  };
}

function changes(edit: Edit, { start, end }: Span): boolean {
  if (edit.start < edit.end) return edit.start < end && start < edit.end;
  return start < edit.start && edit.start <= end && !/^\r?\n/.test(edit.text);
}

/**
 * Fixes that can be applied at once. Each was judged by the text as it is, so what lies between the first and the last place that
 * it changes must stay as it is: a fix in there waits for the next round, and is then judged anew. So does one that only touches.
 */
function together(wanted: readonly Wanted[]): Wanted[] {
  const round: Wanted[] = [];
  const taken: Span[] = [];
  for (const one of wanted) {
    const { edits } = one.best;
    const reach = {
      start: Math.min(...edits.map(({ start }) => start)),
      end: Math.max(...edits.map(({ end }) => end)),
    };
    if (taken.some((other) => touches(reach, other))) continue;
    taken.push(reach);
    round.push(one);
  }
  return round;
}

/** Whether everything in a text can be read that could be read before. */
function isReadable(after: Build, before: Build): boolean {
  const unread = [
    ({ problems }: Build) => problems.length,
    ({ instructions }: Build) => instructions.filter(({ keyword }) => keyword === 'UNKNOWN').length,
    ({ scripts }: Build) => scripts.filter(({ broken }) => broken).length,
  ];
  return unread.every((count) => count(after) <= count(before));
}
