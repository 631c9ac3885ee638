export type Casing = 'lower' | 'upper' | 'mixed';

/** How a keyword is written; a line continuation inside it has no case. */
export function casingOf(word: string): Casing {
  if (word === word.toUpperCase()) return 'upper';
  return word === word.toLowerCase() ? 'lower' : 'mixed';
}

/** A word in a keyword's case. */
export function inCase(word: string, casing: 'lower' | 'upper'): string {
  return casing === 'lower' ? word.toLowerCase() : word.toUpperCase();
}
