import type * as vscode from 'vscode';
import { LayerwiseClient } from './client';
import { registerCommands } from './commands';

let client: LayerwiseClient | undefined;

/** Starts the server and does not wait for it: an editor that opens a Dockerfile is not held up. */
export function activate(context: vscode.ExtensionContext): void {
  client = new LayerwiseClient(context.asAbsolutePath('dist/server/node.js'));
  context.subscriptions.push(client, ...registerCommands(client));
  void client.start();
}

/** Ends when the server has ended. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
