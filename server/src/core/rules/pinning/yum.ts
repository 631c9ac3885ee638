import { dockerfile } from '../../text/dockerfile';
import { isFixedRpm, plainRpms, rpmsOf } from '../rpm';
import type { Rule } from '../rule';
import { findUnpinned } from '../unpinned';

export const yum: Rule = {
  id: 'pinning/yum',
  aliases: ['DL3033'],
  severity: 'off',
  hadolint: 'warning',
  strict: 'info',
  about: { commands: ['yum'] },
  summary: 'Give the packages that yum installs a version.',
  why: 'Without a version, a build takes what the repository holds that day, so two builds of one Dockerfile may differ.',
  examples: [
    {
      bad: dockerfile`
        FROM amazonlinux:2023
        RUN yum install -y httpd && yum clean all
                           ^^^^^ httpd has no version: the next build may install a different one.
      `,
      good: dockerfile`
        FROM amazonlinux:2023
        RUN yum install -y httpd-2.4.62 && yum clean all
      `,
    },
  ],

  check: (build, settings) =>
    findUnpinned(build, settings, {
      packages: (install) => rpmsOf(install, ['yum']),
      isFixed: isFixedRpm,
      plain: plainRpms(build, ['yum']),
    }),
};
