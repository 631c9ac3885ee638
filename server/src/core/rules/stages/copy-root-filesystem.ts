import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const copyRootFilesystem: Rule = {
  id: 'stages/copy-root-filesystem',
  aliases: ['DL3067'],
  severity: 'warning',
  hadolint: 'warning',
  about: { instructions: ['COPY'] },
  summary: 'Copy what is needed of another stage, not its whole file system.',
  why:
    'Copying `/` to `/` brings everything that the other stage has, its tools, caches and perhaps secrets, and doubles or mixes the files ' +
    'of two systems. Copying `/` into another directory is not reported, nor is a copy from the build context.',
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.25 AS build
        RUN make install
        FROM debian:12
        COPY --from=build / /
        ^^^^^^^^^^^^^^^^^^^^^ This copies everything that build has, its tools included: copy the files that are needed.
      `,
      good: dockerfile`
        FROM golang:1.25 AS build
        RUN make install
        FROM debian:12
        COPY --from=build /usr/local/bin/server /usr/local/bin/
      `,
    },
  ],

  check({ instructions }) {
    const found: Finding[] = [];
    for (const instruction of instructions) {
      if (instruction.keyword !== 'COPY' || !instruction.from || instruction.destination?.value !== '/') continue;
      if (!instruction.sources.some(({ value }) => value === '/')) continue;
      found.push({
        at: { start: instruction.start, end: instruction.end },
        message: `This copies everything that ${instruction.from.value} has, its tools included: copy the files that are needed.`,
      });
    }
    return found;
  },
};
