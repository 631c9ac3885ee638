import { relative, resolve } from 'node:path';
import { type Builder, type LintOptions, readDockerignore } from '../core/index';
import { ConfigError } from './config/config-file';
import { findConfigFiles } from './config/find-config';
import { readEnvironment } from './config/hadolint-config';
import { readFilePart } from './config/own-config';
import { type Part, type Paths, type ShellcheckChoice, type Threshold, toLintOptions, unite } from './config/part';

export { hadolintFormats } from './config/hadolint-config';
export { toLabelSchema } from './config/label-schema';
export type { Part, ShellcheckChoice, Threshold } from './config/part';

/** What configuration files, and the environment, say. */
export interface Config {
  /** For all Dockerfiles; see `configFor`. */
  readonly options: LintOptions;
  readonly builder: Builder;
  readonly shellcheck: ShellcheckChoice;
  readonly failureThreshold?: Threshold;
  /** Names of reporters. */
  readonly formats?: readonly string[];
  /** False where colours are not wanted. */
  readonly colour?: boolean;
  /** What is wrong with the files, one sentence each, naming the file and the line. */
  readonly problems: readonly string[];
  /** What may be a slip: told, and no failure. */
  readonly remarks: readonly string[];
  /** Everything that is said, for all Dockerfiles and for some. */
  readonly part: Part;
}

/** What holds for one Dockerfile. */
export interface FileConfig extends Pick<Config, 'options' | 'builder' | 'shellcheck'> {
  /** Whether it is not to be looked at. */
  readonly ignored: boolean;
}

/**
 * The configuration for the Dockerfiles of a folder: the nearest `.layerwise.*` or `.hadolint.yaml` (both, where they lie side by side),
 * from the folder up to the repository's, else where hadolint looks. `file` takes the place of them. A file with a mistake in it is
 * told, and has no say.
 */
export function readConfig(folder: string, file?: string, environment: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const attempt = (read: () => Part): Part => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(error.message);
      return {};
    }
  };
  const files = file === undefined ? findConfigFiles(folder, environment) : [file];
  const part = unite([
    attempt(() => readEnvironment(environment)),
    ...files.map((path) => attempt(() => readFilePart(path))),
  ]);
  const { failureThreshold, formats, colour, remarks = [] } = part;
  return {
    ...toConfig(part),
    ...(failureThreshold ? { failureThreshold } : {}),
    ...(formats ? { formats } : {}),
    ...(colour === undefined ? {} : { colour }),
    problems,
    remarks,
    part,
  };
}

/**
 * What a configuration says about one Dockerfile (about none in particular without a path), with what is said `onTop`. Of what is said
 * for several sets of paths that it belongs to, the last counts.
 */
export function configFor({ part }: Config, dockerfile?: string, onTop?: Part): FileConfig {
  const isIn = (paths: Paths) => dockerfile !== undefined && holds(paths, dockerfile);
  const own = (part.overrides ?? []).filter(isIn).map((override) => override.part);
  const more = onTop ? [...own, onTop] : own;
  const ignored = (part.ignores ?? []).some(isIn);
  return { ...toConfig(more.length === 0 ? part : unite([part, ...more])), ignored };
}

function toConfig(part: Part): Pick<Config, 'options' | 'builder' | 'shellcheck'> {
  return { options: toLintOptions(part), builder: part.builder ?? {}, shellcheck: part.shellcheck ?? 'auto' };
}

function holds({ folder, patterns }: Paths, file: string): boolean {
  const path = relative(folder, resolve(file)).replaceAll('\\', '/');
  return readDockerignore(patterns.join('\n')).ignores(path);
}
