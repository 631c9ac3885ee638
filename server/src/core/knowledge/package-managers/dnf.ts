import { type PackageVerb, packageManager } from '../package-manager';

/** Sub-commands that dnf, microdnf and yum share. */
export const rpmVerbs: readonly PackageVerb[] = [
  {
    name: 'install',
    aliases: ['in', 'install-n', 'install-na', 'install-nevra', 'localinstall'],
    installs: 'packages',
  },
  { name: 'reinstall', aliases: ['rei'], installs: 'packages' },
  { name: 'upgrade', aliases: ['up', 'update', 'upgrade-to', 'update-to', 'localupdate'], installs: 'packages' },
  { name: 'upgrade-minimal', aliases: ['update-minimal', 'up-min'], installs: 'packages' },
  { name: 'group install', aliases: ['groupinstall', 'grp install'], installs: 'packages' },
  { name: 'module install', installs: 'packages' },
  { name: 'builddep', aliases: ['build-dep'], installs: 'packages' },
  { name: 'distro-sync', aliases: ['dsync', 'distrosync', 'distribution-synchronization'], installs: 'packages' },
  { name: 'swap', installs: 'packages' },
];

/** Flags of dnf, microdnf and yum that take the next word. */
export const rpmValueFlags: readonly string[] = [
  '-c',
  '--config',
  '-d',
  '--debuglevel',
  '-e',
  '--errorlevel',
  '-x',
  '--exclude',
  '--excludepkgs',
  '--enablerepo',
  '--disablerepo',
  '--repo',
  '--repoid',
  '--repofrompath',
  '--installroot',
  '--releasever',
  '--setopt',
  '--forcearch',
  '--comment',
  '--advisory',
];

export const dnf = packageManager({
  id: 'dnf',
  title: 'dnf',
  kind: 'system',
  commands: ['dnf', 'dnf5'],
  verbs: rpmVerbs,
  valueFlags: rpmValueFlags,
  caches: [
    {
      target: '/var/cache/dnf',
      // dnf5 took over with Fedora 41.
      images: [{ image: /^fedora$/, tag: /^(?:4[1-9]|[5-9]\d|latest|rawhide)/, target: '/var/cache/libdnf5' }],
      equivalents: ['/var/cache/libdnf5', '/var/cache/yum'],
      locked: true,
    },
  ],
  manifests: [],
  cleanups: [
    { kind: 'command', text: 'dnf clean' },
    { kind: 'command', text: 'dnf5 clean' },
  ],
  keeping: 'keepcache',
});
