import type { Source } from '../text/source';
import type { Span } from '../text/span';
import type { BuildContext } from './context';
import type { PackageInstall } from './installs/install';
import type { Layer } from './layers/layer';
import type { Dialect, ShellCommand, ShellScript } from './shell/shell-command';
import type { Comment, Directive, FromInstruction, Instruction, RunInstruction, Word } from './syntax/instruction';
import type { Drop } from './syntax/scan';

/** A variable in force at some place: an ARG, an ENV or one that Docker predefines. */
export interface Variable {
  readonly name: string;
  readonly kind: 'ARG' | 'ENV' | 'predefined';
  /** The expanded value; undefined when the file alone does not tell (an ARG without default, an unknown part). */
  readonly value?: string;
  /** Whether the value may be given from outside (`--build-arg`), so that `value` is only the default. */
  readonly overridable: boolean;
  /** Where it is declared; undefined for predefined ones. */
  readonly declaration?: Instruction;
  readonly nameWord?: Word;
  readonly valueWord?: Word;
}

/** The variables in force before an instruction runs. ENV wins over ARG of the same name, as in Docker. */
export interface Scope {
  /** The variable that a reference would read. */
  lookup(name: string): Variable | undefined;
  /** Every variable in force, the nearest declaration of each name. */
  all(): readonly Variable[];
  /** All ARGs in force, those hidden by an ENV too: BuildKit counts each with a value into the key of RUN. */
  args(): readonly Variable[];
}

/** What has been set up when an instruction starts. */
export interface State {
  readonly scope: Scope;
  /** Absolute, normalised; undefined when a part is not known. `/` at the start of a stage on an unknown base. */
  readonly workdir?: string;
  /** Whether a WORKDIR set it in this file (in the stage or a stage it builds on). */
  readonly workdirSet: boolean;
  /** As written in the last USER, expanded; undefined: root, or what the base image says. */
  readonly user?: string;
  /** `/root`, `/home/node`…: the home of the effective user where it can be told. */
  readonly home?: string;
  readonly shell: { readonly dialect: Dialect; readonly words: readonly string[]; readonly declaration?: Instruction };
}

export interface Stage extends Span {
  readonly index: number;
  /** Lower case, as Docker compares names. */
  readonly name?: string;
  readonly from: FromInstruction;
  /** The base image's reference with variables expanded as far as known. */
  readonly base: string;
  /** Whether every variable in `base` is known (defaults count). */
  readonly baseKnown: boolean;
  /** The earlier stage that it is FROM. */
  readonly parent?: Stage;
  /** The external image at the root of the chain, variables expanded; undefined for scratch. */
  readonly root: string;
  readonly os: 'linux' | 'windows';
  /** FROM itself excluded; ONBUILD included. */
  readonly instructions: readonly Instruction[];
  readonly last: boolean;
}

/** What the parsers could not make sense of. */
export interface Problem extends Span {
  readonly message: string;
}

/** What an engine or a registry says of an image. */
export interface ImageFacts {
  /** `linux/arm64` of the image that FROM takes: without variant. */
  readonly platform?: string;
  /** All platforms that its index offers. */
  readonly offered?: readonly string[];
  /** Names of the variables that its configuration sets. */
  readonly variables?: readonly string[];
}

/** What is known of the builder that will read the file, and of what it is told. */
export interface Builder {
  /** The path by which it is told to read the file, as far as it is known: `docker/Dockerfile.dev`. */
  readonly file?: string;
  /** What is known of base images, by reference: an adapter may ask an engine or a registry. */
  readonly images?: ReadonlyMap<string, ImageFacts>;
  /** The oldest frontend that it may have without a `# syntax` line: the minor version of `docker/dockerfile` 1. */
  readonly frontendMinor?: number;
}

/** Everything known about one version of a Dockerfile. Frozen; made by `readBuild`. */
export interface Build {
  readonly source: Source;
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  /** Every comment line of the file, in order, directives excluded, those inside instructions included. */
  readonly comments: readonly Comment[];
  /** In file order. An ONBUILD's trigger is inside its ONBUILD only. */
  readonly instructions: readonly Instruction[];
  /** ARGs above the first FROM. */
  readonly globals: readonly Variable[];
  readonly stages: readonly Stage[];
  /** By `instruction.index`: what is in force when it starts. */
  readonly states: readonly State[];
  /** One per RUN outside ONBUILD, in file order. */
  readonly scripts: readonly ShellScript[];
  /** One per RUN inside ONBUILD. */
  readonly onbuildScripts: readonly ShellScript[];
  /** Every simple command of every RUN outside ONBUILD. */
  readonly commands: readonly ShellCommand[];
  readonly installs: readonly PackageInstall[];
  /** By `instruction.index`. */
  readonly layers: readonly Layer[];
  /** By `instruction.index`: what the builder takes out between its lines. */
  readonly drops: readonly (readonly Drop[])[];
  readonly context?: BuildContext;
  readonly builder: Builder;
  readonly problems: readonly Problem[];
}

export type { RunInstruction };
