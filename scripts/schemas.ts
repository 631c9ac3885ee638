/**
 * Writes what editors need to check and complete configuration from the rules themselves: the JSON schemas of `.layerwise.yaml` and
 * `.hadolint.yaml`, and the rules that package.json offers under `layerwise.rules`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { labelTypes, type OptionValue, presets, type Rule, rules } from '../server/src/core/index';
import { hadolintFormats } from '../server/src/disk/config';

type Schema = Readonly<Record<string, unknown>>;

const root = join(import.meta.dirname, '..');
const severities = ['error', 'warning', 'info', 'hint', 'off'];
const textList: Schema = { type: ['string', 'array'], items: { type: 'string' } };

/** What is to be set for each rule: a severity, or that with its options. */
export function readRuleProperties(): Record<string, Schema> {
  return Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)]));
}

function ruleSchema({ summary, options = [] }: Rule): Schema {
  if (options.length === 0) return { enum: severities, description: summary };
  const properties = Object.fromEntries(
    options.map((option) => [
      option.name,
      { ...typeOf(option.default), description: option.summary, default: option.default },
    ]),
  );
  return {
    description: summary,
    anyOf: [
      { enum: severities },
      {
        type: 'object',
        properties: { severity: { enum: severities }, ...properties },
        additionalProperties: false,
      },
    ],
  };
}

function typeOf(value: OptionValue): Schema {
  return typeof value === 'object' ? { type: 'array', items: { type: 'string' } } : { type: typeof value };
}

/** The schema of `.layerwise.yaml` and its kin. */
export function readLayerwiseSchema(): Schema {
  const aliases = [...new Set(rules.flatMap((rule) => rule.aliases ?? []))].sort();
  const settings: Record<string, Schema> = {
    preset: { enum: presets, default: 'recommended', description: 'Which rules are on, and how severe.' },
    rules: { $ref: '#/definitions/rules' },
    trustedRegistries: { ...textList, description: 'Where images may come from. A star may stand at one end.' },
    requiredSecrets: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'The secret that the RUN of a command has to mount, by the name of the command.',
    },
    labelSchema: {
      type: 'object',
      additionalProperties: { enum: [...labelTypes, '', null] },
      description: 'What each label has to hold.',
    },
    strictLabels: { type: 'boolean', default: false, description: 'Report labels that labelSchema does not name.' },
    targets: { ...textList, description: 'Stages that are built by name.' },
    shellcheck: {
      enum: ['auto', 'on', 'off', true, false],
      default: 'auto',
      description: 'Whether ShellCheck looks at RUN where it is installed; auto: with the presets hadolint and all.',
    },
    minimumFrontend: {
      type: 'string',
      pattern: '^1\\.\\d{1,3}(\\.\\d+)?$',
      description: 'The oldest docker/dockerfile that the builders bring along, in quotes.',
    },
    suppressions: {
      type: 'object',
      properties: {
        hadolint: { type: 'boolean', default: true, description: 'Honour comments of hadolint.' },
        foreign: { type: 'boolean', default: true, description: 'Honour comments of other tools.' },
      },
      additionalProperties: false,
      description: 'Whose ignore comments count.',
    },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Layerwise',
    type: 'object',
    definitions: {
      severity: { enum: severities },
      rule: {
        anyOf: [{ enum: [...severities, false] }, { type: 'object', properties: { severity: { enum: severities } } }],
      },
      rules: {
        type: 'object',
        description:
          'Severity by rule: its id, a name from another tool, a category (cache/*) or *. The most specific name wins.',
        properties: {
          ...readRuleProperties(),
          ...Object.fromEntries(aliases.map((alias) => [alias, { $ref: '#/definitions/rule' }])),
        },
        additionalProperties: { $ref: '#/definitions/rule' },
      },
    },
    properties: {
      $schema: { type: 'string' },
      extends: { ...textList, description: 'Files whose settings hold where this one says nothing, relative to it.' },
      ...settings,
      overrides: {
        type: 'array',
        description: 'Settings for some Dockerfiles; the last that fits counts.',
        items: {
          type: 'object',
          properties: {
            files: { ...textList, description: 'Patterns of .dockerignore, relative to this file.' },
            ...settings,
          },
          required: ['files'],
          additionalProperties: false,
        },
      },
      ignore: { ...textList, description: 'Dockerfiles that are not looked at, in the patterns of .dockerignore.' },
      failureThreshold: {
        enum: ['error', 'warning', 'info', 'hint', 'none'],
        default: 'warning',
        description: 'From which severity on "layerwise lint" exits with 1.',
      },
    },
    additionalProperties: false,
  };
}

/** The schema of `.hadolint.yaml`: what it has to say here. */
export function readHadolintSchema(): Schema {
  const codes = rules.flatMap(({ aliases = [] }) => aliases.filter((alias) => /^DL\d+$/.test(alias))).sort();
  const list: Schema = {
    type: 'array',
    items: { anyOf: [{ enum: codes }, { type: 'string', pattern: '^(DL|SC)\\d+$' }] },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of hadolint',
    type: 'object',
    properties: {
      ignored: { ...list, description: 'Codes that are not reported, whatever else is said of them.' },
      override: {
        type: 'object',
        properties: Object.fromEntries(['error', 'warning', 'info', 'style'].map((severity) => [severity, list])),
        description: 'Codes with another severity; the most severe counts.',
      },
      'failure-threshold': {
        enum: ['error', 'warning', 'info', 'style', 'ignore', 'none'],
        default: 'info',
        description: 'From which severity on a check fails; ignore and none stand for any finding.',
      },
      'no-fail': { type: 'boolean', default: false, description: 'Exit with 0 whatever is found.' },
      trustedRegistries: { ...textList, description: 'Where images may come from.' },
      'label-schema': {
        type: 'object',
        additionalProperties: { enum: [...labelTypes, '', null] },
        description: 'What each label has to hold.',
      },
      'strict-labels': { type: 'boolean', default: false, description: 'Report labels that the schema does not name.' },
      'disable-ignore-pragma': {
        type: 'boolean',
        default: false,
        description: 'Let ignore comments count for nothing.',
      },
      format: { enum: hadolintFormats, description: 'How findings are printed.' },
      formats: { type: 'array', items: { enum: hadolintFormats }, description: 'How findings are printed.' },
      'no-color': { type: 'boolean', default: false, description: 'Print without colours.' },
    },
  };
}

/** The schema files, by name. */
export function readSchemas(): Map<string, string> {
  const text = (schema: Schema) => `${JSON.stringify(schema, null, 1)}\n`;
  return new Map([
    ['layerwise.schema.json', text(readLayerwiseSchema())],
    ['hadolint.schema.json', text(readHadolintSchema())],
  ]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = join(root, 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as {
    contributes: { configuration: { properties: Record<string, { properties?: object }> } };
  };
  manifest.contributes.configuration.properties['layerwise.rules']!.properties = readRuleProperties();
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
  mkdirSync(join(root, 'schemas'), { recursive: true });
  for (const [name, schema] of readSchemas()) writeFileSync(join(root, 'schemas', name), schema);
}
