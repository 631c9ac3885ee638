import { lineAt } from '../../text/source';
import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import type { ContinuedLines } from '../shell/continued-lines';
import { findErrexitWitness, hasErrexit, isIndifferent, turnsErrexitOn } from '../shell/errexit';
import type { ShellScript } from '../shell/shell-command';
import { joinLines, type LineBreak, type ShellLines } from '../shell/shell-lines';
import { readIgnoreComment } from '../syntax/ignore-comment';
import type { RunInstruction } from '../syntax/instruction';

/** Where the RUN's flags end. */
export function flagsEnd({ flags, keywordSpan }: RunInstruction): number {
  return flags.at(-1)?.end ?? keywordSpan.end;
}

/** Whether a comment silences rules in the instruction below it. */
export function isIgnore({ text }: { readonly text: string }): boolean {
  return readIgnoreComment(text)?.scope === 'instruction';
}

/** The same of a line, from its `#`. */
function isIgnoreLine(line: string): boolean {
  return isIgnore({ text: line.slice(1).trim() });
}

/** In front of lines that go on with a list. */
const INDENT = '    ';

/** Writes the body of a here-document that does what the continued lines of a RUN do. */
export class BodyWriter {
  readonly notes: string[] = [];
  readonly #build: Build;
  readonly #script: ShellScript;
  readonly #lines: ContinuedLines;
  readonly #shell: ShellLines;
  readonly #out: string[] = [];

  constructor(build: Build, script: ShellScript, lines: ContinuedLines, shell: ShellLines) {
    this.#build = build;
    this.#script = script;
    this.#lines = lines;
    this.#shell = shell;
  }

  write(): string {
    const { statements, instruction } = this.#script;
    const cuts = this.#cuts();
    this.#comments(this.#comment({ start: 0, end: 0 }), '');
    for (const comment of instruction.inner) {
      const first = flagsEnd(instruction) < comment.start && comment.end <= instruction.body.start;
      if (first && !isIgnore(comment)) this.#add(this.#build.source.text.slice(comment.start, comment.end));
    }
    if (cuts.errexit) this.#add('set -e');
    let done = 0;
    for (const [index, statement] of statements.entries()) {
      const span = this.#span(statement);
      const gap = { start: done, end: span.start };
      const asides = index === 0 ? [] : this.#comment(gap);
      const cut = index === 0 || cuts.before.has(index);
      const broken =
        !cut &&
        ((cuts.wrapped && statement.before === '&&') ||
          this.#shell.breaks.some(({ at }) => gap.start <= at && at < gap.end));
      const { text, above } = this.#statement(span, broken ? INDENT : '');
      if (cut) {
        this.#comments(asides, '');
        this.#comments(above, '');
        this.#out.push(text);
      } else {
        const operator = ` ${statement.before}`;
        this.#out[this.#out.length - 1] += operator;
        if (broken) {
          this.#comments([...asides.filter((aside) => aside !== ''), ...above], INDENT);
          this.#out.push(INDENT + text);
        } else this.#out[this.#out.length - 1] += ` ${text}`;
      }
      const next = statements[index + 1];
      if (next ? next.before === '&' : statement.background) this.#out[this.#out.length - 1] += ' &';
      if (cuts.exits.has(index)) this.#out[this.#out.length - 1] += ' || exit';
      done = span.end;
    }
    const rest = /^[\s;&]*(#.*)$/s.exec(this.#lines.text.slice(done));
    if (rest) this.#out[this.#out.length - 1] += ` ${rest[1]!.trimEnd()}`;
    return `${this.#out.join('\n')}\n`;
  }

  /** Before which statements a line starts, behind which `|| exit` has to stand, and whether `set -e` has to be first; or whether each `&&` ends a line. */
  #cuts(): {
    readonly before: ReadonlySet<number>;
    readonly exits: ReadonlySet<number>;
    readonly errexit: boolean;
    readonly wrapped: boolean;
  } {
    const { statements, instruction } = this.#script;
    const before = new Set<number>();
    const exits = new Set<number>();
    const oneList = statements.every((one) => !one.background && isAndOr(one.before));
    const given = hasErrexit(this.#build.states[instruction.index]!.shell.words);
    const own = turnsErrexitOn(statements[0]) && statements[1]?.before === '&&';
    const witness = oneList
      ? findErrexitWitness(this.#script, this.#lines.joined, this.#build.states[instruction.index]!)
      : undefined;
    if (!oneList || witness !== undefined) {
      for (const [index, one] of statements.entries()) if (!isAndOr(one.before)) before.add(index);
      if (witness !== undefined) this.notes.push(`The "&&" stay, since "set -e" would change more: ${witness}.`);
      return { before, exits, errexit: false, wrapped: witness !== undefined };
    }
    const lastOr = statements.findLastIndex((one) => one.before === '||');
    const starts = statements.flatMap((one, index) =>
      index === 0 || (one.before === '&&' && index > lastOr) ? [index] : [],
    );
    // The last `||` takes all that is in front of it: there is one line, and nothing to stop.
    if (starts.length === 1) return { before, exits, errexit: false, wrapped: true };
    for (const [at, start] of starts.entries()) {
      const end = (starts[at + 1] ?? statements.length) - 1;
      if (start > 0) before.add(start);
      const last = end === statements.length - 1;
      // The last command of a list is where `-e` counts; those before it are exempt, as they were in front of `&&`.
      const closing = statements[end]!;
      const spared = isIndifferent(closing, joinLines(this.#textOf(closing)));
      if (!spared && !(last && (given || own))) exits.add(end);
    }
    if (exits.size > 0) this.notes.push('"|| exit" stands where "set -e" alone would act inside a command.');
    return { before, exits, errexit: !given && !own, wrapped: false };
  }

  /** A statement's lines, and the comments inside it for which there is no place but above. */
  #statement(span: Span, margin: string): { readonly text: string; readonly above: readonly string[] } {
    const { text, asides } = this.#lines;
    const above: string[] = [];
    const breaks = this.#shell.breaks.filter(({ at }) => span.start <= at && at < span.end);
    const dedent = this.#dedent(span, breaks);
    let out = '';
    let at = span.start;
    for (const one of breaks) {
      const { place, inner, semicolon } = one;
      const loose = !inner && (place === 'semicolon' || place === 'operator');
      const end = loose && semicolon !== undefined ? semicolon : one.at;
      out += loose ? text.slice(at, end).trimEnd() : text.slice(at, end);
      at = one.at + 2;
      if (place === 'literal') continue;
      out += loose ? '\n' : '\\\n';
      const indent = /^[ \t]*/.exec(text.slice(at))![0];
      const glued = !loose && !/[ \t]/.test(text[one.at - 1] ?? ' ') && indent !== '';
      const kept =
        place === 'quoted' || inner ? indent : margin + indent.slice(Math.min(dedent, indent.length - (glued ? 1 : 0)));
      const here = asides.filter((aside) => aside.at === at && aside.text !== '' && !isIgnoreLine(aside.text));
      if (loose) out += here.map((aside) => `${kept}${aside.text}\n`).join('');
      else above.push(...here.map((aside) => aside.text));
      out += kept;
      at += indent.length;
    }
    return { text: out + text.slice(at, span.end), above };
  }

  /** By how much a statement's lines move to the left as it does; what hangs below it keeps hanging. */
  #dedent({ start }: Span, breaks: readonly LineBreak[]): number {
    const { text } = this.#lines;
    const { instruction } = this.#script;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const source = this.#build.source;
    const first = instruction.body.start - source.lineStarts[lineAt(source, instruction.body.start)]!;
    const column = start - lineStart + (lineStart === 0 ? first : 0);
    const indents = breaks
      .filter(({ place, inner }) => place !== 'quoted' && place !== 'literal' && !inner)
      .map(({ at }) => /^[ \t]*/.exec(text.slice(at + 2))![0]);
    if (indents.length === 0) return 0;
    const closing = /^(?:done|fi|esac|\}|\)|else|elif|then|do)/;
    const own = breaks.some(({ at }) => closing.test(text.slice(at + 2).trimStart()));
    const least = Math.min(...indents.map(({ length }) => length));
    if (own) return Math.min(column, least);
    const step = indents[0]!.startsWith('\t') ? 1 : 2;
    return least - column >= step ? column : Math.max(0, least - (step === 1 ? 1 : 4));
  }

  /** The comments and blank lines in a part of the text; those that silence rules go elsewhere. */
  #comment({ start, end }: Span): string[] {
    return this.#lines.asides
      .filter(({ at, text }) => start <= at && at <= end && !isIgnoreLine(text))
      .map(({ text }) => text);
  }

  #comments(comments: readonly string[], indent: string): void {
    for (const comment of comments) this.#add(comment === '' ? '' : indent + comment);
  }

  /** A line; a blank one only between others. */
  #add(line: string): void {
    const last = this.#out.at(-1);
    if (line !== '' || (last !== undefined && last !== '')) this.#out.push(line);
  }

  #span({ start, end }: Span): Span {
    return { start: this.#lines.toText(start), end: this.#lines.toText(end) };
  }

  #textOf(statement: Span): string {
    const { start, end } = this.#span(statement);
    return this.#lines.text.slice(start, end);
  }
}

function isAndOr(separator: string | undefined): boolean {
  return separator === undefined || separator === '&&' || separator === '||';
}
