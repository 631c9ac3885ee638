import { portsOf, readPortRange } from '../../model/syntax/ports';
import { dockerfile } from '../../text/dockerfile';
import { instructionsOf, refusal } from '../refusals';
import type { Rule } from '../rule';

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

  *check(build, { hadolint, buildkit }) {
    for (const instruction of instructionsOf(build, { buildkit: buildkit || hadolint }, 'EXPOSE')) {
      for (const { container, host, word } of portsOf(build, instruction)) {
        if (hadolint && (word.references.length > 0 || word.value.includes(':'))) continue;
        const wrong = tooHigh(container) ?? tooHigh(host);
        if (wrong === undefined) continue;
        yield refusal(instruction, { at: word, message: `There is no port ${wrong}: they end at 65535.` });
        if (hadolint) break;
      }
    }
  },
};

function tooHigh(text: string): string | undefined {
  const range = readPortRange(text);
  return range && Math.max(...range) > 65_535 ? text.split('-').find((end) => Number(end) > 65_535) : undefined;
}
