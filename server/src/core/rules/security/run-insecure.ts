import { ownOrTrigger } from '../../model/syntax/triggers';
import { dockerfile } from '../../text/dockerfile';
import { withoutFlag } from '../flag-fixes';
import type { Finding, Rule } from '../rule';

export const runInsecure: Rule = {
  id: 'security/run-insecure',
  severity: 'warning',
  summary: 'Do not give a RUN rights over the machine that builds.',
  why: `With --security=insecure the commands of the RUN have all capabilities and see the devices of the builder, and with
    --network=host they share its network, with whatever listens on localhost there. Builders refuse both unless whoever runs them
    has allowed it, so the file builds in few places.`,
  fixable: { safety: 'unsafe', because: 'The commands may need what the flag gives.' },
  about: { instructions: ['RUN'], flags: ['network', 'security'] },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        RUN --network=host make check
            ^^^^^^^^^^^^^^ The commands share the builder's own network, and most builders refuse that.
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        RUN make check
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      const run = ownOrTrigger(instruction);
      if (run?.keyword !== 'RUN') continue;
      for (const flag of run.flags) {
        const value = flag.value?.value.toLowerCase();
        const what =
          flag.name === 'security' && value === 'insecure'
            ? 'have all rights over the builder'
            : flag.name === 'network' && value === 'host'
              ? "share the builder's own network"
              : undefined;
        if (!what) continue;
        found.push({
          at: flag,
          message: `The commands ${what}, and most builders refuse that.`,
          fix: () => withoutFlag(build, flag),
        });
      }
    }
    return found;
  },
};
