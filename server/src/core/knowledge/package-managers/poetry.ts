import { packageManager } from '../package-manager';

export const poetry = packageManager({
  id: 'poetry',
  title: 'Poetry',
  kind: 'language',
  commands: ['poetry'],
  module: 'poetry',
  verbs: [
    { name: 'install', installs: 'manifest', operands: 'other', needsSources: true, sourcelessFlags: ['--no-root'] },
    { name: 'sync', installs: 'manifest', operands: 'other', needsSources: true, sourcelessFlags: ['--no-root'] },
    { name: 'update', installs: 'manifest', operands: 'other' },
    { name: 'add', installs: 'packages' },
    { name: 'self add', installs: 'packages' },
  ],
  valueFlags: [
    '-C',
    '--directory',
    '-P',
    '--project',
    '-E',
    '--extras',
    '--with',
    '--without',
    '--only',
    '-G',
    '--group',
    '--source',
    '--python',
  ],
  directoryFlags: ['-C', '--directory', '-P', '--project'],
  caches: [
    {
      target: '~/.cache/pypoetry',
      variables: [{ name: 'POETRY_CACHE_DIR' }, { name: 'XDG_CACHE_HOME', suffix: '/pypoetry' }],
      equivalents: ['~/.cache'],
      // Poetry keeps its virtual environments below the same directory unless told otherwise: they must reach the image.
      narrower: ['~/.cache/pypoetry/cache', '~/.cache/pypoetry/artifacts'],
      wholeWith: [
        { word: 'false', variable: 'POETRY_VIRTUALENVS_CREATE' },
        { word: '0', variable: 'POETRY_VIRTUALENVS_CREATE' },
        { word: 'true', variable: 'POETRY_VIRTUALENVS_IN_PROJECT' },
        { word: '1', variable: 'POETRY_VIRTUALENVS_IN_PROJECT' },
        { word: 'virtualenvs.create false' },
        { word: 'virtualenvs.in-project true' },
      ],
    },
  ],
  manifests: [
    { pattern: 'pyproject.toml', role: 'manifest' },
    { pattern: 'poetry.lock', role: 'lock' },
    { pattern: 'poetry.toml', role: 'settings' },
  ],
  readsOnly: [{ verbs: ['install', 'sync'], needs: 'poetry.lock' }],
  cleanups: [
    { kind: 'flag', text: '--no-cache' },
    { kind: 'command', text: 'poetry cache clear' },
  ],
});
