import { packageManager } from '../package-manager';
import { pipCache } from './pip';

export const pipenv = packageManager({
  id: 'pipenv',
  title: 'Pipenv',
  kind: 'language',
  commands: ['pipenv'],
  module: 'pipenv',
  verbs: [
    { name: 'install', installs: 'either', manifestFlags: ['-r', '--requirements'] },
    { name: 'sync', installs: 'manifest' },
    { name: 'update', installs: 'manifest' },
    { name: 'upgrade', installs: 'either' },
  ],
  valueFlags: [
    '-r',
    '--requirements',
    '-i',
    '--index',
    '--python',
    '--categories',
    '--extra-pip-args',
    '-e',
    '--editable',
    '--pypi-mirror',
  ],
  caches: [
    {
      target: '~/.cache/pipenv',
      variables: [{ name: 'PIPENV_CACHE_DIR' }, { name: 'XDG_CACHE_HOME', suffix: '/pipenv' }],
      equivalents: ['~/.cache'],
    },
    { ...pipCache, optional: true },
  ],
  manifests: [
    { pattern: 'Pipfile', role: 'manifest' },
    { pattern: 'Pipfile.lock', role: 'lock' },
  ],
  readsOnly: [
    { verbs: ['install'], with: [{ word: '--deploy' }], needs: 'Pipfile.lock' },
    { verbs: ['sync'], needs: 'Pipfile.lock' },
  ],
  cleanups: [{ kind: 'flag', text: '--clear' }],
  cacheOffVariables: [
    { name: 'PIP_NO_CACHE_DIR', byAnyValue: true },
    { name: 'PIP_NO_CACHE', byAnyValue: true },
  ],
});
