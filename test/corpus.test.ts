import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import {
  CRASH,
  covers,
  hover,
  isRefusal,
  layerView,
  lint,
  type Preset,
  presets,
  readBuild,
  refactorings,
  type Span,
} from '../server/src/core/index';
import { checkEdits, checkFix, checkRewrite } from './support/invariants';

/** Whole Dockerfiles of our own; and, where the variable names a folder, everything below it. */
const folders = [join(import.meta.dirname, 'corpus'), ...(process.env.LAYERWISE_CORPUS?.split(':') ?? [])];

for (const folder of folders) {
  suite(folder === folders[0] ? 'corpus' : folder, () => {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/dockerfile/i.test(name)) continue;
      test(name, () => {
        const text = readFileSync(join(folder, name), 'utf8');
        checkModel(text);
        for (const preset of presets) checkFindings(text, preset);
        for (const unsafe of [false, true]) {
          for (const preset of ['recommended', 'all'] as const)
            assert.deepEqual(checkFix(text, { preset, unsafe }), []);
        }
        checkRefactorings(text);
        checkFeatures(text);
      });
    }
  });
}

/** Spans lie inside the text and inside each other, instructions follow each other, and a stage builds on earlier ones only. */
function checkModel(text: string): void {
  const { instructions, stages, commands, installs, layers, comments, problems } = readBuild(text);
  const all: Span = { start: 0, end: text.length };
  let end = 0;
  for (const [index, instruction] of instructions.entries()) {
    assert.equal(instruction.index, index);
    assert.ok(instruction.start >= end && covers(all, instruction), `Instruction ${index} lies outside or overlaps.`);
    end = instruction.end;
    const { keywordSpan, words, flags, inner, heredocs } = instruction;
    for (const part of [keywordSpan, ...words, ...flags, ...inner, ...heredocs]) {
      assert.ok(covers(instruction, part), `A part of instruction ${index} lies outside of it.`);
    }
  }
  for (const { index, parent } of stages) assert.ok(parent === undefined || parent.index < index);
  for (const { script, words, ...command } of commands) {
    for (const span of [command, ...words]) assert.ok(covers(script.span, span), 'A command lies outside its script.');
  }
  for (const { command, packages } of installs) {
    for (const word of packages) assert.ok(covers(command, word), 'A package lies outside its command.');
  }
  for (const { dependsOn, reruns, instruction } of layers) {
    assert.ok(Array.isArray(dependsOn));
    assert.ok(reruns.every(({ index }) => index > instruction.index));
  }
  for (const span of [...comments, ...problems]) assert.ok(covers(all, span));
}

function checkFindings(text: string, preset: Preset): void {
  const build = readBuild(text);
  const all: Span = { start: 0, end: text.length };
  for (const { rule, message, at, related = [], fixes } of lint(build, { preset })) {
    assert.notEqual(rule, CRASH, message);
    for (const span of [at, ...related.map((other) => other.at)]) {
      assert.ok(covers(all, span) && span.start <= span.end, `${rule}: a span lies outside the text.`);
    }
    assert.match(message, /^\S[^\n]*[.?!]$/, `${rule}: a message is one line and ends with a full stop.`);
    for (const { title, edits } of fixes) assert.deepEqual(checkEdits(build, edits), [], `${rule}: ${title}`);
  }
}

/** At every place, and for the whole file: what the invariants say of the result. */
function checkRefactorings(text: string): void {
  const build = readBuild(text);
  const places = [...build.instructions.map(({ start }) => ({ start, end: start })), { start: 0, end: text.length }];
  for (const refactoring of refactorings) {
    const seen = new Set<string>();
    for (const place of places) {
      const result = refactoring.apply(build, place);
      if (!result || isRefusal(result)) continue;
      const key = JSON.stringify(result.edits);
      if (seen.has(key)) continue;
      seen.add(key);
      assert.deepEqual(checkRewrite(refactoring, build, result, place), [], refactoring.id);
    }
  }
}

function checkFeatures(text: string): void {
  const build = readBuild(text);
  for (const { start } of build.instructions) assert.ok(hover(build, start)?.markdown);
  layerView(build);
}
