import type { Build } from '../model/build-types';
import { instructionAt } from '../model/syntax/instruction-at';
import { lineAt } from '../text/source';
import type { Span } from '../text/span';
import { FirstLook } from './concerns';
import { withoutEchoes } from './echoes';
import { rules } from './index';
import {
  type Finding,
  type Fix,
  type OptionValue,
  type Rule,
  type RuleSettings,
  type Safety,
  type Severity,
  type ShellNote,
  toRuleSettings,
} from './rule';
import { type Level, type Selected, selectRules } from './selection';
import { type Honour, named, readSuppressions, type SuppressionOptions } from './suppressions';
import { findUnusedNames } from './unused-names';

/** Which rules are on, and how severe. `all`: every rule there is; `strict`: recommended and what is too noisy for everybody. */
export type Preset = 'recommended' | 'strict' | 'hadolint' | 'buildkit' | 'all';

export const presets: readonly Preset[] = ['recommended', 'strict', 'hadolint', 'buildkit', 'all'];

export interface LintOptions {
  readonly preset?: Preset;
  /** Severity by rule id, alias, `category/*` or `*`; the most specific name wins. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  readonly settings?: Partial<RuleSettings>;
  /** Options of single rules, by id or alias, then by the option's name. */
  readonly ruleOptions?: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;
  readonly honour?: Honour;
  /** The value of `BUILDKIT_DOCKERFILE_CHECK`, which takes the place of a file's `# check=` directive. */
  readonly checks?: string;
  /** What ShellCheck says about the file; undefined where it was not asked. */
  readonly shellNotes?: readonly ShellNote[];
  /** Whether ShellCheck is still at work: what it has not said is no sign of anything then. */
  readonly shellNotesPending?: boolean;
  /** Instead of all rules. */
  readonly rules?: readonly Rule[];
  /** Called with what a rule threw, for a log. */
  readonly onCrash?: (rule: string, error: unknown) => void;
}

/** A fix with the trust that applies to it. */
export interface RatedFix extends Fix {
  readonly safety: Safety;
}

/** A finding that no comment silences, with what the options make of it. */
export interface Diagnostic extends Pick<Finding, 'at' | 'message' | 'related' | 'anchor' | 'code'> {
  readonly rule: string;
  /** Its names in other tools: the code of this very finding where it has one. */
  readonly aliases: readonly string[];
  readonly severity: Severity;
  /** The rule's fix first, then its alternatives. */
  readonly fixes: readonly RatedFix[];
}

/** The id under which a rule that fails is reported. */
export const CRASH = 'internal/rule-crash';

const weight: Record<Safety, number> = { safe: 0, unsafe: 1, draft: 2 };

/** Everything that is wrong with a Dockerfile, in document order. */
export function lint(build: Build, options: LintOptions = {}): Diagnostic[] {
  const { preset = 'recommended' } = options;
  const settings = toRuleSettings({
    ...options.settings,
    ...(options.shellNotes ? { shellNotes: options.shellNotes } : {}),
    hadolint: preset === 'hadolint',
    buildkit: preset === 'buildkit',
  });
  const suppressions = readSuppressions(build, suppressionOptions(options));
  const ours = preset === 'recommended' || preset === 'strict';
  const diagnostics: Diagnostic[] = [];
  /** The rules that have looked at the file; kept where somebody will ask. */
  const ran: Set<Rule> | undefined = suppressions.entries.length > 0 ? new Set() : undefined;
  let review: { readonly rule: Rule; readonly severity: Level } | undefined;
  const take = ({ rule, severity, byCode }: Selected, finding: Finding): void => {
    const level = finding.code === undefined ? severity : (byCode?.get(finding.code) ?? severity);
    if (level === 'off' || suppressions.silences(rule, finding) || (ours && finding.minor)) return;
    diagnostics.push(rate(build, rule, finding, level, options));
  };
  const groups = selectRules(options, suppressions);
  const look = new FirstLook(build, settings);
  for (const { conditions, members } of groups) {
    const isConcerned = look.fulfils(conditions);
    if (!isConcerned && !ran) continue;
    for (const one of members) {
      const { rule, severity } = one;
      if (one.hasReview && severity !== 'off') review = { rule, severity };
      try {
        if (isConcerned) {
          const given = one.hasOptions ? withOptions(settings, rule, options.ruleOptions) : settings;
          for (const finding of one.check.call(rule, build, given)) take(one, finding);
        }
        ran?.add(rule);
      } catch (error) {
        options.onCrash?.(rule.id, error);
        diagnostics.push(crash(rule));
      }
    }
  }
  if (review && ran) {
    const { rule, severity } = review;
    const told = options.shellNotesPending ? { ...settings, shellNotes: undefined } : settings;
    const unused = findUnusedNames(build, suppressions, options.rules ?? rules, ran, told);
    for (const finding of rule.review!(build, unused)) {
      if (!suppressions.silences(rule, finding)) diagnostics.push(rate(build, rule, finding, severity, options));
    }
  }
  const shown = ours ? withoutEchoes(build, diagnostics) : diagnostics;
  return shown.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end || compare(a.rule, b.rule));
}

/** Whose comments count under the preset chosen. */
export function suppressionOptions({ preset, honour, checks }: LintOptions): SuppressionOptions {
  const as = preset === 'hadolint' || preset === 'buildkit' ? preset : undefined;
  return { ...(honour ? { honour } : {}), ...(as ? { as } : {}), ...(checks === undefined ? {} : { checks }) };
}

function rate(build: Build, rule: Rule, finding: Finding, level: Level, options: LintOptions): Diagnostic {
  const { preset } = options;
  // BuildKit's one check of a last line names its instruction as anchor.
  const moves = preset === 'hadolint' || (preset === 'buildkit' && rule.buildkit && finding.anchor === undefined);
  const at = moves ? onFirstLine(finding.at, build) : finding.at;
  const severity = typeof level === 'object' ? level.fixed : (finding.severity ?? level);
  return new RatedFinding(rule, finding, at, severity, options.onCrash);
}

function withOptions(settings: RuleSettings, rule: Rule, given: LintOptions['ruleOptions']): RuleSettings {
  if (!rule.options || !given) return settings;
  const names = Object.keys(given).filter((name) => named(name)(rule));
  return { ...settings, options: Object.assign({}, ...names.map((name) => given[name])) as RuleSettings['options'] };
}

/** A finding as the options see it. Fixes are worked out when first asked for: most findings are only shown. */
class RatedFinding implements Diagnostic {
  readonly rule: string;
  readonly aliases: readonly string[];
  readonly severity: Severity;
  readonly at: Span;
  readonly message: string;
  readonly related: Finding['related'];
  readonly anchor: number | undefined;
  readonly code: string | undefined;
  readonly #rule: Rule;
  readonly #finding: Finding;
  readonly #onCrash: LintOptions['onCrash'];
  #fixes: readonly RatedFix[] | undefined;

  constructor(rule: Rule, finding: Finding, at: Span, severity: Severity, onCrash: LintOptions['onCrash']) {
    this.rule = rule.id;
    this.aliases = finding.code === undefined ? (rule.aliases ?? []) : [finding.code];
    this.code = finding.code;
    this.severity = severity;
    // A rule may give a whole instruction as its place.
    this.at = { start: at.start, end: at.end };
    this.message = finding.message;
    this.related = finding.related;
    this.anchor = finding.anchor;
    this.#rule = rule;
    this.#finding = finding;
    this.#onCrash = onCrash;
  }

  get fixes(): readonly RatedFix[] {
    this.#fixes ??= this.#readFixes();
    return this.#fixes;
  }

  #readFixes(): readonly RatedFix[] {
    try {
      const fix = workedOut(this.#finding.fix);
      const alternatives = workedOut(this.#finding.alternatives) ?? [];
      const fixes = fix ? [fix, ...alternatives] : alternatives;
      return fixes.map((one) => ({ ...one, safety: safetyOf(this.#rule, one) }));
    } catch (error) {
      this.#onCrash?.(this.rule, error);
      return [];
    }
  }
}

/** A part of a finding that may be a function because it takes work. */
export function workedOut<Value extends object>(
  value: Value | (() => Value | undefined) | undefined,
): Value | undefined {
  return typeof value === 'function' ? value() : value;
}

/** hadolint and BuildKit report on the first line of an instruction, and whoever chose their presets may compare lines. */
function onFirstLine(at: Span, build: Build): Span {
  const { source } = build;
  const instruction = instructionAt(build, at.start);
  return !instruction || lineAt(source, at.start) === lineAt(source, instruction.start) ? at : instruction.keywordSpan;
}

/** A fix may be trusted less than its rule declares, never more. */
function safetyOf({ fixable }: Rule, { safety }: Fix): Safety {
  const declared = fixable?.safety ?? 'unsafe';
  return safety && weight[safety] > weight[declared] ? safety : declared;
}

function crash({ id }: Rule): Diagnostic {
  return {
    rule: CRASH,
    aliases: [],
    severity: 'error',
    at: { start: 0, end: 0 },
    message: `The rule ${id} failed on this file, so its findings may be missing; please report this.`,
    fixes: [],
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
