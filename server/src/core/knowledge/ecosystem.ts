import type { BaseImage } from './images/base-images';

/** One command of a RUN as an ecosystem sees it: what the shell would hand to it. */
export interface Step {
  /** Last path segment of the program. */
  readonly name: string;
  /** The program as it is called: a name, a relative or an absolute path. */
  readonly command?: string;
  /** Which RUN it is of: the index of the instruction. */
  readonly run?: number;
  /** Who runs it; undefined where no USER stands in front of it. */
  readonly user?: string;
  /** PATH as the file sets it, without what the base image has; undefined where it does not. */
  readonly path?: string;
  /** Whether it is run by a shell that reads its profile, and so sets PATH anew. */
  readonly login?: boolean;
  /** The home directory of who runs it, where it can be told. */
  readonly home?: string;
  /** Quotes resolved; variables that the file tells put in, others left as `${NAME}`. */
  readonly arguments: readonly string[];
  /** Absolute; undefined when it can't be told. */
  readonly directory: string | undefined;
  /** The program or the script that it runs, where that is given by a path: absolute. */
  readonly program?: string;
  /** Types of its RUN's mounts: `cache`, `bind`, `secret`. What they bring is gone behind it. */
  readonly mounts?: readonly string[];
  /** The text of a file of the build context that a bind mount shows at a path. */
  bound?(path: string): string | undefined;
  /** Line of the file, for messages. */
  readonly line: number;
  /** The value of an environment variable as the command sees it. */
  variable(name: string): string | undefined;
}

/** The files of the build context where the image has them, by absolute path. Built and downloaded files are not among them. */
export interface ProjectFiles {
  has(path: string): boolean;
  read(path: string): string | undefined;
  /** Every file below a directory; undefined when there are too many to list. */
  below(directory: string): readonly string[] | undefined;
}

/** One source of a COPY or ADD and its absolute place in the image; undefined when the file does not tell it. */
export interface CopiedFiles {
  readonly source: string;
  readonly path: string | undefined;
  readonly tree: boolean;
  readonly fromContext: boolean;
  /** Index of the instruction. */
  readonly at: number;
}

/** A program that the container starts, wrappers such as `tini --` and `exec` taken off. */
export interface Program {
  /** As written: a name, a relative or an absolute path. */
  readonly name: string;
  readonly arguments: readonly string[];
  /** Variables that the shell sets for it alone: `PORT=80 app`. */
  readonly sets?: readonly string[];
  /** The script that it is given to, which starts it by custom. */
  readonly by?: string;
}

/** What the container runs: CMD and ENTRYPOINT together, or a health check. */
export interface Start {
  /** More than one in shell form, or where an entry point gets a command to start. */
  readonly programs: readonly Program[];
  /** Whether a shell is needed to start it. */
  readonly shell: boolean;
  /** Whether that shell reads its profile, and so sets PATH anew. */
  readonly login?: boolean;
}

/** A single-stage Dockerfile as an ecosystem sees it. */
export interface Project {
  readonly base: BaseImage;
  /** The base image as written. */
  readonly image: string;
  readonly steps: readonly Step[];
  readonly start: Start;
  /** What the health check runs. */
  readonly checks: readonly Program[];
  /** Absolute, when the container starts. */
  readonly workdir: string;
  /** As the last USER says; undefined where there is none. */
  readonly user?: string;
  /** Places that the file creates or copies into as directories. */
  readonly directories: ReadonlySet<string>;
  /** What each COPY and ADD brings where, in order. */
  readonly copies: readonly CopiedFiles[];
  /** Whether anything of the build context is copied. */
  readonly copiesContext: boolean;
  /** Undefined when the build context is not known. */
  readonly files?: ProjectFiles;
  /** Scripts of the context that the start names, by absolute path; the text is undefined when it can't be read. */
  readonly scripts: ReadonlyMap<string, string | undefined>;
  /** The value that the running container sees. */
  variable(name: string): string | undefined;
  /** Directories that ENVs add to the PATH. */
  readonly path: readonly string[];
  /** Values of all ENVs that the running container sees. */
  readonly settings: readonly string[];
  /** System packages that the file installs. */
  readonly packages: readonly string[];
  /** The image that the person wants to run on. */
  readonly wish?: string;
  /** What the person has answered, by the id of the question. */
  readonly answers: ReadonlyMap<string, string>;
}

/** Something that the build makes and the runtime needs. */
export interface Artefact {
  /** Absolute, in the builder. */
  readonly from: string;
  /** Absolute, in the runtime image; the same as `from` unless the program is found by name only. */
  readonly to: string;
  /** A file that the program may open: left out where the build removes it. */
  readonly optional?: boolean;
  /** Holds files of the build context alone: left out where an instruction behind the build copies all of them. */
  readonly copied?: boolean;
}

/** What the artefacts need to run. */
export type RuntimeNeed =
  /** A program without libraries. */
  | { readonly kind: 'static' }
  /** A program that needs the C library of the builder, or a newer one of its kind. */
  | {
      readonly kind: 'dynamic';
      readonly libc: 'glibc' | 'musl';
      /** Debian's release that it is built on; `stable` for a builder that moves on with it. */
      readonly codename?: string;
      readonly distroVersion?: string;
      /** Whether it needs the compiler's own libraries too, libgcc_s or libstdc++: those of distroless/base end with the C library. */
      readonly compiler?: boolean;
      /** Whether it is linked with other libraries of the release, so that a newer one may not do. */
      readonly sameRelease?: boolean;
    }
  /** An image that brings an interpreter or a server. */
  | {
      readonly kind: 'image';
      readonly image: string;
      readonly distro: 'debian' | 'alpine' | 'other';
      /** Commands that it brings. */
      readonly tools: readonly string[];
      /** Users that it brings. */
      readonly users: readonly string[];
      /** Whether its distribution still has a package archive, so that tools can be added. */
      readonly extensible: boolean;
      /** Debian's release that it is made on, where its tag does not tell. */
      readonly codename?: string;
      /** A larger image of its kind that has the usual tools. */
      readonly larger?: string;
    };

/** How an ecosystem's build is split in two stages. */
export interface Plan {
  readonly artefacts: readonly Artefact[];
  readonly need: RuntimeNeed;
  /** Text put in front of a command: `CGO_ENABLED=0 `. */
  readonly prefixes?: ReadonlyMap<Step, string>;
  /** Words of commands that become others; `text` undefined: they go. */
  readonly changes?: ReadonlyMap<Step, readonly WordChange[]>;
  /** Instructions that the builder gets in front of the one that a step is of: `RUN python -m venv /opt/venv`. */
  readonly before?: ReadonlyMap<Step, readonly string[]>;
  /** ENV of the runtime stage beside the author's. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Lines of the runtime stage in front of the author's RUNs: what its image has to lose first. */
  readonly prepares?: readonly string[];
  /** Commands that the builder runs at its end, each a RUN of its own. */
  readonly finally?: readonly { readonly command: string; readonly directory: string }[];
  /** Commands that the program calls, by its sources. */
  readonly calls?: readonly string[];
  /** System packages that the program's own packages need. */
  readonly packages?: readonly string[];
  /** Directories and files that only the build uses, beside those of the ecosystem. */
  readonly buildPlaces?: readonly string[];
  /** What a system package is for in this project, where its name alone tells otherwise; `runtime` keeps it as it is written. */
  packageRole?(name: string): 'build' | 'runtime' | undefined;
  /** The build runs the program itself, so that it needs the same system packages. */
  readonly buildRunsProgram?: boolean;
  /** Who a server that starts as root hands its work to: files that it may write to stay this user's. */
  readonly worker?: string;
  /** Directories of settings that the build reads as well as the program. */
  readonly settings?: readonly string[];
  /** What programs of the ecosystem look for in the system. */
  readonly wants?: readonly ('certificates' | 'zones' | 'temporary')[];
  /** In place of CMD and ENTRYPOINT: the runtime image serves files by itself, with these lines in a file of its own. */
  readonly serves?: { readonly file: string; readonly lines: readonly string[] };
  /** The last step of the build; without it, every RUN that only touches what the build works on is the build's too. */
  readonly last?: Step;
  readonly notes: readonly string[];
}

/** One word of a command that the builder gets otherwise. */
export interface WordChange {
  /** Index into the step's arguments; -1 is the program. */
  readonly argument: number;
  readonly text: string | undefined;
}

/** What only the person knows; the plan is asked again with the answer in `Project.answers`. */
export interface PlanQuestion {
  /** Kebab-case: the command line answers it with `--answer id=value`. */
  readonly id: string;
  /** A sentence with its question mark. */
  readonly question: string;
  readonly answers: readonly PlanAnswer[];
}

export interface PlanAnswer {
  readonly value: string;
  readonly detail?: string;
}

/** What the person wants beyond what the file says. */
export interface Wishes {
  /** The image that what is built shall run on. */
  readonly runtime?: string;
  /** Answers to questions, by their id. */
  readonly answers?: ReadonlyMap<string, string>;
}

/** Why a build can't be split, for the person. */
export interface PlanRefusal {
  readonly because: string;
  /** What the person can answer, so that it goes on. */
  readonly asks?: PlanQuestion;
}

/** What a command of a RUN is for. */
export type StepRole =
  /** Gets dependencies, generates, compiles or tests: leaves nothing outside the project that the runtime needs. */
  | 'build'
  /** Sets up a tool of the build; the directory that it runs in is no part of the project. */
  | 'setup'
  /** Installs a program that the start calls, so the runtime needs it too. */
  | 'runtime'
  /** Runs the project's own program, which either stage can: it stays where it stands. */
  | 'program';

/** A stage at a first look, before its paths and variables are followed. */
export interface FirstLook extends Pick<Project, 'base' | 'packages'> {
  /** What its RUNs call, the words behind `sh` and `bash` among them, and what the container starts; without directories. */
  readonly names: ReadonlySet<string>;
  /** What the container starts. */
  readonly starts: ReadonlySet<string>;
  /** The same as written, with arguments. */
  readonly programs: readonly Program[];
  /** Whether scripts of the project can be read, which may call what no line of the file names. */
  readonly scripts: boolean;
}

/** What is known about building one language's projects in a container. Facts as data, and small functions of a `Project`. */
export interface Ecosystem {
  /** Also its file's name. */
  readonly id: string;
  readonly title: string;
  /** Variables that its base images set. */
  readonly environment: Readonly<Record<string, string>>;
  /** Names of variables that only the build reads. */
  readonly buildVariables: RegExp;
  /** Whether a file of the project is compiled, or of use to the build alone. */
  isSource(path: string): boolean;
  /** Whether a build may read a variable that no command of it names, as scripts read their environment. */
  buildReads(name: string): boolean;
  /** Directories that only the build uses, beside the project's own. */
  readonly buildDirectories: readonly string[];
  /** Whether a closer look is worth its cost: true wherever `recognises` could be. */
  mayRecognise(look: FirstLook): boolean;
  /** Whether such a project is refused for sure, and nothing asked, as long as none of its files can be read. */
  needsFiles?(look: FirstLook): boolean;
  /** Whether the project is one of its own, by base image and commands. */
  recognises(project: Project): boolean;
  /** Undefined: the command is none of its own. */
  roleOf(step: Step, project: Project): StepRole | undefined;
  /** Whether a step of role `runtime` brings a command. */
  provides(step: Step, command: string): boolean;
  plan(project: Project): Plan | PlanRefusal;
  /** Whether its base images start something useful where the file has neither CMD nor ENTRYPOINT. */
  startsByItself?(base: BaseImage): boolean;
}
