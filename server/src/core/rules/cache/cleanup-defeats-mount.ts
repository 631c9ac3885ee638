import type { Build } from '../../model/build-types';
import { type CacheCleanup, findCleanups, hidesFailures, removeCleanups } from '../../model/caches/cache-cleanups';
import { cacheMounts, findCaches, isMounted } from '../../model/caches/cache-places';
import { findCacheOff } from '../../model/caches/cache-targets';
import type { ShellScript } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Fix, Rule } from '../rule';

export const cleanupDefeatsMount: Rule = {
  id: 'cache/cleanup-defeats-mount',
  severity: 'warning',
  about: { flags: ['mount'] },
  summary: 'Do not empty or bypass what a cache mount keeps.',
  why: 'What lies in a cache mount is in no layer, so cleaning it up makes the image no smaller; it only makes the next build download everything again, and so does a flag that passes the cache by.',
  fixable: {
    safety: 'safe',
    because:
      'A flag that passes the cache by is not taken out by itself: what was built for another image may then come from the cache. Nor is a clean-up behind a semicolon at the end, which hides failures of what stands before it.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN --mount=type=cache,target=/var/lib/apt,sharing=locked \
            apt-get update && \
            apt-get install -y curl && \
            rm -rf /var/lib/apt/lists/* /tmp/*
                   ^^^^^^^^^^^^^^^^^^^^ This empties the cache mount at /var/lib/apt.
      `,
      good: dockerfile`
        FROM debian:12
        RUN --mount=type=cache,target=/var/lib/apt,sharing=locked \
            apt-get update && \
            apt-get install -y curl && \
            rm -rf /tmp/*
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.12
        RUN --mount=type=cache,target=/root/.cache/pip pip install --no-cache-dir flask
                                                                   ^^^^^^^^^^^^^^ --no-cache-dir passes the cache mount at /root/.cache/pip by.
      `,
      good: dockerfile`
        FROM python:3.12
        RUN --mount=type=cache,target=/root/.cache/pip pip install flask
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const script of build.scripts) {
      const mounts = cacheMounts(build, script.instruction);
      if (mounts.length === 0) continue;
      const targets = mounts.map(({ target }) => target);
      for (const cleanup of findCleanups(build, script, targets)) {
        const edits = removeCleanups(build, script, [cleanup]);
        const title = cleanup.becomes ? `Replace ${text(cleanup)} with ${cleanup.becomes}` : `Delete ${text(cleanup)}`;
        found.push({
          at: placeOf(cleanup),
          message: messageOf(cleanup, targets),
          ...(edits ? { fix: { title, edits, ...trustOf(build, script, cleanup) } } : {}),
        });
      }
      for (const install of build.installs) {
        if (install.instruction !== script.instruction) continue;
        const off = findCacheOff(build, install);
        if (!off || !findCaches(build, install).some((place) => isMounted(build, install.instruction, place))) continue;
        found.push({ at: install.command, message: `${off} makes ${install.manager.title} pass its cache mount by.` });
      }
    }
    return found;
  },
};

function trustOf(build: Build, script: ShellScript, cleanup: CacheCleanup): Pick<Fix, 'safety' | 'notes'> {
  if (cleanup.kind === 'flag') return { safety: 'unsafe' };
  if (!hidesFailures(build, script, [cleanup])) return {};
  const note = 'The step now fails where the command before the clean-up fails; the clean-up ended it well.';
  return { safety: 'unsafe', notes: [note] };
}

function placeOf({ kind, command, words }: CacheCleanup) {
  return kind === 'command' ? command : { start: words[0]!.start, end: words.at(-1)!.end };
}

function text({ words }: CacheCleanup): string {
  return words.map((word) => word.text).join(' ');
}

function messageOf(cleanup: CacheCleanup, targets: readonly string[]): string {
  const where = targets.length === 1 ? ` at ${targets[0]}` : '';
  return cleanup.kind === 'flag'
    ? `${text(cleanup)} passes the cache mount${where} by.`
    : `This empties the cache mount${where}.`;
}
