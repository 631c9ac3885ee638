import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBuild } from '../../server/src/core/model/build';
import { removeStatements, removeWords } from '../../server/src/core/model/shell/shell-edits';
import { applyEdits } from '../../server/src/core/text/edit';

/** The RUN without the commands named `x`, or `refused`. */
function withoutX(run: string): string {
  const text = `FROM a\n${run}\n`;
  const { source, scripts } = readBuild(text);
  const script = scripts[0]!;
  const gone = script.statements.filter(({ commands }) => commands[0]?.name === 'x');
  const edits = removeStatements(source, script, gone);
  return edits ? applyEdits(text, edits).slice('FROM a\n'.length, -1) : 'refused';
}

/** The RUN without the words `--x` of its first command, or `refused`. */
function withoutFlag(run: string): string {
  const text = `FROM a\n${run}\n`;
  const { source, scripts } = readBuild(text);
  const command = scripts[0]!.commands[0]!;
  const edits = removeWords(
    source,
    command,
    command.words.filter(({ value }) => value === '--x'),
  );
  return edits ? applyEdits(text, edits).slice('FROM a\n'.length, -1) : 'refused';
}

const statements: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'at the end': ['RUN a && x', 'RUN a'],
  'at the end, before a separator': ['RUN a; x;', 'RUN a;'],
  first: ['RUN x && b', 'RUN b'],
  'in the middle': ['RUN a && x && b', 'RUN a && b'],
  'several in a row': ['RUN a && x 1 && x 2 && b && x 3', 'RUN a && b'],
  'operators behind': ['RUN a && \\\n    x -1 \\\n      -2 && \\\n    b', 'RUN a && \\\n    b'],
  'operators in front': ['RUN a \\\n && x \\\n && b', 'RUN a \\\n && b'],
  'operators in front, at the end': ['RUN a \\\n && b \\\n && x', 'RUN a \\\n && b'],
  'a continuation right behind the word, at the end': ['RUN a b\\\n && x', 'RUN a b'],
  'continuations right behind words': ['RUN a b\\\n && x y\\\n && c', 'RUN a b\\\n && c'],
  'an escaped blank would end the line': ['RUN a \\ && x', 'refused'],
  'an escaped blank in the middle': ['RUN a \\ && x && b', 'RUN a \\  && b'],
  'two on one line': ['RUN a && \\\n    x && b', 'RUN a && \\\n    b'],
  'a comment ahead stays': ['RUN a && \\\n    # why\n    x && \\\n    b', 'RUN a && \\\n    # why\n    b'],
  'a comment behind stays': ['RUN a && \\\n    x && \\\n    # why\n    b', 'RUN a && \\\n    # why\n    b'],
  'comments at the end stay': [
    'RUN a && \\\n    # one\n    x 1 && \\\n    # two\n    x 2',
    'RUN a\n    # one\n    # two',
  ],
  'comments in front of operators stay': [
    'RUN a \\\n # one\n && x \\\n # two\n && b',
    'RUN a \\\n # one\n # two\n && b',
  ],
  'a weaker separator ahead stays': ['RUN a; x && b', 'RUN a; b'],
  'a weaker separator behind stays': ['RUN a && x; b', 'RUN a; b'],
  'a heredoc': ['RUN <<E\na\nx\nb\nE', 'RUN <<E\na\nb\nE'],
  'a heredoc, at its end, with a comment': ['RUN <<E\na\n# why\nx\nE', 'RUN <<E\na\n# why\nE'],
  'nothing else is there': ['RUN x', 'refused'],
  'what comes next depends on it': ['RUN a && x || b', 'refused'],
  'it depends on what went wrong': ['RUN a || x', 'refused'],
  'in the background': ['RUN x & b', 'refused'],
  'exec form': ['RUN ["x"]', 'refused'],
};

const words: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'between words': ['RUN a --x b', 'RUN a b'],
  'at the end': ['RUN a b --x', 'RUN a b'],
  'several in a row': ['RUN a --x --x b --x', 'RUN a b'],
  'at the end of a line': ['RUN a --x \\\n    b', 'RUN a \\\n    b'],
  'on a line of its own': ['RUN a \\\n    --x \\\n    b', 'RUN a \\\n    b'],
  'behind a continuation right behind the word': ['RUN a b\\\n  --x', 'RUN a b'],
  'on the last line': ['RUN a \\\n    b \\\n    --x', 'RUN a \\\n    b'],
  'a comment is in the way': ['RUN a \\\n    --x \\\n    # why\n    b', 'refused'],
  'exec form': ['RUN ["a", "--x"]', 'refused'],
};

suite('taking statements out of a script', () => {
  for (const [name, [before, after]] of Object.entries(statements)) {
    test(name, () => assert.equal(withoutX(before), after));
    if (before.includes('\n')) {
      test(`${name}, with CRLF`, () => {
        assert.equal(withoutX(before.replaceAll('\n', '\r\n')).replaceAll('\r\n', '\n'), after);
      });
    }
  }
});

suite('taking words out of a command', () => {
  for (const [name, [before, after]] of Object.entries(words))
    test(name, () => assert.equal(withoutFlag(before), after));

  test('a word of a quoted script is left alone', () => {
    const { source, commands } = readBuild('FROM a\nRUN sh -c "a --x b"\n');
    const inner = commands.find(({ name }) => name === 'a')!;
    assert.equal(removeWords(source, inner, [inner.words[1]!]), undefined);
  });
});
