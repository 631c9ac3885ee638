import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './activation';
import type { LayerwiseClient } from './client';

/** What a web worker has of the browser, as far as it is used here. */
declare const Worker: new (address: string) => ConstructorParameters<typeof LanguageClient>[3];

let client: LayerwiseClient | undefined;

/** Where extensions run in a browser: the server is a worker without files, which knows what the editor shows. */
export function activate(context: vscode.ExtensionContext): void {
  const server = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server', 'browser.js').toString(true);
  client = start(context, (options) => new LanguageClient('layerwise', 'Layerwise', options, new Worker(server)));
}

/** Ends when the server has ended. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
