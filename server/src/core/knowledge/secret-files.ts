/** How a file that ought not be copied into an image is told, by its path and where needed by its content. */
export interface SecretFile {
  /** With its article, for messages: "a private key". */
  readonly name: string;
  readonly severity: 'error' | 'warning';
  /** Reported only when the file is known to hold this: its name alone says too little. */
  readonly holds?: RegExp;
  /** Where a tool looks for it, relative to the home directory: the target of a secret mount in its place. */
  readonly home?: string;
}

interface Row extends SecretFile {
  /** Tested against the path in lower case, `/` in front. */
  readonly path: RegExp;
  readonly except?: RegExp;
}

const privateMaterial = /PRIVATE KEY|PuTTY-User-Key/;
const credentialEntry = /_auth|_password|token|password|secret/i;
/** Certificates, public keys, and the keys of package archives, which anybody may read. */
const publicKey =
  /pub(?:lic)?[._-]|[._-]pub|trust|cacerts|(?:^|[/._-])(?:ca|cert|chain|fullchain|bundle|dhparams?|root)[^/]*\.pem$|gpg|pgp|apt|rpm|yum|archive|repo|release|signing|keyring|nginx_signing|docker\.key|\.crt\./;

const rows: readonly Row[] = [
  {
    path: /\/\.env(?:\.[\w.-]+)?$|\/[\w-]+\.env\.(?:local|prod|production)$/,
    except: /example|sample|template|dist|defaults|\.schema|\.test$|\.ci$/,
    name: 'a file of environment variables',
    severity: 'error',
  },
  { path: /\/id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$|\/\.ssh\/?$/, name: 'an SSH private key', severity: 'error' },
  {
    path: /\/\.ssh\/(?!known_hosts|config|authorized_keys)[\w.-]+$/,
    except: /\.pub$/,
    name: 'an SSH private key',
    severity: 'error',
  },
  { path: /\.(?:p12|pfx|ppk|kdbx)$/, name: 'a key store', severity: 'error' },
  { path: /\.(?:jks|keystore)$/, except: publicKey, name: 'a key store', severity: 'error' },
  { path: /\.key$|[\w-]*key[\w-]*\.pem$/, except: publicKey, name: 'a private key', severity: 'error' },
  { path: /\.(?:pem|asc)$/, name: 'a private key', severity: 'error', holds: privateMaterial },
  { path: /\/[._]netrc$/, name: 'a netrc file', severity: 'error', home: '.netrc' },
  { path: /\/\.git-credentials$/, name: 'a file of Git credentials', severity: 'error', home: '.git-credentials' },
  { path: /\/\.(?:pgpass|my\.cnf)$/, name: 'a file of database passwords', severity: 'error' },
  { path: /\/\.?htpasswd$/, name: 'a file of password hashes', severity: 'error' },
  {
    path: /\/\.aws(?:\/(?:credentials|config))?\/?$/,
    name: 'AWS credentials',
    severity: 'error',
    home: '.aws/credentials',
  },
  {
    path: /\/\.config\/gcloud\b|\/application_default_credentials\.json$|\/(?:google-)?service[-_]?account[\w.-]*\.json$|\/gcp-?key\.json$/,
    name: 'Google Cloud credentials',
    severity: 'error',
  },
  { path: /[-_]credentials\.json$|\/credentials\.json$/, name: 'a file of credentials', severity: 'error' },
  { path: /\/\.azure(?:\/|$)/, name: 'Azure credentials', severity: 'error' },
  { path: /\/\.kube(?:\/config)?\/?$|\/kubeconfig$|\.kubeconfig$/, name: 'a kubeconfig', severity: 'error' },
  {
    path: /\/\.docker(?:\/config\.json)?\/?$|\/\.dockercfg$/,
    name: 'registry credentials',
    severity: 'error',
    home: '.docker/config.json',
  },
  { path: /\/terraform\.tfstate[\w.]*$|\.tfvars$/, name: 'Terraform state or variables', severity: 'error' },
  { path: /\/\.vault-token$/, name: 'a Vault token', severity: 'error' },
  { path: /\/master\.key$|\/config\/credentials\/[^/]+\.key$/, name: 'a Rails master key', severity: 'error' },
  {
    path: /\/secrets\.(?:ya?ml|json|toml|env|properties)$|\/secrets\.ya?ml\.[\w.]+$/,
    except: /example|sample|template|enc/,
    name: 'a file of secrets',
    severity: 'error',
  },
  { path: /\/appsettings\.[\w.]*local\.json$/, name: 'local application settings', severity: 'error' },
  { path: /\.ovpn$/, name: 'a VPN profile', severity: 'error' },
  { path: /\/wp-config\.php$/, name: 'WordPress settings', severity: 'error', holds: /DB_PASSWORD'\s*,\s*'[^']+'/ },
  {
    path: /\/\.npmrc$/,
    name: 'npm settings',
    severity: 'warning',
    holds: /_auth(?:Token)?\s*=\s*(?!\$\{)|_password\s*=\s*(?!\$\{)/,
    home: '.npmrc',
  },
  {
    path: /\/\.yarnrc(?:\.yml)?$/,
    name: 'Yarn settings',
    severity: 'warning',
    holds: /npmAuth(?:Token|Ident):\s*(?!["']?\$\{)|_authToken/,
  },
  {
    path: /\/\.pypirc$/,
    name: 'PyPI credentials',
    severity: 'warning',
    holds: /^\s*password\s*[:=]/m,
    home: '.pypirc',
  },
  {
    path: /\/pip\.conf$/,
    name: 'pip settings',
    severity: 'warning',
    holds: /:\/\/[^\s/@$]+@/,
    home: '.config/pip/pip.conf',
  },
  { path: /\/\.gem\/credentials$/, name: 'RubyGems credentials', severity: 'warning', home: '.gem/credentials' },
  {
    path: /\/auth\.json$/,
    name: 'Composer credentials',
    severity: 'warning',
    holds: /http-basic|oauth|bearer|"auths"/,
    home: '.composer/auth.json',
  },
  {
    path: /\/\.cargo\/credentials(?:\.toml)?$/,
    name: 'Cargo credentials',
    severity: 'warning',
    home: '.cargo/credentials.toml',
  },
  {
    path: /\/settings\.xml$/,
    name: 'Maven settings',
    severity: 'warning',
    holds: /<password>(?!\s*\$\{)/,
    home: '.m2/settings.xml',
  },
  {
    path: /\/gradle\.properties$/,
    name: 'Gradle properties',
    severity: 'warning',
    holds: /^\s*[\w.]*(?:password|token|secret)[\w.]*\s*=\s*\S/im,
    home: '.gradle/gradle.properties',
  },
  {
    path: /\/nuget\.config$/,
    name: 'NuGet settings',
    severity: 'warning',
    holds: /cleartextpassword|<apikeys>/i,
    home: '.nuget/NuGet/NuGet.Config',
  },
  {
    path: /\/\.bundle\/config$/,
    name: 'Bundler settings',
    severity: 'warning',
    holds: /:\s*["']?[^\s:]+:[^\s@]+/,
    home: '.bundle/config',
  },
  { path: /\/bunfig\.toml$/, name: 'Bun settings', severity: 'warning', holds: /token\s*=\s*["'](?!\$)/ },
  { path: /\/\.(?:bash|zsh|psql|mysql|python)?_?history$/, name: 'a shell history', severity: 'warning' },
  { path: /\/docker-compose[\w.-]*\.ya?ml$/, name: 'a Compose file', severity: 'warning', holds: credentialEntry },
];

/** What a copied path is, when it is a file or folder that ought to stay out of images. */
export function findSecretFile(path: string): SecretFile | undefined {
  const lower = `/${path.toLowerCase().replace(/^(?:\.?\/)+/, '')}`;
  return rows.find((row) => row.path.test(lower) && !row.except?.test(lower));
}
