import { hasArgument, readPositionals } from '../../model/shell/plain-arguments';
import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findUnpinned } from '../unpinned';

export const apk: Rule = {
  id: 'pinning/apk',
  aliases: ['DL3018'],
  severity: 'off',
  hadolint: 'warning',
  strict: 'info',
  about: { commands: ['apk'] },
  summary: 'Give the packages that apk installs a version.',
  why: `Without a version, a build takes what the Alpine repository holds that day. Alpine keeps only the newest revision of a package,
    so an exact version makes the build fail after every update: a fuzzy one (curl=~8.14) survives the revisions of a release.`,
  examples: [
    {
      bad: dockerfile`
        FROM alpine:3.22
        RUN apk add --no-cache curl
                               ^^^^ curl has no version: the next build may install a different one.
      `,
      good: dockerfile`
        FROM alpine:3.22
        RUN apk add --no-cache curl=~8.14
      `,
    },
  ],

  check: (build, settings) =>
    findUnpinned(build, settings, {
      packages: ({ manager, verbName, packages }) => (manager.id === 'apk' && verbName === 'add' ? packages : []),
      // What starts with a dot is a name that apk gives to a group of packages.
      isFixed: (value) => isFixed(value) || value.startsWith('.'),
      plain(command) {
        if (command.name !== 'apk' || !hasArgument(command, 'add')) return [];
        return readPositionals(command, ['t', 'virtual', 'repository', 'X']).filter(
          ({ value }) => value !== 'add' && !isFixed(value),
        );
      },
    }),
};

function isFixed(value: string): boolean {
  return /[=~<>]/.test(value) || value.endsWith('.apk');
}
