import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './server';

// dockerfile-ast looks for a byte order mark with the one thing of node that it uses.
const scope = globalThis as { Buffer?: unknown };
scope.Buffer ??= { from: (text: string) => new TextEncoder().encode(text) };

/** The worker that this runs in is the port to the client. */
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

startServer(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)));
