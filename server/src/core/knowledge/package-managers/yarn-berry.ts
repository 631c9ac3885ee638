import { packageManager } from '../package-manager';
import { yarn } from './yarn';

/** Yarn 2 and later. */
export const yarnBerry = packageManager({
  ...yarn,
  id: 'yarn-berry',
  caches: [
    {
      target: '~/.yarn/berry/cache',
      // An index of links lies beside the cache; a mount can hold both where nothing links from there into the project.
      userTarget: '~/.yarn/berry',
      writesBeside: 'always',
      runsFrom: {
        unless: [
          { word: 'nodeLinker: node-modules', file: '.yarnrc.yml' },
          { word: 'node-modules', variable: 'YARN_NODE_LINKER' },
          { word: 'config set nodeLinker node-modules' },
        ],
        because:
          'With Plug’n’Play, programs run from this cache, and nothing tells that the project uses node_modules.',
      },
      unknownWith: [
        { word: 'cacheFolder:', file: '.yarnrc.yml' },
        { word: 'globalFolder:', file: '.yarnrc.yml' },
        { word: 'config set cacheFolder' },
        { word: 'config set globalFolder' },
      ],
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
  // It writes package.json anew whenever that is not laid out as Yarn would do it.
  readsOnly: [],
  cleanups: [
    { kind: 'command', text: 'yarn cache clean --mirror' },
    // Up to Yarn 3 the project has a cache of its own, which lies in the image.
    { kind: 'command', text: 'yarn cache clean', andMore: true },
    { kind: 'command', text: 'yarn cache clear', andMore: true },
  ],
});
