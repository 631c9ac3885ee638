import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, applyAction, assertText, openDockerfile, rangeOf, waitFor, waitForScreen } from './editor';
import { test } from './runner';

test('RUN lines are merged from the refactor menu, and one undo takes it back', async () => {
  const before = 'FROM debian:12.5\nRUN mkdir /srv/data\n# nobody else\nRUN chmod 700 /srv/data\n';
  const { document } = await openDockerfile(before);
  const actions = await waitFor(
    'the refactoring',
    () => actionsAt(document, rangeOf(document, 'mkdir'), vscode.CodeActionKind.RefactorInline),
    ({ length }) => length > 0,
  );
  assert.deepEqual(
    actions.map(({ title }) => title),
    ['Merge 2 RUN lines'],
  );
  await applyAction(actions[0]!);
  assertText(document, 'FROM debian:12.5\nRUN mkdir /srv/data && \\\n    # nobody else\n    chmod 700 /srv/data\n');
  await vscode.commands.executeCommand('undo');
  assertText(document, before);
});

test('a refactoring that does not apply is disabled in the menu, and gives its reason when asked for', async () => {
  const editor = await openDockerfile(
    'FROM debian:12.5\nRUN mkdir /srv/data\nENV LANG=C.UTF-8\nRUN chmod 700 /srv/data\n',
  );
  const { start } = rangeOf(editor.document, 'mkdir');
  editor.selection = new vscode.Selection(start, start);
  await vscode.commands.executeCommand('editor.action.refactor');
  await waitForScreen('.action-widget .action.option-disabled', 'Merge RUN lines');
  await vscode.commands.executeCommand('hideCodeActionWidget');
  await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'refactor.inline', apply: 'first' });
  await waitForScreen(
    '.monaco-editor-overlaymessage',
    'No other RUN stands directly before or behind line 2: ENV on line 3 is between.',
  );
});

test('a conversion that leaves something to do says so after the edit', async () => {
  const { document } = await openDockerfile(
    'FROM node:24.11.1-slim\nARG NPM_TOKEN\nCOPY package*.json .npmrc ./\nRUN npm ci\n',
  );
  const actions = await waitFor(
    'the refactoring',
    () => actionsAt(document, rangeOf(document, 'NPM_TOKEN'), vscode.CodeActionKind.RefactorRewrite),
    ({ length }) => length > 0,
  );
  const convert = actions.find(({ title }) => title === 'Convert NPM_TOKEN to a secret mount');
  assert.ok(convert, `The conversion is not among ${actions.map(({ title }) => title).join(', ')}.`);
  await applyAction(convert);
  assertText(
    document,
    `FROM node:24.11.1-slim
COPY package*.json .npmrc ./
RUN --mount=type=secret,id=npm_token export NPM_TOKEN="$(cat /run/secrets/npm_token)" && npm ci
`,
  );
  await waitForScreen('.notification-toast', 'docker build --secret id=npm_token,env=NPM_TOKEN');
});
