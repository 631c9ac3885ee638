import { commandsNamed } from '../../model/shell/named-commands';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const configureBuildFlag: Rule = {
  id: 'correctness/configure-build-flag',
  aliases: ['configureShouldUseBuildFlag'],
  severity: 'off',
  strict: 'hint',
  about: { commands: ['configure'] },
  summary: 'Tell configure for which machine it builds.',
  why: `A configure script guesses the machine from the kernel, which is the host's: in a 32-bit image on a 64-bit kernel it guesses wrong,
    and an old script does not know new machines at all. \`--build="$(dpkg-architecture --query DEB_BUILD_GNU_TYPE)"\`, or what a newer
    config.guess prints, tells it. Only scripts that are run by a path are looked at. It is left to the strict preset since most images
    are built for the machine of the kernel, and since not every configure script is made by autoconf.`,
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN ./configure --prefix=/usr && make
            ^^^^^^^^^^^ configure guesses the machine from the kernel; --build tells it.
      `,
      good: dockerfile`
        FROM debian:12
        RUN ./configure --build="$(dpkg-architecture --query DEB_BUILD_GNU_TYPE)" --prefix=/usr && make
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const { nameWord, arguments: words, script } of commandsNamed(build, 'configure')) {
      if (
        !nameWord.value.includes('/') ||
        words.some(({ value }) => /^--(?:build|host|help|version)(?:=|$)/.test(value))
      )
        continue;
      const platform = build.stages[script.instruction.stage]?.from.flags.find(
        ({ name }) => name === 'platform',
      )?.value;
      // One machine alone is meant, and it is named.
      if (platform && platform.references.length === 0) continue;
      found.push({ at: nameWord, message: 'configure guesses the machine from the kernel; --build tells it.' });
    }
    return found;
  },
};
