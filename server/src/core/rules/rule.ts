import type { Build } from '../model/build-types';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/**
 * How far an edit can be trusted. `safe`: same image, same behaviour, applied by `fix` and on save. `unsafe`: probably meant, but
 * the image changes or it needs a look; applied on request. `draft`: has a blank for a person to fill; never applied by a command.
 */
export type Safety = 'safe' | 'unsafe' | 'draft';

export interface Fix {
  /** An imperative without full stop. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Lower trust than the rule declares, for this fix only. */
  readonly safety?: Safety;
  /** What the person has to do beside the edit: a `docker build --secret …` for example. */
  readonly notes?: readonly string[];
  /** The refactoring that does the same at the finding's place: an editor can show it before it is done. */
  readonly refactoring?: string;
}

export interface Finding {
  readonly at: Span;
  /** A fact in the present tense with a full stop; never a secret's value. */
  readonly message: string;
  /** Other places that are part of the story: the victim of a cache bust, for example. */
  readonly related?: readonly { readonly at: Span; readonly message: string }[];
  /** A function where it takes work: most findings are only shown. No getter: V8 keeps its file from the garbage collector. */
  readonly fix?: Fix | (() => Fix | undefined);
  /** More ways to mend it, after `fix`. */
  readonly alternatives?: readonly Fix[] | (() => readonly Fix[]);
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** Offset of the instruction whose ignore comments apply, where that is not the one at `at.start`. */
  readonly anchor?: number;
}

export interface Example {
  /** With `^^^^ message` lines under what is found. */
  readonly bad: string;
  /** No finding; what `bad` becomes by its fix where the rule is fixable. */
  readonly good?: string;
  /** Files of the build context, by path, when the example needs one. */
  readonly context?: Readonly<Record<string, string>>;
  /** What a person has to set for it. */
  readonly settings?: Partial<RuleSettings>;
}

/** Settings of a rule that a person can give, with their defaults. */
export interface RuleSettings {
  readonly trustedRegistries: readonly string[];
  /** Command name → secret id that its RUN must mount. */
  readonly requiredSecrets: Readonly<Record<string, string>>;
  /** Not for a person to give: the hadolint preset asks a rule to find exactly what hadolint finds, its quirks included. */
  readonly hadolint?: boolean;
}

export interface Rule {
  /** `category/name`, which is also its path. */
  readonly id: string;
  /** Names in other tools: hadolint codes, BuildKit check names. */
  readonly aliases?: readonly string[];
  /** Names of checks whose place it takes in the recommended preset: comments that silence those silence it too. */
  readonly standsFor?: readonly string[];
  /** In the recommended preset. */
  readonly severity: Severity | 'off';
  /** In the hadolint preset, when it is one of hadolint's. */
  readonly hadolint?: Severity | 'off';
  /** In the buildkit preset, when it is one of BuildKit's checks. */
  readonly buildkit?: 'on' | 'experimental';
  /** Severity in the strict preset, where that is more than recommended's `off`. */
  readonly strict?: Severity;
  /** One imperative or declarative sentence. */
  readonly summary: string;
  /** Why it matters, for the docs page: a few sentences. */
  readonly why: string;
  readonly examples: readonly Example[];
  /** How editors draw what it finds: faded out as not needed, or struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Present when it has fixes: the most that they can be trusted. */
  readonly fixable?: { readonly safety: Safety; readonly because?: string };
  check(build: Build, settings: RuleSettings): Iterable<Finding>;
}
