import { remembered } from '../../text/remembered';
import type { Span } from '../../text/span';
import type { ShellWord } from './shell-command';

/** The words behind the verbs of a row; undefined when the verbs are not there. */
export function behindVerbs(words: readonly ShellWord[], verbs: string | undefined): readonly ShellWord[] | undefined {
  if (verbs === undefined) return words;
  let at = 0;
  for (const verb of verbs.split(' ')) {
    const next = words.findIndex(({ value }, index) => index >= at && value === verb);
    // Only flags, their values and the words of a longer command may stand before the first verb.
    if (next === -1 || (at > 0 && words.slice(at, next).some(({ value }) => !value.startsWith('-')))) return undefined;
    at = next + 1;
  }
  return words.slice(at);
}

/** Lists of flags are few, and each is asked for with every command. */
const listOf = remembered((list): readonly string[] => list.split(' '));

/** The words that are no flags and no values of `valued` flags. */
export function positionals(words: readonly ShellWord[], valued = ''): ShellWord[] {
  const flags = listOf(valued);
  const found: ShellWord[] = [];
  let before: string | undefined;
  for (const word of words) {
    const { value } = word;
    const isFlag = value.length > 1 && value.charCodeAt(0) === DASH;
    if (!isFlag && !(before !== undefined && flags.includes(before))) found.push(word);
    before = value;
  }
  return found;
}

const DASH = 45;
const EQUALS = 61;
const CLUSTER = /^-[A-Za-z]{2,5}$/;
const NONE: readonly { readonly word: ShellWord; readonly from: number }[] = [];

/** The values of options: the next word, what stands behind `=`, or behind a cluster of one-letter flags (`-sSu x`). */
export function optionValues(
  words: readonly ShellWord[],
  options: string | undefined,
  onlyEquals = false,
): readonly { readonly word: ShellWord; readonly from: number }[] {
  if (options === undefined) return NONE;
  const names = listOf(options);
  let values: { word: ShellWord; from: number }[] | undefined;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const { value } = word;
    if (value.charCodeAt(0) !== DASH) continue;
    const next = words[index + 1];
    for (const name of names) {
      if (value.length > name.length) {
        if (value.charCodeAt(name.length) === EQUALS && value.startsWith(name)) {
          values ??= [];
          values.push({ word, from: name.length + 1 });
        } else if (
          !onlyEquals &&
          next &&
          name.length === 2 &&
          value.charCodeAt(value.length - 1) === name.charCodeAt(1) &&
          LETTER_FLAG.test(name) &&
          CLUSTER.test(value)
        ) {
          values ??= [];
          values.push({ word: next, from: 0 });
        }
      } else if (!onlyEquals && next && value === name) {
        values ??= [];
        values.push({ word: next, from: 0 });
      }
    }
  }
  return values ?? NONE;
}

const LETTER_FLAG = /^-\w$/;

/** The document's span of a part of a word's value; the whole word where quoting hides the part. */
export function locate(word: ShellWord, from: number, part: string): Span {
  const length = word.end - word.start;
  // Words of the exec form carry their JSON quotes in `text` and leave them out of their span.
  const shift = word.text.length - length;
  if (shift !== 0 && shift !== 2) return { start: word.start, end: word.end };
  for (const written of [part, part.replace(/^\$\{(\w+)\}$/, '$$$1')]) {
    const at = word.text.indexOf(written, from);
    if (written !== '' && at !== -1) {
      const start = word.start + at - shift / 2;
      return { start, end: Math.min(start + written.length, word.end) };
    }
  }
  return { start: word.start, end: word.end };
}
