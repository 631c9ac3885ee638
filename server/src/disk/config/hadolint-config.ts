import { readCheckOptions } from '../../core/index';
import { ConfigError, type Setting } from './config-file';
import { readLabelSchema, toLabelSchema } from './label-schema';
import { hadolintLevels, type Part } from './part';

/** Its names of output formats. */
export const hadolintFormats = [
  'tty',
  'json',
  'checkstyle',
  'codeclimate',
  'gitlab_codeclimate',
  'gnu',
  'codacy',
  'sonarqube',
  'sarif',
  'junit',
] as const;

const SEVERITIES = { style: 'hint', info: 'info', warning: 'warning', error: 'error' } as const;
const THRESHOLDS = ['error', 'warning', 'info', 'style', 'ignore', 'none'] as const;
/** Keys by which its files are told from ours, whatever they are called. */
const TELLING_KEYS = ['ignored', 'override', 'failure-threshold', 'no-fail', 'label-schema', 'strict-labels'];

/** Whether a file is in hadolint's format: by its name, else by keys that only hadolint has. */
export function isHadolintFile(name: string, top?: Setting): boolean {
  if (/hadolint/i.test(name)) return true;
  return !/layerwise/i.test(name) && TELLING_KEYS.some((key) => top?.get(key) !== undefined);
}

/**
 * All of hadolint's keys; those that it does not know it passes over.
 * @throws ConfigError
 */
export function readHadolint(top: Setting): Part {
  const override = top.get('override');
  const threshold = top.get('failure-threshold');
  const strictLabels = top.get('strict-labels')?.flag();
  const colourless = top.get('no-color')?.flag();
  const formats = [top.get('format'), top.get('formats')].flatMap((one) => one?.texts() ?? []);
  return {
    hadolint: {
      ...Object.fromEntries(hadolintLevels.map((level) => [level, override?.get(level)?.texts() ?? []])),
      ignored: top.get('ignored')?.texts() ?? [],
    },
    ...toThreshold(top.get('no-fail')?.flag() === true, threshold?.oneOf(THRESHOLDS)),
    trustedRegistries: top.get('trustedRegistries')?.texts() ?? [],
    labelSchema: readLabelSchema(top.get('label-schema')),
    ...(strictLabels === undefined ? {} : { strictLabels }),
    ...(top.get('disable-ignore-pragma')?.flag() ? { honour: { hadolint: false } } : {}),
    ...(formats.length > 0 ? { formats } : {}),
    ...(colourless ? { colour: false } : {}),
  };
}

const TRUTHY = /^(?:1|y|on|true|yes)$/i;

/**
 * hadolint's variables, and BuildKit's for its checks.
 * @throws ConfigError
 */
export function readEnvironment(environment: NodeJS.ProcessEnv): Part {
  const list = (name: string) =>
    (environment[`HADOLINT_${name}`] ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  const isOn = (name: string) => TRUTHY.test(environment[`HADOLINT_${name}`] ?? '');
  const threshold = environment.HADOLINT_FAILURE_THRESHOLD;
  const checks = environment.BUILDKIT_DOCKERFILE_CHECK;
  if (checks && !readCheckOptions(checks))
    throw new ConfigError('BUILDKIT_DOCKERFILE_CHECK is none of skip=…, error=… and experimental=…, joined by ";".');
  return {
    hadolint: {
      ...Object.fromEntries(hadolintLevels.map((level) => [level, list(`OVERRIDE_${level.toUpperCase()}`)])),
      ignored: list('IGNORE'),
    },
    ...toThreshold(
      isOn('NOFAIL'),
      THRESHOLDS.find((one) => one === threshold),
    ),
    trustedRegistries: list('TRUSTED_REGISTRIES'),
    labelSchema: toLabelSchema(list('REQUIRE_LABELS')) ?? {},
    ...(isOn('STRICT_LABELS') ? { strictLabels: true } : {}),
    ...(isOn('DISABLE_IGNORE_PRAGMA') ? { honour: { hadolint: false } } : {}),
    ...(environment.HADOLINT_FORMAT ? { formats: list('FORMAT') } : {}),
    ...(environment.NO_COLOR === undefined ? {} : { colour: false }),
    ...(checks === undefined ? {} : { checks }),
  };
}

function toThreshold(never: boolean, threshold?: (typeof THRESHOLDS)[number]): Pick<Part, 'failureThreshold'> {
  if (never) return { failureThreshold: 'none' };
  if (threshold === undefined) return {};
  // In hadolint both `ignore` and `none` mean that any finding fails.
  return { failureThreshold: threshold === 'ignore' || threshold === 'none' ? 'hint' : SEVERITIES[threshold] };
}
