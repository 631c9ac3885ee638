import { packageManager } from '../package-manager';

export const bun = packageManager({
  id: 'bun',
  title: 'Bun',
  kind: 'language',
  commands: ['bun'],
  verbs: [
    { name: 'install', aliases: ['i', 'ci'], installs: 'either' },
    { name: 'add', aliases: ['a'], installs: 'packages' },
    { name: 'update', installs: 'either' },
    { name: 'x', installs: 'packages' },
  ],
  valueFlags: [
    '--cwd',
    '--config',
    '-c',
    '--cache-dir',
    '--registry',
    '--backend',
    '--filter',
    '--omit',
    '--linker',
    '--cafile',
    '--ca',
    '--concurrent-scripts',
    '--network-concurrency',
  ],
  directoryFlags: ['--cwd'],
  caches: [
    {
      target: '~/.bun/install/cache',
      variables: [{ name: 'BUN_INSTALL_CACHE_DIR' }, { name: 'BUN_INSTALL', suffix: '/install/cache' }],
      flags: ['--cache-dir'],
      unknownWith: [{ word: '[install.cache]', file: 'bunfig.toml', weak: true }],
      // ~/.bun/install/global has the packages that are installed for the user.
      writesBeside: [{ word: '-g' }, { word: '--global' }],
      equivalents: ['~/.bun'],
    },
  ],
  manifests: [
    { pattern: 'package.json', role: 'manifest' },
    { pattern: 'bun.lock', role: 'lock' },
    { pattern: 'bun.lockb', role: 'lock' },
    { pattern: 'bunfig.toml', role: 'settings' },
    { pattern: '.npmrc', role: 'settings' },
  ],
  readsOnly: [{ verbs: ['install'], with: [{ word: '--frozen-lockfile' }] }],
  cleanups: [
    { kind: 'flag', text: '--no-cache' },
    { kind: 'command', text: 'bun pm cache rm' },
  ],
});
