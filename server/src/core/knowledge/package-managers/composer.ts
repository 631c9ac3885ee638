import { packageManager } from '../package-manager';

export const composer = packageManager({
  id: 'composer',
  title: 'Composer',
  kind: 'language',
  commands: ['composer', 'composer.phar'],
  verbs: [
    {
      name: 'install',
      aliases: ['i'],
      installs: 'manifest',
      operands: 'other',
      needsSources: true,
      sourcelessFlags: ['--no-autoloader', '--no-scripts'],
    },
    {
      name: 'update',
      aliases: ['u', 'upgrade'],
      installs: 'manifest',
      operands: 'other',
      needsSources: true,
      sourcelessFlags: ['--no-autoloader', '--no-scripts'],
    },
    { name: 'require', aliases: ['r'], installs: 'packages' },
    { name: 'create-project', installs: 'packages' },
    { name: 'global require', installs: 'packages' },
    { name: 'global install', installs: 'packages' },
    { name: 'global update', installs: 'packages' },
  ],
  valueFlags: [
    '-d',
    '--working-dir',
    '--prefer-install',
    '--ignore-platform-req',
    '--apcu-autoloader-prefix',
    '-s',
    '--stability',
    '--repository',
    '--repository-url',
    '--audit-format',
  ],
  directoryFlags: ['-d', '--working-dir'],
  caches: [
    {
      target: '~/.composer/cache',
      images: [{ image: /^composer$/, target: '/tmp/cache' }],
      variables: [
        { name: 'COMPOSER_CACHE_DIR' },
        { name: 'COMPOSER_HOME', suffix: '/cache' },
        { name: 'XDG_CACHE_HOME', suffix: '/composer' },
      ],
      // Its home is one of two directories, whichever there is: a mount in one of them would decide where global packages go.
      unknownFor: ['global require', 'global install', 'global update'],
      equivalents: ['~/.composer', '~/.cache/composer', '~/.cache', '/tmp/cache', '/tmp', '/composer/cache'],
    },
  ],
  manifests: [
    { pattern: 'composer.json', role: 'manifest' },
    { pattern: 'composer.lock', role: 'lock' },
    { pattern: 'symfony.lock', role: 'settings' },
    { pattern: 'auth.json', role: 'settings' },
  ],
  readsOnly: [{ verbs: ['install'], needs: 'composer.lock' }],
  cleanups: [
    { kind: 'flag', text: '--no-cache' },
    { kind: 'command', text: 'composer clear-cache' },
    { kind: 'command', text: 'composer clearcache' },
    { kind: 'command', text: 'composer cc' },
  ],
});
