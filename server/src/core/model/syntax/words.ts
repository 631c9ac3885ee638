import { BACKSLASH, BACKTICK, DOLLAR, DOUBLE_QUOTE, SINGLE_QUOTE } from '../../text/character-codes';
import type { Span } from '../../text/span';
import type { Flag, Reference, Word } from './instruction';

const DROPPED_CODE = 0xe000;

/** Whether a character code is one of the blanks that separate words to BuildKit. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 11 || code === 12 || code === 10;
}

/** Whether a text is a JSON array of strings: what makes the exec form. */
export function isJsonStrings(text: string): boolean {
  return readJsonStrings(text) !== undefined;
}

/** The strings of a JSON array of strings, or undefined when the text is anything else. */
export function readJsonStrings(text: string): string[] | undefined {
  const trimmed = text.trim();
  if (trimmed[0] !== '[' || trimmed.at(-1) !== ']') return undefined;
  try {
    const value: unknown = JSON.parse(trimmed);
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Splits a masked line at blanks, quotes kept, as BuildKit does to look for heredocs; nothing when a quote stays open. */
export function splitRaw(masked: string): Span[] {
  const words: Span[] = [];
  let start = -1;
  for (let at = 0; at < masked.length; at++) {
    const code = masked.charCodeAt(at);
    if (isBlank(code)) {
      if (start === -1) continue;
      // The delimiter of a heredoc may stand apart from its operator.
      const next =
        masked[at - 1] === '<' && masked[at - 2] === '<' ? skipToWord(masked, at, masked.length) : masked.length;
      if (next < masked.length) at = next - 1;
      else {
        words.push({ start, end: at });
        start = -1;
      }
      continue;
    }
    if (start === -1 && code !== DROPPED_CODE) start = at;
    if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) {
      const close = closingQuote(masked, at, masked.length, '\\');
      if (close === -1) return [];
      at = close;
    } else if (code === BACKSLASH) at++;
    else if (code === DOLLAR && masked[at + 1] === '{') {
      const close = masked.indexOf('}', at);
      if (close !== -1) at = close;
    }
  }
  if (start !== -1) words.push({ start, end: masked.length });
  return words;
}

/** A heredoc delimiter without its quotes; undefined when it is not one word. */
export function unquoteRaw(text: string, escape: string): { value: string; quoted: boolean } | undefined {
  const words = splitRaw(text);
  if (words.length !== 1) return undefined;
  const { value } = readWord(text, words[0]!, escape === '`' ? '\\' : escape);
  // An escaped delimiter (`<<\\EOF`) counts as unquoted to the builder, unlike to a shell.
  return { value, quoted: /['"]/.test(text) };
}

/** Offset of the quote that closes the one at `at`, or -1. Inside double quotes the escape character hides a quote. */
export function closingQuote(text: string, at: number, end: number, escape: string): number {
  const quote = text.charCodeAt(at);
  const escapeCode = quote === DOUBLE_QUOTE ? escape.charCodeAt(0) : -1;
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) return i;
    if (code === escapeCode) i++;
  }
  return -1;
}

/** Where the `--flags` of an instruction end and its first argument starts. */
export function flagsEnd(masked: string, start: number, end: number): number {
  return readFlags(masked, start, end).rest;
}

const NO_FLAGS: readonly Flag[] = [];

/** Reads the `--name=value` words in front of an instruction's arguments, quotes and escapes as BuildKit takes them. */
export function readFlags(masked: string, start: number, end: number): { flags: readonly Flag[]; rest: number } {
  let flags = NO_FLAGS as Flag[];
  let at = start;
  for (;;) {
    at = skipToWord(masked, at, end);
    if (!masked.startsWith('--', at) || at + 1 >= end) return { flags, rest: at };
    const wordEnd = findWordEnd(masked, at, end, '\\');
    if (wordEnd - at === 2) return { flags, rest: skipToWord(masked, wordEnd, end) };
    const equals = masked.indexOf('=', at);
    const nameEnd = equals === -1 || equals >= wordEnd ? wordEnd : equals;
    if (flags === NO_FLAGS) flags = [];
    flags.push({
      start: at,
      end: wordEnd,
      name: withoutDropped(masked.slice(at + 2, nameEnd)).toLowerCase(),
      nameSpan: { start: at + 2, end: nameEnd },
      value: nameEnd < wordEnd ? readWord(masked, { start: nameEnd + 1, end: wordEnd }, '\\') : undefined,
    });
    at = wordEnd;
  }
}

function skipToWord(masked: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = masked.charCodeAt(at);
    if (!isBlank(code) && code !== DROPPED_CODE) return at;
  }
  return Math.max(from, end);
}

/**
 * How arguments are cut into words: `quotes`: at blanks outside quotes (ENV, LABEL, ARG); `blanks`: at every blank, since BuildKit
 * takes quotes off only afterwards (FROM, COPY, EXPOSE…); `whole`: not at all (USER, WORKDIR…).
 */
export type Splitting = 'quotes' | 'blanks' | 'whole';

/** Cuts arguments into words. An open quote runs to the end, as in BuildKit. */
export function readWords(
  masked: string,
  { start, end }: Span,
  escape: string,
  splitting: Splitting = 'quotes',
): Word[] {
  const words: Word[] = [];
  for (let at = skipToWord(masked, start, end); at < end; ) {
    const wordEnd = splitting === 'whole' ? end : findWordEnd(masked, at, end, escape, splitting === 'quotes');
    words.push(readWord(masked, { start: at, end: wordEnd }, escape));
    at = skipToWord(masked, wordEnd, end);
  }
  return words;
}

function findWordEnd(masked: string, start: number, end: number, escape: string, quotes = true): number {
  let at = start;
  const escapeCode = escape.charCodeAt(0);
  for (let code = masked.charCodeAt(at); at < end && !isBlank(code); code = masked.charCodeAt(at)) {
    if (quotes && (code === SINGLE_QUOTE || code === DOUBLE_QUOTE)) {
      const close = closingQuote(masked, at, end, escape);
      at = close === -1 ? end : close + 1;
    } else if (quotes && code === escapeCode) at += 2;
    else at++;
  }
  at = Math.min(at, end);
  while (at > start && masked.charCodeAt(at - 1) === DROPPED_CODE) at--;
  return at;
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*|[0-9]+|[@*#?!$-]/y;

/** Whether nothing in a span is a quote, an escape character, a dollar sign or dropped. */
function isPlain(masked: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    const code = masked.charCodeAt(at);
    if (
      code === BACKSLASH ||
      code === DOLLAR ||
      code === DOUBLE_QUOTE ||
      code === SINGLE_QUOTE ||
      code === BACKTICK ||
      code === DROPPED_CODE
    )
      return false;
  }
  return true;
}

export const NO_REFERENCES: readonly Reference[] = [];

/** One word: its value with quotes and escapes resolved, and the references that the builder would expand. */
export function readWord(masked: string, span: Span, escape: string): Word {
  const { start, end } = span;
  const raw = masked.slice(start, end);
  if (isPlain(masked, span)) return { start, end, text: raw, value: raw, quoted: false, references: NO_REFERENCES };
  const escapeCode = escape.charCodeAt(0);
  let references = NO_REFERENCES as Reference[];
  let value = '';
  let quoted = false;
  let inDouble = false;
  /** Where the characters start that are taken as they are. */
  let from = start;
  for (let at = start; at < end; at++) {
    const code = masked.charCodeAt(at);
    if (code === DROPPED_CODE) {
      value += masked.slice(from, at);
      from = at + 1;
    } else if (code === SINGLE_QUOTE && !inDouble) {
      const close = closingQuote(masked, at, end, escape);
      value += masked.slice(from, at) + masked.slice(at + 1, close === -1 ? end : close);
      at = close === -1 ? end : close;
      from = at + 1;
      quoted = true;
    } else if (code === DOUBLE_QUOTE) {
      value += masked.slice(from, at);
      from = at + 1;
      inDouble = !inDouble;
      quoted = true;
    } else if (code === escapeCode) {
      value += masked.slice(from, at);
      from = at + 1;
      // At the word's end there is nothing to escape, and BuildKit drops it.
      if (from >= end) break;
      const next = masked.charCodeAt(from);
      // Inside double quotes only a quote, a dollar sign and the escape character itself can be escaped.
      if (inDouble && next !== DOUBLE_QUOTE && next !== DOLLAR && next !== escapeCode) value += escape;
      at++;
    } else if (code === DOLLAR) {
      value += masked.slice(from, at);
      from = at;
      const reference = readReference(masked, at, end, value.length);
      if (!reference) continue;
      if (references === NO_REFERENCES) references = [];
      references.push(reference);
      at = reference.end - 1;
    }
  }
  if (from < end) value += masked.slice(from, end);
  return { start, end, text: withoutDropped(raw), value: withoutDropped(value), quoted, references };
}

function withoutDropped(text: string): string {
  return text.includes('\uE000') ? text.replaceAll('\uE000', '') : text;
}

/** The references in a text in which quotes mean nothing: the body of a here-document. Their `at` counts from the span's start. */
export function readReferences(text: string, { start, end }: Span, escape: string): Reference[] {
  const references: Reference[] = [];
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (char === escape) at++;
    else if (char === '$') {
      const reference = readReference(text, at, end, at - start);
      if (!reference) continue;
      references.push(reference);
      at = reference.end - 1;
    }
  }
  return references;
}

/** A reference whose brace closes later than this counts as never closed: nobody writes one, and looking must stay cheap. */
const LONGEST_REFERENCE = 2048;

const OPERATOR = /:[-+?=]|##|%%|\/\/|[-+?=#%/]/y;

/** Reads `$NAME` or `${NAME…}` at a dollar sign; undefined when it is only a dollar sign. */
function readReference(text: string, start: number, end: number, at: number): Reference | undefined {
  const braced = text[start + 1] === '{';
  const nameStart = start + (braced ? 2 : 1);
  NAME.lastIndex = nameStart;
  const name = NAME.exec(text)?.[0];
  if (name === undefined || nameStart + name.length > end) return undefined;
  const nameEnd = nameStart + name.length;
  if (!braced || text[nameEnd] === '}') {
    const close = braced ? nameEnd + 1 : nameEnd;
    return { start, end: close, text: text.slice(start, close), at, name, operator: undefined, operand: undefined };
  }
  const close = closingBrace(text, nameEnd, Math.min(end, nameEnd + LONGEST_REFERENCE));
  if (close === -1) return undefined;
  OPERATOR.lastIndex = nameEnd;
  const operator = OPERATOR.exec(text)?.[0];
  if (operator === undefined) return undefined;
  const operand = text.slice(nameEnd + operator.length, close);
  return { start, end: close + 1, text: text.slice(start, close + 1), at, name, operator, operand };
}

function closingBrace(text: string, from: number, end: number): number {
  let depth = 1;
  for (let at = from; at < end; at++) {
    if (text[at] === '{' && text[at - 1] === '$') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}
