import type { PlanQuestion, Wishes } from '../knowledge/ecosystem';
import type { Build } from '../model/build-types';
import type { Move } from '../model/multi-stage/conversion';
import type { Safety } from '../rules/rule';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

/** What a refactoring would do. */
export interface Rewrite {
  readonly edits: readonly Edit[];
  /** What moved where and why, and what the person has to do beside the edit; plain sentences. */
  readonly notes?: readonly string[];
  /** `unsafe` unless said otherwise. */
  readonly safety?: Safety;
  /** A more telling title than the refactoring's own, for example with a number of lines. */
  readonly title?: string;
  /** Where instructions went and why, in file order. */
  readonly moves?: readonly Move[];
  /** What kind of project it took the file for, where that matters. */
  readonly ecosystem?: string;
}

/** Why it does not apply, for the person: a fact with a full stop. */
export interface Refusal {
  readonly because: string;
  /** What only the person knows; with the answer in its `Wishes` the refactoring goes on. */
  readonly asks?: PlanQuestion;
}

export interface RefactoringExample {
  /** With `<|>` for the cursor, twice for a selection. */
  readonly before: string;
  /** The text after; or undefined where `refusal` tells. */
  readonly after?: string;
  readonly refusal?: string;
  readonly context?: Readonly<Record<string, string>>;
}

export interface Refactoring {
  /** Kebab-case; also its file's name and the CLI's argument. */
  readonly id: string;
  /** Shorter names that the command line takes as well. */
  readonly aliases?: readonly string[];
  /** An imperative without full stop, as the light bulb shows it. */
  readonly title: string;
  /** Last part of the LSP kind `refactor.<kind>`. */
  readonly kind: 'extract' | 'inline' | 'rewrite' | 'move';
  readonly summary: string;
  readonly examples: readonly RefactoringExample[];
  /** The rewrite, a refusal with its reason, or undefined for "not here" (not offered at all). */
  apply(build: Build, selection: Span, wishes?: Wishes): Rewrite | Refusal | undefined;
}

/** Whether a refactoring refused. */
export function isRefusal(result: Rewrite | Refusal): result is Refusal {
  return 'because' in result;
}
