import type { Word as BashWord, Command, WordPart } from 'unbash';
import { BACKSLASH, BACKTICK, DOLLAR, DOUBLE_QUOTE, NEWLINE, SINGLE_QUOTE } from '../../text/character-codes';
import type { Span } from '../../text/span';
import type { ShellWord } from './shell-command';

/** Where an unbash node stands in the document: its positions are added to `base`, which otherwise is the one span for all. */
export function toSpan(pos: number, end: number, base: number | Span): Span {
  return typeof base === 'number' ? { start: base + pos, end: base + end } : { start: base.start, end: base.end };
}

/** The end of a node: one whose last word has the line continuation right behind it, `curl\`, ends where the word does. */
export function endOf(node: { readonly end: number }, written: string | undefined): number {
  return written !== undefined && isContinued(written, written.length) ? node.end - 2 : node.end;
}

/** Whether a line continuation ends at an offset. */
export function isContinued(text: string, end: number): boolean {
  return end >= 2 && text.charCodeAt(end - 1) === NEWLINE && text.charCodeAt(end - 2) === BACKSLASH;
}

const LESS = 60;
const GREATER = 62;
const BRACE = 123;

/** Whether a word is what it says: nothing is quoted, escaped or expanded in it, and nothing else runs for it. */
export function isPlain(written: string): boolean {
  for (let at = 0; at < written.length; at++) {
    switch (written.charCodeAt(at)) {
      case DOUBLE_QUOTE:
      case DOLLAR:
      case SINGLE_QUOTE:
      case LESS:
      case GREATER:
      case BACKSLASH:
      case BACKTICK:
      case BRACE:
        return false;
    }
  }
  return true;
}

export const NO_VARIABLES: readonly string[] = [];

/** A word that is what it says. */
export function plainWord({ text, pos, end }: BashWord, base: number | Span): ShellWord {
  const exact = typeof base === 'number';
  return {
    start: exact ? base + pos : base.start,
    end: exact ? base + end : base.end,
    text,
    value: text,
    literal: true,
    variables: NO_VARIABLES,
  };
}

const SPECIAL = /[\\'"$`{]/;

/** A word of unbash with its value as the contract of `ShellWord` has it. */
export function toShellWord(word: BashWord, base: number | Span): ShellWord {
  const written = word.text;
  if (!SPECIAL.test(written)) return plainWord(word, base);
  const { start, end } = toSpan(word.pos, endOf(word, written), base);
  const text = withoutContinuation(written);
  const reading: WordReading = { value: '', literal: true, variables: [] };
  const parts = word.parts;
  if (parts) for (const part of parts) readPart(part, reading);
  else reading.value = word.value;
  return { start, end, text, value: reading.value, literal: reading.literal, variables: reading.variables };
}

function withoutContinuation(written: string): string {
  return isContinued(written, written.length) ? written.slice(0, -2) : written;
}

/** An assignment that is an argument like any other, as in `export A=b`. */
export function assignmentWord(
  item: Extract<Command['suffix'][number], { type: 'Assignment' }>,
  base: number | Span,
): ShellWord {
  const { start, end } = toSpan(item.pos, endOf(item, item.text), base);
  const text = withoutContinuation(item.text);
  if (item.value.type !== 'Word') return { start, end, text, value: text, literal: false, variables: NO_VARIABLES };
  const { value, literal, variables } = toShellWord(item.value, base);
  return { start, end, text, value: `${item.name}${item.append ? '+' : ''}=${value}`, literal, variables };
}

interface WordReading {
  value: string;
  literal: boolean;
  readonly variables: string[];
}

function readPart(part: WordPart, into: WordReading): void {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      into.value += part.value;
      return;
    case 'DoubleQuoted':
    case 'LocaleString':
      for (const child of part.parts) readPart(child, into);
      return;
    case 'SimpleExpansion':
      into.literal = false;
      into.variables.push(part.text.slice(1));
      into.value += `\${${part.text.slice(1)}}`;
      return;
    case 'ParameterExpansion':
      into.literal = false;
      into.variables.push(part.parameter);
      into.value += part.text;
      if (part.operation?.type === 'Default')
        for (const inner of part.operation.operand.parts ?? []) collectVariables(inner, into);
      return;
    case 'CommandExpansion':
    case 'ArithmeticExpansion':
    case 'ProcessSubstitution':
      into.literal = false;
      into.value += '${…}';
      collectVariables(part, into);
      return;
    case 'BraceExpansion':
      into.literal = false;
      return;
    default:
      into.value += part.text;
  }
}

function collectVariables(part: WordPart, into: WordReading): void {
  const scratch: WordReading = { value: '', literal: true, variables: into.variables };
  if (part.type === 'ArithmeticExpansion' || part.type === 'CommandExpansion' || part.type === 'ProcessSubstitution') {
    for (const match of part.text.matchAll(/\$\{?([A-Za-z_][A-Za-z0-9_]*)/g)) into.variables.push(match[1]!);
  } else readPart(part, scratch);
}
