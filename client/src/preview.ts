import * as vscode from 'vscode';
import type { RefactorPreview } from '../../server/src/lsp/protocol';
import { Pages } from './pages';

/** The scheme of the right side of a preview; the menu in the editor's title bar goes by it. */
export const previewScheme = 'layerwise-preview';

/** Shows what an edit would do and asks whether to do it. */
export class Preview implements vscode.Disposable {
  private readonly pages = new Pages(previewScheme);
  /** Answers the question of the preview that is open. */
  private answer: (apply: boolean) => void = () => {};

  /** Whether the person wants it; closing the preview is a no. */
  async ask(document: vscode.TextDocument, { title, notes, text }: RefactorPreview): Promise<boolean> {
    this.answer(false);
    const right = this.pages.add(document.uri.path, text);
    await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(right), document.languageId);
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);

    const isOurs = ({ input }: vscode.Tab) =>
      input instanceof vscode.TabInputTextDiff && input.modified.toString() === right.toString();
    let listener: vscode.Disposable | undefined;
    const decided = new Promise<boolean>((resolve, reject) => {
      this.answer = resolve;
      listener = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => closed.some(isOurs) && resolve(false));
      // In a tab of its own, lest it take the place of the Dockerfile. The editor never says that the tab is open where it is
      // closed again before it is drawn, so only a failure counts.
      vscode.commands
        .executeCommand('vscode.diff', document.uri, right, `${name}: ${title}`, { preview: false })
        .then(undefined, reject);
      // The buttons of a message that is still there when all is decided do nothing.
      void vscode.window
        .showInformationMessage([`${title}?`, ...notes].join(' '), 'Apply', 'Discard')
        .then((choice) => choice && resolve(choice === 'Apply'));
    });
    const apply = await decided;
    listener?.dispose();
    await vscode.commands.executeCommand('notifications.hideToasts');
    const tab = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(isOurs);
    if (tab) await vscode.window.tabGroups.close(tab);
    return apply;
  }

  /** The answer of a button in the title bar. */
  decide(apply: boolean): void {
    this.answer(apply);
  }

  dispose(): void {
    this.answer(false);
    this.pages.dispose();
  }
}
