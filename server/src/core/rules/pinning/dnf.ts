import { dockerfile } from '../../text/dockerfile';
import { isFixedRpm, plainRpms, rpmsOf } from '../rpm';
import type { Rule } from '../rule';
import { findUnpinned } from '../unpinned';

export const dnf: Rule = {
  id: 'pinning/dnf',
  aliases: ['DL3041'],
  severity: 'off',
  hadolint: 'warning',
  strict: 'info',
  about: { commands: ['dnf', 'microdnf'] },
  summary: 'Give the packages that dnf installs a version.',
  why: 'Without a version, a build takes what the repository holds that day, so two builds of one Dockerfile may differ.',
  examples: [
    {
      bad: dockerfile`
        FROM fedora:43
        RUN dnf install -y httpd && dnf clean all
                           ^^^^^ httpd has no version: the next build may install a different one.
      `,
      good: dockerfile`
        FROM fedora:43
        RUN dnf install -y httpd-2.4.65 && dnf clean all
      `,
    },
  ],

  check: (build, settings) =>
    findUnpinned(build, settings, {
      packages: (install) => rpmsOf(install, ['dnf', 'microdnf']),
      isFixed: isFixedRpm,
      plain: plainRpms(build, ['dnf', 'microdnf'], 'group'),
    }),
};
