import type { PackageManager } from '../package-manager';
import { yarn } from './yarn';

/** Yarn 2 and later. */
export const yarnBerry: PackageManager = {
  ...yarn,
  id: 'yarn-berry',
  caches: [
    {
      target: '~/.yarn/berry/cache',
      // The folder of the project's own cache lies in the working directory, where it may be part of the sources.
      variables: [{ name: 'YARN_CACHE_FOLDER' }, { name: 'YARN_GLOBAL_FOLDER', suffix: '/cache' }],
      equivalents: [
        '~/.yarn',
        '~/.yarn/berry',
        '~/.cache/yarn',
        '~/.cache',
        '/usr/local/share/.cache/yarn',
        '/usr/local/share/.cache',
        '$WORKDIR/.yarn/cache',
      ],
    },
  ],
  manifests: [
    { pattern: 'package.json', role: 'manifest' },
    { pattern: 'yarn.lock', role: 'lock' },
    { pattern: '.yarnrc.yml', role: 'settings' },
    { pattern: '.yarn/', role: 'settings' },
    { pattern: '.yarn/releases/', role: 'settings' },
    { pattern: '.yarn/plugins/', role: 'settings' },
    { pattern: '.yarn/patches/', role: 'settings' },
    { pattern: '.pnp.*', role: 'settings' },
    { pattern: '.npmrc', role: 'settings' },
  ],
};
