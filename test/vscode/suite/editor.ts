import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { readScreen } from './screen';

/** How long to wait for what the server has to say. */
const patience = 15_000;

/** A finding, as one sees it. */
export interface Squiggle {
  readonly text: string;
  readonly line: number;
  readonly severity: string;
  /** The texts of the places that belong to the story. */
  readonly related: readonly string[];
}

/** Writes files of the workspace; `Dockerfile` is opened in the editor. */
export async function openDockerfile(
  text: string,
  others: Readonly<Record<string, string>> = {},
): Promise<vscode.TextEditor> {
  const folder = newFolder();
  for (const [name, content] of Object.entries({ ...others, Dockerfile: text })) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(join(folder, 'Dockerfile')));
  return await vscode.window.showTextDocument(document);
}

let folders = 0;

/** A folder of the workspace for one test alone, so that no test sees what another left behind. */
function newFolder(): string {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  assert.ok(root, 'The workspace has no folder.');
  return join(root, `case-${++folders}`);
}

/** The findings of Layerwise in the order of the text. */
export function findingsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'layerwise')
    .sort((a, b) => a.range.start.compareTo(b.range.start) || ruleOf(a).localeCompare(ruleOf(b)));
}

/** The id of the rule behind a finding. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The place of a piece of text that occurs once. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `The document has no ${JSON.stringify(text)}.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** The code actions that the light bulb shows at a range, with their edits. */
export async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind?.value,
    50,
  );
  return actions.filter((action): action is vscode.CodeAction => 'kind' in action);
}

/** Applies an action as the light bulb does: first the edit, then the command. */
export async function applyAction({ edit, command }: vscode.CodeAction): Promise<void> {
  assert.ok(edit, 'The action has no edit.');
  assert.ok(await vscode.workspace.applyEdit(edit), 'The edit was not applied.');
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** Compares a whole document, line by line. */
export function assertText(document: vscode.TextDocument, expected: string): void {
  assert.deepEqual(document.getText().split('\n'), expected.split('\n'));
}

/** Waits until something in the editor's window has a text. */
export async function waitForScreen(selector: string, text: string): Promise<void> {
  await waitFor(
    `${selector} to show ${text}`,
    () => readScreen(selector),
    (shown) => shown.some((one) => one.includes(text)),
  );
}

/** Asks again and again until the answer is as wanted; fails with the last answer. */
export async function waitFor<T>(
  what: string,
  ask: () => T | Thenable<T>,
  isRight: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`Waited in vain for ${what}. Last seen: ${JSON.stringify(answer, null, 2)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
