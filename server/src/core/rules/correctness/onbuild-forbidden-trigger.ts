import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const onbuildForbiddenTrigger: Rule = {
  id: 'correctness/onbuild-forbidden-trigger',
  aliases: ['DL3043', 'ONBUILD_CHAINING_DISALLOWED', 'ONBUILD_TRIGGER_DISALLOWED'],
  severity: 'error',
  hadolint: 'error',
  stops: ['buildkit'],
  about: { instructions: ['ONBUILD'] },
  summary: 'Have no FROM, MAINTAINER or ONBUILD behind ONBUILD.',
  why: 'An ONBUILD cannot begin a stage, name an author, or register another ONBUILD: the builder refuses the file.',
  examples: [
    {
      bad: dockerfile`
        FROM node:22
        ONBUILD FROM debian:12
                ^^^^ FROM cannot stand behind ONBUILD.
      `,
      good: dockerfile`
        FROM node:22
        ONBUILD COPY . .
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      if (instruction.keyword !== 'ONBUILD' || !instruction.trigger) continue;
      const { keyword, keywordSpan } = instruction.trigger;
      if (keyword !== 'FROM' && keyword !== 'MAINTAINER' && keyword !== 'ONBUILD') continue;
      found.push({ at: keywordSpan, message: `${keyword} cannot stand behind ONBUILD.` });
    }
    return found;
  },
};
