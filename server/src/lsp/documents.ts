import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Build,
  type BuildContext,
  type Builder,
  type Diagnostic,
  type LintOptions,
  lint,
  readBuild,
  type ShellNote,
} from '../core/index';
import { mergeOptions, type Settings } from './settings';

/** What a platform with files adds; the server works without. Documents that are no files have neither. */
export interface Host {
  /** What the configuration files that apply to a Dockerfile say. */
  readConfig?(uri: string): Config | undefined;
  /** Files may have changed: what is kept of them no longer holds. */
  forgetFiles?(): void;
  /** The directory that a Dockerfile is built with: by the setting `buildContext`, in a workspace of these folders. */
  findContext?(uri: string, build: Build, choice: string, folders: readonly string[]): BuildContext | undefined;
  /** What ShellCheck says about a Dockerfile; undefined where it is not to be asked, or not there. */
  shellNotes?(build: Build, choice: string, preset: LintOptions['preset']): ShellAnswer | undefined;
  /** What images take up on this machine, in bytes; those that are not there are left out. */
  imageSizes?(images: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** What ShellCheck says, as far as it has been asked; it takes longer than everything else together. */
export interface ShellAnswer {
  readonly notes: readonly ShellNote[];
  /** Asks about what is left; undefined when nothing is. */
  readonly ask?: () => Promise<void>;
}

/** What configuration files say. */
export interface Config {
  readonly options: LintOptions;
  readonly builder?: Builder;
  /** Whether ShellCheck is asked: `auto`, `on`, `off`, or the path of the program. */
  readonly shellcheck?: string;
  /** Whether the files ask for this Dockerfile to be left alone. */
  readonly ignored: boolean;
  /** What is wrong with the files, a sentence each. */
  readonly problems: readonly string[];
}

/** One version of a document, read and linted. */
export interface Analysis {
  readonly uri: string;
  readonly version: number;
  /** Differs from that of any other analysis in this process. */
  readonly id: string;
  readonly build: Build;
  readonly options: LintOptions;
  /** Empty when Layerwise is off for the document. */
  readonly diagnostics: readonly Diagnostic[];
  readonly enabled: boolean;
  /** Asks ShellCheck about what it has not been shown yet; `renew` then takes in what it says. */
  readonly askShellcheck?: () => Promise<void>;
}

/** The options in force for a document. */
interface Options {
  readonly enabled: boolean;
  readonly lint: LintOptions;
  readonly buildContext: string;
  readonly builder: Builder;
  readonly shellcheck: string;
  readonly problems: readonly string[];
}

/** What analysing needs of the connection. */
export interface Surroundings {
  readonly open: TextDocuments<TextDocument>;
  readonly host: Host;
  settingsOf(uri: string): Promise<Settings>;
  folders(): readonly string[];
  onCrash(what: string, error: unknown): void;
}

/** The analysis of each open document: one per version and set of options, kept until either changes. */
export class Analyses {
  private readonly kept = new Map<string, Analysis>();
  private readonly options = new Map<string, Promise<Options>>();
  /** Ids of a server that was restarted differ from those of the one before. */
  private readonly start = Date.now().toString(36);
  private count = 0;

  constructor(private readonly surroundings: Surroundings) {}

  /** The analysis of a document as it is now; undefined when it is not open. */
  async of(uri: string): Promise<Analysis | undefined> {
    const options = await this.optionsOf(uri);
    // Asked for after the wait: requests that waited together see the same, newest text.
    const document = this.surroundings.open.get(uri);
    if (!document) return undefined;
    const kept = this.kept.get(uri);
    if (kept?.version === document.version && kept.options === options.lint) return kept;
    const analysis = this.analyse(document, options);
    this.kept.set(uri, analysis);
    return analysis;
  }

  /** What is wrong with the settings and configuration files of the open documents. */
  async problems(): Promise<string[]> {
    const uris = this.surroundings.open.keys();
    const all = await Promise.all(uris.map(async (uri) => (await this.optionsOf(uri)).problems));
    return [...new Set(all.flat())];
  }

  /** The document is gone. */
  forget(uri: string): void {
    this.kept.delete(uri);
    this.options.delete(uri);
  }

  /** Settings, configuration files or the build context may have changed: the documents in which other things are found now. */
  async readAnew(): Promise<string[]> {
    const before = new Map(this.kept);
    this.kept.clear();
    this.options.clear();
    this.surroundings.host.forgetFiles?.();
    const changed: string[] = [];
    for (const uri of this.surroundings.open.keys()) {
      const now = await this.of(uri);
      if (now && shown(now) !== shown(before.get(uri))) changed.push(uri);
    }
    return changed;
  }

  /** Takes in what ShellCheck has said meanwhile; whether other things are found now. */
  async renew(uri: string): Promise<boolean> {
    const before = this.kept.get(uri);
    this.kept.delete(uri);
    const now = await this.of(uri);
    return shown(now) !== shown(before);
  }

  private optionsOf(uri: string): Promise<Options> {
    let options = this.options.get(uri);
    if (!options) {
      options = this.readOptions(uri);
      this.options.set(uri, options);
    }
    return options;
  }

  private async readOptions(uri: string): Promise<Options> {
    const settings = await this.surroundings.settingsOf(uri);
    const config = this.ask('Reading configuration files', () => this.surroundings.host.readConfig?.(uri));
    return {
      enabled: settings.enable && config?.ignored !== true,
      lint: {
        ...mergeOptions(config?.options ?? {}, settings.lint),
        onCrash: (rule, error) => this.surroundings.onCrash(`The rule ${rule}`, error),
      },
      buildContext: settings.buildContext,
      builder: { ...config?.builder, ...settings.builder },
      shellcheck: settings.shellcheck ?? config?.shellcheck ?? 'auto',
      problems: [...settings.problems, ...(config?.problems ?? [])],
    };
  }

  /** What the host says; its failing costs what it would have said, and nothing else. */
  private ask<Answer>(what: string, question: () => Answer | undefined): Answer | undefined {
    try {
      return question();
    } catch (error) {
      this.surroundings.onCrash(what, error);
      return undefined;
    }
  }

  private analyse(document: TextDocument, given: Options): Analysis {
    const { enabled, lint: options, buildContext, builder: told } = given;
    const { host, folders } = this.surroundings;
    const text = document.getText();
    const builder = { ...told, file: pathOf(document.uri) };
    const alone = readBuild(text, undefined, builder);
    const find = () => host.findContext?.(document.uri, alone, buildContext, folders());
    const context = enabled ? this.ask('Finding the build context', find) : undefined;
    const build = context ? readBuild(text, context, builder) : alone;
    const shell = enabled
      ? this.ask('ShellCheck', () => host.shellNotes?.(build, given.shellcheck, options.preset))
      : undefined;
    const asked = shell ? { ...options, shellNotes: shell.notes, shellNotesPending: shell.ask !== undefined } : options;
    return {
      uri: document.uri,
      version: document.version,
      id: `${this.start}-${++this.count}`,
      build,
      options,
      diagnostics: enabled ? lint(build, asked) : [],
      enabled,
      ...(shell?.ask ? { askShellcheck: shell.ask } : {}),
    };
  }
}

/** The path of a document, as far as its name goes; escapes that make no sense are left as they are. */
function pathOf(uri: string): string {
  const path = uri.replace(/^[^:]*:(?:\/\/[^/]*)?|[?#].*$/g, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What a person sees of an analysis, to compare. */
function shown(analysis: Analysis | undefined): string {
  return JSON.stringify(
    analysis?.diagnostics.map(({ rule, severity, at, message, related = [] }) => [
      [rule, severity, at.start, at.end, message],
      related.map((place) => [place.at.start, place.at.end, place.message]),
    ]),
  );
}
