import { dockerfile } from '../../text/dockerfile';
import { findMisplacedCopies } from '../misplaced-copy';
import type { Rule } from '../rule';

export const copyBeforeExpensiveStep: Rule = {
  id: 'cache/copy-before-expensive-step',
  severity: 'info',
  about: { instructions: ['ADD', 'COPY'] },
  summary: 'Copy settings, scripts and sources below the slow steps that do not use them.',
  why: 'An installation, a download or a compilation runs again when any file that was copied above it changes, whether it uses the file or not. What is copied below costs nothing when it changes.',
  fixable: {
    safety: 'safe',
    because:
      'A step that is crossed may look at the file without naming it: a script that runs at installation, a build.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM alpine:3.20
        COPY entrypoint.sh /entrypoint.sh
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Every change of entrypoint.sh reruns "git clone" in line 3, which does not use it.
        RUN git clone --depth 1 https://example.com/tool.git /opt/tool
        ENTRYPOINT ["/entrypoint.sh"]
      `,
      good: dockerfile`
        FROM alpine:3.20
        RUN git clone --depth 1 https://example.com/tool.git /opt/tool
        COPY entrypoint.sh /entrypoint.sh
        ENTRYPOINT ["/entrypoint.sh"]
      `,
    },
  ],

  check: (build) => findMisplacedCopies(build, 'step'),
};
