import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBuild } from '../server/src/core/index';
import { checkEdits } from './support/invariants';

/** Edits that must not pass: what is replaced by what, and what is said of it. */
const cases: Readonly<Record<string, readonly [before: string, from: string, to: string, said: RegExp]>> = {
  'a backslash that is left over takes the next instruction': [
    'FROM a\nRUN b \\\n  && c\nRUN d\n',
    '  && c\n',
    '',
    /^Line 4 is read differently/,
  ],
  'a comment goes': ['FROM a\n# why\nRUN b\n', '# why\n', '', /^The comment on line 2 is lost/],
  'a comment inside a RUN goes': [
    'FROM a\nRUN b \\\n  # why\n  && c\n',
    '\n  # why',
    '',
    /^The comment on line 3 is lost/,
  ],
  'the user of what follows is another': [
    'FROM a\nUSER app\nRUN b\n',
    'USER app\n',
    '',
    /^Line 3 runs as another user/,
  ],
  'the directory of what follows is another': [
    'FROM a\nWORKDIR /a\nRUN b\n',
    'WORKDIR /a\n',
    '',
    /another working dir/,
  ],
  'a variable that is read goes': [
    'FROM a\nARG B=1\nRUN c $B\n',
    'ARG B=1\n',
    '',
    /reads B, which is no longer in force/,
  ],
  'a stage goes': ['FROM a AS b\nFROM c\nCOPY --from=b /d /d\n', ' AS b', '', /^The stage b is gone/],
  'a stage builds on another': [
    'FROM a AS b\nFROM b\nRUN c\n',
    'FROM a AS b\n',
    'FROM a AS d\n',
    /^The stage b is gone/,
  ],
  'a quote stays open': ['FROM a\nRUN b "c"\n', 'c"', 'c', /shell text that can not be read|no longer be read/],
  'a newline of another kind comes in': ['FROM a\r\nRUN b\r\n', 'RUN b', 'RUN b\nRUN c', /newline of another kind/],
};

for (const [name, [before, from, to, said]] of Object.entries(cases)) {
  test(name, () => {
    const start = before.indexOf(from);
    const wrong = checkEdits(readBuild(before), [{ start, end: start + from.length, text: to }]);
    assert.ok(
      wrong.some((sentence) => said.test(sentence)),
      `It says ${JSON.stringify(wrong)}.`,
    );
  });
}

test('an edit that is all right', () => {
  const before = 'FROM a\n# why\nRUN b && c\nRUN d\n';
  const start = before.indexOf(' && c');
  assert.deepEqual(checkEdits(readBuild(before), [{ start, end: start + ' && c'.length, text: '' }]), []);
});
