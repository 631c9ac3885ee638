import { packageManager } from '../package-manager';
import { pipCache } from './pip';

export const pipx = packageManager({
  id: 'pipx',
  title: 'pipx',
  kind: 'language',
  commands: ['pipx'],
  module: 'pipx',
  verbs: [
    { name: 'install', installs: 'packages' },
    { name: 'install-all', installs: 'packages' },
    { name: 'inject', installs: 'packages' },
    { name: 'run', installs: 'packages' },
    { name: 'upgrade', aliases: ['upgrade-all'], installs: 'packages' },
  ],
  valueFlags: [
    '--python',
    '-i',
    '--index-url',
    '--pip-args',
    '--suffix',
    '--spec',
    '--preinstall',
    '--backend',
    '-r',
    '--requirement',
  ],
  // ~/.cache/pipx keeps the environments of `pipx run`, ~/.local/share/pipx what is installed: that must stay in the image.
  caches: [{ target: '~/.cache/pipx', verbs: ['run'] }, pipCache],
  manifests: [],
  cleanups: [],
  cacheOffVariables: [
    { name: 'PIP_NO_CACHE_DIR', byAnyValue: true },
    { name: 'PIP_NO_CACHE', byAnyValue: true },
  ],
});
