import type { Build } from '../../model/build-types';
import type { ShellScript } from '../../model/shell/shell-command';
import type { Instruction, Pair } from '../../model/syntax/instruction';
import { instructionAt } from '../../model/syntax/instruction-at';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Finding, Rule } from '../rule';

export const multipleSpaces: Rule = {
  id: 'style/multiple-spaces',
  aliases: ['tally/no-multi-spaces'],
  severity: 'hint',
  summary: 'Put one space between words.',
  why:
    'More than one is a slip of the hand in most files. Only spaces between two words of one line are looked at: not what is quoted, not ' +
    'the text of here-documents, no indentation, nothing in front of a comment or a line continuation, and none that the image would ' +
    'keep, as in CMD or in a value with blanks. Presets of our own leave out words that stand in a column with those of the line above ' +
    'or below.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM  debian:12
            ^^ There are 2 spaces between two words.
        COPY app   /srv/app
                ^^^ There are 3 spaces between two words.
      `,
      good: dockerfile`
        FROM debian:12
        COPY app /srv/app
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const { text } = build.source;
    const doubles = findDoubles(text);
    let done: Instruction | undefined;
    for (const offset of doubles) {
      if (endsLine(text, offset)) continue;
      const instruction = instructionAt(build, offset);
      if (!instruction || instruction === done) continue;
      done = instruction;
      for (const gap of gapsOf(instruction)) if (isSpaces(text, gap)) found.push(toFinding(text, gap));
      if (instruction.json) for (const gap of jsonGaps(build, instruction)) found.push(toFinding(text, gap));
      if (instruction.keyword !== 'RUN') continue;
      const script = build.scripts.find((one) => one.instruction === instruction);
      if (script?.form !== 'shell' || script.broken) continue;
      for (const gap of shellGaps(build, script, doubles)) found.push(toFinding(text, gap));
    }
    return found;
  },
};

/** Where two spaces stand, or more, that are no indentation: in most files, nowhere. */
function findDoubles(text: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf('  '); at !== -1; at = text.indexOf('  ', at)) {
    let before = at - 1;
    while (text.charCodeAt(before) === 9) before--;
    if (before >= 0 && text.charCodeAt(before) !== 10) found.push(at);
    while (text.charCodeAt(at) === 32) at++;
  }
  return found;
}

/** Whether spaces stand in front of a line's end, or of what continues it. */
function endsLine(text: string, spaces: number): boolean {
  let at = spaces;
  while (text.charCodeAt(at) === 32) at++;
  const after = text[at];
  return after === '\n' || after === '\r' || after === '\\' || after === '`';
}

function toFinding(text: string, at: Span) {
  return {
    at,
    message: `There are ${at.end - at.start} spaces between two words.`,
    ...(isInColumn(text, at) ? { minor: true } : {}),
    fix: () => ({ title: 'Leave one space', edits: [replace(at, ' ')] }),
  };
}

/** Whether the word behind a gap stands below or above another one, as in a table: that is seldom a slip of the hand. */
function isInColumn(text: string, { start, end }: Span): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const column = end - lineStart;
  const holdsWord = (line: string) => /^\s\S/.test(line.slice(column - 1, column + 1));
  let above = lineStart - 1;
  while (above > 0) {
    const from = text.lastIndexOf('\n', above - 1) + 1;
    const line = text.slice(from, above);
    above = from - 1;
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (holdsWord(line)) return true;
    break;
  }
  let below = text.indexOf('\n', end) + 1;
  while (below > 0) {
    const to = text.indexOf('\n', below);
    const line = text.slice(below, to === -1 ? undefined : to);
    below = to + 1;
    if (line.trim() === '' || line.startsWith('#')) continue;
    return holdsWord(line);
  }
  return false;
}

/** Two spaces or more, and nothing else. */
function isSpaces(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) !== 32) return false;
  return true;
}

const WORDS = new Set(['FROM', 'COPY', 'ADD', 'EXPOSE', 'ARG', 'VOLUME']);

/** Where there are two characters or more between words that the builder tells apart. */
function gapsOf(instruction: Instruction): readonly Span[] {
  const { keywordSpan, flags, body, words, json, keyword } = instruction;
  const found: Span[] = [];
  let end = keywordSpan.end;
  const note = (next: Span) => {
    if (next.start - end >= 2) found.push({ start: end, end: next.start });
    end = next.end;
  };
  for (const flag of flags) note(flag);
  if (body.end > body.start) note(body);
  if (json) return found;
  if (WORDS.has(keyword)) {
    // Blanks split these words even in quotes; whoever wrote them there meant them.
    if (words.some(({ quoted, text }) => quoted && (text.split('"').length + text.split("'").length) % 2 !== 0))
      return found;
    end = Number.POSITIVE_INFINITY;
    for (const word of words) note(word);
  } else if (keyword === 'ENV' || keyword === 'LABEL') {
    end = Number.POSITIVE_INFINITY;
    for (const pair of instruction.pairs) note(pair);
    const [first] = instruction.pairs;
    if (instruction.pairs.length === 1 && first) {
      end = first.name.end;
      if (first.value && isLegacy(first)) note(first.value);
    }
  }
  return found;
}

/** `NAME value`, where the first blanks are no part of the value. */
function isLegacy({ name, value }: Pair): boolean {
  return value!.start > name.end + 1;
}

/** Between the strings of an exec form, of which the image keeps the strings alone. */
function jsonGaps({ source: { text }, escape }: Build, { words, body }: Instruction): Span[] {
  const found: Span[] = [];
  let end = body.start;
  for (const word of words) {
    if (word.start - end >= 2) found.push(...joinerGaps(text, { start: end, end: word.start }, escape));
    end = word.end;
  }
  if (body.end - end >= 2) found.push(...joinerGaps(text, { start: end, end: body.end }, escape));
  return found;
}

/** Outside of every word of the shell, on lines that hold nothing but what joins words. */
function shellGaps(build: Build, script: ShellScript, doubles: readonly number[]): Span[] {
  const found: Span[] = [];
  const { text } = build.source;
  const spans = wordSpans(script);
  spans.push({ start: script.span.end, end: script.span.end });
  let next = 0;
  let end = script.span.start;
  for (const span of spans) {
    while (next < doubles.length && doubles[next]! < end) next++;
    if (next < doubles.length && doubles[next]! < span.start) {
      found.push(...joinerGaps(text, { start: end, end: span.start }, build.escape));
    }
    end = Math.max(end, span.end);
  }
  return found;
}

/** Words, assignments and redirections in the text's order, those inside others left out. */
function wordSpans({ commands }: ShellScript): Span[] {
  const spans: Span[] = [];
  for (const { words, assignments, redirects, quotedBy } of commands) {
    if (quotedBy) continue;
    for (const assignment of assignments) spans.push(assignment);
    for (const word of words) spans.push(word);
    for (const { target } of redirects) if (target) spans.push(target);
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Spaces beside `&&`, `>` and the like; where quotes, variables or comments may stand, nothing is said. */
function joinerGaps(text: string, { start, end }: Span, escape: string): Span[] {
  const found: Span[] = [];
  let lineStart = start;
  for (const line of text.slice(start, end).split('\n')) {
    const continued = lineStart + line.length < end;
    const trimmed = continued ? line.trimEnd() : line;
    const code = continued && trimmed.endsWith(escape) ? trimmed.slice(0, -1).trimEnd() : trimmed;
    if (!/["'`$#\\]/.test(code)) {
      for (const { index, 0: spaces } of code.matchAll(/ {2,}/g)) {
        const isIndent = lineStart > start && code.slice(0, index).trim() === '';
        // Signs at the ends of lines are often put below each other, as line continuations are.
        const isAligned = continued && /^(?:&&|\|\|?|;)$/.test(code.slice(index).trim());
        if (!isIndent && !isAligned) found.push({ start: lineStart + index, end: lineStart + index + spaces.length });
      }
    }
    lineStart += line.length + 1;
  }
  return found;
}
