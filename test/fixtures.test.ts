import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  applyEdits,
  type Build,
  type Edit,
  type Finding,
  type Fix,
  isRefusal,
  lint,
  type Refactoring,
  type Rule,
  type RuleSettings,
  readBuild,
  refactorings,
  rules,
  type Safety,
  type Span,
} from '../server/src/core/index';
import { conditionsOf, FirstLook } from '../server/src/core/rules/concerns';
import { workedOut } from '../server/src/core/rules/lint';
import { toRuleSettings } from '../server/src/core/rules/rule';
import { type Expected, type Fixture, listFixtures, readFixture, readFixtures, toImages } from './support/fixture';
import { mark, readCursor } from './support/marks';

for (const rule of rules) {
  suite(rule.id, () => {
    for (const [index, { bad, good, context, settings, images }] of rule.examples.entries()) {
      const number = rule.examples.length > 1 ? ` ${index + 1}` : '';
      test(`bad example${number}`, () => {
        const fixture = { ...readFixture(bad, 'bad example', rule.id, context), settings, builder: toImages(images) };
        assert.notEqual(fixture.marked, fixture.text, 'A bad example shows its finding.');
        const expected = rule.fixable && good !== undefined ? [{ title: '', text: good }] : [];
        checkRule(rule, { ...fixture, expected });
      });
      if (good === undefined) continue;
      test(`good example${number}`, () => {
        const fixture = readFixture(good, 'good example', rule.id, context);
        // What ShellCheck found was in the bad one.
        const { shellNotes: _, ...others } = settings ?? {};
        checkRule(rule, { ...fixture, settings: others, builder: toImages(images) });
      });
    }
    for (const fixture of readFixtures(`rules/${rule.id}`)) test(fixture.name, () => checkRule(rule, fixture));
  });
}

for (const refactoring of refactorings) {
  suite(refactoring.id, () => {
    for (const [index, { before, after, refusal, context }] of refactoring.examples.entries()) {
      test(`example ${index + 1}`, () => {
        const expected =
          refusal === undefined ? { title: '', text: after! } : { title: `refused: ${refusal}`, text: '' };
        const fixture = readFixture(before, 'example', refactoring.id, context);
        checkRefactoring(refactoring, { ...fixture, expected: [expected] });
      });
    }
    for (const fixture of readFixtures(`refactorings/${refactoring.id}`)) {
      test(fixture.name, () => checkRefactoring(refactoring, fixture));
    }
  });
}

test('every fixture file belongs to a rule or a refactoring', () => {
  const known = [...rules.map(({ id }) => `rules/${id}`), ...refactorings.map(({ id }) => `refactorings/${id}`)];
  const files = [...listFixtures('rules'), ...listFixtures('refactorings')];
  assert.deepEqual(
    files.filter((file) => !known.some((id) => file === id || file.startsWith(`${id}/`))),
    [],
  );
});

/**
 * The findings of a case, and its fixes: `===>` alone expects the text after every finding's own fix, `===> title` the text after
 * the fixes with that title, `===> no fix` that there is none. The same must hold for the text with CRLF.
 */
function checkRule(rule: Rule, fixture: Fixture): void {
  // With CRLF a here-document does not work, so no fix writes one.
  const writesHeredoc = fixture.expected.some(({ text }) => text.includes('<<') && !fixture.text.includes('<<'));
  for (const newline of fixture.unixOnly || writesHeredoc ? ['\n'] : ['\n', '\r\n']) {
    const text = fixture.text.replaceAll('\n', newline);
    const build = readBuild(text, fixture.context, fixture.builder);
    const settings = toRuleSettings(atNewline(fixture, newline));
    const findings = rule.review ? reviewed(rule, build, fixture.settings) : [...rule.check(build, settings)];
    assert.ok(
      findings.length === 0 || isAbout(rule, build, settings),
      'It finds something where `about` says it has no say.',
    );
    for (const finding of findings) checkFinding(rule, finding, text);
    const drawn = mark(text, findings, fixture.marked).replaceAll('\r', '');
    assert.equal(drawn, fixture.marked, newline === '\n' ? undefined : 'With CRLF the findings differ.');
    for (const expected of fixture.expected) checkFixes(findings, expected, build);
  }
}

/** What ShellCheck found is given with places in a text whose lines end with LF. */
function atNewline(fixture: Fixture, newline: string): Partial<RuleSettings> | undefined {
  const { text } = fixture;
  const settings = fixture.settings as Partial<RuleSettings> | undefined;
  if (newline === '\n' || !settings?.shellNotes) return settings;
  const moved = <Place extends Span>(place: Place): Place => {
    const by = (offset: number) => offset + text.slice(0, offset).split('\n').length - 1;
    return { ...place, start: by(place.start), end: by(place.end) };
  };
  const notes = settings.shellNotes.map((note) => ({ ...note, at: moved(note.at), edits: note.edits?.map(moved) }));
  return { ...settings, shellNotes: notes };
}

/** What a rule finds in what the others left: all of them have to run. */
function isAbout(rule: Rule, build: Build, settings: RuleSettings): boolean {
  const conditions = conditionsOf(rule);
  return new FirstLook(build, settings).fulfils(conditions);
}

function reviewed(
  { id }: Rule,
  build: Build,
  { hadolint, buildkit, ...settings }: Partial<RuleSettings> = {},
): Finding[] {
  const preset = hadolint ? 'hadolint' : buildkit ? 'buildkit' : 'all';
  const found = lint(build, { preset, settings, severities: { [id]: 'hint' } });
  return found.filter(({ rule }) => rule === id).map(({ at, message, fixes: [fix] }) => ({ at, message, fix }));
}

function checkFixes(findings: readonly Finding[], { title, text: after }: Expected, build: Build): void {
  const fixes = findings.flatMap((finding) => {
    const fix = workedOut(finding.fix);
    const alternatives = workedOut(finding.alternatives) ?? [];
    const all = fix ? [fix, ...alternatives] : alternatives;
    const chosen = title === '' ? fix : all.find((one) => one.title === title);
    return title === 'no fix' ? all : chosen ? [chosen] : [];
  });
  if (title === 'no fix') {
    assert.deepEqual(
      fixes.map((fix) => fix.title),
      [],
    );
    return;
  }
  assert.ok(fixes.length > 0, title === '' ? 'Nothing has a fix.' : `No fix is named "${title}".`);
  checkResult(build, withoutTwins(fixes.flatMap(({ edits }) => edits)), after);
}

/** Two findings may ask for one and the same insertion; the fixer applies the second, if it is still due, in its next round. */
function withoutTwins(edits: readonly Edit[]): Edit[] {
  return edits.filter(
    (edit, index) =>
      !edits
        .slice(0, index)
        .some(({ start, end, text }) => start === edit.start && end === edit.end && text === edit.text),
  );
}

/** The text after the edits is the one expected, can still be read, and keeps the newline that the document uses. */
function checkResult(build: Build, edits: readonly Edit[], after: string): void {
  const { text, newline } = build.source;
  const result = applyEdits(text, edits);
  assert.equal(result.replaceAll('\r\n', '\n'), after);
  if (newline === '\r\n') assert.doesNotMatch(result, /(?<!\r)\n/, 'An edit brings a newline of another kind.');
  assert.ok(readBuild(result).problems.length <= build.problems.length, 'The result no longer parses.');
}

const trust: Record<Safety, number> = { safe: 0, unsafe: 1, draft: 2 };

function checkFinding(rule: Rule, finding: Finding, text: string): void {
  const { at, message, related = [] } = finding;
  const fix = workedOut(finding.fix);
  const alternatives = workedOut(finding.alternatives) ?? [];
  for (const span of [at, ...related.map((other) => other.at)]) {
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, 'A span lies outside the text.');
  }
  for (const sentence of [message, ...related.map((other) => other.message)]) {
    assert.match(sentence, /^\S[^\n]*[.?!]$/, 'A message is one line and ends with a full stop.');
  }
  for (const one of fix ? [fix, ...alternatives] : alternatives) {
    checkTitle(one);
    assert.ok(rule.fixable, 'A rule that fixes declares how far it can be trusted.');
    assert.ok(
      trust[one.safety ?? 'draft'] >= trust[rule.fixable.safety],
      'A fix cannot be trusted more than its rule declares.',
    );
    applyEdits(text, one.edits);
    assert.ok(one.edits.length > 0, `The fix "${one.title}" changes nothing.`);
  }
}

function checkTitle({ title }: Pick<Fix, 'title'>): void {
  assert.match(title, /^[^a-z\s].*[^.\s]$/, `The title "${title}" is not an imperative without full stop.`);
}

/** `===>` expects the text after, `===> refused: reason` the reason, `===> not offered` that it does not apply at all. */
function checkRefactoring(refactoring: Refactoring, fixture: Fixture): void {
  const [expected, ...others] = fixture.expected;
  assert.ok(
    expected && others.length === 0,
    'A refactoring is expected to do one thing: ===> is missing, or there twice.',
  );
  for (const newline of ['\n', '\r\n']) {
    const { text, selection } = readCursor(fixture.text.replaceAll('\n', newline));
    const build = readBuild(text, fixture.context, fixture.builder);
    const result = refactoring.apply(build, selection);
    if (expected.title === 'not offered') assert.equal(result, undefined);
    else if (result === undefined) assert.fail('It is not offered here.');
    // A here-document with CRLF does not work, whatever stands in it.
    else if (isRefusal(result) && newline === '\r\n' && result.because.includes('CR LF')) continue;
    else if (isRefusal(result)) assert.equal(`refused: ${result.because}`, expected.title);
    else {
      assert.equal(expected.title, '', 'It is not refused.');
      if (result.title !== undefined) checkTitle({ title: result.title });
      checkResult(build, result.edits, expected.text);
    }
  }
}
