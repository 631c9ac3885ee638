import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits, type Diagnostic, fix, lint, readBuild, rules } from '../../server/src/core/index';
import { listFixtures, readFixture, readFixtures } from '../support/fixture';

const texts = rules
  .filter(({ id }) => id.startsWith('secrets/'))
  .flatMap(({ id, examples }) => examples.map(({ bad, context }) => readFixture(bad, 'example', id, context)))
  .concat(
    listFixtures('rules')
      .filter((path) => path.startsWith('rules/secrets/'))
      .flatMap(readFixtures),
  );

const ofSecrets = ({ rule }: Diagnostic) => rule.startsWith('secrets/');

suite('secrets, all rules together', () => {
  for (const { place, name, text, context } of texts) {
    test(`${place}: ${name}: each place is told by one rule`, () => {
      const found = lint(readBuild(text, context)).filter(ofSecrets);
      const doubled = found.filter(({ at, rule }, index) =>
        found
          .slice(0, index)
          .some((other) => other.rule !== rule && other.at.start < at.end && at.start < other.at.end),
      );
      assert.deepEqual(
        doubled.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });
  }

  for (const { place, name, text, context } of texts) {
    test(`${place}: ${name}: fixing settles and still parses`, () => {
      const options = { unsafe: true, preset: 'all', only: (rule: string) => rule.startsWith('secrets/') } as const;
      const once = fix(text, options, context);
      assert.equal(fix(once.text, options, context).text, once.text);
      assert.ok(readBuild(once.text).problems.length <= readBuild(text).problems.length);
    });
  }

  test('no message and no note shows a value', () => {
    const value = 'tr0ub4dor';
    for (const { text, context } of texts) {
      for (const { message, related = [], fixes } of lint(readBuild(text, context), { preset: 'all' }).filter(
        ofSecrets,
      )) {
        const said = [
          message,
          ...related.map((other) => other.message),
          ...fixes.flatMap(({ title, notes = [] }) => [title, ...notes]),
        ];
        assert.ok(said.every((sentence) => !sentence.includes(value)));
      }
    }
  });
});

test('an access key id weighs more beside its secret key', () => {
  const id = `AK${'IA'}QZ7T2LM4XWRP5NVB`;
  const secret = 'q7Rk2ZtV9bXw4LmN8cYp3HsJd6GfT5aKe1UvQzAb';
  const severities = (text: string) =>
    lint(readBuild(text))
      .filter(ofSecrets)
      .map(({ rule, severity }) => `${rule} ${severity}`);
  assert.deepEqual(severities(`FROM a\nENV KEY=${id}\n`), ['secrets/value-in-env-or-arg warning']);
  assert.deepEqual(severities(`FROM a\nENV KEY=${id} AWS_SECRET_ACCESS_KEY=${secret}\n`), [
    'secrets/value-in-env-or-arg error',
    'secrets/arg-or-env error',
  ]);
});

suite('secrets in files of the build context', () => {
  test('a secret file below a copied directory is named, and left to .dockerignore', () => {
    const { text, context } = readFixture('FROM a\nCOPY . .\n--- file: app/.env\nDB_PASSWORD=tr0ub4dor\n');
    const [found] = lint(readBuild(text, context)).filter(ofSecrets);
    assert.match(found!.message, /app\/\.env/);
    assert.deepEqual(
      applyEdits(
        text,
        found!.fixes.flatMap(({ edits }) => edits),
      ),
      text,
    );
  });
});
