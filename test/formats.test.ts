import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { layerwise } from './support/cli';

const text = 'FROM debian:13.1\nRUN npm install express & "é"\n  \nSHELL ["a", "b]\n';
const only = ['--rule', '*=off', '--rule', 'pinning/npm=error', '--rule', 'style/label-missing=warning'];

/** What a format makes of one finding in standard input, and of none. */
function run(format: string, input = text, ...more: string[]) {
  return layerwise(['lint', '--format', format, ...only, ...more, '-'], { input });
}

function parsed<Value>(format: string, input = text): Value {
  return JSON.parse(run(format, input).stdout) as Value;
}

const clean = 'FROM debian:13.1\n';
const message = /^express has no version\b.*\.$/;

suite('formats', () => {
  test('all print nothing that cannot be read where nothing is found, and exit with 0', () => {
    for (const format of ['json', 'sarif', 'gitlab', 'gitlab_codeclimate', 'sonarqube'])
      assert.doesNotThrow(() => parsed(format, clean), format);
    for (const format of ['text', 'github', 'tty', 'gnu', 'codeclimate', 'codacy'])
      assert.equal(run(format, clean).stdout, '', format);
    for (const format of ['checkstyle', 'junit', 'sarif']) assert.equal(run(format, clean).status, 0);
    assert.equal(run('checkstyle').status, 1);
    assert.equal(run('nonsense').status, 2);
  });

  test('sarif', () => {
    interface Sarif {
      version: string;
      runs: {
        tool: {
          driver: { name: string; rules: { id: string; helpUri: string; shortDescription: { text: string } }[] };
        };
        results: {
          ruleId: string;
          ruleIndex: number;
          level: string;
          message: { text: string };
          locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[];
        }[];
      }[];
    }
    const log = parsed<Sarif>('sarif');
    assert.equal(log.version, '2.1.0');
    const [{ tool, results }] = log.runs as [Sarif['runs'][0]];
    const [result] = results;
    assert.equal(results.length, 1);
    assert.equal(tool.driver.rules[result!.ruleIndex]!.id, 'pinning/npm');
    assert.match(tool.driver.rules[0]!.helpUri, /rules\/pinning\.md#pinningnpm$/);
    assert.deepEqual([result!.ruleId, result!.level], ['pinning/npm', 'error']);
    assert.match(result!.message.text, message);
    assert.deepEqual(result!.locations[0]!.physicalLocation.region, {
      ...{ startLine: 2, startColumn: 17 },
      ...{ endLine: 2, endColumn: 24 },
    });
    const { runs } = parsed<Sarif>('sarif', clean);
    assert.deepEqual(runs[0]!.results, []);
  });

  test('sarif has the fixes that are safe', () => {
    const input = 'FROM debian:13.1\n# layerwise ignore=pinning/npm\nRUN make\n';
    const { stdout } = run('sarif', input, '--rule', 'style/unused-suppression=info');
    assert.match(stdout, /"deletedRegion"/);
    assert.match(stdout, /"Delete the ignore comment"/);
  });

  test('github', () => {
    const line = run('github').stdout;
    assert.match(
      line,
      /^::error file=-,line=2,endLine=2,col=17,endColumn=24,title=pinning\/npm \(DL3016\)::express has no version[^\n]*\.\n$/,
    );
  });

  test('tty, gnu and codacy: a line each', () => {
    assert.match(run('tty').stdout, /^-:2 DL3016 error: express has no version[^\n]*\.\n$/);
    assert.match(run('gnu').stdout, /^layerwise:-:2:17: DL3016 error: express has no version[^\n]*\.\n$/);
    const { message: told, ...rest } = parsed<Record<string, unknown>>('codacy');
    assert.deepEqual(rest, { filename: '-', patternId: 'DL3016', line: 2 });
    assert.match(String(told), message);
  });

  test('checkstyle and junit', () => {
    assert.match(
      run('checkstyle').stdout,
      /^<\?xml [^>]*\?>\n<checkstyle version="4\.3">\n {2}<file name="-">\n {4}<error line="2" column="17" severity="error" message="express [^"]*" source="DL3016"\/>\n {2}<\/file>\n<\/checkstyle>\n$/,
    );
    const junit = run('junit').stdout;
    assert.match(junit, /<testsuites name="layerwise" tests="1" failures="1" errors="0">/);
    assert.match(
      junit,
      /<testcase classname="-" name="DL3016 \(line 2, column 17\)">\n +<failure type="error" message="express /,
    );
    assert.match(
      run('junit', clean).stdout,
      /<testsuite name="-" tests="1" failures="0" errors="0">\n +<testcase [^>]*\/>\n/,
    );
  });

  test('text in XML is escaped', () => {
    const { stdout } = layerwise(['lint', '--format', 'checkstyle', ...only, '-'], {
      input: 'FROM debian:13.1\nRUN npm install "<a>&\'b"\n',
    });
    assert.doesNotMatch(stdout, /message="[^"]*[<>'][^"]*"/);
  });

  test('codeclimate, and gitlab with fingerprints', () => {
    const climate = run('codeclimate');
    assert.match(climate.stdout, /^\{[^\0]*\}\0\n$/);
    assert.equal(climate.status, 0, 'hadolint leaves the verdict to who reads it');
    assert.equal(run('codacy').status, 0);
    const twice = 'FROM debian:13.1\nRUN npm install a\nRUN npm install a\n';
    const issues = parsed<{ check_name: string; severity: string; fingerprint: string; location: object }[]>(
      'gitlab',
      twice,
    );
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 2);
    assert.deepEqual(issues[0]!.location, { path: '-', lines: { begin: 2, end: 2 } });
    assert.deepEqual([issues[0]!.check_name, issues[0]!.severity], ['DL3016', 'blocker']);
    const moved = parsed<{ fingerprint: string }[]>('gitlab_codeclimate', twice.replace('\n', '\n\n\n'));
    assert.deepEqual(
      moved.map(({ fingerprint }) => fingerprint),
      issues.map(({ fingerprint }) => fingerprint),
    );
  });

  test('sonarqube', () => {
    const { rules, issues } = parsed<{
      rules: { id: string }[];
      issues: { ruleId: string; primaryLocation: object }[];
    }>('sonarqube');
    assert.deepEqual(
      rules.map(({ id }) => id),
      ['DL3016'],
    );
    const { message: told, ...place } = issues[0]!.primaryLocation as { message: string };
    assert.match(told, message);
    assert.deepEqual(place, {
      filePath: '-',
      textRange: { startLine: 2, endLine: 2, startColumn: 16, endColumn: 23 },
    });
  });
});

suite('flags', () => {
  const codes = (input: string, ...args: string[]) => {
    const { stdout } = layerwise(['lint', '-f', 'json', ...args, '-'], { input });
    const [{ diagnostics }] = JSON.parse(stdout) as [{ diagnostics: { rule: string; severity: string }[] }];
    return diagnostics.map(({ rule, severity }) => `${rule} ${severity}`);
  };
  const off = ['--rule', '*=off'];

  test('--rule and --ignore', () => {
    assert.deepEqual(codes(text, ...only), ['pinning/npm error']);
    assert.deepEqual(codes(text, ...off, '--rule', 'DL3016=hint'), ['pinning/npm hint']);
    assert.deepEqual(codes(text, ...off, '--rule', 'pinning/npm=hint', '--ignore', 'DL3016,pinning/npm'), [
      'pinning/npm hint',
    ]);
    assert.ok(!codes(text, '--preset', 'hadolint', '--ignore', 'DL3016').some((one) => one.startsWith('pinning/npm')));
    assert.ok(codes(text, '--preset', 'hadolint', '--style', 'DL3016').includes('pinning/npm hint'));
    for (const wrong of ['a', '=off', 'pinning/npm=bad', 'pinning/none=off'])
      assert.equal(layerwise(['lint', '--rule', wrong, '-'], { input: clean }).status, 2, wrong);
  });

  test('--trusted-registry', () => {
    const registry = [...off, '--rule', 'pinning/untrusted-registry=error'];
    const input = 'FROM quay.io/a/b:1\n';
    assert.deepEqual(codes(input, ...registry), []);
    assert.deepEqual(codes(input, ...registry, '--trusted-registry', 'ghcr.io'), ['pinning/untrusted-registry error']);
    assert.deepEqual(codes(input, ...registry, '--trusted-registry', 'ghcr.io,quay.io'), []);
  });

  test('--require-label takes a name and a type', () => {
    const run = (label: string) => layerwise(['lint', ...off, '--require-label', label, '-'], { input: clean });
    assert.equal(run('a:url').status, 0);
    assert.match(run('a:date').stderr, /--require-label takes NAME:TYPE, where TYPE is one of text, url, /);
  });

  test('--experimental', () => {
    assert.match(
      layerwise(['lint', '--experimental', 'Nonsense', '-'], { input: clean }).stderr,
      /--experimental takes all, or the names of experimental checks; "Nonsense" is none\./,
    );
    const input = '# other\nFROM debian:13.1 AS build\nFROM build\n';
    assert.ok(!codes(input, '--preset', 'buildkit').includes('style/definition-description warning'));
    for (const name of ['all', 'InvalidDefinitionDescription'])
      assert.ok(
        codes(input, '--preset', 'buildkit', '--experimental', name).includes('style/definition-description warning'),
      );
  });

  test('--no-fail, and thresholds in hadolint’s words', () => {
    const status = (...args: string[]) => layerwise(['lint', ...only, ...args, '-'], { input: text }).status;
    assert.equal(status(), 1);
    assert.equal(status('--no-fail'), 0);
    assert.equal(status('-t', 'error'), 1);
    const mild = (...args: string[]) => status('--rule', 'pinning/npm=hint', ...args);
    assert.deepEqual([mild(), mild('-t', 'style'), mild('-t', 'none'), mild('-t', 'info')], [0, 1, 1, 0]);
    assert.equal(status('-t', 'hint'), 2);
  });

  test('BUILDKIT_DOCKERFILE_CHECK takes the place of the directive', () => {
    const input = '# check=skip=FromAsCasing\nFROM debian:13.1 as build\n';
    const found = (env: Record<string, string>) =>
      layerwise(['lint', '--preset', 'buildkit', '-f', 'tty', '-'], { input, env }).stdout;
    assert.doesNotMatch(found({}), /from-as-casing/);
    assert.match(found({ BUILDKIT_DOCKERFILE_CHECK: 'skip=UndefinedVar' }), /from-as-casing/);
    assert.match(found({ BUILDKIT_DOCKERFILE_CHECK: 'error=true' }), /from-as-casing error/);
  });

  test('explain knows any name', () => {
    for (const name of ['DL3016', 'hadolint/DL3016', 'pinning/npm', 'dl3016'])
      assert.match(layerwise(['explain', name]).stdout, /^## pinning\/npm\n/, name);
    assert.match(layerwise(['explain', 'SC2086']).stdout, /^## correctness\/shellcheck\n/);
    assert.match(layerwise(['explain', 'AVD-DS-0001']).stdout, /^## pinning\/base-image-latest\n/);
  });
});

test('a format in hadolint’s configuration or environment counts where no flag says otherwise', () => {
  const found = (env: Record<string, string>, ...args: string[]) =>
    layerwise(['lint', ...only, ...args, '-'], { input: text, env }).stdout;
  assert.match(found({ HADOLINT_FORMAT: 'checkstyle' }), /^<\?xml/);
  assert.match(found({ HADOLINT_FORMAT: 'checkstyle' }, '-f', 'tty'), /^-:2 DL3016/);
  assert.match(found({ HADOLINT_FORMAT: 'nonsense' }), /^-:2:17: error/);
});
