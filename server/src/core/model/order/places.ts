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
  let from = 0;
  if (path.startsWith('/')) base = ROOT;
  else if (path.startsWith('$')) {
    const variable = /^\$(?:\{([^}]*)\}|([A-Za-z_]\w*))(?=\/|$)/.exec(path);
    if (variable) {
      base = { root: `\${${variable[1] ?? variable[2]}}`, parts: [] };
      from = variable[0].length;
    }
  }
  const parts = base.parts.slice();
  while (from < path.length) {
    const slash = path.indexOf('/', from);
    const to = slash === -1 ? path.length : slash;
    const part = path.slice(from, to);
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
    from = to + 1;
  }
  return { root: base.root, parts };
}

/** The place of a name or relative path inside another place. */
export function placeIn(directory: Place, path: string): Place {
  return readPlace(path.startsWith('/') ? path.replace(/^\/+/, '') : path, directory);
}

/** The directory that a place lies in. */
export function parentOf({ root, parts }: Place): Place {
  return { root, parts: parts.slice(0, -1) };
}

/** Whether two places are the same as they are written. */
export function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.root === other.root &&
    one.parts.length === other.parts.length &&
    one.parts.every((part, at) => part === other.parts[at])
  );
}

/** The place as text, for messages and for equality of places without globs. */
export function placeText({ root, parts }: Place): string {
  if (root === '/') return `/${parts.join('/')}`;
  return parts.length === 0 ? root : `${root}/${parts.join('/')}`;
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

function partsMatch(a: string, b: string): boolean {
  if (a === b) return true;
  const aWild = isWild(a);
  const bWild = isWild(b);
  if (aWild && bWild) return true;
  return aWild ? globMatches(a, b) : bWild && globMatches(b, a);
}

/** Whether a part has a `*`, `?`, `[`, `{` or `$` in it. A loop: parts are short, and a regular expression takes longer to start. */
function isWild(part: string): boolean {
  for (let at = 0; at < part.length; at++) {
    switch (part.charCodeAt(at)) {
      case 0x24:
      case 0x2a:
      case 0x3f:
      case 0x5b:
      case 0x7b:
        return true;
    }
  }
  return false;
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
