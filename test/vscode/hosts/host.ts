/** One run of a test bundle inside an editor. */
export interface SuiteRun {
  /** The folder of the extension under test, or its `.vsix`. */
  readonly extension: string;
  /** The bundled suite: a CommonJS file that exports `run`. */
  readonly suite: string;
  /** The folder opened as the workspace. */
  readonly workspace: string;
  /** A folder for the editor's own state: settings, logs, installed extensions. */
  readonly state: string;
  /** Environment variables that the suite can read. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds after which the run is ended. */
  readonly timeout: number;
  /** Takes what the editor and its extension host print. */
  readonly log: (line: string) => void;
}

/** An editor that can run the suite. */
export interface TestHost {
  readonly name: string;
  /** Resolves to the exit code that the editor gives the run. */
  run(job: SuiteRun): Promise<number>;
}

/** Why a kind of host cannot be had on this machine. */
export interface MissingHost {
  readonly missing: string;
}

/** Settings under which every run starts: nothing that talks to the network, moves by itself or covers the text. */
export const editorSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'git.enabled': false,
  'chat.commandCenter.enabled': false,
  'editor.cursorBlinking': 'solid',
} as const;
