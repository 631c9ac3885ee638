import {
  type CodeAction,
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type Hover,
  type InitializeParams,
  LSPErrorCodes,
  MarkupKind,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import { explainRule, findRules, hover, offsetAt, rules } from '../core/index';
import { type Client, readCapabilities, readClient } from './capabilities';
import { type ActionData, offerActions, resolveAction } from './code-actions';
import { toDiagnostic, toPlainText, toRange } from './convert';
import { Analyses, type Analysis, type Host } from './documents';
import {
  type ExplainParams,
  explainRequest,
  type RefactorParams,
  type RefactorResult,
  type RuleSummary,
  type RuntimeChoice,
  type RuntimeChoicesParams,
  refactorRequest,
  rulesRequest,
  runtimeChoicesRequest,
  type StatusParams,
  statusNotification,
} from './protocol';
import { previewRefactoring, readRuntimeChoices } from './refactor';
import { readSettings, type Settings } from './settings';

/** Milliseconds that typing, or the files around, have to be quiet before diagnostics are pushed, or read anew. */
const quiet = { text: 120, files: 400, shell: 300 };

/** What changes findings beside the text: which files are in the build context, `.dockerignore`, configuration, and which stages are built. */
const watchers = [
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  { globPattern: '**/{.dockerignore,*.dockerignore}', kind: WatchKind.Change },
  { globPattern: '**/{.layerwise,.hadolint}.{yaml,yml,json}', kind: WatchKind.Change },
  { globPattern: '**/{compose,docker-compose,docker-bake}*.{yaml,yml,hcl,json}', kind: WatchKind.Change },
];

/** Serves one client over a connection until it closes. */
export function startServer(connection: Connection, host: Host = {}): void {
  const open = new TextDocuments(TextDocument);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let client: Client = readClient({ processId: null, rootUri: null, capabilities: {} });
  let folders: readonly string[] = [];
  let pushedSettings: unknown;
  let toldProblems = '';

  const analyses = new Analyses({
    open,
    host,
    settingsOf,
    folders: () => folders,
    onCrash: logCrash,
  });

  connection.onInitialize((params: InitializeParams) => {
    client = readClient(params);
    pushedSettings = client.options.settings;
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    return { capabilities: readCapabilities(client), serverInfo: { name: 'layerwise', version } };
  });

  connection.onInitialized(() => {
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        later('files', 0, readAnew);
      });
    }
    if (client.registersConfiguration) {
      ask(connection.client.register(DidChangeConfigurationNotification.type, { section: 'layerwise' }));
    }
    if (client.watchesFiles && (host.readConfig || host.findContext)) {
      ask(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
  });

  connection.onDidChangeConfiguration(({ settings }: { settings?: { layerwise?: unknown } | null }) => {
    pushedSettings = settings?.layerwise ?? settings;
    later('files', 0, readAnew);
  });
  connection.onDidChangeWatchedFiles(() => later('files', quiet.files, readAnew));

  open.onDidChangeContent(({ document: { uri } }) => {
    if (!client.pullsDiagnostics) later(uri, quiet.text, () => push(uri));
  });
  open.onDidSave(({ document: { uri } }) => {
    // A save is the only hint that the files around may have changed, where the client does not watch them.
    if (!client.watchesFiles) later('files', 0, readAnew);
    else if (!client.pullsDiagnostics) later(uri, 0, () => push(uri));
  });
  open.onDidClose(({ document: { uri } }) => {
    for (const key of [uri, `shell ${uri}`]) {
      clearTimeout(timers.get(key));
      timers.delete(key);
    }
    analyses.forget(uri);
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on(
    guarded<{ textDocument: { uri: string }; previousResultId?: string }, DocumentDiagnosticReport>(
      'Diagnosing',
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      async ({ textDocument, previousResultId }) => {
        const analysis = await analyses.of(textDocument.uri);
        await tellProblems();
        if (!analysis) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
        askShellcheck(analysis);
        const { id: resultId } = analysis;
        if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
        return { kind: DocumentDiagnosticReportKind.Full, resultId, items: toItems(analysis) };
      },
    ),
  );

  connection.onHover(
    guarded('The hover', null, async ({ textDocument, position }): Promise<Hover | null> => {
      const analysis = await analyses.of(textDocument.uri);
      if (!analysis?.enabled) return null;
      const { source } = analysis.build;
      const shown = hover(analysis.build, offsetAt(source, position));
      if (!shown) return null;
      const contents = client.markdown
        ? { kind: MarkupKind.Markdown, value: shown.markdown }
        : { kind: MarkupKind.PlainText, value: toPlainText(shown.markdown) };
      return { contents, range: toRange(source, shown) };
    }),
  );

  connection.onCodeAction(
    guarded('Offering code actions', [], async ({ textDocument, range, context }) => {
      const analysis = await analyses.of(textDocument.uri);
      if (!analysis) return [];
      return offerActions(analysis, range, context, client.actions, (refactoring, error) =>
        logCrash(`The refactoring ${refactoring}`, error),
      );
    }),
  );

  connection.onCodeActionResolve(async (action: CodeAction): Promise<CodeAction> => {
    const data = action.data as ActionData | undefined;
    // An action that calls a command of the client has no edit to work out.
    if (!data) return action;
    const analysis = await analyses.of(data.uri);
    const edit = analysis && resolveAction(analysis, data, client.actions);
    if (!edit) throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed.');
    return { ...action, edit };
  });

  connection.onRequest(
    refactorRequest,
    guarded<RefactorParams, RefactorResult>(
      'The refactoring',
      { title: 'Layerwise', because: 'Something went wrong inside Layerwise; its log says where.' },
      async (params) => previewRefactoring(await analyses.of(params.textDocument.uri), params, host),
    ),
  );

  connection.onRequest(
    runtimeChoicesRequest,
    guarded<RuntimeChoicesParams, RuntimeChoice[]>('Finding runtime images', [], async (params) => {
      const analysis = await analyses.of(params.textDocument.uri);
      return analysis ? readRuntimeChoices(analysis, params) : [];
    }),
  );

  connection.onRequest(rulesRequest, (): RuleSummary[] => rules.map(({ id, summary }) => ({ id, summary })));
  connection.onRequest(explainRequest, ({ rule: name }: ExplainParams): string | null => {
    const found = findRules(name);
    return found.length > 0 ? found.map(explainRule).join('\n\n') : null;
  });

  open.listen(connection);
  connection.listen();

  async function settingsOf(uri: string): Promise<Settings> {
    if (!client.configuration) return readSettings(pushedSettings);
    try {
      return readSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section: 'layerwise' }));
    } catch (error) {
      logCrash('Asking for settings', error);
      return readSettings(undefined);
    }
  }

  /** After a change around the documents: what is found may differ, though no text has changed. */
  async function readAnew(): Promise<void> {
    const changed = await analyses.readAnew();
    await tellProblems();
    if (!client.pullsDiagnostics) for (const uri of changed) await push(uri);
    else if (client.refreshesDiagnostics && changed.length > 0) pullAgain();
  }

  function pullAgain(): void {
    ask(connection.sendRequest(DiagnosticRefreshRequest.type));
  }

  async function push(uri: string): Promise<void> {
    const analysis = await analyses.of(uri);
    await tellProblems();
    if (!analysis) return;
    askShellcheck(analysis);
    const { version } = analysis;
    await connection.sendDiagnostics({
      uri,
      diagnostics: toItems(analysis),
      ...(client.versionedDiagnostics ? { version } : {}),
    });
  }

  /** ShellCheck is asked when the text has come to rest; what it says then comes after all the rest. */
  function askShellcheck({ uri, askShellcheck: ask }: Analysis): void {
    if (!ask) return;
    later(`shell ${uri}`, quiet.shell, async () => {
      const asked = (await analyses.of(uri))?.askShellcheck;
      if (!asked) return;
      await asked();
      if (!(await analyses.renew(uri))) return;
      if (!client.pullsDiagnostics) await push(uri);
      else if (client.refreshesDiagnostics) pullAgain();
    });
  }

  function toItems({ build, uri, diagnostics }: Analysis) {
    return diagnostics.map((found) => toDiagnostic(build.source, uri, found, client.actions.diagnostics));
  }

  /** Says what is wrong with the settings, once per change. */
  async function tellProblems(): Promise<void> {
    const problems = await analyses.problems();
    const text = problems.join('\n');
    if (text === toldProblems) return;
    toldProblems = text;
    for (const problem of problems) connection.console.warn(problem);
    const params: StatusParams = { problems };
    if (client.options.showsStatus) await connection.sendNotification(statusNotification, params);
    else if (problems.length > 0) {
      const message = `Layerwise: ${problems.join(' ')}`;
      await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    }
  }

  /** Asks the client for something that the server can do without. */
  function ask(answer: Promise<unknown>): void {
    answer.catch((error: unknown) => logCrash('A request to the client', error));
  }

  /** Runs `work` when `key` was quiet for some milliseconds. */
  function later(key: string, milliseconds: number, work: () => Promise<void>): void {
    clearTimeout(timers.get(key));
    const run = () => {
      timers.delete(key);
      work().catch((error: unknown) => logCrash('Diagnosing', error));
    };
    timers.set(key, setTimeout(run, milliseconds));
  }

  /** A handler whose failure costs one answer. */
  function guarded<Params, Result>(
    what: string,
    fallback: Result,
    answer: (params: Params) => Promise<Result>,
  ): (params: Params) => Promise<Result> {
    return async (params) => {
      try {
        return await answer(params);
      } catch (error) {
        logCrash(what, error);
        return fallback;
      }
    };
  }

  /** Where it failed, and not the error's message: that may quote the document. */
  function logCrash(what: string, error: unknown): void {
    const frames = error instanceof Error ? (error.stack?.match(/^\s+at .*$/gm) ?? []) : [];
    const name = error instanceof Error ? error.name : typeof error;
    connection.console.error([`${what} failed with ${name}.`, ...frames].join('\n'));
  }
}
