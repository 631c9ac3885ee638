import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingsOf, openDockerfile, rangeOf, ruleOf, type Squiggle, waitFor } from './editor';
import { test } from './runner';
import { readScreen } from './screen';
import { shop, shopFiles } from './shop';

test('a Dockerfile that is opened gets the squiggles of all families', async () => {
  const { document } = await openDockerfile(shop, shopFiles);
  const findings = await waitForRules(document, [
    'pinning/base-image-untagged',
    'security/missing-user',
    'stages/single-stage-build',
    'secrets/arg-or-env',
    'secrets/arg-or-env',
    'cache/copy-all-before-install',
    'size/context-copied-whole',
    'cache/mount-node',
  ]);
  assert.deepEqual(findings.map(toSquiggle), [
    { text: 'node', line: 0, severity: 'Warning', related: [] },
    { text: 'node', line: 0, severity: 'Information', related: [] },
    { text: 'node', line: 0, severity: 'Information', related: [] },
    { text: 'NPM_TOKEN', line: 1, severity: 'Warning', related: [] },
    { text: 'DB_PASSWORD=hunter2', line: 2, severity: 'Warning', related: [] },
    { text: 'COPY . .', line: 4, severity: 'Warning', related: ['npm ci'] },
    { text: '.', line: 4, severity: 'Warning', related: [] },
    { text: 'npm ci', line: 5, severity: 'Information', related: [] },
  ]);
  for (const { message } of findings) {
    assert.match(message, /^\S.*\.$/);
    assert.ok(!message.includes('hunter2'), message);
  }
  await waitFor(
    'the squiggles to be drawn',
    async () => [(await readScreen('.squiggly-warning')).length, (await readScreen('.squiggly-info')).length],
    ([warnings = 0, infos = 0]) => warnings >= 4 && infos >= 1,
  );

  function toSquiggle({ range, severity, relatedInformation = [] }: vscode.Diagnostic): Squiggle {
    return {
      text: document.getText(range),
      line: range.start.line,
      severity: vscode.DiagnosticSeverity[severity],
      related: relatedInformation.map(({ location }) => document.getText(location.range)),
    };
  }
});

test('the squiggles follow the typing', async () => {
  const editor = await openDockerfile('FROM debian\nUSER 10001\n');
  const { document } = editor;
  await waitForRules(document, ['pinning/base-image-untagged']);
  await editor.edit((edit) => edit.insert(document.positionAt('FROM debian'.length), ':13.1'));
  await waitForRules(document, []);
  await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '# a comment\nENV DB_PASSWORD=hunter2\n'));
  const [finding] = await waitForRules(document, ['secrets/arg-or-env']);
  assert.deepEqual(finding?.range, rangeOf(document, 'DB_PASSWORD=hunter2'));
  await vscode.commands.executeCommand('undo');
  await waitForRules(document, []);
});

test('a setting changes the severity of a rule, and turns it off, without a restart', async () => {
  const settings = () => vscode.workspace.getConfiguration('layerwise');
  const { document } = await openDockerfile('FROM debian\nUSER 10001\n');
  const rule = 'pinning/base-image-untagged';
  await waitForRules(document, [rule]);
  try {
    await settings().update('rules', { [rule]: 'error' }, vscode.ConfigurationTarget.Workspace);
    await waitFor(
      'the error',
      () => findingsOf(document).map(({ severity }) => severity),
      ([severity]) => severity === vscode.DiagnosticSeverity.Error,
    );
    await settings().update('rules', { [rule]: 'off' }, vscode.ConfigurationTarget.Workspace);
    await waitForRules(document, []);
  } finally {
    await settings().update('rules', undefined, vscode.ConfigurationTarget.Workspace);
  }
  await waitForRules(document, [rule]);
});

async function waitForRules(document: vscode.TextDocument, rules: readonly string[]): Promise<vscode.Diagnostic[]> {
  await waitFor(
    `exactly ${rules.join(', ') || 'nothing'} to be found`,
    () => findingsOf(document).map(ruleOf),
    (found) => found.join() === rules.join(),
  );
  return findingsOf(document);
}
