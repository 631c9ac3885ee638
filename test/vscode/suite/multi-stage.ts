import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { assertText, openDockerfile, waitFor, waitForScreen } from './editor';
import { test } from './runner';

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
  await waitForScreen('.notification-toast', 'The container runs go, which needs the Go toolchain.');
  assertText(document, before);
});

/** The preview, once it is what one looks at. */
async function waitForPreview(): Promise<vscode.TabInputTextDiff> {
  const active = await waitFor(
    'the preview',
    () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
    (input) => input instanceof vscode.TabInputTextDiff,
  );
  return active as vscode.TabInputTextDiff;
}

function previews(): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff);
}
