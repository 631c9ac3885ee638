import type { PackageManager } from '../package-manager';

export const zypper: PackageManager = {
  id: 'zypper',
  title: 'zypper',
  kind: 'system',
  commands: ['zypper'],
  verbs: [
    { name: 'install', aliases: ['in'], installs: 'packages' },
    { name: 'update', aliases: ['up'], installs: 'packages' },
    { name: 'patch', installs: 'packages' },
    { name: 'source-install', aliases: ['si'], installs: 'packages' },
    { name: 'dist-upgrade', aliases: ['dup'], installs: 'packages' },
  ],
  valueFlags: [
    '-c',
    '--config',
    '-R',
    '--root',
    '-C',
    '--cache-dir',
    '-D',
    '--reposd-dir',
    '-p',
    '--plus-repo',
    '-r',
    '--repo',
    '--from',
    '-t',
    '--type',
    '--gpg-auto-import-keys-file',
  ],
  caches: [{ target: '/var/cache/zypp', flags: ['-C', '--cache-dir'], locked: true }],
  manifests: [],
  cleanups: [
    { kind: 'command', text: 'zypper clean' },
    { kind: 'command', text: 'zypper cc' },
  ],
};
