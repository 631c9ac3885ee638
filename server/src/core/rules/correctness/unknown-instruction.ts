import { instructionFacts } from '../../knowledge/instructions';
import type { Build } from '../../model/build-types';
import { casingOf, inCase } from '../../model/syntax/casing';
import type { UnknownInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { editDistance, findNearest } from '../../text/nearest';
import { lineEnd } from '../../text/source';
import { hasOwnFrontend } from '../refusals';
import type { Finding, Fix, Rule } from '../rule';

export const unknownInstruction: Rule = {
  id: 'correctness/unknown-instruction',
  aliases: ['tally/unknown-instruction', 'UNKNOWN_INSTRUCTION'],
  severity: 'error',
  stops: ['buildkit', 'hadolint'],
  summary: 'Begin each instruction with a keyword that Docker knows.',
  why:
    'The builder stops at a keyword that it does not know. Either the keyword is misspelled, or the line was meant to continue the one ' +
    'above, which then lacks its continuation character. The case of letters does not matter. Where `# syntax` names a frontend that ' +
    'Docker does not make, the finding is only a warning: that frontend may have more instructions. The builder also stops at a line ' +
    'of more than 65535 characters, which is reported here too.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUNN apt-get update
        ^^^^ RUNN is no instruction; RUN is the nearest.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const foreign = build.directives.length > 0 && hasOwnFrontend(build);
    for (const instruction of build.instructions) {
      if (instruction.keyword === 'UNKNOWN') found.push(toFinding(build, instruction, foreign));
    }
    if (build.source.text.length > LONGEST_LINE) found.push(...findLongLines(build));
    return found;
  },
};

/** What BuildKit's parser reads in one go. */
const LONGEST_LINE = 65_535;

const keywords = instructionFacts.map(({ keyword }) => keyword);

function toFinding(build: Build, instruction: UnknownInstruction, foreign: boolean): Finding {
  const { keywordSpan } = instruction;
  const written = build.source.text.slice(keywordSpan.start, keywordSpan.end);
  const nearest = /^[A-Za-z]{2,14}$/.test(written) ? findNearest(written, keywords) : undefined;
  const severity = foreign ? { severity: 'warning' as const } : {};
  if (nearest) {
    const message = `${written} is no instruction; ${nearest} is the nearest.`;
    return { at: keywordSpan, message, ...severity, fix: () => toFix(instruction, written, nearest, foreign) };
  }
  // What a lost line begins with may be a secret.
  const subject = /^[A-Za-z_-]{1,30}$/.test(written)
    ? `${written} is no instruction`
    : 'No instruction begins like this';
  const hint =
    instruction.index > 0 ? '; if it continues the line above, that one lacks its continuation character' : '';
  return { at: keywordSpan, message: `${subject}${hint}.`, ...severity };
}

/** A word in small letters may as well be a command that got away from the line above (`cd`, `env`, `and`). */
function toFix({ keywordSpan }: UnknownInstruction, written: string, nearest: string, foreign: boolean): Fix {
  const casing = casingOf(written) === 'lower' ? 'lower' : 'upper';
  const sure =
    casing === 'upper' && !foreign && written.length > 2 && editDistance(written.toUpperCase(), nearest) === 1;
  const text = inCase(nearest, casing);
  return { title: `Write ${text}`, edits: [replace(keywordSpan, text)], ...(sure ? {} : { safety: 'unsafe' }) };
}

function findLongLines({ source }: Build): Finding[] {
  const found: Finding[] = [];
  for (let line = 0; line < source.lineStarts.length; line++) {
    const start = source.lineStarts[line]!;
    const length = lineEnd(source, line) - start;
    if (length <= LONGEST_LINE) continue;
    const message = `The builder refuses lines of more than ${LONGEST_LINE} characters; this one has ${length}.`;
    found.push({ at: { start, end: start + 1 }, message });
  }
  return found;
}
