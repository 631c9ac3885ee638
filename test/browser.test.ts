import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createContext, Script } from 'node:vm';
import { buildSync } from 'esbuild';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly params?: unknown;
}

/** The server as a worker of a browser runs it: a script in a scope that has nothing of node. */
class Worker {
  private readonly answers = new Map<number, (result: unknown) => void>();
  private readonly scope: { onmessage?: (event: { data: unknown }) => void };
  private count = 0;

  constructor(script: string) {
    this.scope = {
      setTimeout,
      clearTimeout,
      queueMicrotask,
      TextEncoder,
      TextDecoder,
      console,
      addEventListener: () => {},
      // What comes out of a worker was copied; so nothing of its own world arrives here.
      postMessage: (message: unknown) => this.receive(JSON.parse(JSON.stringify(message)) as Message),
    } as object;
    const context = createContext(this.scope);
    new Script('globalThis.self = globalThis;').runInContext(context);
    new Script(script).runInContext(context);
  }

  request(method: string, params: object): Promise<unknown> {
    const id = ++this.count;
    return new Promise((resolve) => {
      this.answers.set(id, resolve);
      this.send({ id, method, params });
    });
  }

  notify(method: string, params: object): void {
    this.send({ method, params });
  }

  private send(message: Message): void {
    this.scope.onmessage?.({ data: JSON.parse(JSON.stringify({ jsonrpc: '2.0', ...message })) });
  }

  private receive({ id, method, result }: Message): void {
    // Requests of the server's own stay without an answer.
    if (id !== undefined && method === undefined) this.answers.get(id)?.(result);
  }
}

suite('editors in a browser', () => {
  const bundle = (entry: string, external: string[] = []) =>
    buildSync({
      entryPoints: [entry],
      bundle: true,
      write: false,
      platform: 'browser',
      mainFields: ['browser', 'module', 'main'],
      format: 'iife',
      external,
      logLevel: 'silent',
    }).outputFiles[0]!.text;

  test('the client is built without anything of node', () => {
    assert.ok(bundle('client/src/browser.ts', ['vscode']).length > 0);
  });

  test('the server works in a worker: diagnostics, and a conversion with its effect', { timeout: 30_000 }, async () => {
    const worker = new Worker(bundle('server/src/lsp/browser.ts'));
    await worker.request('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    worker.notify('initialized', {});
    const uri = 'untitled:Untitled-1';
    const text = 'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /a .\nCMD ["/a"]\n';
    worker.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'dockerfile', version: 1, text } });
    const textDocument = { uri };
    const { items } = (await worker.request('textDocument/diagnostic', { textDocument })) as {
      items: { code: string }[];
    };
    assert.ok(items.some(({ code }) => code === 'stages/single-stage-build'));
    const refactoring = 'convert-to-multi-stage';
    const result = (await worker.request('layerwise/refactor', { textDocument, refactoring })) as Record<
      string,
      string
    >;
    assert.match(result.text!, /^FROM gcr\.io\/distroless\/static-debian12$/m);
    assert.equal(result.headline, 'about 840 MB → 2 MB');
    assert.ok(((await worker.request('layerwise/runtimeChoices', { textDocument })) as unknown[]).length > 1);
  });
});
