import { packageManager } from '../package-manager';

export const bazel = packageManager({
  id: 'bazel',
  title: 'Bazel',
  kind: 'build',
  commands: ['bazel', 'bazelisk'],
  verbs: [
    { name: 'build', installs: 'manifest', operands: 'other', needsSources: true },
    { name: 'test', installs: 'manifest', operands: 'other', needsSources: true },
    { name: 'run', installs: 'manifest', operands: 'other', needsSources: true },
    { name: 'fetch', installs: 'manifest', operands: 'other', needsSources: true },
    { name: 'sync', installs: 'manifest', operands: 'other' },
  ],
  valueFlags: [
    '-c',
    '--compilation_mode',
    '--config',
    '--output_base',
    '--output_user_root',
    '-j',
    '--jobs',
    '--disk_cache',
    '--repository_cache',
  ],
  caches: [{ target: '~/.cache/bazel', flags: ['--output_user_root'], locked: true, holdsArtefacts: true }],
  manifests: [
    { pattern: 'MODULE.bazel', role: 'manifest' },
    { pattern: 'MODULE.bazel.lock', role: 'lock' },
    { pattern: 'WORKSPACE', role: 'manifest' },
    { pattern: 'WORKSPACE.bazel', role: 'manifest' },
    { pattern: '.bazelrc', role: 'settings' },
    { pattern: '.bazelversion', role: 'settings' },
  ],
  cleanups: [{ kind: 'command', text: 'bazel clean' }],
});
