import assert from 'node:assert/strict';
import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import {
  applyEdits,
  CRASH,
  fix,
  hover,
  isRefusal,
  layerView,
  lint,
  readBuild,
  refactorings,
} from '../server/src/core/index';
import { folderOf, layerwise } from './support/cli';

const mega = 1_000_000;

/** A file in which everything has a name that in JavaScript every object has, too. */
function named(name: string): string {
  return `ARG ${name}=1
FROM ${name}:${name} AS ${name}
SHELL ["${name}", "-c"]
ENV ${name}=$${name}
LABEL ${name}=1
USER ${name}:${name}
WORKDIR ${name}
EXPOSE 80/${name}
STOPSIGNAL ${name}
ONBUILD ${name} x
${name} x
COPY --${name}=1 --from=${name} ${name} .
RUN --mount=type=${name},${name}=1 ${name} --${name} ${name} install ${name}
RUN apt-get install ${name} && npm ${name} && npm install ${name}@1 && pip install ${name}==1 && go ${name} && set -o ${name}
RUN cd ${name} && npm run ${name}
HEALTHCHECK ${name}
CMD ["${name}"]
`;
}

/** The same in a project that can be converted. */
function namedProject(name: string): string {
  return `FROM golang:1.22
WORKDIR /a
COPY . .
RUN apt-get update && apt-get install -y ${name}
ENV A=$${name}
RUN go build -o /x .
CMD ["/x"]
`;
}

/** Texts that no one should write and everyone's editor holds at some moment. */
const texts: Readonly<Record<string, string>> = {
  'an empty file': '',
  'only blanks': ' \n\t\n\r\n',
  'only a byte order mark': '\uFEFF',
  'only comments': '# a\n# b\n',
  'only directives': '# syntax=docker/dockerfile:1\n# escape=`\n# check=skip=all',
  'no FROM': 'RUN apt-get install curl\nCOPY . .\nENV A=$B\nCMD ["a"\n',
  'FROM without an image': 'FROM\nFROM  AS \nFROM a AS\nFROM a AS b c\nFROM --platform\nFROM $A:$B@$C\n',
  'a megabyte in one line': `FROM a\nRUN echo ${'x'.repeat(mega)}\n`,
  'a megabyte of words in one line': `FROM a\nRUN npm install ${'x '.repeat(mega / 2)}\n`,
  'a megabyte of && in one line': `FROM a\nRUN true${' && true'.repeat(mega / 8)}\n`,
  'a megabyte of parentheses': `FROM a\nRUN ${'('.repeat(mega)}\n`,
  'a megabyte of dollars': `FROM a\nENV A=${'${A:-'.repeat(mega / 5)}\n`,
  'a megabyte of quotes': `FROM a\nENV A=${'"\''.repeat(mega / 2)}\n`,
  'ten thousand continued lines': `FROM a\nRUN a \\\n${'  && b \\\n'.repeat(10_000)}  && c\n`,
  'ten thousand stages': Array.from({ length: 10_000 }, (_, i) => `FROM ${i ? `s${i - 1}` : 'a'} AS s${i}\n`).join(''),
  'three thousand variables and runs': `FROM a\n${Array.from({ length: 3000 }, (_, i) => `ENV A${i}=$A${i - 1}x\nRUN b\n`).join('')}`,
  'a variable that doubles line by line': `FROM a\nENV A=x\n${'ENV A=$A$A\n'.repeat(60)}RUN $A\n`,
  'NUL bytes': 'FROM a\0b\nRUN c\0 && \0\n\0\nCOPY \0 \0\n',
  'an unpaired surrogate': 'FROM a\nRUN echo \uD800\nLABEL \uDC00=\uD800\n',
  'an unclosed quote': 'FROM a\nENV A="b\nRUN echo \'c\nCOPY "d e\nCMD ["f\n',
  'an unclosed heredoc': 'FROM a\nRUN <<EOF\napt-get install curl\n',
  'an unclosed heredoc of COPY': 'FROM a\nCOPY <<"E O F" /a\nb\nFROM c\n',
  'an unfinished continuation': 'FROM a\nRUN apt-get update && \\',
  'an unfinished continuation and a comment': 'FROM a\nRUN b \\\n# c\n\n',
  'a lone escape character': 'FROM a\n\\\nRUN b\n\\',
  'a stage that names itself': 'FROM a AS a\nCOPY --from=a /a /b\nFROM b AS B\nFROM B AS b\nRUN --mount=from=b c\n',
  'stages that name each other': 'FROM b AS a\nWORKDIR x\nFROM a AS b\nWORKDIR y\nRUN pwd\n',
  'a variable that names itself': 'ARG A=$A\nFROM $A\nARG A=${A:-$A}\nENV B=$B C=$C\nWORKDIR $B\nRUN $B\n',
  'an ONBUILD of ONBUILD': 'FROM a\nONBUILD ONBUILD RUN b\nONBUILD\nONBUILD FROM c\n',
  'unknown instructions': 'FROM a\nRUNN b\nDROP TABLE users;\n<<<<<<< HEAD\n=======\n>>>>>>> b\n',
  'another language': '<?xml version="1.0"?>\n<a b="c">$d</a>\n{"e": [1, 2}\n#!/bin/sh\nif then fi &&\n',
  'broken shell': 'FROM a\nRUN if then; do && || ;; esac $( ` " \nRUN case x in\nRUN { a\nRUN a | | b\n',
  'broken mounts':
    'FROM a\nRUN --mount= --mount --mount=type --mount=type=,a=b,,= --mount=type=cache npm ci\nRUN --mount\n',
  'constructor as a name of everything': named('constructor'),
  'constructor as a name in a project': namedProject('constructor'),
  '__proto__ as a name of everything': named('__proto__'),
  '__proto__ as a name in a project': namedProject('__proto__'),
  'toString as a name of everything': named('toString'),
  'toString as a name in a project': namedProject('toString'),
  'broken flags': 'FROM a\nCOPY --from= --chown --=x -- a b\nADD --checksum=$\nHEALTHCHECK --interval\nRUN --network\n',
  'lone carriage returns': 'FROM a\rRUN b\r\rCOPY c d\r',
  'mixed newlines': 'FROM a\r\nRUN b \\\n  && c \\\r\n  && d\n\r\nCMD e\r',
  'keywords without arguments': 'FROM a\nRUN\nCOPY\nADD\nENV\nARG\nLABEL\nUSER\nWORKDIR\nSHELL\nCMD\nVOLUME\nEXPOSE\n',
};

suite('any text gives a Build, findings inside it, and no crash', () => {
  for (const [name, text] of Object.entries(texts)) {
    test(name, () => {
      const build = readBuild(text);
      const diagnostics = lint(build, { preset: 'all' });
      for (const { rule, message, at, related = [] } of diagnostics) {
        assert.notEqual(rule, CRASH, message);
        for (const span of [at, ...related.map((other) => other.at)]) {
          assert.ok(
            0 <= span.start && span.start <= span.end && span.end <= text.length,
            `${rule}: a span lies outside.`,
          );
        }
      }
      for (const { fixes } of diagnostics.slice(0, 100)) {
        for (const { edits } of fixes) assert.doesNotMatch(applyEdits(text, edits), /\[native code|\[object/);
      }
      const places = [0, ...build.instructions.slice(0, 40).map(({ start }) => start), text.length];
      for (const start of places) {
        hover(build, start);
        for (const refactoring of refactorings) {
          const result = refactoring.apply(build, { start, end: start });
          if (result && !isRefusal(result)) applyEdits(text, result.edits);
        }
      }
      if (build.instructions.length < 5000) layerView(build);
      if (text.length < 100_000) fix(text, { preset: 'all', unsafe: true });
    });
  }
});

suite('the command line says in one line what it cannot use, and goes on', () => {
  const good = 'FROM scratch\n';

  /** Lints a path together with a good file: what is said, the status, and whether the good file was looked at. */
  function lintWith(cwd: string, ...paths: string[]): { stderr: string; status: number | null; files: string[] } {
    const { stdout, stderr, status } = layerwise(['lint', '--format', 'json', ...paths, 'good.Dockerfile'], { cwd });
    const files = (JSON.parse(stdout) as { file: string }[]).map(({ file }) => file);
    assert.ok(files.includes('good.Dockerfile'), 'The other file is not looked at.');
    assert.doesNotMatch(stderr, /\n +at /, 'A stack trace is shown.');
    return { stderr, status, files };
  }

  const cases: [name: string, files: Record<string, string | Buffer>, path: string, said: RegExp][] = [
    ['a missing file', {}, 'nope', /^layerwise: nope: there is no such file or folder\.\n$/],
    ['a missing file in a file', { a: good }, 'a/b', /^layerwise: a\/b: there is no such file or folder\.\n$/],
    [
      'a folder without a Dockerfile',
      { 'a/b.txt': '' },
      'a',
      /^layerwise: a: there is no Dockerfile in this folder\.\n$/,
    ],
    [
      'a program',
      { Dockerfile: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0]) },
      'Dockerfile',
      /^layerwise: Dockerfile: this is not a text file\.\n$/,
    ],
    [
      'UTF-16',
      { Dockerfile: Buffer.from(`\uFEFF${good}`, 'utf16le') },
      'Dockerfile',
      /^layerwise: Dockerfile: this is not a text file\.\n$/,
    ],
    [
      'a huge file',
      { Dockerfile: Buffer.alloc(9_000_000, '#') },
      'Dockerfile',
      /^layerwise: Dockerfile: the file is too large to be a Dockerfile\.\n$/,
    ],
    [
      'YAML that is none',
      { Dockerfile: good, '.layerwise.yaml': 'rules: [a\n b: }\n' },
      'Dockerfile',
      /^layerwise: .*\.layerwise\.yaml:\d: this is not valid YAML: .+\.\n$/,
    ],
    [
      'JSON that is none',
      { Dockerfile: good, '.layerwise.json': '{"rules": ' },
      'Dockerfile',
      /^layerwise: .*\.layerwise\.json:\d: this is not valid JSON: .+\.\n$/,
    ],
    [
      'a configuration that is a list',
      { Dockerfile: good, '.layerwise.yaml': '- a\n' },
      'Dockerfile',
      /^layerwise: .*\.layerwise\.yaml:1: this is not a list of settings \(key: value\)\.\n$/,
    ],
    [
      'an unknown setting',
      { Dockerfile: good, '.layerwise.yaml': 'rulez: {}\n' },
      'Dockerfile',
      /^layerwise: .*: the setting "rulez" is unknown; the known ones are .+\.\n$/,
    ],
    [
      'an unknown severity',
      { Dockerfile: good, '.layerwise.yaml': 'rules: {a/b: fatal}\n' },
      'Dockerfile',
      /^layerwise: .*: "rules: a\/b" is none of error, warning, info, hint, off\.\n$/,
    ],
    [
      'a list where a text should be',
      { Dockerfile: good, '.hadolint.yaml': 'ignored: [{a: 1}]\n' },
      'Dockerfile',
      /^layerwise: .*\.hadolint\.yaml:1: "ignored" is not a list of texts\.\n$/,
    ],
  ];
  for (const [name, files, path, said] of cases) {
    test(name, () => {
      const cwd = folderOf({ 'good.Dockerfile': good, ...files });
      const { stderr, status } = lintWith(cwd, path);
      assert.match(stderr, said);
      assert.equal(status, 2);
    });
  }

  test('a configuration file given that is not there', () => {
    const cwd = folderOf({ Dockerfile: good });
    const { status, stderr } = layerwise(['lint', '--config', 'nope.yaml', 'Dockerfile'], { cwd });
    assert.match(stderr, /^layerwise: nope\.yaml: there is no such file\.\n$/);
    assert.equal(status, 2);
  });

  test('a build context given that is not there', () => {
    const cwd = folderOf({ Dockerfile: good });
    const { status, stderr } = layerwise(['lint', '--context', 'nope', 'Dockerfile'], { cwd });
    assert.match(stderr, /^layerwise: nope: there is no such folder\./);
    assert.equal(status, 2);
  });

  test('a folder named Dockerfile is a folder', () => {
    const cwd = folderOf({ 'good.Dockerfile': good, 'Dockerfile/Dockerfile.x': good });
    assert.deepEqual(lintWith(cwd, 'Dockerfile').files, ['Dockerfile/Dockerfile.x', 'good.Dockerfile']);
    assert.equal(lintWith(cwd, '.').status, 0);
  });

  test('a few NUL bytes and invalid UTF-8 are read like any text', () => {
    const bytes = Buffer.from(
      'FROM scratch\n# caf\xe9, padded with words that are text to be sure, \0 once\n',
      'latin1',
    );
    const cwd = folderOf({ 'good.Dockerfile': good, Dockerfile: bytes });
    const { stderr, status } = lintWith(cwd, 'Dockerfile');
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  test('links in circles and links to nothing are passed over', () => {
    const cwd = folderOf({ 'good.Dockerfile': good, 'a/Dockerfile': good });
    symlinkSync('..', join(cwd, 'a/up'));
    symlinkSync('nowhere', join(cwd, 'a/Dockerfile.dead'));
    symlinkSync('Dockerfile.self', join(cwd, 'a/Dockerfile.self'));
    const { files, status } = lintWith(cwd, 'a');
    assert.deepEqual(files, ['a/Dockerfile', 'good.Dockerfile']);
    assert.equal(status, 0);
  });

  test('what may not be read', () => {
    const cwd = folderOf({ 'good.Dockerfile': good, Dockerfile: good, 'shut/Dockerfile': good });
    chmodSync(join(cwd, 'Dockerfile'), 0);
    chmodSync(join(cwd, 'shut'), 0);
    try {
      const args = ['lint', '--format', 'json', 'Dockerfile', 'shut', 'good.Dockerfile'];
      const { stdout, stderr, status } = layerwise(args, { cwd, unprivileged: true });
      assert.match(stdout, /"good\.Dockerfile"/);
      assert.match(stderr, /^layerwise: Dockerfile: the file cannot be read \(EACCES\)\.$/m);
      assert.match(stderr, /^layerwise: shut: the folder cannot be read \(EACCES\)\.$/m);
      assert.equal(status, 2);
    } finally {
      chmodSync(join(cwd, 'shut'), 0o755);
    }
  });

  test('what may not be written', () => {
    const text = 'FROM debian:12\nRUN --mount=type=cache,target=/var/cache/apt apt-get update\n';
    const cwd = folderOf({ Dockerfile: text });
    chmodSync(join(cwd, 'Dockerfile'), 0o444);
    const { stderr, status } = layerwise(['fix', '--preset', 'all', 'Dockerfile'], { cwd, unprivileged: true });
    assert.match(stderr, /^layerwise: Dockerfile: the file cannot be written \(EACCES\)\.$/m);
    assert.equal(status, 2);
    assert.equal(readFileSync(join(cwd, 'Dockerfile'), 'utf8'), text);
  });
});
