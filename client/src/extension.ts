import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './activation';
import type { LayerwiseClient } from './client';

let client: LayerwiseClient | undefined;

/** Where extensions run in node: the server is a process of its own, which reads files. */
export function activate(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server/node.js');
  client = start(
    context,
    (options) => new LanguageClient('layerwise', 'Layerwise', { module, transport: TransportKind.ipc }, options),
  );
}

/** Ends when the server has ended. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
