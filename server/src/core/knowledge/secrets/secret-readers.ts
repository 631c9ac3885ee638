/** Tools that read a credential from an environment variable that nobody names on their command line. */
interface Row {
  readonly variable: RegExp;
  readonly commands: string;
  /** Sub-commands that go to the network; the others do without. */
  readonly verbs?: string;
}

const readers: readonly Row[] = [
  {
    variable:
      /^(?:NPM_(?:AUTH_)?TOKEN|NODE_AUTH_TOKEN|NPM_CONFIG_\w+|YARN_NPM_AUTH_\w+|FONT_?AWESOME\w*TOKEN|GITHUB_PACKAGES_TOKEN)$/i,
    commands: 'npm npx pnpm yarn bun bunx',
    verbs: 'ci install i add update up upgrade publish dlx create fetch deploy',
  },
  {
    variable: /^PIP_(?:EXTRA_)?INDEX_URL$/,
    commands: 'pip pip3 uv pipenv',
    verbs: 'install download wheel sync add lock',
  },
  { variable: /^UV_\w+$/, commands: 'uv uvx' },
  { variable: /^POETRY_\w+$/, commands: 'poetry' },
  { variable: /^TWINE_\w+$/, commands: 'twine' },
  {
    variable: /^COMPOSER_AUTH$/,
    commands: 'composer composer.phar',
    verbs: 'install update require create-project global',
  },
  { variable: /^BUNDLE_\w+$/, commands: 'bundle bundler', verbs: 'install update add lock package cache' },
  { variable: /^CARGO_REGISTR\w+$/, commands: 'cargo' },
  { variable: /^NUGET_\w+$/, commands: 'dotnet nuget', verbs: 'restore build publish test add install' },
  { variable: /^PGPASSWORD$/, commands: 'psql pg_dump pg_restore createdb createuser pg_isready' },
  { variable: /^MYSQL_PWD$/, commands: 'mysql mysqldump mysqladmin mariadb' },
  { variable: /^SSHPASS$/, commands: 'sshpass' },
  { variable: /^AWS_\w+$/, commands: 'aws sam terraform' },
  { variable: /^(?:GH|GITHUB)_TOKEN$/, commands: 'gh' },
  { variable: /^SENTRY_AUTH_TOKEN$/, commands: 'sentry-cli' },
  {
    variable: /^(?:SENTRY_AUTH|TURBO)_TOKEN$/,
    commands: 'npm pnpm yarn bun next vite nx',
    verbs: 'run run-script build',
  },
  { variable: /^VAULT_TOKEN$/, commands: 'vault' },
  { variable: /^SNYK_TOKEN$/, commands: 'snyk' },
  { variable: /^SONAR_TOKEN$/, commands: 'sonar-scanner mvn mvnw gradle gradlew' },
  { variable: /^(?:RAILS_MASTER_KEY|SECRET_KEY_BASE)$/, commands: 'rails rake' },
  { variable: /^DATABASE_URL$/, commands: 'rails rake prisma' },
  { variable: /^TURBO_TOKEN$/, commands: 'turbo' },
  { variable: /^(?:HF_TOKEN|HUGGING_?FACE\w*TOKEN)$/, commands: 'hf huggingface-cli' },
  { variable: /^(?:NETLIFY|VERCEL|FIREBASE|CODECOV)_(?:AUTH_)?TOKEN$/, commands: 'netlify vercel firebase codecov' },
  { variable: /^(?:CLOUDFLARE_API_TOKEN|CF_API_TOKEN)$/, commands: 'wrangler' },
  { variable: /^TF_TOKEN_\w+$/, commands: 'terraform' },
];

/** A tool that reads a variable by itself, and with which sub-commands. */
export interface SecretReader {
  readonly commands: ReadonlySet<string>;
  readonly verbs?: ReadonlySet<string>;
}

/** The tools that read a variable by themselves. */
export function findReaders(variable: string): readonly SecretReader[] {
  return readers
    .filter((row) => row.variable.test(variable))
    .map(({ commands, verbs }) => ({
      commands: new Set(commands.split(' ')),
      ...(verbs ? { verbs: new Set(verbs.split(' ')) } : {}),
    }));
}

/** What fetches by the settings of npm. */
export const npmReader: SecretReader = findReaders('NPM_TOKEN')[0]!;

/** Tools that take a credential from their words, and never look for one in a variable of any name. */
export const wordReaders: ReadonlySet<string> = new Set(
  'curl wget wget2 aria2c git svn hg pip pip3 gem echo printf mysql mariadb psql redis-cli unzip openssl sshpass lftp'.split(
    ' ',
  ),
);

/** Names of variables that installations and deployments read, and no program that serves: whose ENV need not last. */
export const buildOnlyName =
  /^(?:NPM|NODE_AUTH|YARN|PNPM|BUN_AUTH|PIP|UV|POETRY|TWINE|PYPI|COMPOSER|BUNDLE|GEM|RUBYGEMS|CARGO|NUGET|MAVEN|GRADLE|ARTIFACTORY|JFROG|NEXUS|GEMFURY|FURY|FONT_?AWESOME|GIT|GITHUB|GH|GITLAB|BITBUCKET|CI|DEPLOY|REGISTRY|PACKAGES?|FEED|SENTRY_AUTH|SONAR|SNYK|CODECOV|TURBO|NX|CONAN|HEX|CODEARTIFACT|SSH|SSHPASS|VSS|ENDPOINT|CLOUDSMITH|BUILD)(?:_|$)/i;

/** Files that a tool reads by itself, in which variables may stand. */
const toolFiles: readonly { readonly commands: string; readonly files: string }[] = [
  { commands: 'npm npx pnpm yarn bun bunx', files: '.npmrc .yarnrc.yml .yarnrc package.json bunfig.toml' },
  { commands: 'make gmake', files: 'Makefile makefile GNUmakefile' },
  {
    commands: 'gradle gradlew',
    files: 'build.gradle build.gradle.kts settings.gradle settings.gradle.kts gradle.properties',
  },
  { commands: 'mvn mvnw', files: 'pom.xml settings.xml .mvn/maven.config' },
  { commands: 'bundle bundler rake rails', files: 'Gemfile Rakefile .bundle/config' },
  { commands: 'pip pip3 pipenv poetry uv', files: 'pyproject.toml Pipfile pip.conf' },
  { commands: 'cargo', files: '.cargo/config.toml .cargo/config build.rs' },
  { commands: 'composer composer.phar', files: 'composer.json auth.json' },
  { commands: 'dotnet nuget msbuild', files: 'nuget.config NuGet.Config NuGet.config' },
  { commands: 'task', files: 'Taskfile.yml Taskfile.yaml' },
  { commands: 'just', files: 'justfile Justfile' },
];

/** The files that a command reads by itself, by their names. */
export function filesOfTool(command: string): readonly string[] {
  return toolFiles.find(({ commands }) => commands.split(' ').includes(command))?.files.split(' ') ?? [];
}
