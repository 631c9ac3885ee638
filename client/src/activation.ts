import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { LayerwiseClient } from './client';
import { registerCommands } from './commands';

/** Starts the server and does not wait for it: an editor that opens a Dockerfile is not held up. */
export function start(
  context: vscode.ExtensionContext,
  connect: (options: LanguageClientOptions) => BaseLanguageClient,
): LayerwiseClient {
  const client = new LayerwiseClient(connect);
  context.subscriptions.push(client, ...registerCommands(client));
  void client.start();
  return client;
}
