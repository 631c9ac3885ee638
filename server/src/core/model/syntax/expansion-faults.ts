import type { Build } from '../build-types';
import type { Instruction, Word } from './instruction';

/** Why the builder cannot expand a text, and where in the text. */
export interface ExpansionFault {
  readonly kind: 'quote' | 'substitution';
  readonly start: number;
  readonly end: number;
}

/** A text that the builder expands; `raw`: quotes in it are ordinary characters, as in the body of a heredoc. */
interface Lexed {
  readonly text: string;
  readonly escape: string;
  readonly raw: boolean;
}

/** Substitutions inside substitutions deeper than this are not looked at. */
const MAX_NESTING = 32;

/**
 * The first place at which the builder gives up to expand a text: a quote that is never closed, or a `${…}` with something in it that
 * the builder does not know, which is more than most shells know (`${A^}`, `${A:0:1}`).
 */
export function findExpansionFault(text: string, escape: string, raw = false): ExpansionFault | undefined {
  if (!/['"$]/.test(text)) return undefined;
  const result = readUntil({ text, escape, raw }, 0, '', 0);
  return typeof result === 'number' ? undefined : result;
}

/** Reads up to an unquoted `stop` (or to the end) and returns its offset, or what is wrong before. */
function readUntil(lexed: Lexed, from: number, stop: string, depth: number): number | ExpansionFault {
  const { text, escape, raw } = lexed;
  let at = from;
  while (at < text.length) {
    const char = text[at]!;
    if (stop !== '' && char === stop) return at;
    if (char === "'" && !raw) {
      const close = text.indexOf("'", at + 1);
      if (close === -1) return { kind: 'quote', start: at, end: text.length };
      at = close + 1;
    } else if (char === '"' && !raw) {
      const close = readDoubleQuoted(lexed, at, depth);
      if (typeof close !== 'number') return close;
      at = close;
    } else if (char === escape) at += 2;
    else if (char === '$') {
      const next = readDollar(lexed, at, depth);
      if (typeof next !== 'number') return next;
      at = next;
    } else at++;
  }
  return at;
}

function readDoubleQuoted(lexed: Lexed, open: number, depth: number): number | ExpansionFault {
  const { text, escape } = lexed;
  for (let at = open + 1; at < text.length; ) {
    const char = text[at]!;
    if (char === '"') return at + 1;
    if (char === '$') {
      const next = readDollar(lexed, at, depth);
      if (typeof next !== 'number') return next;
      at = next;
    } else at += char === escape && at + 1 < text.length ? 2 : 1;
  }
  return { kind: 'quote', start: open, end: text.length };
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*|[0-9]+|[@*#?!$-]/y;

/** Reads a `$NAME` or `${NAME…}` and returns the offset behind it. */
function readDollar(lexed: Lexed, dollar: number, depth: number): number | ExpansionFault {
  const { text } = lexed;
  if (depth > MAX_NESTING) return text.length;
  if (text[dollar + 1] !== '{') return dollar + 1;
  const close = text.indexOf('}', dollar);
  const fault: ExpansionFault = { kind: 'substitution', start: dollar, end: close === -1 ? text.length : close + 1 };
  NAME.lastIndex = dollar + 2;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return fault;
  let at = dollar + 2 + name.length;
  const colon = text[at] === ':';
  if (colon) at++;
  switch (text[at]) {
    case '}':
      return colon ? fault : at + 1;
    case '+':
    case '-':
    case '?':
      return closed(lexed, at + 1, fault, depth);
    case '#':
    case '%':
      return colon ? fault : closed(lexed, at + 1, fault, depth);
    case '/': {
      if (colon) return fault;
      const slash = readUntil(lexed, at + (text[at + 1] === '/' ? 2 : 1), '/', depth + 1);
      return typeof slash === 'number' && slash < text.length ? closed(lexed, slash + 1, fault, depth) : fault;
    }
    default:
      return fault;
  }
}

/** What stands behind a substitution's operator, up to its closing brace. */
function closed(lexed: Lexed, from: number, fault: ExpansionFault, depth: number): number | ExpansionFault {
  const brace = readUntil(lexed, from, '}', depth + 1);
  if (depth >= MAX_NESTING) return lexed.text.length;
  return typeof brace === 'number' && brace < lexed.text.length ? brace + 1 : fault;
}

/** Flags whose values the builder expands. */
const EXPANDED_FLAGS: ReadonlySet<string> = new Set(['checksum', 'chmod', 'chown', 'from', 'platform']);

/** A fault with the word that has it, and the word's text as the builder lexes it. */
export interface WordFault {
  readonly word: Word;
  readonly text: string;
  readonly fault: ExpansionFault;
}

/**
 * The first word of an instruction that the builder cannot expand. It sees words with their quotes, but for the strings of a JSON
 * array and the values of flags, whose outer quotes are gone.
 */
export function firstWordFault(instruction: Instruction, escape: string): WordFault | undefined {
  let found: WordFault | undefined;
  switch (instruction.keyword) {
    case 'ARG':
    case 'ENV':
    case 'LABEL':
      for (const { name, value } of instruction.pairs) {
        // The name of an ARG without a value is taken as it is.
        if (value || instruction.keyword !== 'ARG') found = faultOf(name, name.text, escape);
        if (!found && value) found = faultOf(value, value.text, escape);
        if (found) return found;
      }
      return undefined;
    case 'FROM':
      found = faultOf(instruction.imageWord, instruction.imageWord.text, escape);
      break;
    case 'ADD':
    case 'COPY':
    case 'EXPOSE':
    case 'STOPSIGNAL':
    case 'USER':
    case 'VOLUME':
    case 'WORKDIR':
      for (const word of instruction.words) {
        if (
          instruction.heredocs.length > 0 &&
          instruction.heredocs.some(({ operator }) => operator.start === word.start)
        )
          continue;
        found = faultOf(word, instruction.json ? word.value : word.text, escape);
        if (found) return found;
      }
      break;
    case 'RUN':
      for (const { options } of instruction.mounts) {
        for (const { value, valueSpan } of options) {
          if (value === undefined || !valueSpan || !value.includes('$')) continue;
          found = faultOf({ ...valueSpan, text: value, value, quoted: false, references: [] }, value, escape);
          if (found) return found;
        }
      }
      return undefined;
    default:
      return undefined;
  }
  for (const { name, value } of instruction.flags) {
    if (!found && value && EXPANDED_FLAGS.has(name)) found = faultOf(value, value.value, escape);
  }
  return found;
}

function faultOf(word: Word, text: string, escape: string): WordFault | undefined {
  if (isPlain(word, text, escape)) return undefined;
  const fault = findExpansionFault(text, escape);
  return fault && { word, text, fault };
}

/** Most words need no closer look: they have neither quotes nor variables, or are one quoted text. */
function isPlain({ quoted, value }: Word, text: string, escape: string): boolean {
  if (text.includes('$')) return false;
  // With an escaped quote the value is another.
  if (!quoted && text === value) return true;
  const quote = text.indexOf('"');
  if (quote === -1) return !text.includes("'");
  return quote === 0 && text.indexOf('"', 1) === text.length - 1 && text.length > 1 && !text.includes(escape);
}

/** Where a fault in a word's text lies in the document: exactly where the word is written in one piece, else the whole word. */
export function faultSpan(word: Word, text: string, { start, end }: ExpansionFault, { source }: Build) {
  const written = source.text.slice(word.start, word.end);
  if (written !== text) return { start: word.start, end: word.end };
  return { start: word.start + start, end: word.start + end };
}
