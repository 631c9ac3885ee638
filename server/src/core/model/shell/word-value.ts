import type { Scope } from '../build-types';
import type { ShellWord } from './shell-command';

/** What a command receives for a word, with the variables that ENV and ARG give; undefined when the file does not tell. */
export function valueOf(word: ShellWord, scope: Scope): string | undefined {
  if (word.literal) return word.value;
  if (!word.value.includes('${')) return undefined;
  let known = true;
  const value = word.value.replace(/\$\{([A-Za-z_]\w*)\}/g, (whole, name: string) => {
    const found = scope.lookup(name)?.value;
    if (found === undefined) known = false;
    return found ?? whole;
  });
  return known && !value.includes('${') ? value : undefined;
}
