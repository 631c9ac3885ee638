import * as vscode from 'vscode';
import { runTests } from './runner';
import './diagnostics';
import './extension';
import './hover';
import './multi-stage';
import './quick-fixes';
import './refactorings';

/** What the extension host calls. */
export async function run(): Promise<void> {
  await runTests(async () => {
    await vscode.commands.executeCommand('hideCodeActionWidget');
    await vscode.commands.executeCommand('notifications.clearAll');
    // One by one, since closing all at once asks whether to save.
    while (vscode.window.tabGroups.activeTabGroup.activeTab) {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });
}
