import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBuild } from '../../server/src/core/index';
import { readPlainScript } from '../../server/src/core/model/shell/plain-script';

const PLAIN = [
  'apt-get update',
  'apt-get update && apt-get install -y curl=7.* ; rm -rf /var/lib/apt/lists/*',
  'sudo -E env A=b /usr/bin/make  install',
  'a && \\\n  b \\\n    -c \\\n;\tif-not',
  'echo if then export A=b',
];

const NOT_PLAIN = [
  '',
  'a &',
  'a &&',
  'a ;; b',
  '&& a',
  'a | b',
  'A=b make',
  'export A=b',
  'if a; then b; fi',
  'time a',
  'a "b"',
  'a\\\nb',
  'a\nb',
  'a # b',
  'a > b',
  '[ -f a ]',
  'a $B',
  '! a',
];

suite('plain scripts', () => {
  for (const text of PLAIN) {
    test(`are read as the parser reads them: ${JSON.stringify(text)}`, () => {
      assert.ok(readPlainScript(text, 0));
      const outline = (run: string) => {
        const [script] = readBuild(`FROM scratch\nRUN ${run}\n`).scripts;
        return script!.statements.map(({ commands, ...statement }) => [statement, commands.map(({ words }) => words)]);
      };
      // A redirection takes the parser, and comes behind all that is compared.
      const parsed = outline(`${text} ; x > y`);
      assert.deepEqual(outline(text), parsed.slice(0, -1));
    });
  }
  for (const text of NOT_PLAIN) {
    test(`take a parser otherwise: ${JSON.stringify(text)}`, () => assert.equal(readPlainScript(text, 0), undefined));
  }
});
