import { packageManager } from '../package-manager';

/** Yarn 1. */
export const yarn = packageManager({
  id: 'yarn',
  title: 'Yarn',
  kind: 'language',
  commands: ['yarn', 'yarnpkg'],
  verbs: [
    { name: '', installs: 'manifest', operands: 'other' },
    { name: 'install', installs: 'manifest', operands: 'other' },
    { name: 'add', installs: 'packages' },
    { name: 'upgrade', aliases: ['up'], installs: 'either' },
    { name: 'global add', installs: 'packages' },
    { name: 'workspaces focus', installs: 'manifest', operands: 'other' },
    { name: 'dlx', installs: 'packages' },
  ],
  valueFlags: [
    '--cwd',
    '--cache-folder',
    '--modules-folder',
    '--registry',
    '--network-timeout',
    '--network-concurrency',
    '--mutex',
    '--prefix',
    '--global-folder',
    '--preferred-cache-folder',
    '--use-yarnrc',
    '--mode',
    '--proxy',
    '--https-proxy',
    '--otp',
    '--child-concurrency',
  ],
  directoryFlags: ['--cwd'],
  offlineFlags: [{ name: '--offline', becomes: '--prefer-offline' }],
  caches: [
    {
      target: '/usr/local/share/.cache/yarn',
      userTarget: '~/.cache/yarn',
      variables: [{ name: 'YARN_CACHE_FOLDER' }, { name: 'XDG_CACHE_HOME', suffix: '/yarn' }],
      flags: ['--cache-folder'],
      // What these download when they are installed goes to ~/.cache, too.
      writesBeside: ['@prisma/', 'cypress', 'electron', 'playwright', 'prisma', 'puppeteer'].map((word) => ({
        word,
        file: 'package.json',
      })),
      unknownWith: [
        { word: 'cache-folder', file: '.yarnrc', weak: true },
        { word: 'config set cache-folder', weak: true },
      ],
      equivalents: [
        '~/.cache',
        '~/.cache/yarn',
        '~/.yarn',
        '~/.yarn-cache',
        '/usr/local/share/.cache',
        '/usr/local/share/.cache/yarn/v6',
      ],
    },
  ],
  manifests: [
    { pattern: 'package.json', role: 'manifest' },
    { pattern: 'yarn.lock', role: 'lock' },
    { pattern: '.yarnrc', role: 'settings' },
    { pattern: '.npmrc', role: 'settings' },
  ],
  readsOnly: [
    {
      verbs: ['', 'install'],
      with: [{ word: '--frozen-lockfile' }, { word: '--pure-lockfile' }, { word: '--immutable' }],
      needs: 'yarn.lock',
    },
  ],
  cleanups: [
    { kind: 'command', text: 'yarn cache clean' },
    { kind: 'command', text: 'yarn cache clear' },
  ],
});
