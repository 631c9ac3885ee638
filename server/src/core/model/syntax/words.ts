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
    const char = masked[at]!;
    if (isBlank(masked.charCodeAt(at))) {
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
    if (start === -1 && char.charCodeAt(0) !== DROPPED_CODE) start = at;
    if (char === "'" || char === '"') {
      const close = closingQuote(masked, at, masked.length, '\\');
      if (close === -1) return [];
      at = close;
    } else if (char === '\\') at++;
    else if (char === '$' && masked[at + 1] === '{') {
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
function closingQuote(text: string, at: number, end: number, escape: string): number {
  const quote = text[at];
  for (let i = at + 1; i < end; i++) {
    if (text[i] === quote) return i;
    if (quote === '"' && text[i] === escape) i++;
  }
  return -1;
}

/** Where the `--flags` of an instruction end and its first argument starts. */
export function flagsEnd(masked: string, start: number, end: number): number {
  return readFlags(masked, start, end).rest;
}

/** Reads the `--name=value` words in front of an instruction's arguments, quotes and escapes as BuildKit takes them. */
export function readFlags(masked: string, start: number, end: number): { flags: Flag[]; rest: number } {
  const flags: Flag[] = [];
  let at = start;
  for (;;) {
    at = skipToWord(masked, at, end);
    if (!masked.startsWith('--', at) || at + 1 >= end) return { flags, rest: at };
    const wordEnd = findWordEnd(masked, at, end, '\\');
    if (wordEnd - at === 2) return { flags, rest: skipToWord(masked, wordEnd, end) };
    const equals = masked.indexOf('=', at);
    const nameEnd = equals === -1 || equals >= wordEnd ? wordEnd : equals;
    flags.push({
      start: at,
      end: wordEnd,
      name: masked
        .slice(at + 2, nameEnd)
        .replaceAll('\uE000', '')
        .toLowerCase(),
      nameSpan: { start: at + 2, end: nameEnd },
      ...(nameEnd < wordEnd ? { value: readWord(masked, { start: nameEnd + 1, end: wordEnd }, '\\') } : {}),
    });
    at = wordEnd;
  }
}

function skipToWord(masked: string, from: number, end: number): number {
  let at = from;
  while (at < end && (isBlank(masked.charCodeAt(at)) || masked.charCodeAt(at) === DROPPED_CODE)) at++;
  return at;
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
  while (at < end && !isBlank(masked.charCodeAt(at))) {
    const char = masked[at]!;
    if (quotes && (char === "'" || char === '"')) {
      const close = closingQuote(masked, at, end, escape);
      at = close === -1 ? end : close + 1;
    } else if (quotes && char === escape) at += 2;
    else at++;
  }
  at = Math.min(at, end);
  while (at > start && masked.charCodeAt(at - 1) === DROPPED_CODE) at--;
  return at;
}

const PLAIN = /^[^\\`'"$\uE000]*$/;
const NAME = /[A-Za-z_][A-Za-z0-9_]*|[0-9]+|[@*#?!$-]/y;

/** One word: its value with quotes and escapes resolved, and the references that the builder would expand. */
export function readWord(masked: string, span: Span, escape: string): Word {
  const raw = masked.slice(span.start, span.end);
  if (PLAIN.test(raw))
    return { start: span.start, end: span.end, text: raw, value: raw, quoted: false, references: [] };
  const references: Reference[] = [];
  let value = '';
  let quoted = false;
  let inDouble = false;
  for (let at = span.start; at < span.end; at++) {
    const char = masked[at]!;
    if (char.charCodeAt(0) === DROPPED_CODE) continue;
    if (char === "'" && !inDouble) {
      const close = closingQuote(masked, at, span.end, escape);
      const end = close === -1 ? span.end : close;
      value += masked.slice(at + 1, end);
      at = end;
      quoted = true;
    } else if (char === '"') {
      inDouble = !inDouble;
      quoted = true;
    } else if (char === escape) {
      // At the word's end there is nothing to escape, and BuildKit drops it.
      if (at + 1 >= span.end) break;
      const next = masked[at + 1]!;
      // Inside double quotes only a quote, a dollar sign and the escape character itself can be escaped.
      if (inDouble && next !== '"' && next !== '$' && next !== escape) value += char;
      value += next;
      at++;
    } else if (char === '$') {
      const reference = readReference(masked, at, span.end);
      if (reference) {
        references.push({ ...reference, at: value.length });
        value += masked.slice(at, reference.end);
        at = reference.end - 1;
      } else value += char;
    } else value += char;
  }
  return {
    start: span.start,
    end: span.end,
    text: raw.replaceAll('\uE000', ''),
    value: value.replaceAll('\uE000', ''),
    quoted,
    references,
  };
}

/** The references in a text in which quotes mean nothing: the body of a here-document. Their `at` counts from the span's start. */
export function readReferences(text: string, { start, end }: Span, escape: string): Reference[] {
  const references: Reference[] = [];
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (char === escape) at++;
    else if (char === '$') {
      const reference = readReference(text, at, end);
      if (!reference) continue;
      references.push({ ...reference, at: at - start });
      at = reference.end - 1;
    }
  }
  return references;
}

/** A reference whose brace closes later than this counts as never closed: nobody writes one, and looking must stay cheap. */
const LONGEST_REFERENCE = 2048;

const OPERATOR = /:[-+?=]|##|%%|\/\/|[-+?=#%/]/y;

/** Reads `$NAME` or `${NAME…}` at a dollar sign; undefined when it is only a dollar sign. */
function readReference(text: string, at: number, end: number): Omit<Reference, 'at'> | undefined {
  const braced = text[at + 1] === '{';
  const nameStart = at + (braced ? 2 : 1);
  NAME.lastIndex = nameStart;
  const name = NAME.exec(text)?.[0];
  if (name === undefined || nameStart + name.length > end) return undefined;
  const nameEnd = nameStart + name.length;
  if (!braced) return { start: at, end: nameEnd, text: text.slice(at, nameEnd), name };
  if (text[nameEnd] === '}') return { start: at, end: nameEnd + 1, text: text.slice(at, nameEnd + 1), name };
  const close = closingBrace(text, nameEnd, Math.min(end, nameEnd + LONGEST_REFERENCE));
  if (close === -1) return undefined;
  OPERATOR.lastIndex = nameEnd;
  const operator = OPERATOR.exec(text)?.[0];
  if (operator === undefined) return undefined;
  const operand = text.slice(nameEnd + operator.length, close);
  return { start: at, end: close + 1, text: text.slice(at, close + 1), name, operator, operand };
}

function closingBrace(text: string, from: number, end: number): number {
  let depth = 1;
  for (let at = from; at < end; at++) {
    if (text[at] === '{' && text[at - 1] === '$') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}
