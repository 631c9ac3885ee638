import { readPositionals } from '../../model/shell/plain-arguments';
import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findUnpinned } from '../unpinned';

export const npm: Rule = {
  id: 'pinning/npm',
  aliases: ['DL3016'],
  severity: 'off',
  strict: 'warning',
  hadolint: 'warning',
  about: { commands: ['npm'] },
  summary: 'Give the packages that npm install names a version.',
  why: `Without a version, a build takes the newest release of the package and of everything it needs. What an application needs
    belongs in package.json with a lock file; a tool that is installed globally has no lock file, so its version has to
    stand in the Dockerfile.`,
  examples: [
    {
      bad: dockerfile`
        FROM node:24-slim
        RUN npm install -g pm2
                           ^^^ pm2 has no version: the next build may install a different one.
      `,
      good: dockerfile`
        FROM node:24-slim
        RUN npm install -g pm2@6.0.8
      `,
    },
  ],

  check: (build, settings) =>
    findUnpinned(build, settings, {
      packages: ({ manager, verb, packages }) => (manager.id === 'npm' && verb?.value === 'install' ? packages : []),
      isFixed: (value) => isFixed(value) || isElsewhere(value),
      plain(command) {
        if (command.name !== 'npm') return [];
        const [verb, ...packages] = readPositionals(command, ['loglevel', 'registry']);
        return verb?.value === 'install' ? packages.filter(({ value }) => !isFixed(value)) : [];
      },
    }),
};

function isFixed(value: string): boolean {
  if (/^git(?:\+ssh|\+https?)?:\/\//.test(value)) return value.includes('#');
  if (/\.(?:tar|tar\.gz|tgz)$/.test(value) || /^(?:\/|\.{1,2}\/|~\/)/.test(value)) return true;
  return value.replace(/^@/, '').includes('@');
}

/** A folder, or a commit or tag of a repository: `.`, `file:lib`, `user/repo#v1`. */
function isElsewhere(value: string): boolean {
  return value === '.' || value === '..' || value.startsWith('file:') || value.includes('#');
}
