/** Tools that read a credential from an environment variable that nobody names on their command line. */
const readers: readonly { readonly variable: RegExp; readonly commands: string }[] = [
  {
    variable:
      /^(?:NPM_(?:AUTH_)?TOKEN|NODE_AUTH_TOKEN|NPM_CONFIG_\w+|YARN_NPM_AUTH_\w+|FONT_?AWESOME\w*TOKEN|GITHUB_PACKAGES_TOKEN)$/i,
    commands: 'npm npx pnpm yarn bun bunx',
  },
  { variable: /^PIP_(?:EXTRA_)?INDEX_URL$/, commands: 'pip pip3 uv pipenv' },
  { variable: /^UV_\w+$/, commands: 'uv uvx' },
  { variable: /^POETRY_\w+$/, commands: 'poetry' },
  { variable: /^TWINE_\w+$/, commands: 'twine' },
  { variable: /^COMPOSER_AUTH$/, commands: 'composer composer.phar' },
  { variable: /^BUNDLE_\w+$/, commands: 'bundle bundler' },
  { variable: /^CARGO_REGISTR\w+$/, commands: 'cargo' },
  { variable: /^NUGET_\w+$/, commands: 'dotnet nuget' },
  { variable: /^PGPASSWORD$/, commands: 'psql pg_dump pg_restore createdb createuser pg_isready' },
  { variable: /^MYSQL_PWD$/, commands: 'mysql mysqldump mysqladmin mariadb' },
  { variable: /^SSHPASS$/, commands: 'sshpass' },
  { variable: /^AWS_\w+$/, commands: 'aws sam terraform' },
  { variable: /^(?:GH|GITHUB)_TOKEN$/, commands: 'gh' },
  { variable: /^SENTRY_AUTH_TOKEN$/, commands: 'sentry-cli' },
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

/** The commands that read a variable by themselves. */
export function commandsReading(variable: string): ReadonlySet<string> {
  const commands = readers.filter((row) => row.variable.test(variable)).flatMap((row) => row.commands.split(' '));
  return new Set(commands);
}
