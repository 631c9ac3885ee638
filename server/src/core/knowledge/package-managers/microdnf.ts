import { packageManager } from '../package-manager';
import { rpmValueFlags, rpmVerbs } from './dnf';

export const microdnf = packageManager({
  id: 'microdnf',
  title: 'microdnf',
  kind: 'system',
  commands: ['microdnf'],
  verbs: rpmVerbs,
  valueFlags: rpmValueFlags,
  caches: [
    {
      target: '/var/cache/dnf',
      images: [
        { image: /^ubi8-minimal$|^ubi8\/ubi-minimal$/, target: '/var/cache/yum' },
        { image: /^ubi-minimal$/, tag: /^8/, target: '/var/cache/yum' },
        { image: /^oraclelinux$/, tag: /^8/, target: '/var/cache/yum' },
        // There it is a name of dnf5.
        { image: /^fedora-minimal$/, tag: /^(?:39|[4-9]\d|latest|rawhide)/, target: '/var/cache/libdnf5' },
      ],
      equivalents: ['/var/cache/yum', '/var/cache/libdnf5'],
      locked: true,
    },
  ],
  manifests: [],
  cleanups: [{ kind: 'command', text: 'microdnf clean' }],
  keeping: 'keepcache',
});
