import { type Finding, lineAt, lineEnd, readSource, type Severity, type Span } from '../../server/src/core/index';

/** What the text of a case asks to be drawn beside places and messages. */
interface Shown {
  readonly severity: boolean;
  readonly related: boolean;
}

/**
 * Draws findings into a text: carets under what is found, from its start to its end or its first line's end, and the message.
 * Severities other than the rule's own and related places are drawn where `marked`, the text that is expected, shows any.
 */
export function mark(text: string, findings: readonly Finding[], marked: string): string {
  const shown: Shown = {
    severity: / \((?:error|warning|info|hint)\)$/m.test(marked),
    related: /^[ \t]*~{2,}(?: .*)?$/m.test(marked),
  };
  const source = readSource(text);
  const below = new Map<number, { span: Span; line: string }[]>();
  const draw = (span: Span, sign: string, message: string) => {
    const line = lineAt(source, span.start);
    const start = source.lineStarts[line]!;
    const blanks = text.slice(start, span.start).replace(/[^\t]/g, ' ');
    const length = Math.max(sign === '~' ? 2 : 1, Math.min(span.end, lineEnd(source, line)) - span.start);
    const marks = below.get(line) ?? [];
    marks.push({ span, line: `${blanks}${sign.repeat(length)} ${message}` });
    below.set(line, marks);
  };
  for (const { at, message, severity, related } of findings) {
    draw(at, '^', shown.severity && severity ? `${message} ${parenthesise(severity)}` : message);
    if (shown.related) for (const other of related ?? []) draw(other.at, '~', other.message);
  }

  const lines = text.split('\n');
  return lines
    .flatMap((line, number) => [
      line,
      ...(below.get(number) ?? [])
        .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.line < b.line ? -1 : 1))
        .map((drawn) => drawn.line),
    ])
    .join('\n');
}

function parenthesise(severity: Severity): string {
  return `(${severity})`;
}

/** Takes the `<|>` out of a text: one is a cursor, two are a selection. */
export function readCursor(marked: string): { text: string; selection: Span } {
  const parts = marked.split('<|>');
  if (parts.length < 2 || parts.length > 3) throw new Error('A cursor <|>, or two for a selection, is missing.');
  const start = parts[0]!.length;
  return { text: parts.join(''), selection: { start, end: parts.length === 3 ? start + parts[1]!.length : start } };
}
