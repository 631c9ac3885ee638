import { type Dockerignore, readDockerignore } from './dockerignore';

/** The directory that is sent to the builder, as an adapter found it. All paths are relative, with `/`, without `./`. */
export interface BuildContext {
  /** Whether there is a `.dockerignore` for it. */
  readonly filtered: boolean;
  /** Whether a file or directory is there and not taken out by `.dockerignore`. */
  has(path: string): boolean;
  /** Whether `.dockerignore` takes the path out. */
  ignores(path: string): boolean;
  /** A text file's content; undefined when it is absent, ignored, large or was not read. */
  read(path: string): string | undefined;
  /** What is taken out, and why. */
  readonly dockerignore?: Dockerignore;
  /** Every file that is not ignored; undefined when there were too many to list. */
  readonly files?: readonly string[];
}

/** A directory before `.dockerignore` has its say. */
export interface Directory {
  /** Whether there is a file or directory. */
  exists(path: string): boolean;
  read(path: string): string | undefined;
  /** Every file that `keep` does not refuse, and of which no parent is refused by `enter`; undefined when there are too many. */
  list(keep: (file: string) => boolean, enter: (directory: string) => boolean): readonly string[] | undefined;
}

/** What of a directory reaches the builder, given the text of its `.dockerignore`. */
export function readContext(directory: Directory, dockerignore?: string): BuildContext {
  const patterns = readDockerignore(dockerignore ?? '');
  const { ignores, keepsBelow } = patterns;
  let listed: { readonly files: readonly string[] | undefined } | undefined;
  const files = () => {
    listed ??= {
      files: directory.list(
        (file) => !ignores(file),
        (folder) => !ignores(folder) || keepsBelow(folder),
      ),
    };
    return listed.files;
  };
  const isKept = (path: string) =>
    !ignores(path) || (keepsBelow(path) && (files()?.some((file) => file.startsWith(`${path}/`)) ?? true));
  return {
    filtered: dockerignore !== undefined,
    has: (path) => isRoot(path) || (directory.exists(trimmed(path)) && isKept(trimmed(path))),
    ignores: (path) => !isRoot(path) && ignores(trimmed(path)),
    read: (path) => (ignores(trimmed(path)) ? undefined : directory.read(trimmed(path))),
    dockerignore: patterns,
    get files() {
      return files();
    },
  };
}

function isRoot(path: string): boolean {
  return trimmed(path) === '';
}

/** Callers should give clean paths; a leading `./` or `/` and a trailing slash, as COPY allows them, are forgiven. */
function trimmed(path: string): string {
  return path.replace(/^(?:\.?\/)+|^\.$/, '').replace(/\/+$/, '');
}
