import { readFileSync, type Stats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import {
  type Builder,
  type LintOptions,
  type Preset,
  presets,
  readDockerignore,
  readMinimumFrontend,
  rules,
  type Severity,
} from '../core/index';

/** The least severe finding that makes a check fail; `none`: nothing does. */
export type Threshold = Severity | 'none';

/** What configuration files, and hadolint's environment variables, say. */
export interface Config {
  readonly options: LintOptions;
  readonly builder: Builder;
  readonly failureThreshold?: Threshold;
  /** Dockerfiles that are not looked at, relative to `folder`, in the patterns of `.dockerignore`. */
  readonly ignore: readonly string[];
  readonly folder: string;
  /** What is wrong with the files, one sentence each, naming the file. */
  readonly problems: readonly string[];
  /** What may be a slip: told, and no failure. */
  readonly remarks: readonly string[];
}

type Severities = Record<string, Severity | 'off'>;

/** What one file says. */
interface Part {
  readonly preset?: Preset;
  readonly severities?: Severities;
  readonly trustedRegistries?: readonly string[];
  readonly requiredSecrets?: Readonly<Record<string, string>>;
  readonly honour?: { readonly hadolint?: boolean; readonly foreign?: boolean };
  readonly failureThreshold?: Threshold;
  readonly ignore?: readonly string[];
  readonly builder?: Builder;
  readonly remarks?: readonly string[];
}

const OWN_NAMES = ['.layerwise.yaml', '.layerwise.yml', '.layerwise.json'];
const HADOLINT_NAMES = ['.hadolint.yaml', '.hadolint.yml'];
const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** A configuration file that cannot be used; the message is for the person. */
class ConfigError extends Error {}

/**
 * The configuration for a Dockerfile (or for a folder, when there is no file): the nearest `.layerwise.*` and the nearest
 * `.hadolint.yaml`, from its folder up to the repository's, then where hadolint looks. `file` takes the place of both.
 */
export function readConfig(folder: string, file?: string, environment: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const read = (path: string | undefined): Part => {
    if (path === undefined) return {};
    try {
      return readPart(path);
    } catch (error) {
      problems.push(`${path}: ${error instanceof ConfigError ? error.message : 'cannot be read.'}`);
      return {};
    }
  };
  const own = file ?? findUpwards(folder, OWN_NAMES);
  const hadolint = file === undefined ? (findUpwards(folder, HADOLINT_NAMES) ?? findElsewhere(environment)) : undefined;
  const parts = [readEnvironment(environment), read(hadolint), read(own)];
  // Lists are united; of everything else our own file has the last word, then hadolint's, then the environment.
  return {
    options: {
      ...last(parts, 'preset'),
      severities: Object.assign({}, ...parts.map((part) => part.severities)) as Severities,
      settings: {
        trustedRegistries: parts.flatMap((part) => part.trustedRegistries ?? []),
        requiredSecrets: Object.assign({}, ...parts.map((part) => part.requiredSecrets)) as Record<string, string>,
      },
      honour: Object.assign({}, ...parts.map((part) => part.honour)) as NonNullable<LintOptions['honour']>,
    },
    builder: Object.assign({}, ...parts.map((part) => part.builder)) as Builder,
    ...last(parts, 'failureThreshold'),
    ignore: parts.flatMap((part) => part.ignore ?? []),
    folder: own === undefined ? folder : dirname(resolve(own)),
    problems,
    remarks: parts.flatMap((part) => part.remarks ?? []),
  };
}

/** Whether the configuration leaves a Dockerfile out. */
export function leavesOut({ ignore, folder }: Config, file: string): boolean {
  if (ignore.length === 0) return false;
  return readDockerignore(ignore.join('\n')).ignores(relative(folder, resolve(file)).replaceAll('\\', '/'));
}

function last<Key extends 'preset' | 'failureThreshold'>(parts: readonly Part[], key: Key): Pick<Part, Key> | object {
  const found = parts.findLast((part) => part[key] !== undefined);
  return found ? { [key]: found[key] } : {};
}

function findUpwards(start: string, names: readonly string[]): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const found = names.map((name) => join(folder, name)).find(isFile);
    if (found !== undefined) return found;
    if (folder === dirname(folder) || statsOf(join(folder, '.git')) !== undefined) return undefined;
  }
}

/** Where hadolint looks. */
function findElsewhere(environment: NodeJS.ProcessEnv): string | undefined {
  const home = homedir();
  const settings =
    (process.platform === 'win32' ? environment.LOCALAPPDATA : environment.XDG_CONFIG_HOME) ?? join(home, '.config');
  return [
    ...HADOLINT_NAMES.map((name) => resolve(name)),
    ...HADOLINT_NAMES.map((name) => join(settings, name.slice(1))),
    ...['hadolint.yaml', 'hadolint.yml', 'config.yaml', 'config.yml'].map((name) => join(home, '.hadolint', name)),
    ...HADOLINT_NAMES.map((name) => join(home, name)),
  ].find(isFile);
}

function readPart(path: string): Part {
  const value = readYaml(path);
  if (value === null || value === undefined) return {};
  if (!isRecord(value)) throw new ConfigError('is not a list of settings (key: value).');
  return /hadolint/i.test(basename(path)) ? readHadolint(value) : readOwn(value, path);
}

function readYaml(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(isFile(path) ? `cannot be read (${codeOf(error)}).` : 'there is no such file.');
  }
  try {
    return path.endsWith('.json') ? (JSON.parse(text) as unknown) : (parse(text) as unknown);
  } catch (error) {
    // The first line says where and what; the lines after it quote the file.
    const reason = error instanceof Error ? error.message.split('\n', 1)[0]!.replace(/:$/, '') : '';
    throw new ConfigError(`is not valid ${path.endsWith('.json') ? 'JSON' : 'YAML'}: ${reason}.`);
  }
}

const OWN_KEYS = [
  'failureThreshold',
  'ignore',
  'minimumFrontend',
  'preset',
  'requiredSecrets',
  'rules',
  'suppressions',
  'trustedRegistries',
];

function readOwn(value: Readonly<Record<string, unknown>>, path: string): Part {
  const unknown = Object.keys(value).find((key) => !OWN_KEYS.includes(key));
  if (unknown !== undefined) {
    throw new ConfigError(`the setting "${unknown}" is unknown; the known ones are ${OWN_KEYS.join(', ')}.`);
  }
  const { preset, rules: severityByName, failureThreshold, suppressions } = value;
  const chosen = severityByName === undefined ? undefined : toSeverities(severityByName);
  return {
    ...(preset === undefined ? {} : { preset: oneOf(preset, presets, 'preset') }),
    ...(chosen ? { severities: chosen } : {}),
    ...(failureThreshold === undefined
      ? {}
      : { failureThreshold: oneOf(failureThreshold, [...severities, 'none'] as const, 'failureThreshold') }),
    trustedRegistries: toList(value.trustedRegistries, 'trustedRegistries'),
    requiredSecrets: toTexts(value.requiredSecrets, 'requiredSecrets'),
    ignore: toList(value.ignore, 'ignore'),
    ...(value.minimumFrontend == null ? {} : { builder: toBuilder(value.minimumFrontend) }),
    honour: toSwitches(suppressions, ['hadolint', 'foreign'], 'suppressions'),
    remarks: Object.keys(chosen ?? {})
      .filter(isUnknownRule)
      .map((name) => `${path}: no rule is named "${name}".`),
  };
}

function toBuilder(version: unknown): Builder {
  // YAML reads 1.10 without quotes as the number 1.1.
  if (typeof version === 'number') {
    throw new ConfigError(`"minimumFrontend" has to stand in quotes, as in minimumFrontend: '1.10'.`);
  }
  const minor = typeof version === 'string' ? readMinimumFrontend(version) : undefined;
  if (minor === undefined) {
    throw new ConfigError('"minimumFrontend" is not a version of docker/dockerfile such as \'1.10\'.');
  }
  return { frontendMinor: minor };
}

/** Names of other tools may stand for rules that are still to come; those with a slash are ours. */
function isUnknownRule(name: string): boolean {
  return name.includes('/') && !name.endsWith('/*') && !rules.some(({ id }) => id === name.toLowerCase());
}

function toSeverities(value: unknown): Severities {
  if (!isRecord(value)) throw new ConfigError('"rules" is not a list of "rule: severity".');
  return Object.fromEntries(
    Object.entries(value).map(([name, severity]) => [
      name,
      severity === false ? 'off' : oneOf(severity, [...severities, 'off'] as const, `rules: ${name}`),
    ]),
  );
}

/** hadolint's keys, lenient as hadolint is: what it does not know it ignores. */
function readHadolint(value: Readonly<Record<string, unknown>>): Part {
  const override = isRecord(value.override) ? value.override : {};
  return {
    ...hadolintSeverities(
      (severity) => toList(override[severity], `override.${severity}`),
      toList(value.ignored, 'ignored'),
    ),
    ...hadolintThreshold(value['no-fail'] === true, value['failure-threshold']),
    trustedRegistries: toList(value.trustedRegistries, 'trustedRegistries'),
    ...(value['disable-ignore-pragma'] === true ? { honour: { hadolint: false } } : {}),
  };
}

const TRUTHY = /^(?:1|y|on|true|yes)$/i;

function readEnvironment(environment: NodeJS.ProcessEnv): Part {
  const list = (name: string) =>
    (environment[`HADOLINT_${name}`] ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  const isOn = (name: string) => TRUTHY.test(environment[`HADOLINT_${name}`] ?? '');
  return {
    ...hadolintSeverities((severity) => list(`OVERRIDE_${severity.toUpperCase()}`), list('IGNORE')),
    ...hadolintThreshold(isOn('NOFAIL'), environment.HADOLINT_FAILURE_THRESHOLD),
    trustedRegistries: list('TRUSTED_REGISTRIES'),
    ...(isOn('DISABLE_IGNORE_PRAGMA') ? { honour: { hadolint: false } } : {}),
  };
}

const HADOLINT_SEVERITIES = { style: 'hint', info: 'info', warning: 'warning', error: 'error' } as const;

/** A code in several lists gets the most severe; one that is ignored is off whatever its severity. */
function hadolintSeverities(
  overridden: (severity: string) => readonly string[],
  ignored: readonly string[],
): Pick<Part, 'severities'> {
  const found: Severities = {};
  for (const [name, severity] of Object.entries(HADOLINT_SEVERITIES)) {
    for (const code of overridden(name)) found[code] = severity;
  }
  for (const code of ignored) found[code] = 'off';
  return { severities: found };
}

function hadolintThreshold(never: boolean, threshold: unknown): Pick<Part, 'failureThreshold'> {
  if (never) return { failureThreshold: 'none' };
  if (threshold === undefined || threshold === '') return {};
  // In hadolint both `ignore` and `none` mean that any finding fails.
  if (threshold === 'ignore' || threshold === 'none') return { failureThreshold: 'hint' };
  const known = HADOLINT_SEVERITIES[threshold as keyof typeof HADOLINT_SEVERITIES] as Severity | undefined;
  return known ? { failureThreshold: known } : {};
}

function oneOf<Value extends string>(value: unknown, known: readonly Value[], key: string): Value {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new ConfigError(`"${key}" is none of ${known.join(', ')}.`);
  return found;
}

function toList(value: unknown, key: string): readonly string[] {
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!list.every((item) => typeof item === 'string')) throw new ConfigError(`"${key}" is not a list of texts.`);
  return list;
}

function toTexts(value: unknown, key: string): Readonly<Record<string, string>> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value) || !Object.values(value).every((item) => typeof item === 'string')) {
    throw new ConfigError(`"${key}" is not a list of "name: text".`);
  }
  return value as Record<string, string>;
}

function toSwitches(value: unknown, keys: readonly string[], key: string): Readonly<Record<string, boolean>> {
  if (value === undefined || value === null) return {};
  const isFine =
    isRecord(value) && Object.entries(value).every(([name, on]) => keys.includes(name) && typeof on === 'boolean');
  if (!isFine) throw new ConfigError(`"${key}" takes ${keys.join(' and ')}, each true or false.`);
  return value as Record<string, boolean>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFile(path: string): boolean {
  return statsOf(path)?.isFile() ?? false;
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
