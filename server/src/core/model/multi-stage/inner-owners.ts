import type { Artefact } from '../../knowledge/ecosystem';
import { isWithin, toPath } from '../../knowledge/images/image-paths';
import type { Instruction } from '../syntax/instruction';
import { isInFront, runOf, type Sorting } from './stage-sorting';

/**
 * Commands that give parts of what is copied to their owners again: COPY has one owner for everything that it brings.
 * @param ownerOf who gets an artefact as a whole
 * @param gone instructions that the runtime stage has too
 */
export function innerOwners(
  sorting: Sorting,
  artefacts: readonly Artefact[],
  ownerOf: (path: string) => string | undefined,
  gone: readonly Instruction[],
): string[] {
  const { project, boundary } = sorting;
  const trees = artefacts.filter(({ from, to }) => from === to).map(({ from }) => from);
  const isInside = (path: string) =>
    trees.some((tree) => path !== tree && isWithin(path, tree)) && !trees.includes(path);
  const found: { readonly at: number; readonly command: string; readonly covers: readonly string[] }[] = [];
  for (const { instruction, path, tree } of project.copies) {
    const owner = instruction.flags.find(({ name }) => name === 'chown')?.value?.value;
    if (owner === undefined || owner.includes('$') || path === undefined || /[*?[]/.test(path)) continue;
    if (instruction.index > boundary.index || !isInside(path) || gone.includes(instruction)) continue;
    const around = trees.find((one) => isWithin(path, one))!;
    if (ownerOf(around) === owner) continue;
    found.push({ at: instruction.index, command: `chown ${tree ? '-R ' : ''}${owner} ${path}`, covers: [path] });
  }
  for (const step of project.steps) {
    if (step.name !== 'chown' || !isInFront(sorting, step) || gone.includes(runOf(sorting, step))) continue;
    const flags = step.arguments.filter((word) => word.startsWith('-'));
    const [owner, ...targets] = step.arguments.filter((word) => !word.startsWith('-'));
    const paths = targets.flatMap((word) => toPath(word, step.directory) ?? []);
    const deep = flags.some((word) => /^-[a-zA-Z]*R|^--recursive/.test(word));
    const at = runOf(sorting, step).index;
    // What an earlier command gave away is taken over by one that goes through all of it.
    if (deep)
      for (const one of [...found])
        if (one.covers.every((path) => paths.some((place) => isWithin(path, place))))
          found.splice(found.indexOf(one), 1);
    const inner = paths.filter((path) => isInside(path) && !/[*?[$]/.test(path));
    if (owner === undefined || owner.includes('$') || inner.length === 0) continue;
    found.push({ at, command: ['chown', ...flags, owner, ...inner].join(' '), covers: inner });
  }
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ command }) => command))];
}
