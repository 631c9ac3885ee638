import * as vscode from 'vscode';
import {
  explainRequest,
  type Notes,
  type RefactorParams,
  type RefactorPreview,
  type RefactorResult,
  type RuleSummary,
  refactorRequest,
  rulesRequest,
} from '../../server/src/lsp/protocol';
import { type LayerwiseClient, showNotesCommand } from './client';
import { Pages } from './pages';
import { Preview } from './preview';

/** What a caller of `layerwise.convertToMultiStage` may say. */
export interface ConvertOptions {
  /** The Dockerfile; the one in the active editor when left out. */
  readonly uri?: vscode.Uri | string;
  /** Whether to show the result and ask before it is applied; true when left out. */
  readonly preview?: boolean;
}

/** Registers every command that package.json contributes, and the one that code actions end with. */
export function registerCommands(client: LayerwiseClient): vscode.Disposable[] {
  const preview = new Preview();
  const pages = new Pages('layerwise-rule');
  const commands: Record<string, (argument?: never) => unknown> = {
    'layerwise.convertToMultiStage': (options?: ConvertOptions) => convert(client, preview, options),
    'layerwise.applyPreview': () => preview.decide(true),
    'layerwise.discardPreview': () => preview.decide(false),
    'layerwise.explainRule': (rule?: string) => explain(client, pages, rule),
    'layerwise.restartServer': () => client.restart(),
    'layerwise.showOutput': () => client.log.show(),
    [showNotesCommand]: (notes?: Notes) => notes && showNotes(client, notes),
  };
  return [preview, pages, ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run))];
}

/** Whether the Dockerfile was converted. */
async function convert(client: LayerwiseClient, preview: Preview, options: ConvertOptions = {}): Promise<boolean> {
  const { uri, preview: shown = true } = options;
  const document = uri
    ? await vscode.workspace.openTextDocument(typeof uri === 'string' ? vscode.Uri.parse(uri) : uri)
    : vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'dockerfile') {
    void vscode.window.showInformationMessage('Open a Dockerfile to convert it to multi-stage.');
    return false;
  }
  const selection = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.selection;
  const params: RefactorParams = {
    textDocument: { uri: document.uri.toString() },
    refactoring: 'convert-to-multi-stage',
    ...(selection ? { range: { start: selection.start, end: selection.end } } : {}),
  };
  const result = await client.request<RefactorResult>(refactorRequest, params);
  if ('because' in result) {
    void vscode.window.showInformationMessage(`${result.title}: ${result.because}`);
    return false;
  }
  if (shown && !(await preview.ask(document, result))) return false;
  return await apply(document, result);
}

/** As one step for undo. */
async function apply(document: vscode.TextDocument, { title, edits, version }: RefactorPreview): Promise<boolean> {
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

/** Shows a rule's page: of the rule that is named, else of one that the person picks, those found in the active editor first. */
async function explain(client: LayerwiseClient, pages: Pages, named?: string): Promise<void> {
  const rule = named ?? (await pickRule(await client.request<RuleSummary[]>(rulesRequest)));
  if (rule === undefined) return;
  const page = await client.request<string | null>(explainRequest, { rule });
  if (page === null) {
    void vscode.window.showInformationMessage(`Layerwise knows no rule ${rule}.`);
    return;
  }
  await vscode.commands.executeCommand('markdown.showPreview', pages.add(`/${rule.replace('/', ' ')}.md`, page));
}

async function pickRule(rules: readonly RuleSummary[]): Promise<string | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const diagnostics = uri ? vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'layerwise') : [];
  const found = new Set(diagnostics.map(({ code }) => String(typeof code === 'object' ? code.value : code)));
  const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items = (here: boolean) =>
    rules.filter(({ id }) => found.has(id) === here).map(({ id, summary }) => ({ label: id, detail: summary }));
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem>(
    [
      ...(found.size > 0 ? [separator('found in this file'), ...items(true), separator('others')] : []),
      ...items(false),
    ],
    { placeHolder: 'The rule to explain', matchOnDetail: true },
  );
  return picked?.label;
}

/** What is left to do beside an edit; it stays in the log, too. */
function showNotes({ log }: LayerwiseClient, { title, notes }: Notes): void {
  log.info([`${title}:`, ...notes].join(' '));
  void vscode.window.showInformationMessage([`${title}:`, ...notes].join(' '));
}
