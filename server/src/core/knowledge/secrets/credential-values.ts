import { entropy, isFillIn, isSample, isSentinel } from './placeholders';
import { type CredentialName, readCredentialName, splitName } from './secret-names';

/** What a value is, read together with the name that it stands under. */
export type ValueKind =
  /** A credential's literal. */
  | 'literal'
  /** A credential that anybody guesses: `changeme`, `1234`, `root`. */
  | 'weak'
  /** A connection string with a password in it. */
  | 'connection'
  /** A hash of a password, which can be cracked at leisure. */
  | 'hash'
  /** A password handed over as an option inside the value: `-Dpassword=…`. */
  | 'option';

export interface ValueVerdict {
  readonly severity: 'error' | 'warning';
  readonly kind: ValueKind;
}

const weakWords = new Set(
  (
    'password passw0rd p@ssw0rd p@ssword passwd pass pwd secret changeme changeit change-me change_me letmein qwerty admin ' +
    'administrator root toor user guest test testing demo example dummy sample foo bar foobar default docker vagrant ubuntu ' +
    'postgres postgresql mysql mariadb mongo mongodb redis oracle rabbit rabbitmq neo4j elastic kibana grafana jenkins sonar ' +
    'nexus gitlab minio wordpress drupal django rails laravel token key supersecret topsecret mysecret s3cr3t s3cret hunter2 ' +
    'welcome login master access abc123 abcd1234 qwerty123 password1 password123 pass123 admin123 root123 test123 1q2w3e4r'
  ).split(' '),
);

const path = /^(?:\.{0,2}\/|~\/|[A-Za-z]:[\\/]|\$\{?\w+\}?\/|file:)[^\s:@]*$/;
const deepPath = /^(?:\.{1,2}|~)?\/[\w.@+-]+(?:\/[\w.@+-]+)+\/?$/;
const fileName =
  /^[\w./-]+\.(?:pem|key|crt|cer|cert|der|p12|pfx|jks|json|ya?ml|txt|conf|cfg|ini|php|env|properties|xml|asc|gpg|pub|csr|sh|keystore|db|sqlite3?)$/i;
const url = /^(?:jdbc:)?[a-z][a-z0-9+.-]*:\/\//i;
const hostName = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+(?::\d+)?$/i;
const publicKey =
  /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-\S+|sk-(?:ssh|ecdsa)\S+) AAAA|BEGIN (?:RSA )?(?:PGP )?(?:PUBLIC KEY|CERTIFICATE)/;
const fingerprints = /^(?:0x)?[0-9A-F]{8}(?:[0-9A-F]{8}(?:[0-9A-F]{24})?)?$/;
const checksum = /^(?:sha\d*|md5|blake2b?)[:-][0-9a-f]{32,128}$/i;
const version = /^v?\d+(?:\.\d+)+(?:[-+][\w.]+)?$/;
const schemeWords =
  /^(?:bearer|jwt|cookie|header|basic|digest|oauth2?|ldap|plain|none|vault|kubernetes|github|gitlab|google|local|session)$/i;

/** `$apr1$…`, `$2y$10$…`, `$6$…`, `{SSHA}…`: what htpasswd, bcrypt, crypt and LDAP write. */
const passwordHash =
  /\$2[abxy]\$\d\d\$[./A-Za-z0-9]{53}|\$apr1\$[^\s$]{1,8}\$[./A-Za-z0-9]{22}|\$[156y]\$(?:[^\s$]{1,40}\$){1,2}[./A-Za-z0-9]{22,}|\{(?:SSHA|SHA|SMD5|CRYPT)\d*\}[A-Za-z0-9+/=]{20,}|\$argon2id?\$\S{40,}/;

/** A driver's own notation of an address: `user:…@tcp(host)`, `Server=…;Password=…`, `host=… password=…`. */
const driverAddress =
  /^[\w.-]{1,64}:([^\s@:]{1,128})@(?:tcp|unix)?\(|(?:^|;)\s*(?:password|pwd)\s*=\s*([^;\s]{1,128})|\b(?:host|dbname|user)=\S{1,128} (?:.{0,200} )?password=(\S{1,128})/i;
const javaAddress = /^jdbc:[^\s?;]{1,300}[?;](?:[^\s]{0,300}[&;])?password=([^&;\s]{1,128})/i;
/** JSON of tools that sign in: `"password": "…"`. */
const jsonEntry = /"(?:password|auth|github\.com|_authToken)"\s*:\s*"([^"$]{3,128})"/;
const otherAddress = /^jdbc:oracle:\w+:[^\s/:@]{1,64}\/([^\s@]{1,128})@/i;

/** `-Djavax.net.ssl.keyStorePassword=…`, `--db-password …`, `--requirepass …`. */
const option =
  /(?:^|\s)(?:-[DP]|--(?!no-|ask-|allow-|skip-|without-))[\w.-]*(?:password|passwd|passphrase|secret|token|api-?key|requirepass)[= ]["']?([^\s"'$]{1,128})/i;

/** Formats without a mark of their own, which only the name tells. */
const namedFormats: readonly { readonly name: RegExp; readonly value: RegExp; readonly entropy: number }[] = [
  { name: /aws.*secret/i, value: /^[A-Za-z0-9/+]{40}$/, entropy: 4 },
  { name: /azure|vsts|ado_/i, value: /^[a-z2-7]{52}$/, entropy: 3.5 },
  { name: /cloudflare|(?:^|_)cf_/i, value: /^[A-Za-z0-9_-]{40}$/, entropy: 4 },
  { name: /datadog|(?:^|_)dd_/i, value: /^(?:[a-f0-9]{32}|[a-f0-9]{40})$/, entropy: 3 },
];

/** Java's own default for its key stores: it opens what everybody can read. */
const wellKnown = /^changeit$/i;

/**
 * Whether a literal under a name is a credential, judged by both together; undefined when it is not. `value` has no references left
 * in it. Recognised token formats and addresses with a user part are judged elsewhere.
 */
export function judgeValue(name: string, value: string): ValueVerdict | undefined {
  return judgeAs(readCredentialName(name), name, value);
}

/** The same where it is known what the name says. */
export function judgeAs(credential: CredentialName | undefined, name: string, value: string): ValueVerdict | undefined {
  if (!credential && !mayCarry(value)) return undefined;
  const text = value.trim();
  if (isSentinel(text)) return undefined;
  const address = readAddressPassword(text);
  if (address !== undefined) return isSentinel(address) ? undefined : { severity: 'warning', kind: 'connection' };
  if (/[${]/.test(text) && passwordHash.test(text)) return { severity: 'warning', kind: 'hash' };
  const passed = text.includes('-') ? option.exec(text)?.[1] : undefined;
  if (passed !== undefined && isOptionValue(passed)) return { severity: 'warning', kind: 'option' };

  if (!credential || credential.kind === 'connection') return undefined;
  const isNamed = ({ name: names, value: format, entropy: least }: (typeof namedFormats)[number]) =>
    names.test(name) && format.test(text) && entropy(text) > least;
  if (namedFormats.some(isNamed) && !isSample(text)) {
    return { severity: 'error', kind: 'literal' };
  }
  if (isOpenStore(name, text) || isOwnKey(name, text)) return { severity: 'warning', kind: 'weak' };
  if (isHarmless(text, credential) || isOwnName(name, text, credential)) return undefined;
  if (weakWords.has(text.toLowerCase())) return { severity: 'warning', kind: 'weak' };
  if (credential.kind === 'key' && !looksRandom(text)) return undefined;
  return { severity: 'warning', kind: /^\d{1,9}$/.test(text) || text.length < 6 ? 'weak' : 'literal' };
}

/** Whether a value can be a credential whatever its name is: a cheap test that nearly all values fail. */
function mayCarry(value: string): boolean {
  return /[@$]|-[-DP]|[sS][sS][wW]|[wW][dD] *=|\{[SC]|"auth|"github/.test(value);
}

/** The password in a driver's or JDBC address that is not a plain URL; undefined when there is none. */
function readAddressPassword(text: string): string | undefined {
  if (!text.includes('@') && !text.includes('"') && !/passw|pwd/i.test(text)) return undefined;
  const match = driverAddress.exec(text) ?? javaAddress.exec(text) ?? otherAddress.exec(text) ?? jsonEntry.exec(text);
  return match?.slice(1).find((group) => group !== undefined);
}

function isOptionValue(value: string): boolean {
  return (
    !isSentinel(value) && !isFillIn(value) && !wellKnown.test(value) && !path.test(value) && !value.startsWith('-')
  );
}

function isHarmless(text: string, { kind, toggle, numeric }: CredentialName): boolean {
  if (publicKey.test(text) || checksum.test(text) || wellKnown.test(text)) return true;
  if (deepPath.test(text) || fileName.test(text) || url.test(text) || text.includes('://')) return true;
  if (/^[01]$/.test(text)) return true;
  if (/^\d+$/.test(text)) return numeric || toggle || kind === 'key' || (kind === 'token' && text.length < 4);
  if (isSentence(text)) return true;
  if (kind === 'password') return path.test(text) && /[/\\]/.test(text.slice(1));
  if (isFillIn(text) || path.test(text) || version.test(text) || schemeWords.test(text) || isMadeUp(text)) return true;
  return kind === 'key' && (isFingerprints(text) || hostName.test(text));
}

/** A store of private keys under Java's default password; that a store of certificates has it harms nobody. */
function isOpenStore(name: string, text: string): boolean {
  return wellKnown.test(text) && /key_?store/i.test(name) && !/trust|cacert/i.test(name);
}

/** `0123456789abcdef…` is no key of any service, but programs that make their own keys take it. */
function isOwnKey(name: string, text: string): boolean {
  return /^[0-9a-f]{16,}$/i.test(text) && isSample(text) && /crypt|jwt|session|cookie|secret_key|signing/i.test(name);
}

/** A sample that no service takes. `changeme` is another matter: programs that make their own keys do take it. */
function isMadeUp(text: string): boolean {
  return isSample(text) && !/change-?_?me|^\d+$/i.test(text);
}

/** Four words or more are a remark (`must be set at run time`) or a passphrase; passphrases are rare in Dockerfiles. */
function isSentence(text: string): boolean {
  return text.split(/\s+/).length > 4 && !/\d{3}|[A-Z][a-z]+[A-Z]/.test(text);
}

function isFingerprints(text: string): boolean {
  const joined = text.replace(/(?<=[0-9A-F]{4}) +(?=[0-9A-F]{4})/g, '');
  return text.split(/[\s,;]+/).every((part) => fingerprints.test(part)) || fingerprints.test(joined);
}

/** `DB_PASSWORD=db_password` holds its place only; `PASSWORD=password` is a weak default and works. */
function isOwnName(name: string, text: string, { kind }: CredentialName): boolean {
  const flat = (part: string) => part.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (flat(name) !== flat(text)) return false;
  return kind !== 'password' || splitName(name).length > 1;
}

/** Random letters and digits, or `user:secret`: what a KEY, AUTH or SALT must hold to be taken for a credential. */
function looksRandom(text: string): boolean {
  if (/^[\w.-]+:[^\s:/]{3,}$/.test(text) && !/^[\w.-]+:\d+$/.test(text)) return true;
  const solid = text.replace(/^base64:/, '');
  return solid.length >= 12 && !/\s/.test(solid) && /\d/.test(solid) && /[A-Za-z]/.test(solid) && entropy(solid) > 3;
}
