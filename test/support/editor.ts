import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type StatusParams, statusNotification } from '../../server/src/lsp/protocol';
import { bundleEntry } from './bundle';

const bundle = bundleEntry('server/src/lsp/main.ts');
const folder = dirname(bundle);

/** What today's editors say of themselves. */
export const modern: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { codeDescriptionSupport: true, relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
      isPreferredSupport: true,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** One that knows the protocol of 2016 and no more. */
export const plain: ClientCapabilities = {
  textDocument: { hover: { contentFormat: ['plaintext'] } },
};

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folder?: string;
  /** Instead of `folder`: several. */
  readonly folders?: readonly string[];
  /** What the editor answers when it is asked for `layerwise`; a function of the document where that makes a difference. */
  readonly settings?: unknown;
}

/** An editor as the server sees it: a process started over stdio, open documents, and what the server said unasked. */
export class Editor {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly messages: string[] = [];
  readonly log: string[] = [];
  readonly registered: string[] = [];
  readonly statuses: StatusParams[] = [];
  refreshes = 0;
  settings: unknown;
  initialized!: InitializeResult;
  private readonly documents = new Map<string, TextDocument>();

  private constructor(
    private readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  static async start({
    capabilities = modern,
    initializationOptions,
    folder: root,
    folders,
    settings,
  }: EditorOptions = {}) {
    const child = spawn(process.execPath, [bundle, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      // No configuration of the machine's user reaches it.
      env: { PATH: process.env.PATH, HOME: folder },
      cwd: folder,
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const editor = new Editor(child, connection);
    editor.settings = settings;
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section, scopeUri = '' }) =>
        section === 'layerwise' ? (editor.settingsOf(scopeUri) ?? null) : null,
      ),
    );
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      editor.registered.push(...registrations.map(({ method }) => method));
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      editor.refreshes += 1;
    });
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => void editor.published.push(params));
    connection.onNotification(ShowMessageNotification.type, ({ message }) => void editor.messages.push(message));
    connection.onNotification(LogMessageNotification.type, ({ message }) => void editor.log.push(message));
    connection.onNotification(statusNotification, (params: StatusParams) => void editor.statuses.push(params));
    connection.listen();
    const roots = folders ?? (root === undefined ? [] : [root]);
    const workspaceFolders = roots.length === 0 ? null : roots.map((uri) => ({ uri, name: 'workspace' }));
    editor.initialized = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: roots[0] ?? null,
      workspaceFolders,
      capabilities,
      initializationOptions,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  settingsOf(uri: string): unknown {
    return typeof this.settings === 'function' ? (this.settings as (uri: string) => unknown)(uri) : this.settings;
  }

  async open(uri: string, text: string): Promise<void> {
    const document = TextDocument.create(uri, 'dockerfile', 1, text);
    this.documents.set(uri, document);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'dockerfile', version: 1, text },
    });
  }

  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const document = this.documents.get(uri)!;
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  textOf(uri: string): string {
    return this.documents.get(uri)!.getText();
  }

  /** Pulls the diagnostics of a document. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === 'full' ? report.items : [];
  }

  /** Waits for diagnostics to be pushed. */
  async pushed(uri: string, count: number): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const found = this.published.filter((one) => one.uri === uri);
      if (found.length >= count) return found.at(-1)!;
      await soon();
    }
  }

  /** The actions at a range, the whole line `line` when it is a number. */
  async actions(uri: string, at: Range | number, only?: string[]): Promise<CodeAction[]> {
    const range =
      typeof at === 'number' ? { start: { line: at, character: 0 }, end: { line: at + 1, character: 0 } } : at;
    const found = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
    return (found ?? []) as CodeAction[];
  }

  async resolve(action: CodeAction): Promise<CodeAction> {
    return await this.connection.sendRequest(CodeActionResolveRequest.type, action);
  }

  async hover(uri: string, position: Position): Promise<Hover | null> {
    return await this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  /** The text of a document after an edit, which has to be for its version. */
  after(uri: string, edit: WorkspaceEdit): string {
    const document = this.documents.get(uri)!;
    const changes = (edit.documentChanges ?? []).flatMap((change) => {
      if (!('edits' in change) || change.textDocument.uri !== uri) return [];
      if (change.textDocument.version !== document.version) throw new Error('The edit is for another version.');
      return change.edits;
    });
    return TextDocument.applyEdits(document, [...changes, ...(edit.changes?.[uri] ?? [])]);
  }

  /** Ends the server as an editor does; its exit code. */
  async stop(): Promise<number | null> {
    const exit = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return await exit;
  }
}

/** A moment for the other side. */
export async function soon(milliseconds = 20): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
