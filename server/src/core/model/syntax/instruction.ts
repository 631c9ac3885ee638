import type { Span } from '../../text/span';

/** A comment line: from its `#` to the end of its line. */
export interface Comment extends Span {
  /** What stands behind the `#`, blanks trimmed. */
  readonly text: string;
}

/** A parser directive (`# syntax=`, `# escape=`, `# check=`) at the top of the file. */
export interface Directive extends Span {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
  readonly valueSpan: Span;
}

/** A `$NAME` or `${NAME…}` that the builder (not the shell) would expand. */
export interface Reference extends Span {
  /** As written, dollar sign and braces included. */
  readonly text: string;
  /** Where it stands in the word's `value`. */
  readonly at: number;
  readonly name: string;
  /** `:-`, `:+`, `:?`, `-`, `+`, `?`, `#`, `##`, `%`, `%%`, `/`, `//`; undefined for a plain reference. */
  readonly operator?: string;
  /** What stands behind the operator, as written. */
  readonly operand?: string;
}

/** A word of an instruction's arguments, in the builder's own quoting (not the shell's). */
export interface Word extends Span {
  /** As written, line continuations taken out. */
  readonly text: string;
  /** Quotes and escapes resolved; references are left as written. */
  readonly value: string;
  /** Whether any part is quoted. */
  readonly quoted: boolean;
  readonly references: readonly Reference[];
}

/** A `--name=value` before an instruction's arguments. */
export interface Flag extends Span {
  /** Lower case, without dashes. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Undefined for a bare `--link`. References are left as written. */
  readonly value?: Word;
}

/** A here-document of RUN, COPY or ADD, by BuildKit's rules. */
export interface Heredoc extends Span {
  /** The `<<WORD` in the instruction's own line; `start`/`end` run from the body's first line through its terminator. */
  readonly operator: Span;
  /** Delimiter word, quotes removed. */
  readonly name: string;
  /** File descriptor digits before `<<`, if written. */
  readonly fd?: number;
  /** `<<-`: leading tabs of body and terminator are dropped. */
  readonly chomp: boolean;
  /** No quote in the delimiter: the builder (COPY, ADD) or the shell (RUN) expands variables in the body. */
  readonly expand: boolean;
  /** The body, its last newline included, the terminator line excluded. */
  readonly body: Span;
  /** The terminator word's span; undefined when the file ends first (the builder then refuses the file). */
  readonly terminator?: Span;
}

/** One option of a `--mount`, for example `target=/root/.npm` or the bare `rw`. */
export interface MountOption extends Span {
  /** Lower case; aliases are kept as written (`src`, `dst`, `destination`, `ro`…). */
  readonly key: string;
  readonly value?: string;
  readonly valueSpan?: Span;
}

/** A RUN's `--mount=…`. */
export interface Mount {
  readonly flag: Flag;
  /** Lower case; `bind` when none is written. */
  readonly type: string;
  readonly options: readonly MountOption[];
  readonly id?: string;
  readonly source?: string;
  readonly target?: string;
  readonly from?: string;
  /** secret: the variable that receives the value. */
  readonly env?: string;
  readonly sharing?: string;
}

/** A name and its value in ENV, LABEL or ARG. */
export interface Pair extends Span {
  readonly name: Word;
  /** Undefined for `ARG NAME`, and for a broken `ENV NAME`. */
  readonly value?: Word;
}

/** A reference to an image, taken apart as written; variables are not expanded. */
export interface ImageReference extends Span {
  readonly text: string;
  /** First path segment when it names a host (has a dot or colon, or is `localhost`). */
  readonly registry?: string;
  /** Repository without registry, tag and digest, as written: `library/node`, `node`. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly tag?: string;
  readonly tagSpan?: Span;
  readonly digest?: string;
  readonly digestSpan?: Span;
}

interface Base<Keyword extends string> extends Span {
  readonly keyword: Keyword;
  readonly keywordSpan: Span;
  /** Position in `Build.instructions`; an ONBUILD's trigger carries its ONBUILD's. */
  readonly index: number;
  /** Index of the stage, -1 above the first FROM. */
  readonly stage: number;
  /** Whether it is the trigger of an ONBUILD. */
  readonly onbuild: boolean;
  readonly flags: readonly Flag[];
  /** From the first argument behind the flags to the end of the instruction's own lines: without heredoc bodies. */
  readonly body: Span;
  /** The arguments behind the flags: exec-form strings for a JSON array, else words in the builder's quoting; none for a shell-form RUN. */
  readonly words: readonly Word[];
  /** Whether the arguments are a valid JSON array of strings. */
  readonly json: boolean;
  readonly heredocs: readonly Heredoc[];
  /** Comment lines directly above, from the last instruction on, in file order. */
  readonly leading: readonly Comment[];
  /** Comment lines between the instruction's own lines. */
  readonly inner: readonly Comment[];
}

export interface FromInstruction extends Base<'FROM'> {
  readonly image: ImageReference;
  readonly imageWord: Word;
  /** The word behind AS, as written. */
  readonly alias?: Word;
}
export interface RunInstruction extends Base<'RUN'> {
  readonly mounts: readonly Mount[];
}
export interface CopyInstruction extends Base<'COPY' | 'ADD'> {
  /** Paths and URLs in the text; heredocs are in `heredocs`. */
  readonly sources: readonly Word[];
  readonly destination?: Word;
  /** The value of `--from`. */
  readonly from?: Word;
}
export interface ArgInstruction extends Base<'ARG'> {
  readonly pairs: readonly Pair[];
}
export interface EnvInstruction extends Base<'ENV'> {
  readonly pairs: readonly Pair[];
  /** `ENV NAME value with blanks`. */
  readonly legacy: boolean;
}
export interface LabelInstruction extends Base<'LABEL'> {
  readonly pairs: readonly Pair[];
}
export interface OnbuildInstruction extends Base<'ONBUILD'> {
  readonly trigger?: Instruction;
}
export interface HealthcheckInstruction extends Base<'HEALTHCHECK'> {
  /** `CMD` or `NONE`, upper case, as the first word says. */
  readonly form?: string;
}
export interface OtherInstruction
  extends Base<
    'CMD' | 'ENTRYPOINT' | 'EXPOSE' | 'MAINTAINER' | 'SHELL' | 'STOPSIGNAL' | 'USER' | 'VOLUME' | 'WORKDIR'
  > {}
/** A keyword that Docker does not know. */
export interface UnknownInstruction extends Base<'UNKNOWN'> {}

export type Instruction =
  | FromInstruction
  | RunInstruction
  | CopyInstruction
  | ArgInstruction
  | EnvInstruction
  | LabelInstruction
  | OnbuildInstruction
  | HealthcheckInstruction
  | OtherInstruction
  | UnknownInstruction;

export type Keyword = Instruction['keyword'];
