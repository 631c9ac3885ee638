import * as vscode from 'vscode';
import {
  type RefactorCommand,
  type RefactorParams,
  type RefactorPreview,
  type RefactorQuestion,
  type RefactorResult,
  type RuntimeChoice,
  type RuntimeChoicesParams,
  refactorRequest,
  runtimeChoicesRequest,
} from '../../server/src/lsp/protocol';
import type { LayerwiseClient } from './client';
import type { Preview } from './preview';

/** What a caller of `layerwise.convertToMultiStage` may say. */
export interface ConvertOptions {
  /** The Dockerfile; the one in the active editor when left out. */
  readonly uri?: vscode.Uri | string;
  /** Whether to show the result and ask before it is applied; true when left out. */
  readonly preview?: boolean;
  /** The image to ship on; what the conversion takes by itself when left out. */
  readonly runtime?: string;
  /** Answers to what would be asked, by the id of the question. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** Converts the stage at the cursor of the active editor, or of the Dockerfile that the caller names. */
export async function convertToMultiStage(
  client: LayerwiseClient,
  preview: Preview,
  options: ConvertOptions = {},
): Promise<boolean> {
  const document = await findDocument(options.uri);
  if (document?.languageId !== 'dockerfile') {
    void vscode.window.showInformationMessage('Open a Dockerfile to convert it to multi-stage.');
    return false;
  }
  const selection = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.selection;
  const params: RefactorParams = {
    textDocument: { uri: document.uri.toString() },
    refactoring: 'convert-to-multi-stage',
    ...(selection ? { range: { start: selection.start, end: selection.end } } : {}),
    ...(options.runtime === undefined ? {} : { runtime: options.runtime }),
    ...(options.answers ? { answers: options.answers } : {}),
  };
  return await new Refactoring(client, preview, document).run(params, options.preview ?? true);
}

/** What a code action calls instead of bringing an edit. */
export async function previewRefactoring(
  client: LayerwiseClient,
  preview: Preview,
  { uri, refactoring, range }: RefactorCommand,
): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  return await new Refactoring(client, preview, document).run({ textDocument: { uri }, refactoring, range }, true);
}

async function findDocument(uri: ConvertOptions['uri']): Promise<vscode.TextDocument | undefined> {
  if (!uri) return vscode.window.activeTextEditor?.document;
  return await vscode.workspace.openTextDocument(typeof uri === 'string' ? vscode.Uri.parse(uri) : uri);
}

/** One refactoring of a document, from the question to the edit. */
class Refactoring {
  constructor(
    private readonly client: LayerwiseClient,
    private readonly preview: Preview,
    private readonly document: vscode.TextDocument,
  ) {}

  /** Whether it was done. */
  async run(first: RefactorParams, shown: boolean): Promise<boolean> {
    let params: RefactorParams = first;
    /** With which it worked: where another image does not do, one goes back to it. */
    let last: RefactorParams | undefined;
    for (;;) {
      const result = await this.client.request<RefactorResult>(refactorRequest, params);
      if ('because' in result) {
        const next = await this.afterRefusal(result, params, last);
        if (!next) return false;
        params = next;
        continue;
      }
      if (!shown) return await this.apply(result);
      last = params;
      const wanted = await this.preview.ask(this.document, result);
      if (wanted === 'apply') return await this.apply(result);
      if (wanted === 'discard') return false;
      const runtime = await this.pickRuntime(result.title, params);
      if (runtime !== undefined) params = { ...params, runtime };
    }
  }

  /** What to ask next; undefined when that was all. */
  private async afterRefusal(
    { title, because, asks }: Extract<RefactorResult, { because: string }>,
    params: RefactorParams,
    last: RefactorParams | undefined,
  ): Promise<RefactorParams | undefined> {
    if (asks && params.answers?.[asks.id] === undefined) {
      const answer = await pickAnswer(title, because, asks);
      return answer === undefined ? undefined : { ...params, answers: { ...params.answers, [asks.id]: answer } };
    }
    void vscode.window.showInformationMessage(`${title}: ${because}`);
    return last;
  }

  private async pickRuntime(title: string, params: RefactorParams): Promise<string | undefined> {
    const { refactoring: _, runtime, ...asked } = params;
    const choices = await this.client.request<RuntimeChoice[]>(
      runtimeChoicesRequest,
      asked satisfies RuntimeChoicesParams,
    );
    const current = runtime ?? choices[0]?.image;
    const other: vscode.QuickPickItem = { label: '$(edit) Another image...', alwaysShow: true };
    const picked = await vscode.window.showQuickPick(
      [
        ...choices.map(({ image, detail }) => ({
          label: image,
          detail,
          ...(image === current ? { description: 'now' } : {}),
        })),
        { label: '', kind: vscode.QuickPickItemKind.Separator },
        other,
      ],
      { title, placeHolder: 'The image that ships', matchOnDetail: true, ignoreFocusOut: true },
    );
    if (picked !== other) return picked?.label;
    const typed = await vscode.window.showInputBox({
      title,
      prompt: 'The image that ships. One with another C library, or without what the container calls, is refused.',
      value: current ?? '',
      ignoreFocusOut: true,
      validateInput: (text) =>
        /^[a-z0-9][\w./:@-]*$/.test(text.trim()) ? undefined : 'This is not the name of an image.',
    });
    return typed?.trim();
  }

  /** As one step for undo. */
  private async apply({ title, edits, version }: RefactorPreview): Promise<boolean> {
    const { document } = this;
    if (document.version !== version) {
      void vscode.window.showInformationMessage(
        `${title}: the Dockerfile has changed in the meantime. Please try again.`,
      );
      return false;
    }
    const edit = new vscode.WorkspaceEdit();
    edit.set(
      document.uri,
      edits.map(({ range: { start, end }, newText }) =>
        vscode.TextEdit.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText),
      ),
    );
    await vscode.window.showTextDocument(document);
    return await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  }
}

async function pickAnswer(
  title: string,
  because: string,
  { question, answers }: RefactorQuestion,
): Promise<string | undefined> {
  const items = answers.map(({ value, detail }) => ({ label: value, ...(detail === undefined ? {} : { detail }) }));
  const picked = await vscode.window.showQuickPick(items, {
    title: `${title}: ${because}`,
    placeHolder: question,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return picked?.label;
}
