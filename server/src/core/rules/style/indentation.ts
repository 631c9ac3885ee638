import type { Build, Stage } from '../../model/build-types';
import type { Instruction } from '../../model/syntax/instruction';
import { pairsOf } from '../../model/syntax/pairs';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Span } from '../../text/span';
import type { Finding, Rule } from '../rule';

export const indentation: Rule = {
  id: 'style/indentation',
  aliases: ['tally/consistent-indentation'],
  severity: 'off',
  strict: 'hint',
  summary: 'Indent the instructions of a stage alike, and the lines of a list.',
  why:
    'The first instruction of a stage says how the others are indented, and the first of the lines that go on with an ENV, LABEL, COPY or ' +
    'the like how the rest are. Of a RUN, whose lines may be nested, only a mixture of tabs and spaces is told.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update
          USER nobody
          ^^^^ This is indented otherwise than the first instruction of the stage.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update
        USER nobody
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const stage of build.stages) found.push(...inStage(build, stage));
    for (const instruction of build.instructions) {
      // Each line that goes on ends with something that the builder drops.
      if (build.drops[instruction.index]!.length < 2) continue;
      const { end } = instruction.body;
      const second = build.source.text.indexOf('\n', instruction.start);
      if (second === -1 || second >= end || build.source.text.lastIndexOf('\n', end - 1) === second) continue;
      if (instruction.keyword === 'RUN') found.push(...mixture(build, instruction));
      else if (!instruction.json && LISTS.has(instruction.keyword)) found.push(...inList(build, instruction));
    }
    return found;
  },
};

const LISTS = new Set(['ADD', 'ARG', 'COPY', 'ENV', 'EXPOSE', 'LABEL', 'VOLUME']);

function inStage(build: Build, { instructions }: Stage): Finding[] {
  const found: Finding[] = [];
  const [first] = instructions;
  if (!first) return found;
  const { text } = build.source;
  const wanted = indentAt(build, first);
  const indent = text.slice(wanted.start, wanted.end);
  for (const instruction of instructions) {
    if (indent === '' && text.charCodeAt(instruction.start - 1) === 10) continue;
    const own = indentAt(build, instruction);
    if (text.slice(own.start, own.end) === indent) continue;
    found.push({
      at: instruction.keywordSpan,
      message: 'This is indented otherwise than the first instruction of the stage.',
      fix: { title: 'Indent it like the first', edits: [replace(own, indent)] },
    });
  }
  return found;
}

/** From the start of its line, which its keyword is the first on. */
function indentAt({ source }: Build, { start }: Span): Span {
  return { start: source.lineStarts[lineAt(source, start)]!, end: start };
}

function inList(build: Build, instruction: Instruction): Finding[] {
  const found: Finding[] = [];
  const { source } = build;
  const items: readonly Span[] = pairsOf(instruction) ?? instruction.words;
  if (instruction.keyword === 'ENV' && instruction.legacy) return found;
  let wanted: string | undefined;
  let line = lineAt(source, instruction.start);
  for (const item of items) {
    const own = lineAt(source, item.start);
    if (own === line) continue;
    line = lineAt(source, item.end);
    const indent = indentAt(build, item);
    const written = source.text.slice(indent.start, indent.end);
    if (/[^ \t]/.test(written)) continue;
    wanted ??= written;
    if (written === wanted) continue;
    found.push({
      at: item,
      message: 'This is indented otherwise than the first of these lines.',
      fix: { title: 'Indent it like the first', edits: [replace(indent, wanted)] },
    });
  }
  return found;
}

/** The first line that is indented with a tab where others are with spaces, or the other way round. */
function mixture({ source: { text } }: Build, { start, body, inner }: Instruction): Finding[] {
  const found: Finding[] = [];
  let first: number | undefined;
  for (let from = text.indexOf('\n', start) + 1; from > 0 && from < body.end; from = text.indexOf('\n', from) + 1) {
    const code = text.charCodeAt(from);
    if (code !== 32 && code !== 9) continue;
    let to = from;
    let mixed = false;
    for (let next = code; next === 32 || next === 9; next = text.charCodeAt(++to)) mixed ||= next !== code;
    if (text.charCodeAt(to) === 10 || text.charCodeAt(to) === 13 || inner.some((comment) => comment.start === to))
      continue;
    first ??= code;
    if (code === first && !mixed) continue;
    found.push({
      at: { start: from, end: to },
      message: 'This line is indented with tabs and spaces where the ones above are with one of them.',
    });
    return found;
  }
  return found;
}
