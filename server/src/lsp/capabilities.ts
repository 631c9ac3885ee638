import {
  type InitializeParams,
  MarkupKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { type ActionSupport, actionKinds } from './code-actions';
import type { ClientOptions } from './protocol';

/** What of LSP a client understands, as far as we act on it. */
export interface Client {
  readonly actions: ActionSupport;
  /** Whether it asks for diagnostics; else they are pushed. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly versionedDiagnostics: boolean;
  readonly markdown: boolean;
  /** Whether it can be asked for settings. */
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly options: ClientOptions;
}

/** Reads what a client says of itself. */
export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace } = capabilities;
  const options = readOptions(initializationOptions);
  const { codeAction, diagnostic, hover, publishDiagnostics } = textDocument ?? {};
  return {
    actions: {
      resolve: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
      disabled: codeAction?.disabledSupport === true,
      isPreferred: codeAction?.isPreferredSupport === true,
      versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
      // A client that pulls says only here what a diagnostic may hold, too.
      diagnostics: {
        codeDescription: publishDiagnostics?.codeDescriptionSupport === true,
        relatedInformation: publishDiagnostics?.relatedInformation === true,
        tags: publishDiagnostics?.tagSupport?.valueSet ?? [],
      },
      ...(options.notesCommand === undefined ? {} : { notesCommand: options.notesCommand }),
      ...(options.refactorCommand === undefined ? {} : { refactorCommand: options.refactorCommand }),
    },
    pullsDiagnostics: diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    versionedDiagnostics: publishDiagnostics?.versionSupport === true,
    markdown: hover?.contentFormat === undefined || hover.contentFormat.includes(MarkupKind.Markdown),
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    options,
  };
}

/** What we offer to a client. */
export function readCapabilities(client: Client): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: actionKinds, resolveProvider: client.actions.resolve },
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'layerwise', interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
    ...(client.workspaceFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
  };
}

function readOptions(given: unknown): ClientOptions {
  if (typeof given !== 'object' || given === null) return {};
  const { notesCommand, refactorCommand, showsStatus, settings }: { [Key in keyof ClientOptions]: unknown } = given;
  return {
    ...(typeof notesCommand === 'string' ? { notesCommand } : {}),
    ...(typeof refactorCommand === 'string' ? { refactorCommand } : {}),
    showsStatus: showsStatus === true,
    settings,
  };
}
