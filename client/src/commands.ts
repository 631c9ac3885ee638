import * as vscode from 'vscode';
import {
  explainRequest,
  type Notes,
  type RefactorCommand,
  type RuleSummary,
  rulesRequest,
} from '../../server/src/lsp/protocol';
import { type LayerwiseClient, previewCommand, showNotesCommand } from './client';
import { type ConvertOptions, convertToMultiStage, previewRefactoring } from './conversion';
import { Pages } from './pages';
import { Preview } from './preview';

/** Registers every command that package.json contributes, and those that code actions call. */
export function registerCommands(client: LayerwiseClient): vscode.Disposable[] {
  const preview = new Preview();
  const pages = new Pages('layerwise-rule');
  const commands: Record<string, (argument?: never) => unknown> = {
    'layerwise.convertToMultiStage': (options?: ConvertOptions) => convertToMultiStage(client, preview, options),
    'layerwise.applyPreview': () => preview.decide('apply'),
    'layerwise.discardPreview': () => preview.decide('discard'),
    'layerwise.chooseRuntime': () => preview.decide('runtime'),
    'layerwise.explainPreview': () => explainPreview(preview, pages),
    'layerwise.explainRule': (rule?: string) => explain(client, pages, rule),
    'layerwise.restartServer': () => client.restart(),
    'layerwise.showOutput': () => client.log.show(),
    [previewCommand]: (asked?: RefactorCommand) => asked && previewRefactoring(client, preview, asked),
    [showNotesCommand]: (notes?: Notes) => notes && showNotes(client, notes),
  };
  return [preview, pages, ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run))];
}

/** Shows what the preview that is open is about, beside it. */
async function explainPreview(preview: Preview, pages: Pages): Promise<void> {
  const { page } = preview;
  if (page === undefined) return;
  await vscode.commands.executeCommand('markdown.showPreviewToSide', pages.add('/Convert to multi-stage.md', page));
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
