/**
 * Which rules a lint with all of them spends its time in: each rule's share of reading the files and linting them, dearest first.
 * What several rules share is on the account of the one that asks first, in the order of the list.
 *
 * `npm run bench:rules [FOLDER]`
 */
import { lint, type Rule, readBuild, rules } from '../server/src/core';
import { readTexts } from './texts';

const WARM_UP = 25;
const ROUNDS = 12;
const SHOWN = 60;

const texts = readTexts();
const spent = new Map<string, number>();
let isMeasured = false;
const timed: readonly Rule[] = rules.map((rule) => ({
  ...rule,
  check(build, settings) {
    const start = performance.now();
    const found = [...rule.check(build, settings)];
    if (isMeasured) spent.set(rule.id, (spent.get(rule.id) ?? 0) + performance.now() - start);
    return found;
  },
}));

let whole = 0;
let reading = 0;
for (let round = -WARM_UP; round < ROUNDS; round++) {
  isMeasured = round >= 0;
  for (const text of texts) {
    const start = performance.now();
    const build = readBuild(text);
    const read = performance.now();
    lint(build, { preset: 'all', rules: timed });
    if (!isMeasured) continue;
    reading += read - start;
    whole += performance.now() - start;
  }
}

const share = (time: number) => `${((100 * time) / whole).toFixed(1).padStart(5)} %`;
const microseconds = (time: number) => `${((1000 * time) / ROUNDS / texts.length).toFixed(1).padStart(7)} µs/file`;
const row = (name: string, time: number) => console.log(`${share(time)} ${microseconds(time)}  ${name}`);
row('everything', whole);
row('readBuild', reading);
row(
  `${spent.size} rules`,
  [...spent.values()].reduce((sum, time) => sum + time, 0),
);
for (const [name, time] of [...spent].sort((a, b) => b[1] - a[1]).slice(0, SHOWN)) row(name, time);
