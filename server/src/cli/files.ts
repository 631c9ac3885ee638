import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  type Dirent,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A Dockerfile as it was read. */
export interface InputFile {
  /** As the person named it, or as it was found below a folder that they named; `-` for standard input. */
  readonly path: string;
  /** Without byte order mark. */
  readonly text: string;
  readonly byteOrderMark: boolean;
  /** Whether the bytes are valid UTF-8, so that writing the text back loses nothing. */
  readonly faithful: boolean;
}

/** A file or folder that cannot be used; the message is a sentence for the person. */
export class InputError extends Error {}

/** `Dockerfile`, `Dockerfile.dev`, `Dockerfile-dev`, `api.Dockerfile`, `api_Dockerfile`, and the same with `Containerfile`. */
const NAME = /^(?:.*[._-])?(?:docker|container)file(?:\..+|[_-][\w-]+)?$/i;
/** What is called after a Dockerfile without being one: ignore files, descriptions, programs, copies of editors. */
const OTHERS =
  /\.(?:dockerignore|containerignore|md|rst|html?|json|ya?ml|toml|lock|[cm]?[jt]sx?|py|rb|go|rs|java|cs|sh|png|svg|orig|rej|swp)$|~$/i;
/** Larger files are no Dockerfiles. */
const MOST_BYTES = 8_000_000;

/** Whether a file name is one that Dockerfiles have. */
function isDockerfileName(name: string): boolean {
  return NAME.test(name) && !OTHERS.test(name);
}

/**
 * The Dockerfiles that paths stand for: files as they are, folders searched. What cannot be used goes to `report`.
 * Version control and installed packages are not searched.
 */
export function findDockerfiles(paths: readonly string[], report: (message: string) => void): string[] {
  const found: string[] = [];
  for (const path of paths) {
    if (path === '-') found.push(path);
    else {
      const stats = statsOf(path);
      if (typeof stats === 'string') report(`${path}: ${stats}`);
      else if (!stats.isDirectory()) found.push(path);
      else {
        const inside = searchFolder(path, report);
        if (inside.length === 0) report(`${path}: there is no Dockerfile in this folder.`);
        found.push(...inside);
      }
    }
  }
  return [...new Set(found)];
}

function searchFolder(folder: string, report: (message: string) => void): string[] {
  const found: string[] = [];
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    report(`${folder}: the folder cannot be read (${codeOf(error)}).`);
    return found;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    // Links to folders are not followed: they may lead in circles.
    if (entry.isDirectory()) {
      if (entry.name !== '.git' && entry.name !== 'node_modules') found.push(...searchFolder(path, report));
    } else if (isDockerfileName(entry.name) && isFile(path)) found.push(path);
  }
  return found;
}

/** @throws InputError with a message for the person. */
export function readInput(path: string): InputFile {
  const bytes = path === '-' ? readStandardInput() : readBytes(path);
  const name = path === '-' ? 'standard input' : path;
  if (bytes.length > MOST_BYTES) throw new InputError(`${name}: the file is too large to be a Dockerfile.`);
  if (isBinary(bytes)) throw new InputError(`${name}: this is not a text file.`);
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = byteOrderMark ? bytes.subarray(3) : bytes;
  const text = content.toString('utf8');
  return { path, text, byteOrderMark, faithful: Buffer.from(text, 'utf8').equals(content) };
}

/** NUL bytes all over: a program, an image, UTF-16. A stray one is let through, as BuildKit reads such a file too. */
function isBinary(bytes: Buffer): boolean {
  let count = 0;
  for (const byte of bytes) if (byte === 0) count++;
  return count > 0 && count * 50 > bytes.length;
}

function readBytes(path: string): Buffer {
  const stats = statsOf(path);
  if (typeof stats === 'string') throw new InputError(`${path}: ${stats}`);
  if (!stats.isFile() && !stats.isFIFO()) throw new InputError(`${path}: this is not a file.`);
  if (stats.size > MOST_BYTES) throw new InputError(`${path}: the file is too large to be a Dockerfile.`);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InputError(`${path}: the file cannot be read (${codeOf(error)}).`);
  }
}

function readStandardInput(): Buffer {
  try {
    return readFileSync(0);
  } catch (error) {
    throw new InputError(`standard input cannot be read (${codeOf(error)}).`);
  }
}

/**
 * Puts a text in the place of a file's: all of it or, when that fails, nothing. Byte order mark, permissions and, where allowed,
 * the owner stay; a link keeps pointing where it did.
 * @throws InputError with a message for the person.
 */
export function writeInput({ path, byteOrderMark, faithful }: InputFile, text: string): void {
  if (!faithful) throw new InputError(`${path}: not changed, since it is not valid UTF-8.`);
  try {
    const real = realpathSync(path);
    accessSync(real, constants.W_OK);
    const { mode, uid, gid } = statSync(real);
    const draft = join(dirname(real), `.${basename(real)}.${process.pid}.tmp`);
    try {
      writeFileSync(draft, (byteOrderMark ? '\uFEFF' : '') + text, { flag: 'wx', mode: 0o600 });
      keepOwner(draft, uid, gid);
      chmodSync(draft, mode & 0o7777);
      renameSync(draft, real);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  } catch (error) {
    throw new InputError(`${path}: the file cannot be written (${codeOf(error)}).`);
  }
}

function keepOwner(path: string, uid: number, gid: number): void {
  try {
    chownSync(path, uid, gid);
  } catch {
    // Only the superuser may give files away.
  }
}

function isFile(path: string): boolean {
  const stats = statsOf(path);
  return typeof stats !== 'string' && stats.isFile();
}

/** What there is at a path, or why that cannot be told. */
function statsOf(path: string): Stats | string {
  try {
    return statSync(path);
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file or folder.' : `cannot be read (${code}).`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
