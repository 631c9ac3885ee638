import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBuild } from '../../server/src/core/index';

/** The names of the commands that a RUN's shell runs, for lines that the builder joins to one. */
suite('a shell comment in a continued RUN takes the lines below it', () => {
  const cases: Record<string, readonly [run: string, names: string]> = {
    'behind a command': ['one # && \\\n    two', 'one'],
    'behind a separator': ['one; # && \\\n    two && \\\n    three', 'one'],
    'in a substitution': ['one $(two # \\\n  )', ''],
    'not a comment line, which the builder drops': ['one && \\\n  # two\n  three', 'one three'],
    'not in quotes': ["one '#' \"# $(two '#')\" && \\\n  three", 'one two three'],
    'not in a word': ['one a#b $# ${#x} ${x#y} ${x# y} 16#f && \\\n  two', 'one two'],
    'not behind a backslash': ['one \\# && \\\n  two', 'one two'],
    'in the last line': ['one && \\\n  two # three', 'one two'],
  };
  for (const [name, [run, names]] of Object.entries(cases)) {
    for (const newline of ['\n', '\r\n']) {
      test(newline === '\n' ? name : `${name}, with CRLF`, () => {
        const { scripts } = readBuild(`FROM debian:12\nRUN ${run}\nUSER app\n`.replaceAll('\n', newline));
        const found = scripts[0]!.broken ? '' : scripts[0]!.commands.map((command) => command.name).join(' ');
        assert.equal(found, names);
      });
    }
  }

  test('a here-document has lines of its own', () => {
    const { commands } = readBuild('FROM debian:12\nRUN <<EOF\none # two\nthree\nEOF\n');
    assert.deepEqual(
      commands.map(({ name }) => name),
      ['one', 'three'],
    );
  });

  test('so has the body behind a continued line', () => {
    const { commands } = readBuild('FROM debian:12\nRUN cat <<EOF > /a && \\\n    two\n# no comment\nEOF\nRUN three\n');
    assert.deepEqual(
      commands.map(({ name }) => name),
      ['cat', 'two', 'three'],
    );
  });
});
