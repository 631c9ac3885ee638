import { literalCredentials } from '../../model/secrets/literal-credentials';
import { literalToSecretMount } from '../../model/secrets/literal-to-mount';
import { unlessRefused } from '../../model/secrets/secret-mount';
import { tokens } from '../../model/secrets/variable-leaks';
import { ownOrTrigger } from '../../model/syntax/triggers';
import { dockerfile } from '../../text/dockerfile';
import { covers, touches } from '../../text/span';
import type { Finding, Rule } from '../rule';

const running = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'ONBUILD']);

export const valueInRun: Rule = {
  id: 'secrets/value-in-run',
  severity: 'error',
  summary: 'Never write a token into a command.',
  why:
    'The text of a command is part of the image: `docker history` shows it. A value in the format of a token that a known service ' +
    'hands out opens something, is in the history of this file too, and has to be replaced by a new one. A secret mount ' +
    '(`RUN --mount=type=secret,id=token,env=TOKEN`) gives the new one to the command and keeps nothing.',
  fixable: { safety: 'unsafe', because: 'The build must then be given the secret with `--secret`.' },
  examples: [
    {
      bad: dockerfile`
        FROM alpine:3.22
        RUN ./deploy --token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaSJ9.kX9vQ2mZr7TnLs4W
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The command holds a JSON Web Token, which stays in the image's history.
      `,
      good: dockerfile`
        FROM alpine:3.22
        RUN --mount=type=secret,id=deploy_secret,required ./deploy --token "$(cat /run/secrets/deploy_secret)"
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const token of tokens(build)) {
      const instruction = build.instructions.find(({ body }) => covers(body, token));
      if (!instruction || !running.has(instruction.keyword)) continue;
      const inner = ownOrTrigger(instruction);
      if (!inner || !running.has(inner.keyword)) continue;
      const place = inner.keyword === 'RUN' ? 'The command' : inner.keyword;
      found.push({
        at: token,
        message: `${place} holds ${token.pattern.name}, which stays in the image's history.`,
        severity: token.pattern.severity,
        anchor: instruction.start,
        fix() {
          const credential = literalCredentials(build).find((one) => touches(one, token));
          return credential && unlessRefused(literalToSecretMount(build, credential));
        },
      });
    }
    return found;
  },
};
