import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import {
  applyEdits,
  CRASH,
  covers,
  fix,
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
        for (const unsafe of [false, true]) checkFixes(text, unsafe);
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
  const all: Span = { start: 0, end: text.length };
  for (const { rule, message, at, related = [], fixes } of lint(readBuild(text), { preset })) {
    assert.notEqual(rule, CRASH, message);
    for (const span of [at, ...related.map((other) => other.at)]) {
      assert.ok(covers(all, span) && span.start <= span.end, `${rule}: a span lies outside the text.`);
    }
    assert.match(message, /^\S[^\n]*[.?!]$/, `${rule}: a message is one line and ends with a full stop.`);
    for (const { edits } of fixes) assertReadable(text, applyEdits(text, edits), rule);
  }
}

/** What fixing leaves can be read, and a second run finds nothing more to do. */
function checkFixes(text: string, unsafe: boolean): void {
  const once = fix(text, { preset: 'all', unsafe });
  const rules = [...new Set(once.applied.map(({ rule }) => rule))].join(', ');
  assertReadable(text, once.text, rules);
  assert.equal(fix(once.text, { preset: 'all', unsafe }).text, once.text, `A second run changes something: ${rules}.`);
}

function checkRefactorings(text: string): void {
  const build = readBuild(text);
  for (const refactoring of refactorings) {
    for (const { start } of build.instructions) {
      const result = refactoring.apply(build, { start, end: start });
      if (result && !isRefusal(result)) assertReadable(text, applyEdits(text, result.edits), refactoring.id);
    }
    refactoring.apply(build, { start: 0, end: text.length });
  }
}

function checkFeatures(text: string): void {
  const build = readBuild(text);
  for (const { start } of build.instructions) assert.ok(hover(build, start)?.markdown);
  layerView(build);
}

function assertReadable(before: string, after: string, who: string): void {
  const count = (text: string) => readBuild(text).problems.length;
  assert.ok(count(after) <= count(before), `${who}: the result can no longer be read.`);
  if (!/(?<!\r)\n/.test(before) && before.includes('\r\n')) {
    assert.doesNotMatch(after, /(?<!\r)\n/, `${who}: a newline of another kind is brought in.`);
  }
}
