/**
 * What the name of a variable says about its value. `password`: any literal is a credential, numbers too. `token`: a secret, token
 * or key that opens something. `key`: KEY, AUTH, SALT and the like, which hold harmless things as often; the value decides.
 * `connection`: an address that may carry a password; only its user part decides.
 */
export type NameKind = 'password' | 'token' | 'key' | 'connection';

export interface CredentialName {
  readonly kind: NameKind;
  /** Whether an ARG of this name without default is made to receive a credential. */
  readonly receives: boolean;
  /** Whether it reads as a switch (`ALLOW_EMPTY_PASSWORD`), so that a number or word is no credential. */
  readonly toggle: boolean;
  /** Whether it is about a KEY, where plain integers occur. */
  readonly numeric: boolean;
}

const hintOfCredential =
  /pass|pwd|pw|pswd|secret|token|key|cred|auth|dsn|conn|salt|login|bundle_|feed|licen[cs]e|pat(?![a-z])|psk|sas|bearer|mnemonic|cookie|senha|kennwort|rc$|ur[il]|webhook|account|dockerconfig|id_?(?:rsa|ed25519|ecdsa)/i;

const exempt = words(
  `pwd oldpwd ssh_auth_sock secret_key_base_dummy tokenizers_parallelism git_askpass ssh_askpass sudo_askpass
   google_application_credentials`,
);
const passwords = words(
  `password passwords passwd passwort passphrase passcode pword pwd pswd passwrd paswd kennwort senha contrasena motdepasse
   userpass userpwd requirepass`,
);
const secrets = words(
  'secret token apikey credential credentials creds psk privkey accesskey secretkey privatekey bearer mnemonic passkey masterauth',
);
/** Words in front of KEY that make it open something. */
const openingKeys = words(
  `api access secret private priv master encryption encrypt encrypting crypt decryption decrypt deploy auth authentication account
   storage ssh rsa ecdsa ed25519 app application consumer client license licence service session cookie jwt hmac shared admin
   subscription integration ingest instrumentation activation unseal tunnel wireguard vpn bot rpc gossip root write maps webhook
   stripe mailgun sendgrid mandrill google openai algolia pusher azure aws gcp s3 github gitlab git bitbucket newrelic datadog`,
);
/** Words that make a KEY or KEYS something anybody may read. */
const harmlessKeys = words(
  `gpg pgp apt yum rpm dnf apk repo repository cache primary foreign partition sort host known authorized trusted object routing
   dict index i18n hot release archive debian ubuntu fedora centos nodesource keyserver group order lookup map json topic
   queue bucket message header field target feature translation registry nodejs yarn tini gosu php python site`,
);
/** As the last word: the variable is about the credential, not the credential. */
const attributes = words(
  `file files filename filenames path paths dir dirs directory folder location loc id ids url urls uri uris endpoint version
   versions ver user users username login host hosts hostname port name names prefix suffix length len size min max algorithm alg
   algo type types method methods mode format enabled enable disabled disable required require ttl expiry expiration expire
   expires lifetime timeout age days hours minutes seconds interval count limit limits retries header headers field param policy
   pattern regex provider providers server servers issuer audience scope scopes realm plugin plugins module modules backend driver
   class bits rounds iterations cost strength checking check validation validator verify verification rotation reset recovery
   hint prompt store ring arn ref alias label namespace anonymous activated active allowed cert certs certificate certificates ca
   crt csr address symbol supply decimals parallelism sock socket origin domain email usage index column cipher digest section
   profile generator manager service cmd command script hook helper callback page form group role owner region bucket source
   handler factory strategy template jar pkg package image tag branch repo os arch platform mount volume engine status state
   unauthorized authorized authentication hash hashed proxy redirect exists support app client url1 url2 settings options opts flags args log logs level`,
);
const digests = words(
  'checksum checksums sha sha1 sha224 sha256 sha384 sha512 shasum sha256sum sha512sum md5 md5sum b2 digest fingerprint',
);
const publics = words('public pub publishable');
const toggles = words(
  `enable enabled disable disabled use allow no skip require required has is force show random with without empty min max
   prompt change reset generate check validate ignore update print log verify expose`,
);
/** Trailing words that say nothing: what stands before them counts. */
const noise = words(
  `arg env var variable value val default defaults dev development prod production test testing staging local base64 b64 plain
   plaintext text raw new old current content contents data pem json body encoded ci build buildtime runtime base`,
);
const databases = words(
  'database db mongo mongodb postgres postgresql pg mysql mariadb mssql sqlserver cockroach neon',
);
const languageModelWords = words(
  'pad eos bos unk sep cls mask max min num context stop start end special model prompt',
);
const registries = words(
  'npm basic docker registry composer nexus artifactory pip pypi git redis bundle bundler maven nuget yarn http https config github gitlab',
);
const salted = words('auth secure nonce password passwd secret jwt session hash logged in security crypt token key');

/** Names under which a bundler writes a variable's value into the pages that it builds. */
export const bundledName =
  /^(?:REACT_APP|VITE|NEXT_PUBLIC|NUXT_PUBLIC|GATSBY|VUE_APP|EXPO_PUBLIC|NG_APP|STORYBOOK|PUBLIC|SNOWPACK_PUBLIC|RSBUILD_PUBLIC)_/;

/** Words that end in a word for a credential and mean something else. */
const gluedFriends = words(
  `bypass compass encompass trespass surpass underpass overpass lowpass highpass bandpass allpass keepass lastpass askpass multipass
   onepass twopass singlepass firstpass secondpass subpass prepass secrets tokens`,
);
const countedPasses = words(
  'one two first second third single double multi num by low high band all render fast final',
);
const glued =
  /^(.*?)(passphrase|password|passwort|passwd|passcode|credentials?|apikey|privkey|secret|token|pswd|pwd|pass)s?(.*)$/;
const gluedTails = words('key keys base hash salt arg env auth value');
const gluedKey =
  /^(api|access|secret|private|priv|master|encryption|encrypt|crypt|signing|deploy|auth|account|storage|ssh|app|consumer|client|license|service|session|shared|jwt|rsa|tls|ssl)(keys?)(\w*)$/;
const gluedPw =
  /^(\w*(?:root|db|user|admin|vnc|mysql|pg|ssh|mail|smtp|ldap|ftp|sql|rdp|sudo|wifi|redis|mongo|bind|rcon))(pw)$/;
const gluedAuth = /^(basic|http|proxy|npm|docker|registry)(auth)$/;
/** Bundler's own: the credential for a host, `BUNDLE_GITHUB__COM`. */
const bundleHost = /^bundle_\w+__[a-z]{2,6}$/i;
/** The name of a private key's file, its last digits taken off. */
const privateKeyFile = /^(?:id|\w*_id)_?(?:rsa|ed|ecdsa)$/;
/** The working directory at some time. */
const directories = /^(?:old|cur|current|start|init|prev|last|orig|work|build|src|save|c|)$/;
const gluedAddress =
  /^(database|db|mongo|mongodb|postgres|postgresql|pg|mysql|mariadb|mssql|connection|conn)(ur[il]|dsn|string|str)$/;

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** The lower-case words of a name: split at `_`, `-`, `.`, case changes, and inside glued words (`DBPASSWORD`, `sshpass`). */
export function splitName(name: string): string[] {
  const parts = name
    .replace(/OAuth/g, 'Oauth')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return parts.flatMap((part) => (part === '' ? [] : unglue(part)));
}

function unglue(part: string): string[] {
  if (digests.has(part)) return [part];
  const word = part.replace(/(?<=[a-z])\d+$/, '');
  if (passwords.has(word) || secrets.has(word) || attributes.has(word)) return [word];
  const address = gluedAddress.exec(word) ?? gluedPw.exec(word) ?? gluedAuth.exec(word);
  if (address) return [address[1]!, address[2]!];
  const key = gluedKey.exec(word);
  if (key && (key[3] === '' || attributes.has(key[3]!))) return key.slice(1).filter((piece) => piece !== '');
  if (gluedFriends.has(word)) return [word];
  const [, head = '', stem, tail = ''] = glued.exec(word) ?? [];
  if (!stem || !(tail === '' || gluedTails.has(tail) || attributes.has(tail))) return [word];
  if (stem === 'pwd' && directories.test(head)) return [word];
  return [head, stem, tail].filter((piece) => piece !== '');
}

/** Answers by name: an editor asks about the same few names with every key that is pressed. */
const known = new Map<string, CredentialName | null>();
const MOST_KNOWN = 2000;

/** What a name says about its value; undefined when it names no credential, or something about one (`*_FILE`, `*_ID`, `*_TTL`). */
export function readCredentialName(name: string): CredentialName | undefined {
  const before = known.get(name);
  if (before !== undefined) return before ?? undefined;
  const answer = judgeName(name);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, answer ?? null);
  return answer;
}

function judgeName(name: string): CredentialName | undefined {
  if (!hintOfCredential.test(name) || exempt.has(name.toLowerCase())) return undefined;
  const all = splitName(name);
  let end = all.length;
  while (end > 1 && (noise.has(all[end - 1]!) || /^\d+$/.test(all[end - 1]!))) end--;
  const said = all.slice(0, end);
  const last = said.at(-1) ?? '';
  const before = said.at(-2) ?? '';
  const toggle = said.some((word) => toggles.has(word));
  const verdict = (kind: NameKind, receives = true, numeric = false): CredentialName => ({
    kind,
    receives: receives && !toggle,
    toggle,
    numeric,
  });

  const address = readAddressName(said, last, before);
  if (address !== undefined) return address ? verdict('connection', address === 'receives') : undefined;
  const isPassword =
    said.some((word) => passwords.has(word)) || last === 'pw' || (last === 'pass' && !countedPasses.has(before));
  if (isPassword && (last === 'hash' || last === 'hashed')) return verdict('password');
  if (digests.has(last) || (attributes.has(last) && !(last === 'login' && before === 'sonar'))) return undefined;
  // `PASSWORD_AUTH` is a switch of SSH.
  if (isPassword) return last === 'auth' ? undefined : verdict('password');
  if (all.some((word) => publics.has(word) || digests.has(word))) return undefined;
  // What a bundler puts into pages is for everybody, unless its name says the contrary.
  if (bundledName.test(name) && !said.includes('secret')) return undefined;

  if (said.includes('service') && said.includes('account') && (all.includes('json') || last === 'key'))
    return verdict('token');
  if (last === 'cookie') return said.includes('erlang') || said.includes('rabbitmq') ? verdict('token') : undefined;
  if (privateKeyFile.test(`${before}_${last}`)) return verdict('token');
  if (last === 'pat' || (last === 'login' && before === 'sonar')) return verdict('token');
  if (last === 'key' || last === 'keys') return readKeyName(said.slice(0, -1), before, last === 'keys', verdict);
  if (said.some((word) => secrets.has(word))) {
    const ofLanguageModel = last === 'token' && languageModelWords.has(before);
    return ofLanguageModel ? undefined : verdict('token');
  }
  if (last === 'secrets' || last === 'tokens') return toggle ? undefined : verdict('key', last === 'secrets');
  if (last === 'auth' || last === 'oauth') return verdict('key', registries.has(before));
  if (last === 'config' && before === 'auth' && said.includes('docker')) return verdict('token');
  if (last === 'salt') return verdict('key', salted.has(before));
  if (bundleHost.test(name) || (last === 'endpoints' && before === 'feed')) return verdict('token');
  if (last === 'npmrc' || last === 'netrc' || last === 'pypirc' || last === 'dockerconfigjson') return verdict('key');
  if (last === 'license' || last === 'licence' || last === 'sas')
    return verdict('key', last === 'sas' && said.length > 1);
  return undefined;
}

/** Addresses with room for a password: `undefined` for other names, `false` for addresses without that room. */
function readAddressName(
  said: readonly string[],
  last: string,
  before: string,
): 'receives' | 'may' | false | undefined {
  if (last === 'dsn') return said.includes('sentry') ? 'may' : 'receives';
  if (last === 'connstr' || (before.startsWith('conn') && /^str(?:ings?)?$/.test(last))) return 'receives';
  if (last === 'connection' && said.includes('strings')) return 'receives';
  if (said.includes('webhook') && (last === 'url' || last === 'webhook')) return last === 'url' ? 'receives' : 'may';
  if (!/^ur[il]s?$/.test(last)) return undefined;
  return databases.has(before) ? 'receives' : 'may';
}

function readKeyName(
  said: readonly string[],
  before: string,
  plural: boolean,
  verdict: (kind: NameKind, receives?: boolean, numeric?: boolean) => CredentialName,
): CredentialName | undefined {
  if (said.some((word) => publics.has(word) || digests.has(word))) return undefined;
  if (openingKeys.has(before) || said.some((word) => secrets.has(word))) {
    const opensByItself = !/^(?:google|root|app|client|service|session|git|github|gitlab|s3|maps|host)$/.test(before);
    return said.some((word) => /^(?:gpg|pgp|apt|repo|rpm|host)$/.test(word))
      ? undefined
      : verdict(opensByItself ? 'token' : 'key', true, true);
  }
  if (said.some((word) => harmlessKeys.has(word))) return undefined;
  return verdict('key', !plural, true);
}
