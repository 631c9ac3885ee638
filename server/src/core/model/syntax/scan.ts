import type { Source } from '../../text/source';
import type { Span } from '../../text/span';
import type { Comment, Directive, Heredoc } from './instruction';
import { flagsEnd, isJsonStrings, splitRaw, unquoteRaw } from './words';

/** Stands, one for one, for characters that Docker drops before it splits an instruction into words: they glue, blanks don't. */
export const DROPPED = '\uE000';

/** An instruction as it lies in the file, before anything in it is understood. */
export interface LogicalLine extends Span {
  /** What the builder drops inside it: escape character and newline, comment lines, blank lines. */
  readonly drops: readonly Drop[];
  readonly comments: readonly Comment[];
  readonly heredocs: readonly Heredoc[];
  /** Where its own lines end, blanks and newline excluded; heredoc bodies come behind. */
  readonly ownEnd: number;
  /** Whether the file ends inside a continuation. */
  readonly unfinished: boolean;
}

export interface Drop extends Span {
  readonly kind: 'continuation' | 'comment' | 'blank';
}

/** The file cut into instructions as BuildKit's parser cuts it. */
export interface Scan {
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly lines: readonly LogicalLine[];
  /** What `mask` overwrites: everything dropped, heredoc bodies too. */
  readonly masks: readonly Span[];
}

const HASH = 35;
const DIRECTIVE = /^[ \t]*#[ \t]*([a-zA-Z][a-zA-Z0-9]*)[ \t]*=[ \t]*(.+?)[ \t\r]*$/;
const KNOWN_DIRECTIVES = new Set(['syntax', 'escape', 'check']);
const TAKES_HEREDOC = /^[ \t\uE000]*(?:onbuild[ \t\uE000]+)?(?:run|copy|add)[ \t\uE000]/i;
const HEREDOC = /^(\d*)<<(?:(-)|(?!-))([^<]+)$/;

/**
 * Cuts a file into instructions: parser directives, continuations (two escape characters at a line's end are none), comment
 * and blank lines inside them, heredocs. Follows BuildKit's parser, which splits lines at LF only and trims CR.
 */
export function scan({ text }: Source): Scan {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const directives = readDirectives(text, bom);
  const escape = directives.find(({ name }) => name === 'escape')?.value === '`' ? '`' : '\\';
  const comments: Comment[] = [];
  const lines: LogicalLine[] = [];
  const masks: Span[] = bom ? [{ start: 0, end: 1 }] : [];

  let at = directives.at(-1)?.end ?? bom;
  if (directives.length > 0) at = lineBreak(text, at) + 1;
  while (at < text.length) {
    const first = skipBlanks(text, at);
    const firstBreak = lineBreak(text, first);
    if (first >= firstBreak || isLineEnd(text, first)) {
      at = firstBreak + 1;
      continue;
    }
    if (text.charCodeAt(first) === HASH) {
      comments.push(readComment(text, first, firstBreak));
      at = firstBreak + 1;
      continue;
    }
    const line = readLogicalLine(text, first, escape);
    for (const drop of line.drops) masks.push(drop);
    for (const comment of line.comments) comments.push(comment);
    for (const heredoc of line.heredocs) masks.push(heredoc);
    lines.push(line);
    at = lineBreak(text, line.end) + 1;
  }
  return { escape, directives, comments, lines, masks };
}

function readDirectives(text: string, bom: number): Directive[] {
  const found: Directive[] = [];
  for (let at = bom; at < text.length; ) {
    const end = lineBreak(text, at);
    const line = text.slice(at, end);
    const match = line.length < 1000 ? DIRECTIVE.exec(line) : null;
    const name = match?.[1]?.toLowerCase() ?? '';
    if (!match || !KNOWN_DIRECTIVES.has(name) || found.some((directive) => directive.name === name)) break;
    const value = match[2]!;
    const valueStart = at + line.indexOf(value, line.indexOf('='));
    const valueSpan = { start: valueStart, end: valueStart + value.length };
    found.push({ start: at + line.indexOf('#'), end: valueSpan.end, name, value, valueSpan });
    at = end + 1;
  }
  return found;
}

/** Reads from an instruction's first character to the end of its last continued line. */
function readLogicalLine(text: string, start: number, escape: string): LogicalLine {
  const drops: Drop[] = [];
  const comments: Comment[] = [];
  let ownEnd = start;
  let unfinished = false;
  for (let at = start; ; ) {
    const newline = lineBreak(text, at);
    const first = skipBlanks(text, at);
    if (at !== start && text.charCodeAt(first) === HASH && first < newline) {
      comments.push(readComment(text, first, newline));
      drops.push({ kind: 'comment', start: at, end: Math.min(newline + 1, text.length) });
    } else if (at !== start && (first >= newline || isLineEnd(text, first))) {
      drops.push({ kind: 'blank', start: at, end: Math.min(newline + 1, text.length) });
    } else {
      const last = trimEnd(text, at, newline);
      const continued = last > at && text[last - 1] === escape && (last - 1 === at || text[last - 2] !== escape);
      ownEnd = continued ? trimEnd(text, at, last - 1) : last;
      if (!continued) break;
      drops.push({ kind: 'continuation', start: last - 1, end: Math.min(newline + 1, text.length) });
    }
    if (newline >= text.length) {
      unfinished = true;
      break;
    }
    at = newline + 1;
  }
  // Comment and blank lines behind the last escape character belong to the instruction only while it goes on.
  const heredocs = readHeredocs(text, { start, ownEnd, drops }, escape);
  const end = heredocs.length === 0 ? ownEnd : heredocs.at(-1)!.end;
  return { start, end, ownEnd, drops, comments, heredocs, unfinished };
}

/** An instruction's own lines. */
type OwnLines = Pick<LogicalLine, 'start' | 'ownEnd' | 'drops'>;

const NO_HEREDOCS: readonly Heredoc[] = [];

/** Finds the heredocs of RUN, COPY and ADD (also behind ONBUILD) and their bodies, which follow the instruction's own lines. */
function readHeredocs(text: string, line: OwnLines, escape: string): readonly Heredoc[] {
  const hint = text.indexOf('<<', line.start);
  if (hint === -1 || hint >= line.ownEnd) return NO_HEREDOCS;
  const masked =
    line.drops.length === 0
      ? text.slice(line.start, line.ownEnd)
      : mask(
          text.slice(line.start, line.ownEnd),
          line.drops.map(({ start, end }) => ({ start: start - line.start, end: end - line.start })),
        );
  const keyword = TAKES_HEREDOC.exec(masked);
  if (!keyword) return NO_HEREDOCS;
  const argumentsStart = flagsEnd(masked, keyword[0].length, masked.length);
  if (isJsonStrings(masked.slice(argumentsStart).replaceAll(DROPPED, ''))) return NO_HEREDOCS;

  const found: Heredoc[] = [];
  let at = lineBreak(text, line.ownEnd) + 1;
  for (const word of splitRaw(masked)) {
    const match = HEREDOC.exec(masked.slice(word.start, word.end).replaceAll(DROPPED, ''));
    if (!match) continue;
    const delimiter = unquoteRaw(match[3]!, escape);
    if (!delimiter?.value) continue;
    const chomp = match[2] === '-';
    const body = findBody(text, at, delimiter.value, chomp);
    found.push({
      start: body.start,
      end: body.end,
      operator: { start: line.start + word.start, end: line.start + word.end },
      name: delimiter.value,
      fd: match[1] ? Number(match[1]) : undefined,
      chomp,
      expand: !delimiter.quoted,
      body: body.body,
      terminator: body.terminator,
    });
    at = body.terminator ? lineBreak(text, body.end) + 1 : text.length;
  }
  return found;
}

function findBody(
  text: string,
  from: number,
  name: string,
  chomp: boolean,
): Pick<Heredoc, 'start' | 'end' | 'body' | 'terminator'> {
  const start = Math.min(from, text.length);
  for (let at = start; at < text.length; ) {
    const newline = lineBreak(text, at);
    let first = at;
    if (chomp) while (text[first] === '\t') first++;
    let last = newline;
    while (last > first && text[last - 1] === '\r') last--;
    if (last - first === name.length && text.startsWith(name, first)) {
      return { start, end: last, body: { start, end: at }, terminator: { start: first, end: last } };
    }
    at = newline + 1;
  }
  return { start, end: text.length, body: { start, end: text.length }, terminator: undefined };
}

function readComment(text: string, start: number, newline: number): Comment {
  const end = trimEnd(text, start, newline);
  return { start, end, text: text.slice(start + 1, end).trim() };
}

/** The text, equally long, with some places of it overwritten by `DROPPED`. */
export function mask(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(at, start), DROPPED.repeat(Math.max(0, Math.min(end, text.length) - start)));
    at = Math.max(at, end);
  }
  parts.push(text.slice(at));
  return parts.join('').slice(0, text.length);
}

/** Blanks that the builder takes off a line's start, besides spaces and tabs: those of Unicode. */
const RARE_BLANK = /[\v\f\u0085\p{Zs}\u2028\u2029]/u;

/** Offset of the LF that ends the line at `from`, or the text's end. */
function lineBreak(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found === -1 ? text.length : found;
}

function skipBlanks(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9) continue;
    if ((code > 32 && code < 128) || code === 10 || code === 13 || !(at < text.length) || !RARE_BLANK.test(text[at]!))
      return at;
  }
}

function isLineEnd(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === 10 || (code === 13 && (at + 1 >= text.length || text.charCodeAt(at + 1) === 10));
}

function trimEnd(text: string, from: number, to: number): number {
  for (let end = to; end > from; end--) {
    const code = text.charCodeAt(end - 1);
    if (code !== 32 && code !== 9 && code !== 13) return end;
  }
  return Math.min(from, to);
}
