import { commandCredentials } from '../../model/secrets/command-credentials';
import { unlessRefused } from '../../model/secrets/secret-mount';
import { variableToSecretMount } from '../../model/secrets/variable-to-mount';
import { exposure } from '../../model/stages/exposure';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

const forms = new Set(['url', 'option', 'header', 'data']);

export const argUsedAsCredential: Rule = {
  id: 'secrets/arg-used-as-credential',
  severity: 'warning',
  about: { instructions: ['ARG'] },
  summary: 'Take credentials for a command from a secret mount, not from a build argument.',
  why:
    'The builder records the build arguments that a RUN could see: in the history of the image, in the build cache, in provenance. ' +
    'A build argument that a command uses as a password, token or header is a secret with all those readers.',
  fixable: { safety: 'unsafe', because: 'The build must then be given the secret with `--secret`, not `--build-arg`.' },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM python:3.13
        ARG INDEX_AUTH
        RUN pip install --index-url https://ci:$INDEX_AUTH@pypi.example.org/simple app
                                               ^^^^^^^^^^^ The build argument INDEX_AUTH is used as a credential: its value stays in the image's history.
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM python:3.13
        RUN --mount=type=secret,id=index_auth,env=INDEX_AUTH pip install --index-url https://ci:$INDEX_AUTH@pypi.example.org/simple app
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const { start, end, form, source, variable, command } of commandCredentials(build)) {
      if (source !== 'arg' || !variable || !forms.has(form)) continue;
      const { declaration, nameWord } = variable;
      found.push({
        at: { start, end },
        message: `The build argument ${variable.name} is used as a credential: ${exposure(build, declaration!)}.`,
        related: nameWord ? [{ at: nameWord, message: `${variable.name} is declared here.` }] : [],
        anchor: command.script.instruction.start,
        fix() {
          return unlessRefused(variableToSecretMount(build, variable.name));
        },
      });
    }
    return found;
  },
};
