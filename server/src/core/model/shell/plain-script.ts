import type { Span } from '../../text/span';
import type { Separator, ShellWord } from './shell-command';
import { NO_VARIABLES } from './shell-words';

/** A command of plain words, and what stands between it and the one before. */
export interface PlainLine {
  readonly words: readonly ShellWord[];
  readonly before: Separator | undefined;
  readonly separator: Span | undefined;
}

const BLANK = 1;
const WORD = 2;
const JOINER = 3;
const CONTINUES = 4;

/** What a character is in a plain script; 0 where it may be anything else. */
const KIND = new Uint8Array(128);
for (const [kind, characters] of [
  [BLANK, ' \t'],
  [WORD, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:=@%+,-*?'],
  [JOINER, '&;'],
  [CONTINUES, '\\'],
] as const) {
  for (const character of characters) KIND[character.charCodeAt(0)] = kind;
}

/** First words of commands that the shell reads otherwise than a command with its arguments. */
const NOT_PLAIN: ReadonlySet<string> = new Set(
  (
    'if then else elif fi do done for while until in case esac function select coproc time ' +
    'local alias export declare typeset readonly eval let'
  ).split(' '),
);

/**
 * Reads a script of nothing but plain words joined by `&&` and `;`, as most are: no quote, no variable, no redirection, nothing that
 * nests. Undefined for any other, which takes a parser.
 */
export function readPlainScript(text: string, base: number): readonly PlainLine[] | undefined {
  if (!hasPlainCharacters(text)) return undefined;
  const lines: PlainLine[] = [];
  let words: ShellWord[] = [];
  let before: Separator | undefined;
  let separator: Span | undefined;
  for (let at = 0; at < text.length; ) {
    switch (KIND[text.charCodeAt(at)]) {
      case WORD: {
        const start = at;
        at = wordEnd(text, start);
        // A continuation in the middle of a word.
        if (text[at] === '\\') return undefined;
        const word = text.slice(start, at);
        if (words.length === 0 && (NOT_PLAIN.has(word) || word.includes('='))) return undefined;
        words.push({
          start: base + start,
          end: base + at,
          text: word,
          value: word,
          literal: true,
          variables: NO_VARIABLES,
        });
        break;
      }
      case JOINER: {
        const joiner = text.startsWith('&&', at) ? '&&' : text[at] === ';' ? ';' : undefined;
        if (joiner === undefined || words.length === 0) return undefined;
        lines.push({ words, before, separator });
        words = [];
        before = joiner;
        separator = { start: base + at, end: base + at + joiner.length };
        at += joiner.length;
        break;
      }
      case CONTINUES:
        at += 2;
        break;
      default:
        at++;
    }
  }
  if (words.length === 0) return undefined;
  lines.push({ words, before, separator });
  return lines;
}

function hasPlainCharacters(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? KIND[code] : 0;
    if (kind === 0) return false;
    if (kind !== CONTINUES) continue;
    at++;
    if (text[at] !== '\n') return false;
  }
  return true;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && KIND[text.charCodeAt(at)] === WORD) at++;
  return at;
}
