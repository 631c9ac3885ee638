import { packageManager } from '../package-manager';
import { aptGet } from './apt-get';

export const apt = packageManager({
  ...aptGet,
  id: 'apt',
  title: 'apt',
  commands: ['apt'],
  verbs: [
    { name: 'install', installs: 'packages' },
    { name: 'reinstall', installs: 'packages' },
    { name: 'build-dep', installs: 'packages' },
    { name: 'upgrade', aliases: ['safe-upgrade'], installs: 'packages' },
    { name: 'full-upgrade', aliases: ['dist-upgrade'], installs: 'packages' },
  ],
});
