/** What a `.dockerignore` takes out of the build context. */
export interface Dockerignore {
  /** Whether a path (relative, `/`, without `./`) is taken out. */
  ignores(path: string): boolean;
  /** Whether something below an ignored directory may be kept all the same, so that a walk has to look into it. */
  keepsBelow(directory: string): boolean;
  /** Whether any pattern starts with `!`. */
  readonly hasExceptions: boolean;
  /** Whether a pattern takes out everything: `*`, `**` or the like. */
  readonly takesAll: boolean;
}

interface Pattern {
  readonly text: string;
  readonly regexp: RegExp;
  readonly negated: boolean;
}

/** Characters that mean something in a regular expression and nothing in a pattern. */
const PLAIN = /[.+()|{}$^]/;

/**
 * Reads a `.dockerignore` by Docker's rules, which are not Git's: a pattern without a slash matches at the root only, a pattern
 * that matches a directory takes out all of it, and the last pattern that matches decides.
 */
export function readDockerignore(text: string): Dockerignore {
  const patterns: Pattern[] = [];
  for (const line of text.replace(/^\uFEFF/, '').split('\n')) {
    const pattern = line.startsWith('#') ? undefined : readPattern(line.trim());
    if (pattern) patterns.push(pattern);
  }
  const exceptions = patterns.filter(({ negated }) => negated);
  return {
    hasExceptions: exceptions.length > 0,
    takesAll: patterns.some(({ text, negated }) => !negated && /^\*\*?(?:\/\*\*?)?$/.test(text)),
    ignores(path) {
      let ignored = false;
      for (const { regexp, negated } of patterns) {
        // A pattern can only change the outcome one way, and matching a parent directory counts.
        if (negated === ignored && withParents(path).some((part) => regexp.test(part))) ignored = !negated;
      }
      return ignored;
    },
    keepsBelow: (directory) =>
      exceptions.some(({ text: kept }) => {
        const wildcard = kept.search(/[*?[\\]/);
        const literal = wildcard === -1 ? kept : kept.slice(0, wildcard);
        return literal.startsWith(`${directory}/`) || (wildcard !== -1 && `${directory}/`.startsWith(literal));
      }),
  };
}

function readPattern(line: string): Pattern | undefined {
  const negated = line.startsWith('!');
  let text = clean(negated ? line.slice(1).trim() : line);
  if (text.length > 1 && text.startsWith('/')) text = text.slice(1);
  if (text === '') return undefined;
  try {
    return { text, regexp: new RegExp(toRegExp(text)), negated };
  } catch {
    // Docker refuses such a pattern and with it the build; here it matches nothing.
    return undefined;
  }
}

function toRegExp(pattern: string): string {
  let result = '^';
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at]!;
    if (char === '*' && pattern[at + 1] === '*') {
      at++;
      if (pattern[at + 1] === '/') at++;
      result += at + 1 >= pattern.length ? '.*' : '(.*/)?';
    } else if (char === '*') result += '[^/]*';
    else if (char === '?') result += '[^/]';
    else if (char === '\\') result += `\\${pattern[++at] ?? '\\'}`;
    else result += PLAIN.test(char) && !insideBrackets(pattern, at) ? `\\${char}` : char;
  }
  return `${result}$`;
}

function insideBrackets(pattern: string, at: number): boolean {
  return pattern.lastIndexOf('[', at) > pattern.lastIndexOf(']', at);
}

/** The shortest equal path: no `.`, no inner `..`, no doubled or trailing slash. Empty stays empty. */
function clean(path: string): string {
  if (path === '') return '';
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !path.startsWith('/')) parts.push(part);
  }
  return (path.startsWith('/') ? '/' : '') + parts.join('/') || '.';
}

/** `a/b/c`, `a/b` and `a`. */
function withParents(path: string): string[] {
  const paths = [path];
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    paths.push(path.slice(0, slash));
  }
  return paths;
}
