import { entropy, isSample, isSentinel } from '../../knowledge/secrets/placeholders';
import { readCredentialName } from '../../knowledge/secrets/secret-names';

/** The credential in a URL's user part, by offsets into the text. */
export interface Userinfo {
  readonly from: number;
  readonly to: number;
  /** Whether it stands behind `user:`. */
  readonly password: boolean;
}

const userinfo =
  /\b([a-z][a-z0-9+-]{1,20}):\/\/([^\s/:@"'<>()[\]|;,\\]{0,256})(?::((?:\$\{[^}\s]*\}|[^\s/@"'<>\\])*))?@(?=[\w.$[{-])/gi;

/**
 * Passwords and tokens in the user part of URLs: `scheme://user:x@host`, `https://x@host`. The text may hold references; a user
 * without password counts only where it is a token by its look or its variable's name.
 */
export function findUserinfo(text: string): readonly Userinfo[] {
  if (!text.includes('@') || !text.includes('://')) return NONE;
  const found: Userinfo[] = [];
  for (const match of text.matchAll(userinfo)) {
    const [whole, scheme = '', user = '', password] = match;
    const behindScheme = match.index + scheme.length + 3;
    if (/^(?:ssh|git\+ssh|svn\+ssh|sftp|rsync)$/i.test(scheme) && password === undefined) continue;
    if (password !== undefined) {
      if (isUserinfoPassword(scheme, user, password)) {
        const to = match.index + whole.length - 1;
        found.push({ from: to - password.length, to, password: true });
      } else if (/^(?:x-oauth-basic|x-access-token)?$/i.test(password) && isToken(user)) {
        found.push({ from: behindScheme, to: behindScheme + user.length, password: false });
      }
    } else if (/^(?:git\+)?https?$/i.test(scheme) && isToken(user)) {
      // A Sentry DSN's user is its public key.
      if (/^[0-9a-f]{32}$/.test(user) && /@[\w.-]*(?:sentry|ingest)/i.test(text.slice(match.index))) continue;
      found.push({ from: behindScheme, to: behindScheme + user.length, password: false });
    }
  }
  return found;
}

const NONE: readonly Userinfo[] = [];

function isUserinfoPassword(scheme: string, user: string, password: string): boolean {
  if (isSentinel(password) || /^x-oauth-basic$/i.test(password)) return false;
  // What manuals write; as a real pair of a website it would be a strange one.
  const manual = /^(?:user(?:name)?|login|foo|me)$/i.test(user) && /^(?:pass(?:word)?|pwd|secret|bar)$/i.test(password);
  return !(manual && /^https?$/i.test(scheme)) && !/^\d+$/.test(user + password);
}

function isToken(user: string): boolean {
  const name = /^\$\{?(\w+)/.exec(user)?.[1];
  if (name !== undefined) return readCredentialName(name) !== undefined;
  return user.length >= 16 && /\d/.test(user) && !isSample(user) && entropy(user) > 3;
}
