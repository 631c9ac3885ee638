import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDockerfile, waitFor } from './editor';
import { test } from './runner';

test('the extension starts with a Dockerfile and brings every command that its manifest promises', async () => {
  await openDockerfile('FROM debian:12.5\n');
  const extension = vscode.extensions.getExtension('layerwise.layerwise');
  assert.ok(extension, 'The editor knows no extension layerwise.layerwise.');
  await waitFor(
    'the extension to start',
    () => extension.isActive,
    (active) => active,
  );
  const { contributes } = extension.packageJSON as { contributes: { commands: { command: string }[] } };
  const known = await vscode.commands.getCommands(true);
  const promised = contributes.commands.map(({ command }) => command);
  assert.ok(promised.includes('layerwise.convertToMultiStage'));
  assert.deepEqual(
    promised.filter((command) => !known.includes(command)),
    [],
  );
});
