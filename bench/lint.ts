/**
 * Times, in one process and on the same files, dockerfile-ast's parse alone, dockerfile-utils' validate (the validator inside
 * other editors' Dockerfile support) and Layerwise's whole lint. Prints milliseconds per file and the ratios.
 *
 * `npm run bench [FOLDER]`: a folder of Dockerfiles; without one `corpus/`, or the project's own test files.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { lint, readBuild } from '../server/src/core';

const FILES = 500;
const WARM_UP = 10;
const ROUNDS = 15;
/** npm runs scripts in the project's folder; this file runs as a bundle from elsewhere, as what people install does. */
const root = process.cwd();

const texts = readTexts();
const contenders: readonly (readonly [string, (text: string) => unknown])[] = [
  ['dockerfile-ast parse', (text) => DockerfileParser.parse(text)],
  ['dockerfile-utils validate', (text) => validate(text)],
  ['layerwise readBuild', (text) => readBuild(text)],
  ['layerwise lint (recommended)', (text) => lint(readBuild(text))],
  ['layerwise lint (all rules)', (text) => lint(readBuild(text), { preset: 'all' })],
];
const times = new Map<string, number[]>(contenders.map(([name]) => [name, []]));

for (let round = -WARM_UP; round < ROUNDS; round++) {
  // In turn within each round, so that a slower moment of the machine touches all of them.
  for (const [name, run] of contenders) {
    const start = performance.now();
    for (const text of texts) run(text);
    const elapsed = performance.now() - start;
    if (round >= 0) times.get(name)!.push(elapsed);
  }
}

const reference = median(times.get('dockerfile-utils validate')!);
console.log(
  `${texts.length} files, ${ROUNDS} rounds after ${WARM_UP} of warm-up, median of a round; node ${process.version}`,
);
for (const [name] of contenders) {
  const value = median(times.get(name)!);
  const perFile = (value / texts.length).toFixed(3);
  console.log(
    `${name.padEnd(30)} ${value.toFixed(1).padStart(8)} ms  ${perFile} ms/file  ${(value / reference).toFixed(2)} x validate`,
  );
}

function readTexts(): string[] {
  const given = process.argv[2];
  const folder = given ?? unpackedCorpus();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((name) => /dockerfile|containerfile/i.test(name))
    .sort();
  if (names.length === 0) throw new Error(`No Dockerfile in ${folder}.`);
  const step = Math.max(1, Math.floor(names.length / FILES));
  const picked = names.filter((_, index) => index % step === 0).slice(0, FILES);
  console.log(`from ${folder}`);
  return picked.map((name) => readFileSync(name, 'utf8'));
}

/** `corpus/` beside this folder; archives that lie at hand are unpacked into it once. It is git-ignored. */
function unpackedCorpus(): string {
  const corpus = join(root, 'corpus');
  const archives = join(root, '..', 'shared', 'corpus');
  if (!existsSync(corpus) && existsSync(archives)) {
    mkdirSync(corpus);
    for (const name of readdirSync(archives).filter((file) => file.endsWith('.tar.gz'))) {
      execFileSync('tar', ['xzf', join(archives, name), '-C', corpus]);
    }
  }
  return existsSync(corpus) ? corpus : join(root, 'test');
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
