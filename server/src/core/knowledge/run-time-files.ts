import { below, nameOf, parentOf } from './images/image-paths';

/** Where to look for files that a program opens. All paths are absolute, as in the image. */
export interface FileSearch {
  /** Every file of the project. */
  readonly files: readonly string[];
  /** Directories that relative paths may start from. */
  readonly bases: readonly string[];
  /** Sources, scripts and settings whose quoted strings may be paths. */
  readonly texts: readonly string[];
  /** Directories that programs serve without naming them as a whole. */
  readonly served: readonly string[];
  /** Files that are compiled, or of no use to a running program. */
  isSource(path: string): boolean;
  /** The text of a settings file, which may name files too. */
  read(path: string): string | undefined;
}

const LITERAL = /"((?:[^"\\\n]|\\.){1,200})"|'((?:[^'\\\n]|\\.){1,200})'|`([^`]{1,200})`/g;
const MAY_BE_PATH = /^[\w@./~%*{}$:+-]+$/;
/** Extensions that configuration readers add to a name by themselves. */
const SETTINGS = ['.yaml', '.yml', '.json', '.toml', '.env', '.ini', '.properties'];

/**
 * Files and directories that a program may open: those that a quoted string of it names. A directory counts when it holds anything
 * but sources; what lies below another result is left out.
 */
export function findFilesInUse({ files, bases, texts, served, isSource, read }: FileSearch): string[] {
  const useful = files.filter((path) => !isSource(path));
  const directories = new Set<string>();
  for (const path of useful) {
    for (let at = parentOf(path); at !== '/' && !directories.has(at); at = parentOf(at)) directories.add(at);
  }
  const known = new Set(useful);
  const found = new Set<string>();
  const roots = new Set(bases);
  const add = (path: string) => {
    if (roots.has(path) || path === '/') return;
    if (known.has(path) || directories.has(path)) found.add(path);
  };
  for (const path of served) if (directories.has(path)) found.add(path);
  /** A pattern, or the beginning of a name, in one of the directories that paths start from. */
  const match = (literal: string) => {
    const pattern = literal.replace(/^(?:\.{1,2}\/)+/, '');
    const isStart = /^\w[\w.-]*[-_.]$/.test(pattern);
    if (!isStart && !(/[*%{$]/.test(pattern) && /[\w.]/.test(pattern.replace(/%\w|\$?\{[^}]*\}|\$\w+/g, '')))) return;
    if (pattern.includes('/')) return;
    const source = pattern.replace(/[.+()|^[\]\\]/g, '\\$&').replace(/\*+|%[-+\d.]*\w|\$?\{[^}]*\}|\$\w+/g, '[^/]*');
    const regex = new RegExp(`^${source}${isStart ? '[^/]+' : ''}$`);
    for (const path of useful) if (roots.has(parentOf(path)) && regex.test(nameOf(path))) found.add(path);
  };
  const follow = (literal: string) => {
    // `${__dirname}/../views`: what a template string begins with is most often a directory.
    const written = literal
      .replace(/^file:(?:\/\/)?/, '')
      .replace(/^\$\{[^}]*\}\/?/, '')
      .replace(/^(?:\.{1,2}\/)+/, '');
    const path = written.replace(/[%*{$].*$/, '');
    // Behind a cut the last name is only the beginning of one.
    const isCut = path.length < written.length;
    const clean = (isCut ? path.replace(/[^/]*$/, '') : path).replace(/\/+$/, '');
    for (const base of bases) {
      // A path that starts with a slash may be one that a directory is put in front of.
      const places = path.startsWith('/') ? [path, below(base, path.slice(1))] : [below(base, path)];
      for (const whole of places) {
        if (isCut && /[^/]{2}$/.test(whole)) for (const one of useful) if (one.startsWith(whole)) found.add(one);
        if (clean === '') continue;
        const place = isCut ? parentOf(whole) : whole.replace(/\/+$/, '');
        add(place);
        for (const ending of SETTINGS) if (known.has(place + ending)) found.add(place + ending);
      }
    }
  };
  for (const literal of literalsOf(texts)) {
    match(literal);
    follow(literal);
  }
  const settings = [...found].filter((path) => SETTINGS.some((ending) => path.endsWith(ending)));
  for (const path of settings)
    for (const word of (read(path) ?? '').split(/[\s"'=:,[\]{}]+/)) if (word.length < 200) follow(word);
  return [...found].filter((path) => ![...found].some((other) => path.startsWith(`${other}/`))).sort();
}

function literalsOf(texts: readonly string[]): Set<string> {
  const literals = new Set<string>();
  for (const text of texts) {
    for (const match of text.matchAll(LITERAL)) {
      const literal = match[1] ?? match[2] ?? match[3]!;
      if (MAY_BE_PATH.test(literal)) literals.add(literal);
    }
  }
  return literals;
}
