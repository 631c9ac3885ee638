import type { Build } from '../model/build-types';
import type { ShellCommand, ShellWord } from '../model/shell/shell-command';
import { removeWords } from '../model/shell/shell-edits';
import type { Flag, Instruction } from '../model/syntax/instruction';
import { insert, remove } from '../text/edit';
import type { Fix } from './rule';

/** The fix that takes words, a flag with its value for instance, out of a command. */
export function withoutWords(build: Build, command: ShellCommand, words: readonly ShellWord[]): Fix | undefined {
  const edits = removeWords(build.source, command, words);
  const first = words[0];
  return edits && first && { title: `Delete ${first.value}`, edits };
}

/** The fix that takes a flag of an instruction away, with the blanks and line continuations behind it. */
export function withoutFlag({ source: { text } }: Build, flag: Flag): Fix {
  const [blanks = ''] = /^(?:[ \t]+|[\\`][ \t]*\r?\n)*/.exec(text.slice(flag.end, flag.end + 500)) ?? [];
  return { title: `Delete --${flag.name}`, edits: [remove({ start: flag.start, end: flag.end + blanks.length })] };
}

/** The fix that gives an instruction one more flag, behind those that it has. */
export function withFlag({ keywordSpan, flags }: Instruction, flag: string): Fix {
  return { title: `Add ${flag}`, edits: [insert(flags.at(-1)?.end ?? keywordSpan.end, ` ${flag}`)] };
}
