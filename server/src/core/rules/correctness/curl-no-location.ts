import { type CurlCall, hasUnknownOptions, isPlainAddress, readAddress, readCurl } from '../../model/shell/curl-call';
import { commandsNamed, onbuildCommandsNamed } from '../../model/shell/named-commands';
import { dockerfile } from '../../text/dockerfile';
import { withLetter } from '../curl-flag';
import type { Finding, Rule } from '../rule';

export const curlNoLocation: Rule = {
  id: 'correctness/curl-no-location',
  aliases: ['tally/curl-should-follow-redirects', 'curlUseFlagL'],
  severity: 'hint',
  about: { commands: ['curl'] },
  summary: 'Let curl go where the server sends it.',
  why: `Servers move files and answer with the new address; without \`-L\` curl takes that answer, which is empty or a short page, for the
    content. \`--location\`, \`--location-trusted\` and \`--follow\` do the same. An address that is a number or this machine, and one that
    only the build knows, is not reported.`,
  fixable: { safety: 'unsafe', because: 'Somebody may not want to follow the server anywhere.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN curl -fsSo /tmp/tool.tar.gz https://example.com/tool.tar.gz
            ^^^^ curl does not follow redirects; -L makes it.
      `,
      good: dockerfile`
        FROM debian:12
        RUN curl -LfsSo /tmp/tool.tar.gz https://example.com/tool.tar.gz
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const calls of [commandsNamed(build, 'curl'), onbuildCommandsNamed(build, 'curl')]) {
      for (const call of calls) {
        const read = readCurl(call);
        if (FOLLOWING.some((name) => read.flags.has(name)) || hasUnknownOptions(read)) continue;
        if (/%\{redirect_url\}/.test(read.values.get('w') ?? read.values.get('write-out') ?? '')) continue;
        if (!read.urls.some(({ value }) => isRemote(value))) continue;
        found.push({
          at: call.nameWord,
          message: 'curl does not follow redirects; -L makes it.',
          ...(isGet(read) ? { fix: () => withLetter(build, call, 'L') } : {}),
        });
      }
    }
    return found;
  },
};

const FOLLOWING = ['L', 'location', 'location-trusted', 'follow', 'V', 'version', 'h', 'help'];

function isRemote(value: string): boolean {
  const address = readAddress(value);
  if (!address || (address.scheme !== 'http' && address.scheme !== 'https')) return false;
  return !isPlainAddress(address.host);
}

const SENDING = [
  'd',
  'data',
  'data-ascii',
  'data-binary',
  'data-raw',
  'data-urlencode',
  'F',
  'form',
  'json',
  'T',
  'upload-file',
];

/** With another method -L would send it again in its own way. */
function isGet({ flags, values }: CurlCall): boolean {
  const method = values.get('X') ?? values.get('request') ?? 'GET';
  return method === 'GET' && (flags.has('G') || flags.has('get') || !SENDING.some((name) => flags.has(name)));
}
