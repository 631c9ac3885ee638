import { packageManager } from '../package-manager';

export const mix = packageManager({
  id: 'mix',
  title: 'Mix',
  kind: 'build',
  commands: ['mix'],
  verbs: [
    { name: 'deps.get', installs: 'manifest', operands: 'other' },
    { name: 'deps.compile', installs: 'manifest', operands: 'other' },
    { name: 'deps.update', installs: 'manifest', operands: 'other' },
    { name: 'compile', installs: 'manifest', operands: 'other', needsSources: true },
    { name: 'release', installs: 'manifest', operands: 'other', needsSources: true },
    { name: 'archive.install', installs: 'packages' },
    { name: 'escript.install', installs: 'packages' },
  ],
  valueFlags: ['--only', '--target', '--path', '--app'],
  caches: [
    {
      target: '~/.hex',
      variables: [{ name: 'HEX_HOME' }],
      narrower: ['~/.hex/packages'],
      equivalents: ['~/.hex/packages', '~/.cache/rebar3'],
      verbs: ['deps.get', 'deps.update'],
    },
    {
      target: '~/.cache/rebar3',
      variables: [{ name: 'REBAR_CACHE_DIR' }],
      equivalents: ['~/.cache', '~/.hex'],
      verbs: ['deps.get', 'deps.compile', 'deps.update', 'compile', 'release'],
    },
  ],
  manifests: [
    { pattern: 'mix.exs', role: 'manifest' },
    { pattern: 'mix.lock', role: 'lock' },
    { pattern: 'config/', role: 'settings' },
    { pattern: 'config/config.exs', role: 'settings' },
    { pattern: 'config/*.exs', role: 'settings' },
    { pattern: 'apps/*/mix.exs', role: 'manifest' },
  ],
  cleanups: [],
});
