import type { ShellWord } from './shell-command';

/** A command in hadolint's reading or in ours. */
export interface Call {
  readonly arguments: readonly ShellWord[];
}

/** Whether a word is a flag; `-` and `--` are none. */
export function isFlagWord({ value }: ShellWord): boolean {
  return value[0] === '-' && value !== '-' && value !== '--';
}

/** Whether any argument, wherever it stands, is one of the words. */
export function hasArgument({ arguments: words }: Call, ...values: readonly string[]): boolean {
  for (const { value } of words) if (values.includes(value)) return true;
  return false;
}

/** Whether a word gives one of some flags, in hadolint's reading: the name of `--name=value`, every letter of `-abc`. */
function givesFlag(word: ShellWord, names: readonly string[]): boolean {
  if (!isFlagWord(word)) return false;
  const { value } = word;
  const isLong = value.startsWith('--');
  for (const name of names) {
    if (isLong) {
      const end = name.length + 2;
      if (value.startsWith(name, 2) && (value.length === end || value[end] === '=')) return true;
    } else if (name.length === 1 && value.includes(name, 1)) return true;
  }
  return false;
}

/** Whether a flag is there, by its name without dashes. */
export function hasFlag({ arguments: words }: Call, ...names: readonly string[]): boolean {
  for (const word of words) if (givesFlag(word, names)) return true;
  return false;
}

/** The arguments that are neither flags nor, for the flags named without dashes, the words behind them. */
export function readPositionals({ arguments: words }: Call, valueFlags: readonly string[] = []): readonly ShellWord[] {
  return words.filter((_, index) => isPositional(words, index, valueFlags));
}

/** The first of them: mostly the sub-command. */
export function firstPositional({ arguments: words }: Call, valueFlags: readonly string[]): ShellWord | undefined {
  for (let index = 0; index < words.length; index++) {
    if (isPositional(words, index, valueFlags)) return words[index];
  }
  return undefined;
}

function isPositional(words: readonly ShellWord[], index: number, valueFlags: readonly string[]): boolean {
  if (isFlagWord(words[index]!)) return false;
  const before = words[index - 1];
  return !before || before.value.includes('=') || !givesFlag(before, valueFlags);
}
