import type { Build } from '../../model/build-types';
import { hasArgument, hasFlag } from '../../model/shell/plain-arguments';
import type { ShellCommand } from '../../model/shell/shell-command';
import { hasBusyboxWget } from '../../model/stages/busybox-wget';
import { dockerfile } from '../../text/dockerfile';
import { type Call, findCalls, withWord } from '../calls';
import type { Finding, Fix, Rule } from '../rule';

export const wgetProgress: Rule = {
  id: 'style/wget-progress',
  aliases: ['DL3047'],
  severity: 'hint',
  hadolint: 'info',
  about: { commands: ['wget'] },
  summary: 'Keep the progress of wget out of the log of the build.',
  why: `Without a terminal wget prints a line of dots for every 50 kB, so a large download fills the log. \`-nv\` leaves one line,
    \`--progress=dot:giga\` a few, \`-q\` nothing; a log of its own (\`-o\`, \`-a\`) does too. Letters count inside bundles: the q of
    \`-qO-\`. Where the error output is redirected nothing is reported, other than in hadolint's preset.`,
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN wget https://example.com/large.tar
            ^^^^ wget prints its progress, which makes for a long log of the build.
      `,
      good: dockerfile`
        FROM debian:12
        RUN wget -nv https://example.com/large.tar
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    const { hadolint = false } = settings;
    const isFound = (call: Call) => isNoisy(call) && (hadolint || !isRedirected(build, call));
    for (const call of findCalls(build, settings, { names: ['wget'], isFound })) {
      found.push({
        at: call.nameWord,
        message: 'wget prints its progress, which makes for a long log of the build.',
        fix: () => quieted(build, call),
      });
    }
    return found;
  },
};

function isNoisy(call: Call): boolean {
  return (
    !hasFlag(call, 'progress', 'q', 'quiet', 'o', 'output-file', 'a', 'append-output', 'no-verbose') &&
    !hasArgument(call, '-nv')
  );
}

/** Whether what wget prints goes elsewhere, or it prints but a few lines of help. */
function isRedirected({ source: { text } }: Build, call: Call): boolean {
  if (hasArgument(call, '--version', '-V', '--help', '-h')) return true;
  const { redirects = [] } = call as Partial<ShellCommand>;
  const isWritten = (operator: string) => operator === '>' || operator === '>>';
  return redirects.some(
    ({ operator, start }) =>
      operator.startsWith('&>') ||
      (text[start] === '2' &&
        (isWritten(operator) || redirects.some((one) => isWritten(one.operator) && text[one.start] === '>'))),
  );
}

function quieted(build: Build, call: Call): Fix | undefined {
  return withWord(build, call, call.nameWord, build.stages.length === 0 || hasBusyboxWget(build, call) ? '-q' : '-nv');
}
