/** A document's text and what every reader of it needs to know about its lines. */
export interface Source {
  readonly text: string;
  /** Offset of the first character of each line; a line ends at LF, CRLF or a lone CR, as editors count. */
  readonly lineStarts: readonly number[];
  /** The newline that the document uses (its first one), for text that edits add. */
  readonly newline: '\n' | '\r\n';
}

/** Reads the line structure of a text. */
export function readSource(text: string): Source {
  const lineStarts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lineStarts.push(at + 1);
  }
  const firstBreak = text.indexOf('\n');
  return { text, lineStarts, newline: firstBreak > 0 && text[firstBreak - 1] === '\r' ? '\r\n' : '\n' };
}

/** The 0-based line that holds an offset; offsets past the end belong to the last line. */
export function lineAt({ lineStarts }: Source, offset: number): number {
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** A 0-based line and a 0-based UTF-16 column, as LSP counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The position of an offset. */
export function positionAt(source: Source, offset: number): Position {
  const line = lineAt(source, offset);
  return { line, character: offset - source.lineStarts[line]! };
}

/** The offset of a position; positions outside the text or line are moved to its nearest end. */
export function offsetAt(source: Source, { line, character }: Position): number {
  if (line < 0) return 0;
  const start = source.lineStarts[line];
  if (start === undefined) return source.text.length;
  const end = lineEnd(source, line);
  return Math.min(start + Math.max(0, character), end);
}

/** The offset just behind a line's last character, before its newline. */
export function lineEnd({ text, lineStarts }: Source, line: number): number {
  const next = lineStarts[line + 1];
  if (next === undefined) return text.length;
  return text[next - 1] === '\n' && text[next - 2] === '\r' ? next - 2 : next - 1;
}

/** The offset of the first character of the next line, or the text's end: where a line with its newline ends. */
export function nextLineStart({ text, lineStarts }: Source, line: number): number {
  return lineStarts[line + 1] ?? text.length;
}
