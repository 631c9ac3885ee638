import { findPipedPrograms } from '../../model/shell/piped-programs';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const pipeToShell: Rule = {
  id: 'security/pipe-to-shell',
  severity: 'warning',
  summary: 'Look at a script before it runs.',
  why: `curl … | sh runs whatever the server sends at that moment, as root for the most part, and half of it where the connection breaks. Nobody
    can tell afterwards what it was. Download it to a file, compare its checksum (sha256sum -c) and run it then, or take the
    package of the distribution. Programs that only read data from the pipe (python -c, perl -ne, node -e, sh script) are left alone.`,
  about: { commands: ['curl', 'fetch', 'wget'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN curl -fsSL https://example.com/install.sh | sh
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sh runs what the server sends as it comes: download it, check it, and run it then.
      `,
      good: dockerfile`
        FROM debian:12
        RUN curl -fsSLO https://example.com/install.sh \
            && echo "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  install.sh" | sha256sum -c \
            && sh install.sh
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const { start, end, by } of findPipedPrograms(build)) {
      found.push({
        at: { start, end },
        message: `${by} runs what the server sends as it comes: download it, check it, and run it then.`,
      });
    }
    return found;
  },
};
