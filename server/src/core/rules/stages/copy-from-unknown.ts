import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const copyFromUnknown: Rule = {
  id: 'stages/copy-from-unknown',
  aliases: ['DL3022'],
  severity: 'off',
  hadolint: 'warning',
  about: { instructions: ['COPY'], flags: ['from'] },
  summary: 'Copy from a stage that stands above, or from an image with a tag.',
  why:
    'What `COPY --from` names and is no stage is pulled as an image. This is what hadolint checks: a name without a colon has to be the ' +
    'AS of a FROM above, letter case included, or start with the number of one; images without a tag and variables are reported as well. ' +
    'Mounts and ONBUILD are not looked at. Unless its preset is chosen, stages/from-unresolved reports what can not be meant.',
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.25 AS build
        RUN make
        FROM debian:12
        COPY --from=bulid /server /server
                    ^^^^^ No FROM above has the name bulid.
      `,
      good: dockerfile`
        FROM golang:1.25 AS build
        RUN make
        FROM debian:12
        COPY --from=build /server /server
      `,
    },
  ],

  check({ instructions }) {
    const found: Finding[] = [];
    const seen = new Set<string>();
    let count = 0;
    for (const instruction of instructions) {
      if (instruction.keyword === 'FROM') {
        count++;
        if (instruction.alias) seen.add(instruction.alias.value);
      }
      if (instruction.keyword !== 'COPY' || !instruction.from) continue;
      const { from } = instruction;
      const { value } = from;
      if (value.includes(':') || seen.has(value)) continue;
      const digits = /^\d+/.exec(value)?.[0];
      if (digits !== undefined && Number(digits) < count) continue;
      found.push({
        at: from,
        message: digits === value ? `There is no stage ${value} above.` : `No FROM above has the name ${value}.`,
      });
    }
    return found;
  },
};
