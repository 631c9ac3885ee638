import type { Span } from '../../text/span';

/**
 * Where the shell starts to read a comment in the lines of a continued instruction; undefined when it never does. To the shell
 * these lines are one line, so that the comment takes all that follows with it.
 * @param drops what the builder takes out of the text, in order
 */
export function findShellComment(text: string, { start, end }: Span, drops: readonly Span[]): number | undefined {
  // What encloses the place: `"`, `(` of a `$(` inside of it or anywhere, `{` of a `${`.
  const open: string[] = [];
  let startsWord = true;
  let next = drops.findIndex((drop) => drop.end > start);
  for (let at = start; at < end; at++) {
    const drop = next === -1 ? undefined : drops[next];
    if (drop && at >= drop.start) {
      at = drop.end - 1;
      next++;
      continue;
    }
    const char = text[at]!;
    const inside = open.at(-1);
    const expands = char === '$' && (text[at + 1] === '(' || text[at + 1] === '{');
    if (char === '\\') at++;
    else if (expands) open.push(text[++at]!);
    else if (inside === '"') {
      if (char === '"') open.pop();
    } else if (inside === '{') {
      if (char === '}') open.pop();
      else if (char === '"') open.push(char);
    } else if (char === '"') open.push(char);
    else if (char === "'") at = closing(text, at, end);
    else if (char === '`') {
      // Its text ends at the next backtick, in a comment or not.
      at = closing(text, at, end);
    } else if (char === '(') open.push(char);
    else if (char === ')') open.pop();
    else if (char === '#' && startsWord) return at;
    startsWord = /[\s;&|()<>]/.test(char) || (expands && char === '$' && text[at] === '(');
  }
  return undefined;
}

function closing(text: string, from: number, end: number): number {
  const found = text.indexOf(text[from]!, from + 1);
  return found === -1 ? end : found;
}
