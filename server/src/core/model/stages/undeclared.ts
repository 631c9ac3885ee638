import type { Build } from '../build-types';
import type { Word } from '../syntax/instruction';
import { PLATFORM_ARGS } from './variables';

/**
 * Whether a word of a FROM is nothing but variables that no ARG above the first FROM declares: no build argument reaches them, so they
 * are empty in every build.
 */
export function isEmptyForSure({ globals }: Build, { value, references }: Pick<Word, 'value' | 'references'>): boolean {
  if (references.length === 0 || references.some(({ operator }) => operator !== undefined)) return false;
  if (references.reduce((length, { text }) => length + text.length, 0) !== value.length) return false;
  return references.every(({ name }) => !PLATFORM_ARGS.has(name) && !globals.some((global) => global.name === name));
}
