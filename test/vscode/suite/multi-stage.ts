import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, assertText, openDockerfile, rangeOf, waitFor, waitForScreen } from './editor';
import { test } from './runner';
import { readScreen } from './screen';

const single = `FROM golang:1.24-bookworm

WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/shop ./cmd/shop

# The port of the shop.
EXPOSE 8080
CMD ["/bin/shop"]
`;

const converted = `FROM golang:1.24-bookworm AS build

WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/shop ./cmd/shop

FROM gcr.io/distroless/static-debian12
WORKDIR /src
COPY --from=build /bin/shop /bin/shop

# The port of the shop.
EXPOSE 8080
CMD ["/bin/shop"]
`;

/** The list that one picks from: the editor keeps the last one, unseen. */
const list = '.quick-input-widget:visible .quick-input-list';

const files = {
  'go.mod': 'module example.com/shop\n\ngo 1.24\n',
  'go.sum': '',
  'cmd/shop/main.go': 'package main\n\nfunc main() {}\n',
};

test('the command converts to multi-stage after a preview, as one step for undo', async () => {
  const { document } = await openDockerfile(single, files);
  const done = vscode.commands.executeCommand<boolean>('layerwise.convertToMultiStage');
  const { original, modified } = await waitForPreview();
  assert.equal(original.toString(), document.uri.toString());
  assertText(await vscode.workspace.openTextDocument(modified), converted);
  assertText(document, single);
  await vscode.commands.executeCommand('layerwise.applyPreview');
  assert.equal(await done, true);
  assertText(document, converted);
  assert.deepEqual(previews(), []);
  assert.equal(vscode.window.activeTextEditor?.document, document);
  await vscode.commands.executeCommand('undo');
  assertText(document, single);
});

test('a preview that is closed changes nothing', async () => {
  const { document } = await openDockerfile(single, files);
  const done = vscode.commands.executeCommand<boolean>('layerwise.convertToMultiStage');
  await waitForPreview();
  await vscode.window.tabGroups.close(previews());
  assert.equal(await done, false);
  assertText(document, single);
  assert.equal(vscode.window.activeTextEditor?.document, document);
});

test('the command says why it refuses', async () => {
  const before = 'FROM golang:1.24\nWORKDIR /src\nCOPY . .\nCMD ["go", "run", "."]\n';
  const { document } = await openDockerfile(before, files);
  assert.equal(await vscode.commands.executeCommand<boolean>('layerwise.convertToMultiStage'), false);
  await waitForScreen('.notification-toast', 'The container runs go, which needs the Go toolchain');
  assertText(document, before);
});

test('the preview says what moves where and why, and what leaves the image', async () => {
  await openDockerfile(single.replace('WORKDIR /src\n', 'EXPOSE 8080\nWORKDIR /src\n'), files);
  const done = vscode.commands.executeCommand<boolean>('layerwise.convertToMultiStage');
  await waitForPreview();
  await waitForScreen('.notification-toast', 'go, gcc, g++, make, git, curl, apt and the shell leave the image.');
  await vscode.commands.executeCommand('layerwise.explainPreview');
  await waitFor(
    'the page about the preview',
    () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
    (labels) => labels.some((label) => label.includes('Convert to multi-stage.md')),
  );
  await vscode.commands.executeCommand('layerwise.discardPreview');
  assert.equal(await done, false);
});

test('another runtime image is picked in the preview; the edit is one step for undo all the same', async () => {
  const { document } = await openDockerfile(single, files);
  const done = vscode.commands.executeCommand<boolean>('layerwise.convertToMultiStage');
  const first = await waitForPreview();
  void vscode.commands.executeCommand('layerwise.chooseRuntime');
  await pick('debian:bookworm-slim');
  const { modified } = await waitForPreview(first.modified);
  assert.match((await vscode.workspace.openTextDocument(modified)).getText(), /^FROM debian:bookworm-slim$/m);
  await vscode.commands.executeCommand('layerwise.applyPreview');
  assert.equal(await done, true);
  assert.match(document.getText(), /^FROM debian:bookworm-slim$/m);
  await vscode.commands.executeCommand('undo');
  assertText(document, single);
});

test('where another image is left unpicked the preview comes back', async () => {
  const { document } = await openDockerfile(single, files);
  const done = vscode.commands.executeCommand<boolean>('layerwise.convertToMultiStage');
  const first = await waitForPreview();
  void vscode.commands.executeCommand('layerwise.chooseRuntime');
  await waitForScreen(list, 'debian:bookworm-slim');
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  const { modified } = await waitForPreview(first.modified);
  assertText(await vscode.workspace.openTextDocument(modified), converted);
  await vscode.commands.executeCommand('layerwise.discardPreview');
  assert.equal(await done, false);
  assertText(document, single);
});

test('what only a person knows is asked, and the answer goes into the preview', async () => {
  const before = 'FROM maven\nWORKDIR /app\nCOPY . .\nRUN mvn package\nCMD ["java", "-jar", "target/shop-1.0.jar"]\n';
  const pom = `<project><modelVersion>4.0.0</modelVersion>
<groupId>com.example</groupId><artifactId>shop</artifactId><version>1.0</version></project>\n`;
  const { document } = await openDockerfile(before, { 'pom.xml': pom, 'src/main/java/Shop.java': 'class Shop {}\n' });
  const done = vscode.commands.executeCommand<boolean>('layerwise.convertToMultiStage');
  await pick('17');
  const { modified } = await waitForPreview();
  assert.match((await vscode.workspace.openTextDocument(modified)).getText(), /^FROM eclipse-temurin:17-jre/m);
  await vscode.commands.executeCommand('layerwise.applyPreview');
  assert.equal(await done, true);
  await vscode.commands.executeCommand('undo');
  assertText(document, before);
});

test('a document that was never saved is converted as it is', async () => {
  const document = await vscode.workspace.openTextDocument({ language: 'dockerfile', content: single });
  await vscode.window.showTextDocument(document);
  assert.equal(await vscode.commands.executeCommand('layerwise.convertToMultiStage', { preview: false }), true);
  // No folder tells which files the program opens.
  const copy = 'COPY --from=build /bin/shop /bin/shop\n';
  assertText(document, converted.replace(copy, `${copy}COPY --from=build /src /src\n`));
  await vscode.commands.executeCommand('undo');
  assertText(document, single);
});

test('the light bulb opens the preview', async () => {
  const { document } = await openDockerfile(single, files);
  const actions = await waitFor(
    'the conversion',
    async () => {
      const found = await actionsAt(document, rangeOf(document, 'golang:1.24-bookworm'));
      return found.filter(({ title }) => title === 'Convert to multi-stage...');
    },
    ({ length }) => length > 0,
  );
  assert.equal(actions.length, 1);
  const { command, edit } = actions[0]!;
  assert.equal(edit, undefined);
  const done = vscode.commands.executeCommand<boolean>(command!.command, ...command!.arguments!);
  await waitForPreview();
  await vscode.commands.executeCommand('layerwise.applyPreview');
  assert.equal(await done, true);
  assertText(document, converted);
});

/** Accepts an item of the list that is shown. */
async function pick(label: string): Promise<void> {
  await waitForScreen(list, label);
  await waitFor(
    `${label} to be the item in focus`,
    async () => {
      const focused = await readScreen(`${list} .monaco-list-row.focused .label-name`);
      if (!focused.includes(label)) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      return focused;
    },
    (focused) => focused.includes(label),
  );
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

/** The preview, once it is what one looks at. */
async function waitForPreview(previous?: vscode.Uri): Promise<vscode.TabInputTextDiff> {
  const active = await waitFor(
    'the preview',
    () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
    (input) => input instanceof vscode.TabInputTextDiff && input.modified.toString() !== previous?.toString(),
  );
  return active as vscode.TabInputTextDiff;
}

function previews(): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff);
}
