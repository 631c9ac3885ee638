import * as vscode from 'vscode';

/** Text that exists in the editor only: one side of a preview, a rule's page. */
export class Pages implements vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly registration: vscode.Disposable;

  constructor(private readonly scheme: string) {
    this.registration = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: (uri) => this.texts.get(uri.toString()),
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())),
    );
  }

  /** The address of a new page; the end of its path tells the editor its language. */
  add(path: string, text: string): vscode.Uri {
    // Addresses differ, since the editor asks once for the text of each.
    const uri = vscode.Uri.from({ scheme: this.scheme, path, query: String(Date.now()) });
    this.texts.set(uri.toString(), text);
    return uri;
  }

  dispose(): void {
    this.registration.dispose();
  }
}
