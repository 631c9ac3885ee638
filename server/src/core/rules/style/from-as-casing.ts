import { casingOf, inCase } from '../../model/syntax/casing';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const fromAsCasing: Rule = {
  id: 'style/from-as-casing',
  aliases: ['FromAsCasing'],
  severity: 'warning',
  buildkit: 'on',
  summary: 'Write AS in the case of its FROM.',
  why:
    'The two words belong to one instruction and read best when they look alike. Where FROM itself is written in mixed case, nothing is ' +
    'said about AS.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.25 as build
                         ^^ FROM is in capitals, as is not.
        RUN go version
      `,
      good: dockerfile`
        FROM golang:1.25 AS build
        RUN go version
      `,
    },
  ],

  check({ stages, source: { text } }) {
    const found: Finding[] = [];
    for (const { from } of stages) {
      if (!from.alias || from.words.length !== 3) continue;
      const keyword = text.slice(from.keywordSpan.start, from.keywordSpan.end);
      const casing = casingOf(keyword);
      const as = from.words[1]!;
      const word = text.slice(as.start, as.end);
      if (casing === 'mixed' || casingOf(word) === casing) continue;
      found.push({
        at: as,
        message: `${keyword} is in ${casing === 'lower' ? 'lower case' : 'capitals'}, ${word} is not.`,
        fix: { title: 'Write AS in the case of FROM', edits: [replace(as, inCase(word, casing))] },
      });
    }
    return found;
  },
};
