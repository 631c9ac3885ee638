import type { Build } from '../../model/build-types';
import { faultSpan, findExpansionFault, firstWordFault } from '../../model/syntax/expansion-faults';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { allInstructions, refusal } from '../refusals';
import type { Finding, Rule } from '../rule';

export const envLabelSyntax: Rule = {
  id: 'correctness/env-label-syntax',
  aliases: [
    'SYNTAX_MISSING_EQUALS',
    'SYNTAX_MISSING_NAMES',
    'SYNTAX_MISSING_SINGLE_QUOTE',
    'SYNTAX_MISSING_DOUBLE_QUOTE',
    'UNSUPPORTED_MODIFIER',
  ],
  severity: 'error',
  stops: ['buildkit'],
  summary: 'Write names, values, quotes and variables so that the builder can read them.',
  why:
    'ENV and LABEL take pairs of a name, `=` and a value, without blanks around the `=`; a value with blanks needs quotes. The builder ' +
    'also refuses, there and wherever else it expands variables (ARG, FROM, COPY, ADD, USER, WORKDIR, VOLUME, EXPOSE, STOPSIGNAL, ' +
    'mounts), a quote that is never closed, and a `${…}` that it does not know: it knows `:-`, `:+`, `:?`, `#`, `##`, `%`, `%%`, `/` ' +
    'and `//`, but not `^`, `,`, `@`, `:=` or `:0:3` of bash. A variable with `:?` is fine here: it is meant to fail. A name of empty quotes is accepted, so it is a warning.',
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        ENV MODE=production LEVEL = 3
                            ^^^^^ This word has no = behind it; a value with blanks in it needs quotes.
        WORKDIR /srv/\${APP^^}
                     ^^^^^^^^ The builder does not know this kind of substitution.
      `,
      good: dockerfile`
        FROM debian:12
        ENV MODE=production LEVEL=3
        WORKDIR /srv/\${APP}
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const instruction of allInstructions(build, { buildkit: false })) {
      const later = instruction.onbuild && settings.buildkit;
      if (instruction.keyword === 'ENV' || instruction.keyword === 'LABEL' || instruction.keyword === 'ARG') {
        const finding = checkPairs(instruction.pairs, instruction.keyword);
        if (finding && !(finding.severity && settings.buildkit)) {
          // A word without = is an error behind ONBUILD too; the rest is only where somebody builds on the image.
          const atOnce = !instruction.onbuild || finding.message !== NO_NAME;
          if (atOnce) found.push(finding);
          else if (!later) found.push(refusal(instruction, finding));
          continue;
        }
      }
      if (later) continue;
      const fault = findFault(build, instruction);
      if (fault) found.push(refusal(instruction, fault));
    }
    return found;
  },
};

const NO_NAME = 'There is no name in front of the =.';

type Pairs = Extract<Instruction, { keyword: 'ENV' }>['pairs'];

/** The builder stops at the first one. */
function checkPairs(pairs: Pairs, keyword: 'ARG' | 'ENV' | 'LABEL'): Finding | undefined {
  let nameless: Finding | undefined;
  for (const pair of pairs) {
    const { text } = pair.name;
    if (text === '') return { at: pair, message: NO_NAME };
    if (text === '""' || text === "''") nameless ??= { at: pair, message: 'The name is empty.', severity: 'warning' };
    if (pair.value || keyword === 'ARG' || pairs.length === 1) continue;
    // The word may be a part of a secret, so it is not named.
    return { at: pair, message: 'This word has no = behind it; a value with blanks in it needs quotes.' };
  }
  return nameless;
}

function findFault(build: Build, instruction: Instruction): Finding | undefined {
  const { escape } = build;
  const first = firstWordFault(instruction, escape);
  if (first) {
    const { word, text, fault } = first;
    const at = faultSpan(word, text, fault, build);
    return fault.kind === 'quote'
      ? { at: { start: at.start, end: Math.min(at.end, at.start + 1) }, message: 'This quote is never closed.' }
      : { at, message: 'The builder does not know this kind of substitution.' };
  }
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return undefined;
  for (const { body, expand } of instruction.heredocs) {
    const fault = expand ? findExpansionFault(build.source.text.slice(body.start, body.end), escape, true) : undefined;
    if (!fault) continue;
    const start = body.start + fault.start;
    const end = Math.min(body.start + fault.end, start + 80, build.source.text.indexOf('\n', start));
    return {
      at: { start, end: Math.max(end, start + 2) },
      message:
        'The builder does not know this kind of substitution; quote the delimiter of the heredoc to have its body taken as it is.',
    };
  }
  return undefined;
}
