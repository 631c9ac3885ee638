import { applyEdits, type Edit, insert, remove } from '../../text/edit';
import type { Build } from '../build-types';
import type { ShellScript, ShellStatement } from '../shell/shell-command';
import type { ShellLines } from '../shell/shell-lines';

/** The body of a here-document by itself: its text without the tabs that `<<-` drops, and what is read from it. */
export interface Body {
  readonly text: string;
  readonly script: ShellScript;
  readonly shell: ShellLines;
  /** Statements with their offsets in `text`. */
  readonly statements: readonly ShellStatement[];
}

/** A line of the result; `tight`: what follows belongs to the same word. */
interface Line {
  readonly text: string;
  readonly comment: boolean;
  readonly tight: boolean;
}

/** Writes the lines of the body, each but the last with an escape character; comments before the first command come by themselves. */
export function writeLines(
  { escape }: Build,
  { text, shell, statements }: Body,
  joints: readonly Edit[],
  indent: string,
  leading: boolean,
): { readonly above: readonly string[]; readonly lines: readonly string[] } {
  const edits: Edit[] = [...joints, ...shell.comments.map(remove)];
  const fixed = new Set<number>();
  for (const { at, kind, place, inner } of shell.breaks) {
    if (kind === 'continuation') {
      edits.push(remove({ start: at, end: at + 1 }));
      if (place === 'quoted' || inner || /^\S\\\n\S/.test(text.slice(at - 1, at + 3))) fixed.add(at + 2);
      continue;
    }
    const code = codeBefore(text, shell, at);
    const inside = statements.some(({ start, end }) => start < at && at < end);
    if (inside && place === 'separator' && code.text.trim() !== '') edits.push(insert(code.end, ';'));
  }

  const above: string[] = [];
  const lines: Line[] = [];
  const rows = readRows(text);
  const least = Math.min(
    ...rows.flatMap(({ row, start }) => (row.trim() === '' || fixed.has(start) ? [] : [row.search(/\S/)])),
  );
  for (const { row, start } of rows) {
    const end = start + row.length;
    const comment = shell.comments.find((one) => start <= one.start && one.end <= end);
    if (comment) {
      const written = text.slice(comment.start, comment.end).trimEnd();
      if (lines.length === 0) above.push(written);
      else
        lines.push({
          text: indent + row.slice(Math.min(least, row.search(/\S/)), row.search(/\S/)) + written,
          comment: true,
          tight: false,
        });
    }
    const own = edits.filter((edit) => start <= edit.start && edit.end <= end);
    const code = applyEdits(
      row,
      own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
    );
    const tight = fixed.has(end + 1);
    if (code.trim() === '' && !tight && !fixed.has(start)) continue;
    const shown = fixed.has(start) ? code : code.slice(Math.min(least, /^[ \t]*/.exec(code)![0].length));
    const margin =
      lines.length === 0 || fixed.has(start) ? '' : indent + (leading && !shown.startsWith('&& ') ? '   ' : '');
    const line = lines.length === 0 ? shown.trimStart() : margin + shown;
    lines.push({ text: tight ? line : line.trimEnd(), comment: false, tight });
  }
  // A comment behind the last command goes above it: behind it nothing is continued.
  const last = lines.findLastIndex(({ comment }) => !comment);
  const ordered = [...lines.slice(0, last), ...lines.slice(last + 1), lines[last]!];
  return {
    above,
    lines: ordered.map((line, index) => {
      if (line.comment || index === ordered.length - 1) return line.text;
      return line.text + (line.tight ? '' : ' ') + escape;
    }),
  };
}

/** What stands on the line of a newline in front of it, comment and blanks taken off. */
function codeBefore(
  text: string,
  { comments }: ShellLines,
  at: number,
): { readonly text: string; readonly end: number } {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const comment = comments.find((one) => start <= one.start && one.end === at);
  const code = text.slice(start, comment?.start ?? at).trimEnd();
  return { text: code, end: start + code.length };
}

function readRows(text: string): { readonly row: string; readonly start: number }[] {
  let start = 0;
  return text.split('\n').map((row) => {
    const from = start;
    start += row.length + 1;
    return { row, start: from };
  });
}
