import type { LayerRow, StageView } from '../../core/index';

const head = ['line', 'layer', 'instruction', 'context', 'reruns with it'];

/** The layers of each stage as a table for people; what is notable about a layer stands below it. */
export function reportLayers(stages: readonly StageView[]): string {
  return stages.map((stage) => `${title(stage)}\n${table(stage.rows)}`).join('\n');
}

function title({ index, name, base, rows }: StageView): string {
  const layers = rows.filter(({ kind }) => kind === 'filesystem').length;
  const count = layers === 1 ? '1 filesystem layer' : `${layers} filesystem layers`;
  return `Stage ${name ? `${index} (${name})` : index}, FROM ${base}: ${count}\n`;
}

function table(rows: readonly LayerRow[]): string {
  const cells = rows.map((row) => [
    String(row.line),
    row.layer === undefined ? '-' : String(row.layer),
    row.keyword,
    row.onContext ? 'yes' : '-',
    row.reruns.length === 0 ? '-' : ranges(row.reruns),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]!.length)));
  const draw = (row: readonly string[]) =>
    `  ${row.map((cell, column) => (column < 2 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join('  ')}`.trimEnd();
  const lines = [draw(head)];
  for (const [index, row] of cells.entries()) {
    lines.push(draw(row), ...rows[index]!.notes.map((note) => `         ${note}`));
  }
  return `${lines.join('\n')}\n`;
}

/** `3, 5-8`: lines that follow each other are drawn together. */
function ranges(lines: readonly number[]): string {
  const parts: { first: number; last: number }[] = [];
  for (const line of lines) {
    const open = parts.at(-1);
    if (open && line === open.last + 1) open.last = line;
    else parts.push({ first: line, last: line });
  }
  return parts.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join(', ');
}
