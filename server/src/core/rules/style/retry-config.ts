import type { Build } from '../../model/build-types';
import { hasUnknownOptions, isPlainAddress, readAddress, readCurl } from '../../model/shell/curl-call';
import { commandsNamed, type NamedCommand } from '../../model/shell/named-commands';
import { hasFlag } from '../../model/shell/plain-arguments';
import type { ShellWord } from '../../model/shell/shell-command';
import { hasBusyboxWget } from '../../model/stages/busybox-wget';
import { dockerfile } from '../../text/dockerfile';
import { withWord } from '../calls';
import type { Finding, Rule } from '../rule';

export const retryConfig: Rule = {
  id: 'style/retry-config',
  aliases: ['tally/prefer-curl-config', 'tally/prefer-wget-config'],
  severity: 'off',
  strict: 'hint',
  about: { commands: ['curl', 'wget'] },
  summary: 'Let downloads try again after a failure of the network.',
  why: `A build that downloads fails now and then because a connection did. curl tries once unless \`--retry\` says otherwise, and wget gives
    up at once where a connection is refused. A file of settings (.curlrc, .wgetrc, /etc/wgetrc) or the variables CURL_HOME and WGETRC do it
    for all calls: with one of them in the file nothing is reported. BusyBox's wget has no such option.`,
  fixable: {
    safety: 'unsafe',
    because:
      'Old releases of curl and wget do not know the options, and a download that never works takes longer to fail.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN curl -fsSLO https://example.com/tool.tar.gz
            ^^^^ curl gives up at the first failure of the network.
      `,
      good: dockerfile`
        FROM debian:12
        RUN curl --retry 3 --retry-connrefused -fsSLO https://example.com/tool.tar.gz
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const call of commandsNamed(build, 'curl', 'wget')) {
      const isCurl = call.name === 'curl';
      if (isCurl ? !isLoneCurl(call) : !isLoneWget(build, call)) continue;
      if (hasSettings(build, isCurl)) continue;
      found.push({
        at: call.nameWord,
        message: isCurl
          ? 'curl gives up at the first failure of the network.'
          : 'wget does not try again where a connection is refused.',
        fix: () => {
          const options = isCurl ? ['--retry', '3', '--retry-connrefused'] : ['--tries=3', '--retry-connrefused'];
          const words = call.script.form === 'exec' && !call.quotedBy ? options.join('", "') : options.join(' ');
          const fix = withWord(build, call, call.nameWord, words);
          return fix && { title: 'Try three times', edits: fix.edits };
        },
      });
    }
    return found;
  },
};

/** Whether something in the file may set it for all calls. */
function hasSettings({ source: { text } }: Build, isCurl: boolean): boolean {
  return isCurl
    ? text.includes('curlrc') || text.includes('CURL_HOME')
    : text.includes('wgetrc') || text.includes('WGETRC');
}

function isLoneCurl(call: NamedCommand): boolean {
  if (!call.arguments.some(isDownload)) return false;
  const read = readCurl(call);
  if (hasUnknownOptions(read)) return false;
  for (const name of read.flags) if (name.startsWith('retry') || SETTLING.has(name)) return false;
  return read.urls.some(isDownload);
}

/** Flags with which nothing is downloaded. */
const SETTLING = new Set(['V', 'h', 'version', 'help']);

function isLoneWget(build: Build, call: NamedCommand): boolean {
  if (!call.arguments.some(isDownload)) return false;
  if (hasFlag(call, 't', 'tries', 'retry-connrefused', 'retry-on-http-error', 'waitretry', 'version', 'help', 'config'))
    return false;
  return !hasBusyboxWget(build, call);
}

/** What leads to another machine, or to a place that only the build knows. */
function isDownload({ value }: ShellWord): boolean {
  if (value.startsWith('$')) return /^\$\{\w*(?:URL|URI)\w*\}/i.test(value);
  if (!value.includes('://') || !/^(?:https?|ftp):\/\//i.test(value)) return false;
  const address = readAddress(value);
  return !address || !isPlainAddress(address.host);
}
