import { dockerfile } from '../../text/dockerfile';
import { findMisplacedCopies } from '../misplaced-copy';
import type { Rule } from '../rule';

export const copyBeforeSystemInstall: Rule = {
  id: 'cache/copy-before-system-install',
  severity: 'info',
  about: { instructions: ['ADD', 'COPY'] },
  summary: 'Install system packages before copying files that the installation does not use.',
  why: 'System packages change seldom and take long to install; files of the project change often. With the COPY above the installation, each edit of a file installs all packages again.',
  fixable: {
    safety: 'safe',
    because:
      'A package may bring a file of the same name, and its installation may look at files in system directories.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY run.sh /opt/app/
        ^^^^^^^^^^^^^^^^^^^^^ Every change of run.sh reruns "apt-get install" in line 3, which does not use it.
        RUN apt-get update && apt-get install -y curl
        CMD ["/opt/app/run.sh"]
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl
        COPY run.sh /opt/app/
        CMD ["/opt/app/run.sh"]
      `,
    },
  ],

  check: (build) => findMisplacedCopies(build, 'system'),
};
