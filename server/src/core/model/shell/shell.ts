import type { Span } from '../../text/span';
import type { Heredoc, RunInstruction, Word } from '../syntax/instruction';
import type { Drop } from '../syntax/scan';
import { dialectOf } from './dialect';
import type {
  Dialect,
  PlainCommand,
  ShellCommand,
  ShellExtension,
  ShellPipeline,
  ShellScript,
  ShellStatement,
} from './shell-command';
import { findShellComment } from './shell-comment';
import { Reader } from './shell-reader';

/** What the reader of a RUN's shell text needs to know of its surroundings. */
export interface ShellPlace {
  readonly text: string;
  readonly drops: readonly Drop[];
  readonly dialect: Dialect;
}

/**
 * Reads the shell text of a RUN: shell form, exec form, or the heredoc that is its script. All spans are document offsets.
 * Text of PowerShell and cmd stages is not parsed; the script then has no statements.
 */
export function readShell(run: RunInstruction, place: ShellPlace): ShellScript {
  const heredoc = scriptHeredoc(run, place.text);
  if (run.json) return new ReadScript(run, place, 'exec', run.body, undefined);
  if (heredoc) return new ReadScript(run, place, 'heredoc', heredoc.body, heredoc);
  const end = run.heredocs.at(-1)?.end ?? run.body.end;
  return new ReadScript(run, place, 'shell', { start: run.body.start, end }, undefined);
}

/** `RUN <<EOF` alone: the builder hands the heredoc's body to the shell instead of the line. */
function scriptHeredoc(run: RunInstruction, text: string): Heredoc | undefined {
  const only = run.heredocs.length === 1 ? run.heredocs[0]! : undefined;
  if (!only || only.operator.start !== run.body.start) return undefined;
  return text.slice(only.operator.end, run.body.end).trim() === '' ? only : undefined;
}

class ReadScript implements ShellScript {
  readonly instruction: RunInstruction;
  readonly dialect: Dialect;
  readonly span: Span;
  readonly form: ShellScript['form'];
  readonly heredoc: Heredoc | undefined;
  readonly statements: readonly ShellStatement[];
  readonly commands: readonly ShellCommand[];
  readonly pipelines: readonly ShellPipeline[];
  readonly extensions: readonly ShellExtension[];
  readonly broken: boolean;
  #plain: PlainReading | undefined;
  readonly #place: ShellPlace;

  constructor(
    run: RunInstruction,
    place: ShellPlace,
    form: ShellScript['form'],
    span: Span,
    heredoc: Heredoc | undefined,
  ) {
    this.instruction = run;
    this.form = form;
    this.span = span;
    this.heredoc = heredoc;
    this.#place = place;
    const shebang = form === 'heredoc' ? readShebang(place.text, span) : undefined;
    this.dialect = shebang ?? place.dialect;
    const reader = new Reader(this);
    if (form === 'exec') reader.readExec(run.words, place.text);
    else if (this.dialect === 'posix') reader.readTop(shellText(place, span), span.start);
    this.statements = reader.statements;
    this.commands = reader.commands;
    this.pipelines = reader.pipelines;
    this.extensions = reader.extensions;
    this.broken = reader.broken || this.dialect !== 'posix';
  }

  get text(): string {
    return shellText(this.#place, this.span);
  }

  get plainCommands(): readonly PlainCommand[] {
    this.#plain ??= readPlain(this, this.#place);
    return this.#plain.commands;
  }

  get plainPipelines(): readonly ShellPipeline[] {
    this.#plain ??= readPlain(this, this.#place);
    return this.#plain.pipelines;
  }
}

/** The dialect that a heredoc's `#!` line asks for. */
function readShebang(text: string, { start, end }: Span): Dialect | undefined {
  if (!text.startsWith('#!', start)) return undefined;
  const line = text.slice(start + 2, Math.min(end, start + 200)).split('\n', 1)[0]!;
  const words = line.trim().split(/\s+/);
  const program =
    (words[0]?.endsWith('/env') ? words.find((word, index) => index > 0 && !word.startsWith('-')) : words[0]) ?? '';
  return dialectOf(program);
}

/**
 * The text that the shell gets, one character for one: what the builder drops is blanked, escape characters become backslashes.
 * Behind a shell comment a newline would end it, where the builder's joined line goes on: there they are blanked too.
 */
function shellText({ text, drops }: ShellPlace, { start, end }: Span): string {
  let made = '';
  /** What stands between here and there is not in `made` yet, and stays as it is. */
  let from = start;
  let at = start;
  let comment: number | undefined;
  let hash = -1;
  for (const drop of drops) {
    if (drop.end <= start || drop.start >= end) continue;
    if (hash < at) hash = indexOrEnd(text, '#', at);
    if (comment === undefined && hash < drop.start) {
      const lines = { start, end: drops.at(-1)!.start };
      comment = findShellComment(text, lines, drops) ?? Number.POSITIVE_INFINITY;
    }
    const length = drop.end - drop.start;
    const joins = drop.kind === 'continuation' && length > 1 && (comment === undefined || drop.start < comment);
    at = drop.end;
    if (joins && length === 2 && text[drop.start] === '\\') continue;
    made += text.slice(from, drop.start) + (joins ? '\\\n' + ' '.repeat(length - 2) : ' '.repeat(length));
    from = at;
  }
  return blankReturns(made + text.slice(from, Math.max(at, end)));
}

function indexOrEnd(text: string, char: string, from: number): number {
  const found = text.indexOf(char, from);
  return found === -1 ? text.length : found;
}

/**
 * Blanks the CR of CRLF, which the shell would take for a part of the last word. The line that ends a heredoc may not have a
 * blank behind its word: there the CR's place goes to the line before.
 */
function blankReturns(text: string): string {
  if (!text.includes('\r')) return text;
  const delimiters = new Set([...text.matchAll(/<<-?[ \t]*(['"\\]?)([\w.-]+)\1/g)].map((match) => match[2]));
  const ended = text.replace(/\r?\n([ \t]*)([\w.-]+)\r(?=\n|$)/g, (whole, indent: string, word: string) =>
    delimiters.has(word) ? `${' '.repeat(whole.length - indent.length - word.length - 1)}\n${indent}${word}` : whole,
  );
  return ended.replace(/\r(?=\n|$)/g, ' ');
}

const LOOKED_THROUGH = new Set(['command', 'builtin', 'exec', 'busybox']);

interface PlainReading {
  readonly commands: readonly PlainCommand[];
  readonly pipelines: readonly ShellPipeline[];
}

const NOTHING: PlainReading = { commands: [], pipelines: [] };

/** A RUN in hadolint's reading; nothing when the text is not bash. */
function readPlain(script: ShellScript, place: ShellPlace): PlainReading {
  if (script.form !== 'exec' && script.dialect === 'posix') return script.broken ? NOTHING : toReading(script, script);
  const { start, end } = script.span;
  const text =
    script.form === 'exec'
      ? execText(script.instruction.words, place.text, script.span)
      : shellText(place, { start, end });
  const reader = new Reader(script);
  reader.readTop(text, start);
  return reader.broken ? NOTHING : toReading(reader, script);
}

function toReading(
  { commands, pipelines }: Pick<ShellScript, 'commands' | 'pipelines'>,
  script: ShellScript,
): PlainReading {
  const plain: PlainCommand[] = [];
  for (const command of commands) {
    if (isOpenTest(command)) return NOTHING;
    const read = command.quotedBy ? undefined : toPlain(command, script);
    if (read) plain.push(read);
  }
  return { commands: plain, pipelines: pipelines.filter(({ quotedBy }) => !quotedBy) };
}

/** `[ -f a` and `[ -f a]`: a command that fails to the shell, but to ShellCheck a fault that it reads nothing behind. */
function isOpenTest({ words, quotedBy }: ShellCommand): boolean {
  return words[0]?.text === '[' && words.at(-1)!.text !== ']' && !quotedBy;
}

function toPlain(
  { words, start, end, nameWord, arguments: behind }: ShellCommand,
  script: ShellScript,
): PlainCommand | undefined {
  const first = words[0];
  // A test in brackets is an expression to ShellCheck, with one bracket as with two, and no command.
  if (!first?.literal || first.text === '[') return undefined;
  const named = LOOKED_THROUGH.has(first.value) ? words[1] : first;
  if (!named?.literal) return undefined;
  const rest = first === nameWord ? behind : words.slice(1);
  return { start, end, script, name: named.value, nameWord: named, arguments: rest };
}

/** JSON strings joined by blanks, each where it stands in the document: brackets, quotes and commas become blanks. */
function execText(words: readonly Word[], text: string, { start, end }: Span): string {
  const chars = new Array<string>(end - start).fill(' ');
  for (const word of words) {
    const inner =
      word.value.length === word.end - word.start - 2 ? word.value : text.slice(word.start + 1, word.end - 1);
    for (let i = 0; i < inner.length; i++) chars[word.start + 1 - start + i] = inner[i]!;
  }
  return chars.join('');
}
