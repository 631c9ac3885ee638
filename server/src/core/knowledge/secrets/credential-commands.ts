/** Where in a command's words a credential stands. Lists are words with blanks between. */
export interface CredentialCommand {
  readonly names: string;
  /** Words that stand behind the name, in this order; flags between are passed over. */
  readonly verbs?: string;
  /** Options whose value is the credential: `--password x`, `--password=x`. */
  readonly options?: string;
  /** Options that take a value only behind `=`. */
  readonly equals?: string;
  /** One-letter options with the value glued on: `-px`. */
  readonly glued?: string;
  /** Options whose value is a user and the credential. */
  readonly pairs?: string;
  /** What stands between user and credential in `pairs`. */
  readonly separator?: string;
  /** What stands in front of the credential in `options`, and must. */
  readonly prefix?: string;
  /** Options whose value is an HTTP header. */
  readonly headers?: string;
  /** Options whose value is form data, JSON or cookies. */
  readonly forms?: string;
  /** Index of the credential among the positional words behind the verbs; negative counts from the end. */
  readonly position?: number;
  /** `key value` or `key=value` behind the verbs: the keys whose value, `offset` words on, is the credential. */
  readonly keys?: RegExp;
  readonly offset?: number;
  /** The command counts only with this flag. */
  readonly needs?: RegExp;
  /** The command does not count with such a word. */
  readonly without?: RegExp;
  /** Options whose value is none of the positional words. */
  readonly valued?: string;
  /** Logs in to a registry and keeps the credential in a file. */
  readonly registry?: true;
  /** Sets the password of an account in the image. */
  readonly account?: true;
}

const mysql = 'mysql mysqladmin mysqldump mysqlimport mysqlcheck mysqlsh mariadb mariadb-admin mariadb-dump';
const nodeManagers = 'npm pnpm yarn bun';

export const credentialCommands: readonly CredentialCommand[] = [
  // Downloads
  {
    names: 'curl',
    pairs: '-u --user -U --proxy-user',
    options: '--oauth2-bearer --pass --proxy-pass --tlspassword',
    headers: '-H --header --proxy-header',
    forms: '-d --data --data-raw --data-ascii --data-binary --data-urlencode -F --form --form-string -b --cookie',
  },
  {
    names: 'wget wget2',
    options: '--password --http-password --ftp-password --proxy-password',
    headers: '--header',
    forms: '--post-data --body-data',
  },
  { names: 'git', verbs: 'config', keys: /\.(?:password|token|oauth-token)$/ },
  { names: 'glab gh', options: '--token' },
  { names: 'aria2c', options: '--http-passwd --ftp-passwd', headers: '--header' },
  { names: 'http https xh', pairs: '-a --auth' },
  { names: 'lftp', pairs: '-u --user', separator: ',' },
  { names: 'ncftp ncftpget ncftpput', options: '-p' },

  // Package managers
  {
    names: nodeManagers,
    verbs: 'config set',
    keys: /_authToken$|_auth$|_password$|npmAuthToken$|npmAuthIdent$/,
  },
  { names: 'npm', verbs: 'set', keys: /_authToken$|_auth$|_password$/ },
  { names: 'poetry', verbs: 'config', keys: /^http-basic\./, offset: 2 },
  { names: 'poetry', verbs: 'config', keys: /^pypi-token\./ },
  { names: 'poetry', verbs: 'publish', options: '-p --password' },
  { names: 'twine', verbs: 'upload', options: '-p --password' },
  {
    names: 'bundle bundler',
    verbs: 'config',
    keys: /^(?!(?:build|mirror|local|gem|plugins)\.)(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/?$|^BUNDLE_\w+__\w+$/,
  },
  { names: 'composer', verbs: 'config', keys: /^http-basic\./, offset: 2 },
  {
    names: 'composer',
    verbs: 'config',
    keys: /^(?:github-oauth|gitlab-oauth|gitlab-token|bearer)\./,
  },
  { names: 'cargo', verbs: 'login', position: 0 },
  { names: 'cargo', options: '--token' },
  { names: 'dotnet', verbs: 'nuget', options: '-p --password -k --api-key' },
  { names: 'nuget nuget.exe', options: '-Password -ApiKey' },
  { names: 'nuget nuget.exe', verbs: 'setapikey', position: 0 },

  // Databases
  { names: mysql, glued: '-p', equals: '--password' },
  { names: 'mysqladmin mariadb-admin', verbs: 'password', position: 0 },
  { names: 'mongo mongosh mongodump mongorestore mongoimport mongoexport', options: '-p --password' },
  { names: 'redis-cli', options: '-a --pass' },
  { names: 'redis-server', options: '--requirepass --masterauth' },
  { names: 'sqlcmd', options: '-P' },
  { names: 'cqlsh', options: '-p --password' },
  { names: 'clickhouse-client', options: '--password' },
  { names: 'influx influxd', options: '-password --password -t --token' },
  { names: 'rabbitmqctl', verbs: 'add_user', position: 1 },
  { names: 'rabbitmqctl', verbs: 'change_password', position: 1 },
  { names: 'rabbitmqadmin', options: '-p --password' },
  { names: 'neo4j-admin', verbs: 'set-initial-password', position: 0 },
  { names: 'grafana-cli', verbs: 'reset-admin-password', position: 0 },
  { names: 'couchbase-cli', options: '-p --password' },

  // Registries
  {
    names: 'docker podman buildah nerdctl skopeo oras',
    verbs: 'login',
    options: '-p --password',
    registry: true,
  },
  { names: 'skopeo podman buildah', pairs: '--creds --src-creds --dest-creds' },
  { names: 'crane', verbs: 'auth login', options: '-p --password', registry: true },
  { names: 'helm', verbs: 'registry login', options: '-p --password', registry: true },
  { names: 'regctl', verbs: 'registry login', options: '-p --pass', registry: true },

  // Clouds and services
  {
    names: 'aws',
    verbs: 'configure set',
    keys: /(?:^|\.)(?:aws_secret_access_key|aws_session_token)$/,
  },
  { names: 'az', verbs: 'login', options: '-p --password' },
  { names: 'doctl', options: '-t --access-token' },
  { names: 'vault', verbs: 'login', position: 0 },
  { names: 'kubectl', verbs: 'config set-credentials', options: '--token --password' },
  { names: 'oc', verbs: 'login', options: '--token -p --password' },
  { names: 'sentry-cli', options: '--auth-token' },
  { names: 'vercel now surge firebase codecov', options: '--token' },
  { names: 'netlify', options: '--auth' },
  { names: 'flyctl fly', options: '-t --access-token' },
  { names: 'snyk', verbs: 'auth', position: 0 },
  { names: 'ngrok', verbs: 'authtoken', position: 0 },
  { names: 'ngrok', verbs: 'config add-authtoken', position: 0 },
  { names: 'tailscale', options: '--authkey --auth-key' },
  { names: 'cloudflared', options: '--token' },
  { names: 'ansible-galaxy', options: '--token --api-key' },

  // System
  { names: 'sshpass', options: '-p', glued: '-p' },
  { names: 'openssl', options: '-passin -passout -pass', prefix: 'pass:' },
  { names: 'openssl', needs: /^(?:enc|aes|des|aria|camellia|chacha)/, options: '-k -K' },
  {
    names: 'keytool jarsigner',
    options: '-storepass -keypass -srcstorepass -deststorepass -srckeypass -destkeypass -storepasswd',
    // A store of certificates to trust holds nothing that is private.
    without: /trust|cacerts/i,
  },
  { names: 'unzip', options: '-P' },
  { names: 'zip', options: '-P --password' },
  { names: '7z 7za 7zr rar unrar', glued: '-p' },
  { names: 'smbclient', pairs: '-U --user', separator: '%' },
  { names: 'ldapsearch ldapadd ldapmodify ldapdelete ldappasswd ldapwhoami', options: '-w' },
  { names: 'ipa-client-install', options: '-w --password' },
  { names: 'x11vnc', options: '-passwd -storepasswd' },
  { names: 'htpasswd', needs: /^-[A-Za-z]*b/, position: -1 },
  { names: 'add-user.sh', position: 1, options: '-p --password', valued: '-u -g -r -ro -up -gp -dr -sc' },
  { names: 'etcdctl', pairs: '--user' },
  { names: 'kcadm.sh', options: '--password --new-password' },

  // Accounts of the image
  { names: 'useradd usermod newusers', options: '-p --password', account: true },
  { names: 'openssl', verbs: 'passwd', position: 0, valued: '-salt -in', account: true },
  { names: 'mkpasswd', position: 0, valued: '-m -S -R --method --salt --rounds', account: true },
];

/** A row with what a first look at a command goes by. */
export interface IndexedCommand {
  readonly row: CredentialCommand;
  /** All its options that take a value. */
  readonly options: ReadonlySet<string>;
  /** The letters of those of one letter. */
  readonly letters: string;
}

/** The rows by the commands that they are about. */
export const commandsByName: ReadonlyMap<string, readonly IndexedCommand[]> = indexByName();

function indexByName(): ReadonlyMap<string, readonly IndexedCommand[]> {
  const byName = new Map<string, IndexedCommand[]>();
  for (const row of credentialCommands) {
    const lists = [row.options, row.equals, row.pairs, row.headers, row.forms];
    const options = new Set(lists.flatMap((list) => list?.split(' ') ?? []));
    const letters = [...options].map((option) => (/^-\w$/.test(option) ? option[1] : '')).join('');
    for (const name of row.names.split(' ')) {
      const rows = byName.get(name);
      if (rows) rows.push({ row, options, letters });
      else byName.set(name, [{ row, options, letters }]);
    }
  }
  return byName;
}

/** Commands that read a password to set from what is piped into them. */
export const accountSinks: ReadonlySet<string> = new Set(['chpasswd', 'passwd', 'smbpasswd', 'vncpasswd']);

/** Options with which a command reads the credential from what is piped into it. */
export const stdinOptions: ReadonlySet<string> = new Set(['--password-stdin', '--with-token']);

/** Commands whose bare `--password` asks for one. */
export const promptingCommands: ReadonlySet<string> = new Set(
  `${mysql} psql createuser createdb dropdb pg_dump pg_restore pg_dumpall initdb vacuumdb debconf-show`.split(' '),
);

/** Long options of any command that take a credential: `--admin-password=…`, `--dbpass=…`, `--NotebookApp.token=…`. */
export const credentialOption =
  /^--?(?!no-|ask-|allow-|skip-|without-|enable-|disable-)[\w.-]*(?:password|passwd|passphrase|pass|pwd|token|secret|api[-_]?key)$/i;
/** Long options of any command whose next word is a credential. */
export const passwordOption = /^--(?!no-|ask-|allow-|skip-|without-)[\w.-]*(?:password|passwd|passphrase)$/i;
/** System properties: `-Djetty.password=…`, `-PnexusToken=…`. */
export const credentialProperty = /^-[DP][\w.-]*(?:password|passwd|passphrase|secret|token|sonar\.login)$/i;

/** Headers that carry a credential as it is. */
export const credentialHeader = /^[\w-]*(?:token|api-?key|auth-?key|secret|art-api)[\w-]*$/i;

/** Keys of forms, JSON bodies and URL queries whose value is a credential. */
export const credentialKey =
  /(?:^|[?&\s{,;])["']?(?:[\w-]*password|passwd|client_secret|secret|[\w-]*token|api_?key|license_?key|sessionid|session_id)["']?\s*[=:]\s*["']?((?:\$\{[^}\s]*\}|[^&\s"',}#;])+)/gi;

export const AUTHORIZATION = 'authorization';

/** Text that a command writes or runs, with a credential in it: the first group. Every match has `hint` in it, in lower case. */
export const credentialTexts: readonly { readonly name: string; readonly pattern: RegExp; readonly hint: string }[] = [
  {
    name: 'an Authorization header',
    hint: AUTHORIZATION,
    pattern: /authorization["']?\s*[:=]\s*["']?(?:(?:basic|bearer|token|apikey)\s+)?([^\s"']+)/gi,
  },
  { name: 'npm settings', hint: '_auth', pattern: /_auth(?:Token)?\s*=\s*["']?([^\s"']+)/g },
  { name: 'npm settings', hint: '_password', pattern: /:_password\s*=\s*["']?([^\s"']+)/g },
  { name: 'Yarn settings', hint: 'npmauth', pattern: /npmAuth(?:Token|Ident):\s*["']?([^\s"']+)/g },
  { name: 'a netrc entry', hint: 'machine', pattern: /\bmachine\s+\S+\s+login\s+\S+\s+password\s+(\S+)/g },
  { name: 'a settings file', hint: '<password>', pattern: /<password>\s*([^<\s]+)\s*<\/password>/g },
  {
    name: 'an SQL statement',
    hint: 'identified',
    pattern: /\bidentified\s+(?:with\s+\S+\s+)?by\s+\\?["']([^"'\\]+)\\?["']/gi,
  },
  {
    name: 'an SQL statement',
    hint: 'password',
    pattern:
      /\b(?:with|set|encrypted|superuser|createdb|createrole|login|user\s+\S+|role\s+\S+|for\s+\S+)[\s=]+(?:encrypted\s+)?password\s*=?\s*(?:password\s*)?\(?\s*\\?["']([^"'\\]+)\\?["']/gi,
  },
];

/** A question of debconf for a password: the answer is what stands behind the type `password`. */
export const debconfQuestion = /(?:password|passphrase|pw)\S*$/i;
export const debconfPassword = /\S*(?:password|passphrase|pw)\S*\s+password\s+(\S+)/gi;
