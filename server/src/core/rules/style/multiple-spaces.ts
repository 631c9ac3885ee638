import type { Build } from '../../model/build-types';
import type { ShellScript } from '../../model/shell/shell-command';
import type { Instruction, Pair } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Rule } from '../rule';

export const multipleSpaces: Rule = {
  id: 'style/multiple-spaces',
  aliases: ['tally/no-multi-spaces'],
  severity: 'hint',
  summary: 'Put one space between words.',
  why:
    'More than one is a slip of the hand in most files. Only spaces between two words of one line are looked at: not what is quoted, not ' +
    'the text of here-documents, no indentation, nothing in front of a comment or a line continuation, and none that the image would ' +
    'keep, as in CMD or in a value with blanks.',
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

  *check(build) {
    const { text } = build.source;
    for (const instruction of build.instructions) {
      for (const gap of gapsOf(instruction)) {
        if (isSpaces(text, gap)) yield toFinding(gap);
      }
    }
    for (const script of build.scripts) {
      if (script.form !== 'shell' || script.broken) continue;
      for (const gap of shellGaps(build, script)) yield toFinding(gap);
    }
  },
};

function toFinding(at: Span) {
  return {
    at,
    message: `There are ${at.end - at.start} spaces between two words.`,
    fix: () => ({ title: 'Leave one space', edits: [replace(at, ' ')] }),
  };
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

/** Between the words of each command, and around what stands between commands. */
function* shellGaps({ source: { text } }: Build, { commands }: ShellScript): Iterable<Span> {
  let end = Number.POSITIVE_INFINITY;
  for (const { words, quotedBy, nesting } of commands) {
    // Inside quotes, or perhaps.
    if (quotedBy || nesting === 'substitution') continue;
    for (const [index, word] of words.entries()) {
      if (word.start - end >= 2) {
        if (index > 0) {
          const gap = { start: end, end: word.start };
          if (isSpaces(text, gap)) yield gap;
        } else yield* operatorGaps(text, end, word.start);
      }
      end = Math.max(word.end, end === Number.POSITIVE_INFINITY ? 0 : end);
    }
  }
}

/** Spaces beside `&&`, `|` and the like, on one line with what stands on both sides. */
function* operatorGaps(text: string, start: number, end: number): Iterable<Span> {
  const between = text.slice(start, end);
  if (!/^ *(?:&&|\|\|?|;) *$/.test(between)) return;
  for (const { index, 0: spaces } of between.matchAll(/ {2,}/g)) {
    yield { start: start + index, end: start + index + spaces.length };
  }
}
