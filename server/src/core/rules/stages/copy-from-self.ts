import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const copyFromSelf: Rule = {
  id: 'stages/copy-from-self',
  aliases: ['DL3023', 'DS006', "COPY '--from' References Current FROM Alias"],
  severity: 'error',
  hadolint: 'error',
  about: { instructions: ['COPY'], flags: ['from'] },
  summary: 'Do not copy from the stage that is being built.',
  why:
    'A stage can only be copied from when it is complete: the builder stops at a COPY whose `--from` names its own stage. What is in the ' +
    'stage already can be copied by RUN. hadolint compares the name as it is written; the builder, and other presets, without letter case.',
  examples: [
    {
      bad: dockerfile`
        FROM debian:12 AS build
        COPY --from=build /a /b
                    ^^^^^ This is the stage that is being built, so the build fails: copy inside it with RUN cp.
      `,
      good: dockerfile`
        FROM debian:12 AS build
        RUN cp /a /b
      `,
    },
  ],

  check({ instructions, stages }, { hadolint }) {
    const found: Finding[] = [];
    for (const instruction of instructions) {
      if (instruction.keyword !== 'COPY' || !instruction.from) continue;
      const alias = stages[instruction.stage]?.from.alias?.value;
      const { from } = instruction;
      if (alias === undefined) continue;
      if (hadolint ? from.value !== alias : from.value.toLowerCase() !== alias.toLowerCase()) continue;
      found.push({
        at: from,
        message: 'This is the stage that is being built, so the build fails: copy inside it with RUN cp.',
      });
    }
    return found;
  },
};
