import { packageManager } from '../package-manager';

export const gem = packageManager({
  id: 'gem',
  title: 'RubyGems',
  kind: 'language',
  commands: ['gem'],
  verbs: [
    { name: 'install', aliases: ['i'], installs: 'packages', manifestFlags: ['-g', '--file'] },
    { name: 'update', installs: 'packages' },
  ],
  valueFlags: [
    '-v',
    '--version',
    '-i',
    '--install-dir',
    '-n',
    '--bindir',
    '--platform',
    '-P',
    '--trust-policy',
    '-s',
    '--source',
    '-g',
    '--file',
    '-B',
    '--build-root',
    '-p',
    '--http-proxy',
    '--without',
  ],
  // What it downloads lies beside what it installs, in a directory whose name holds Ruby's version: nothing to mount in general.
  caches: [],
  manifests: [],
  cleanups: [],
});
