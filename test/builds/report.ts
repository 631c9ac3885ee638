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
  const { id, edit, safe, files, config, output, layers, size, cached } = proof;
  const cells = [
    `\`${id}\``,
    `${edit}${safe ? '' : ' (unsafe)'}`,
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
