import type { ParseArgsConfig } from 'node:util';
import { type Builder, findRules, labelTypes, presets, readMinimumFrontend, rules, type Severity } from '../core/index';
import { type Part, toLabelSchema } from '../disk/config';

export type Options = NonNullable<ParseArgsConfig['options']>;

/** A command line that makes no sense; the message is a sentence for the person. */
export class UsageError extends Error {}

/** The flags of the commands that run rules. Some are there under the names that hadolint has for them. */
export const linting = {
  preset: { type: 'string' },
  rule: { type: 'string', multiple: true },
  ignore: { type: 'string', multiple: true },
  error: { type: 'string', multiple: true },
  warning: { type: 'string', multiple: true },
  info: { type: 'string', multiple: true },
  style: { type: 'string', multiple: true },
  experimental: { type: 'string', multiple: true },
  'trusted-registry': { type: 'string', multiple: true },
  'require-label': { type: 'string', multiple: true },
  'strict-labels': { type: 'boolean' },
  'disable-ignore-pragma': { type: 'boolean' },
  target: { type: 'string', multiple: true },
  shellcheck: { type: 'string' },
} satisfies Options;

const levels: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];

/**
 * What flags say of the same things as configuration files; they have the last word, and lists are united.
 * @throws UsageError
 */
export function readFlags(values: Readonly<Record<string, unknown>>): Part {
  const list = (name: string) => (values[name] ?? []) as readonly string[];
  const names = (name: string) => list(name).flatMap((item) => item.split(',').map((one) => one.trim()));
  const text = (name: string) => values[name] as string | undefined;
  const preset = oneOf(text('preset'), presets, '--preset');
  const labelSchema = toLabelSchema(names('require-label'));
  if (!labelSchema)
    throw new UsageError(`--require-label takes NAME:TYPE, where TYPE is one of ${labelTypes.join(', ')}.`);
  return {
    ...(preset ? { preset } : {}),
    severities: {
      ...Object.fromEntries(names('experimental').flatMap(experimental)),
      ...Object.fromEntries(names('ignore').map((name) => [name, 'off'])),
      ...Object.fromEntries(list('rule').map(readRule)),
    },
    hadolint: { error: names('error'), warning: names('warning'), info: names('info'), style: names('style') },
    trustedRegistries: names('trusted-registry'),
    labelSchema,
    ...(values['strict-labels'] ? { strictLabels: true } : {}),
    ...(values['disable-ignore-pragma'] ? { honour: { hadolint: false } } : {}),
    targets: names('target').map((name) => name.toLowerCase()),
    ...(text('shellcheck') === undefined ? {} : { shellcheck: text('shellcheck')! }),
    builder: readBuilder(text('minimum-frontend')),
  };
}

/** `--rule pinning/npm=off`. */
function readRule(given: string): [string, Severity | 'off'] {
  const equals = given.lastIndexOf('=');
  const severity = levels.find((level) => level === given.slice(equals + 1));
  if (equals < 1 || severity === undefined)
    throw new UsageError(`--rule takes NAME=SEVERITY, where SEVERITY is one of ${levels.join(', ')}.`);
  const name = given.slice(0, equals);
  if (name.includes('/') && !name.endsWith('/*') && findRules(name).length === 0)
    throw new UsageError(`There is no rule "${name}".`);
  return [name, severity];
}

/** The checks of BuildKit that are on for those only who opt in: `all`, or some by their names. */
function experimental(name: string): [string, Severity][] {
  const known = rules.filter((rule) => rule.buildkit === 'experimental');
  const chosen = name === 'all' ? known : known.filter(({ aliases = [] }) => aliases.includes(name));
  if (chosen.length === 0 && name !== 'all')
    throw new UsageError(`--experimental takes all, or the names of experimental checks; "${name}" is none.`);
  return chosen.map(({ id }) => [id, 'warning']);
}

function readBuilder(version: string | undefined): Builder {
  if (version === undefined) return {};
  const frontendMinor = readMinimumFrontend(version);
  if (frontendMinor === undefined) throw new UsageError('--minimum-frontend takes a version such as 1.10.');
  return { frontendMinor };
}

export function oneOf<Value extends string>(
  value: string | undefined,
  known: readonly Value[],
  flag: string,
): Value | undefined {
  const found = known.find((one) => one === value);
  if (value !== undefined && found === undefined) throw new UsageError(`${flag} takes one of ${known.join(', ')}.`);
  return found;
}
