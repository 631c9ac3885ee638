import type { Build, ImageFacts } from '../model/build-types';
import type { Keyword } from '../model/syntax/instruction';
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
  /** True, but of no weight for an image that ships: only presets that compare with other tools, or ask for everything, show it. */
  readonly minor?: boolean;
  /** The name of this very finding in the tool that made it: a code that settings and ignore comments may name. See `Rule.codes`. */
  readonly code?: string;
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
  /** What has to be known of base images, by reference. */
  readonly images?: Readonly<Record<string, ImageFacts>>;
}

/** What a label of the configured schema has to hold; the names are hadolint's. */
export type LabelType = 'text' | 'url' | 'semver' | 'hash' | 'rfc3339' | 'spdx' | 'email';

export const labelTypes: readonly LabelType[] = ['text', 'url', 'semver', 'hash', 'rfc3339', 'spdx', 'email'];

export type OptionValue = boolean | number | string | readonly string[];

/** What a person can set for one rule alone: `rules: { style/max-lines: { severity: warning, lines: 80 } }`. */
export interface RuleOption<Value extends OptionValue = OptionValue> {
  readonly name: string;
  /** A sentence for the docs page and the configuration's schema. */
  readonly summary: string;
  readonly default: Value;
}

/** What ShellCheck says about a RUN, with places in the Dockerfile; an adapter that can run it brings this along. */
export interface ShellNote {
  readonly at: Span;
  /** `SC2086`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence. */
  readonly message: string;
  /** What it would change, where its places could be found again. */
  readonly edits?: readonly Edit[];
}

/** What a person can set for rules, with their defaults. */
export interface RuleSettings {
  readonly trustedRegistries: readonly string[];
  /** Command name → secret id that its RUN must mount. */
  readonly requiredSecrets: Readonly<Record<string, string>>;
  /** What each label has to hold; empty: no schema. */
  readonly labelSchema: Readonly<Record<string, LabelType>>;
  /** Whether labels outside the schema are reported. */
  readonly strictLabels: boolean;
  /** Stages that are built by name (`--target`, compose, bake), lower case. */
  readonly targets: readonly string[];
  /** Values of the rule's own options; read them with `optionOf`. */
  readonly options: Readonly<Record<string, OptionValue>>;
  /** Not for a person to give: what ShellCheck found; undefined where it was not asked. */
  readonly shellNotes?: readonly ShellNote[] | undefined;
  /** Not for a person to give: the hadolint preset asks a rule to find exactly what hadolint finds, its quirks included. */
  readonly hadolint?: boolean;
  /** Not for a person to give: the buildkit preset asks for exactly what `docker build --check` reports. */
  readonly buildkit?: boolean;
}

/** The settings of a rule where nothing is set, and what is. */
export function toRuleSettings(given: Partial<RuleSettings> = {}): RuleSettings {
  const { trustedRegistries = [], requiredSecrets = {}, labelSchema = {}, strictLabels = false } = given;
  const { targets = [], options = {}, hadolint = false, buildkit = false } = given;
  const { shellNotes } = given;
  return {
    ...{ trustedRegistries, requiredSecrets, labelSchema, strictLabels, targets, options, hadolint, buildkit },
    ...(shellNotes ? { shellNotes } : {}),
  };
}

/** The value of a rule's option: the default where none, or one of another kind, is set. */
export function optionOf<Value extends OptionValue>(settings: RuleSettings, option: RuleOption<Value>): Value {
  const value = settings.options[option.name];
  return isOfKind(value, option.default) ? (value as Value) : option.default;
}

/** Whether a value could stand for an option with that default. */
export function isOfKind(value: unknown, standard: OptionValue): boolean {
  if (typeof standard !== 'object') return typeof value === typeof standard;
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** A name in an ignore comment that silenced nothing, although every rule of that name has looked at the file. */
export interface UnusedName {
  readonly name: string;
  readonly span: Span;
  /** The comment that it stands in, or the `# check=` directive. */
  readonly comment: Span;
  /** Every name that it lists, this one included. */
  readonly names: readonly Span[];
  /** Whether none of them silences anything. */
  readonly whole: boolean;
}

/** What a rule is about. A file that lacks all of any of these is not given to it. */
export interface About {
  /** ONBUILD's triggers count. */
  readonly instructions?: readonly Keyword[];
  /** By the names that `ShellCommand` gives them. */
  readonly commands?: readonly string[];
  /** Flags of instructions, without dashes. */
  readonly flags?: readonly string[];
  /** Ids of package managers that install something. */
  readonly managers?: readonly string[];
  /** What stands somewhere in the file, in lower case. */
  readonly texts?: readonly string[];
  /** The least number of stages. */
  readonly stages?: number;
  /** What a person has to have set. */
  readonly setting?: 'labelSchema' | 'requiredSecrets' | 'trustedRegistries';
}

export interface Rule {
  /** `category/name`, which is also its path. */
  readonly id: string;
  /** Names in other tools: hadolint codes, BuildKit check names. */
  readonly aliases?: readonly string[];
  /** Names of checks whose place it takes in the recommended preset: comments that silence those silence it too. */
  readonly standsFor?: readonly string[];
  /** Its findings have names of their own, of this form, that severities and ignore comments may use: ShellCheck's. */
  readonly codes?: RegExp;
  /** In the recommended preset. */
  readonly severity: Severity | 'off';
  /** In the hadolint preset, when it is one of hadolint's. */
  readonly hadolint?: Severity | 'off';
  /** In the buildkit preset, when it is one of BuildKit's checks. */
  readonly buildkit?: 'on' | 'experimental';
  /**
   * Tools that stop with an error at what it finds, so that it is on in their presets too. The name is another than `aliases` would
   * have: it is no check of theirs that could be skipped.
   */
  readonly stops?: readonly ('buildkit' | 'hadolint')[];
  /** Severity in the strict preset, where that is more than recommended's `off`. */
  readonly strict?: Severity;
  /** One imperative or declarative sentence. */
  readonly summary: string;
  /** Why it matters, for the docs page: a few sentences. */
  readonly why: string;
  readonly examples: readonly Example[];
  readonly options?: readonly RuleOption[];
  /** What a file has to have for it to have a say; with hundreds of rules this is what keeps a lint quick. */
  readonly about?: About;
  /** How editors draw what it finds: faded out as not needed, or struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Present when it has fixes: the most that they can be trusted. */
  readonly fixable?: { readonly safety: Safety; readonly because?: string };
  check(build: Build, settings: RuleSettings): readonly Finding[];
  /** What it finds once all others have run: for a rule about the ignore comments themselves. */
  review?(build: Build, unused: readonly UnusedName[]): readonly Finding[];
}
