import * as vscode from 'vscode';
import type { RefactorMove, RefactorPreview } from '../../server/src/lsp/protocol';
import { Pages } from './pages';

/** The scheme of the right side of a preview; the menu in the editor's title bar goes by it. */
export const previewScheme = 'layerwise-preview';

/** What a person wants of what they see. */
export type Wanted = 'apply' | 'discard' | 'runtime';

const OTHER_IMAGE = 'Other Image...';

/** Shows what an edit would do and asks whether to do it. */
export class Preview implements vscode.Disposable {
  private readonly pages = new Pages(previewScheme);
  private readonly remarks = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0 0 3em', color: new vscode.ThemeColor('editorCodeLens.foreground'), fontStyle: 'italic' },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  /** Answers the question of the preview that is open. */
  private answer: (wanted: Wanted) => void = () => {};
  private shown: RefactorPreview | undefined;

  /** What the person wants; closing the preview is a no. */
  async ask(document: vscode.TextDocument, result: RefactorPreview): Promise<Wanted> {
    this.answer('discard');
    const { title, effect, notes, text, runtimeLine } = result;
    const right = this.pages.add(document.uri.path, text);
    await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(right), document.languageId);
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    this.shown = result;

    const isOurs = ({ input }: vscode.Tab) =>
      input instanceof vscode.TabInputTextDiff && input.modified.toString() === right.toString();
    const listeners: vscode.Disposable[] = [];
    const decided = new Promise<Wanted>((resolve, reject) => {
      this.answer = resolve;
      listeners.push(
        vscode.window.tabGroups.onDidChangeTabs(({ closed }) => closed.some(isOurs) && resolve('discard')),
        vscode.window.onDidChangeVisibleTextEditors((editors) => this.annotate(editors, document.uri, right, result)),
      );
      // In a tab of its own, lest it take the place of the Dockerfile. The editor never says that the tab is open where it is
      // closed again before it is drawn, so only a failure counts.
      vscode.commands
        .executeCommand('vscode.diff', document.uri, right, `${name}: ${title}`, { preview: false })
        .then(() => this.annotate(vscode.window.visibleTextEditors, document.uri, right, result), reject);
      // The buttons of a message that is still there when all is decided do nothing.
      const told = effect.length > 0 ? effect : notes;
      void vscode.window
        .showInformationMessage(
          [`${title}?`, ...told].join(' '),
          'Apply',
          ...(runtimeLine === undefined ? [] : [OTHER_IMAGE]),
          'Discard',
        )
        .then(
          (choice) => choice && resolve(choice === 'Apply' ? 'apply' : choice === 'Discard' ? 'discard' : 'runtime'),
        );
    });
    const wanted = await decided;
    for (const listener of listeners) listener.dispose();
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(this.remarks, []);
    this.shown = undefined;
    await vscode.commands.executeCommand('notifications.hideToasts');
    const tab = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(isOurs);
    if (tab) await vscode.window.tabGroups.close(tab);
    return wanted;
  }

  /** The answer of a button in the title bar. */
  decide(wanted: Wanted): void {
    this.answer(wanted);
  }

  /** The preview that is open as a page: what it means, and what went where and why. */
  get page(): string | undefined {
    return this.shown && describe(this.shown);
  }

  dispose(): void {
    this.answer('discard');
    this.remarks.dispose();
    this.pages.dispose();
  }

  /** Says behind each line that moves where to and why, and behind the second FROM what it is good for. */
  private annotate(
    editors: readonly vscode.TextEditor[],
    left: vscode.Uri,
    right: vscode.Uri,
    { effect, headline, moves, notes, runtimeLine }: RefactorPreview,
  ): void {
    for (const editor of editors) {
      const address = editor.document.uri.toString();
      if (address === left.toString()) {
        const telling = moves.filter(({ to }) => to !== 'builder');
        editor.setDecorations(
          this.remarks,
          telling.map((move) => remark(editor.document, move.line, `${PLACES[move.to]}: ${move.why}`)),
        );
      } else if (address === right.toString() && runtimeLine !== undefined && headline !== undefined) {
        const details = new vscode.MarkdownString(toList([...effect, ...notes]));
        editor.setDecorations(this.remarks, [remark(editor.document, runtimeLine, headline, details)]);
      }
    }
  }
}

const PLACES: Readonly<Record<RefactorMove['to'], string>> = {
  builder: 'stays with the build',
  runtime: 'to what ships',
  both: 'to both stages',
  gone: 'goes',
};

function remark(
  document: vscode.TextDocument,
  line: number,
  text: string,
  hoverMessage?: vscode.MarkdownString,
): vscode.DecorationOptions {
  const { end } = document.lineAt(Math.min(line, document.lineCount - 1)).range;
  return {
    range: new vscode.Range(end.with({ character: 0 }), end),
    renderOptions: { after: { contentText: `← ${text}` } },
    ...(hoverMessage ? { hoverMessage } : {}),
  };
}

function describe({ title, effect, notes, moves }: RefactorPreview): string {
  const rows = moves.map(({ line, to, why }) => `| ${line + 1} | ${PLACES[to]} | ${why} |`);
  return [
    `# ${title}`,
    toList([...effect, ...notes]),
    ...(rows.length > 0 ? [['| Line | Goes | Since |', '| --: | --- | --- |', ...rows].join('\n')] : []),
  ].join('\n\n');
}

function toList(sentences: readonly string[]): string {
  return sentences.map((sentence) => `- ${sentence.replace(/[\\`*_{}[\]<>#|]/g, '\\$&')}`).join('\n');
}
