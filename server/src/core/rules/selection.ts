import { conditionsOf } from './concerns';
import { rules } from './index';
import type { LintOptions, Preset } from './lint';
import type { Rule, Severity } from './rule';
import { named, type Suppressions } from './suppressions';

/** `fixed` is a severity that the rule's findings may not change. */
export type Level = Severity | { readonly fixed: Severity };

/** A rule that is on, with what each file asks of it: all of one shape, as rules are not, since that is read for every file. */
export class Selected {
  readonly check: Rule['check'];
  readonly hasOptions: boolean;
  readonly hasReview: boolean;

  constructor(
    readonly rule: Rule,
    readonly severity: Level | 'off',
    /** What the options say about single findings of it, by their code. */
    readonly byCode: ReadonlyMap<string, Level | 'off'> | undefined,
  ) {
    this.check = rule.check;
    this.hasOptions = rule.options !== undefined;
    this.hasReview = rule.review !== undefined;
  }
}

/** Rules that are on, and all have the same conditions. */
export interface Group {
  readonly conditions: readonly number[];
  readonly members: Selected[];
}

/** What was selected before: the same severities come with every file, and every keystroke. */
const known = new WeakMap<object, Map<Preset, readonly Group[]>>();
const NO_SEVERITIES: NonNullable<LintOptions['severities']> = {};

/** The rules that are on for a file. */
export function selectRules(options: LintOptions, suppressions: Suppressions): readonly Group[] {
  const { preset = 'recommended', severities = NO_SEVERITIES } = options;
  if (options.rules || suppressions.hasCheck) return select(options.rules ?? rules, preset, severities, suppressions);
  let byPreset = known.get(severities);
  if (!byPreset) {
    byPreset = new Map();
    known.set(severities, byPreset);
  }
  let selected = byPreset.get(preset);
  if (!selected) {
    selected = select(rules, preset, severities, suppressions);
    byPreset.set(preset, selected);
  }
  return selected;
}

function select(
  all: readonly Rule[],
  preset: Preset,
  severities: NonNullable<LintOptions['severities']>,
  suppressions: Suppressions,
): Group[] {
  const groups = new Map<string, Group>();
  for (const rule of all) {
    const severity = severityOf(rule, preset, severities, suppressions);
    const byCode = rule.codes && severitiesByCode(rule.codes, severities);
    if (severity === 'off' && !byCode) continue;
    const conditions = conditionsOf(rule);
    const key = conditions.join();
    let group = groups.get(key);
    if (!group) {
      group = { conditions, members: [] };
      groups.set(key, group);
    }
    group.members.push(new Selected(rule, severity, byCode));
  }
  return [...groups.values()];
}

function severityOf(
  rule: Rule,
  preset: Preset,
  severities: NonNullable<LintOptions['severities']>,
  suppressions: Suppressions,
): Level | 'off' {
  const chosen = override(rule, severities);
  if (chosen !== undefined) return chosen === 'off' ? 'off' : { fixed: chosen };
  const severity = presetSeverity(rule, preset, suppressions);
  if (severity === 'off') return 'off';
  if (suppressions.checksAreErrors && (rule.buildkit === 'on' || suppressions.optsIn(rule))) return { fixed: 'error' };
  const isTheirs = (preset === 'hadolint' && rule.hadolint) || (preset === 'buildkit' && rule.buildkit);
  return isTheirs && !rule.codes ? { fixed: severity } : severity;
}

function presetSeverity(rule: Rule, preset: Preset, suppressions: Suppressions): Severity | 'off' {
  switch (preset) {
    case 'recommended':
      return rule.severity;
    case 'strict':
      return rule.severity === 'off' ? (rule.strict ?? 'off') : rule.severity;
    case 'hadolint':
      return rule.hadolint ?? (rule.stops?.includes('hadolint') ? rule.severity : 'off');
    case 'buildkit':
      if (rule.buildkit === 'on' || suppressions.optsIn(rule)) return 'warning';
      return rule.stops?.includes('buildkit') ? rule.severity : 'off';
    case 'all':
      return firstOn(rule.severity, rule.strict, rule.hadolint, rule.buildkit && 'warning') ?? 'hint';
  }
}

function firstOn(...severities: readonly (Severity | 'off' | undefined)[]): Severity | undefined {
  return severities.find((severity) => severity !== undefined && severity !== 'off') as Severity | undefined;
}

/** What the options say about a rule: its id before an alias, an alias before its category, that before everything. */
function override(rule: Rule, severities: NonNullable<LintOptions['severities']>): Severity | 'off' | undefined {
  let found: Severity | 'off' | undefined;
  let best = -1;
  for (const [name, severity] of Object.entries(severities)) {
    const rank = name === '*' ? 0 : name.endsWith('/*') ? 1 : name.toLowerCase() === rule.id ? 3 : 2;
    if (rank > best && named(name)(rule)) [found, best] = [severity, rank];
  }
  return found;
}

/** What the options say about single findings of a rule, by their code. */
function severitiesByCode(
  codes: RegExp,
  severities: NonNullable<LintOptions['severities']>,
): ReadonlyMap<string, Level | 'off'> | undefined {
  let found: Map<string, Level | 'off'> | undefined;
  for (const [name, severity] of Object.entries(severities)) {
    const code = name.toUpperCase();
    if (codes.test(code)) {
      found ??= new Map();
      found.set(code, severity === 'off' ? 'off' : { fixed: severity });
    }
  }
  return found;
}
