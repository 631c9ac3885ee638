import {
  type Builder,
  findRules,
  isOfKind,
  type LabelType,
  type LintOptions,
  labelTypes,
  type OptionValue,
  type Preset,
  presets,
  readMinimumFrontend,
  rules,
  type Severity,
} from '../core/index';

/** What a person can set under `layerwise.*`, for one document. */
export interface Settings {
  readonly enable: boolean;
  /** What is set; the rest is for a configuration file, then for the defaults of `lint`. */
  readonly lint: LintOptions;
  /** `auto`, `dockerfile`, `workspace`, `off`, or a folder, relative to the workspace folder. */
  readonly buildContext: string;
  readonly builder: Builder;
  /** `auto`, `on`, `off` or the path of the program; undefined where nothing is set. */
  readonly shellcheck?: string;
  /** What was wrong with what was given, a sentence each; the default holds there. */
  readonly problems: readonly string[];
}

const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];

/**
 * Makes settings of what an editor gives, the object under `layerwise`. Whatever is missing or wrong has its default; what is wrong
 * is told in `problems`.
 */
export function readSettings(given: unknown): Settings {
  const problems: string[] = [];
  const all = new Section('layerwise', given, problems);
  const suppressions = new Section('layerwise.suppressions', all.get('suppressions'), problems);
  const preset = all.read<'auto' | Preset>(
    'preset',
    'auto',
    isOneOf(['auto', ...presets]),
    `one of auto, ${presets.join(', ')}`,
  );
  const folder = all.read('buildContext', 'auto', isText, 'auto, dockerfile, workspace, off or a folder');
  const minor = readMinimumFrontend(
    all.read('minimumFrontend', '', isFrontend, 'a version of docker/dockerfile such as "1.10"'),
  );
  const strictLabels = all.read('strictLabels', false, isBoolean, 'true or false');
  const { severities: chosen, ruleOptions } = readRules(all.get('rules'), problems);
  const shellcheck = all.read('shellcheck', 'auto', isText, 'auto, on, off or the path of a program').trim();
  return {
    enable: all.read('enable', true, isBoolean, 'true or false'),
    lint: {
      ...(preset === 'auto' ? {} : { preset }),
      severities: chosen,
      ruleOptions,
      settings: {
        trustedRegistries: all.read('trustedRegistries', [], isListOfText, 'a list of registries'),
        requiredSecrets: all.read('requiredSecrets', {}, isRecordOfText, 'an object of command names and secret ids'),
        labelSchema: all.read('labelSchema', {}, isLabelSchema, `an object of labels and ${labelTypes.join(', ')}`),
        ...(strictLabels ? { strictLabels } : {}),
        targets: all.read('targets', [], isListOfText, 'a list of stages').map((name) => name.toLowerCase()),
      },
      honour: {
        hadolint: suppressions.read('hadolint', true, isBoolean, 'true or false'),
        foreign: suppressions.read('foreign', true, isBoolean, 'true or false'),
      },
    },
    buildContext: folder.trim() || 'auto',
    builder: minor === undefined ? {} : { frontendMinor: minor },
    ...(shellcheck === '' || shellcheck === 'auto' ? {} : { shellcheck }),
    problems,
  };
}

/** The options of a project's configuration file with the person's own on top; lists are united, a comment is honoured if both say so. */
export function mergeOptions(file: LintOptions, own: LintOptions): LintOptions {
  return {
    ...file,
    ...own,
    severities: { ...file.severities, ...own.severities },
    ruleOptions: { ...file.ruleOptions, ...own.ruleOptions },
    settings: {
      trustedRegistries: [...(file.settings?.trustedRegistries ?? []), ...(own.settings?.trustedRegistries ?? [])],
      requiredSecrets: { ...file.settings?.requiredSecrets, ...own.settings?.requiredSecrets },
      labelSchema: { ...file.settings?.labelSchema, ...own.settings?.labelSchema },
      strictLabels: own.settings?.strictLabels ?? file.settings?.strictLabels ?? false,
      targets: [...(file.settings?.targets ?? []), ...(own.settings?.targets ?? [])],
    },
    honour: {
      hadolint: file.honour?.hadolint !== false && own.honour?.hadolint !== false,
      foreign: file.honour?.foreign !== false && own.honour?.foreign !== false,
    },
  };
}

/** One level of settings; absent ones are null or undefined, as editors send either. */
class Section {
  private readonly values: Readonly<Record<string, unknown>>;

  constructor(
    private readonly name: string,
    given: unknown,
    private readonly problems: string[],
  ) {
    this.values = isRecord(given) ? given : {};
    if (given !== undefined && given !== null && !isRecord(given)) problems.push(`${name} is not an object.`);
  }

  get(key: string): unknown {
    return this.values[key] ?? undefined;
  }

  read<T>(key: string, fallback: T, isValid: (value: unknown) => value is T, wanted: string): T {
    const value = this.get(key);
    if (value === undefined) return fallback;
    if (isValid(value)) return value;
    this.problems.push(`${this.name}.${key} is not ${wanted}.`);
    return fallback;
  }
}

/** The entries that are right; each wrong one is a problem of its own and costs no other. */
function readRules(given: unknown, problems: string[]): Required<Pick<LintOptions, 'severities' | 'ruleOptions'>> {
  const read: Record<string, Severity | 'off'> = {};
  const ruleOptions: Record<string, Readonly<Record<string, OptionValue>>> = {};
  if (given !== undefined && !isRecord(given))
    problems.push('layerwise.rules is not an object of rule ids and severities.');
  for (const [name, value] of Object.entries(isRecord(given) ? given : {})) {
    if (!isRuleName(name)) {
      problems.push(`layerwise.rules: no rule is named ${name}.`);
      continue;
    }
    const { severity: told, ...options } = isRecord(value) ? value : { severity: value };
    const severity = severities.find((known) => known === told);
    if (severity !== undefined) read[name] = severity;
    else if (told !== undefined || !isRecord(value))
      problems.push(`layerwise.rules: ${name} is not one of ${severities.join(', ')}.`);
    if (Object.keys(options).length > 0) ruleOptions[name] = readOptions(name, options, problems);
  }
  return { severities: read, ruleOptions };
}

function readOptions(
  rule: string,
  given: Readonly<Record<string, unknown>>,
  problems: string[],
): Readonly<Record<string, OptionValue>> {
  const known = findRules(rule).flatMap(({ options = [] }) => options);
  const read: Record<string, OptionValue> = {};
  for (const [name, value] of Object.entries(given)) {
    const option = known.find((one) => one.name === name);
    if (!option) problems.push(`layerwise.rules: ${rule} has no option ${name}.`);
    else if (!isOfKind(value, option.default)) problems.push(`layerwise.rules: ${name} of ${rule} is of another kind.`);
    else read[name] = value as OptionValue;
  }
  return read;
}

/** An id, a name from another tool, `category/*` or `*`. */
function isRuleName(name: string): boolean {
  if (name === '*' || findRules(name).length > 0 || rules.some(({ codes }) => codes?.test(name.toUpperCase())))
    return true;
  return name.endsWith('/*') && rules.some(({ id }) => id.startsWith(name.slice(0, -1)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOfText(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every(isText);
}

function isLabelSchema(value: unknown): value is Readonly<Record<string, LabelType>> {
  return isRecord(value) && Object.values(value).every((type) => labelTypes.includes(type as LabelType));
}

function isListOfText(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isFrontend(value: unknown): value is string {
  return isText(value) && (value.trim() === '' || readMinimumFrontend(value) !== undefined);
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isOneOf<T extends string>(known: readonly T[]): (value: unknown) => value is T {
  return (value): value is T => known.includes(value as T);
}
