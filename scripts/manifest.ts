/** Writes the rules into package.json, where the editor reads what can be set: `layerwise.rules` then completes their names. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules } from '../server/src/core/index';

interface Manifest {
  contributes: { configuration: { properties: Record<string, { properties?: object }> } };
}

const path = join(import.meta.dirname, '../package.json');
const severities = ['error', 'warning', 'info', 'hint', 'off'];

/** What is to be set for each rule, as a JSON schema. */
export function readRuleProperties(): object {
  return Object.fromEntries(rules.map(({ id, summary }) => [id, { enum: severities, description: summary }]));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  manifest.contributes.configuration.properties['layerwise.rules']!.properties = readRuleProperties();
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}
