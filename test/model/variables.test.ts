import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBuild } from '../../server/src/core/model/build';
import { expand } from '../../server/src/core/model/stages/variables';

/** What a word becomes in a LABEL at the end of a file. */
function expanded(word: string, above: string): string | undefined {
  const build = readBuild(`${above}\nLABEL x=${word}\n`);
  const label = build.instructions.at(-1)!;
  assert.ok(label.keyword === 'LABEL');
  const { value, known } = expand(label.pairs[0]!.value!, build.states[label.index]!.scope);
  return known ? value : undefined;
}

suite('expansion', () => {
  const above = 'FROM a\nENV A=one EMPTY="" FILE=archive.tar.gz V=v1.2.3';
  for (const [word, value] of [
    ['$A', 'one'],
    ['${A}', 'one'],
    ['"$A $A"', 'one one'],
    ["'$A'", '$A'],
    ['\\$A', '$A'],
    ['$A-$A', 'one-one'],
    ['${A:-x}', 'one'],
    ['${EMPTY:-x}', 'x'],
    ['${EMPTY-x}', ''],
    ['${NONE:-x}', 'x'],
    ['${NONE-x}', 'x'],
    ['${NONE:-$A}', 'one'],
    ['${NONE:-${A}}', 'one'],
    ['${A:+x}', 'x'],
    ['${EMPTY:+x}', ''],
    ['${EMPTY+x}', 'x'],
    ['${A:?missing}', 'one'],
    ['${V#v}', '1.2.3'],
    ['${FILE%.*}', 'archive.tar'],
    ['${FILE%%.*}', 'archive'],
    ['${FILE#*.}', 'tar.gz'],
    ['${FILE##*.}', 'gz'],
    ['${V/./-}', 'v1-2.3'],
    ['${V//./-}', 'v1-2-3'],
    ['$NONE', undefined],
    ['${NONE:?missing}', undefined],
    ['a$', 'a$'],
  ] as const) {
    test(word, () => assert.equal(expanded(word, above), value));
  }
});

suite('scopes', () => {
  test('an ARG above FROM is there in FROM, and in a stage only when it is declared again', () => {
    const build = readBuild('ARG A=1\nFROM x:$A\nLABEL a=$A\nARG A\nLABEL b=$A\n');
    assert.equal(build.stages[0]?.base, 'x:1');
    assert.equal(build.states[2]?.scope.lookup('A'), undefined);
    assert.equal(build.states[4]?.scope.lookup('A')?.value, '1');
  });

  test('an ARG of a stage is there from the next instruction on, with its own default', () => {
    assert.equal(expanded('$A', 'ARG A=1\nFROM x\nARG A=2'), '2');
    assert.equal(expanded('$A', 'FROM x\nARG A=1\nARG A=2'), '2');
    assert.equal(expanded('$B', 'FROM x\nARG A=1\nARG B=$A-b'), '1-b');
    assert.equal(expanded('$A', 'FROM x'), undefined);
  });

  test('ENV wins over ARG, whichever comes last', () => {
    assert.equal(expanded('$A', 'FROM x\nENV A=env\nARG A=arg'), 'env');
    assert.equal(expanded('$A', 'FROM x\nARG A=arg\nENV A=env'), 'env');
  });

  test('the variables of one ENV see those before it, not each other', () => {
    assert.equal(expanded('$B', 'FROM x\nENV A=1\nENV A=2 B=$A'), '1');
  });

  test('a stage has what the stage that it is FROM has', () => {
    assert.equal(expanded('$A$B', 'FROM x AS base\nENV A=1\nARG B=2\nFROM base'), '12');
    assert.equal(expanded('$A', 'FROM x AS base\nENV A=1\nFROM y'), undefined);
  });

  test('what a build argument may change is told', () => {
    const { scope } = readBuild('FROM x\nARG A=1\nENV B=$A C=2\nUSER u\n').states[3]!;
    assert.deepEqual(
      ['A', 'B', 'C'].map((name) => scope.lookup(name)?.overridable),
      [true, true, false],
    );
  });

  test('platform ARGs need no declaration in FROM, and one in a stage', () => {
    const build = readBuild('FROM --platform=$BUILDPLATFORM x\nLABEL a=$TARGETARCH\nARG TARGETARCH\nLABEL b=1\n');
    assert.equal(build.states[0]?.scope.lookup('BUILDPLATFORM')?.kind, 'predefined');
    assert.equal(build.states[1]?.scope.lookup('TARGETARCH'), undefined);
    assert.equal(build.states[3]?.scope.lookup('TARGETARCH')?.kind, 'predefined');
  });
});

suite('states', () => {
  const stateAtEnd = (text: string) => readBuild(`${text}\nLABEL x=1\n`).states.at(-1)!;

  test('WORKDIR follows what it is given', () => {
    assert.equal(stateAtEnd('FROM a\nWORKDIR /x\nWORKDIR y/../z/').workdir, '/x/z');
    assert.equal(stateAtEnd('FROM a\nENV D=/srv\nWORKDIR $D/app').workdir, '/srv/app');
    assert.equal(stateAtEnd('FROM a\nWORKDIR /x\nWORKDIR $UNKNOWN').workdir, undefined);
    assert.equal(stateAtEnd('FROM a\nWORKDIR $UNKNOWN\nWORKDIR /y').workdir, '/y');
    assert.equal(stateAtEnd('FROM a AS b\nWORKDIR /x\nFROM b\nWORKDIR y').workdir, '/x/y');
    assert.equal(stateAtEnd('FROM a AS b\nWORKDIR /x\nFROM a').workdirSet, false);
  });

  test('USER and SHELL hold until the next', () => {
    assert.equal(stateAtEnd('FROM a\nUSER node').home, '/home/node');
    assert.equal(stateAtEnd('FROM a\nUSER node\nUSER 0:0').home, '/root');
    assert.equal(stateAtEnd('FROM a\nSHELL ["pwsh", "-Command"]').shell.dialect, 'powershell');
    assert.equal(stateAtEnd('FROM a AS b\nSHELL ["/bin/bash", "-c"]\nFROM b').shell.words[0], '/bin/bash');
    assert.equal(stateAtEnd('FROM mcr.microsoft.com/windows/servercore:ltsc2022').shell.dialect, 'cmd');
  });
});

suite('stages', () => {
  const graph = (text: string) =>
    readBuild(text).stages.map(({ name, base, parent, root }) => [name, base, parent?.index, root]);

  test('a stage is FROM an earlier one by its name, in any case', () => {
    assert.deepEqual(graph('FROM a AS Build\nFROM build AS test\nFROM TEST\n'), [
      ['build', 'a', undefined, 'a'],
      ['test', 'build', 0, 'a'],
      [undefined, 'TEST', 1, 'a'],
    ]);
  });

  test('never FROM itself, a later one or a number', () => {
    assert.deepEqual(graph('FROM a AS a\nFROM b AS c\nFROM c AS b\nFROM 0\n'), [
      ['a', 'a', undefined, 'a'],
      ['c', 'b', undefined, 'b'],
      ['b', 'c', 1, 'b'],
      [undefined, '0', undefined, '0'],
    ]);
  });

  test('of two stages with one name the later counts', () => {
    assert.deepEqual(graph('FROM a AS x\nFROM b AS x\nFROM x\n').at(-1), [undefined, 'x', 1, 'b']);
  });

  test('a name from a variable', () => {
    assert.deepEqual(graph('ARG BASE=build\nFROM a AS build\nFROM $BASE\n').at(-1), [undefined, 'build', 0, 'a']);
  });

  test('instructions belong to their stage, those above the first FROM to none', () => {
    const { instructions, stages } = readBuild('ARG A\nFROM a\nUSER b\nFROM c\nUSER d\n');
    assert.deepEqual(
      instructions.map(({ stage }) => stage),
      [-1, 0, 0, 1, 1],
    );
    assert.deepEqual(
      stages.map(({ last, instructions: own }) => [last, own.length]),
      [
        [false, 1],
        [true, 1],
      ],
    );
  });
});
