import { packageManager } from '../package-manager';

export const sbt = packageManager({
  id: 'sbt',
  title: 'sbt',
  kind: 'build',
  commands: ['sbt', 'sbtn'],
  verbs: [{ name: 'update', installs: 'manifest', operands: 'other' }],
  tasks: {
    like: { installs: 'manifest', operands: 'other', needsSources: true },
    except: ['clean', 'sbtVersion', 'about', 'exit'],
  },
  valueFlags: [
    '-mem',
    '-java-home',
    '--java-home',
    '-ivy',
    '-sbt-dir',
    '--sbt-dir',
    '-sbt-boot',
    '--sbt-boot',
    '-sbt-version',
    '--sbt-version',
    '-Dsbt.version',
  ],
  caches: [
    { target: '~/.sbt', flags: ['--sbt-dir', '-sbt-dir'], narrower: ['~/.sbt/boot'], optional: true },
    { target: '~/.ivy2', flags: ['-ivy'], narrower: ['~/.ivy2/cache'], optional: true },
    {
      target: '~/.cache/coursier',
      variables: [{ name: 'COURSIER_CACHE' }, { name: 'XDG_CACHE_HOME', suffix: '/coursier' }],
      // A cache of sbt's own, ../sbt.
      writesBeside: 'always',
      equivalents: ['~/.cache', '~/.ivy2', '~/.sbt', '~/.coursier'],
    },
  ],
  manifests: [
    { pattern: 'build.sbt', role: 'manifest' },
    { pattern: '*.sbt', role: 'manifest' },
    { pattern: 'project/*.sbt', role: 'manifest' },
    { pattern: 'project/*.scala', role: 'manifest' },
    { pattern: 'project/build.properties', role: 'settings' },
    { pattern: 'project/', role: 'settings' },
    { pattern: '.sbtopts', role: 'settings' },
    { pattern: '.jvmopts', role: 'settings' },
  ],
  cleanups: [],
  publishes: ['publishLocal', 'publishM2'],
  readsCacheAtRunTime: /^/,
});
