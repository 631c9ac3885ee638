import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
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
  private readonly options: LanguageClientOptions;
  private client: BaseLanguageClient;
  private starting: Promise<void> = Promise.resolve();

  /** @param connect makes a client for a server that is not running yet */
  constructor(private readonly connect: (options: LanguageClientOptions) => BaseLanguageClient) {
    const initializationOptions: ClientOptions = {
      notesCommand: showNotesCommand,
      refactorCommand: previewCommand,
      showsStatus: true,
    };
    this.options = {
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
    this.client = this.create();
  }

  /** Never throws: the log and the status item say what went wrong. */
  async start(): Promise<void> {
    this.starting = this.client.start().catch((error: unknown) => this.fail('The server did not start', error));
    await this.starting;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.client.dispose();
    this.client = this.create();
    await this.start();
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

  private create(): BaseLanguageClient {
    const client = this.connect(this.options);
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) this.status.setState('starting');
      else this.status.setState(newState === State.Running ? 'ready' : 'stopped');
    });
    client.onNotification(statusNotification, ({ problems }: StatusParams) => this.status.setProblems(problems));
    return client;
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
