import type { Builder, LabelType, LintOptions, OptionValue, Preset, Severity } from '../../core/index';

/** The least severe finding that makes a check fail; `none`: nothing does. */
export type Threshold = Severity | 'none';

/** Whether ShellCheck is asked: where the preset wants it, always, never, or always and by this path. */
export type ShellcheckChoice = 'auto' | 'on' | 'off' | (string & {});

/** hadolint's names of severities, from the least on. */
export const hadolintLevels = ['style', 'info', 'warning', 'error'] as const;

/** Lists of codes, as hadolint has them: united over all sources before anything is made of them. */
export type CodeLists = Partial<Record<(typeof hadolintLevels)[number] | 'ignored', readonly string[]>>;

/** What one source of settings says: a file, what it extends, the environment, or settings for some paths. */
export interface Part {
  readonly preset?: Preset;
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  readonly hadolint?: CodeLists;
  readonly ruleOptions?: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;
  readonly trustedRegistries?: readonly string[];
  readonly requiredSecrets?: Readonly<Record<string, string>>;
  readonly labelSchema?: Readonly<Record<string, LabelType>>;
  readonly strictLabels?: boolean;
  readonly targets?: readonly string[];
  readonly honour?: { readonly hadolint?: boolean; readonly foreign?: boolean };
  readonly checks?: string;
  readonly builder?: Builder;
  readonly shellcheck?: ShellcheckChoice;
  readonly failureThreshold?: Threshold;
  /** Names of reporters. */
  readonly formats?: readonly string[];
  readonly colour?: boolean;
  readonly ignores?: readonly Paths[];
  readonly overrides?: readonly Override[];
  readonly remarks?: readonly string[];
}

/** Patterns of `.dockerignore`, relative to a folder. */
export interface Paths {
  readonly folder: string;
  readonly patterns: readonly string[];
}

/** What holds for some Dockerfiles only. */
export interface Override extends Paths {
  readonly part: Part;
}

/** Lists are united; of everything else the last that says something has the last word, key by key. */
export function unite(parts: readonly Part[]): Part {
  const all = <Value>(pick: (part: Part) => readonly Value[] | undefined) =>
    parts.flatMap((part) => pick(part) ?? []) as readonly Value[];
  const last = <Key extends keyof Part>(key: Key): Pick<Part, Key> | undefined =>
    parts.findLast((part) => part[key] !== undefined);
  const pickLast = (...keys: (keyof Part)[]): Part =>
    Object.assign({}, ...keys.map((key) => (last(key) ? { [key]: last(key)![key] } : {}))) as Part;
  return {
    ...pickLast('preset', 'strictLabels', 'checks', 'shellcheck', 'failureThreshold', 'formats', 'colour'),
    severities: Object.assign({}, ...parts.map((part) => part.severities)) as NonNullable<Part['severities']>,
    hadolint: Object.fromEntries(
      ([...hadolintLevels, 'ignored'] as const).map((key) => [key, all((part) => part.hadolint?.[key])]),
    ),
    ruleOptions: uniteOptions(parts),
    requiredSecrets: Object.assign({}, ...parts.map((part) => part.requiredSecrets)) as Record<string, string>,
    labelSchema: Object.assign({}, ...parts.map((part) => part.labelSchema)) as Record<string, LabelType>,
    honour: Object.assign({}, ...parts.map((part) => part.honour)) as NonNullable<Part['honour']>,
    builder: Object.assign({}, ...parts.map((part) => part.builder)) as Builder,
    trustedRegistries: all((part) => part.trustedRegistries),
    targets: all((part) => part.targets),
    ignores: all((part) => part.ignores),
    overrides: all((part) => part.overrides),
    remarks: all((part) => part.remarks),
  };
}

function uniteOptions(parts: readonly Part[]): NonNullable<Part['ruleOptions']> {
  const found: Record<string, Readonly<Record<string, OptionValue>>> = {};
  for (const { ruleOptions } of parts) {
    for (const [rule, options] of Object.entries(ruleOptions ?? {})) found[rule] = { ...found[rule], ...options };
  }
  return found;
}

/** What a part means to `lint`. */
export function toLintOptions(part: Part): LintOptions {
  const { preset, severities = {}, hadolint = {}, ruleOptions, honour, checks } = part;
  const { trustedRegistries, requiredSecrets } = part;
  const { labelSchema, strictLabels, targets } = part;
  return {
    ...(preset ? { preset } : {}),
    severities: { ...severitiesByCode(hadolint, severities), ...severities },
    ...(ruleOptions ? { ruleOptions } : {}),
    settings: {
      ...(trustedRegistries ? { trustedRegistries } : {}),
      ...(requiredSecrets ? { requiredSecrets } : {}),
      ...(labelSchema ? { labelSchema } : {}),
      ...(strictLabels === undefined ? {} : { strictLabels }),
      ...(targets ? { targets } : {}),
    },
    ...(honour ? { honour } : {}),
    ...(checks === undefined ? {} : { checks }),
  };
}

/**
 * A code in several lists gets the most severe; one that is ignored is off whatever its severity. What is said of it in our own way,
 * in any case, has the last word.
 */
function severitiesByCode(lists: CodeLists, severities: NonNullable<Part['severities']>) {
  const own = new Set(Object.keys(severities).map((name) => name.toLowerCase()));
  const found: Record<string, Severity | 'off'> = {};
  const say = (key: keyof CodeLists, severity: Severity | 'off') => {
    for (const code of lists[key] ?? []) if (!own.has(code.toLowerCase())) found[code] = severity;
  };
  for (const level of hadolintLevels) say(level, level === 'style' ? 'hint' : level);
  say('ignored', 'off');
  return found;
}
