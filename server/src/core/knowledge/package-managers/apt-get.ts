import { packageManager } from '../package-manager';

const LISTS = '/var/lib/apt';
const ARCHIVES = '/var/cache/apt';

export const aptGet = packageManager({
  id: 'apt-get',
  title: 'apt-get',
  kind: 'system',
  commands: ['apt-get'],
  verbs: [
    { name: 'install', installs: 'packages' },
    { name: 'reinstall', installs: 'packages' },
    { name: 'build-dep', installs: 'packages' },
    { name: 'upgrade', installs: 'packages' },
    { name: 'dist-upgrade', installs: 'packages' },
    { name: 'dselect-upgrade', installs: 'packages' },
  ],
  valueFlags: [
    '-t',
    '--target-release',
    '--default-release',
    '-o',
    '--option',
    '-c',
    '--config-file',
    '-a',
    '--solver',
  ],
  caches: [
    { target: ARCHIVES, equivalents: ['/var/cache/apt/archives'], locked: true },
    // Lists alone can be mounted where the marks of automatic installation, which lie beside them, must reach the image.
    { target: LISTS, narrower: ['/var/lib/apt/lists'], optional: true, locked: true },
  ],
  manifests: [],
  cleanups: [
    { kind: 'command', text: 'apt-get clean', clears: [ARCHIVES] },
    { kind: 'command', text: 'apt-get autoclean', clears: [ARCHIVES] },
    { kind: 'command', text: 'apt-get auto-clean', clears: [ARCHIVES] },
    { kind: 'command', text: 'apt-get distclean', clears: [ARCHIVES, LISTS] },
    { kind: 'command', text: 'apt clean', clears: [ARCHIVES] },
    { kind: 'command', text: 'apt autoclean', clears: [ARCHIVES] },
    { kind: 'command', text: 'apt distclean', clears: [ARCHIVES, LISTS] },
  ],
  keeping: 'docker-clean',
});
