import { basename, dirname, resolve } from 'node:path';
import {
  type Builder,
  findRules,
  isOfKind,
  type OptionValue,
  presets,
  type RuleOption,
  readMinimumFrontend,
  rules,
  type Severity,
} from '../../core/index';
import { readConfigFile, type Setting } from './config-file';
import { fileExists } from './find-config';
import { isHadolintFile, readHadolint } from './hadolint-config';
import { readLabelSchema } from './label-schema';
import { type Part, unite } from './part';

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
const levels: readonly (Severity | 'off')[] = [...severities, 'off'];
export const thresholds: readonly (Severity | 'none')[] = [...severities, 'none'];

/** Keys that settings for some paths may have too. */
const SHARED_KEYS = [
  'labelSchema',
  'minimumFrontend',
  'preset',
  'requiredSecrets',
  'rules',
  'shellcheck',
  'strictLabels',
  'suppressions',
  'targets',
  'trustedRegistries',
];
const OWN_KEYS = [...SHARED_KEYS, '$schema', 'extends', 'failureThreshold', 'ignore', 'overrides'];

/**
 * A configuration file of whichever kind, with what it extends.
 * @throws ConfigError
 */
export function readFilePart(path: string, above: readonly string[] = []): Part {
  const real = resolve(path);
  const top = readConfigFile(path, { lenient: isHadolintFile(basename(path)) });
  if (!top) return {};
  if (isHadolintFile(basename(path), top)) return readHadolint(top);
  top.knownKeys(OWN_KEYS);
  const extended = (top.get('extends')?.texts() ?? []).map((name) => {
    const base = resolve(dirname(real), name);
    const chain = [...above, real];
    if (chain.includes(base)) {
      const names = [...chain.slice(chain.indexOf(base)), base].map((one) => basename(one));
      top.get('extends')!.fail(`"extends" goes in a circle: ${names.join(' → ')}.`);
    }
    if (!fileExists(base)) top.get('extends')!.fail(`"extends" leads to ${base}, and there is no such file.`);
    return { base, chain };
  });
  const bases = extended.map(({ base, chain }) => readFilePart(base, chain));
  const folder = dirname(real);
  const patterns = top.get('ignore')?.texts() ?? [];
  const failureThreshold = top.get('failureThreshold')?.oneOf(thresholds);
  const overrides = top.get('overrides')?.items('a list of settings for files') ?? [];
  return unite([
    ...bases,
    {
      ...readShared(top),
      ...(failureThreshold ? { failureThreshold } : {}),
      ...(patterns.length > 0 ? { ignores: [{ folder, patterns }] } : {}),
      overrides: overrides.map((one) => {
        one.knownKeys([...SHARED_KEYS, 'files']);
        const files = one.get('files')?.texts() ?? one.fail(`${one.name} does not say for which "files" it is.`);
        return { folder, patterns: files, part: readShared(one) };
      }),
      remarks: [top, ...overrides].flatMap((one) => unknownRules(one.get('rules'))),
    },
  ]);
}

function readShared(top: Setting): Part {
  const preset = top.get('preset')?.oneOf(presets);
  const strictLabels = top.get('strictLabels')?.flag();
  const shellcheck = top.get('shellcheck');
  const frontend = top.get('minimumFrontend');
  return {
    ...(preset ? { preset } : {}),
    ...readRules(top.get('rules')),
    trustedRegistries: top.get('trustedRegistries')?.texts() ?? [],
    requiredSecrets: readTexts(top.get('requiredSecrets')),
    labelSchema: readLabelSchema(top.get('labelSchema')),
    ...(strictLabels === undefined ? {} : { strictLabels }),
    targets: (top.get('targets')?.texts() ?? []).map((name) => name.toLowerCase()),
    ...(shellcheck ? { shellcheck: readShellcheck(shellcheck) } : {}),
    ...(frontend ? { builder: readBuilder(frontend) } : {}),
    honour: readHonour(top.get('suppressions')),
  };
}

function readRules(setting: Setting | undefined): Pick<Part, 'severities' | 'ruleOptions'> {
  const chosen: Record<string, Severity | 'off'> = {};
  const options: Record<string, Readonly<Record<string, OptionValue>>> = {};
  for (const entry of setting?.entries('a list of "rule: severity"') ?? []) {
    const name = entry.path.at(-1)!;
    if (typeof entry.value === 'object' && entry.value !== null) {
      const severity = entry.get('severity');
      if (severity) chosen[name] = readLevel(severity);
      options[name] = readOptions(entry, name);
    } else chosen[name] = readLevel(entry);
  }
  return { severities: chosen, ruleOptions: options };
}

/** YAML reads `off` as a text, and older readers of it as false. */
function readLevel(setting: Setting): Severity | 'off' {
  return setting.value === false ? 'off' : setting.oneOf(levels);
}

function readOptions(entry: Setting, name: string): Readonly<Record<string, OptionValue>> {
  const found = findRules(name);
  const known = found.flatMap(({ options = [] }) => options) as readonly RuleOption[];
  // A rule of tomorrow may have options of which nothing is known.
  if (found.length > 0) entry.knownKeys(['severity', ...known.map((option) => option.name)]);
  const read: Record<string, OptionValue> = {};
  for (const option of entry.entries('a severity, or a list of "option: value"')) {
    const key = option.path.at(-1)!;
    const standard = known.find((one) => one.name === key)?.default;
    if (key === 'severity' || standard === undefined) continue;
    if (!isOfKind(option.value, standard)) option.fail(`${option.name} is not ${kindOf(standard)}.`);
    read[key] = option.value as OptionValue;
  }
  return read;
}

function kindOf(standard: OptionValue): string {
  if (typeof standard === 'object') return 'a list of texts';
  return { boolean: 'true or false', number: 'a number', string: 'a text' }[
    typeof standard as 'boolean' | 'number' | 'string'
  ];
}

/** Names of other tools may stand for rules that are still to come; those with a slash are ours. */
function unknownRules(setting: Setting | undefined): string[] {
  const isUnknown = (name: string) =>
    name.includes('/') && !name.endsWith('/*') && !rules.some(({ id }) => id === name.toLowerCase());
  return (setting?.entries('a list of "rule: severity"') ?? [])
    .filter((entry) => isUnknown(entry.path.at(-1)!))
    .map((entry) => `${entry.place}: no rule is named "${entry.path.at(-1)}".`);
}

function readTexts(setting: Setting | undefined): Readonly<Record<string, string>> {
  const entries = setting?.entries('a list of "name: text"') ?? [];
  return Object.fromEntries(entries.map((entry) => [entry.path.at(-1)!, entry.text()]));
}

/** No path: the file comes with the project, and who looks at a project has not said that its programs may run. */
function readShellcheck(setting: Setting): string {
  // YAML's older readers take on and off for booleans; so may a person.
  if (typeof setting.value === 'boolean') return setting.value ? 'on' : 'off';
  return setting.oneOf(['auto', 'on', 'off']);
}

function readBuilder(setting: Setting): Builder {
  // YAML reads 1.10 without quotes as the number 1.1.
  if (typeof setting.value === 'number')
    setting.fail(`${setting.name} has to stand in quotes, as in minimumFrontend: '1.10'.`);
  const minor = typeof setting.value === 'string' ? readMinimumFrontend(setting.value) : undefined;
  if (minor === undefined) setting.fail(`${setting.name} is not a version of docker/dockerfile such as '1.10'.`);
  return { frontendMinor: minor };
}

function readHonour(setting: Setting | undefined): NonNullable<Part['honour']> {
  const keys = ['hadolint', 'foreign'];
  const what = `${keys.join(' and ')}, each true or false`;
  for (const entry of setting?.entries(what) ?? []) {
    const isFine = keys.includes(entry.path.at(-1)!) && typeof entry.value === 'boolean';
    if (!isFine) setting!.fail(`${setting!.name} takes ${what}.`);
  }
  return (setting?.value ?? {}) as NonNullable<Part['honour']>;
}
