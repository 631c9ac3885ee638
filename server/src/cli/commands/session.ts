import { dirname, resolve } from 'node:path';
import {
  type Build,
  type BuildContext,
  type Builder,
  imagesInQuestion,
  type LintOptions,
  type Preset,
  readBuild,
  type ShellNote,
} from '../../core/index';
import { findBuildContext, isFolder, readBuildContext } from '../../disk/build-context';
import { findBuildTargets } from '../../disk/build-targets';
import { type Config, readConfig } from '../../disk/config';
import { readEngineImages } from '../../disk/engine-images';
import { ShellChecker } from '../../disk/shellcheck';
import { InputError, type InputFile, readInput } from '../files';
import { UsageError } from '../options';

/** Exit statuses. */
export const DONE = 0;
export const FOUND = 1;
export const TROUBLE = 2;

/** Where a Dockerfile lies; undefined for standard input. */
export function pathOf({ path }: InputFile): string | undefined {
  return path === '-' ? undefined : path;
}

/** Where one run of the command line writes to, and whether something went wrong on the way. */
export class Session {
  #trouble = false;
  readonly #configs = new Map<string, Config>();
  readonly #contexts = new Map<string, BuildContext>();
  readonly #targets = new Map<string, readonly string[]>();
  readonly #told = new Set<string>();
  readonly #shellChecker = new ShellChecker((message) => this.tell(message));

  get trouble(): boolean {
    return this.#trouble;
  }

  print(text: string): void {
    process.stdout.write(text);
  }

  /** One line for the person, which is not a result. */
  tell(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    process.stderr.write(`layerwise: ${message}\n`);
  }

  /** A file or configuration that cannot be used; the run goes on and ends with status 2. */
  report(message: string): void {
    this.#trouble = true;
    this.tell(message);
  }

  /** Does something with each file, one after the other, whatever becomes of the others. */
  async forEach(paths: readonly string[], action: (input: InputFile) => void | Promise<void>): Promise<void> {
    for (const path of paths) {
      try {
        await action(readInput(path));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        this.report(error.message);
      }
    }
  }

  /** What ShellCheck says about a Dockerfile; undefined where it is not to be asked, or not there. */
  async shellNotes(
    build: Build,
    choice: string,
    preset: Preset | undefined,
  ): Promise<readonly ShellNote[] | undefined> {
    await this.#shellChecker.about(build, choice, preset)?.ask?.();
    return this.#shellChecker.about(build, choice, preset)?.notes;
  }

  /** The options for a Dockerfile, with what the project around it tells. */
  withTargets(options: LintOptions, { path }: InputFile): LintOptions {
    if (path === '-') return options;
    const found = findBuildTargets(dirname(resolve(path)), this.#targets);
    if (found.length === 0) return options;
    return { ...options, settings: { ...options.settings, targets: [...(options.settings?.targets ?? []), ...found] } };
  }

  /** The configuration for a Dockerfile; its problems are reported once. */
  configFor(path: string, file: string | undefined): Config {
    const folder = path === '-' ? resolve('.') : dirname(resolve(path));
    const key = file ?? folder;
    const known = this.#configs.get(key);
    if (known) return known;
    const config = readConfig(folder, file);
    for (const problem of config.problems) this.report(problem);
    for (const remark of config.remarks) this.tell(remark);
    this.#configs.set(key, config);
    return config;
  }

  /** The build context given, or the one found for a Dockerfile on disk. */
  contextFor(path: string, build: Build, folder: string | undefined): BuildContext | undefined {
    if (folder !== undefined) {
      if (!isFolder(folder)) throw new UsageError(`${folder}: there is no such folder.`);
      return readBuildContext(folder, path === '-' ? undefined : path);
    }
    return path === '-' ? undefined : findBuildContext(path, build, this.#contexts);
  }

  /** A Dockerfile with what surrounds it. */
  build({ path, text }: InputFile, folder?: string, given?: Builder): Build {
    const builder = path === '-' ? given : { ...given, file: path };
    const alone = readBuild(text, undefined, builder);
    const context = this.contextFor(path, alone, folder);
    return context ? readBuild(text, context, builder) : alone;
  }

  /** The same with what this machine's engine says of its base images, as far as that matters. */
  async withImages(build: Build): Promise<Build> {
    const asked = imagesInQuestion(build);
    const images = asked.length === 0 ? undefined : await readEngineImages(asked);
    if (!images || images.size === 0) return build;
    return readBuild(build.source.text, build.context, { ...build.builder, images });
  }
}
