import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proof } from './prove';
import { UNCOMPARED, volatiles } from './volatile';

/** The page that the table of all proofs stands in. */
export const proofPage = join(import.meta.dirname, '../../docs/proof.md');

const START = '<!-- builds:start -->';
const END = '<!-- builds:end -->';

const HEAD = [
  '| case | edit | files | config | output | layers | size (MB) | rebuild: steps cached | engine |',
  '|---|---|---|---|---|---|---|---|---|',
];

/** One row of the table. */
export function toRow(proof: Proof, engine: string): string {
  const { id, edit, safe, ecosystem, files, config, output, layers, size, cached } = proof;
  const cells = [
    `\`${id}\``,
    `${edit}${ecosystem === undefined ? '' : `, ${ecosystem}`}${safe ? '' : ' (unsafe)'}`,
    files,
    config,
    output,
    layers.join(' → '),
    size.map(megabytes).join(' → '),
    cached?.join(' → ') ?? '–',
    engine,
  ];
  return `| ${cells.join(' | ')} |`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

/** The table for a terminal and for the page. */
export function toTable(rows: readonly string[]): string {
  return [...HEAD, ...rows].join('\n');
}

const CONVERSION =
  /^\| `([^`]+)` \| convert-to-multi-stage, (.+?) \(unsafe\) \|.* \| ([\d.]+) → ([\d.]+) \| [^|]* \| [^|]* \|$/;

/** The conversions to multi-stage among the rows: what each project became, by its ecosystem. */
export function conversionTable(rows: readonly string[]): string {
  const conversions = rows.flatMap((row) => {
    const [, id, ecosystem, before, after] = CONVERSION.exec(row) ?? [];
    const output = row.split(' | ')[4];
    return id === undefined
      ? []
      : [{ id, ecosystem: ecosystem!, before: Number(before), after: Number(after), output }];
  });
  const smaller = conversions.map(({ before, after }) => 1 - after / before).sort((a, b) => a - b);
  const middle = smaller.length >> 1;
  const median =
    smaller.length % 2 === 1 ? smaller[middle]! : ((smaller[middle - 1] ?? 0) + (smaller[middle] ?? 0)) / 2;
  return [
    '| ecosystem | project | size before → after (MB) | smaller by | output and answers |',
    '|---|---|---|---|---|',
    ...conversions
      .sort((a, b) => a.ecosystem.localeCompare(b.ecosystem) || a.id.localeCompare(b.id))
      .map(
        ({ id, ecosystem, before, after, output }) =>
          `| ${ecosystem} | \`${id}\` | ${before} → ${after} | ${Math.round((1 - after / before) * 100)} % | ${output} |`,
      ),
    '',
    `${conversions.length} projects; the median image is ${Math.round(median * 100)} % smaller.`,
  ].join('\n');
}

/** The rows of the page, by the case that they are about. */
export function readRows(): Map<string, string> {
  const rows = new Map<string, string>();
  for (const line of section().split('\n')) {
    const id = /^\| `([^`]+)` \|/.exec(line)?.[1];
    if (id !== undefined) rows.set(id, line);
  }
  return rows;
}

/** Replaces the rows of the cases that ran, and takes away those of cases that are no more. */
export function writeRows(fresh: ReadonlyMap<string, string>, cases: readonly string[]): void {
  const known = new Map([...readRows(), ...fresh]);
  const rows = cases.flatMap((id) => known.get(id) ?? []);
  const left = [
    `- ${UNCOMPARED}`,
    ...volatiles.map(({ pattern, what, why }) => `- \`${pattern.source}\` (${what}): ${why}`),
  ];
  const text = [
    START,
    '',
    `${rows.length} cases.`,
    '',
    toTable(rows),
    '',
    'Conversions to multi-stage among them:',
    '',
    conversionTable(rows),
    '',
    'Not compared, in any case; files that do differ there are counted as volatile:',
    '',
    ...left,
    '',
    END,
  ].join('\n');
  const page = readFileSync(proofPage, 'utf8');
  writeFileSync(
    proofPage,
    page.replace(page.slice(page.indexOf(START), page.indexOf(END) + END.length), () => text),
  );
}

function section(): string {
  const page = readFileSync(proofPage, 'utf8');
  if (!page.includes(START) || !page.includes(END)) throw new Error(`${proofPage} has no place for the table.`);
  return page.slice(page.indexOf(START), page.indexOf(END));
}
