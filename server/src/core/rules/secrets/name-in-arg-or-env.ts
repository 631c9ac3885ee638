import { unlessRefused } from '../../model/secrets/secret-mount';
import { variableToSecretMount } from '../../model/secrets/variable-to-mount';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

const secretWord = /(?:_|^)(?:apikey|auth|credential|credentials|key|password|pword|passwd|secret|token)(?:_|$)/i;
const allowedWord = /(?:_|^)(?:public|file|version)(?:_|$)/i;

/** BuildKit's check, to the letter: the name alone, inside stages alone. */
export const nameInArgOrEnv: Rule = {
  id: 'secrets/name-in-arg-or-env',
  aliases: ['SecretsUsedInArgOrEnv', 'DS031'],
  severity: 'off',
  buildkit: 'on',
  about: { instructions: ['ARG', 'ENV'] },
  summary: 'Keep variables with the name of a credential out of ENV and ARG.',
  why:
    'This is the check of BuildKit: it goes by the words of the name and nothing else, so an empty `AUTH_KEY` is reported and ' +
    '`DBPASSWORD=tiger` is not. `secrets/arg-or-env` looks at name, value and instruction and is the one that is recommended.',
  fixable: { safety: 'unsafe', because: 'The build must then be given the secret with `--secret`, not `--build-arg`.' },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM alpine:3.22
        ARG API_TOKEN
            ^^^^^^^^^ ARG API_TOKEN has the name of a credential.
        RUN wget --header "Authorization: Bearer $API_TOKEN" https://example.org/data
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM alpine:3.22
        RUN --mount=type=secret,id=api_token,env=API_TOKEN wget --header "Authorization: Bearer $API_TOKEN" https://example.org/data
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      if (instruction.stage < 0 || (instruction.keyword !== 'ARG' && instruction.keyword !== 'ENV')) continue;
      for (const { name } of instruction.pairs) {
        if (!secretWord.test(name.value) || allowedWord.test(name.value)) continue;
        found.push({
          at: name,
          message: `${instruction.keyword} ${name.value} has the name of a credential.`,
          fix() {
            return unlessRefused(variableToSecretMount(build, name.value));
          },
        });
      }
    }
    return found;
  },
};
