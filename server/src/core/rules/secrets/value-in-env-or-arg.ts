import { unlessRefused } from '../../model/secrets/secret-mount';
import { tokens, variableLeaks } from '../../model/secrets/variable-leaks';
import { variableToSecretMount } from '../../model/secrets/variable-to-mount';
import { exposure } from '../../model/stages/exposure';
import { dockerfile } from '../../text/dockerfile';
import { covers } from '../../text/span';
import type { Finding, Rule } from '../rule';

export const valueInEnvOrArg: Rule = {
  id: 'secrets/value-in-env-or-arg',
  severity: 'error',
  summary: 'Never write a token into ENV, ARG, LABEL or a here-document.',
  why:
    'The value has the format of a token that a known service hands out, so it opens something. It is in the history of this file ' +
    'and of every image built from it: it has to be replaced by a new one, and the new one belongs in a secret mount.',
  fixable: { safety: 'unsafe', because: 'The build must then be given the secret with `--secret`.' },
  about: { instructions: ['ARG', 'ENV', 'LABEL'] },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM alpine:3.22
        ARG DEPLOY_TOKEN=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaSJ9.kX9vQ2mZr7TnLs4W
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ARG DEPLOY_TOKEN holds a JSON Web Token: its value stays in the image's history.
        RUN ./deploy --token "$DEPLOY_TOKEN"
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM alpine:3.22
        RUN --mount=type=secret,id=deploy_token,env=DEPLOY_TOKEN,required ./deploy --token "$DEPLOY_TOKEN"
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const { instruction, pair, reason, token, severity } of variableLeaks(build)) {
      if (reason !== 'token') continue;
      found.push({
        at: pair,
        message: `${instruction.keyword} ${pair.name.value} holds ${token!.pattern.name}: ${exposure(build, instruction)}.`,
        severity,
        fix() {
          const isLabel = instruction.keyword === 'LABEL';
          return isLabel ? undefined : unlessRefused(variableToSecretMount(build, pair.name.value));
        },
      });
    }
    for (const token of tokens(build)) {
      const { name, severity } = token.pattern;
      const instruction = build.instructions.find(({ heredocs }) => heredocs.some(({ body }) => covers(body, token)));
      if (!instruction) continue;
      found.push({
        at: token,
        message: `The here-document holds ${name}, which stays in the image's history.`,
        severity,
        anchor: instruction.start,
      });
    }
    return found;
  },
};
