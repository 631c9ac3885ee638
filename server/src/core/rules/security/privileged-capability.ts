import { commandsNamed, onbuildCommandsNamed } from '../../model/shell/named-commands';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const privilegedCapability: Rule = {
  id: 'security/privileged-capability',
  severity: 'warning',
  summary: 'Give programs no capability that is nearly as good as root.',
  why: `setcap gives a program some of what root may do, whoever starts it. With cap_sys_admin, cap_sys_ptrace or cap_net_admin that is so
    much that nothing is gained against root, and "=ep" gives all there are. Small ones, such as cap_net_bind_service for ports
    below 1024, are left alone.`,
  about: { commands: ['setcap'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN setcap cap_net_admin,cap_net_raw+ep /usr/sbin/tcpdump
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The program may do nearly all that root may do, by cap_net_admin, whoever starts it.
      `,
      good: dockerfile`
        FROM debian:12
        RUN setcap cap_net_raw+ep /usr/sbin/tcpdump
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const one of [commandsNamed, onbuildCommandsNamed]) {
      for (const command of one(build, 'setcap')) {
        for (const word of command.arguments) {
          const what = readPrivilege(word.value);
          if (what) found.push({ at: word, message: `The program may do ${what}, whoever starts it.` });
        }
      }
    }
    return found;
  },
};

function readPrivilege(capabilities: string): string | undefined {
  // `cap_x-ep` takes a capability away.
  for (const clause of capabilities.trim().toLowerCase().split(/\s+/)) {
    const [, names = '', given = ''] = /^([a-z_,]*)[+=]+([eip]*)/.exec(clause) ?? [];
    if (given === '') continue;
    if (names === '' || names === 'all') return 'all that root may do';
    const strong = names.split(',').find((name) => STRONG.has(name));
    if (strong) return `nearly all that root may do, by ${strong}`;
  }
  return undefined;
}

const STRONG = new Set(['cap_sys_admin', 'cap_sys_ptrace', 'cap_net_admin']);
