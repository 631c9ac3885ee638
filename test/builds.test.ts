import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBuild, refactorings, rules } from '../server/src/core/index';
import { readCases } from './builds/case';
import { preview } from './builds/prove';
import { readRows } from './builds/report';

const RPM = 'builds reach no mirror of a distribution with RPM packages';
const APK = 'builds reach no mirror of Alpine';
const REFUSED = 'the builder refuses the file until it is mended, or needs a frontend that it cannot download here';

/** Safe fixes that no image and no step of a build can tell. */
const WITHOUT_PROOF: Readonly<Record<string, string>> = {
  'correctness/dnf-assume-yes': RPM,
  'correctness/flag-needs-syntax': REFUSED,
  'correctness/syntax-directive-typo': REFUSED,
  'correctness/unknown-instruction': REFUSED,
  'correctness/yum-assume-yes': RPM,
  'correctness/zypper-non-interactive': RPM,
  'size/apk-no-cache': APK,
  'size/dnf-clean': RPM,
  'size/yum-clean': RPM,
  'size/zypper-clean': RPM,
};

const cases = readCases();
const edited = new Map<string, ReturnType<typeof preview>>();

suite('cases of real builds', () => {
  for (const one of cases) {
    test(one.id, () => {
      const result = preview(one);
      edited.set(one.id, result);
      assert.notEqual(result.text, result.before, 'The edit changes nothing.');
      const problems = (text: string) => readBuild(text).problems.length;
      assert.ok(problems(result.text) <= problems(result.before), 'The result can no longer be read.');
      if (!result.safe) return;
      assert.deepEqual(one.differs, {}, 'A safe edit changes no file by design.');
      const says = rules.filter(({ id, fixable }) => result.rules.includes(id) && fixable?.because !== undefined);
      if (says.length === 0)
        assert.deepEqual(one.config, {}, 'A safe edit changes a setting only where its rule says so.');
    });
  }
});

suite('what is offered is proven', () => {
  for (const { id } of refactorings) {
    test(id, () => {
      assert.ok(
        cases.some(({ edit }) => edit === id),
        'No case of test/builds is about it.',
      );
    });
  }
  for (const { id } of rules.filter(({ fixable }) => fixable?.safety === 'safe')) {
    test(id, () => {
      const proven = [...edited.values()].some((result) => result.safe && result.rules.includes(id));
      assert.notEqual(proven, id in WITHOUT_PROOF, proven ? 'It is proven, and excused.' : 'Its safe fix has no case.');
    });
  }
  test('the page has one row for each case', () => {
    assert.deepEqual(
      [...readRows().keys()].sort(),
      cases.map(({ id }) => id),
      'Run npm run test:builds -- --write.',
    );
  });
});
