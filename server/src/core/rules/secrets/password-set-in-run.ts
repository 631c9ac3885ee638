import { commandCredentials } from '../../model/secrets/command-credentials';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const passwordSetInRun: Rule = {
  id: 'secrets/password-set-in-run',
  aliases: ['CKV2_DOCKER_17'],
  severity: 'error',
  summary: 'Do not set the password of an account to a value written into the file.',
  why:
    'Every container of the image has that account with that password, and whoever reads the file or the history of the image ' +
    'knows it. Leave the account without a password (`passwd -d`, `--disabled-password`), log in with keys, or set it when the ' +
    'container starts.',
  examples: [
    {
      bad: dockerfile`
        FROM debian:13
        RUN echo 'root:screencast' | chpasswd
                       ^^^^^^^^^^ The password given to chpasswd is the same in every container and stays in the image's history.
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const { start, end, form, source, receiver, command } of commandCredentials(build)) {
      if (form !== 'account' || source !== 'literal') continue;
      found.push({
        at: { start, end },
        message: `The password given to ${receiver} is the same in every container and stays in the image's history.`,
        anchor: command.script.instruction.start,
      });
    }
    return found;
  },
};
