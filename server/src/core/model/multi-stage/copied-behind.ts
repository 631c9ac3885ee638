import type { CopiedFiles } from '../../knowledge/ecosystem';
import { isWithin, toPath } from '../../knowledge/images/image-paths';
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

/** Whether files of the build context come to a place behind the build, and not in front of it. */
export function isBroughtBehind({ project, boundary }: Sorting, place: string): boolean {
  const { files, copies } = project;
  if (!files?.has(place) && (files?.below(place)?.length ?? 0) === 0) return false;
  const brings = ({ path, tree, fromContext }: CopiedFiles) =>
    fromContext && path !== undefined && (path === place || isWithin(path, place) || (tree && isWithin(place, path)));
  const behind = copies.filter(({ instruction }) => instruction.index > boundary.index);
  if (behind.some(({ path, tree, fromContext }) => fromContext && path !== undefined && tree && path === place))
    return true;
  return behind.some(brings) && !copies.some((copy) => copy.instruction.index < boundary.index && brings(copy));
}
