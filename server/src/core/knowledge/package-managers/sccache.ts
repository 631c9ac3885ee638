import { packageManager } from '../package-manager';

/** Wraps a compiler; installs nothing. */
export const sccache = packageManager({
  id: 'sccache',
  title: 'sccache',
  kind: 'build',
  commands: ['sccache'],
  verbs: [],
  valueFlags: [],
  caches: [
    {
      target: '~/.cache/sccache',
      variables: [{ name: 'SCCACHE_DIR' }, { name: 'XDG_CACHE_HOME', suffix: '/sccache' }],
      equivalents: ['~/.cache', '/sccache'],
    },
  ],
  manifests: [],
  cleanups: [],
});
