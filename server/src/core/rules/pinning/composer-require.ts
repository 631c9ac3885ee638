import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findUnpinned } from '../unpinned';

export const composerRequire: Rule = {
  id: 'pinning/composer-require',
  severity: 'off',
  strict: 'info',
  about: { commands: ['composer'] },
  summary: 'Give the packages of composer require a version constraint.',
  why: `composer require without a constraint takes the newest release and writes it to a composer.json that stays in the image. What an
    application needs belongs in its own composer.json and lock file.`,
  examples: [
    {
      bad: dockerfile`
        FROM composer:2.9
        RUN composer global require friendsofphp/php-cs-fixer
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^ friendsofphp/php-cs-fixer has no version: the next build may install a different one.
      `,
      good: dockerfile`
        FROM composer:2.9
        RUN composer global require friendsofphp/php-cs-fixer:^3.89
      `,
    },
  ],

  check: (build, settings) =>
    findUnpinned(build, settings, {
      packages({ manager, verbName, packages }) {
        if (manager.id !== 'composer' || (verbName !== 'require' && verbName !== 'global require')) return [];
        // `vendor/package 1.0`: the constraint may be a word of its own.
        return packages.filter(
          ({ value }, index) => value.includes('/') && (packages[index + 1]?.value.includes('/') ?? true),
        );
      },
      isFixed: (value) => /[:= ]/.test(value),
    }),
};
