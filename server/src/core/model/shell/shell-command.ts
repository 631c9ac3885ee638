import type { Span } from '../../text/span';
import type { Heredoc, RunInstruction } from '../syntax/instruction';

/** Which language a RUN's text is in. Only `posix` text is parsed. */
export type Dialect = 'posix' | 'powershell' | 'cmd' | 'unknown';

/** A word of a shell command. */
export interface ShellWord extends Span {
  /** As written. */
  readonly text: string;
  /** Quotes and backslashes resolved; `$x` and `${x}` both read `${x}`, a command substitution reads `${…}`. */
  readonly value: string;
  /** Whether `value` holds no expansion, so that it is what the command receives (globs excepted). */
  readonly literal: boolean;
  /** Names of the variables that it expands, in order. */
  readonly variables: readonly string[];
}

/** `NAME=value` in front of a command, or alone. */
export interface ShellAssignment extends Span {
  readonly name: string;
  readonly value: ShellWord;
}

/** A redirection such as `> /etc/x`, `<<< text` or `2>&1`. */
export interface ShellRedirect extends Span {
  readonly operator: string;
  readonly target?: ShellWord;
}

/** How a command stands in its script: at top level, or inside something that changes when it runs. */
export type Nesting = 'top' | 'group' | 'pipeline' | 'subshell' | 'condition' | 'loop' | 'function' | 'substitution';

/**
 * A simple command anywhere in a script. `name` and `arguments` look through `sudo`, `env`, `time`, `nice`, `exec`,
 * `command` and the like, and `name` is the last segment of an absolute path: what really runs. `words` is all of it as written.
 */
export interface ShellCommand extends Span {
  readonly script: ShellScript;
  /** Last path segment of the command that really runs; undefined when it is not literal, or there is none. */
  readonly name?: string;
  readonly nameWord?: ShellWord;
  /** The words behind `nameWord`. */
  readonly arguments: readonly ShellWord[];
  /** Every word as written, wrappers such as `sudo` included, assignments and redirections not. */
  readonly words: readonly ShellWord[];
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  readonly nesting: Nesting;
  /** Index into `script.statements` of the top-level statement that holds it. */
  readonly statement: number;
  /** `sh -c '…'` whose literal script gave this command. */
  readonly quotedBy?: ShellCommand;
}

/** Commands joined by `|` or `|&`. */
export interface ShellPipeline extends Span {
  /** The simple commands of each member: one, or those of a loop, a group, a condition. */
  readonly members: readonly (readonly ShellCommand[])[];
  readonly quotedBy?: ShellCommand;
}

/** Syntax that POSIX does not have. */
export interface ShellExtension extends Span {
  readonly kind: '[[' | 'array' | '<()' | '{,}' | '&>' | '<<<' | '|&' | 'function';
  readonly quotedBy?: ShellCommand;
}

/** What stands between two top-level statements. */
export type Separator = '&&' | '||' | ';' | '&' | '\n';

/** One top-level member of a script's lists: `a && b; c` has three. */
export interface ShellStatement extends Span {
  readonly kind: 'command' | 'pipeline' | 'subshell' | 'group' | 'compound' | 'function';
  /** What stands between it and the statement before; undefined for the first. */
  readonly before?: Separator;
  /** The separator's own span. */
  readonly separator?: Span;
  /** A trailing `&`, `;` or newline-less end; `&` means that it runs in the background. */
  readonly background: boolean;
  readonly commands: readonly ShellCommand[];
}

/** The shell text of one RUN (or of CMD, ENTRYPOINT, HEALTHCHECK in shell form). */
export interface ShellScript {
  readonly instruction: RunInstruction;
  readonly dialect: Dialect;
  /** The text's span: the arguments behind the flags, or the body of the heredoc that is the script. */
  readonly span: Span;
  /** `shell` for shell form, `exec` for a JSON array, `heredoc` where the heredoc's body is the script. */
  readonly form: 'shell' | 'exec' | 'heredoc';
  readonly heredoc?: Heredoc;
  readonly statements: readonly ShellStatement[];
  /** Every simple command, nested ones too, in text order. */
  readonly commands: readonly ShellCommand[];
  /**
   * Commands as a checker sees them that reads every RUN as bash and looks through nothing but `command`, `builtin`, `exec` and
   * `busybox`: the contract of rules that are compatible with hadolint. Empty when the text does not parse as bash.
   */
  readonly plainCommands: readonly PlainCommand[];
  /** Wherever output goes through a pipe, in text order of their ends. */
  readonly pipelines: readonly ShellPipeline[];
  /** The same in that reading. */
  readonly plainPipelines: readonly ShellPipeline[];
  /** What bash reads and a POSIX shell does not have to, commands left out. */
  readonly extensions: readonly ShellExtension[];
  /** The text as the shell gets it, as long as `span`: what the builder drops is blank. */
  readonly text: string;
  /** Whether unbash could not make sense of it, or its dialect is not parsed. */
  readonly broken: boolean;
}

/** A simple command in hadolint's reading: literal first word, no path or wrapper taken off. */
export interface PlainCommand extends Span {
  readonly script: ShellScript;
  readonly name: string;
  readonly nameWord: ShellWord;
  readonly arguments: readonly ShellWord[];
}
