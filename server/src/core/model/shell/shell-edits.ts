import { type Edit, insert, remove } from '../../text/edit';
import { lineAt, nextLineStart, type Source } from '../../text/source';
import type { Span } from '../../text/span';
import type { ShellCommand, ShellScript, ShellStatement, ShellWord } from './shell-command';

/**
 * Takes top-level statements out of a script with the separators that they leave over, so that what stays runs as before;
 * comments and the layout of the other lines stay. Undefined where the rest would mean something else, or nothing would stay.
 */
export function removeStatements(
  source: Source,
  script: ShellScript,
  removed: readonly ShellStatement[],
): readonly Edit[] | undefined {
  const { statements } = script;
  const gone = new Set(removed.map((statement) => statements.indexOf(statement)));
  if (gone.size === 0) return [];
  if (gone.has(-1) || gone.size === statements.length || script.form === 'exec') return undefined;
  for (const index of gone) {
    // What stands around `||` and `&` decides what runs at all.
    const joints = [statements[index]!.before, statements[index + 1]?.before];
    if (joints.includes('||') || joints.includes('&') || statements[index]!.background) return undefined;
  }
  // An escaped blank that ends up at the end of its line would continue it.
  const lastKept = statements.findLast((_, index) => !gone.has(index))!;
  if (gone.has(statements.length - 1) && /[\\`][ \t]+$/.test(source.text.slice(lastKept.start, lastKept.end)))
    return undefined;
  const spans: Span[] = [];
  for (let from = 0; from < statements.length; from++) {
    if (!gone.has(from)) continue;
    let to = from;
    while (gone.has(to + 1)) to++;
    spans.push(...withoutComments(removal(source, statements, from, to), script, source));
    from = to;
  }
  return spans.map(remove);
}

/** The text to take away for the statements `from` to `to`. */
function removal(source: Source, statements: readonly ShellStatement[], from: number, to: number): Span {
  const first = statements[from]!;
  const last = statements[to]!;
  const previous = statements[from - 1];
  const next = statements[to + 1];
  if (!previous) return { start: first.start, end: next!.start };
  if (!next) return { start: previous.end, end: last.end };
  const ahead = first.separator!;
  const behind = next.separator!;
  // `;` and newlines go on after a failure, `&&` does not: of two different ones the weaker has to stay.
  const keepsBehind =
    first.before === next.before
      ? lineAt(source, ahead.start) === lineAt(source, first.start) && first.before !== '\n'
      : next.before === ';' || next.before === '\n';
  if (!keepsBehind) return { start: first.start, end: next.start };
  const onOwnLine = lineAt(source, ahead.start) > lineAt(source, previous.end);
  return onOwnLine && lineAt(source, behind.start) > lineAt(source, last.end)
    ? { start: ahead.start, end: behind.start }
    : { start: previous.end, end: last.end };
}

/** A span without the comment lines in it: their text stays, on lines of their own. */
function withoutComments({ start, end }: Span, script: ShellScript, { text }: Source): Span[] {
  const comments = commentsOf(script, text).filter((comment) => start <= comment.start && comment.end <= end);
  const spans: Span[] = [];
  const endsScript = /^[ \t]*(?:\r?\n|$)/.test(text.slice(end, end + 200));
  let at = start;
  for (const comment of comments) {
    if (endsScript) {
      // The newline in front of the comment's line stays with it, the one behind goes.
      const newline = text.lastIndexOf('\n', comment.start - 1);
      spans.push({ start: at, end: Math.max(at, text[newline - 1] === '\r' ? newline - 1 : newline) });
      at = comment.end;
    } else {
      spans.push({ start: at, end: comment.start });
      at = text.indexOf('\n', comment.end) + 1;
      while (text[at] === ' ' || text[at] === '\t') at++;
    }
  }
  spans.push({ start: at, end });
  return spans.filter((span) => span.start < span.end);
}

const COMMENT_LINE = /^[ \t]*(#.*?)[ \t\r]*$/gm;

/** The builder drops comment lines of a continued instruction; in a heredoc they are the shell's. */
function commentsOf({ form, instruction, span }: ShellScript, text: string): readonly Span[] {
  if (form !== 'heredoc') return instruction.inner;
  return [...text.slice(span.start, span.end).matchAll(COMMENT_LINE)].map((match) => {
    const start = span.start + match.index + match[0].indexOf('#');
    return { start, end: start + match[1]!.length };
  });
}

/**
 * Takes words out of a command, with the blanks and line continuations that they leave over. Undefined where a word does not
 * stand in the document as the shell sees it (in exec form or a quoted script), or a comment stands between.
 */
export function removeWords(
  source: Source,
  command: ShellCommand,
  removed: readonly ShellWord[],
): readonly Edit[] | undefined {
  const { words } = command;
  if (command.script.form === 'exec' || command.quotedBy) return undefined;
  const spans: Span[] = [];
  for (let from = 0; from < words.length; from++) {
    if (!removed.includes(words[from]!)) continue;
    let to = from;
    while (to + 1 < words.length && removed.includes(words[to + 1]!)) to++;
    const previous = words[from - 1];
    const next = words[to + 1];
    if (!previous) return undefined;
    const line = (offset: number) => lineAt(source, offset);
    // A word at the end of its line goes with the blanks before it, so that the next line stays where it is.
    const endsLine = next && line(next.start) > line(words[to]!.end) && line(previous.end) === line(words[from]!.start);
    spans.push(
      !next || endsLine ? { start: previous.end, end: words[to]!.end } : { start: words[from]!.start, end: next.start },
    );
    from = to;
  }
  const { inner } = command.script.instruction;
  if (spans.some((span) => inner.some(({ start }) => span.start <= start && start < span.end))) return undefined;
  const exact = removed.every(({ start, end, text }) => source.text.slice(start, end) === text);
  return exact ? spans.map(remove) : undefined;
}

/**
 * Puts a word behind another one of a command; in exec form it becomes a string of its own. Undefined where the other one does not
 * stand in the document as the shell sees it.
 */
export function addWord(
  { text }: Source,
  { script, quotedBy }: Pick<ShellCommand, 'script' | 'quotedBy'>,
  behind: ShellWord,
  word: string,
): Edit | undefined {
  const { start, end } = behind;
  const written = text.slice(start, end);
  if (script.form !== 'exec') return written === behind.text ? insert(end, ` ${word}`) : undefined;
  if (!quotedBy && text[start - 1] === '"' && text[end] === '"') return insert(end + 1, `, "${word}"`);
  return written === behind.value ? insert(end, ` ${word}`) : undefined;
}

/**
 * Takes words out of a command line by line, so that comments between them stay: lines that hold nothing else go as a whole. Words
 * that can't be taken out so are left.
 */
export function removeWordLines(source: Source, command: ShellCommand, removed: readonly ShellWord[]): readonly Edit[] {
  if (command.script.form === 'exec' || command.quotedBy) return [];
  const lines = new Map<number, ShellWord[]>();
  for (const word of command.words) {
    const line = lineAt(source, word.start);
    lines.set(line, [...(lines.get(line) ?? []), word]);
  }
  const edits: Edit[] = [];
  const whole = new Set<number>();
  for (const [line, words] of lines) {
    const isGone = words.map((word) => removed.includes(word) && source.text.slice(word.start, word.end) === word.text);
    const start = source.lineStarts[line]!;
    const end = nextLineStart(source, line);
    const around = source.text.slice(start, words[0]!.start) + source.text.slice(words.at(-1)!.end, end);
    if (isGone.every(Boolean)) {
      if (/^[ \t]*[\\`][ \t]*\r?\n$/.test(around)) whole.add(line);
      // What ends the command stays on its line.
      else if (/^[ \t]*(?:;|&&|\|)/.test(around))
        edits.push(remove({ start: words[0]!.start, end: words.at(-1)!.end }));
      continue;
    }
    for (let from = 0; from < words.length; from++) {
      if (!isGone[from]) continue;
      let to = from;
      while (isGone[to + 1]) to++;
      edits.push(
        remove(
          from === 0
            ? { start: words[0]!.start, end: words[to + 1]!.start }
            : { start: words[from - 1]!.end, end: words[to]!.end },
        ),
      );
      from = to;
    }
  }
  const textOf = (line: number) => source.text.slice(source.lineStarts[line]!, nextLineStart(source, line)).trim();
  for (const line of whole) {
    // A comment that spoke of these lines alone goes with them.
    let first = line;
    let next = line + 1;
    while (whole.has(next)) next++;
    if (!whole.has(line - 1) && (textOf(next).startsWith('#') || !lines.has(next)))
      while (textOf(first - 1).startsWith('#')) first--;
    edits.push(remove({ start: source.lineStarts[first]!, end: nextLineStart(source, line) }));
  }
  return edits;
}
