import { packageManager } from '../package-manager';

export const conda = packageManager({
  id: 'conda',
  title: 'conda',
  kind: 'language',
  commands: ['conda', 'mamba', 'micromamba'],
  verbs: [
    { name: 'install', installs: 'packages', manifestFlags: ['-f', '--file'] },
    { name: 'create', installs: 'packages', manifestFlags: ['-f', '--file'] },
    { name: 'update', aliases: ['upgrade'], installs: 'packages', manifestFlags: ['-f', '--file'] },
    { name: 'env create', installs: 'manifest', operands: 'other', manifestFlags: ['-f', '--file'] },
    { name: 'env update', installs: 'manifest', operands: 'other', manifestFlags: ['-f', '--file'] },
  ],
  valueFlags: [
    '-n',
    '--name',
    '-p',
    '--prefix',
    '-c',
    '--channel',
    '-f',
    '--file',
    '--solver',
    '--revision',
    '--repodata-fn',
    '-r',
    '--root-prefix',
    '--rc-file',
    '--platform',
    '--subdir',
  ],
  caches: [
    {
      target: '/opt/conda/pkgs',
      // Elsewhere conda may be installed anywhere, and its packages lie in its own directory.
      onlyImages: /^(?:(?:ana|mini)conda3?|mambaforge(?:-pypy3)?|miniforge3|micromamba|[a-z]+-notebook)$/,
      variables: [{ name: 'CONDA_PKGS_DIRS' }],
      locked: true,
    },
  ],
  manifests: [
    { pattern: 'environment.yml', role: 'manifest' },
    { pattern: 'environment.yaml', role: 'manifest' },
    { pattern: 'environment*.yml', role: 'manifest' },
    { pattern: 'conda-lock.yml', role: 'lock' },
  ],
  cleanups: [
    { kind: 'command', text: 'conda clean' },
    { kind: 'command', text: 'mamba clean' },
    { kind: 'command', text: 'micromamba clean' },
  ],
});
