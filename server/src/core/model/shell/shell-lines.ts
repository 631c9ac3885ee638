import type { Span } from '../../text/span';

/** A place where shell text goes on in the next line. */
export interface LineBreak {
  /** Offset of the newline, or of the backslash in front of it. */
  readonly at: number;
  readonly kind: 'newline' | 'continuation';
  /**
   * What a newline would be there: the end of a command; nothing, behind a `;`, behind another operator or opening word, or in an
   * empty line; a blank (arrays, tests); a part of a double-quoted text, where a continuation still joins; or of a literal one.
   */
  readonly place: 'separator' | 'semicolon' | 'operator' | 'blank' | 'words' | 'quoted' | 'literal';
  /** Inside `$(…)`, backticks or `<(…)`. */
  readonly inner: boolean;
  /** Offset of the `;` directly before it. */
  readonly semicolon?: number;
}

/** A comment of the shell. */
export interface ShellComment extends Span {
  /** Whether nothing else stands on its line. */
  readonly alone: boolean;
  readonly inner: boolean;
}

export interface ShellLines {
  readonly breaks: readonly LineBreak[];
  readonly comments: readonly ShellComment[];
  /** What is not understood: a here-document, a quote that is never closed. */
  readonly broken: boolean;
}

/** Reads how the lines of a POSIX or bash script hang together. */
export function readShellLines(text: string): ShellLines {
  const reader = new LineReader(text);
  reader.readList();
  return { breaks: reader.breaks, comments: reader.comments, broken: reader.broken || reader.at < text.length };
}

/** The text with its continued lines joined, as the shell reads it. */
export function joinLines(text: string): string {
  let joined = '';
  let at = 0;
  for (const { at: start, kind, place } of readShellLines(text).breaks) {
    if (kind !== 'continuation' || place === 'literal') continue;
    joined += text.slice(at, start);
    at = start + 2;
  }
  return joined + text.slice(at);
}

const OPENING = new Set(['if', 'while', 'until', 'do', 'then', 'else', 'elif', '{']);
/** Words that a command has to follow on the same line. */
const PREFIXES = new Set(['!', 'time']);
const CLOSING = new Set(['fi', 'done', '}', 'esac']);

class LineReader {
  at = 0;
  broken = false;
  readonly breaks: LineBreak[] = [];
  readonly comments: ShellComment[] = [];
  readonly #text: string;
  #inner = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads commands up to the end, or to the `)` that closes the list. */
  readList(): void {
    const text = this.#text;
    const open: ('(' | 'subject' | 'pattern' | 'body')[] = [];
    let last: 'start' | 'semicolon' | 'operator' | 'redirect' | 'prefix' | 'word' = 'start';
    /** Whether the next word would be a command's name. */
    let fresh = true;
    /** Whether the last word was one. */
    let named = false;
    let semicolon: number | undefined;
    while (this.at < text.length && !this.broken) {
      const char = text[this.at]!;
      const next = text[this.at + 1];
      const state = open.at(-1);
      if (char === ' ' || char === '\t' || char === '\r') this.at++;
      else if (char === '\n' || (char === '\\' && next === '\n')) {
        const place =
          last === 'start'
            ? 'blank'
            : last === 'redirect' ||
                last === 'prefix' ||
                ((state === 'subject' || state === 'pattern') && last === 'word')
              ? 'words'
              : last === 'word'
                ? 'separator'
                : last;
        this.#break(place, semicolon);
        if (char === '\n') {
          if (place === 'separator' || place === 'semicolon') last = 'start';
          fresh = true;
          named = false;
        }
      } else if (char === '#') this.#comment();
      else if (char === ';') {
        const double = next === ';' || next === '&';
        semicolon = double ? undefined : this.at;
        this.at += double ? 2 : 1;
        if (double && text[this.at] === '&') this.at++;
        if (double && state === 'body') open[open.length - 1] = 'pattern';
        last = double ? 'operator' : 'semicolon';
        fresh = true;
      } else if (char === '&' && next === '>') {
        this.at += text[this.at + 2] === '>' ? 3 : 2;
        last = 'redirect';
      } else if (char === '&' || char === '|') {
        this.at += next === char || (char === '|' && next === '&') ? 2 : 1;
        last = 'operator';
        fresh = state !== 'pattern';
      } else if (char === '(') {
        if (fresh && next === '(') {
          this.#arithmetic(this.at);
          last = 'word';
          fresh = false;
        } else if (named && /^\([ \t]*\)/.test(text.slice(this.at, this.at + 20))) {
          this.at = text.indexOf(')', this.at) + 1;
          last = 'operator';
          fresh = true;
        } else {
          if (state !== 'pattern') open.push('(');
          this.at++;
          last = 'operator';
          fresh = true;
        }
        named = false;
      } else if (char === ')') {
        if (state === undefined) return;
        if (state === 'pattern') open[open.length - 1] = 'body';
        else if (state === '(') open.pop();
        else this.broken = true;
        this.at++;
        last = state === 'pattern' ? 'operator' : 'word';
        fresh = state === 'pattern';
        named = false;
      } else if (char === '<' || char === '>') {
        last = this.#redirect() ? 'word' : 'redirect';
        named = false;
      } else {
        const start = this.at;
        this.#word();
        const word = text.slice(start, this.at);
        const starts: boolean = fresh && last !== 'redirect';
        named = false;
        if (state === 'subject') {
          if (word === 'in') open[open.length - 1] = 'pattern';
          last = word === 'in' ? 'operator' : 'word';
        } else if (state === 'pattern') {
          if (word === 'esac' && last !== 'word') open.pop();
          last = 'word';
          fresh = false;
        } else if (starts && OPENING.has(word)) last = 'operator';
        else if (starts && PREFIXES.has(word)) last = 'prefix';
        else if (starts && word === '[[') {
          this.#test();
          last = 'word';
          fresh = false;
        } else {
          if (starts && word === 'case') open.push('subject');
          if (starts && word === 'esac' && state === 'body') open.pop();
          if (starts && word === 'function') this.broken = true;
          named = starts && !CLOSING.has(word);
          fresh = starts && /^[A-Za-z_]\w*\+?=/.test(word);
          last = 'word';
        }
      }
      if (char !== ' ' && char !== '\t' && char !== ';') semicolon = undefined;
    }
    if (open.length > 0) this.broken = true;
  }

  /** At a newline, or a backslash with one behind it. */
  #break(place: LineBreak['place'], semicolon?: number): void {
    const kind = this.#text[this.at] === '\n' ? 'newline' : 'continuation';
    this.breaks.push({
      at: this.at,
      kind,
      place,
      inner: this.#inner > 0,
      ...(semicolon === undefined ? {} : { semicolon }),
    });
    this.at += kind === 'newline' ? 1 : 2;
  }

  #comment(): void {
    const text = this.#text;
    const newline = text.indexOf('\n', this.at);
    const end = newline === -1 ? text.length : newline;
    const alone = text.slice(text.lastIndexOf('\n', this.at - 1) + 1, this.at).trim() === '';
    this.comments.push({ start: this.at, end, alone, inner: this.#inner > 0 });
    this.at = end;
  }

  /** Reads an operator such as `>>`; or all of a `<(…)`, and says so. */
  #redirect(): boolean {
    const text = this.#text;
    if (text[this.at + 1] === '(') {
      this.#substitution(2);
      return true;
    }
    const operator = /^(?:<<<|<<-?|<&|<>|>&|>>|>\||<|>)/.exec(text.slice(this.at, this.at + 3))![0];
    if (operator.startsWith('<<') && operator !== '<<<') this.broken = true;
    this.at += operator.length;
    return false;
  }

  #word(): void {
    const text = this.#text;
    const start = this.at;
    while (this.at < text.length && !this.broken) {
      const char = text[this.at]!;
      if (' \t\r\n;&|)<>'.includes(char)) return;
      if (char === '(') {
        // An array, or a pattern of bash such as `!(x)`; else the word is at its end.
        const before = text.slice(start, this.at);
        if (!/[=?*+@!]$/.test(before) || this.at === start) return;
        this.#parenthesis();
      } else if (char === '\\' && text[this.at + 1] === '\n') this.#break('words');
      else this.#piece('words');
    }
  }

  /** One character of a word, or all of a quoted or expanded part. */
  #piece(place: LineBreak['place']): void {
    const text = this.#text;
    const char = text[this.at]!;
    const two = text.slice(this.at, this.at + 2);
    if (two === "$'" && place !== 'quoted') this.#literal(2, true);
    else if (two === '$(' && text[this.at + 2] === '(') this.#arithmetic(this.at + 1);
    else if (two === '$(') this.#substitution(2);
    else if (two === '${') this.#quoted('}', 2);
    else if (char === '`') this.#backticks();
    else if (char === "'" && place !== 'quoted') this.#literal(1, false);
    else if (char === '"') this.#quoted('"', 1);
    else if (two === '\\\n') this.#break(place);
    else if (char === '\n') this.#break(place);
    else this.at += char === '\\' ? 2 : 1;
  }

  #substitution(length: number): void {
    this.at += length;
    this.#inner++;
    this.readList();
    this.#inner--;
    if (this.#text[this.at] !== ')') this.broken = true;
    this.at++;
  }

  #literal(length: number, escapes: boolean): void {
    const text = this.#text;
    this.at += length;
    while (this.at < text.length && text[this.at] !== "'") {
      if (text[this.at] === '\n' || text.startsWith('\\\n', this.at)) this.#break('literal');
      else this.at += escapes && text[this.at] === '\\' ? 2 : 1;
    }
    if (this.at >= text.length) this.broken = true;
    this.at++;
  }

  #quoted(close: '"' | '}', length: number): void {
    const text = this.#text;
    this.at += length;
    while (this.at < text.length && text[this.at] !== close) {
      if (close === '}' && text[this.at] === "'") {
        // Inside `"${…}"` a quote is an ordinary character, elsewhere not: what is written there is rarely more than a word.
        this.broken ||= text.slice(this.at, text.indexOf('}', this.at)).includes('\n');
        this.at++;
      } else this.#piece('quoted');
    }
    if (this.at >= text.length) this.broken = true;
    this.at++;
  }

  #backticks(): void {
    const text = this.#text;
    this.at++;
    this.#inner++;
    let quoted = false;
    while (this.at < text.length && text[this.at] !== '`') {
      if (text[this.at] === "'") quoted = !quoted;
      if (text[this.at] === '\n' || text.startsWith('\\\n', this.at)) this.#break(quoted ? 'literal' : 'quoted');
      else this.at += text[this.at] === '\\' ? 2 : 1;
    }
    this.#inner--;
    if (this.at >= text.length) this.broken = true;
    this.at++;
  }

  /** `((…))`, from the first of its brackets. */
  #arithmetic(start: number): void {
    this.at = start;
    this.#parenthesis();
  }

  /** From a `(` to its `)`; quotes and expansions inside are read. */
  #parenthesis(): void {
    const text = this.#text;
    let depth = 0;
    while (this.at < text.length && !this.broken) {
      const char = text[this.at]!;
      if (char === '(') depth++;
      if (char === ')') depth--;
      if (char === '#' && /\s/.test(text[this.at - 1]!)) this.broken = true;
      if (char === '(' || char === ')') this.at++;
      else this.#piece('words');
      if (depth === 0) return;
    }
    this.broken = true;
  }

  /** The rest of a `[[ … ]]`. */
  #test(): void {
    const text = this.#text;
    while (this.at < text.length && !this.broken) {
      if (/^\s\]\](?![\w\]])/.test(text.slice(this.at, this.at + 4))) {
        this.at += 3;
        return;
      }
      this.#piece('words');
    }
    this.broken = true;
  }
}
