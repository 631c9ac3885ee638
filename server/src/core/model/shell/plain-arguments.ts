import type { ShellWord } from './shell-command';

/** A command in hadolint's reading or in ours. */
export interface Call {
  readonly arguments: readonly ShellWord[];
}

/** Whether a word is a flag; `-` and `--` are none. */
export function isFlagWord({ value }: ShellWord): boolean {
  return value.startsWith('-') && value !== '-' && value !== '--';
}

/** Whether any argument, wherever it stands, is one of the words. */
export function hasArgument({ arguments: words }: Call, ...values: readonly string[]): boolean {
  return words.some(({ value }) => values.includes(value));
}

/** The flags of a word in hadolint's reading: the name of `--name=value`, every letter of `-abc`. */
function flagsOf(word: ShellWord): readonly string[] {
  if (!isFlagWord(word)) return [];
  const { value } = word;
  return value.startsWith('--') ? [value.slice(2).split('=', 1)[0]!] : [...value.slice(1)];
}

/** Whether a flag is there, by its name without dashes. */
export function hasFlag({ arguments: words }: Call, ...names: readonly string[]): boolean {
  return words.some((word) => flagsOf(word).some((flag) => names.includes(flag)));
}

/** The arguments that are neither flags nor, for the flags named without dashes, the words behind them. */
export function readPositionals({ arguments: words }: Call, valueFlags: readonly string[] = []): readonly ShellWord[] {
  return words.filter((word, index) => {
    if (isFlagWord(word)) return false;
    const before = words[index - 1];
    if (!before || before.value.includes('=')) return true;
    return !flagsOf(before).some((flag) => valueFlags.includes(flag));
  });
}
