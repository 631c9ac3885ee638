import { toPath } from '../../knowledge/images/image-paths';
import { expand } from '../../model/stages/variables';
import { ownOrTrigger } from '../../model/syntax/triggers';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const workdirSystemDir: Rule = {
  id: 'security/workdir-system-dir',
  aliases: ['DS030'],
  severity: 'error',
  summary: 'Keep the working directory out of what belongs to the kernel.',
  why: `/proc, /sys and /dev are the kernel's: a container gets its own there, so that what a build puts below them is hidden, and a program
    that writes to them changes the machine. /boot, /initrd and /lost+found are for starting and mending a machine.`,
  about: { instructions: ['WORKDIR'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        WORKDIR /proc/app
                ^^^^^^^^^ /proc is no place for an application: a container has the system's own files there.
      `,
      good: dockerfile`
        FROM debian:12
        WORKDIR /srv/app
      `,
    },
  ],

  check({ instructions, states, stages }) {
    const found: Finding[] = [];
    for (const instruction of instructions) {
      const workdir = ownOrTrigger(instruction);
      const word = workdir?.keyword === 'WORKDIR' ? workdir.words[0] : undefined;
      if (!word || stages[instruction.stage]?.os === 'windows') continue;
      const state = states[instruction.index]!;
      const { value } = expand(word, state.scope);
      // Where a relative path leads to is the base image's to say.
      if (value.startsWith('/') ? !STARTS.test(value) : !state.workdirSet) continue;
      const path = toPath(value, state.workdir);
      const top = path?.split('/')[1];
      if (!top || !SYSTEM.has(top)) continue;
      found.push({
        at: word,
        message: `/${top} is no place for an application: a container has the system's own files there.`,
      });
    }
    return found;
  },
};

/** A first look; `..` may lead anywhere. */
const STARTS = /^\/+(?:[bdilps]|\.)|\.\./;

const SYSTEM = new Set(['boot', 'dev', 'initrd', 'lost+found', 'proc', 'sys']);
