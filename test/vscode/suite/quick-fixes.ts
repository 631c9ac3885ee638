import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, applyAction, assertText, findingsOf, openDockerfile, rangeOf, ruleOf, waitFor } from './editor';
import { test } from './runner';
import { shop, shopFiles } from './shop';

/** One fix that is safe, and two that are not: a version for the first base, and mounts for apt. */
const twoStages = `FROM golang AS build
WORKDIR /src
COPY . .
RUN go build -o /app
FROM debian:12.8-slim
RUN apt-get update && apt-get install -y --no-install-recommends tini=0.19.0-1
COPY --from=build /app /app
`;
const twoStagesFixed = twoStages.replace(
  'RUN go',
  'RUN --mount=type=cache,target=/go/pkg/mod \\\n    --mount=type=cache,target=/root/.cache/go-build \\\n    go',
);

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
  const { document } = await openDockerfile(twoStages.replaceAll('\n', '\r\n'));
  await waitForRule(document, 'cache/mount-go');
  const fix = await findFix(document, rangeOf(document, 'go build'), /^Add cache mounts/);
  assert.equal(fix.isPreferred, true);
  await applyAction(fix);
  assertText(document, twoStagesFixed.replaceAll('\n', '\r\n'));
});

test('a quick fix silences a finding with a comment', async () => {
  const { document } = await openDockerfile('FROM debian\nUSER 10001\n');
  await waitForRule(document, 'pinning/base-image-untagged');
  await applyAction(await findFix(document, rangeOf(document, 'debian'), /ignore/i));
  assertText(document, '# layerwise ignore=pinning/base-image-untagged\nFROM debian\nUSER 10001\n');
  await waitFor(
    'silence',
    () => findingsOf(document).map(ruleOf),
    ({ length }) => length === 0,
  );
});

test('fixing all on save applies the safe fixes and no others', async () => {
  const { document } = await openDockerfile(twoStages);
  await waitForRule(document, 'cache/mount-go');
  const rules = findingsOf(document).map(ruleOf);
  for (const rule of ['pinning/base-image-untagged', 'cache/mount-apt']) assert.ok(rules.includes(rule), rule);
  const editorSettings = vscode.workspace.getConfiguration('editor', document);
  const target = vscode.ConfigurationTarget.Workspace;
  await editorSettings.update('codeActionsOnSave', { 'source.fixAll.layerwise': 'always' }, target);
  try {
    assert.ok(await vscode.workspace.applyEdit(commentAtEnd(document)));
    assert.ok(await document.save());
  } finally {
    await editorSettings.update('codeActionsOnSave', undefined, target);
  }
  assertText(document, `${twoStagesFixed}# the end\n`);
});

function commentAtEnd(document: vscode.TextDocument): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '# the end\n');
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
