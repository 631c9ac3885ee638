import { packageManagers } from '../../knowledge/package-managers/index';
import { cacheMounts, servesCache } from '../../model/caches/cache-places';
import type { Mount } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, insert, replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

/** Managers that take a lock in their cache, or whose cache breaks when two of them write to it. */
const EXCLUSIVE = new Set(['apt-get', 'dnf', 'gradle', 'microdnf', 'pacman', 'yum', 'zypper']);
const managers = packageManagers.filter(({ id }) => EXCLUSIVE.has(id));

export const mountNotLocked: Rule = {
  id: 'cache/mount-not-locked',
  severity: 'info',
  about: { flags: ['mount'] },
  summary: 'Let only one build at a time use the cache of a package manager that locks it.',
  why: 'Cache mounts are shared by default: two builds on one builder use the directory at once. apt, dnf, yum, zypper, pacman and Gradle lock their caches, so one of the builds fails or waits without a word; with sharing=locked the builder lets it wait.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Concurrent builds use the cache at /var/cache/apt at the same time, and apt-get does not expect that.
      `,
      good: dockerfile`
        FROM debian:12
        RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get update && apt-get install -y curl
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const run of build.instructions) {
      if (run.keyword !== 'RUN') continue;
      for (const { mount, target } of cacheMounts(build, run)) {
        if (mount.sharing !== undefined && mount.sharing.toLowerCase() !== 'shared') continue;
        const manager = managers.find(({ caches }) => caches.some((cache) => servesCache(target, cache)));
        if (!manager) continue;
        const edit = sharesCache(run.mounts, mount, target) ? undefined : lock(mount);
        found.push({
          at: mount.flag,
          message: `Concurrent builds use the cache at ${target} at the same time, and ${manager.title} does not expect that.`,
          ...(edit ? { fix: { title: 'Set sharing=locked', edits: [edit] } } : {}),
        });
      }
    }
    return found;
  },
};

/** Whether a RUN mounts the same cache twice: it would wait for itself. */
function sharesCache(mounts: readonly Mount[], { id, flag }: Mount, target: string): boolean {
  const key = id ?? target;
  return mounts.some((other) => other.flag !== flag && other.type === 'cache' && (other.id ?? other.target) === key);
}

function lock({ options, flag }: Mount): Edit | undefined {
  const sharing = options.find(({ key }) => key === 'sharing');
  if (sharing) return sharing.valueSpan && replace(sharing.valueSpan, 'locked');
  return flag.value && !flag.value.quoted ? insert(flag.value.end, ',sharing=locked') : undefined;
}
