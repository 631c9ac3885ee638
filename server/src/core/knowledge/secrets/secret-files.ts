import { remembered } from '../../text/remembered';

/** How a file that ought not be copied into an image is told, by its path and where needed by its content. */
export interface SecretFile {
  /** With its article, for messages: "a private key". */
  readonly name: string;
  readonly severity: 'error' | 'warning';
  /** Reported only when the file is known to hold this: its name alone says too little. */
  readonly holds?: RegExp;
  /** What a file of that name holds if it is one; a file that is known and does not hold it is harmless. */
  readonly refutable?: RegExp;
  /** Lines of `NAME=value`: harmless where none of them is a credential. */
  readonly variables?: true;
  /** Commands that read it by themselves, with blanks between. */
  readonly readers?: string;
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

/** The name under which SSH keys are known: another mount than that of secrets is their cure. */
export const SSH_KEY = 'an SSH private key';

const rows: readonly Row[] = [
  {
    path: /\/\.env(?:\.[\w.-]+)?$|\/[\w-]+\.env\.(?:local|prod|production)$/,
    except: /example|sample|template|dist|defaults|\.schema|\.test$|\.ci$/,
    name: 'a file of environment variables',
    severity: 'error',
    variables: true,
  },
  {
    path: /\/id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$|\/\.ssh\/?$/,
    name: SSH_KEY,
    severity: 'error',
    refutable: privateMaterial,
  },
  {
    path: /\/\.ssh\/(?!known_hosts|config|authorized_keys)[\w.-]+$/,
    except: /\.pub$/,
    name: SSH_KEY,
    severity: 'error',
    refutable: privateMaterial,
  },
  { path: /\.(?:p12|pfx|ppk|kdbx)$/, name: 'a key store', severity: 'error' },
  { path: /\.(?:jks|keystore)$/, except: publicKey, name: 'a key store', severity: 'error' },
  {
    path: /\.key$|[\w-]*key[\w-]*\.pem$/,
    except: publicKey,
    name: 'a private key',
    severity: 'error',
    refutable: privateMaterial,
  },
  { path: /\.(?:pem|asc)$/, name: 'a private key', severity: 'error', holds: privateMaterial },
  { path: /\/[._]netrc$/, name: 'a netrc file', severity: 'error', readers: 'git curl wget pip pip3 go uv' },
  {
    path: /\/\.git-credentials$/,
    name: 'a file of Git credentials',
    severity: 'error',
    readers: 'git go npm yarn pnpm composer bundle',
  },
  { path: /\/\.(?:pgpass|my\.cnf)$/, name: 'a file of database passwords', severity: 'error' },
  { path: /\/\.?htpasswd(?:\.users)?$/, name: 'a file of password hashes', severity: 'error' },
  {
    path: /\/\.aws(?:\/(?:credentials|config))?\/?$/,
    name: 'AWS credentials',
    severity: 'error',
    readers: 'aws sam terraform',
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
    readers: 'docker podman buildah skopeo crane oras',
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
  { path: /\/(?:ipsec\.secrets|chap-secrets|pap-secrets)$/, name: 'a file of VPN secrets', severity: 'error' },
  { path: /\.ovpn$/, name: 'a VPN profile', severity: 'error' },
  { path: /\/wp-config\.php$/, name: 'WordPress settings', severity: 'error', holds: /DB_PASSWORD'\s*,\s*'[^']+'/ },
  {
    path: /\/\.npmrc$/,
    name: 'npm settings',
    severity: 'warning',
    holds: /_auth(?:Token)?\s*=\s*(?!\$\{)|_password\s*=\s*(?!\$\{)/,
    readers: 'npm npx pnpm yarn bun bunx',
  },
  {
    path: /\/\.yarnrc(?:\.yml)?$/,
    name: 'Yarn settings',
    severity: 'warning',
    readers: 'yarn',
    holds: /npmAuth(?:Token|Ident):\s*(?!["']?\$\{)|_authToken/,
  },
  {
    path: /\/\.pypirc$/,
    name: 'PyPI credentials',
    severity: 'warning',
    holds: /^\s*password\s*[:=]/m,
    readers: 'twine',
  },
  {
    path: /\/pip\.conf$/,
    name: 'pip settings',
    severity: 'warning',
    holds: /:\/\/[^\s/@$]+@/,
    readers: 'pip pip3',
  },
  { path: /\/\.gem\/credentials$/, name: 'RubyGems credentials', severity: 'warning', readers: 'gem bundle' },
  {
    path: /\/auth\.json$/,
    name: 'Composer credentials',
    severity: 'warning',
    holds: /http-basic|oauth|bearer|"auths"/,
    readers: 'composer composer.phar',
  },
  {
    path: /\/\.cargo\/credentials(?:\.toml)?$/,
    name: 'Cargo credentials',
    severity: 'warning',
    readers: 'cargo',
  },
  {
    path: /\/settings\.xml$/,
    name: 'Maven settings',
    severity: 'warning',
    holds: /<password>(?!\s*\$\{)/,
    readers: 'mvn mvnw',
  },
  {
    path: /\/gradle\.properties$/,
    name: 'Gradle properties',
    severity: 'warning',
    holds: /^\s*[\w.]*(?:password|token|secret)[\w.]*\s*=\s*\S/im,
    readers: 'gradle gradlew',
  },
  {
    path: /\/nuget\.config$/,
    name: 'NuGet settings',
    severity: 'warning',
    holds: /cleartextpassword|<apikeys>/i,
    readers: 'dotnet nuget msbuild',
  },
  {
    path: /\/\.bundle\/config$/,
    name: 'Bundler settings',
    severity: 'warning',
    holds: /:\s*["']?[^\s:]+:[^\s@]+/,
    readers: 'bundle bundler',
  },
  {
    path: /\/bunfig\.toml$/,
    name: 'Bun settings',
    severity: 'warning',
    readers: 'bun bunx',
    holds: /token\s*=\s*["'](?!\$)/,
  },
  { path: /\/\.(?:bash|zsh|psql|mysql|python)?_?history$/, name: 'a shell history', severity: 'warning' },
  { path: /\/docker-compose[\w.-]*\.ya?ml$/, name: 'a Compose file', severity: 'warning', holds: credentialEntry },
];

/** One of these is in every path above: most paths are done with here. */
const anyRow =
  /\/[._]|id_|key|\.pem|\.p12|\.pfx|\.ppk|\.kdbx|\.jks|\.asc|htpasswd|cred|service|kube|tfstate|tfvars|secrets|local\.json|\.ovpn|wp-config|pip\.conf|auth\.json|settings\.xml|gradle\.prop|nuget|bunfig|compose/;

/** What a copied path is, when it is a file or folder that ought to stay out of images. */
export function findSecretFile(path: string): SecretFile | undefined {
  return judge(path) ?? undefined;
}

const judge = remembered((path): SecretFile | null => {
  const lower = `/${path.toLowerCase().replace(/^(?:\.?\/)+/, '')}`;
  if (!anyRow.test(lower)) return null;
  return rows.find((row) => row.path.test(lower) && !row.except?.test(lower)) ?? null;
});
