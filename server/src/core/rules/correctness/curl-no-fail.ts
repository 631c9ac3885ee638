import { type CurlCall, hasUnknownOptions, readAddress, readCurl } from '../../model/shell/curl-call';
import { commandsNamed, type NamedCommand, onbuildCommandsNamed } from '../../model/shell/named-commands';
import { dockerfile } from '../../text/dockerfile';
import { withLetter } from '../curl-flag';
import type { Finding, Rule } from '../rule';

export const curlNoFail: Rule = {
  id: 'correctness/curl-no-fail',
  aliases: ['curlUseFlagF'],
  severity: 'info',
  about: { commands: ['curl'] },
  summary: 'Let curl fail when the server answers with an error.',
  why: `Without \`-f\` curl takes the page of an error for the content: it is saved or piped on, and the build fails later, or never. Calls
    are looked at whose content is used: written to a file, piped on, or put into a command. \`--fail-with-body\` counts, and so does
    a call that asks for the status (\`-w '%{http_code}'\`), for the header alone, or that has its options from a file or a variable.`,
  fixable: { safety: 'unsafe', because: 'The build then stops where it went on with the page of an error.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN curl -sSLo /tmp/tool.tar.gz https://example.com/tool.tar.gz
            ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
      `,
      good: dockerfile`
        FROM debian:12
        RUN curl -fsSLo /tmp/tool.tar.gz https://example.com/tool.tar.gz
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const calls of [commandsNamed(build, 'curl'), onbuildCommandsNamed(build, 'curl')]) {
      for (const call of calls) {
        const read = readCurl(call);
        if (isTold(read) || read.urls.length === 0 || hasUnknownOptions(read) || !isUsed(call, read)) continue;
        if (read.urls.every(({ value }) => isElsewhere(value))) continue;
        found.push({
          at: call.nameWord,
          message: 'curl takes the page of an HTTP error for the content; -f makes it fail.',
          fix: () => withLetter(build, call, 'f'),
        });
      }
    }
    return found;
  },
};

const TELLING = ['f', 'fail', 'fail-with-body', 'I', 'head', 'V', 'version', 'h', 'help'];

function isTold({ flags, values }: CurlCall): boolean {
  if (TELLING.some((name) => flags.has(name))) return true;
  return /%\{(?:http_code|response_code)\}/.test(values.get('w') ?? values.get('write-out') ?? '');
}

/** Not by HTTP, so that there is no page of an error. */
function isElsewhere(value: string): boolean {
  const scheme = readAddress(value)?.scheme;
  return scheme !== undefined && scheme !== 'http' && scheme !== 'https';
}

/** Whether something is made of the content: a file, the input of another command, a word. */
function isUsed(call: NamedCommand, { flags, values }: CurlCall): boolean {
  const output = values.get('o') ?? values.get('output');
  if (output === '/dev/null') return false;
  if ((output !== undefined && output !== '-') || flags.has('O')) return true;
  if (flags.has('remote-name') || flags.has('remote-name-all') || call.nesting === 'substitution') return true;
  const written = call.redirects.find(({ operator }) => /^(?:&?>>?|>\|)$/.test(operator));
  if (written) return written.target?.value !== '/dev/null' || isPiped(call);
  return isPiped(call);
}

function isPiped(call: NamedCommand): boolean {
  return call.script.pipelines.some(({ members }) => members.slice(0, -1).some((commands) => commands.includes(call)));
}
