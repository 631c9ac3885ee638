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

/** The words that are no flags and no values of `valued` flags. */
export function positionals(words: readonly ShellWord[], valued = ''): ShellWord[] {
  const flags = valued.split(' ');
  return words.filter(
    ({ value }, index) => !/^-(?!$)/.test(value) && !(index > 0 && flags.includes(words[index - 1]!.value)),
  );
}

/** The values of options: the next word, what stands behind `=`, or behind a cluster of one-letter flags (`-sSu x`). */
export function optionValues(
  words: readonly ShellWord[],
  options: string | undefined,
  onlyEquals = false,
): { readonly word: ShellWord; readonly from: number }[] {
  if (options === undefined) return [];
  const names = options.split(' ');
  const values: { word: ShellWord; from: number }[] = [];
  words.forEach((word, index) => {
    const { value } = word;
    if (!value.startsWith('-')) return;
    for (const name of names) {
      const next = words[index + 1];
      if (value === name && !onlyEquals) {
        if (next) values.push({ word: next, from: 0 });
      } else if (value.startsWith(`${name}=`)) values.push({ word, from: name.length + 1 });
      else if (
        /^-\w$/.test(name) &&
        !onlyEquals &&
        /^-[A-Za-z]{2,5}$/.test(value) &&
        value.endsWith(name[1]!) &&
        next
      ) {
        values.push({ word: next, from: 0 });
      }
    }
  });
  return values;
}

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
