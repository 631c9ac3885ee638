/**
 * A place in the image's file system. `root` is `/`, or what the file does not tell: `?` for the working directory that the
 * base image brings, `${NAME}` for a variable without a known value.
 */
export interface Place {
  readonly root: string;
  readonly parts: readonly string[];
}

/** How a place that is named lies to another: the same, inside it, around it, apart from it, or not to be told. */
export type Relation = 'same' | 'inside' | 'around' | 'apart' | 'unknown';

export const ROOT: Place = { root: '/', parts: [] };
/** The working directory of a base image that is not known. */
export const BASE_DIRECTORY: Place = { root: '?', parts: [] };

/** Reads a path as written in a Dockerfile or a shell word, `$NAME` and globs allowed, against a working directory. */
export function readPlace(path: string, directory: Place): Place {
  let base = directory;
  let rest = path;
  if (path.startsWith('/')) base = ROOT;
  else if (path.startsWith('$')) {
    const variable = /^\$(?:\{([^}]*)\}|([A-Za-z_]\w*))(?=\/|$)/.exec(path);
    if (variable) {
      base = { root: `\${${variable[1] ?? variable[2]}}`, parts: [] };
      rest = path.slice(variable[0].length);
    }
  }
  const parts = base.parts.slice();
  for (const part of rest.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return { root: base.root, parts };
}

/** The place of a name or relative path inside another place. */
export function placeIn(directory: Place, path: string): Place {
  return readPlace(path.replace(/^\/+/, ''), directory);
}

/** The place as text, for messages and for equality of places without globs. */
export function placeText({ root, parts }: Place): string {
  return root === '/' ? `/${parts.join('/')}` : [root, ...parts].join('/');
}

/** How `named` lies to `place`; globs and variables inside a part may match anything. */
export function relate(named: Place, place: Place): Relation {
  if (named.root !== place.root) return 'unknown';
  const shared = Math.min(named.parts.length, place.parts.length);
  for (let i = 0; i < shared; i++) if (!partsMatch(named.parts[i]!, place.parts[i]!)) return 'apart';
  if (named.parts.length === place.parts.length) return 'same';
  return named.parts.length > place.parts.length ? 'inside' : 'around';
}

/** Some absolute directories, to ask whether a place lies in one of them. */
export type Directories = ReadonlyMap<string, Directories | true>;

/** Sorts directories by their parts. */
export function readDirectories(paths: readonly string[]): Directories {
  const top = new Map<string, Directories | true>();
  for (const path of paths) {
    const parts = path.slice(1).split('/');
    let at = top;
    for (const [index, part] of parts.entries()) {
      const known = at.get(part);
      if (known === true) break;
      if (index === parts.length - 1) at.set(part, true);
      else {
        const next = (known as Map<string, Directories | true> | undefined) ?? new Map<string, Directories | true>();
        at.set(part, next);
        at = next;
      }
    }
  }
  return top;
}

/** Whether a place lies in, or is, one of some directories. */
export function isIn({ root, parts }: Place, directories: Directories): boolean {
  if (root !== '/') return false;
  let at = directories;
  for (const part of parts) {
    const next = at.get(part);
    if (next === true) return true;
    if (!next) return false;
    at = next;
  }
  return false;
}

const WILD = /[*?[{$]/;

function partsMatch(a: string, b: string): boolean {
  if (a === b) return true;
  const aWild = WILD.test(a);
  const bWild = WILD.test(b);
  if (aWild && bWild) return true;
  return aWild ? globMatches(a, b) : bWild && globMatches(b, a);
}

/** Whether a name matches a glob of one path part; a variable in it matches anything. */
export function globMatches(glob: string, name: string): boolean {
  return readGlob(glob).test(name);
}

const globs = new Map<string, RegExp>();
const MOST_GLOBS = 500;
const ANYTHING = /^/;

function readGlob(glob: string): RegExp {
  let read = globs.get(glob);
  if (read) return read;
  const pattern = glob
    .replace(/\$\{[^}]*\}|\$[A-Za-z_]\w*/g, '*')
    .replace(/\{[^}]*\}/g, '*')
    .replace(/[.+^$()|\\{}]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.')
    .replace(/\[!/g, '[^');
  try {
    read = new RegExp(`^${pattern}$`);
  } catch {
    read = ANYTHING;
  }
  if (globs.size >= MOST_GLOBS) globs.clear();
  globs.set(glob, read);
  return read;
}
