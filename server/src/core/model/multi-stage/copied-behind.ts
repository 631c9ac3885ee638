import { isWithin, toPath } from '../../knowledge/image-paths';
import type { Sorting } from './stage-sorting';

/** Whether an instruction behind the build copies the whole context to a directory, and so everything that was copied there before. */
export function isCopiedBehind({ project, boundary }: Sorting, directory: string): boolean {
  const whole = project.copies.some(
    ({ instruction, source, path, fromContext }) =>
      instruction.index > boundary.index && fromContext && source === '.' && path === directory,
  );
  const before = project.copies.filter(
    ({ instruction, path }) => instruction.index < boundary.index && path !== undefined && isWithin(path, directory),
  );
  return whole && before.every(({ source, path, fromContext }) => fromContext && toPath(source, directory) === path);
}
