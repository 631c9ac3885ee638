import { packageManager } from '../package-manager';

export const pacman = packageManager({
  id: 'pacman',
  title: 'pacman',
  kind: 'system',
  commands: ['pacman'],
  verbs: [
    { name: '-S', aliases: ['--sync'], installs: 'packages' },
    { name: '-U', aliases: ['--upgrade'], installs: 'packages' },
  ],
  flagVerbs: true,
  valueFlags: [
    '-b',
    '--dbpath',
    '-r',
    '--root',
    '--cachedir',
    '--config',
    '--ignore',
    '--ignoregroup',
    '--overwrite',
    '--arch',
    '--gpgdir',
    '--hookdir',
    '--logfile',
    '--assume-installed',
  ],
  caches: [
    { target: '/var/cache/pacman/pkg', flags: ['--cachedir'], equivalents: ['/var/cache/pacman'], locked: true },
  ],
  manifests: [],
  cleanups: [
    { kind: 'command', text: 'pacman -Scc' },
    { kind: 'command', text: 'pacman -Sc' },
  ],
});
