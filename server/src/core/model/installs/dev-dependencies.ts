import { table } from '../../text/table';
import type { Build } from '../build-types';
import { hasSetting, lookupVariable } from '../caches/cache-places';
import type { PackageInstall } from './install';

/** How an install is asked to leave out what only developers need. */
export interface DevSwitch {
  /** The flag to add; undefined where there is none. */
  readonly flag?: string;
  /** The flag to take away instead. */
  readonly drop?: RegExp;
  /** What to do, for a message. */
  readonly advice: string;
}

interface Row extends DevSwitch {
  readonly verbs: readonly string[];
  /** Flags, with their values behind `=`, that leave them out. */
  readonly flags: RegExp;
  /** Variables that do, and with which values. */
  readonly variables: Readonly<Record<string, RegExp>>;
  /** The manifest that names such dependencies by this text. */
  readonly manifest: readonly [file: string, text: RegExp];
}

const TRUE = /^(?:1|true|yes|on)$/i;
const PRODUCTION = /^production$/;
const NODE_MANIFEST = ['package.json', /"devDependencies"/] as const;
const PYPROJECT = 'pyproject.toml';

const ROWS: Readonly<Record<string, Row>> = table<Row>({
  npm: {
    verbs: ['ci', 'install'],
    flags: /^(?:--omit=dev|--production(?:=true)?|--only=prod(?:uction)?|--no-dev|--include=dev)$/,
    variables: {
      NODE_ENV: PRODUCTION,
      npm_config_omit: /dev/,
      NPM_CONFIG_OMIT: /dev/,
      npm_config_production: TRUE,
      NPM_CONFIG_PRODUCTION: TRUE,
      NPM_CONFIG_ONLY: /^prod/,
    },
    manifest: NODE_MANIFEST,
    flag: '--omit=dev',
    advice: '--omit=dev leaves them out',
  },
  yarn: {
    verbs: ['', 'install'],
    flags: /^--prod(?:uction)?(?:=true)?$/,
    variables: { NODE_ENV: PRODUCTION, YARN_PRODUCTION: TRUE },
    manifest: NODE_MANIFEST,
    flag: '--production',
    advice: '--production leaves them out',
  },
  'yarn-berry': {
    verbs: ['', 'install'],
    flags: /^--prod(?:uction)?(?:=true)?$/,
    variables: {},
    manifest: NODE_MANIFEST,
    advice: '"yarn workspaces focus --production" leaves them out',
  },
  pnpm: {
    verbs: ['install'],
    flags: /^(?:--prod(?:uction)?(?:=true)?|-P|--no-dev|--dev=false)$/,
    variables: { NODE_ENV: PRODUCTION },
    manifest: NODE_MANIFEST,
    flag: '--prod',
    advice: '--prod leaves them out',
  },
  composer: {
    verbs: ['install'],
    flags: /^--no-dev$/,
    variables: { COMPOSER_NO_DEV: TRUE },
    manifest: ['composer.json', /"require-dev"/],
    flag: '--no-dev',
    advice: '--no-dev leaves them out',
  },
  bundler: {
    verbs: ['install'],
    flags: /^--without(?:=.*)?$/,
    variables: { BUNDLE_WITHOUT: /./, BUNDLE_ONLY: /./ },
    manifest: ['Gemfile', /\bgroup\b/],
    advice: 'BUNDLE_WITHOUT="development:test" leaves them out',
  },
  poetry: {
    verbs: ['install'],
    flags: /^(?:--only(?:=.*)?|--without(?:=.*)?|--no-dev|--only-root)$/,
    variables: {},
    manifest: [PYPROJECT, /\[tool\.poetry\.(?:dev-dependencies|group\.)/],
    flag: '--only=main',
    advice: '--only=main leaves them out',
  },
  uv: {
    verbs: ['sync'],
    flags: /^(?:--no-dev|--no-default-groups|--only-group(?:=.*)?|--no-group(?:=.*)?)$/,
    variables: { UV_NO_DEV: TRUE, UV_NO_DEFAULT_GROUPS: TRUE },
    manifest: [PYPROJECT, /\[dependency-groups\]|dev-dependencies/],
    flag: '--no-dev',
    advice: '--no-dev leaves them out',
  },
});

/** What would keep the dependencies for development out of an install; undefined where it has none, or it can't be told. */
export function findDevSwitch(build: Build, install: PackageInstall): DevSwitch | undefined {
  const { manager, verbName, packages, command, flags } = install;
  if (manager.id === 'pipenv') {
    const isAsked = /^(?:install|sync)$/.test(verbName) && flags.some(({ name }) => name === '--dev' || name === '-d');
    return isAsked ? { drop: /^(?:--dev|-d)$/, advice: 'without --dev they stay out' } : undefined;
  }
  const row = ROWS[manager.id];
  if (!row?.verbs.includes(verbName) || packages.length > 0) return undefined;
  const words = command.arguments.map(({ value }, at, all) => {
    const next = all[at + 1]?.value ?? '';
    return /^--(?:omit|only|production|include)$/.test(value) && /^(?:dev|prod|production|true|main)$/.test(next)
      ? `${value}=${next}`
      : value;
  });
  if (
    words.some(
      (word) => row.flags.test(word) || /^(?:-g|--global|--help|--version|--dry-run|--package-lock-only)$/.test(word),
    )
  )
    return undefined;
  for (const [name, value] of Object.entries(row.variables)) {
    const found = lookupVariable(build, install, name);
    // A value that the file does not tell may be the one.
    if (found && (found.value === undefined || value.test(found.value))) return undefined;
  }
  if (isConfigured(build, install)) return undefined;
  const [file, text] = row.manifest;
  const manifest = build.context?.read(file);
  return manifest !== undefined && !text.test(manifest) ? undefined : row;
}

/** `omit=dev` in `.npmrc`; `bundle config set without …` and `npm prune` in the stage. */
function isConfigured(build: Build, install: PackageInstall): boolean {
  const { manager, instruction } = install;
  if (manager.id === 'npm' && hasSetting(build, install, { word: 'omit=dev', file: '.npmrc' })) return true;
  return build.commands.some(({ name, arguments: words, script }) => {
    if (script.instruction.stage !== instruction.stage || name === undefined || !manager.commands.includes(name))
      return false;
    const values = words.map(({ value }) => value);
    if (manager.id === 'bundler') return values[0] === 'config' && values.some((value) => /without|only/.test(value));
    return values.includes('prune');
  });
}
