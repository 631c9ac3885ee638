/**
 * How loud the recommended preset is: on how many files of a corpus each rule reports, and how often. With `--sample RULE` it prints
 * some findings of a rule with the lines around them, for somebody to judge; the same ones each time.
 *
 * `npm run noise [-- FOLDER] [--preset NAME] [--sample RULE… [--count 20] [--seed 1]]`
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { lineAt, lint, type Preset, readBuild } from '../server/src/core/index';
import { listDockerfiles, unpackedCorpus } from './corpus';

const LINES_AROUND = 3;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    preset: { type: 'string', default: 'recommended' },
    sample: { type: 'string', multiple: true },
    count: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const folder = positionals[0] ?? unpackedCorpus(join(import.meta.dirname, '..'));

interface Found {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly text: string;
}

const files = listDockerfiles(folder);
const byRule = new Map<string, Found[]>();
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  // The files of a corpus lie side by side: none of them is a build context.
  const build = readBuild(text, undefined, { file: relative(folder, file) });
  for (const { rule, at, message } of lint(build, { preset: values.preset as Preset })) {
    const found = byRule.get(rule) ?? [];
    byRule.set(rule, found);
    found.push({ file: relative(folder, file), line: lineAt(build.source, at.start), message, text });
  }
}

if (values.sample === undefined) {
  const total = [...byRule.values()].reduce((sum, found) => sum + found.length, 0);
  console.log(
    `${files.length} files, ${total} findings, ${(total / files.length).toFixed(2)} a file, preset ${values.preset}`,
  );
  const rows = [...byRule].map(([rule, found]) => ({ rule, found, in: new Set(found.map(({ file }) => file)).size }));
  for (const { rule, found, in: count } of rows.sort((a, b) => b.in - a.in)) {
    const share = `${((100 * count) / files.length).toFixed(1)} %`;
    console.log(`${share.padStart(7)} of files ${String(found.length).padStart(6)} findings  ${rule}`);
  }
}
for (const rule of values.sample ?? []) {
  for (const { file, line, message, text } of pick(byRule.get(rule) ?? [])) {
    console.log(`\n== ${rule} ${file}:${line + 1}\n   ${message}`);
    const lines = text.split('\n');
    for (let at = Math.max(0, line - LINES_AROUND); at <= Math.min(lines.length - 1, line + LINES_AROUND); at++) {
      console.log(`${at === line ? '>' : ' '}${String(at + 1).padStart(4)} ${lines[at]!.slice(0, 200)}`);
    }
  }
}

/** Some of them, drawn by a generator with a seed (Park and Miller's), so that two people judge the same ones. */
function pick(found: readonly Found[]): Found[] {
  const left = [...found];
  const picked: Found[] = [];
  let state = Number(values.seed);
  while (left.length > 0 && picked.length < Number(values.count)) {
    state = (state * 48271) % 2147483647;
    picked.push(...left.splice(state % left.length, 1));
  }
  return picked;
}
