import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { dockerfile } from '../server/src/core/text/dockerfile';
import { bundle, folderOf, layerwise } from './support/cli';

/** One warning: `pinning/npm`, in hadolint's words DL3016. */
const unpinned = dockerfile`
  FROM node:22.11.0-slim
  RUN npm install express
`;
const clean = 'FROM scratch\n';
/** That finding and no other, whatever the preset. */
const only = ['--rule', '*=off', '--rule', 'pinning/npm=warning'];

interface Finding {
  rule: string;
  aliases: string[];
  severity: string;
  message: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  related: { range: object; message: string }[];
  fixes: { title: string; safety: string }[];
}

function json(stdout: string): { file: string; diagnostics: Finding[] }[] {
  return JSON.parse(stdout) as { file: string; diagnostics: Finding[] }[];
}

/** The rules found by `lint` in the first file. */
function found(stdout: string): string[] {
  return json(stdout)[0]!.diagnostics.map(({ rule }) => rule);
}

suite('lint', () => {
  test('as text: place, severity, message, names; a count; status 1', () => {
    const cwd = folderOf({ Dockerfile: unpinned });
    const { status, stdout, stderr } = layerwise(['lint', ...only, 'Dockerfile'], { cwd });
    assert.match(stdout, /^Dockerfile:2:\d+: warning: .+\. \[pinning\/npm, DL3016\]$/m);
    assert.match(stdout, /\n\n1 warning.*\.\n$/);
    assert.equal(stderr, '');
    assert.equal(status, 1);
  });

  test('as JSON: the documented shape, from 0', () => {
    const cwd = folderOf({ Dockerfile: unpinned, 'clean.Dockerfile': clean });
    const { status, stdout } = layerwise(['lint', '--format', 'json', ...only, 'Dockerfile', 'clean.Dockerfile'], {
      cwd,
    });
    const [first, second] = json(stdout);
    assert.deepEqual(second, { file: 'clean.Dockerfile', diagnostics: [] });
    assert.equal(first!.file, 'Dockerfile');
    const finding = first!.diagnostics.find(({ rule }) => rule === 'pinning/npm')!;
    assert.deepEqual(Object.keys(finding), ['rule', 'aliases', 'severity', 'message', 'range', 'related', 'fixes']);
    assert.deepEqual(finding.aliases.slice(0, 1), ['DL3016']);
    assert.equal(finding.severity, 'warning');
    assert.equal(finding.range.start.line, 1);
    assert.ok(finding.range.start.character >= 4);
    assert.equal(status, 1);
  });

  test('nothing found: no output, status 0', () => {
    const cwd = folderOf({ Dockerfile: clean });
    assert.deepEqual(layerwise(['lint', ...only, 'Dockerfile'], { cwd }), { status: 0, stdout: '', stderr: '' });
  });

  test('a folder is searched for the names that Dockerfiles have', () => {
    const names = [
      'Dockerfile',
      'Dockerfile.dev',
      'Dockerfile-test',
      'a.Dockerfile',
      'b.dockerfile',
      'c_Dockerfile',
      'Containerfile',
      'sub/Containerfile.x',
    ];
    const others = [
      'Dockerfile.dockerignore',
      'Dockerfile.md',
      'README.md',
      'dockerfile-parser.js',
      'mydockerfiles',
      'node_modules/x/Dockerfile',
      'Dockerfile.d/notes.txt',
    ];
    const cwd = folderOf(Object.fromEntries([...names, ...others].map((name) => [name, clean])));
    const { stdout } = layerwise(['lint', '--format', 'json', '.'], { cwd });
    assert.deepEqual(
      json(stdout)
        .map(({ file }) => file)
        .sort(),
      [...names].sort(),
    );
  });

  test('- is standard input', () => {
    const { status, stdout } = layerwise(['lint', '--format', 'json', ...only, '-'], { input: unpinned });
    assert.equal(json(stdout)[0]!.file, '-');
    assert.ok(found(stdout).includes('pinning/npm'));
    assert.equal(status, 1);
  });

  test('--fail-on and failureThreshold say what fails; the flag wins', () => {
    const cwd = folderOf({ Dockerfile: unpinned });
    assert.equal(layerwise(['lint', ...only, '--fail-on', 'error', 'Dockerfile'], { cwd }).status, 0);
    assert.equal(layerwise(['lint', ...only, '--fail-on', 'none', 'Dockerfile'], { cwd }).status, 0);
    assert.equal(layerwise(['lint', ...only, '--fail-on', 'hint', 'Dockerfile'], { cwd }).status, 1);
    const configured = folderOf({ Dockerfile: unpinned, '.layerwise.yaml': 'failureThreshold: error\n' });
    assert.equal(layerwise(['lint', ...only, 'Dockerfile'], { cwd: configured }).status, 0);
    assert.equal(layerwise(['lint', ...only, '--fail-on', 'warning', 'Dockerfile'], { cwd: configured }).status, 1);
  });

  test('--preset chooses the rules', () => {
    const input = 'FROM a:1\nENV NPM_TOKEN=\n';
    const run = (preset: string) =>
      found(layerwise(['lint', '--format=json', '--preset', preset, '-'], { input }).stdout);
    assert.ok(run('hadolint').includes('secrets/name-in-arg-or-env-wide'));
    assert.ok(run('buildkit').includes('secrets/name-in-arg-or-env'));
    assert.ok(!run('recommended').includes('secrets/name-in-arg-or-env'));
    assert.ok(run('all').includes('secrets/name-in-arg-or-env-wide'));
  });

  test('a secret is never shown', () => {
    const input = 'FROM a:1\nENV DB_PASSWORD=hunter2hunter2\nRUN curl -u admin:hunter2hunter2 https://example.com/x\n';
    for (const format of ['text', 'json']) {
      const { stdout } = layerwise(['lint', '--preset', 'all', '--format', format, '-'], { input });
      assert.match(stdout, /DB_PASSWORD/);
      assert.doesNotMatch(stdout, /hunter2/);
    }
  });
});

suite('configuration', () => {
  test('the nearest .layerwise.yaml above a Dockerfile counts', () => {
    const cwd = folderOf({
      'sub/Dockerfile': unpinned,
      'sub/deep/Dockerfile': unpinned,
      '.layerwise.yaml': 'rules:\n  pinning/npm: off\n',
      'sub/deep/.layerwise.json': '{"rules": {"DL3016": "error"}}',
    });
    const { stdout } = layerwise(['lint', '--format', 'json', 'sub'], { cwd });
    const severities = json(stdout).map(
      ({ diagnostics }) => diagnostics.find(({ rule }) => rule === 'pinning/npm')?.severity,
    );
    assert.deepEqual(severities, [undefined, 'error']);
  });

  test('--config takes the place of what is found', () => {
    const cwd = folderOf({
      Dockerfile: unpinned,
      '.layerwise.yaml': 'rules: {pinning/npm: off}\n',
      'other.yaml': 'rules: {pinning/npm: info}\nfailureThreshold: info\n',
    });
    const { status, stdout } = layerwise(['lint', '--config', 'other.yaml', '--format', 'json', 'Dockerfile'], { cwd });
    assert.ok(found(stdout).includes('pinning/npm'));
    assert.equal(status, 1);
  });

  test('preset and ignore', () => {
    const cwd = folderOf({
      Dockerfile: clean,
      'vendor/Dockerfile': unpinned,
      '.layerwise.yml': 'preset: hadolint\nignore: [vendor]\n',
    });
    const { stdout } = layerwise(['lint', '--format', 'json', '.'], { cwd });
    assert.deepEqual(
      json(stdout).map(({ file }) => file),
      ['Dockerfile'],
    );
  });

  test('.hadolint.yaml: ignored, override, failure-threshold, trustedRegistries', () => {
    const text = 'FROM quay.io/a/b:1\nRUN npm install express\nRUN pip install flask\n';
    const cwd = folderOf({
      Dockerfile: text,
      '.hadolint.yaml': dockerfile`
        ignored: [DL3013]
        override:
          info: [DL3016]
        failure-threshold: error
        trustedRegistries: [docker.io]
      `,
    });
    const { status, stdout } = layerwise(['lint', '--preset', 'hadolint', '--format', 'json', 'Dockerfile'], { cwd });
    const findings = json(stdout)[0]!.diagnostics;
    assert.equal(findings.find(({ rule }) => rule === 'pinning/npm')?.severity, 'info');
    assert.ok(!findings.some(({ rule }) => rule === 'pinning/pip'));
    assert.ok(findings.some(({ rule }) => rule === 'pinning/untrusted-registry'));
    assert.equal(status, 1);
  });

  test("hadolint's environment variables, no-fail and disable-ignore-pragma", () => {
    const cwd = folderOf({ Dockerfile: `# hadolint global ignore=DL3016\n${unpinned}` });
    const hadolint = ['lint', '--preset', 'hadolint', '--format', 'json', 'Dockerfile'];
    const run = (env: Record<string, string>) => layerwise(hadolint, { cwd, env });
    assert.deepEqual(found(run({}).stdout).includes('pinning/npm'), false);
    assert.deepEqual(found(run({ HADOLINT_DISABLE_IGNORE_PRAGMA: '1' }).stdout).includes('pinning/npm'), true);
    assert.equal(run({ HADOLINT_DISABLE_IGNORE_PRAGMA: 'yes', HADOLINT_NOFAIL: 'true' }).status, 0);
    assert.equal(run({ HADOLINT_DISABLE_IGNORE_PRAGMA: 'on', HADOLINT_IGNORE: 'DL3016, DL3008' }).status, 0);
  });

  test('hadolint looks at home too', () => {
    const home = folderOf({ '.config/hadolint.yaml': 'ignored: [DL3016]\n' });
    const cwd = folderOf({ Dockerfile: unpinned });
    const { stdout } = layerwise(['lint', '--preset', 'hadolint', '--format', 'json', 'Dockerfile'], {
      cwd,
      env: { HOME: home },
    });
    assert.ok(!found(stdout).includes('pinning/npm'));
  });

  test('minimumFrontend: what the builder can do needs no # syntax line; the flag wins', () => {
    const heredoc = 'FROM a:1\nRUN <<EOF\na\nb\nEOF\n';
    const run = (yaml: string, ...flags: string[]) => {
      const cwd = folderOf({ Dockerfile: heredoc, '.layerwise.yaml': `preset: strict\n${yaml}` });
      const { stdout, stderr, status } = layerwise(['lint', '--format', 'json', ...flags, 'Dockerfile'], { cwd });
      const asked = stdout !== '' && found(stdout).includes('pinning/syntax-directive');
      return { asked, stderr, status };
    };
    assert.equal(run('').asked, true);
    assert.equal(run("minimumFrontend: '1.3'\n").asked, true);
    assert.equal(run("minimumFrontend: '1.10'\n").asked, false);
    assert.equal(run("minimumFrontend: '1.10'\n", '--minimum-frontend', '1.3').asked, true);
    assert.equal(run('', '--minimum-frontend', '1.10.2').asked, false);
    const { stderr, status } = run('minimumFrontend: 1.10\n');
    assert.match(stderr, /"minimumFrontend" has to stand in quotes, as in minimumFrontend: '1\.10'\.\n$/);
    assert.equal(status, 2);
    assert.match(run("minimumFrontend: '2'\n").stderr, /"minimumFrontend" is not a version of docker\/dockerfile/);
    assert.match(run('', '--minimum-frontend', 'new').stderr, /--minimum-frontend takes a version such as 1\.10\./);
  });

  test('a rule that is not ours is told, and nothing else', () => {
    const cwd = folderOf({ Dockerfile: clean, '.layerwise.yaml': 'rules:\n  pinning/nmp: off\n  SC2046: off\n' });
    const { status, stderr } = layerwise(['lint', 'Dockerfile'], { cwd });
    assert.match(stderr, /^layerwise: .*\.layerwise\.yaml:2: no rule is named "pinning\/nmp"\.\n$/);
    assert.equal(status, 0);
  });
});

suite('fix', () => {
  const fixable = dockerfile`
    FROM debian:12.8-slim
    RUN --mount=type=cache,target=/var/cache/apt apt-get update
  `;
  const fixed = fixable.replace('/var/cache/apt apt-get', '/var/cache/apt,sharing=locked apt-get');
  const config = { '.layerwise.yaml': 'rules:\n  "*": off\n  cache/mount-not-locked: info\n' };

  test('writes what is safe, tells what it did, and keeps permissions', () => {
    const cwd = folderOf({ Dockerfile: fixable, ...config });
    chmodSync(join(cwd, 'Dockerfile'), 0o640);
    const { status, stdout, stderr } = layerwise(['fix', 'Dockerfile'], { cwd });
    assert.equal(readFileSync(join(cwd, 'Dockerfile'), 'utf8'), fixed);
    assert.equal(statSync(join(cwd, 'Dockerfile')).mode & 0o777, 0o640);
    assert.match(stderr, /^layerwise: Dockerfile: .+ \[cache\/mount-not-locked\]\.$/m);
    assert.equal(stdout, '');
    assert.equal(status, 0);
    assert.deepEqual(readdirSync(cwd).sort(), ['.git', '.layerwise.yaml', 'Dockerfile']);
  });

  test('applies what is safe and no more, until asked; says what it leaves to do', () => {
    const text = dockerfile`
      # syntax=docker/dockerfile:1.0
      FROM golang AS build
      COPY . .
      RUN go build -o /app

      FROM debian:12-slim
      RUN apt-get update && apt-get install -y curl
      COPY --from=build /app /app
    `;
    const rules = ['cache/mount-go', 'cache/mount-apt', 'pinning/base-image-untagged'];
    const settings = `rules:\n  "*": off\n${rules.map((rule) => `  ${rule}: info\n`).join('')}`;
    const cwd = folderOf({ Dockerfile: text, '.layerwise.yaml': settings });
    const { stderr } = layerwise(['fix', 'Dockerfile'], { cwd });
    const once = readFileSync(join(cwd, 'Dockerfile'), 'utf8');
    const mount = '--mount=type=cache,target=';
    const goMounts = `${mount}/go/pkg/mod \\\n    ${mount}/root/.cache/go-build \\\n    `;
    assert.equal(once, text.replace('1.0', '1').replace('RUN go', `RUN ${goMounts}go`));
    assert.match(stderr, /\[cache\/mount-go\]\. Raises the Dockerfile frontend from 1\.0 to 1/);
    assert.equal(layerwise(['fix', 'Dockerfile'], { cwd }).stderr, '', 'there is nothing left to do');
    const more = layerwise(['fix', '--unsafe', 'Dockerfile'], { cwd });
    assert.match(more.stderr, /\[pinning\/base-image-untagged\]/);
    assert.match(more.stderr, /\[cache\/mount-apt\]/);
  });

  test('byte order mark and CRLF stay', () => {
    const cwd = folderOf({ Dockerfile: `\uFEFF${fixable.replaceAll('\n', '\r\n')}`, ...config });
    layerwise(['fix', 'Dockerfile'], { cwd });
    assert.equal(readFileSync(join(cwd, 'Dockerfile'), 'utf8'), `\uFEFF${fixed.replaceAll('\n', '\r\n')}`);
  });

  test('a link stays a link', () => {
    const cwd = folderOf({ 'real/Dockerfile': fixable, ...config });
    symlinkSync('real/Dockerfile', join(cwd, 'Dockerfile'));
    layerwise(['fix', 'Dockerfile'], { cwd });
    assert.ok(lstatSync(join(cwd, 'Dockerfile')).isSymbolicLink());
    assert.equal(readFileSync(join(cwd, 'real/Dockerfile'), 'utf8'), fixed);
  });

  test('--diff shows and changes nothing', () => {
    const cwd = folderOf({ Dockerfile: fixable, ...config });
    const { status, stdout } = layerwise(['fix', '--diff', 'Dockerfile'], { cwd });
    assert.match(stdout, /^--- a\/Dockerfile\n\+\+\+ b\/Dockerfile\n@@ .+ @@\n/);
    assert.match(stdout, /^\+RUN --mount=type=cache,target=\/var\/cache\/apt,sharing=locked apt-get update$/m);
    assert.equal(readFileSync(join(cwd, 'Dockerfile'), 'utf8'), fixable);
    assert.equal(status, 0);
  });

  test('standard input comes out fixed', () => {
    const cwd = folderOf(config);
    assert.equal(layerwise(['fix', '-'], { cwd, input: fixable }).stdout, fixed);
  });

  test('what is no valid UTF-8 is left alone', () => {
    const bytes = Buffer.concat([Buffer.from('# caf\xe9\n', 'latin1'), Buffer.from(fixable)]);
    const cwd = folderOf({ Dockerfile: bytes, ...config });
    const { status, stderr } = layerwise(['fix', 'Dockerfile'], { cwd });
    assert.deepEqual(readFileSync(join(cwd, 'Dockerfile')), bytes);
    assert.match(stderr, /Dockerfile: not changed, since it is not valid UTF-8\.\n/);
    assert.equal(status, 2);
  });
});

suite('refactor', () => {
  const two = 'FROM debian:12\nRUN apt-get update\nRUN true\n';

  test('prints the text after, and writes nothing', () => {
    const cwd = folderOf({ Dockerfile: two });
    const { status, stdout } = layerwise(['refactor', 'merge-run', 'Dockerfile', '--line', '2'], { cwd });
    assert.match(stdout, /^FROM debian:12\nRUN apt-get update && \\?\n? *true\n$/);
    assert.equal(readFileSync(join(cwd, 'Dockerfile'), 'utf8'), two);
    assert.equal(status, 0);
  });

  test('finds a place by itself, and prints a diff on request', () => {
    const { status, stdout } = layerwise(['refactor', 'merge-run', '-', '--diff'], { input: two });
    assert.match(stdout, /^-RUN true$/m);
    assert.equal(status, 0);
  });

  test('refused: the reason, nothing else, status 1', () => {
    const { status, stdout, stderr } = layerwise(['refactor', 'merge-run', '-'], {
      input: 'FROM debian:12\nRUN true\n',
    });
    assert.equal(stdout, '');
    assert.match(stderr, /^layerwise: -: .+\.\n$/);
    assert.equal(status, 1);
  });

  test('a shorter name does as well', () => {
    const long = layerwise(['refactor', 'merge-run', '-'], { input: two });
    assert.deepEqual(layerwise(['refactor', 'merge-runs', '-'], { input: two }), long);
  });

  suite('multi-stage', () => {
    const single =
      'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /bin/shop .\nCMD ["/bin/shop"]\n';
    const project = { Dockerfile: single, 'go.mod': 'module shop\n', 'main.go': 'package main\n\nfunc main() {}\n' };
    const convert = (cwd: string, ...args: string[]) =>
      layerwise(['refactor', 'multi-stage', 'Dockerfile', ...args], { cwd, env: { DOCKER_HOST: 'unix:///nowhere' } });

    test('the new text alone on standard output', () => {
      const { status, stdout, stderr } = convert(folderOf(project));
      assert.match(stdout, /^FROM golang:1\.22 AS build\n[\s\S]*\nFROM gcr\.io\/distroless\/static-debian12\n/);
      assert.doesNotMatch(stderr, /MB/);
      assert.equal(status, 0);
    });

    test('beside a diff, what it means for the image', () => {
      const { status, stdout, stderr } = convert(folderOf(project), '--diff');
      assert.match(stdout, /^\+FROM golang:1\.22 AS build$/m);
      assert.match(stderr, /^layerwise: About 840 MB → 2 MB before your own files, by typical sizes of .*\.$/m);
      assert.match(stderr, /^layerwise: go, gcc, .* leave the image\.$/m);
      assert.equal(status, 0);
    });

    test('another runtime image, as far as what is built can run there', () => {
      const cwd = folderOf(project);
      assert.match(convert(cwd, '--runtime', 'debian:bookworm-slim').stdout, /^FROM debian:bookworm-slim$/m);
      const linked = folderOf({ ...project, Dockerfile: single.replace('CGO_ENABLED=0', 'CGO_ENABLED=1') });
      const { status, stdout, stderr } = convert(linked, '--runtime', 'alpine:3.20');
      assert.match(
        stderr,
        /^layerwise: Dockerfile: What is built is linked with glibc, and alpine:3\.20 has musl\.\n$/,
      );
      assert.deepEqual([status, stdout], [1, '']);
    });

    test('what only a person knows is asked with its answers, and can be said', () => {
      const cwd = folderOf({
        Dockerfile:
          'FROM maven\nWORKDIR /app\nCOPY . .\nRUN mvn package\nCMD ["java", "-jar", "target/shop-1.0.jar"]\n',
        'pom.xml':
          '<project><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId><artifactId>shop</artifactId><version>1.0</version></project>',
        'src/main/java/Shop.java': 'class Shop {}\n',
      });
      const asked = convert(cwd);
      assert.match(asked.stderr, /Which version of Java does maven have\? Say it with one of:\n/);
      assert.match(asked.stderr, /^layerwise: {3}--answer java=17$/m);
      assert.deepEqual([asked.status, asked.stdout], [1, '']);
      const answered = convert(cwd, '--answer', 'java=17');
      assert.match(answered.stdout, /^FROM eclipse-temurin:17-jre/m);
      assert.equal(answered.status, 0);
    });

    test('wrong usage', () => {
      const cwd = folderOf(project);
      for (const image of ['Debian', 'debian:', 'a b', '-x', 'debian:$V', '']) {
        const { status, stdout, stderr } = convert(cwd, `--runtime=${image}`);
        assert.match(stderr, /^layerwise: --runtime takes an image .+ See "layerwise --help"\.\n$/, image);
        assert.deepEqual([status, stdout], [2, '']);
      }
      for (const answer of ['x', '=x', 'X=1', 'x=']) assert.equal(convert(cwd, `--answer=${answer}`).status, 2, answer);
      assert.equal(convert(cwd, '--context', 'nowhere').status, 2);
      const other = layerwise(['refactor', 'merge-run', '-', '--runtime', 'alpine:3'], { input: two });
      assert.match(other.stderr, /--runtime and --answer are not for merge-run/);
      assert.equal(other.status, 2);
    });
  });

  test('a line that is not there, a refactoring that is not there', () => {
    assert.equal(layerwise(['refactor', 'merge-run', '-', '--line', '9'], { input: two }).status, 2);
    const { status, stderr } = layerwise(['refactor', 'nonsense', '-'], { input: two });
    assert.match(stderr, /There is no refactoring "nonsense"; there are .*merge-run/);
    assert.equal(status, 2);
  });
});

suite('the rest', () => {
  test('layers draws a table for each stage', () => {
    const { status, stdout } = layerwise(['layers', '-'], {
      input: 'FROM a:1 AS b\nCOPY x .\nRUN y\nFROM c:1\nENV A=1\n',
    });
    assert.match(stdout, /^Stage 0 \(b\), FROM a:1: 2 filesystem layers\n/);
    assert.match(stdout, /^ +2 +1 {2}COPY +yes +3$/m);
    assert.match(stdout, /^Stage 1, FROM c:1: 0 filesystem layers\n/m);
    assert.equal(status, 0);
  });

  test('explain prints the page of a rule, under any of its names', () => {
    const { status, stdout } = layerwise(['explain', 'pinning/npm']);
    assert.match(stdout, /^## pinning\/npm\n/);
    assert.equal(status, 0);
    assert.equal(layerwise(['explain', 'dl3016']).stdout, stdout);
    const unknown = layerwise(['explain', 'npm']);
    assert.match(unknown.stderr, /There is no rule "npm"\. Is it one of .*pinning\/npm/);
    assert.equal(unknown.status, 2);
  });

  test('lsp answers a client', { timeout: 20_000 }, async (context) => {
    const server = spawn(process.execPath, [bundle, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    context.after(() => server.kill());
    const send = (message: object) => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    };
    const exit = once(server, 'exit');
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    let answer = '';
    for await (const chunk of server.stdout.iterator({ destroyOnReturn: false })) {
      answer += String(chunk);
      if (answer.includes('"capabilities"')) break;
    }
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    assert.deepEqual(await exit, [0, null]);
  });

  test('--help and --version', () => {
    assert.match(layerwise(['--help']).stdout, /layerwise lint \[options\] PATH/);
    assert.equal(layerwise(['lint', '--help']).status, 0);
    assert.match(layerwise(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  test('wrong usage: one line, status 2', () => {
    const wrong = [[], ['nonsense'], ['lint'], ['lint', '--bogus', 'x'], ['lint', '--preset', 'x', '.'], ['fix']];
    for (const args of [...wrong, ['lint', '--fail-on', 'x', '.'], ['layers'], ['explain', 'a', 'b'], ['lsp']]) {
      const { status, stdout, stderr } = layerwise(args);
      assert.equal(stdout, '');
      assert.match(stderr, /^layerwise: .+\. See "layerwise --help"\.\n$/, args.join(' '));
      assert.equal(status, 2);
    }
  });
});
