import { packageManager } from '../package-manager';

/** Wraps a compiler; installs nothing. */
export const ccache = packageManager({
  id: 'ccache',
  title: 'ccache',
  kind: 'build',
  commands: ['ccache'],
  verbs: [],
  valueFlags: [],
  caches: [
    {
      target: '~/.cache/ccache',
      variables: [{ name: 'CCACHE_DIR' }, { name: 'XDG_CACHE_HOME', suffix: '/ccache' }],
      // ccache 4 moved it; these distributions still carry version 3.
      images: [
        { image: /^debian$/, tag: /^(?:8|9|10|jessie|stretch|buster)/, target: '~/.ccache' },
        { image: /^ubuntu$/, tag: /^(?:1[2468]\.|20\.|trusty|xenial|bionic|focal)/, target: '~/.ccache' },
      ],
      equivalents: ['~/.ccache', '~/.cache', '/ccache'],
    },
  ],
  manifests: [],
  cleanups: [
    { kind: 'command', text: 'ccache -C' },
    { kind: 'command', text: 'ccache --clear' },
  ],
});
