import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, applyAction, assertText, findingsOf, openDockerfile, rangeOf, ruleOf, waitFor } from './editor';
import { test } from './runner';
import { shop, shopFiles } from './shop';

test('a quick fix moves the COPY below the install, as one step for undo', async () => {
  const { document } = await openDockerfile(shop, shopFiles);
  await waitForRule(document, 'cache/copy-all-before-install');
  const fix = await findFix(document, rangeOf(document, 'COPY . .'), /^Copy the manifests first/);
  await applyAction(fix);
  assertText(
    document,
    `FROM node
ARG NPM_TOKEN
ENV DB_PASSWORD=hunter2
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
CMD ["node", "dist/server.js"]
`,
  );
  await waitFor(
    'the finding to go',
    () => findingsOf(document).map(ruleOf),
    (rules) => !rules.includes('cache/copy-all-before-install'),
  );
  await vscode.commands.executeCommand('undo');
  assertText(document, shop);
});

test('the safe fix is the preferred one, and keeps line endings', async () => {
  const { document } = await openDockerfile(
    'FROM node:24.11.1-slim\r\nWORKDIR /app\r\nCOPY package*.json ./\r\nRUN npm ci\r\n',
  );
  await waitForRule(document, 'cache/mount-node');
  const fix = await findFix(document, rangeOf(document, 'npm ci'), /^Add a cache mount/);
  assert.equal(fix.isPreferred, true);
  await applyAction(fix);
  assertText(
    document,
    'FROM node:24.11.1-slim\r\nWORKDIR /app\r\nCOPY package*.json ./\r\nRUN --mount=type=cache,target=/root/.npm npm ci\r\n',
  );
});

test('a quick fix silences a finding with a comment', async () => {
  const { document } = await openDockerfile('FROM debian\n');
  await waitForRule(document, 'pinning/base-image-untagged');
  await applyAction(await findFix(document, rangeOf(document, 'debian'), /ignore/i));
  assertText(document, '# layerwise ignore=pinning/base-image-untagged\nFROM debian\n');
  await waitFor(
    'silence',
    () => findingsOf(document).map(ruleOf),
    ({ length }) => length === 0,
  );
});

test('fixing all on save applies the safe fixes and no others', async () => {
  const { document } = await openDockerfile('FROM node\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\n');
  await waitForRule(document, 'cache/mount-node');
  const editorSettings = vscode.workspace.getConfiguration('editor', document);
  const target = vscode.ConfigurationTarget.Workspace;
  await editorSettings.update('codeActionsOnSave', { 'source.fixAll.layerwise': 'always' }, target);
  try {
    assert.ok(await vscode.workspace.applyEdit(emptyLineAtEnd(document)));
    assert.ok(await document.save());
  } finally {
    await editorSettings.update('codeActionsOnSave', undefined, target);
  }
  assertText(
    document,
    'FROM node\nWORKDIR /app\nCOPY package*.json ./\nRUN --mount=type=cache,target=/root/.npm npm ci\n\n',
  );
});

function emptyLineAtEnd(document: vscode.TextDocument): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\n');
  return edit;
}

async function waitForRule(document: vscode.TextDocument, rule: string): Promise<void> {
  await waitFor(
    rule,
    () => findingsOf(document).map(ruleOf),
    (rules) => rules.includes(rule),
  );
}

async function findFix(document: vscode.TextDocument, range: vscode.Range, title: RegExp): Promise<vscode.CodeAction> {
  const actions = await actionsAt(document, range, vscode.CodeActionKind.QuickFix);
  const fixes = actions.filter((action) => title.test(action.title));
  assert.equal(fixes.length, 1, `One ${title} among ${actions.map((action) => action.title).join(', ')}`);
  return fixes[0]!;
}
