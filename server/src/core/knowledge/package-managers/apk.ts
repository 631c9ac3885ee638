import { packageManager } from '../package-manager';

export const apk = packageManager({
  id: 'apk',
  title: 'apk',
  kind: 'system',
  commands: ['apk'],
  verbs: [
    { name: 'add', installs: 'packages' },
    { name: 'upgrade', installs: 'packages' },
    { name: 'fix', installs: 'packages' },
  ],
  valueFlags: [
    '-t',
    '--virtual',
    '-X',
    '--repository',
    '-p',
    '--root',
    '--arch',
    '--cache-dir',
    '--cache-max-age',
    '--keys-dir',
    '--repositories-file',
    '--progress-fd',
    '--timeout',
    '--wait',
  ],
  caches: [{ target: '/var/cache/apk', flags: ['--cache-dir'], equivalents: ['/etc/apk/cache'], locked: true }],
  manifests: [],
  cleanups: [
    // Without an index in the image, `apk add` has to fetch one: --no-cache did that too.
    { kind: 'flag', text: '--no-cache', becomes: '--update-cache' },
    { kind: 'command', text: 'apk cache clean' },
    { kind: 'command', text: 'apk cache purge' },
  ],
  keeping: 'apk-link',
});
