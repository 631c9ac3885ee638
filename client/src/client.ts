import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { type ClientOptions, type StatusParams, statusNotification } from '../../server/src/lsp/protocol';
import { toPlainChannel } from './log';
import { Status, selector } from './status';

/** The command of ours that the server has actions end with, when they leave something to do. */
export const showNotesCommand = 'layerwise.showNotes';

/** The command of ours that an action of the server calls when there is more to show than an edit. */
export const previewCommand = 'layerwise.previewRefactoring';

/** The language server, and what the editor shows of its state. */
export class LayerwiseClient implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel('Layerwise', { log: true });
  private readonly status = new Status();
  private readonly client: LanguageClient;
  private starting: Promise<void> = Promise.resolve();

  /** @param module the path of the server's bundle */
  constructor(module: string) {
    const initializationOptions: ClientOptions = {
      notesCommand: showNotesCommand,
      refactorCommand: previewCommand,
      showsStatus: true,
    };
    const options: LanguageClientOptions = {
      documentSelector: selector,
      initializationOptions,
      outputChannel: toPlainChannel(this.log),
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      middleware: {
        provideDiagnostics: (document, previousResultId, token, next) =>
          isSource('uri' in document ? document.uri : document) ? next(document, previousResultId, token) : undefined,
        provideCodeActions: (document, range, context, token, next) =>
          isSource(document.uri) ? next(document, range, context, token) : undefined,
      },
    };
    this.client = new LanguageClient('layerwise', 'Layerwise', { module, transport: TransportKind.ipc }, options);
    this.client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) this.status.setState('starting');
      else this.status.setState(newState === State.Running ? 'ready' : 'stopped');
    });
    this.client.onNotification(statusNotification, ({ problems }: StatusParams) => this.status.setProblems(problems));
  }

  /** Never throws: the log and the status item say what went wrong. */
  async start(): Promise<void> {
    this.starting = this.client.start().catch((error: unknown) => this.fail('The server did not start', error));
    await this.starting;
  }

  async restart(): Promise<void> {
    await this.starting;
    this.starting = this.client.restart().catch((error: unknown) => this.fail('The server did not restart', error));
    await this.starting;
  }

  async stop(): Promise<void> {
    // The client cannot be stopped while it starts.
    await this.starting;
    if (this.client.needsStop()) await this.client.stop();
  }

  /** Asks the server, and waits until it is there to answer. */
  async request<Result>(method: string, params?: object): Promise<Result> {
    await this.starting;
    return await this.client.sendRequest<Result>(method, params);
  }

  dispose(): void {
    this.status.dispose();
    this.log.dispose();
  }

  private fail(what: string, error: unknown): void {
    this.status.setState('failed');
    this.log.error(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Whether a person can edit what they see. The left side of a Git diff or our own preview are Dockerfiles too: hovers are welcome
 * there, but nobody wants their findings among those of the real file.
 */
function isSource({ scheme }: vscode.Uri): boolean {
  return scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}
