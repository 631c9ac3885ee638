import type { ShellCommand, ShellWord } from './shell-command';

/** What the words of a curl call say. */
export interface CurlCall {
  /** Long names without dashes, and letters. */
  readonly flags: ReadonlySet<string>;
  /** Values by the flag's name. */
  readonly values: ReadonlyMap<string, string>;
  readonly urls: readonly ShellWord[];
}

/** Letters that take a value: the rest of their word, or the next one. */
const VALUED_LETTERS = new Set('AbcCdDeEFHKmoPQrtTuUwxXyYz');

const VALUED = new Set(
  `cacert capath cert cert-type ciphers config connect-timeout connect-to continue-at cookie cookie-jar create-file-mode crlfile
  curves data data-ascii data-binary data-raw data-urlencode delegation dns-interface dns-ipv4-addr dns-servers doh-url dump-header
  engine etag-compare etag-save expect100-timeout form form-string happy-eyeballs-timeout-ms header hostpubmd5 interface json
  keepalive-time key key-type krb libcurl limit-rate local-port login-options mail-auth mail-from mail-rcpt max-filesize max-redirs
  max-time netrc-file noproxy output output-dir parallel-max pass pinnedpubkey preproxy proto proto-default proto-redir proxy
  proxy-cacert proxy-cert proxy-header proxy-key proxy-pass proxy-user pubkey quote range rate referer request request-target resolve
  retry retry-delay retry-max-time service-name speed-limit speed-time stderr time-cond tls-max tls13-ciphers trace trace-ascii
  unix-socket upload-file url url-query user user-agent variable write-out`.split(/\s+/),
);

/** Takes a curl call apart. */
export function readCurl({ arguments: words }: Pick<ShellCommand, 'arguments'>): CurlCall {
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const urls: ShellWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const { value } = word;
    if (value.startsWith('--') && value.length > 2) {
      const name = value.slice(2);
      flags.add(name);
      if (!VALUED.has(name)) continue;
      const next = words[++at];
      if (next) values.set(name, next.value);
      if (next && name === 'url') urls.push(next);
    } else if (value.startsWith('-') && value.length > 1) {
      for (let letter = 1; letter < value.length; letter++) {
        const name = value[letter]!;
        flags.add(name);
        if (!VALUED_LETTERS.has(name)) continue;
        const rest = value.slice(letter + 1);
        values.set(name, rest === '' ? (words[++at]?.value ?? '') : rest);
        break;
      }
    } else urls.push(word);
  }
  return { flags, values, urls };
}

/** Whether options come from elsewhere: a file, a variable. */
export function hasUnknownOptions({ flags, urls }: CurlCall): boolean {
  if (flags.has('K') || flags.has('config')) return true;
  return urls.some(
    ({ value, variables }) => /^\$\{/.test(value) && variables.some((name) => /OPT|FLAG|ARGS?$|PARAM/i.test(name)),
  );
}

/** What an address says of where it leads; undefined where a variable stands there. */
export function readAddress(value: string): { readonly scheme: string; readonly host: string } | undefined {
  const [whole = '', scheme = 'http'] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value) ?? [];
  const [, host = ''] = /^(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/.exec(value.slice(whole.length)) ?? [];
  return host.includes('$') ? undefined : { scheme: scheme.toLowerCase(), host: host.toLowerCase() };
}

/** Whether a host is an address, or this machine: nothing that would lead elsewhere. */
export function isPlainAddress(host: string): boolean {
  return host === 'localhost' || host.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}
