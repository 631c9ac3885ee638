import { dockerfile } from '../../text/dockerfile';
import { findCalls } from '../calls';
import type { Finding, Rule } from '../rule';

/** Commands about a machine or a session that a build does not have. */
const NAMES = ['free', 'kill', 'mount', 'ps', 'service', 'shutdown', 'ssh', 'top', 'vim'] as const;

export const containerIrrelevantCommand: Rule = {
  id: 'style/container-irrelevant-command',
  aliases: ['DL3001', 'Run Utilities And POSIX Commands'],
  severity: 'hint',
  hadolint: 'info',
  about: { commands: NAMES },
  summary: 'Leave commands out of RUN that make sense on a running machine only.',
  why: `A build has no terminal, no services and no processes but its own, and what a command starts ends with its RUN. So \`free\`,
    \`kill\`, \`mount\`, \`ps\`, \`service\`, \`shutdown\`, \`ssh\`, \`top\` and \`vim\` rarely do in a RUN what they are there for. A service
    belongs into ENTRYPOINT or CMD. Only what is run counts: \`apt-get install vim\` is not reported here.`,
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN service nginx start
            ^^^^^^^ service is for a running machine; what it does ends with this RUN.
      `,
      good: dockerfile`
        FROM debian:12
        CMD ["nginx", "-g", "daemon off;"]
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const { name, nameWord } of findCalls(build, settings, { names: NAMES, isFound: () => true })) {
      found.push({ at: nameWord, message: `${name} is for a running machine; what it does ends with this RUN.` });
    }
    return found;
  },
};
