import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { type Build, type BuildContext, type Directory, readContext } from '../core/index';

/** More files than this are not listed, and larger ones not read. */
const limits = { entries: 20_000, depth: 40, bytes: 1_000_000, parents: 6 };

/**
 * The directory that a Dockerfile is most likely built with: among its own folder and those above it (up to the repository's), the
 * nearest that holds the most of what the file copies. Undefined where none holds any and its own folder has no `.dockerignore`:
 * nothing is known about it then.
 * @param known contexts found before, to be shared by Dockerfiles of one folder within one run
 */
export function findBuildContext(
  file: string,
  build: Build,
  known: Map<string, BuildContext> = new Map(),
): BuildContext | undefined {
  const own = dirname(resolve(file));
  const sources = copiedPaths(build);
  const folder = sources.length === 0 ? own : (bestFolder(own, sources) ?? filteredFolder(own));
  if (folder === undefined) return undefined;
  if (exists(`${resolve(file)}.dockerignore`)) return readBuildContext(folder, file);
  const context = known.get(folder) ?? readBuildContext(folder);
  known.set(folder, context);
  return context;
}

/** A folder with an ignore file is somebody's build context, even where nothing of what is copied has been made yet. */
function filteredFolder(folder: string): string | undefined {
  return exists(join(folder, '.dockerignore')) ? folder : undefined;
}

function bestFolder(start: string, sources: readonly string[]): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const folder of foldersAbove(start)) {
    const directory = openDirectory(folder);
    const count = sources.filter((path) => directory.exists(path)).length;
    if (count > most) [best, most] = [folder, count];
    if (most === sources.length) break;
  }
  return best;
}

/** A directory as the builder would get it for a Dockerfile. `<Dockerfile>.dockerignore` takes the place of `.dockerignore`. */
export function readBuildContext(folder: string, file?: string): BuildContext {
  const own = file === undefined ? undefined : readText(`${resolve(file)}.dockerignore`);
  return readContext(openDirectory(resolve(folder)), own ?? readText(join(folder, '.dockerignore')));
}

/** Sources of COPY and ADD that name one thing of the context. */
function copiedPaths({ instructions }: Build): string[] {
  const paths = new Set<string>();
  for (const instruction of instructions) {
    if ((instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') || instruction.from) continue;
    for (const { value } of instruction.sources) {
      const path = value.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
      if (path !== '' && path !== '.' && !/[*?[\\$:]|\.\./.test(path)) paths.add(path);
    }
  }
  return [...paths];
}

function* foldersAbove(start: string): Generator<string> {
  let folder = start;
  for (let count = 0; count <= limits.parents; count++) {
    yield folder;
    const parent = dirname(folder);
    if (parent === folder || exists(join(folder, '.git'))) return;
    folder = parent;
  }
}

function openDirectory(root: string): Directory {
  let realRoot: string | undefined;
  /** Where a path really leads, when that is inside the directory: a link may lead anywhere. */
  const inside = (path: string): string | undefined => {
    try {
      realRoot ??= realpathSync(root);
      const real = realpathSync(join(root, path));
      return real === realRoot || real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep)
        ? real
        : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    exists: (path) => inside(path) !== undefined,
    read(path) {
      const real = inside(path);
      return real === undefined ? undefined : readText(real);
    },
    list(keep, enter) {
      const found: string[] = [];
      let entries = 0;
      const walk = (folder: string, depth: number): boolean => {
        for (const entry of readFolder(join(root, folder))) {
          if (++entries > limits.entries) return false;
          const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
          // Links are taken for files: what they lead to is not part of the context by this path.
          if (!entry.isDirectory()) {
            if (keep(path)) found.push(path);
          } else if (enter(path) && (depth >= limits.depth || !walk(path, depth + 1))) return false;
        }
        return true;
      };
      return walk('', 0) ? found : undefined;
    },
  };
}

function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A file's text; undefined for what is no plain file, too large, not readable or not text. */
function readText(file: string): string | undefined {
  try {
    const stats = statSync(file);
    if (!stats.isFile() || stats.size > limits.bytes) return undefined;
    const text = readFileSync(file, 'utf8');
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Whether there is a directory at a path. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
