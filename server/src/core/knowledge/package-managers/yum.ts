import { packageManager } from '../package-manager';
import { rpmValueFlags, rpmVerbs } from './dnf';

export const yum = packageManager({
  id: 'yum',
  title: 'yum',
  kind: 'system',
  commands: ['yum'],
  verbs: rpmVerbs,
  valueFlags: rpmValueFlags,
  caches: [
    {
      // Since release 8 of the enterprise distributions yum is a name of dnf.
      target: '/var/cache/dnf',
      images: [
        { image: /^centos$/, tag: /^(?:centos)?[5-7]/, target: '/var/cache/yum' },
        { image: /^amazonlinux$/, tag: /^(?:1|2|20(?:1[0-9]|2[0-2]))(?:\.|$|-)/, target: '/var/cache/yum' },
        { image: /^oraclelinux$/, tag: /^[5-7]/, target: '/var/cache/yum' },
        { image: /(?:centos|el|rhel|ubi)[-_]?[5-7](?:\D|$)|^manylinux201[0-4]/, target: '/var/cache/yum' },
      ],
      knownImages: /^(?:almalinux|amazonlinux|centos|fedora|oraclelinux|rhel\d*|rockylinux|ubi\d*(?:-[a-z]+)?)$|centos/,
      equivalents: ['/var/cache/yum'],
      locked: true,
    },
  ],
  manifests: [],
  cleanups: [
    { kind: 'command', text: 'yum clean' },
    { kind: 'command', text: 'dnf clean' },
  ],
  keeping: 'keepcache',
});
