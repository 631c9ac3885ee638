import { findBaseDirectory } from '../../knowledge/images/base-directories';
import { type Edit, insert, replace } from '../../text/edit';
import type { Build } from '../build-types';
import type { Instruction, Word } from '../syntax/instruction';
import { resolvePath } from './stages';
import { expand } from './variables';

/**
 * Whether a path counts as absolute to hadolint, which reads it as written: with a variable in front, a slash, or a letter and a
 * colon. Quotes around it are not looked at.
 */
export function isPlainAbsolute(text: string): boolean {
  return /^["']*(?:[$/]|[A-Za-z]:)/.test(text);
}

/** The working directory that an instruction starts in: what the file says, else what the base image is known to set. */
export function knownDirectory({ stages, states }: Build, { index, stage }: Instruction): string | undefined {
  const { workdir, workdirSet } = states[index]!;
  if (workdirSet) return workdir;
  const own = stages[stage];
  return own?.os === 'windows' ? undefined : findBaseDirectory(own?.root ?? '');
}

/** The whole path of a directory that a `cd` of an instruction goes to. */
export function directoryForWorkdir(build: Build, instruction: Instruction, directory: string): string | undefined {
  if (directory.startsWith('/')) return directory;
  const base = knownDirectory(build, instruction);
  return base === undefined ? undefined : resolvePath(base, directory);
}

/** Gives a relative WORKDIR its whole path; the root directory is the one before where nothing else is known. */
export function absoluteWorkdir(
  build: Build,
  instruction: Instruction,
): { readonly title: string; readonly edits: readonly Edit[] } | undefined {
  const word = instruction.words[0];
  if (!word || build.stages[instruction.stage]?.os === 'windows') return undefined;
  const directory = build.states[instruction.index]!.workdirSet
    ? build.states[instruction.index]!.workdir
    : (knownDirectory(build, instruction) ?? '/');
  return toAbsolute(word, directory);
}

/** Puts a directory in front of a relative path; nothing where the path starts with a variable or `~`. */
export function toAbsolute(
  word: Word,
  directory: string | undefined,
): { readonly title: string; readonly edits: readonly Edit[] } | undefined {
  if (directory === undefined || /^["']*[$~]/.test(word.text) || word.text !== word.text.trim()) return undefined;
  if (word.references.length === 0) {
    // Escapes and quotes inside would have to be written again.
    if (!/^(["']?)[\w ./@:+-]*\1$/.test(word.text) || word.end - word.start !== word.text.length) return undefined;
    const slash = word.value.endsWith('/') && word.value !== '/' ? '/' : '';
    const resolved = resolvePath(directory, word.value);
    if (resolved === undefined || resolved === word.value) return undefined;
    const quote = /^["']/.exec(word.text)?.[0] ?? '';
    const path = resolved === '/' ? resolved : resolved + slash;
    return { title: `Write ${path}`, edits: [replace(word, quote + path + quote)] };
  }
  if (/^["']*\.{1,2}(?:\/|$)/.test(word.text)) return undefined;
  const start = word.start + /^["']?/.exec(word.text)![0].length;
  const prefix = directory === '/' ? '/' : `${directory}/`;
  return { title: `Insert ${prefix} in front`, edits: [insert(start, prefix)] };
}

/** The working directory in force behind an instruction; undefined where the file does not tell. */
export function workdirBehind({ states }: Build, { keyword, words, index, onbuild }: Instruction): string | undefined {
  const { workdir, scope } = states[index]!;
  const word = keyword === 'WORKDIR' && !onbuild ? words[0] : undefined;
  if (!word) return workdir;
  const { value, known } = expand(word, scope);
  return known && value ? resolvePath(workdir, value) : undefined;
}
