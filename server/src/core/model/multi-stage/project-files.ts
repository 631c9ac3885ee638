import type { CopiedFiles, ProjectFiles } from '../../knowledge/ecosystem';
import { below, isWithin, nameOf, parentOf } from '../../knowledge/images/image-paths';
import type { Build, Stage } from '../build-types';
import type { BuildContext } from '../context';
import { readCopied } from '../order/copied';
import { globMatches } from '../order/places';
import type { CopyInstruction } from '../syntax/instruction';
import type { StageProject } from './project';

/** What a COPY or ADD brings, and which one it is. */
export interface CopiedTo extends CopiedFiles {
  readonly instruction: CopyInstruction;
}

export function readCopies(build: Build, stage: Stage, pathOf: StageProject['pathOf']): CopiedTo[] {
  return stage.instructions.flatMap((instruction) => {
    if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return [];
    const copied = readCopied(build, instruction);
    if (!copied) return [];
    const fromContext = copied.origin === 'context';
    const at = instruction.index;
    if (copied.items.length === 0) {
      return [{ instruction, source: '', path: pathOf(copied.directory), tree: false, fromContext: false, at }];
    }
    return copied.items.map(({ source, place, tree }) => ({
      instruction,
      source,
      path: pathOf(place),
      tree,
      fromContext,
      at,
    }));
  });
}

/** The context's files where COPY and ADD put them. */
export function readFiles({ context }: Build, copies: readonly CopiedTo[]): ProjectFiles | undefined {
  if (!context) return undefined;
  const own = copies.filter(({ fromContext, path }) => fromContext && path !== undefined);
  /** The file of the context that lies at a path of the image. */
  const origin = (path: string): string | undefined => {
    for (const { source, path: place, tree } of own.toReversed()) {
      const found = originIn(source, place!, tree, path);
      if (found !== undefined && (found === '' || context.has(found))) return found;
    }
    return undefined;
  };
  let placed: readonly string[] | undefined;
  const all = () => {
    let listed = context.files?.filter((file) => !FOREIGN.test(file));
    if (listed && listed.length > MAX_FILES) listed = listed.filter((file) => !isCratesOwn(file, context));
    if (!listed || listed.length > MAX_FILES) return undefined;
    placed ??= [...new Set(listed.flatMap((file) => own.flatMap((copy) => placesOf(file, copy))))];
    return placed;
  };
  const texts = new Map<string, string | undefined>();
  return {
    has: (path) => origin(path) !== undefined,
    read(path) {
      if (!texts.has(path)) {
        const file = origin(path);
        texts.set(path, file === undefined ? undefined : context.read(file));
      }
      return texts.get(path);
    },
    below: (directory) => all()?.filter((path) => path !== directory && isWithin(path, directory)),
  };
}

/** Directories that no project of its own lies in. */
const FOREIGN = /(?:^|\/)(?:node_modules|\.git)\//;

/** Whether a file is of a crate that is only compiled with, or made by Cargo: thousands beside a project of a few. */
function isCratesOwn(file: string, context: BuildContext): boolean {
  const folder = /^((?:.*?\/)?)(?:vendor|target)\//.exec(file)?.[1];
  return folder !== undefined && context.has(`${folder}Cargo.toml`);
}

/** Projects with more files than this are not searched: the answer would come too late for an editor. */
const MAX_FILES = 4000;

const GLOB = /[*?[]/;

function originIn(source: string, place: string, tree: boolean, path: string): string | undefined {
  if (GLOB.test(source)) {
    const parent = source.includes('/') ? `${parentOf(source)}/` : '';
    const matches = parentOf(path) === parentOf(place) && globMatches(nameOf(source), nameOf(path));
    return matches ? `${parent}${nameOf(path)}` : undefined;
  }
  if (path === place) return source === '.' ? '' : source;
  if (!tree || !isWithin(path, place)) return undefined;
  const rest = place === '/' ? path.slice(1) : path.slice(place.length + 1);
  return source === '.' ? rest : `${source}/${rest}`;
}

function placesOf(file: string, { source, path, tree }: CopiedTo): string[] {
  if (GLOB.test(source)) {
    const parent = source.includes('/') ? `${parentOf(source)}/` : '';
    const name = file.startsWith(parent) ? file.slice(parent.length) : '';
    return name !== '' && !name.includes('/') && globMatches(nameOf(source), name)
      ? [below(parentOf(path!), name)]
      : [];
  }
  if (source === '.') return [below(path!, file)];
  if (file === source) return [tree ? below(path!, nameOf(file)) : path!];
  return tree && file.startsWith(`${source}/`) ? [below(path!, file.slice(source.length + 1))] : [];
}
