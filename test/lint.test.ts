import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  applyEdits,
  CRASH,
  type Finding,
  type Fix,
  fix,
  type IgnoreScope,
  ignoreComment,
  type LintOptions,
  lineAt,
  lint,
  type Preset,
  type Rule,
  readBuild,
} from '../server/src/core/index';
import { insert } from '../server/src/core/text/edit';

const base: Omit<Rule, 'id' | 'check'> = { severity: 'warning', summary: '', why: '', examples: [] };

/** Reports every instruction, at its keyword. */
const everywhere: Rule = {
  ...base,
  id: 'test/everywhere',
  aliases: ['DL3006', 'UndefinedVar', 'DS017', 'CKV_DOCKER_5'],
  hadolint: 'info',
  buildkit: 'on',
  check({ instructions }) {
    const found: Finding[] = [];
    for (const { keywordSpan } of instructions) found.push({ at: keywordSpan, message: 'Here.' });
    return found;
  },
};
const experimental: Rule = { ...everywhere, id: 'test/experimental', aliases: ['Novelty'], buildkit: 'experimental' };
const quiet: Rule = { ...base, id: 'other/quiet', severity: 'off', strict: 'info', check: everywhere.check };
const crashing: Rule = {
  ...base,
  id: 'test/crashing',
  check() {
    throw new Error('hunter2');
  },
};

/** 1-based lines on which `everywhere` reports. */
function lines(text: string, options: LintOptions = {}): number[] {
  const build = readBuild(text);
  return lint(build, { rules: [everywhere], ...options }).map(({ at }) => lineAt(build.source, at.start) + 1);
}

function severityOf(options: LintOptions, text = 'FROM a\n'): string {
  return lint(readBuild(text), { rules: [everywhere], ...options })[0]?.severity ?? 'off';
}

suite('severities', () => {
  test('each preset has its own', () => {
    assert.equal(severityOf({}), 'warning');
    assert.equal(severityOf({ preset: 'hadolint' }), 'info');
    assert.equal(severityOf({ preset: 'buildkit' }), 'warning');
    assert.equal(severityOf({ rules: [quiet] }), 'off');
    assert.equal(severityOf({ rules: [quiet], preset: 'strict' }), 'info');
    assert.equal(severityOf({ rules: [quiet], preset: 'all' }), 'info');
    assert.equal(severityOf({ rules: [quiet], preset: 'hadolint' }), 'off');
  });

  test('a name chooses: id before alias before category before everything', () => {
    const severities = { '*': 'hint', 'test/*': 'info', dl3006: 'error', 'test/everywhere': 'off' } as const;
    assert.equal(severityOf({ severities }), 'off');
    assert.equal(severityOf({ severities: { ...severities, 'test/everywhere': 'warning' } }), 'warning');
    assert.equal(severityOf({ severities: { '*': 'hint', 'test/*': 'info', dl3006: 'error' } }), 'error');
    assert.equal(severityOf({ severities: { '*': 'hint', 'test/*': 'info' } }), 'info');
    assert.equal(severityOf({ severities: { '*': 'hint' } }), 'hint');
  });

  test('a severity given turns a rule on that the preset leaves off', () => {
    assert.equal(severityOf({ rules: [quiet], severities: { 'other/quiet': 'error' } }), 'error');
  });

  test('an experimental check is on where the file opts in', () => {
    const options: LintOptions = { rules: [experimental], preset: 'buildkit' };
    assert.equal(severityOf(options), 'off');
    assert.equal(severityOf(options, '# check=experimental=Novelty\nFROM a\n'), 'warning');
    assert.equal(severityOf(options, '# check=experimental=all;skip=Novelty\nFROM a\n'), 'warning');
  });

  test('error=true makes errors of the checks that fail the build', () => {
    const optedIn = '# check=experimental=all;error=true\nFROM a\n';
    assert.equal(severityOf({ rules: [experimental], preset: 'buildkit' }, optedIn), 'error');
    assert.equal(severityOf({}, '# check=error=true\nFROM a\n'), 'error');
    assert.equal(severityOf({}, '# check=error=false\nFROM a\n'), 'warning');
  });
});

test('a fix is worked out on demand, and one that fails costs nothing but itself', () => {
  const crashes: string[] = [];
  const lazy: Rule = {
    ...everywhere,
    check({ instructions }) {
      const found: Finding[] = [];
      for (const { keywordSpan } of instructions) {
        found.push({
          at: keywordSpan,
          message: 'Here.',
          get fix(): Fix {
            throw new Error('late');
          },
        });
      }
      return found;
    },
  };
  const [found] = lint(readBuild('FROM a\n'), { rules: [lazy], onCrash: (rule) => crashes.push(rule) });
  assert.deepEqual(crashes, []);
  assert.deepEqual(found!.fixes, []);
  assert.deepEqual(crashes, ['test/everywhere']);
});

test('where two rules tell the same story the telling one is shown, except to who asked for all', () => {
  const options: LintOptions = {
    rules: ['pinning/download-unverified', 'pinning/install-script-floating'].map((id) => ({ ...everywhere, id })),
  };
  const found = (preset: Preset) => lint(readBuild('FROM a\n'), { ...options, preset }).map(({ rule }) => rule);
  assert.deepEqual(found('recommended'), ['pinning/install-script-floating']);
  assert.deepEqual(found('all'), ['pinning/download-unverified', 'pinning/install-script-floating']);
});

test('a rule that fails is named, shows no secret, and costs nothing but its own findings', () => {
  const crashes: string[] = [];
  const found = lint(readBuild('FROM a\nRUN b\n'), {
    rules: [crashing, everywhere],
    onCrash: (rule) => crashes.push(rule),
  });
  assert.deepEqual(
    found.map(({ rule }) => rule),
    [CRASH, 'test/everywhere', 'test/everywhere'],
  );
  assert.match(found[0]!.message, /^The rule test\/crashing failed/);
  assert.doesNotMatch(JSON.stringify(found), /hunter2/);
  assert.deepEqual(crashes, ['test/crashing']);
});

/** Text of an ignore comment in front of the second RUN, and on which of the lines 1 to 5 findings remain. */
function around(comment: string, options: LintOptions = {}): number[] {
  const found = lines(`FROM a\nRUN b\n${comment}\nRUN c\nFROM d\nRUN e\n`, options);
  const added = comment.split('\n').length;
  return found.map((line) => (line > 2 ? line - added : line));
}

suite('ignore comments', () => {
  const cases: [name: string, comment: string, remaining: number[]][] = [
    ['ours, by id', '# layerwise ignore=test/everywhere', [1, 2, 4, 5]],
    ['ours, by a name of another tool, in any case', '#layerwise ignore = dl3006', [1, 2, 4, 5]],
    ['ours, by category', '# layerwise ignore=test/*', [1, 2, 4, 5]],
    ['ours, with a reason', '# layerwise ignore=x/y , test/everywhere -- the mirror, is down', [1, 2, 4, 5]],
    ['ours, another rule', '# layerwise ignore=x/y -- test/everywhere', [1, 2, 3, 4, 5]],
    ['ours, with comments and blank lines between', '# layerwise ignore=DL3006\n# Why.\n', [1, 2, 4, 5]],
    ['ours, for the stage', '# layerwise stage ignore=DL3006', [4, 5]],
    ['ours, for the file', '# layerwise global ignore=DL3006', []],
    ["hadolint's", '# hadolint ignore=DL3006', [1, 2, 4, 5]],
    ["hadolint's, several", '#hadolint ignore = SC2046 , DL3006 # Why.', [1, 2, 4, 5]],
    ["hadolint's, void for an unknown code", '# hadolint ignore=DL3006,crazy', [1, 2, 3, 4, 5]],
    ["hadolint's, void in lower case", '# hadolint ignore=dl3006', [1, 2, 3, 4, 5]],
    ["hadolint's, not through another comment", '# hadolint ignore=DL3006\n# Why.', [1, 2, 3, 4, 5]],
    ["hadolint's, not through a blank line", '# hadolint ignore=DL3006\n', [1, 2, 3, 4, 5]],
    ["hadolint's, for the file", '# hadolint global ignore=DL3006', []],
    ["hadolint's, for the stage, from the line after the next", '# hadolint stage ignore=DL3006\n', [1, 2, 4, 5]],
    ["BuildKit's", '# check=skip=UndefinedVar', [1, 2, 4, 5]],
    ["BuildKit's, with a reason", '# check=skip=UndefinedVar,Other we know', [1, 2, 4, 5]],
    ["BuildKit's, all", '# check=skip=all', [1, 2, 4, 5]],
    ["BuildKit's, in another case", '# check=skip=undefinedvar', [1, 2, 3, 4, 5]],
    ["BuildKit's, with blank lines and comments between", '# check=skip=all\n\n# Why.', [1, 2, 4, 5]],
    ["BuildKit's, ended by an empty comment", '# check=skip=all\n#', [1, 2, 3, 4, 5]],
    ["BuildKit's, malformed", '# check=skip', [1, 2, 3, 4, 5]],
    ["tally's", '# tally ignore=hadolint/DL3006', [1, 2, 4, 5]],
    ["tally's, for the file", '# tally global ignore=buildkit/UndefinedVar', []],
    ["Checkov's", '# checkov:skip=CKV_DOCKER_5:we know', []],
    ["Trivy's", '# trivy:ignore:AVD-DS-0017', [1, 2, 4, 5]],
    ["Trivy's, the newer spelling", '# trivy:ignore:DS-0017', [1, 2, 4, 5]],
    ["Checkov's, several", '# checkov:skip=CKV_DOCKER_9,CKV_DOCKER_5:we know', []],
    ["KICS's, for a block", '# kics-scan ignore-block', [1, 2, 4, 5]],
    ["KICS's, for a line", '# kics-scan ignore-line', [1, 2, 4, 5]],
    ["KICS's, for the file", '# kics-scan ignore', []],
    ["Semgrep's", '# nosemgrep: dockerfile.security.DS017', [1, 2, 4, 5]],
    ["dockerfile-utils', for what does not parse", '# dockerfile-utils: ignore', [1, 2, 3, 4, 5]],
    ["BuildKit's, up to the first space", '# check=skip=Other, UndefinedVar', [1, 2, 3, 4, 5]],
    ["BuildKit's, the first of two", '# check=skip=Other\n# check=skip=UndefinedVar', [1, 2, 3, 4, 5]],
    ["BuildKit's, all among others", '# check=skip=all,Other', [1, 2, 3, 4, 5]],
    ["BuildKit's, with an unknown option", '# check=skip=all;other=1', [1, 2, 3, 4, 5]],
    ["BuildKit's, with an error that is no boolean", '# check=skip=all;error=yes', [1, 2, 3, 4, 5]],
    ['none', '# We ignore=DL3006 here', [1, 2, 3, 4, 5]],
  ];
  for (const [name, comment, remaining] of cases) {
    test(name, () => {
      assert.deepEqual(around(comment), remaining);
      assert.deepEqual(around(`  ${comment}`), remaining, 'indented');
    });
  }

  test("hadolint's stage comment above FROM leaves the FROM line out", () => {
    const text = '# hadolint stage ignore=DL3006\nFROM a\nRUN b\nFROM c\nRUN d\n';
    assert.deepEqual(lines(text), [2, 4, 5]);
  });

  test('ours above FROM covers the FROM line too', () => {
    assert.deepEqual(lines('# layerwise stage ignore=DL3006\nFROM a\nRUN b\nFROM c\nRUN d\n'), [4, 5]);
  });

  test('inside a continued instruction ours counts for it, hadolint’s does not', () => {
    assert.deepEqual(lines('FROM a\nRUN b && \\\n  # layerwise ignore=DL3006\n  c\n'), [1]);
    assert.deepEqual(lines('FROM a\nRUN b && \\\n  # hadolint ignore=DL3006\n  c\n'), [1, 2]);
  });

  test('a finding inside a long instruction is silenced from above its first line', () => {
    const inside: Rule = {
      ...everywhere,
      check({ source }) {
        const found: Finding[] = [];
        const start = source.text.indexOf('curl');
        found.push({ at: { start, end: start + 4 }, message: 'Here.' });
        return found;
      },
    };
    const text = '# hadolint ignore=DL3006\nRUN wget a && \\\n\n    curl b\n';
    assert.deepEqual(lines(`FROM a\n${text}`, { rules: [inside] }), []);
  });

  test('an anchor lends a finding the comments of another instruction', () => {
    const anchored: Rule = {
      ...everywhere,
      check({ instructions }) {
        const found: Finding[] = [];
        found.push({ at: instructions[0]!.keywordSpan, anchor: instructions[1]!.start, message: 'Here.' });
        return found;
      },
    };
    assert.deepEqual(lines('FROM a\n# check=skip=all\nCMD b\n', { rules: [anchored] }), []);
    assert.deepEqual(lines('FROM a\n# check=skip=all\nCMD b\n', { rules: [anchored], preset: 'buildkit' }), []);
    const above = '#\n# check=skip=all\nFROM a\nCMD b\n';
    assert.deepEqual(lines(above, { rules: [anchored] }), []);
    assert.deepEqual(lines(above, { rules: [anchored], preset: 'buildkit' }), [3]);
    assert.deepEqual(lines('# Why.\n# check=skip=all\nFROM a\nCMD b\n', { rules: [anchored] }), []);
    // The builder does not look above what it shows.
    const theirs = { rules: [anchored], preset: 'buildkit' } as const;
    assert.deepEqual(lines('FROM a\n# check=skip=all\nCMD b\n', theirs), []);
    assert.deepEqual(lines('# Why.\n# check=skip=all\nFROM a\nCMD b\n', theirs), [3]);
    assert.deepEqual(lines('# check=skip=all\nFROM a\nCMD b\n', theirs), []);
  });

  test('the check directive skips for the whole file', () => {
    assert.deepEqual(lines('# syntax=docker/dockerfile:1\n# check=skip=UndefinedVar\nFROM a\n'), []);
    assert.deepEqual(lines('# check=skip=all;error=true\nFROM a\n'), []);
    assert.deepEqual(lines('# check=skip=Other\nFROM a\n'), [2]);
  });

  test('a comment for a check silences the rule that stands for it', () => {
    const ours: Rule = {
      ...everywhere,
      aliases: [],
      buildkit: undefined,
      standsFor: ['SecretsUsedInArgOrEnv', 'DL3064'],
    };
    const remaining = (comment: string) => lines(`${comment}\nFROM a\n`, { rules: [ours] });
    assert.deepEqual(remaining('# check=skip=SecretsUsedInArgOrEnv'), []);
    assert.deepEqual(remaining('# hadolint ignore=DL3064'), []);
    assert.deepEqual(remaining('# check=skip=all'), [2]);
    assert.deepEqual(remaining('# hadolint ignore=DL3006'), [2]);
  });

  test('the check directive ends at its first space, and is void where BuildKit refuses it', () => {
    const after = (value: string) => lines(`# check=${value}\nFROM a\n`).length;
    assert.equal(after('skip=UndefinedVar because'), 0);
    assert.equal(after('skip=Other, UndefinedVar'), 1);
    assert.equal(after('skip\t=\tOther\t,\tUndefinedVar'), 0);
    assert.equal(after('skip = UndefinedVar'), 1);
    assert.equal(after('skip=UndefinedVar;'), 1);
    assert.equal(after('skip=all,Other'), 1);
    assert.equal(after('skip=UndefinedVar;skip=Other'), 1);
  });

  test('BUILDKIT_DOCKERFILE_CHECK takes the place of the directive, not of comments', () => {
    const text = '# check=skip=UndefinedVar\nFROM a\n# check=skip=all\nRUN b\nRUN c\n';
    assert.deepEqual(lines(text), []);
    assert.deepEqual(lines(text, { checks: '' }), [2, 5]);
    assert.deepEqual(lines(text, { checks: 'skip=all' }), []);
    assert.deepEqual(lines('FROM a\n', { checks: 'skip=UndefinedVar' }), []);
    assert.deepEqual(lines('FROM a\n', { checks: 'skip=UndefinedVar', preset: 'hadolint' }), [1]);
    assert.equal(severityOf({ checks: 'error=true' }), 'error');
  });

  test('the presets of other tools know their own comments and ours', () => {
    const after = (comment: string, preset: Preset) => lines(`${comment}\nFROM a\n`, { preset }).length;
    assert.equal(after('# hadolint ignore=DL3006', 'buildkit'), 1);
    assert.equal(after('# check=skip=UndefinedVar', 'hadolint'), 1);
    assert.equal(after('#\n# check=skip=UndefinedVar', 'hadolint'), 1);
    assert.equal(after('# kics-scan ignore', 'hadolint'), 1);
    assert.equal(after('# hadolint ignore=DL3006', 'hadolint'), 0);
    assert.equal(after('#\n# check=skip=UndefinedVar', 'buildkit'), 0);
    for (const preset of ['hadolint', 'buildkit'] as const) assert.equal(after('# layerwise ignore=DL3006', preset), 0);
    assert.equal(after('# check=skip=UndefinedVar', 'all'), 0);
  });

  test("Semgrep's comment may stand behind a command", () => {
    assert.deepEqual(lines('FROM a\nRUN b # nosemgrep\nRUN c\n'), [1, 3]);
    assert.deepEqual(lines('FROM a\nRUN b # nosemgrep: x.y.DS017, z\nRUN c # nosemgrep: other\n'), [1, 3]);
    assert.deepEqual(lines('FROM a\nENV b=c # nosemgrep\n'), [1, 2]);
    assert.deepEqual(lines('FROM a\nRUN b # nosemgrep\n', { honour: { foreign: false } }), [1, 2]);
    assert.deepEqual(lines('FROM a\nRUN b # nosemgrep\n', { preset: 'hadolint' }), [1, 2]);
  });

  test('dockerfile-utils silences what it is about: the syntax', () => {
    const syntax: Rule = { ...everywhere, aliases: ['UNKNOWN_INSTRUCTION'], hadolint: undefined, buildkit: undefined };
    const remaining = (rule: Rule) => lines('# dockerfile-utils: ignore\nFROM a\nRUN b\n', { rules: [rule] });
    assert.deepEqual(remaining(syntax), [3]);
    assert.deepEqual(remaining({ ...syntax, aliases: ['CKV_DOCKER_7'] }), [2, 3]);
    assert.deepEqual(remaining({ ...syntax, aliases: [], stops: ['buildkit'] }), [3]);
  });

  test('a second comment of hadolint for the stage takes the place of the first', () => {
    const text =
      'FROM a\n# hadolint stage ignore=DL3006\nRUN b\nRUN c\n# hadolint stage ignore=DL3008\nRUN d\nRUN e\nFROM f\nRUN g\n';
    assert.deepEqual(lines(text), [1, 3, 6, 7, 8, 9]);
  });

  test('two comments of hadolint on one another: the upper one counts for nothing', () => {
    assert.deepEqual(lines('# hadolint ignore=DL3006\n# hadolint ignore=DL3008\nFROM a\n'), [3]);
  });

  test('a code of a finding can be silenced, and given a severity', () => {
    const coded: Rule = {
      ...everywhere,
      codes: /^SC\d+$/,
      check({ instructions }) {
        const found: Finding[] = [];
        for (const [index, { keywordSpan }] of instructions.entries()) {
          found.push({ at: keywordSpan, message: 'Here.', code: index === 0 ? 'SC1' : 'SC2', severity: 'info' });
        }
        return found;
      },
    };
    const found = (text: string, options: LintOptions = {}) =>
      lint(readBuild(text), { rules: [coded], ...options }).map(({ aliases, severity }) => `${aliases} ${severity}`);
    assert.deepEqual(found('FROM a\nRUN b\n'), ['SC1 info', 'SC2 info']);
    assert.deepEqual(found('FROM a\nRUN b\n', { preset: 'hadolint' }), ['SC1 info', 'SC2 info']);
    assert.deepEqual(found('FROM a\n# hadolint ignore=SC2\nRUN b\n'), ['SC1 info']);
    assert.deepEqual(found('FROM a\n# hadolint ignore=SC1\nRUN b\n'), ['SC1 info', 'SC2 info']);
    assert.deepEqual(found('# layerwise global ignore=sc2\nFROM a\nRUN b\n'), ['SC1 info']);
    const severities = { SC1: 'error', sc2: 'off' } as const;
    assert.deepEqual(found('FROM a\nRUN b\n', { severities }), ['SC1 error']);
    const only = { 'test/everywhere': 'off', SC2: 'hint' } as const;
    assert.deepEqual(found('FROM a\nRUN b\n', { severities: only }), ['SC2 hint']);
  });

  test('what is not honoured changes nothing', () => {
    assert.deepEqual(around('# hadolint global ignore=DL3006', { honour: { hadolint: false } }), [1, 2, 3, 4, 5]);
    assert.deepEqual(around('# kics-scan ignore', { honour: { foreign: false } }), [1, 2, 3, 4, 5]);
  });

  test('under the buildkit preset a comment does not reach what BuildKit computes for the whole file', () => {
    const casing: Rule = { ...everywhere, aliases: ['ConsistentInstructionCasing'] };
    const text = '# a\n# check=skip=all\nFROM a\n';
    assert.deepEqual(lines(text, { rules: [casing] }), []);
    assert.deepEqual(lines(text, { rules: [casing], preset: 'buildkit' }), [3]);
  });
});

suite('the fix that writes an ignore comment', () => {
  function after(text: string, mark: string, scope?: IgnoreScope): string {
    const build = readBuild(text);
    const at = { start: text.indexOf(mark), end: text.indexOf(mark) + mark.length };
    const inserted = ignoreComment(build, { rule: 'test/everywhere', at }, scope);
    assert.ok(inserted, 'There is nothing to put it above.');
    const result = applyEdits(text, inserted.edits);
    const found = lint(readBuild(result), { rules: [everywhere] });
    const offset = result.lastIndexOf(mark);
    assert.ok(!found.some(({ at: { start, end } }) => start <= offset && offset < end), 'It silences nothing.');
    return result;
  }

  const cases: [name: string, text: string, mark: string, expected: string, scope?: IgnoreScope][] = [
    ['on a line of its own', 'FROM a\nRUN b\n', 'RUN', 'FROM a\n# layerwise ignore=test/everywhere\nRUN b\n'],
    [
      'with the indentation of the instruction',
      'FROM a\n\t  RUN b\n',
      'RUN',
      'FROM a\n\t  # layerwise ignore=test/everywhere\n\t  RUN b\n',
    ],
    [
      'above the first line of a long instruction',
      'FROM a\nRUN b && \\\n    c\n',
      'c',
      'FROM a\n# layerwise ignore=test/everywhere\nRUN b && \\\n    c\n',
    ],
    [
      'with the newline of the file',
      'FROM a\r\nRUN b\r\n',
      'RUN',
      'FROM a\r\n# layerwise ignore=test/everywhere\r\nRUN b\r\n',
    ],
    ['behind the byte order mark', '\uFEFFFROM a\n', 'FROM', '\uFEFF# layerwise ignore=test/everywhere\nFROM a\n'],
    [
      'behind the directives',
      '# syntax=docker/dockerfile:1\n# escape=`\nFROM a\n',
      'FROM',
      '# syntax=docker/dockerfile:1\n# escape=`\n# layerwise ignore=test/everywhere\nFROM a\n',
    ],
    [
      'into the comment that is there, in front of its reason',
      'FROM a\n# layerwise ignore=x/y -- why\n# More.\nRUN b\n',
      'RUN',
      'FROM a\n# layerwise ignore=x/y,test/everywhere -- why\n# More.\nRUN b\n',
    ],
    [
      'above a comment of hadolint, which must touch its instruction',
      'FROM a\n# Why.\n# hadolint ignore=DL4006\nRUN b\n',
      'RUN',
      'FROM a\n# Why.\n# layerwise ignore=test/everywhere\n# hadolint ignore=DL4006\nRUN b\n',
    ],
    [
      'for the stage, above its FROM',
      'FROM a\nFROM b\nRUN c\n',
      'RUN',
      'FROM a\n# layerwise stage ignore=test/everywhere\nFROM b\nRUN c\n',
      'stage',
    ],
    ['for the file, at its top', 'FROM a\n', 'FROM', '# layerwise global ignore=test/everywhere\nFROM a\n', 'global'],
    [
      'for the file, behind its directives',
      '# syntax=docker/dockerfile:1\n\nFROM a\n',
      'FROM',
      '# syntax=docker/dockerfile:1\n# layerwise global ignore=test/everywhere\n\nFROM a\n',
      'global',
    ],
    [
      'for the file, into the comment that is there',
      'FROM a\n# layerwise global ignore=x/y\nRUN b\n',
      'RUN',
      'FROM a\n# layerwise global ignore=x/y,test/everywhere\nRUN b\n',
      'global',
    ],
  ];
  for (const [name, text, mark, expected, scope] of cases) {
    test(name, () => assert.equal(after(text, mark, scope), expected));
  }

  test('a directive stays one', () => {
    const result = after('# syntax=docker/dockerfile:1\n# escape=`\nFROM a\n', 'FROM', 'global');
    assert.equal(readBuild(result).directives.length, 2);
  });
});

suite('fix', () => {
  const shout: Rule = {
    ...base,
    id: 'test/shout',
    fixable: { safety: 'safe' },
    check({ instructions, source }) {
      const found: Finding[] = [];
      for (const { keywordSpan } of instructions) {
        const word = source.text.slice(keywordSpan.start, keywordSpan.end);
        if (word === word.toUpperCase()) continue;
        const edits = [{ ...keywordSpan, text: word.toUpperCase() }];
        found.push({ at: keywordSpan, message: 'Here.', fix: { title: 'Shout', edits } });
      }
      return found;
    },
  };
  const spinning: Rule = {
    ...shout,
    check({ instructions: [first] }) {
      const found: Finding[] = [];
      const text = first!.end % 2 === 0 ? 'FROM ab' : 'FROM a';
      found.push({ at: first!, message: 'Here.', fix: { title: 'Turn', edits: [{ ...first!, text }] } });
      return found;
    },
  };
  const breaking: Rule = {
    ...shout,
    check({ instructions: [first] }) {
      const found: Finding[] = [];
      const edits = [{ start: first!.end, end: first!.end, text: '\nRUN <<EOF' }];
      found.push({ at: first!, message: 'Here.', fix: { title: 'Break', edits } });
      return found;
    },
  };
  const selfish: Rule = {
    ...shout,
    check({ instructions: [first] }) {
      const found: Finding[] = [];
      found.push({
        at: first!,
        message: 'Here.',
        fix: {
          title: 'Overlap',
          edits: [
            { ...first!, text: 'a' },
            { ...first!, text: 'b' },
          ],
        },
      });
      return found;
    },
  };
  const far: Rule = {
    ...shout,
    check({ instructions: [first] }) {
      const found: Finding[] = [];
      found.push({ at: first!, message: 'Here.', fix: { title: 'Leave', edits: [insert(1000, 'a')] } });
      return found;
    },
  };
  const failing: Rule = {
    ...shout,
    check({ instructions: [first] }) {
      const found: Finding[] = [];
      found.push({ at: first!, message: 'Here.', fix: () => assert.fail() });
      return found;
    },
  };
  const rated = (safety: 'safe' | 'unsafe' | 'draft'): Rule => ({ ...shout, fixable: { safety } });

  test('applies what is safe and tells what it did', () => {
    const result = fix('from a\nrun b\n', { rules: [shout] });
    assert.equal(result.text, 'FROM a\nRUN b\n');
    assert.deepEqual(
      result.applied.map(({ title }) => title),
      ['Shout', 'Shout'],
    );
  });

  test('applies what is unsafe on request only, and a draft never', () => {
    assert.equal(fix('from a\n', { rules: [rated('unsafe')] }).text, 'from a\n');
    assert.equal(fix('from a\n', { rules: [rated('unsafe')], unsafe: true }).text, 'FROM a\n');
    assert.equal(fix('from a\n', { rules: [rated('draft')], unsafe: true }).text, 'from a\n');
  });

  test('leaves alone what a comment silences', () => {
    const text = '# layerwise ignore=test/shout\nfrom a\n';
    assert.equal(fix(text, { rules: [shout] }).text, text);
  });

  test('two fixes of one place: the second waits for the next round', () => {
    const twice = fix('from a\n', { rules: [shout, { ...shout, id: 'test/shout-too' }] });
    assert.equal(twice.text, 'FROM a\n');
    assert.equal(twice.applied.length, 1);
  });

  test('does not turn in circles', () => {
    const { text } = fix('FROM ab\n', { rules: [spinning] });
    assert.match(text, /^FROM ab?\n$/);
  });

  test('does not write what can no longer be read', () => {
    assert.equal(fix('FROM a\n', { rules: [breaking] }).text, 'FROM a\n');
  });

  test('a fix that spoils the text, turns in circles or fails costs no other one', () => {
    const others = [spinning, breaking, selfish, far, failing].map((rule, at) => ({ ...rule, id: `test/other-${at}` }));
    for (const rules of [
      [...others, shout],
      [shout, ...others],
    ]) {
      const { text, applied } = fix('FROM ab\nrun b\n', { rules });
      assert.match(text, /^FROM ab?\nRUN b\n$/);
      assert.ok(applied.every(({ rule }) => rule === shout.id || rule === 'test/other-0'));
    }
  });

  test('what lies between the places that a fix changes waits for the next round', () => {
    const rounds: string[] = [];
    const wrapping: Rule = {
      ...shout,
      id: 'test/wrapping',
      check({ source: { text } }) {
        const found: Finding[] = [];
        rounds.push(text);
        if (text.startsWith('FROM z')) return found;
        const edits = [{ start: 5, end: 6, text: 'z' }, insert(text.length, '# done\n')];
        found.push({ at: { start: 0, end: 1 }, message: 'Here.', fix: { title: 'Wrap', edits } });
        return found;
      },
    };
    const { text } = fix('FROM a\nrun b\n', { rules: [wrapping, shout] });
    assert.equal(text, 'FROM z\nRUN b\n# done\n');
    assert.deepEqual(rounds.slice(0, 2), ['FROM a\nrun b\n', 'FROM z\nrun b\n# done\n']);
  });

  test('changes nothing where a comment silences the rule, though the finding is elsewhere', () => {
    const text =
      'FROM debian:12\n# layerwise ignore=cache/copy-before-system-install\nCOPY a /opt/a\nCOPY b /opt/b\n' +
      'RUN apt-get update && apt-get install -y curl\n';
    assert.equal(
      fix(text).text,
      text.replace('COPY b /opt/b\n', '').concat('COPY b /opt/b\n'),
      'only the COPY that is found moves, and not the one that would go with it',
    );
    const go =
      'FROM golang:1.23 AS b\nCOPY go.mod .\n# layerwise ignore=cache/mount-go\nRUN go mod download\nCOPY . .\n' +
      'RUN go build -o /app .\nFROM debian:12\nCOPY --from=b /app /app\n';
    assert.equal(fix(go).text, go);
  });

  test('goes on as long as there is something to do, and settles', () => {
    const counting: Rule = {
      ...shout,
      check({ source: { text } }) {
        const found: Finding[] = [];
        if (text.length < 60) {
          found.push({
            at: { start: 0, end: 1 },
            message: 'Here.',
            fix: { title: 'Grow', edits: [insert(text.length, '#')] },
          });
        }
        return found;
      },
    };
    const { text } = fix('FROM a\n', { rules: [counting] });
    assert.equal(text.length, 60);
    assert.equal(fix(text, { rules: [counting] }).text, text);
  });
});

suite('what tells the same story', () => {
  const ids = (text: string, preset: Preset) => lint(readBuild(text), { preset }).map(({ rule }) => rule);

  test('what is of no weight is shown by presets that ask for everything', () => {
    const minor: Rule = {
      ...everywhere,
      check({ instructions }) {
        const found: Finding[] = [];
        for (const { keywordSpan } of instructions) found.push({ at: keywordSpan, message: 'Here.', minor: true });
        return found;
      },
    };
    const found = (preset: Preset) => lint(readBuild('FROM a\n'), { rules: [minor], preset }).length;
    assert.deepEqual(
      ['recommended', 'strict', 'hadolint', 'buildkit', 'all'].map((one) => found(one as Preset)),
      [0, 0, 1, 1, 1],
    );
  });

  test('spaces that put words into a column are told where everything is asked for', () => {
    const column = 'FROM debian:12\nENV HOME        /app\n\n# x\nENV DESTINATION /srv\n';
    assert.ok(!ids(column, 'recommended').includes('style/multiple-spaces'));
    assert.ok(ids(column, 'all').includes('style/multiple-spaces'));
    assert.ok(ids(column.replace('       /', ' /'), 'recommended').includes('style/multiple-spaces'));
  });

  test('what few would mend is shown where everything is asked for', () => {
    const table: Record<string, { readonly plain: string[]; readonly minor: string[] }> = {
      'correctness/pipe-without-pipefail': {
        plain: [
          'RUN echo a | tee b && curl c | tar x',
          'RUN cat a | wc',
          'RUN x=$(curl a | jq .b) && c',
          "RUN sh -c 'a | b'",
        ],
        minor: [
          'RUN echo root:x | chpasswd',
          'RUN yes | apt-get install curl',
          'RUN printf x | sha256sum -c -',
          'RUN grep a SUMS | sha256sum -c -',
          'RUN make -j $(cat /proc/cpuinfo | wc -l)',
          'RUN (while [ 1 ]; do sleep 5; echo y; done) | sdk',
        ],
      },
      'style/prefer-workdir': {
        plain: ['RUN cd /app && make', 'RUN set -e; cd /app; make'],
        minor: [
          'RUN make && cd /app',
          'RUN cd /app && make && cd ..',
          'RUN (cd /app && make)',
          'RUN echo $(cd a && pwd)',
          'RUN cd a-*/ && make',
          'RUN cd ~/a && make',
        ],
      },
      'security/http-download': {
        plain: ['RUN echo "deb http://example.com/a b c" > /etc/apt/sources.list.d/a.list'],
        minor: ['RUN echo "deb http://deb.debian.org/debian sid main" > /etc/apt/sources.list.d/a.list'],
      },
      'security/stateful-root': {
        plain: ['VOLUME /data', 'RUN chown app /data/x\nVOLUME /data', 'RUN chown -R root:adm /data\nVOLUME /data'],
        minor: [
          'RUN chown app: /data\nVOLUME /data',
          'RUN chown -R app /srv\nVOLUME /srv/app',
          'ENV D=/data\nRUN chown 1000:1000 $D\nVOLUME $D',
          'RUN install -d -o app /data\nVOLUME /data',
          'RUN mkdir /var/lib/app',
          'VOLUME /etc/app',
          'VOLUME /var/lib/mysql',
        ],
      },
      'security/missing-user': { plain: ['RUN true'], minor: ['FROM redis:7', 'FROM postgres:17 AS a\nFROM a'] },
    };
    for (const [id, { plain, minor }] of Object.entries(table)) {
      for (const lines of plain) assert.ok(ids(`FROM debian:12\n${lines}\n`, 'strict').includes(id), lines);
      for (const lines of minor) {
        const text = `FROM debian:12\n${lines}\n`;
        assert.ok(ids(text, 'all').includes(id), lines);
        assert.ok(!ids(text, 'strict').includes(id), lines);
      }
    }
  });

  test('a channel of a repository for one version is told where everything is asked for', () => {
    assert.ok(!ids('FROM adoptopenjdk/openjdk11:slim\n', 'recommended').includes('pinning/base-image-moving-tag'));
    assert.ok(ids('FROM adoptopenjdk/openjdk11:slim\n', 'all').includes('pinning/base-image-moving-tag'));
    assert.ok(ids('FROM node:slim\n', 'recommended').includes('pinning/base-image-moving-tag'));
  });

  test('lists that a mount would take are told as a mount that is missing', () => {
    const text = 'FROM debian:12\nRUN apt-get update && apt-get install -y curl\n';
    assert.ok(!ids(text, 'recommended').includes('size/apt-lists-left'));
    assert.ok(ids(text, 'all').includes('size/apt-lists-left'));
    assert.ok(ids(text.replace(' && apt-get install -y curl', ''), 'recommended').includes('size/apt-lists-left'));
  });

  test('a file that is removed in vain is told where it is removed', () => {
    const text = 'FROM debian:12\nADD https://example.org/a.zip /tmp/\nRUN unzip /tmp/a.zip && rm /tmp/a.zip\n';
    const all = ids(text, 'all').filter((id) => id.startsWith('size/'));
    assert.deepEqual(all, ['size/add-url-then-run-rm', 'size/archive-left', 'size/rm-in-later-layer']);
    assert.deepEqual(
      ids(text, 'recommended').filter((id) => id.startsWith('size/')),
      ['size/rm-in-later-layer'],
    );
  });
});
