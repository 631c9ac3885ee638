import type { Range, TextEdit } from 'vscode-languageserver';

/*
 * What Layerwise's server and its own clients say to each other beyond LSP. Every part is optional: a client that knows none of it
 * gets diagnostics, code actions and hovers all the same.
 */

/** What a client may say in `initializationOptions`. */
export interface ClientOptions {
  /** A command of the client that shows `Notes`; code actions whose edit leaves something to do then end with it. */
  readonly notesCommand?: string;
  /** A command of the client that takes `RefactorCommand`; code actions that ask, or move much around, then call it and bring no edit. */
  readonly refactorCommand?: string;
  /** Whether the client shows what `layerwise/status` says; else bad settings are told by `window/showMessage`. */
  readonly showsStatus?: boolean;
  /** Settings, for clients that cannot be asked for `workspace/configuration`. */
  readonly settings?: unknown;
}

/** The argument of `notesCommand`: what the person has to do beside the edit. */
export interface Notes {
  readonly title: string;
  readonly notes: readonly string[];
}

/** The argument of `refactorCommand`: what to show, and to apply when the person wants it. */
export interface RefactorCommand {
  readonly uri: string;
  readonly refactoring: string;
  readonly range: Range;
}

/** Request, client to server: what a refactoring would do, or why it does not apply. */
export const refactorRequest = 'layerwise/refactor';

export interface RefactorParams {
  readonly textDocument: { readonly uri: string };
  /** The refactoring's id. */
  readonly refactoring: string;
  /** The selection; the document's start when left out. */
  readonly range?: Range;
  /** The image that what is built shall run on; for the conversion to multi-stage. */
  readonly runtime?: string;
  /** What the person has said to `RefactorQuestion`s, by their id. */
  readonly answers?: Readonly<Record<string, string>>;
}

export type RefactorResult = RefactorPreview | RefactorRefusal;

export interface RefactorPreview extends Notes {
  /** The version of the document that `edits` are for. */
  readonly version: number;
  readonly edits: readonly TextEdit[];
  /** The whole document after the edits. */
  readonly text: string;
  /** What it means for the image, a sentence each, as far as it is known. */
  readonly effect: readonly string[];
  /** The gist of `effect` in some words. */
  readonly headline?: string;
  /** What became of which instruction. */
  readonly moves: readonly RefactorMove[];
  /** Where the image that ships starts in `text`, for a conversion to multi-stage. */
  readonly runtimeLine?: number;
}

export interface RefactorMove {
  /** Line of the document before. */
  readonly line: number;
  readonly to: 'builder' | 'runtime' | 'both' | 'gone';
  /** A clause. */
  readonly why: string;
}

export interface RefactorRefusal {
  readonly title: string;
  /** Why it does not apply: a sentence for the person. */
  readonly because: string;
  /** What only the person knows; asked again with the answer, it goes on. */
  readonly asks?: RefactorQuestion;
}

export interface RefactorQuestion {
  readonly id: string;
  readonly question: string;
  readonly answers: readonly { readonly value: string; readonly detail?: string }[];
}

/** Request, client to server: the images that a conversion to multi-stage can ship, what it takes by itself first. */
export const runtimeChoicesRequest = 'layerwise/runtimeChoices';

/** `runtime` does not count. */
export type RuntimeChoicesParams = Omit<RefactorParams, 'refactoring'>;

export interface RuntimeChoice {
  readonly image: string;
  /** What it is like, in a line. */
  readonly detail: string;
}

/** Notification, server to client, whenever it changes: what is wrong with the settings. */
export const statusNotification = 'layerwise/status';

export interface StatusParams {
  /** A sentence each; empty when all is well. */
  readonly problems: readonly string[];
}

/** Request, client to server: every rule there is. */
export const rulesRequest = 'layerwise/rules';

export interface RuleSummary {
  readonly id: string;
  readonly summary: string;
}

/** Request, client to server: a rule's page in Markdown; null for an unknown rule. */
export const explainRequest = 'layerwise/explain';

export interface ExplainParams {
  /** An id, or a name from another tool. */
  readonly rule: string;
}
