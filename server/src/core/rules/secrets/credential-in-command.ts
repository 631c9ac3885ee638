import type { Build } from '../../model/build-types';
import { type CommandCredential, commandCredentials } from '../../model/secrets/command-credentials';
import { literalToSecretMount } from '../../model/secrets/literal-to-mount';
import { unlessRefused } from '../../model/secrets/secret-mount';
import { tokens } from '../../model/secrets/variable-leaks';
import { variableToSecretMount } from '../../model/secrets/variable-to-mount';
import { exposure } from '../../model/stages/exposure';
import { dockerfile } from '../../text/dockerfile';
import { touches } from '../../text/span';
import type { Finding, Rule } from '../rule';

export const credentialInCommand: Rule = {
  id: 'secrets/credential-in-command',
  aliases: ['DS031'],
  severity: 'warning',
  summary: 'Hand credentials to commands by a secret mount.',
  why:
    'A password or token on the command line of a RUN, or in an ENV that the command reads, is in the history of the image. With ' +
    '`RUN --mount=type=secret,id=x,env=X` the command reads it from a variable that exists while it runs and nowhere else.',
  fixable: { safety: 'unsafe', because: 'The build must then be given the secret with `--secret`.' },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM alpine:3.22
        RUN curl -fsS -u deploy:tr0ub4dor https://example.org/release.tgz -o /tmp/release.tgz
                                ^^^^^^^^^ The credential for curl is written out here and stays in the image's history. (error)
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM alpine:3.22
        RUN --mount=type=secret,id=curl_secret,env=CURL_SECRET,required curl -fsS -u deploy:"\${CURL_SECRET}" https://example.org/release.tgz -o /tmp/release.tgz
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const credential of commandCredentials(build)) {
      if (!isOurs(build, credential)) continue;
      const { source, variable, command } = credential;
      found.push({
        at: { start: credential.start, end: credential.end },
        message: messageOf(build, credential),
        severity: source === 'literal' ? 'error' : 'warning',
        anchor: command.script.instruction.start,
        fix() {
          return unlessRefused(
            variable ? variableToSecretMount(build, variable.name) : literalToSecretMount(build, credential),
          );
        },
      });
    }
    return found;
  },
};

/** URLs, accounts, registries, build arguments at options, and tokens of a known format have rules that say more. */
function isOurs(build: Build, credential: CommandCredential): boolean {
  const { form, source } = credential;
  if (form === 'url' || (form === 'account' && source === 'literal')) return false;
  if (form === 'registry' && source !== 'literal') return false;
  if (source === 'arg' && isUsedAsOption(form)) return false;
  return !tokens(build).some((token) => touches(token, credential));
}

/** The forms in which `secrets/arg-used-as-credential` reports a build argument. */
function isUsedAsOption(form: CommandCredential['form']): boolean {
  return form === 'option' || form === 'header' || form === 'data';
}

function messageOf(build: Build, { source, variable, receiver }: CommandCredential): string {
  if (source === 'literal')
    return `The credential for ${receiver} is written out here and stays in the image's history.`;
  const { name, kind, declaration } = variable!;
  return `The credential for ${receiver} comes from ${kind} ${name}: ${exposure(build, declaration!)}.`;
}
