const TOKEN = /\s+|"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gy;

interface Token {
  readonly text: string;
  readonly start: number;
}

/**
 * JSON with each value on a line of its own, indented as its first indented line is, by two spaces where there is none. Lists and
 * objects of plain values that are on one line of several stay there, numbers and strings as they are written. Undefined when the
 * text is no JSON object or list.
 */
export function formatJson(text: string, newline: string): string | undefined {
  if (!isStructure(text)) return undefined;
  const step = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  const severalLines = text.trim().includes('\n');
  const tokens: Token[] = [];
  for (const { 0: found, index } of text.matchAll(TOKEN))
    if (found.trim() !== '') tokens.push({ text: found, start: index });
  let depth = 0;
  let result = '';
  for (let at = 0; at < tokens.length; at++) {
    const { text: token, start } = tokens[at]!;
    const closing = token === '}' || token === ']';
    if (closing) depth--;
    const opened = at > 0 && /^[{[]$/.test(tokens[at - 1]!.text);
    const separated = at > 0 && tokens[at - 1]!.text === ',';
    if ((opened && !closing) || (closing && !opened) || separated) result += newline + step.repeat(depth);
    const end = severalLines && /^[{[]$/.test(token) ? plainEnd(tokens, at) : undefined;
    const whole = end === undefined ? undefined : text.slice(start, tokens[end]!.start + 1);
    if (whole !== undefined && !whole.includes('\n')) {
      result += whole;
      at = end!;
      continue;
    }
    result += token === ':' ? ': ' : token;
    if (token === '{' || token === '[') depth++;
  }
  return result + newline;
}

/** The token that closes a list or object which holds no other. */
function plainEnd(tokens: readonly Token[], open: number): number | undefined {
  for (let at = open + 1; at < tokens.length; at++) {
    if (/^[}\]]$/.test(tokens[at]!.text)) return at;
    if (/^[{[]$/.test(tokens[at]!.text)) return undefined;
  }
  return undefined;
}

function isStructure(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
