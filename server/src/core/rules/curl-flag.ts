import type { Build } from '../model/build-types';
import type { NamedCommand } from '../model/shell/named-commands';
import { insert } from '../text/edit';
import { withWord } from './calls';
import type { Fix } from './rule';

/** The fix that gives curl a one-letter switch: in front of those in its first bundle, or as a word of its own. */
export function withLetter(build: Build, call: NamedCommand, letter: string): Fix | undefined {
  const [first] = call.arguments;
  const isBundle = first && /^-[A-Za-z#]+$/.test(first.text) && first.text === first.value;
  if (!isBundle || build.source.text.slice(first.start, first.end) !== first.text) {
    return withWord(build, call, call.nameWord, `-${letter}`);
  }
  return { title: `Add -${letter}`, edits: [insert(first.start + 1, letter)] };
}
