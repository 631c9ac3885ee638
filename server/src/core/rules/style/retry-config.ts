import type { Build } from '../../model/build-types';
import { hasUnknownOptions, isPlainAddress, readAddress, readCurl } from '../../model/shell/curl-call';
import { commandsNamed, type NamedCommand } from '../../model/shell/named-commands';
import { hasFlag } from '../../model/shell/plain-arguments';
import { hasBusyboxWget } from '../../model/stages/busybox-wget';
import { dockerfile } from '../../text/dockerfile';
import { withWord } from '../calls';
import type { Rule } from '../rule';

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

  *check(build) {
    for (const call of commandsNamed(build, 'curl', 'wget')) {
      const isCurl = call.name === 'curl';
      if (isCurl ? !isLoneCurl(call) : !isLoneWget(build, call)) continue;
      if ((isCurl ? /curlrc|CURL_HOME/ : /wgetrc|WGETRC/).test(build.source.text)) continue;
      yield {
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
      };
    }
  },
};

function isLoneCurl(call: NamedCommand): boolean {
  const read = readCurl(call);
  if (hasUnknownOptions(read) || [...read.flags].some((name) => /^retry|^[Vh]$|^version$|^help$/.test(name)))
    return false;
  return read.urls.some(({ value }) => isDownload(value));
}

function isLoneWget(build: Build, call: NamedCommand): boolean {
  if (hasFlag(call, 't', 'tries', 'retry-connrefused', 'retry-on-http-error', 'waitretry', 'version', 'help', 'config'))
    return false;
  return call.arguments.some(({ value }) => isDownload(value)) && !hasBusyboxWget(build, call);
}

/** What leads to another machine, or to a place that only the build knows. */
function isDownload(value: string): boolean {
  if (/^\$\{\w*(?:URL|URI)\w*\}/i.test(value)) return true;
  if (!/^(?:https?|ftp):\/\//i.test(value)) return false;
  const address = readAddress(value);
  return !address || !isPlainAddress(address.host);
}
