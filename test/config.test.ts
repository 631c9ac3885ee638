import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, suite, test } from 'node:test';
import { type Config, configFor, readConfig } from '../server/src/disk/config';

const top = mkdtempSync(join(tmpdir(), 'layerwise-config-'));
after(() => rmSync(top, { recursive: true }));
let count = 0;

/** A folder with files, with an end to the search for configuration above it. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(top, String(++count));
  mkdirSync(join(folder, '.git'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The configuration in a folder, where nothing else has a say. */
function read(files: Readonly<Record<string, string>>, at = '.', environment: NodeJS.ProcessEnv = {}): Config {
  const folder = folderOf(files);
  return readConfig(join(folder, at), undefined, { HOME: join(top, 'nobody'), ...environment });
}

/** What is wrong with one `.layerwise.yaml`, its folder left out. */
function problems(text: string, name = '.layerwise.yaml', others: Readonly<Record<string, string>> = {}): string[] {
  const { problems: found, remarks } = read({ [name]: text, ...others });
  return [...found, ...remarks].map((problem) => problem.replace(/^[^:]*\/(?=\.?\w[\w.]*[:])/, ''));
}

suite('which files count', () => {
  const off = (name: string) => ({ options: { severities: { [name]: 'off' } } });

  test('the nearest, and it alone, whichever it is', () => {
    const files = { '.layerwise.yaml': 'rules: {a: off}', 'sub/.hadolint.yaml': 'ignored: [DL3008]' };
    assert.deepEqual(read(files).options.severities, off('a').options.severities);
    assert.deepEqual(read(files, 'sub').options.severities, off('DL3008').options.severities);
    const reverse = { '.hadolint.yaml': 'ignored: [DL3008]', 'sub/.layerwise.json': '{"rules": {"a": "off"}}' };
    assert.deepEqual(read(reverse, 'sub').options.severities, off('a').options.severities);
  });

  test('of two in one folder ours has the last word, and lists are united', () => {
    const { options, failureThreshold } = read({
      '.hadolint.yaml': 'ignored: [DL3008, DL3009]\nfailure-threshold: error\ntrustedRegistries: [a]\n',
      '.layerwise.yaml': 'rules: {dl3008: warning}\ntrustedRegistries: b\nfailureThreshold: info\n',
    });
    assert.deepEqual(options.severities, { DL3009: 'off', dl3008: 'warning' });
    assert.deepEqual(options.settings?.trustedRegistries, ['a', 'b']);
    assert.equal(failureThreshold, 'info');
  });

  test('hadolint’s places, in its order, where the repository has none', () => {
    const home = folderOf({ '.config/hadolint.yaml': 'ignored: [A]', '.hadolint/config.yml': 'ignored: [B]' });
    const ignored = (environment: NodeJS.ProcessEnv) =>
      Object.keys(read({}, '.', { HOME: home, ...environment }).options.severities!);
    assert.deepEqual(ignored({}), ['A']);
    assert.deepEqual(ignored({ XDG_CONFIG_HOME: join(home, 'none') }), ['B']);
    const last = folderOf({ '.hadolint.yml': 'ignored: [C]' });
    assert.deepEqual(ignored({ HOME: last }), ['C']);
  });

  test('a file that is named takes the place of all, in the format that its keys tell', () => {
    const folder = folderOf({ '.layerwise.yaml': 'rules: {a: off}', 'ci.yaml': 'ignored: [DL3008]' });
    const { options } = readConfig(folder, join(folder, 'ci.yaml'), {});
    assert.deepEqual(options.severities, { DL3008: 'off' });
  });
});

suite('.layerwise.yaml', () => {
  test('everything that can be set', () => {
    const {
      options,
      builder,
      failureThreshold,
      shellcheck,
      problems: none,
    } = read({
      '.layerwise.yaml': `
preset: strict
rules: {DL3008: off, 'cache/*': false, pinning/npm: error}
failureThreshold: none
minimumFrontend: '1.10'
trustedRegistries: docker.io
requiredSecrets: {bundle: gems}
labelSchema: {a: url, b: , c: ''}
strictLabels: true
targets: [Dev, prod]
shellcheck: off
suppressions: {foreign: false}
`,
    });
    assert.deepEqual(none, []);
    assert.equal(options.preset, 'strict');
    assert.deepEqual(options.severities, { DL3008: 'off', 'cache/*': 'off', 'pinning/npm': 'error' });
    assert.deepEqual(options.settings, {
      trustedRegistries: ['docker.io'],
      requiredSecrets: { bundle: 'gems' },
      labelSchema: { a: 'url', b: 'text', c: 'text' },
      strictLabels: true,
      targets: ['dev', 'prod'],
    });
    assert.deepEqual(options.honour, { foreign: false });
    assert.deepEqual([failureThreshold, builder.frontendMinor, shellcheck], ['none', 10, 'off']);
  });

  test('JSON is read as well', () => {
    const { options } = read({ '.layerwise.json': '{\n\t"$schema": "x",\n\t"rules": {"pinning/npm": "off"}\n}\n' });
    assert.deepEqual(options.severities, { 'pinning/npm': 'off' });
  });

  test('the one in the documentation is right', () => {
    const page = readFileSync(join(import.meta.dirname, '../server/docs/configuration.md'), 'utf8');
    const [, sample] = /```yaml\n([\s\S]*?)```/.exec(page)!;
    const folder = folderOf({ 'sub/.layerwise.yaml': sample!, 'base.layerwise.yaml': '' });
    const config = readConfig(join(folder, 'sub'), undefined, {});
    assert.deepEqual([...config.problems, ...config.remarks], []);
    assert.deepEqual(config.options.ruleOptions, { 'style/max-lines': { lines: 80 } });
  });

  test('an empty file says nothing', () => {
    assert.deepEqual(problems(''), []);
    assert.deepEqual(problems('# nothing yet\n'), []);
  });

  test('extends: what is said last counts, lists are united', () => {
    const { options, problems: none } = read({
      '.layerwise.yaml':
        'extends: [base/one.yaml, base/two.json]\nrules: {pinning/npm: hint}\ntrustedRegistries: [c]\n',
      'base/one.yaml': 'extends: ../root.yaml\nrules: {pinning/npm: error, pinning/pip: info}\n',
      'base/two.json': '{"rules": {"pinning/pip": "warning"}, "trustedRegistries": ["b"]}',
      'root.yaml': 'preset: strict\ntrustedRegistries: a\nrules: {pinning/gem: off}\n',
    });
    assert.deepEqual(none, []);
    assert.equal(options.preset, 'strict');
    assert.deepEqual(options.severities, { 'pinning/gem': 'off', 'pinning/npm': 'hint', 'pinning/pip': 'warning' });
    assert.deepEqual(options.settings?.trustedRegistries, ['a', 'b', 'c']);
  });

  test('extends: a circle and a missing file are one problem each, and the defaults apply', () => {
    const circle = { 'a.yaml': 'extends: .layerwise.yaml\n' };
    assert.deepEqual(problems('preset: all\nextends: a.yaml\n', '.layerwise.yaml', circle), [
      'a.yaml:1: "extends" goes in a circle: .layerwise.yaml → a.yaml → .layerwise.yaml.',
    ]);
    const { options } = read({ '.layerwise.yaml': 'preset: all\nextends: a.yaml\n', ...circle });
    assert.equal(options.preset, undefined);
    assert.match(
      problems('\nextends:\n  - gone.yaml\n')[0]!,
      /^\.layerwise\.yaml:2: "extends" leads to .*gone\.yaml, /,
    );
  });

  test('overrides: settings for some Dockerfiles, the last that fits counts', () => {
    const folder = folderOf({
      '.layerwise.yaml': `
rules: {pinning/npm: error}
trustedRegistries: [a]
overrides:
  - files: ['docker/**', '*.dev']
    preset: hadolint
    rules: {pinning/npm: off}
    trustedRegistries: [b]
    minimumFrontend: '1.4'
  - files: docker/special
    rules: {pinning/npm: hint}
`,
    });
    const config = readConfig(folder, undefined, { HOME: '/nowhere' });
    assert.deepEqual(config.problems, []);
    const at = (path: string) => {
      const { options, builder } = configFor(config, join(folder, path));
      return [
        options.preset,
        options.severities!['pinning/npm'],
        options.settings!.trustedRegistries,
        builder.frontendMinor,
      ];
    };
    assert.deepEqual(at('Dockerfile'), [undefined, 'error', ['a'], undefined]);
    assert.deepEqual(at('sub/x.dev'), [undefined, 'error', ['a'], undefined]);
    assert.deepEqual(at('x.dev'), ['hadolint', 'off', ['a', 'b'], 4]);
    assert.deepEqual(at('docker/deep/Dockerfile'), ['hadolint', 'off', ['a', 'b'], 4]);
    assert.deepEqual(at('docker/special'), ['hadolint', 'hint', ['a', 'b'], 4]);
    const flags = configFor(config, join(folder, 'x.dev'), { preset: 'all', severities: { 'pinning/npm': 'info' } });
    assert.deepEqual([flags.options.preset, flags.options.severities!['pinning/npm']], ['all', 'info']);
  });

  test('ignore of an extended file is relative to that file', () => {
    const folder = folderOf({
      '.layerwise.yaml': 'extends: base/base.yaml\nignore: vendor\n',
      'base/base.yaml': 'ignore: old\n',
    });
    const config = readConfig(folder, undefined, {});
    const ignored = (path: string) => configFor(config, join(folder, path)).ignored;
    assert.deepEqual(['vendor/Dockerfile', 'old/Dockerfile', 'base/old/Dockerfile', 'Dockerfile'].map(ignored), [
      true,
      false,
      true,
      false,
    ]);
  });

  test('a mistake is one message with file, line and key, and the defaults apply', () => {
    const cases: [text: string, message: string][] = [
      ['a: [', '.layerwise.yaml:1: this is not valid YAML: '],
      ['\n- a\n', '.layerwise.yaml:2: this is not a list of settings (key: value).'],
      ['preset: all\nrulez: {}\n', '.layerwise.yaml:2: the setting "rulez" is unknown; the known ones are $schema, '],
      ['\npreset: nice\n', '.layerwise.yaml:2: "preset" is none of recommended, strict, hadolint, buildkit, all.'],
      ['rules:\n  pinning/npm: off\n  DL3008: bad\n', '.layerwise.yaml:3: "rules: DL3008" is none of error, '],
      ['rules: nothing', '.layerwise.yaml:1: "rules" is not a list of "rule: severity".'],
      ['rules:\n  pinning/npm:\n    severity: x\n', '.layerwise.yaml:3: "rules: pinning/npm: severity" is none of '],
      [
        'rules:\n  pinning/npm:\n    lines: 3\n',
        '.layerwise.yaml:3: the setting "lines" is unknown in "rules: pinning/npm"',
      ],
      ['trustedRegistries: [a, 1]\n', '.layerwise.yaml:1: "trustedRegistries" is not a list of texts.'],
      ['labelSchema:\n  a: date\n', '.layerwise.yaml:2: "labelSchema: a" is none of text, url, '],
      ['strictLabels: maybe\n', '.layerwise.yaml:1: "strictLabels" is neither true nor false.'],
      ['suppressions:\n  hadolint: no way\n', '.layerwise.yaml:1: "suppressions" takes hadolint and foreign, '],
      ['shellcheck: always\n', '.layerwise.yaml:1: "shellcheck" is none of auto, on, off.'],
      ['overrides:\n  - preset: all\n', '.layerwise.yaml:2: "overrides: 0" does not say for which "files" it is.'],
      ['overrides:\n  - files: a\n    rules: {b: c}\n', '.layerwise.yaml:3: "overrides: 0: rules: b" is none of '],
      [
        'overrides:\n  - files: a\n    ignore: b\n',
        '.layerwise.yaml:3: the setting "ignore" is unknown in "overrides: 0"',
      ],
      [
        'minimumFrontend: 1.10\n',
        '.layerwise.yaml:1: "minimumFrontend" has to stand in quotes, as in minimumFrontend: \'1.10\'.',
      ],
      ['a: &x 1\npreset: *y\n', '.layerwise.yaml:2: an alias leads nowhere, or to too much.'],
    ];
    for (const [text, message] of cases) {
      const found = problems(text);
      assert.equal(found.length, 1, `${text}: ${found.join('\n')}`);
      assert.ok(found[0]!.startsWith(message), found[0]);
      assert.match(found[0]!, /^[^\n]*\.$/);
      assert.deepEqual(read({ '.layerwise.yaml': text }).options, read({}).options, text);
    }
  });

  test('a rule that is not ours is remarked, other tools’ codes are not', () => {
    assert.deepEqual(problems('rules:\n  pinning/nmp: off\n  SC2046: off\n  DL9999: off\n  "x/*": off\n'), [
      '.layerwise.yaml:2: no rule is named "pinning/nmp".',
    ]);
    assert.deepEqual(problems('overrides:\n  - files: a\n    rules: {a/b: off}\n'), [
      '.layerwise.yaml:3: no rule is named "a/b".',
    ]);
  });
});

suite('.hadolint.yaml', () => {
  const hadolint = (text: string, environment: NodeJS.ProcessEnv = {}) =>
    read({ '.hadolint.yaml': text }, '.', environment);

  test('every key', () => {
    const config = hadolint(`
ignored: [DL3008, SC2046]
override:
  error: [DL3001]
  warning: [DL3002, DL3001]
  info: [DL3003, DL3008]
  style: [DL3004]
failure-threshold: style
trustedRegistries: docker.io
label-schema: {a: rfc3339, b: , c: hash}
strict-labels: true
disable-ignore-pragma: true
format: checkstyle
formats: [json]
no-color: true
something: else
`);
    assert.deepEqual(config.problems, []);
    assert.deepEqual(config.options.severities, {
      DL3004: 'hint',
      DL3003: 'info',
      DL3008: 'off',
      DL3002: 'warning',
      DL3001: 'error',
      SC2046: 'off',
    });
    assert.equal(config.failureThreshold, 'hint');
    assert.deepEqual(config.options.settings?.trustedRegistries, ['docker.io']);
    assert.deepEqual(config.options.settings?.labelSchema, { a: 'rfc3339', b: 'text', c: 'hash' });
    assert.equal(config.options.settings?.strictLabels, true);
    assert.deepEqual(config.options.honour, { hadolint: false });
    assert.deepEqual([config.formats, config.colour], [['checkstyle', 'json'], false]);
  });

  test('thresholds', () => {
    const threshold = (text: string) => hadolint(text).failureThreshold;
    for (const any of ['ignore', 'none', 'style']) assert.equal(threshold(`failure-threshold: ${any}`), 'hint');
    assert.equal(threshold('failure-threshold: warning'), 'warning');
    assert.equal(threshold('no-fail: true\nfailure-threshold: error'), 'none');
    assert.equal(threshold('no-fail: false'), undefined);
  });

  test('a file that cannot be used is told, and has no say', () => {
    assert.match(hadolint('ignored: [DL3008\n').problems[0]!, /\.hadolint\.yaml:\d: this is not valid YAML: /);
    const wrong = hadolint('ignored: [DL3008]\nlabel-schema:\n  a: date\n');
    assert.match(wrong.problems[0]!, /\.hadolint\.yaml:3: "label-schema: a" is none of text, /);
    assert.deepEqual(wrong.options.severities, {});
    assert.deepEqual(hadolint('ignored: [A]\nignored: [B]\n').problems, [], 'a key that is there twice is no mistake');
  });

  test('the environment: lists are united, the file wins, an ignored code is ignored whatever it is', () => {
    const config = hadolint('override: {info: [DL3001, DL3002]}\nfailure-threshold: error\nignored: [A]\n', {
      HADOLINT_IGNORE: 'DL3002, B',
      HADOLINT_OVERRIDE_ERROR: 'DL3001',
      HADOLINT_OVERRIDE_STYLE: 'DL3003',
      HADOLINT_FAILURE_THRESHOLD: 'info',
      HADOLINT_TRUSTED_REGISTRIES: 'a,b',
      HADOLINT_REQUIRE_LABELS: 'x:url, y:text,z:',
      HADOLINT_STRICT_LABELS: 'Y',
      HADOLINT_DISABLE_IGNORE_PRAGMA: 'on',
      HADOLINT_FORMAT: 'gnu',
      NO_COLOR: '',
    });
    const { severities, settings, honour } = config.options;
    assert.deepEqual(severities, { DL3003: 'hint', DL3001: 'error', DL3002: 'off', A: 'off', B: 'off' });
    assert.deepEqual(settings?.trustedRegistries, ['a', 'b']);
    assert.deepEqual(settings?.labelSchema, { x: 'url', y: 'text', z: 'text' });
    assert.equal(settings?.strictLabels, true);
    assert.deepEqual(honour, { hadolint: false });
    assert.deepEqual([config.failureThreshold, config.formats, config.colour], ['error', ['gnu'], false]);
    assert.equal(hadolint('', { HADOLINT_NOFAIL: 'TRUE' }).failureThreshold, 'none');
    assert.equal(hadolint('', { HADOLINT_NOFAIL: '0' }).failureThreshold, undefined);
  });

  test('BUILDKIT_DOCKERFILE_CHECK', () => {
    assert.equal(hadolint('', { BUILDKIT_DOCKERFILE_CHECK: 'skip=all' }).options.checks, 'skip=all');
    assert.match(hadolint('', { BUILDKIT_DOCKERFILE_CHECK: 'nonsense' }).problems[0]!, /^BUILDKIT_DOCKERFILE_CHECK /);
  });
});
