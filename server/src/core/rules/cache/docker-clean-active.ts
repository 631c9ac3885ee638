import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build } from '../../model/build-types';
import { callsOfApt } from '../../model/caches/cache-group';
import { keepArchives, keepsDownloads } from '../../model/caches/cache-keeping';
import { cacheMounts, isAround, isBasedOn, isMountedAt } from '../../model/caches/cache-places';
import type { PackageInstall } from '../../model/installs/install';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

const ARCHIVES = '/var/cache/apt/archives';

export const dockerCleanActive: Rule = {
  id: 'cache/docker-clean-active',
  severity: 'info',
  about: { flags: ['mount'] },
  summary: 'Tell apt to keep its archives when they are in a cache mount.',
  why: 'Debian and Ubuntu images have a file, /etc/apt/apt.conf.d/docker-clean, that makes apt delete every archive after the installation. While it is there, a cache mount for the archives stays empty.',
  fixable: {
    safety: 'unsafe',
    because: 'The setting stays in the image, so later installs without a mount leave their archives there.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get update && apt-get install -y curl
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The cache mount stays empty: the image's docker-clean setting makes apt delete its archives after each install.
      `,
      good: dockerfile`
        FROM debian:12
        RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
            echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
        RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get update && apt-get install -y curl
      `,
    },
  ],

  check(build) {
    const findings: Finding[] = [];
    const reported: number[] = [];
    for (const install of build.installs) {
      const { instruction: run, manager } = install;
      if (manager.keeping !== 'docker-clean') continue;
      const found = cacheMounts(build, run).find(({ target }) => isAround(target, ARCHIVES));
      // The first install of a stage stands for the later ones, and for the stages based on it.
      if (!found || reported.some((stage) => isBasedOn(build, run.stage, stage))) continue;
      const { distro } = readBaseImage(build.stages[run.stage]!.root);
      if ((distro !== 'debian' && distro !== 'ubuntu') || keepsDownloads(build, install)) continue;
      reported.push(run.stage);
      findings.push({
        at: found.mount.flag,
        message:
          "The cache mount stays empty: the image's docker-clean setting makes apt delete its archives after each install.",
        ...(canKeep(build, install)
          ? { fix: { title: 'Tell apt to keep its archives', edits: [keepArchives(build, install)] } }
          : {}),
      });
    }
    return findings;
  },
};

/** Whether no later step would leave archives, or apt's index of the packages, in a layer. */
function canKeep(build: Build, { instruction: run }: PackageInstall): boolean {
  return callsOfApt(build, run).every(({ script }) => isMountedAt(build, script.instruction, ARCHIVES));
}
