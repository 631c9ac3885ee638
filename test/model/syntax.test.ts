import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBuild } from '../../server/src/core/model/build';
import type { Build } from '../../server/src/core/model/build-types';
import type { Instruction, Keyword } from '../../server/src/core/model/syntax/instruction';

/** Instructions as `KEYWORD word word`, heredocs left out; for RUN the words of its commands. */
function outline(text: string): string[] {
  const build = readBuild(text);
  return build.instructions.map((instruction) => [instruction.keyword, ...wordsOf(build, instruction)].join(' '));
}

function wordsOf(build: Build, instruction: Instruction): string[] {
  if (instruction.keyword !== 'RUN') return instruction.words.map(({ value }) => value);
  const script = build.scripts.find((one) => one.instruction === instruction)!;
  return script.commands.flatMap((command) => command.words.map(({ value }) => value));
}

/** The kind of instruction that has a keyword, of those that share one too (COPY and ADD). */
type Of<K extends Keyword, I = Instruction> = I extends { readonly keyword: infer Own }
  ? K extends Own
    ? I
    : never
  : never;

function find<K extends Keyword>(text: string, keyword: K): Of<K> {
  const found = readBuild(text).instructions.find((one) => one.keyword === keyword);
  assert.ok(found, `No ${keyword} is there.`);
  return found as Of<K>;
}

suite('lines', () => {
  test('an escape character at the end of a line continues it', () => {
    assert.deepEqual(outline('FROM a\nENV A=1 \\\n  B=2\nUSER c\n'), ['FROM a', 'ENV A=1 B=2', 'USER c']);
  });

  test('blanks behind it do not matter, other text does', () => {
    assert.deepEqual(outline('FROM a\nENV A=1 \\ \t\n  B=2\n'), ['FROM a', 'ENV A=1 B=2']);
    assert.deepEqual(outline('FROM a\nENV A=1\\x\nUSER c\n'), ['FROM a', 'ENV A=1x', 'USER c']);
  });

  test('a word may be continued in its middle', () => {
    assert.deepEqual(outline('FROM al\\\npine\nUS\\\nER x\n'), ['FROM alpine', 'USER x']);
  });

  test('two escape characters at the end of a line do not continue it', () => {
    assert.deepEqual(outline('FROM a\nENV A=1\\\\\nUSER c\n'), ['FROM a', 'ENV A=1\\', 'USER c']);
  });

  test('comment and blank lines inside a continued instruction are dropped', () => {
    assert.deepEqual(outline('FROM a\nENV A=1 \\\n# one\n\n  # two \\\n   \n  B=2 \\\n# three\nUSER c\n'), [
      'FROM a',
      'ENV A=1 B=2 USER c',
    ]);
    assert.deepEqual(outline('FROM a\nRUN echo a \\\n  # b\n\n  && echo c\nUSER d\n'), [
      'FROM a',
      'RUN echo a echo c',
      'USER d',
    ]);
  });

  test('the comments of an instruction, above it and in it', () => {
    const user = find('FROM a\n# above\n\n# near\nUSER x\n', 'USER');
    assert.deepEqual(
      user.leading.map(({ text }) => text),
      ['above', 'near'],
    );
    const env = find('FROM a\nENV A=1 \\\n  # inside\n  B=2\n', 'ENV');
    assert.deepEqual(
      env.inner.map(({ text }) => text),
      ['inside'],
    );
  });

  test('a hash behind an instruction is no comment', () => {
    assert.deepEqual(outline('FROM a\nENV A=1 # b\nUSER c\n'), ['FROM a', 'ENV A=1 # b', 'USER c']);
  });

  test('a file that ends inside a continued instruction', () => {
    assert.deepEqual(outline('FROM a\nENV A=1 \\\n'), ['FROM a', 'ENV A=1']);
    assert.deepEqual(outline('FROM a\nENV A=1 \\'), ['FROM a', 'ENV A=1']);
  });

  test('CRLF, a missing last newline, a byte order mark', () => {
    assert.deepEqual(outline('\uFEFFFROM a\r\nENV A=1 \\\r\n  B=2\r\n\r\nRUN echo x \\\r\n  y\r\nUSER c'), [
      'FROM a',
      'ENV A=1 B=2',
      'RUN echo x y',
      'USER c',
    ]);
    assert.equal(readBuild('\uFEFF# escape=`\nFROM a\n').escape, '`');
  });

  test('keywords in any case, what Docker does not know, and no instruction at all', () => {
    assert.deepEqual(outline('from a\nEnV A=1\nFOO bar\n'), ['FROM a', 'ENV A=1', 'UNKNOWN bar']);
    assert.deepEqual(outline(''), []);
    assert.deepEqual(outline('\n# only a comment\n\n'), []);
  });

  test('spans are those of the document', () => {
    const text = '\uFEFF# c\r\nFROM  a:1 \\\r\n  AS b\r\n';
    const from = find(text, 'FROM');
    const at = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end);
    assert.equal(at(from), 'FROM  a:1 \\\r\n  AS b');
    assert.equal(at(from.keywordSpan), 'FROM');
    assert.equal(at(from.image), 'a:1');
    assert.equal(at(from.image.tagSpan!), '1');
    assert.equal(at(from.alias!), 'b');
  });
});

suite('parser directives', () => {
  const named = (text: string) => readBuild(text).directives.map(({ name, value }) => `${name}=${value}`);

  test('stand at the top, each once, in any order and case', () => {
    assert.deepEqual(named('# Syntax = docker/dockerfile:1\n#escape=`\n# check=skip=all\nFROM a\n'), [
      'syntax=docker/dockerfile:1',
      'escape=`',
      'check=skip=all',
    ]);
  });

  test('end at a comment, a blank line, an instruction, an unknown name', () => {
    assert.deepEqual(named('# why\n# escape=`\nFROM a\n'), []);
    assert.deepEqual(named('\n# escape=`\nFROM a\n'), []);
    assert.deepEqual(named('FROM a\n# escape=`\n'), []);
    assert.deepEqual(named('# key=value\n# escape=`\nFROM a\n'), []);
  });

  test('the backtick escapes, and leaves the backslash to Windows', () => {
    const text = '# escape=`\nFROM a\nENV A=C:\\dir\\ `\n  B=2\n';
    assert.deepEqual(outline(text), ['FROM a', 'ENV A=C:\\dir\\ B=2']);
    assert.deepEqual(outline('# escape=`\nFROM a\nENV A=1``\nUSER c\n').at(-1), 'USER c');
    assert.deepEqual(outline('# escape=`\nFROM a\nRUN echo a `\n  b\n'), ['FROM a', 'RUN echo a b']);
  });
});

suite('instructions', () => {
  test('ENV in its two forms', () => {
    const pairs = (line: string) =>
      find(`FROM a\n${line}\n`, 'ENV').pairs.map(({ name, value }) => [name.value, value?.value]);
    assert.deepEqual(pairs('ENV A=1 B="2 3" C=4\\ 5'), [
      ['A', '1'],
      ['B', '2 3'],
      ['C', '4 5'],
    ]);
    assert.deepEqual(pairs('ENV A some = text'), [['A', 'some = text']]);
    assert.equal(find('FROM a\nENV A b c\n', 'ENV').legacy, true);
    assert.equal(find('FROM a\nENV A=b\n', 'ENV').legacy, false);
  });

  test('ARG without a value, with one, several', () => {
    const { pairs } = find('ARG A B=1 C="x y"\nFROM a\n', 'ARG');
    assert.deepEqual(
      pairs.map(({ name, value }) => [name.value, value?.value]),
      [
        ['A', undefined],
        ['B', '1'],
        ['C', 'x y'],
      ],
    );
  });

  test('flags stand in front, and end where they end', () => {
    const copy = find('FROM a\nCOPY --from=b --chown=1:1 --link --x y /z\n', 'COPY');
    assert.deepEqual(
      copy.flags.map(({ name, value }) => [name, value?.value]),
      [
        ['from', 'b'],
        ['chown', '1:1'],
        ['link', undefined],
        ['x', undefined],
      ],
    );
    assert.equal(copy.from?.value, 'b');
    assert.deepEqual(find('FROM a\nCOPY -- --x /z\n', 'COPY').flags, []);
  });

  test('exec form is a JSON array of strings, and nothing else', () => {
    assert.equal(find('FROM a\nRUN ["a", "b c"]\n', 'RUN').json, true);
    assert.equal(find('FROM a\nRUN [ "a" , "b" ] \n', 'RUN').json, true);
    assert.equal(find("FROM a\nRUN ['a']\n", 'RUN').json, false);
    assert.equal(find('FROM a\nRUN ["a", 1]\n', 'RUN').json, false);
    assert.equal(find('FROM a\nRUN [ -f x ] && y\n', 'RUN').json, false);
    assert.deepEqual(
      find('FROM a\nCOPY ["a b", \\\n  "c"]\n', 'COPY').sources.map(({ value }) => value),
      ['a b'],
    );
  });

  test('a trigger is an instruction inside its ONBUILD', () => {
    const onbuild = find('FROM a\nONBUILD copy --from=b c \\\n  d\n', 'ONBUILD');
    assert.equal(onbuild.trigger?.keyword, 'COPY');
    assert.equal(onbuild.trigger?.onbuild, true);
    assert.deepEqual(
      onbuild.trigger?.words.map(({ value }) => value),
      ['c', 'd'],
    );
    assert.equal(find('FROM a\nONBUILD\n', 'ONBUILD').trigger, undefined);
  });

  test('mounts: their type, aliases, and commas in quotes', () => {
    const [cache, bind] = find(
      'FROM a\nRUN --mount=type=cache,dst=/c,id=x,sharing=locked --mount=source=a,target=/b,ro true\n',
      'RUN',
    ).mounts;
    assert.deepEqual([cache?.type, cache?.target, cache?.id, cache?.sharing], ['cache', '/c', 'x', 'locked']);
    assert.deepEqual([bind?.type, bind?.source, bind?.target], ['bind', 'a', '/b']);
    assert.deepEqual(
      bind?.options.map(({ key, value }) => [key, value]),
      [
        ['source', 'a'],
        ['target', '/b'],
        ['ro', undefined],
      ],
    );
  });

  for (const [text, expected] of [
    ['node', { name: 'node' }],
    ['node:20', { name: 'node', tag: '20' }],
    ['org/node@sha256:ab', { name: 'org/node', digest: 'sha256:ab' }],
    [
      'my.host:5000/org/node:20@sha256:ab',
      { registry: 'my.host:5000', name: 'org/node', tag: '20', digest: 'sha256:ab' },
    ],
    ['localhost/node', { registry: 'localhost', name: 'node' }],
    ['localhost:5000/node', { registry: 'localhost:5000', name: 'node' }],
    ['org/node', { name: 'org/node' }],
    ['${REG}/node:${TAG:-20}', { name: '${REG}/node', tag: '${TAG:-20}' }],
    ['$BASE', { name: '$BASE' }],
    ['${BASE:-node:20}', { name: '${BASE:-node:20}' }],
  ] as const) {
    test(`the image ${text}`, () => {
      const { registry, name, tag, digest } = find(`FROM ${text}\n`, 'FROM').image;
      assert.deepEqual(JSON.parse(JSON.stringify({ registry, name, tag, digest })), expected);
    });
  }
});
