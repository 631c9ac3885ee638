import { packageManager } from '../package-manager';

export const stack = packageManager({
  id: 'stack',
  title: 'Stack',
  kind: 'build',
  commands: ['stack'],
  verbs: [
    { name: 'setup', installs: 'manifest', operands: 'other' },
    {
      name: 'build',
      installs: 'manifest',
      operands: 'other',
      needsSources: true,
      sourcelessFlags: ['--only-dependencies', '--dependencies-only', '--only-snapshot'],
    },
    {
      name: 'install',
      installs: 'either',
      operands: 'other',
      needsSources: true,
      sourcelessFlags: ['--only-dependencies', '--dependencies-only'],
    },
    { name: 'test', installs: 'manifest', operands: 'other', needsSources: true },
    { name: 'update', installs: 'manifest', operands: 'other' },
  ],
  valueFlags: [
    '--stack-yaml',
    '--resolver',
    '--snapshot',
    '--stack-root',
    '--work-dir',
    '--local-bin-path',
    '--flag',
    '-j',
    '--jobs',
    '--ghc-options',
    '--compiler',
  ],
  // The rest of ~/.stack is configuration, compilers and what was built: the image needs them.
  caches: [
    {
      target: '~/.stack/pantry',
      variables: [{ name: 'STACK_ROOT', suffix: '/pantry' }],
      equivalents: ['~/.stack'],
      locked: true,
    },
  ],
  manifests: [
    { pattern: 'stack.yaml', role: 'manifest' },
    { pattern: 'stack.yaml.lock', role: 'lock' },
    { pattern: 'package.yaml', role: 'manifest' },
    { pattern: '*.cabal', role: 'manifest' },
  ],
  cleanups: [],
});
