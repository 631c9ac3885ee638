/** Paths in an image: absolute, with `/`. */

/** A path against a directory, normalised; undefined when it is relative and the directory is not known. */
export function toPath(path: string, directory: string | undefined): string | undefined {
  if (!path.startsWith('/') && directory === undefined) return undefined;
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${directory}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** The directory that a path lies in. */
export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

/** A path's last segment. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A name or relative path below a directory. */
export function below(directory: string, path: string): string {
  return directory === '/' ? `/${path}` : `${directory}/${path}`;
}

/** Whether a path is a directory or lies in it. */
export function isWithin(path: string, directory: string): boolean {
  return directory === '/' || path === directory || path.startsWith(`${directory}/`);
}
