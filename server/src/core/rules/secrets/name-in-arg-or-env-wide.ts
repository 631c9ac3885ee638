import { unlessRefused } from '../../model/secrets/secret-mount';
import { variableToSecretMount } from '../../model/secrets/variable-to-mount';
import type { ArgInstruction, EnvInstruction, Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

/** The names that hadolint knows, compared without regard to case. */
const fixedNames = new Set(
  (
    'aws_access_key_id aws_secret_access_key bittrex_api_key bittrex_api_secret cf_username cf_password circle_token ' +
    'ci_deploy_user ci_deploy_password dockerhub_password docker_email docker_username docker_password facebook_access_token ' +
    'facebook_app_id facebook_app_secret firebase_token firebase_api_token fossa_api_key gh_token gh_enterprise_token ' +
    'github_token github_enterprise_token heroku_api_key heroku_api_user npm_token npm_auth_token okta_authn_groupid ' +
    'okta_client_orgurl okta_client_token okta_oauth2_clientid okta_oauth2_clientsecret openai_api_key os_username os_password ' +
    'postgres_password slack_token stripe_api_key stripe_device_name travis_os_name travis_secure_env_vars travis_sudo ' +
    'vault_client_key vault_token access_token application_key app_secret auth_token'
  ).split(' '),
);
const substring = /api_key|client_key|password|private|secret|token|username/i;

/** hadolint's check, to the letter: names that contain a word, anywhere in the file, one finding per instruction. */
export const nameInArgOrEnvWide: Rule = {
  id: 'secrets/name-in-arg-or-env-wide',
  aliases: ['DL3064'],
  severity: 'off',
  hadolint: 'warning',
  about: { instructions: ['ARG', 'ENV'] },
  summary: 'Keep variables whose name contains a word for a credential out of ENV and ARG.',
  why:
    'This is the check of hadolint: any name that contains `password`, `secret`, `token`, `username` and the like, with whatever ' +
    'value, `TOKENIZERS_PARALLELISM` included. `secrets/arg-or-env` looks at name, value and instruction and is the one that is ' +
    'recommended.',
  fixable: { safety: 'unsafe', because: 'The build must then be given the secret with `--secret`, not `--build-arg`.' },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM alpine:3.22
        ARG FEED_USERNAME
        ^^^^^^^^^^^^^^^^^ ARG FEED_USERNAME has a name that contains a word for a credential.
        RUN ./fetch --user "$FEED_USERNAME"
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM alpine:3.22
        RUN --mount=type=secret,id=feed_username,env=FEED_USERNAME ./fetch --user "$FEED_USERNAME"
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const written of build.instructions) {
      const instruction = withPairs(written);
      const first = instruction?.pairs.find(
        ({ name }) => fixedNames.has(name.value.toLowerCase()) || substring.test(name.value),
      );
      if (!instruction || !first) continue;
      found.push({
        at: instruction,
        message: `${instruction.keyword} ${first.name.value} has a name that contains a word for a credential.`,
        fix() {
          return unlessRefused(variableToSecretMount(build, first.name.value));
        },
      });
    }
    return found;
  },
};

function withPairs(instruction: Instruction): ArgInstruction | EnvInstruction | undefined {
  const one = instruction.keyword === 'ONBUILD' && instruction.trigger ? instruction.trigger : instruction;
  return one.keyword === 'ARG' || one.keyword === 'ENV' ? one : undefined;
}
