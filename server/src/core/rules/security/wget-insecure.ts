import { commandsNamed, onbuildCommandsNamed } from '../../model/shell/named-commands';
import { dockerfile } from '../../text/dockerfile';
import { withoutWords } from '../flag-fixes';
import type { Finding, Rule } from '../rule';

export const wgetInsecure: Rule = {
  id: 'security/wget-insecure',
  aliases: ['CKV2_DOCKER_3'],
  severity: 'error',
  summary: 'Have wget check the certificate of the server.',
  why: `With --no-check-certificate wget takes any certificate, so whoever sits between the build and the server can put something else into
    the image. Often the package ca-certificates is all that is missing; a server with a certificate of an authority of your own
    needs that one installed, or named with --ca-certificate.`,
  fixable: { safety: 'unsafe', because: 'The download fails where the certificate is not one that the image trusts.' },
  about: { commands: ['wget'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN wget --no-check-certificate -q https://example.com/tool.tar.gz
                 ^^^^^^^^^^^^^^^^^^^^^^ wget does not check whose server it talks to, so anybody in between can put something else into the image.
      `,
      good: dockerfile`
        FROM debian:12
        RUN wget -q https://example.com/tool.tar.gz
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const one of [commandsNamed, onbuildCommandsNamed]) {
      for (const command of one(build, 'wget')) {
        for (const word of command.arguments) {
          if (!/^--no-check-cert(?:ificate)?$/.test(word.value)) continue;
          found.push({
            at: word,
            message:
              'wget does not check whose server it talks to, so anybody in between can put something else into the image.',
            fix: () => withoutWords(build, command, [word]),
          });
        }
      }
    }
    return found;
  },
};
