import { createTwoFilesPatch } from 'diff';

/** A unified diff that `patch` and `git apply` take; empty when nothing differs. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const name = path === '-' ? 'Dockerfile' : path.replace(/^\.\//, '');
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 });
  // The library puts a line of equals signs first, which is no part of the format.
  return patch.slice(patch.indexOf('--- '));
}
