/**
 * Times, in one process and on the same files, dockerfile-ast's parse alone, dockerfile-utils' validate (the validator inside
 * other editors' Dockerfile support) and Layerwise's whole lint. Prints milliseconds per file and the ratios.
 *
 * `npm run bench [FOLDER]`: a folder of Dockerfiles; without one `corpus/`, or the project's own test files.
 */
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { lint, readBuild } from '../server/src/core';
import { readTexts } from './texts';

const WARM_UP = 40;
const ROUNDS = 15;

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

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
