import type { Program, ProjectFiles, Start } from '../../knowledge/ecosystem';
import { below, isWithin, toPath } from '../../knowledge/images/image-paths';
import type { CopiedTo } from './project-files';

/** What a script is given is no program where the script, as far as it can be read, does not start what it is given. */
export function withoutPlainWords(
  programs: readonly Program[],
  scripts: ReadonlyMap<string, string | undefined>,
  workdir: string,
): Program[] {
  const kept: Program[] = [];
  for (const program of programs) {
    const script = program.by === undefined ? undefined : toPath(program.by, workdir);
    const text = script === undefined ? undefined : scripts.get(script);
    const before = kept.at(-1);
    if (text === undefined || !before || /\$(?:[@*]|\{[@*])/.test(text)) kept.push(program);
    else kept[kept.length - 1] = { ...before, arguments: [...before.arguments, program.name, ...program.arguments] };
  }
  return kept;
}

/** Directories in which a script that is called by its name is looked for. */
const PATH = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/local/sbin', '/sbin'];

/** Scripts of the context that the start calls, with their text where it can be read. */
export function readScripts(
  { programs }: Start,
  workdir: string,
  copies: readonly CopiedTo[],
  files: ProjectFiles | undefined,
): ReadonlyMap<string, string | undefined> {
  const scripts = new Map<string, string | undefined>();
  for (const { name, arguments: given } of programs) {
    for (const word of [name, ...given]) {
      const places = word.includes('/')
        ? [toPath(word, workdir)!]
        : [below(workdir, word), ...PATH.map((place) => below(place, word))];
      const known = places.find((place) => files?.has(place));
      const path =
        known === undefined
          ? places.find((place) => isScript(place, copies, files))
          : isScript(known, copies, files)
            ? known
            : undefined;
      if (path !== undefined && !scripts.has(path)) scripts.set(path, files?.read(path));
    }
  }
  return scripts;
}

function isScript(path: string, copies: readonly CopiedTo[], files: ProjectFiles | undefined): boolean {
  const looksSo = /\.(?:sh|bash)$|entrypoint[^/.]*$/.test(path);
  if (files?.has(path)) return looksSo || files.read(path)?.startsWith('#!/') === true;
  const isCopied = copies.some(
    ({ path: place, tree }) => place !== undefined && (tree ? isWithin(path, place) : place === path),
  );
  return (
    isCopied &&
    (looksSo || !/[^/.]\.[a-z]+$/i.test(path)) &&
    (looksSo || copies.some((copy) => copy.path === path && !copy.tree))
  );
}
