import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import manifest from '../package.json';
import messages from '../package.nls.json';
import { readHadolintSchema, readLayerwiseSchema, readRuleProperties, readSchemas } from '../scripts/schemas';
import { lint, readBuild } from '../server/src/core/index';
import { readConfig } from '../server/src/disk/config';
import { readSettings } from '../server/src/lsp/settings';
import snippets from '../snippets/dockerfile.json';
import grammar from '../syntaxes/dockerfile.injection.tmLanguage.json';

const root = join(import.meta.dirname, '..');
const { commands, configuration, menus } = manifest.contributes;

suite('package.json', () => {
  test('every text that it refers to is there, and no other', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]!);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(messages).sort());
  });

  test('every file that it refers to is there', () => {
    const { grammars, snippets: sets } = manifest.contributes;
    for (const path of [manifest.icon, ...grammars.map((one) => one.path), ...sets.map((one) => one.path)]) {
      assert.ok(existsSync(join(root, path)), path);
    }
  });

  test('every menu entry is a command, and every command is registered by the client', () => {
    const known = commands.map(({ command }) => command);
    for (const { command } of Object.values(menus).flat()) assert.ok(known.includes(command), command);
    const client = readFileSync(join(root, 'client/src/commands.ts'), 'utf8');
    for (const command of known) assert.ok(client.includes(`'${command}'`), command);
  });

  test('the names of rules are fresh', () => {
    const { properties } = configuration.properties['layerwise.rules'];
    assert.deepEqual(properties, readRuleProperties(), 'run `npm run docs`');
  });

  test('the schemas of configuration files are fresh, there, and contributed', () => {
    const { jsonValidation, yamlValidation } = manifest.contributes;
    for (const [name, text] of readSchemas()) {
      assert.ok(readFileSync(join(root, 'schemas', name), 'utf8') === text, `${name} is stale: npm run docs`);
    }
    for (const { url } of [...jsonValidation, ...yamlValidation]) assert.ok(existsSync(join(root, url)), url);
  });

  test('the schemas know every key that is read', () => {
    const keys = (schema: object) => Object.keys((schema as { properties: object }).properties).sort();
    const folder = mkdtempSync(join(tmpdir(), 'layerwise-schema-'));
    const read = (text: string) => {
      writeFileSync(join(folder, '.layerwise.yaml'), text);
      return readConfig(folder, join(folder, '.layerwise.yaml'), {}).problems.join();
    };
    const known = (problem: string) => problem.replace(/^.*known ones are |\.$/g, '').split(', ');
    assert.deepEqual(known(read('nonsense: 1')).sort(), keys(readLayerwiseSchema()));
    const overrides = (readLayerwiseSchema() as { properties: { overrides: { items: object } } }).properties.overrides;
    assert.deepEqual(known(read('overrides: [{files: a, nonsense: 1}]')).sort(), keys(overrides.items));
    assert.ok(keys(readHadolintSchema()).includes('label-schema'));
    rmSync(folder, { recursive: true });
  });

  test('the defaults of all settings are right for the server, and what it takes when nothing is set', () => {
    const defaults: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(configuration.properties)) {
      const keys = name.split('.').slice(1);
      const last = keys.pop()!;
      let section = defaults;
      for (const key of keys) {
        section[key] ??= {};
        section = section[key] as Record<string, unknown>;
      }
      section[last] = schema.default;
    }
    assert.deepEqual(readSettings(defaults).problems, []);
    assert.deepEqual(readSettings(defaults), readSettings(undefined));
  });
});

suite('snippets', () => {
  for (const [name, { body, prefix, description }] of Object.entries(snippets)) {
    test(`${name}: Layerwise has no warning for it`, () => {
      assert.match(description, /^[A-Z]/);
      assert.ok(prefix.length > 0);
      const text = `${expand(body.join('\n'))}\n`;
      // Behind a stage to copy from, in one whose image may have everything that a snippet needs.
      const above =
        'FROM debian:13.1-slim AS build\nRUN make\n\nFROM registry.example.com/base:1.2\nCOPY --from=build /a /a\n';
      const whole = text.startsWith('# syntax') ? text : above + text;
      const build = readBuild(whole);
      assert.deepEqual(build.problems, []);
      const found = lint(build).filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(
        found.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });
  }
});

suite('the grammar', () => {
  interface Pattern {
    readonly include?: string;
    readonly patterns?: readonly Pattern[];
    readonly [key: string]: unknown;
  }
  const all: Pattern[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) all.push(value as Pattern);
    for (const inner of Object.values(value)) collect(inner);
  };
  collect(grammar.patterns);
  collect(grammar.repository);

  test('includes only what is there', () => {
    for (const { include } of all) {
      if (include?.startsWith('#')) assert.ok(Object.hasOwn(grammar.repository, include.slice(1)), include);
      else if (include) assert.match(include, /^source\.(?:shell|python)$/);
    }
  });

  test('has regular expressions that compile', () => {
    let count = 0;
    for (const pattern of all) {
      for (const key of ['match', 'begin', 'end']) {
        const source = pattern[key];
        if (typeof source !== 'string') continue;
        count += 1;
        // Oniguruma's inline switches and anchors, which JavaScript has not got; a reference back from `end` is to `begin`.
        const plain = source.replace(/\(\?i:/g, '(?:').replace(/\\[AG]/g, '');
        assert.doesNotThrow(() => new RegExp(plain), `${key}: ${source}`);
      }
    }
    assert.ok(count > 30);
  });
});

/** The text that a snippet puts in when nobody changes its blanks. */
function expand(body: string): string {
  return body.replace(/\\([\\$}])|\$\{\d+:([^}]*)\}/g, (_, escaped?: string, blank?: string) => escaped ?? blank ?? '');
}
