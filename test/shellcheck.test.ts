import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, suite, test } from 'node:test';
import { applyEdits, lint, readBuild, readShellcheckOutput, shellcheckInputs } from '../server/src/core/index';
import { ShellChecker } from '../server/src/disk/shellcheck';
import { folderOf, layerwise } from './support/cli';
import { Editor } from './support/editor';

const folder = mkdtempSync(join(tmpdir(), 'layerwise-shellcheck-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A program that finds `$x`, every time, and keeps a record of its arguments and of what it was shown. */
function fake(name: string, body: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!${process.execPath}\n${body}`);
  chmodSync(path, 0o755);
  return path;
}
const record = join(folder, 'record');
const honest = fake(
  'shellcheck',
  `const { appendFileSync, readFileSync } = require('node:fs');
const text = readFileSync(0, 'utf8');
appendFileSync(${JSON.stringify(record)}, JSON.stringify({ args: process.argv.slice(2), text }) + '\\n');
const comments = [];
text.split('\\n').forEach((line, index) => {
  const at = [...line].join('').indexOf('$x');
  if (at === -1) return;
  const column = [...line.slice(0, at)].length + 1;
  const place = { line: index + 1, endLine: index + 1 };
  const edit = (at) => ({ ...place, column: at, endColumn: at, replacement: '"', precedence: 1, insertionPoint: 'x' });
  comments.push({ file: '-', ...place, column, endColumn: column + 2, level: 'info', code: 2086,
    message: 'Double quote it', fix: { replacements: [edit(column), edit(column + 2)] } });
  comments.push({ file: '-', ...place, column, endColumn: column + 2, level: 'style', code: 9999, message: 'x', fix: null });
});
process.stdout.write(JSON.stringify({ comments }));
process.exitCode = comments.length > 0 ? 1 : 0;
`,
);
const runs = () => (existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : []);

/** What a checker knows in the end. */
async function notes(text: string, choice = honest, log: string[] = [], patience?: number) {
  const checker = new ShellChecker((message) => log.push(message), { PATH: '' }, patience);
  const build = readBuild(text);
  await checker.about(build, choice, 'hadolint')?.ask?.();
  return checker
    .about(build, choice, 'hadolint')
    ?.notes.map(({ code, at, severity, message }) => [
      code,
      build.source.text.slice(at.start, at.end),
      severity,
      message,
    ]);
}

suite('what ShellCheck is asked', () => {
  const inputs = (text: string) => shellcheckInputs(readBuild(text));
  const shells = (text: string) => inputs(text).map(({ shell }) => shell);

  test('each RUN in shell form, also behind ONBUILD and in a here-document; none in exec form', () => {
    const found = inputs('FROM a\nRUN b\nRUN ["c"]\nONBUILD RUN d\nRUN <<EOF\ne\nEOF\nRUN\n');
    assert.deepEqual(found.map(({ script }) => script.trim()).sort(), ['b', 'd', 'e']);
    assert.equal(inputs('RUN b\n').length, 1, 'without a stage');
  });

  test('by the shell that runs it', () => {
    assert.deepEqual(shells('FROM a\nRUN b\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN c\nFROM d\nRUN e\n'), [
      'sh',
      'bash',
      'sh',
    ]);
    assert.deepEqual(shells('FROM a AS x\nSHELL ["ksh", "-c"]\nFROM x\nRUN b\n'), ['ksh']);
    for (const shell of ['pwsh', 'powershell', 'cmd', '/usr/bin/pwsh', 'zsh', 'python3'])
      assert.deepEqual(shells(`FROM a\nSHELL ["${shell}", "-c"]\nRUN b\n`), [], shell);
    assert.deepEqual(shells('FROM a\nSHELL ["/bin/ash", "-c"]\nRUN b\n'), ['dash']);
  });

  test('a first line says it too', () => {
    const shell = (line: string) => shells(`FROM a\nRUN <<EOF\n${line}\nb\nEOF\n`);
    assert.deepEqual(shell('#!/bin/bash'), ['bash']);
    assert.deepEqual(shell('#!/usr/bin/env ksh'), ['ksh']);
    assert.deepEqual(shell('#!/usr/bin/env python3'), []);
    assert.deepEqual(shell('#!/usr/bin/perl'), []);
  });

  test('a pragma of hadolint’s names the shell: for all stages, or from where it stands', () => {
    assert.deepEqual(shells('# hadolint shell=bash\nFROM a\nRUN b\nFROM c\nRUN d\n'), ['bash', 'bash']);
    assert.deepEqual(
      shells('FROM a AS x\nRUN b\n#hadolint  shell = bash # why\nRUN c\nFROM d\nRUN e\nFROM x\nRUN f\n'),
      ['sh', 'bash', 'sh', 'bash'],
    );
    assert.deepEqual(shells('FROM a\n# hadolint shell=bash\nSHELL ["ksh", "-c"]\nRUN b\n'), ['ksh']);
    assert.deepEqual(shells('FROM a\nSHELL ["ksh", "-c"]\n# hadolint shell=bash\nRUN b\n'), ['bash']);
    assert.deepEqual(shells('FROM a\n# hadolint shell=pwsh\nRUN b\n'), []);
    assert.deepEqual(shells('FROM a\n# hadolint shell=bash dash\nRUN b\n'), ['sh']);
  });

  test('with what the stage sets as set, on a line of its own', () => {
    const [first, second] = inputs('ARG G=1\nFROM a AS x\nARG one\nENV two=2 three=3\nRUN b\nFROM c\nRUN d\n');
    assert.match(first!.text, /^export HTTP_PROXY=1 http_proxy=1 .*no_proxy=1.*\bone=1.*\n *b\n$/);
    for (const name of ['one', 'two', 'three']) assert.ok(first!.text.includes(` ${name}=1`), name);
    assert.doesNotMatch(first!.text, / G=1/);
    assert.doesNotMatch(second!.text, / (?:one|two)=1/);
    const [loose, , trigger] = inputs(
      'ENV one=1\nSHELL ["bash", "-c"]\nRUN b\nFROM a\nRUN c\nONBUILD ARG two\nONBUILD RUN d\n',
    );
    assert.match(loose!.text, / one=1\nb\n$/);
    assert.equal(loose!.shell, 'bash');
    assert.match(trigger!.text, / two=1\nd\n$/);
  });

  test('comment lines and the ends of continued lines keep their places', () => {
    const [input] = inputs('FROM a\r\nRUN b \\\r\n  # comment\r\n  && c\r\n');
    const text = 'FROM a\r\nRUN b \\\r\n  # comment\r\n  && c\r\n';
    assert.equal(input!.script.length, text.trimEnd().length - input!.start);
    assert.equal(input!.script.indexOf('c', 3), text.indexOf('c\r') - input!.start);
    assert.doesNotMatch(input!.script, /comment|\r/);
  });
});

suite('what it says', () => {
  test('has its place in the Dockerfile, whatever stands in front', async () => {
    assert.deepEqual(await notes('FROM a\r\nRUN echo "ü😀" \\\r\n  # $x\r\n  $x\r\n'), [
      ['SC2086', '$x', 'info', 'Double quote it.'],
      ['SC9999', '$x', 'hint', 'x.'],
    ]);
  });

  test('its fix is taken over where the text is what it was shown', () => {
    const text = 'FROM a\nRUN echo $x\n';
    const build = readBuild(text);
    const [input] = shellcheckInputs(build);
    const comment = (column: number, endColumn: number) => ({
      ...{ line: 2, endLine: 2, column: 6, endColumn: 8, level: 'info', code: 1, message: 'a' },
      fix: { replacements: [{ line: 2, endLine: 2, column, endColumn, replacement: '"' }] },
    });
    const read = (one: object, from = build) =>
      readShellcheckOutput(JSON.stringify({ comments: [one] }), shellcheckInputs(from)[0]!, from)[0];
    assert.equal(applyEdits(text, read(comment(6, 6))!.edits!), 'FROM a\nRUN echo "$x\n');
    const continued = readBuild('FROM a\nRUN a \\\n# c\n b\n');
    assert.equal(
      read(
        {
          ...comment(1, 1),
          fix: { replacements: [{ line: 2, endLine: 4, column: 1, endColumn: 2, replacement: 'x' }] },
        },
        continued,
      )!.edits,
      undefined,
    );
    assert.equal(read({ ...comment(1, 1), line: 1 })?.edits, undefined, 'our own line');
    assert.ok(input);
  });

  test('nonsense is passed over', () => {
    const build = readBuild('FROM a\nRUN b\n');
    const [input] = shellcheckInputs(build);
    for (const output of [
      '',
      '{',
      'null',
      '{}',
      '{"comments": 1}',
      '{"comments": [{}]}',
      '{"comments": [{"line": 99}]}',
    ])
      assert.deepEqual(output === 'null' ? [] : readShellcheckOutput(output, input!, build), [], output);
  });

  test('is asked once for each script', async () => {
    rmSync(record, { force: true });
    const checker = new ShellChecker(() => {}, { PATH: '' });
    const ask = async (text: string) => {
      await checker.about(readBuild(text), honest, 'all')?.ask?.();
      return runs().length;
    };
    assert.equal(await ask('FROM a\nRUN b\nRUN b\nRUN c\n'), 2);
    assert.equal(await ask('FROM a\nRUN b\nRUN d\n'), 3);
    const { args } = JSON.parse(runs()[0]!) as { args: string[] };
    assert.deepEqual(args, ['--norc', '--format', 'json1', '-s', 'sh', '-e', 'SC1090,SC1091,SC2187', '-']);
  });
});

suite('the program', () => {
  test('is asked under the presets that are for it, or where it is wanted', () => {
    const checker = new ShellChecker(() => {}, { PATH: ['relative', dirname(honest)].join(delimiter) });
    const build = readBuild('FROM a\nRUN b\n');
    for (const preset of ['hadolint', 'all'] as const) assert.ok(checker.about(build, 'auto', preset)?.ask);
    for (const preset of [undefined, 'recommended', 'strict', 'buildkit'] as const) {
      assert.equal(checker.about(build, 'auto', preset), undefined);
      assert.ok(checker.about(build, 'on', preset)?.ask);
    }
    assert.equal(checker.about(build, 'off', 'hadolint'), undefined);
  });

  test('that is not there, hangs or fails is told once, and costs nothing else', async () => {
    const log: string[] = [];
    assert.equal(await notes('FROM a\nRUN b\n', 'on', log), undefined);
    assert.equal(await notes('FROM a\nRUN b\n', 'auto', log), undefined);
    assert.deepEqual(log, ['ShellCheck is not installed, so it is not asked.']);
    assert.equal(await notes('FROM a\nRUN b\n', join(folder, 'nothing'), log), undefined);
    assert.match(log[1]!, /^There is no program .*nothing, so ShellCheck is not asked\.$/);
    const hanging = fake('hanging', 'setInterval(() => {}, 1000);\n');
    assert.deepEqual(await notes('FROM a\nRUN b\nRUN c\n', hanging, log, 300), []);
    assert.match(log[2]!, /took too long, so its findings are missing\.$/);
    assert.deepEqual(await notes('FROM a\nRUN b\n', fake('failing', 'process.exit(3);\n'), log), []);
    assert.match(log[3]!, /failed, so its findings are missing\.$/);
    assert.equal(log.length, 4);
  });
});

const text = 'FROM debian:13.1\n# hadolint ignore=SC9999\nRUN echo $x\n';

suite('on the command line', () => {
  const codes = (args: string[], files: Record<string, string> = {}) => {
    const cwd = folderOf({ Dockerfile: text, ...files });
    const env = { PATH: [dirname(honest), process.env.PATH].join(delimiter) };
    const { stdout, stderr } = layerwise(['lint', '--format', 'json', ...args, 'Dockerfile'], { cwd, env });
    const [{ diagnostics }] = JSON.parse(stdout) as [
      { diagnostics: { rule: string; aliases: string[]; severity: string }[] },
    ];
    assert.equal(stderr, '');
    return diagnostics
      .filter(({ rule }) => rule === 'correctness/shellcheck')
      .map((one) => `${one.aliases} ${one.severity}`);
  };

  test('its findings have their codes, which comments, severities and lists may name', () => {
    assert.deepEqual(codes([]), []);
    assert.deepEqual(codes(['--shellcheck', 'on']), ['SC2086 info']);
    assert.deepEqual(codes(['--preset', 'hadolint']), ['SC2086 info']);
    assert.deepEqual(codes(['--preset', 'hadolint', '--shellcheck', 'off']), []);
    assert.deepEqual(codes(['--preset', 'hadolint', '--ignore', 'SC2086']), []);
    assert.deepEqual(codes(['--preset', 'hadolint'], { '.hadolint.yaml': 'override: {error: [SC2086]}' }), [
      'SC2086 error',
    ]);
    assert.deepEqual(codes([], { '.layerwise.yaml': 'shellcheck: on\nrules: {SC2086: hint}' }), ['SC2086 hint']);
  });
});

test('a comment for one of its codes is of no use only where it was asked', () => {
  const build = readBuild('FROM debian:13.1\n# hadolint ignore=SC2086\nRUN make\n');
  const unused = (options: object) =>
    lint(build, { preset: 'all', ...options }).some(({ rule }) => rule === 'style/unused-suppression');
  assert.equal(unused({}), false);
  assert.equal(unused({ shellNotes: [] }), true);
  assert.equal(unused({ shellNotes: [], shellNotesPending: true }), false);
});

test('in the editor its findings come after the others, each with its page and the comment that silences it', async () => {
  const editor = await Editor.start({ settings: { shellcheck: honest, rules: { '*': 'off', SC2086: 'warning' } } });
  const uri = 'untitled:Dockerfile';
  await editor.open(uri, text);
  assert.deepEqual(await editor.diagnostics(uri), []);
  while (editor.refreshes === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  const [found, ...others] = await editor.diagnostics(uri);
  assert.deepEqual(others, []);
  assert.equal(found!.code, 'SC2086');
  assert.equal(found!.codeDescription?.href, 'https://www.shellcheck.net/wiki/SC2086');
  const actions = await editor.actions(uri, found!.range, ['quickfix']);
  assert.deepEqual(
    actions.map(({ title }) => title),
    ["Apply ShellCheck's fix of SC2086", 'Ignore SC2086 for this instruction'],
  );
  const { edit } = await editor.resolve(actions[0]!);
  assert.equal(editor.after(uri, edit!), text.replace('$x', '"$x"'));
  await editor.change(uri, { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: '\n' });
  assert.equal((await editor.diagnostics(uri)).length, 1, 'what is known of a script stays known');
  await editor.stop();
});
