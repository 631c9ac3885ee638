import type { Build } from '../../model/build-types';
import { hasArgument, hasFlag } from '../../model/shell/plain-arguments';
import type { ShellCommand } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import type { Call } from '../calls';
import type { Rule } from '../rule';
import { findAsking } from '../unattended';

export const aptGetAssumeYes: Rule = {
  id: 'correctness/apt-get-assume-yes',
  aliases: ['DL3014', 'DS021', 'ruleAptGetInstallUseY', 'AVD-DS-0021', 'APT-GET Missing Flags To Avoid Manual Input'],
  severity: 'warning',
  hadolint: 'warning',
  about: { commands: ['apt-get'] },
  summary: 'Let apt-get install without asking.',
  why: `apt-get asks before it installs more than the packages it is given. Nobody answers in a build, so it gives up and the build
    fails. \`-y\`, or an output reduced to errors (\`-qq\`, \`-q=2\`), keeps it from asking; DEBIAN_FRONTEND does not, which is about
    the questions of packages. Nothing is reported where \`yes\` answers through a pipe, where a file of apt's configuration says
    \`APT::Get::Assume-Yes\`, or where a variable may hold the switch. hadolint's preset knows none of these exemptions, and there
    three \`-q\` do not count.`,
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install --no-install-recommends curl
                              ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y --no-install-recommends curl
      `,
    },
  ],

  check: (build, settings) =>
    findAsking(build, settings, {
      names: ['apt-get'],
      asks: settings.hadolint ? asksByHadolint : asks,
      isSettled,
      verbs: ['install'],
      flag: '-y',
      message: () => 'apt-get asks before it installs, and nobody answers in a build.',
    }),
};

function asksByHadolint(call: Call): boolean {
  return (
    hasArgument(call, 'install') &&
    !hasFlag(call, 'y', 'yes', 'assume-yes', 'qq') &&
    countFlag(call, 'q') !== 2 &&
    countFlag(call, 'quiet') !== 2 &&
    !hasArgument(call, '-q=2')
  );
}

function asks(call: Call): boolean {
  if (!hasArgument(call, 'install') || hasFlag(call, 'y', 'yes', 'assume-yes', 'qq', 's')) return false;
  if (hasFlag(call, 'assume-no', 'simulate', 'just-print', 'dry-run', 'recon', 'no-act', 'print-uris')) return false;
  if (countFlag(call, 'q') + countFlag(call, 'quiet') >= 2) return false;
  return !call.arguments.some(({ value }) => /^(?:-q|--quiet)=[2-9]$/.test(value) || ASSUMES.test(value));
}

/** The setting, on the command line or in a file's text. */
const ASSUMES = /APT::Get::(?:Assume-Yes|assume-yes)\W+(?:"?(?:true|1|yes)"?)/;

/** Whether a file of apt's configuration says it. */
function isSettled({ script }: ShellCommand, build: Build): boolean {
  if (!build.source.text.includes('Assume-Yes') && !build.source.text.includes('assume-yes')) return false;
  const { index, stage } = script.instruction;
  return build.commands.some(
    (command) =>
      command.script.instruction.index <= index &&
      command.script.instruction.stage <= stage &&
      command.name !== 'apt-get' &&
      command.words.some(({ value }) => ASSUMES.test(value)),
  );
}

/** How often a flag is there: each letter of a bundle counts. */
function countFlag({ arguments: words }: Call, name: string): number {
  let count = 0;
  for (const { value } of words) {
    if (name.length > 1) count += value === `--${name}` || value.startsWith(`--${name}=`) ? 1 : 0;
    else if (/^-[^-]/.test(value)) for (const letter of value.slice(1)) count += letter === name ? 1 : 0;
  }
  return count;
}
