import { type GivenMode, givenModes, isSticky, letsOthersWrite } from '../../model/shell/file-modes';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const worldWritable: Rule = {
  id: 'security/world-writable',
  aliases: ['tally/world-writable-state-path-workaround'],
  severity: 'warning',
  summary: 'Do not let everybody write.',
  why: `With the write bit for others, any process of any user can change the file, or what is in the directory: a program that is broken
    into can plant code for the next one. It is mostly a way around a missing owner, and --chown or chown to the user that runs the
    program says what is meant. A sticky directory for temporary files (chmod 1777 /tmp) is left alone, and so is chmod +w, which
    heeds the umask and gives nothing to others.`,
  fixable: { safety: 'unsafe', because: 'Somebody else than the owner and the group may have to write.' },
  about: { instructions: ['ADD', 'COPY', 'RUN'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN mkdir -p /data && chmod -R 777 /data
                                       ^^^ The mode 777 lets everybody in the container write.
      `,
      good: dockerfile`
        FROM debian:12
        RUN mkdir -p /data && chmod -R 775 /data
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const given of givenModes(build)) {
      if (!letsOthersWrite(given.mode) || isTemporary(given)) continue;
      found.push({
        at: given.at,
        message: `The mode ${given.mode} lets everybody in the container write.`,
        fix: () => withoutOthers(given),
      });
    }
    return found;
  },
};

function isTemporary({ mode, targets }: GivenMode): boolean {
  return isSticky(mode) && targets.every((target) => /^(?:\/var)?\/tmp(?:\/|$)|^\/dev\/shm$/.test(target));
}

function withoutOthers({ mode, at, exact }: GivenMode): Fix | undefined {
  if (!exact) return undefined;
  const better = /^\d+$/.test(mode)
    ? mode.slice(0, -1) + (Number(mode.at(-1)) & 5)
    : mode === 'a+w' || mode === 'ugo+w'
      ? 'ug+w'
      : undefined;
  return better === undefined ? undefined : { title: `Write ${better}`, edits: [replace(at, better)] };
}
