import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBuild } from '../../server/src/core/model/build';
import type { Heredoc } from '../../server/src/core/model/syntax/instruction';

/** The heredocs of the last instruction: name, body and what is written about them. */
function heredocsOf(text: string) {
  const build = readBuild(text);
  const last = build.instructions.at(-1)!;
  const instruction = last.keyword === 'ONBUILD' ? (last.trigger ?? last) : last;
  return instruction.heredocs.map((heredoc) => ({ ...shownOf(heredoc), body: sliceOf(text, heredoc.body) }));
}

function shownOf({ name, fd, chomp, expand, terminator }: Heredoc) {
  return {
    name,
    ...(fd === undefined ? {} : { fd }),
    ...(chomp ? { chomp } : {}),
    ...(expand ? {} : { literal: true }),
    ...(terminator ? {} : { open: true }),
  };
}

function sliceOf(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return text.slice(start, end);
}

function keywords(text: string): string[] {
  return readBuild(text).instructions.map(({ keyword }) => keyword);
}

suite('heredocs', () => {
  test('a body runs to the line that is its word', () => {
    const text = 'FROM a\nRUN <<EOF\nfirst\n EOF\nEOF \nEOF\nRUN true\n';
    const [, run] = readBuild(text).instructions;
    assert.equal(sliceOf(text, run!.heredocs[0]!.body), 'first\n EOF\nEOF \n');
    assert.equal(sliceOf(text, run!.heredocs[0]!.terminator!), 'EOF');
    assert.equal(sliceOf(text, run!), 'RUN <<EOF\nfirst\n EOF\nEOF \nEOF');
    assert.deepEqual(keywords(text), ['FROM', 'RUN', 'RUN']);
  });

  for (const [form, expected] of [
    ['<<EOF', { name: 'EOF' }],
    ['<<-EOF', { name: 'EOF', chomp: true }],
    ['3<<EOF', { name: 'EOF', fd: 3 }],
    ['<<"EOF"', { name: 'EOF', literal: true }],
    ["<<'EOF'", { name: 'EOF', literal: true }],
    ['<<E"O"F', { name: 'EOF', literal: true }],
    ["<<-'EOF'", { name: 'EOF', chomp: true, literal: true }],
    // Unlike a shell, the builder takes an escaped word for an unquoted one.
    ['<<\\EOF', { name: 'EOF' }],
    ['cat <<EOF > /a', { name: 'EOF' }],
    ['--mount=type=tmpfs,target=/t cat 0<<EOF | sh', { name: 'EOF', fd: 0 }],
  ] as const) {
    test(`RUN ${form}`, () => {
      assert.deepEqual(heredocsOf(`FROM a\nRUN ${form}\nbody\nEOF\n`), [{ ...expected, body: 'body\n' }]);
    });
  }

  test('tabs in front of the last line count with a dash only', () => {
    assert.deepEqual(heredocsOf('FROM a\nRUN <<-EOF\n\tx\n\tEOF\n'), [{ name: 'EOF', chomp: true, body: '\tx\n' }]);
    assert.deepEqual(heredocsOf('FROM a\nRUN <<EOF\n\tx\n\tEOF\nEOF\n'), [{ name: 'EOF', body: '\tx\n\tEOF\n' }]);
    assert.equal(readBuild('FROM a\nRUN <<-EOF\nx\n  EOF\n').problems.length, 1);
  });

  test('several stand one behind the other', () => {
    assert.deepEqual(heredocsOf('FROM a\nCOPY <<A <<"B" /dir/\none\nA\ntwo\nA\nB\n'), [
      { name: 'A', body: 'one\n' },
      { name: 'B', literal: true, body: 'two\nA\n' },
    ]);
    assert.deepEqual(heredocsOf('FROM a\nRUN cat <<A > a && cat 3<<-B > b\none\nA\n\ttwo\n\tB\n'), [
      { name: 'A', body: 'one\n' },
      { name: 'B', fd: 3, chomp: true, body: '\ttwo\n' },
    ]);
  });

  for (const form of [
    'RUN echo "<<EOF"',
    "RUN echo '<<EOF'",
    'RUN echo "a <<EOF b"',
    'RUN ["cat", "<<EOF"]',
    'RUN cat<<EOF',
    'RUN cat <<<EOF',
    'RUN cat <<- EOF',
    'RUN echo $((1<<2))',
    'RUN echo \\<<EOF',
    'ENV A=<<EOF',
    'LABEL a <<EOF',
    'CMD cat <<EOF',
    'COPY ["<<EOF", "/a"]',
  ]) {
    test(`${form} has none`, () => {
      const text = `FROM a\n${form}\nUSER x\n`;
      assert.deepEqual(readBuild(text).instructions[1]!.heredocs, []);
      assert.equal(keywords(text).at(-1), 'USER');
    });
  }

  test('the line that starts one may be continued', () => {
    const text = 'FROM a\nRUN cat \\\n  # why\n  <<EOF \\\n  > /a\nbody \\\nEOF\nUSER x\n';
    assert.deepEqual(keywords(text), ['FROM', 'RUN', 'USER']);
    assert.equal(sliceOf(text, readBuild(text).instructions[1]!.heredocs[0]!.body), 'body \\\n');
  });

  test('comments and instructions in a body are text', () => {
    const text = 'FROM a\nCOPY <<EOF /a\n# comment\nFROM b\n\nEOF\n# comment\nUSER x\n';
    assert.deepEqual(keywords(text), ['FROM', 'COPY', 'USER']);
    assert.deepEqual(
      readBuild(text).comments.map((comment) => comment.text),
      ['comment'],
    );
  });

  test('in a trigger, in lower case, at the end of the file', () => {
    assert.deepEqual(heredocsOf('FROM a\nONBUILD RUN <<EOF\nx\nEOF\n'), [{ name: 'EOF', body: 'x\n' }]);
    assert.deepEqual(heredocsOf('from a\nadd <<eof /x\ny\neof'), [{ name: 'eof', body: 'y\n' }]);
  });

  test('one that is never closed runs to the end, and is a problem', () => {
    const text = 'FROM a\nRUN <<EOF\nx\nUSER y\n';
    assert.deepEqual(heredocsOf(text), [{ name: 'EOF', open: true, body: 'x\nUSER y\n' }]);
    const [problem] = readBuild(text).problems;
    assert.equal(sliceOf(text, problem!), '<<EOF');
  });

  test('with CRLF', () => {
    const text = 'FROM a\r\nRUN <<EOF\r\nx\r\nEOF\r\nUSER y\r\n';
    assert.deepEqual(keywords(text), ['FROM', 'RUN', 'USER']);
    assert.equal(sliceOf(text, readBuild(text).instructions[1]!.heredocs[0]!.body), 'x\r\n');
  });

  test('sources of COPY leave them out', () => {
    const [, copy] = readBuild('FROM a\nCOPY <<A b /dir/\nx\nA\n').instructions;
    assert.ok(copy?.keyword === 'COPY');
    assert.deepEqual(
      copy.sources.map(({ value }) => value),
      ['b'],
    );
    assert.equal(copy.destination?.value, '/dir/');
  });

  test('one alone is the script, behind a command it is that command’s input', () => {
    const [alone, input, other] = readBuild(
      'FROM a\nRUN <<EOF\napk add x\nEOF\nRUN python3 <<EOF\nprint(1)\nEOF\nRUN <<EOF sh\napk add y\nEOF\n',
    ).scripts;
    assert.equal(alone?.form, 'heredoc');
    assert.deepEqual(
      alone?.commands.map(({ name }) => name),
      ['apk'],
    );
    assert.equal(input?.form, 'shell');
    assert.deepEqual(
      input?.commands.map(({ name }) => name),
      ['python3'],
    );
    assert.equal(other?.form, 'shell');
  });

  test('a first line with another interpreter makes the script its own', () => {
    const [script] = readBuild('FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nprint("apt-get install x")\nEOF\n').scripts;
    assert.deepEqual(script?.commands, []);
  });

  test('a script with CRLF has the words that it has with LF', () => {
    const text = [
      'FROM a',
      'RUN <<EOF',
      'set -e',
      '',
      'cat <<-X > /a',
      'word',
      'X',
      'if true',
      'then apk add curl',
      'fi',
      'EOF',
      'RUN cat <<B | sh',
      'b',
      'B',
    ];
    const words = (newline: string) =>
      readBuild(text.join(newline) + newline).scripts.flatMap(({ commands, broken }) => [
        broken,
        ...commands.map((command) => command.words.map(({ value }) => value).join(' ')),
      ]);
    assert.deepEqual(words('\r\n'), words('\n'));
    assert.deepEqual(words('\n'), [false, 'set -e', 'cat', 'true', 'apk add curl', false, 'cat', 'sh']);
  });
});
