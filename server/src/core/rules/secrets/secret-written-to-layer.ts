import { secretTraces } from '../../model/secrets/secret-traces';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const secretWrittenToLayer: Rule = {
  id: 'secrets/secret-written-to-layer',
  severity: 'warning',
  summary: 'Do not write a mounted secret into a file of the image.',
  why:
    'A secret mount is there while its RUN runs and leaves nothing behind, unless a command copies it: then the layer keeps it. ' +
    'Mount the secret where the tool looks for it (`target=`), or delete the file in the same RUN.',
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM node:22
        RUN --mount=type=secret,id=npmrc cp /run/secrets/npmrc /root/.npmrc && npm ci
                                                               ^^^^^^^^^^^^ The secret is written to /root/.npmrc, which the layer keeps.
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM node:22
        RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const { kind, command, word, path } of secretTraces(build)) {
      if (kind !== 'file') continue;
      found.push({
        at: word ?? command,
        message: `The secret is written to ${path}, which the layer keeps.`,
        anchor: command.script.instruction.start,
      });
    }
    return found;
  },
};
