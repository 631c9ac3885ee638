import type { Build } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import { expand, expandUngiven } from '../stages/variables';
import type { CopyInstruction, Word } from '../syntax/instruction';

/** A source of COPY or ADD that is a path of the build context. */
export interface ContextSource {
  readonly instruction: CopyInstruction;
  readonly word: Word;
  /** Expanded, cleaned and relative; empty for the whole context. */
  readonly path: string;
  /** Whether it leads out of the context: it starts with `..`. */
  readonly outside: boolean;
  /** As written, variables expanded. */
  readonly written: string;
  /** Whether every variable in it is known; the others are empty. */
  readonly known: boolean;
  /** Whether it has a `*`, `?` or `[`. */
  readonly wildcard: boolean;
}

const ELSEWHERE = /^(?:https?|ftp|git|ssh):\/\/|^git@|^github\.com\//i;

/** Every path of the build context that COPY and ADD name, outside ONBUILD. */
export const contextSources = oncePerBuild(({ instructions, states, stages }: Build): readonly ContextSource[] => {
  const found: ContextSource[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
    const copy = instruction as CopyInstruction;
    if (copy.from || stages[copy.stage]?.os === 'windows') continue;
    for (const word of copy.sources) {
      const { scope } = states[copy.index]!;
      const written = expandUngiven(word, scope, ({ index }) => states[index]!.scope);
      if (ELSEWHERE.test(written)) continue;
      const path = cleanPath(written);
      const known = word.references.length === 0 || expand(word, scope).known;
      found.push({
        instruction: copy,
        word,
        path,
        outside: path === '..' || path.startsWith('../'),
        written,
        known,
        wildcard: /[*?[]/.test(written),
      });
    }
  }
  return found;
});

/** The shortest path that is the same, as seen from the context's root: `./a//b/../c` is `a/c`. */
export function cleanPath(path: string): string {
  if (!path.includes('/')) return path === '.' ? '' : path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
