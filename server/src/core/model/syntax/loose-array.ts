import { readJsonStrings } from './words';

/** The items of what was probably meant as a JSON array of strings; undefined where it is none, or where the items are not clear. */
export function looseArray(text: string): string[] | undefined {
  const match = /^\[(.*?)(\][,;.]?)?$/s.exec(text.replace(/\]\s+#[^\]"']*$/, ']').trim());
  if (!match || /[\\`]\s*\n/.test(text)) return undefined;
  const items: string[] = [];
  let rest = match[1]!.trim();
  let separated = true;
  while (rest !== '') {
    const item = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|“([^”]*)”|([^\s"',[\]“”\\]+))\s*(,?)\s*/.exec(rest);
    if (!item) return undefined;
    const [whole, double, single, curly, bare] = item;
    // Words without quotes belong together unless a comma stands between them.
    if (bare !== undefined && !separated) return undefined;
    items.push(double === undefined ? (single ?? curly ?? bare)! : unescape(double));
    separated = item[5] === ',';
    rest = rest.slice(whole.length);
  }
  return items.length > 0 ? items : undefined;
}

/** The text of a JSON string; a backslash that JSON does not know stands for itself. */
function unescape(text: string): string {
  return readJsonStrings(`["${text}"]`)?.[0] ?? text;
}

/** Strings as a JSON array, as people write it. */
export function toJson(items: readonly string[]): string {
  return `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;
}

/** Text between quotes, in which brackets and commas mean nothing. */
const QUOTED = /"(?:[^"\\]|\\.)*"|'[^']*'/g;

/**
 * Whether arguments that are no JSON array of strings were meant as one. A shell has `[` for a test, with a blank behind it, and for
 * characters in a file's name: those are none.
 * @param tests whether a test may stand there
 */
export function looksLikeArray(text: string, tests: boolean): boolean {
  if (text[0] !== '[') return false;
  if (/^\[["'“]/.test(text)) return true;
  const closed = /\][,;.]?$/.test(text.trim());
  const inside = text.replace(QUOTED, '"');
  const comma = inside.includes(',');
  if (/^\[\s+[-!(]/.test(text)) return false;
  if (/^\[\s/.test(text)) {
    if (!closed) return /^\[\s*"/.test(text) && comma && !/\s\]/.test(inside);
    const strings = inside.split('"').length - 1;
    return /^\[[\s",]*\][,;.]?$/.test(inside)
      ? comma || strings > 1 || (!tests && strings > 0)
      : comma && !/[=<>!&|;-]\s/.test(inside);
  }
  return closed && /^\[[^[\]]*\][,;.]?$/.test(inside) && (comma || !tests);
}
