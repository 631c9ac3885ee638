import { packageManager } from '../package-manager';

export const pdm = packageManager({
  id: 'pdm',
  title: 'PDM',
  kind: 'language',
  commands: ['pdm'],
  module: 'pdm',
  verbs: [
    { name: 'install', installs: 'manifest', operands: 'other', needsSources: true, sourcelessFlags: ['--no-self'] },
    { name: 'sync', installs: 'manifest', operands: 'other', needsSources: true, sourcelessFlags: ['--no-self'] },
    { name: 'update', installs: 'manifest', operands: 'other' },
    { name: 'add', installs: 'packages' },
  ],
  valueFlags: [
    '-p',
    '--project',
    '-G',
    '--group',
    '--with',
    '--without',
    '-L',
    '--lockfile',
    '-c',
    '--config',
    '--venv',
    '-e',
    '--editable',
  ],
  directoryFlags: ['-p', '--project'],
  caches: [
    {
      target: '~/.cache/pdm',
      variables: [{ name: 'PDM_CACHE_DIR' }, { name: 'XDG_CACHE_HOME', suffix: '/pdm' }],
      equivalents: ['~/.cache'],
      runsFrom: {
        when: [{ word: 'install.cache true' }, { word: 'install.cache on' }, { word: 'install.cache 1' }],
        because: 'PDM is told to link packages from its cache, so that has to be part of the image.',
      },
    },
  ],
  manifests: [
    { pattern: 'pyproject.toml', role: 'manifest' },
    { pattern: 'pdm.lock', role: 'lock' },
    { pattern: 'pdm.toml', role: 'settings' },
  ],
  readsOnly: [
    {
      verbs: ['install'],
      with: [{ word: '--frozen-lockfile' }, { word: '--no-lock' }, { word: '--check' }],
      needs: 'pdm.lock',
    },
    { verbs: ['sync'], needs: 'pdm.lock' },
  ],
  cleanups: [
    { kind: 'flag', text: '--no-cache' },
    { kind: 'command', text: 'pdm cache clear' },
  ],
  cacheOffVariables: [{ name: 'PDM_NO_CACHE' }],
});
