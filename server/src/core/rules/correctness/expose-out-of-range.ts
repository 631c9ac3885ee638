import type { Word } from '../../model/syntax/instruction';
import { portsOf, readPortRange } from '../../model/syntax/ports';
import { dockerfile } from '../../text/dockerfile';
import { instructionsOf, refusal } from '../refusals';
import type { Finding, Rule } from '../rule';

export const exposeOutOfRange: Rule = {
  id: 'correctness/expose-out-of-range',
  aliases: ['DL3011', 'DS008'],
  severity: 'error',
  hadolint: 'error',
  stops: ['buildkit'],
  about: { instructions: ['EXPOSE'] },
  summary: 'Expose ports from 0 to 65535.',
  why:
    'There are no ports above 65535, and the builder refuses them. Either end of a range counts. Variables are looked through as far as ' +
    'the file tells their value; the hadolint preset looks at plain numbers only, and not behind ONBUILD.',
  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.29
        EXPOSE 80808
               ^^^^^ There is no port 80808: they end at 65535.
      `,
      good: dockerfile`
        FROM nginx:1.29
        EXPOSE 8080
      `,
    },
  ],

  check(build, { hadolint, buildkit }) {
    const findings: Finding[] = [];
    for (const instruction of instructionsOf(build, { buildkit: buildkit || hadolint }, 'EXPOSE')) {
      if (hadolint) {
        const word = instruction.words.find((one) => plainTooHigh(one) !== undefined);
        if (word) findings.push(refusal(instruction, found(word, plainTooHigh(word)!)));
        continue;
      }
      for (const { container, host, word } of portsOf(build, instruction)) {
        const wrong = tooHigh(container) ?? tooHigh(host);
        if (wrong !== undefined) findings.push(refusal(instruction, found(word, wrong)));
      }
    }
    return findings;
  },
};

function found(word: Word, port: string): Finding {
  return { at: word, message: `There is no port ${port}: they end at 65535.` };
}

/** As hadolint reads a port: a variable is passed over, be it one end of a range with a number at the other. */
function plainTooHigh({ value }: Word): string | undefined {
  if (value.includes(':')) return undefined;
  const [ports = ''] = value.split('/');
  return ports.split('-').find((end) => /^\d+$/.test(end) && Number(end) > 65_535);
}

function tooHigh(text: string): string | undefined {
  const range = readPortRange(text);
  return range && Math.max(...range) > 65_535 ? text.split('-').find((end) => Number(end) > 65_535) : undefined;
}
