/**
 * A source with wildcards of COPY as a regular expression over the files of the context: what it matches, or what lies below a
 * directory that it matches. Undefined for one that is not well formed.
 */
export function compileGlob(glob: string): RegExp | undefined {
  let text = '';
  for (let at = 0; at < glob.length; at++) {
    const char = glob[at]!;
    if (char === '*') text += '[^/]*';
    else if (char === '?') text += '[^/]';
    else if (char === '[') {
      const close = glob.indexOf(']', at + 2);
      if (close === -1) return undefined;
      text += glob.slice(at, close + 1).replace(/\\(?!.)/g, '\\\\');
      at = close;
    } else if (char === '\\' && at + 1 < glob.length) text += escape(glob[++at]!);
    else text += escape(char);
  }
  try {
    return new RegExp(`^${text}(?:/|$)`);
  } catch {
    return undefined;
  }
}

function escape(char: string): string {
  return /[.*+?^${}()|[\]\\/]/.test(char) ? `\\${char}` : char;
}
