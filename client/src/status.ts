import * as vscode from 'vscode';

/** Dockerfiles wherever they are: on disk, in memory, in a virtual workspace. */
export const selector = [{ language: 'dockerfile' }];

/** How the server is. */
export type ServerState = 'starting' | 'ready' | 'failed' | 'stopped';

/** The entry behind `{}` in the status bar of a Dockerfile: whether Layerwise works, and what is wrong if not. */
export class Status implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('layerwise.status', selector);
  private readonly listeners: vscode.Disposable;
  private state: ServerState = 'starting';
  private problems: readonly string[] = [];

  constructor() {
    this.item.name = 'Layerwise';
    this.listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('layerwise') && this.show()),
    );
    this.show();
  }

  setState(state: ServerState): void {
    this.state = state;
    this.show();
  }

  /** What is wrong with the settings, a sentence each. */
  setProblems(problems: readonly string[]): void {
    this.problems = problems;
    this.show();
  }

  dispose(): void {
    this.listeners.dispose();
    this.item.dispose();
  }

  private show(): void {
    Object.assign(this.item, { severity: vscode.LanguageStatusSeverity.Information, ...this.read() });
    this.item.busy = this.state === 'starting';
  }

  private read(): Pick<vscode.LanguageStatusItem, 'text' | 'detail' | 'command'> & {
    severity?: vscode.LanguageStatusSeverity;
  } {
    const settings = { title: 'Open Settings', command: 'workbench.action.openSettings', arguments: ['layerwise.'] };
    const output = { title: 'Show Output', command: 'layerwise.showOutput' };
    switch (this.state) {
      case 'starting':
        return { text: 'Layerwise', detail: 'starting', command: output };
      case 'stopped':
      case 'failed':
        return {
          text: 'Layerwise',
          detail: this.state === 'failed' ? 'the server failed' : 'the server has stopped',
          command: { title: 'Restart', command: 'layerwise.restartServer' },
          severity: vscode.LanguageStatusSeverity.Error,
        };
      case 'ready': {
        const document = vscode.window.activeTextEditor?.document;
        const enabled = vscode.workspace.getConfiguration('layerwise', document).get('enable', true);
        if (!enabled) return { text: 'Layerwise', detail: 'off by the setting layerwise.enable', command: settings };
        if (this.problems.length === 0) return { text: 'Layerwise', detail: 'ready', command: output };
        return {
          text: 'Layerwise',
          detail: this.problems.join(' '),
          command: settings,
          severity: vscode.LanguageStatusSeverity.Warning,
        };
      }
    }
  }
}
