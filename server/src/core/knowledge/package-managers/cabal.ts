import { packageManager } from '../package-manager';

export const cabal = packageManager({
  id: 'cabal',
  title: 'Cabal',
  kind: 'build',
  commands: ['cabal'],
  verbs: [
    { name: 'update', aliases: ['v2-update', 'new-update'], installs: 'manifest', operands: 'other' },
    {
      name: 'build',
      aliases: ['v2-build', 'new-build', 'v1-build'],
      installs: 'manifest',
      operands: 'other',
      needsSources: true,
      sourcelessFlags: ['--only-dependencies', '--dependencies-only'],
    },
    {
      name: 'install',
      aliases: ['v2-install', 'new-install', 'v1-install'],
      installs: 'either',
      needsSources: true,
      sourcelessFlags: ['--only-dependencies', '--dependencies-only'],
    },
    { name: 'fetch', installs: 'packages' },
  ],
  valueFlags: [
    '-w',
    '--with-compiler',
    '-f',
    '--flags',
    '-j',
    '--jobs',
    '--project-file',
    '--installdir',
    '--install-method',
    '--builddir',
    '--index-state',
    '--config-file',
    '-c',
    '--constraint',
    '--ghc-options',
    '--prefix',
    '--bindir',
  ],
  offlineFlags: [{ name: '--offline' }],
  caches: [
    {
      target: '~/.cabal/packages',
      variables: [{ name: 'CABAL_DIR', suffix: '/packages' }],
      // Since version 3.10 everything lies elsewhere, unless there is a ~/.cabal: a mount would make one.
      images: [
        { image: /^debian$/, tag: /^(?:10|11|12|buster|bullseye|bookworm)/, target: '~/.cabal/packages' },
        { image: /^ubuntu$/, tag: /^(?:1\d\.|2[0-4]\.|bionic|focal|jammy|noble)/, target: '~/.cabal/packages' },
      ],
      knownImages: /^$/,
      // Its configuration, what it built, and programs.
      writesBeside: 'always',
      equivalents: ['~/.cabal', '~/.cache/cabal', '~/.cache/cabal/packages', '~/.local/state/cabal', '~/.cabal/store'],
    },
  ],
  manifests: [
    { pattern: '*.cabal', role: 'manifest' },
    { pattern: 'cabal.project', role: 'manifest' },
    { pattern: 'cabal.project.local', role: 'settings' },
    { pattern: 'cabal.project.freeze', role: 'lock' },
    { pattern: 'package.yaml', role: 'manifest' },
  ],
  cleanups: [],
  // The package index, without which it builds nothing.
  publishes: ['update'],
});
