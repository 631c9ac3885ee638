import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { runTests, test } from './runner';

test('a Dockerfile opens as a Dockerfile', async () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const path = join(folder, 'Dockerfile');
  writeFileSync(path, 'FROM debian\n');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
  assert.equal(document.languageId, 'dockerfile');
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# hi\n'));
  assert.equal(document.getText(), '# hi\nFROM debian\n');
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), 'FROM debian\n');
  console.log(vscode.workspace.getConfiguration().get('editor.cursorBlinking'));
});

/** What the extension host calls. */
export async function run(): Promise<void> {
  await runTests(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
}
