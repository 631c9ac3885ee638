import type { PackageInstall } from '../../model/installs/install';
import { isFlagWord } from '../../model/shell/plain-arguments';
import type { PlainCommand, ShellWord } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findUnpinned } from '../unpinned';

export const gem: Rule = {
  id: 'pinning/gem',
  aliases: ['DL3028'],
  severity: 'off',
  strict: 'warning',
  hadolint: 'warning',
  about: { commands: ['gem'] },
  summary: 'Give the gems that gem install names a version.',
  why: `Without a version, a build takes the newest release of the gem and of everything it needs. What an application needs
    belongs in a Gemfile with its lock file.`,
  examples: [
    {
      bad: dockerfile`
        FROM ruby:3.4-slim
        RUN gem install bundler
                        ^^^^^^^ bundler has no version: the next build may install a different one.
      `,
      good: dockerfile`
        FROM ruby:3.4-slim
        RUN gem install bundler:2.7.2
      `,
    },
  ],

  check: (build, settings) =>
    findUnpinned(build, settings, {
      packages: (install) =>
        install.manager.id === 'gem' && install.verbName === 'install' && !namesVersion(install)
          ? install.packages
          : [],
      isFixed: (value) => value.includes(':') || value.endsWith('.gem') || value.includes('/'),
      plain: plainGems,
    }),
};

function namesVersion({ flags }: PackageInstall): boolean {
  return flags.some(({ name }) => name === '--version' || /^-v/.test(name) || name === '-g' || name === '--file');
}

function plainGems({ name, arguments: words }: PlainCommand): readonly ShellWord[] {
  const values = words.map(({ value }) => value);
  if (name !== 'gem' || !values.some((value) => value === 'install' || value === 'i')) return [];
  if (values.some((value) => value === '-v' || value === '--version' || value.startsWith('--version='))) return [];
  const end = values.indexOf('--');
  const gems: ShellWord[] = [];
  for (let at = 0; at < (end === -1 ? words.length : end); at++) {
    const word = words[at]!;
    // hadolint takes every flag for one with a value.
    if (isFlagWord(word) || word.value === '-') at++;
    else if (word.value !== 'install' && word.value !== 'i' && !word.value.includes(':')) gems.push(word);
  }
  return gems;
}
