import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, applyAction, assertText, openDockerfile, rangeOf, waitFor } from './editor';
import { test } from './runner';
import { readScreen } from './screen';

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

async function waitForScreen(selector: string, text: string): Promise<void> {
  await waitFor(
    `${selector} to show ${text}`,
    () => readScreen(selector),
    (shown) => shown.some((one) => one.trim() === text),
  );
}
