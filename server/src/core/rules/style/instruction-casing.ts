import type { Build } from '../../model/build-types';
import { type Casing, casingOf, inCase } from '../../model/syntax/casing';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, replace } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Finding, Rule } from '../rule';

export const instructionCasing: Rule = {
  id: 'style/instruction-casing',
  aliases: ['ConsistentInstructionCasing', 'CASING_INSTRUCTION'],
  severity: 'warning',
  buildkit: 'on',
  summary: 'Write all instructions in one case.',
  why:
    'Docker does not care, people do: instructions stand out where all of them are written alike. Most of the file decides which case ' +
    'that is, and capitals win a tie. ARGs above the first FROM are not looked at, nor is what stands behind ONBUILD.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        run apt-get update
        ^^^ run is in lower case, most instructions of this file are in capitals.
        CMD ["bash"]
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update
        CMD ["bash"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    let lower = 0;
    let upper = 0;
    let counted = 0;
    for (const instruction of build.instructions) {
      if (!counts(instruction)) continue;
      const casing = caseOf(build, instruction.keywordSpan);
      if (casing === 'lower') lower++;
      else if (casing === 'upper') upper++;
      counted++;
    }
    const wanted = lower > upper ? 'lower' : 'upper';
    if ((wanted === 'upper' ? upper : lower) === counted) return found;
    for (const instruction of build.instructions) {
      if (!counts(instruction)) continue;
      const casing = caseOf(build, instruction.keywordSpan);
      if (casing === wanted) continue;
      found.push({
        at: instruction.keywordSpan,
        message: `${wordAt(build, instruction.keywordSpan)} is in ${WORDS[casing]}, most instructions of this file are in ${WORDS[wanted]}.`,
        fix: () => ({
          title: wanted === 'lower' ? 'Write it in lower case' : 'Write it in capitals',
          edits: recase(build, instruction, casing, wanted),
        }),
      });
    }
    return found;
  },
};

const WORDS: Readonly<Record<Casing, string>> = { lower: 'lower case', upper: 'capitals', mixed: 'mixed case' };

function counts({ keyword, stage }: Instruction): boolean {
  return keyword !== 'UNKNOWN' && (keyword !== 'ARG' || stage >= 0);
}

function wordAt({ source }: Build, { start, end }: Span): string {
  const word = source.text.slice(start, end);
  // A line continuation may stand inside.
  return /^[A-Za-z]+$/.test(word) ? word : word.replace(/[^A-Za-z]/g, '');
}

function caseOf({ source }: Build, { start, end }: Span): Casing {
  return casingOf(source.text.slice(start, end));
}

/** The keyword, with the AS or the trigger's keyword behind it that is written like it. */
function recase(build: Build, instruction: Instruction, casing: Casing, wanted: 'lower' | 'upper'): Edit[] {
  const words: Span[] = [instruction.keywordSpan];
  if (instruction.keyword === 'FROM' && instruction.alias) words.push(instruction.words[1]!);
  if (instruction.keyword === 'ONBUILD' && instruction.trigger) words.push(instruction.trigger.keywordSpan);
  return words
    .filter((word, index) => index === 0 || caseOf(build, word) === casing)
    .map((word) => replace(word, inCase(build.source.text.slice(word.start, word.end), wanted)));
}
