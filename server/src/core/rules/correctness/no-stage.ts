import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const noStage: Rule = {
  id: 'correctness/no-stage',
  aliases: ['tally/require-stages', 'NO_SOURCE_IMAGE'],
  severity: 'error',
  stops: ['buildkit'],
  summary: 'Begin a stage with FROM.',
  why: 'A Dockerfile without FROM, or an empty one, has nothing to build. To start from nothing at all, write `FROM scratch`.',
  examples: [
    {
      bad: dockerfile`
        RUN apt-get update
        ^^^ There is no FROM, so there is nothing to build.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update
      `,
    },
  ],

  check({ stages, instructions }) {
    const found: Finding[] = [];
    if (stages.length > 0) return found;
    const at = instructions[0]?.keywordSpan ?? { start: 0, end: 0 };
    found.push({
      at,
      message:
        instructions.length > 0 ? 'There is no FROM, so there is nothing to build.' : 'The file has no instructions.',
    });
    return found;
  },
};
