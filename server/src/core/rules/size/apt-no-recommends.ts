import type { Build } from '../../model/build-types';
import { mapPerBuild } from '../../model/once-per-build';
import { hasArgument, hasFlag } from '../../model/shell/plain-arguments';
import type { ShellCommand } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import { type Call, findCalls, withWord } from '../calls';
import { minorUnlessShipped } from '../per-run';
import type { Finding, Rule } from '../rule';

export const aptNoRecommends: Rule = {
  id: 'size/apt-no-recommends',
  aliases: ['DL3015', 'DS029', 'AVD-DS-0029', 'ruleAptGetInstallUseNoRec'],
  severity: 'info',
  hadolint: 'info',
  summary: 'Install with apt-get what is needed, without what is recommended beside it.',
  why: `Debian's packages recommend others that people at a desktop are glad of: documentation, graphics, a mail server. apt-get installs
    them all unless it is told not to, which often doubles what an installation takes. What your program needs of them is better
    named. A file in /etc/apt/apt.conf.d that switches recommendations off does as well. In the hadolint preset only the flag
    and the argument APT::Install-Recommends=false count.`,
  fixable: { safety: 'unsafe', because: 'A recommended package that the program needs would be missing.' },
  about: { commands: ['apt-get'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
                                      ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install --no-install-recommends -y curl && rm -rf /var/lib/apt/lists/*
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    const { hadolint = false } = settings;
    const isFound = (call: Call) =>
      hasArgument(call, 'install') && !(hadolint ? isToldPlainly(call) : isTold(call) || isConfigured(build, call));
    for (const call of findCalls(build, settings, { names: ['apt-get'], isFound })) {
      const install = call.arguments.find(({ value }) => value === 'install')!;
      found.push({
        at: install,
        message: 'Packages that are only recommended are installed too; --no-install-recommends leaves them out.',
        ...minorUnlessShipped(build, settings, call.script.instruction),
        fix: () => withWord(build, call, install, '--no-install-recommends'),
      });
    }
    return found;
  },
};

function isToldPlainly(call: Call): boolean {
  return hasFlag(call, 'no-install-recommends') || hasArgument(call, 'APT::Install-Recommends=false');
}

const SHORTEST = '--install-recommends'.length;
const OPTION = /^(?:-o=?|--option=)?["']?APT::Install-Recommends["']?[= ]/i;

/** Either way: who asks for recommended packages wants them. */
function isTold({ arguments: words }: Call): boolean {
  for (const { value } of words) {
    if (value.length < SHORTEST) continue;
    if (/^--(?:no-)?install-recommends(?:=|$)/.test(value) || OPTION.test(value)) return true;
  }
  return false;
}

const configured = mapPerBuild<number, number>();

/** Whether a step before, or a command in front, writes it to apt's settings. */
function isConfigured(build: Build, { script, start }: Call): boolean {
  if (!build.source.text.includes('Install-Recommends')) return false;
  const known = configured(build);
  const { stage } = script.instruction;
  let from = known.get(stage);
  if (from === undefined) {
    from = findSetting(build, stage);
    known.set(stage, from);
  }
  return from < start;
}

/** Where the setting is first written in a stage, or in what it is built on. */
function findSetting(build: Build, stage: number): number {
  const chain = new Set<number>([stage]);
  for (let one = build.stages[stage]; one; one = one.parent) chain.add(one.index);
  const found = build.commands.find(
    (command) => chain.has(command.script.instruction.stage) && command.name !== 'apt-get' && writesSetting(command),
  );
  const copy = build.instructions.find(
    (one) =>
      chain.has(one.stage) &&
      one.heredocs.some(({ body }) => /Install-Recommends/.test(build.source.text.slice(body.start, body.end))) &&
      (one.keyword === 'COPY' || one.keyword === 'ADD'),
  );
  return Math.min(found?.start ?? Number.POSITIVE_INFINITY, copy?.start ?? Number.POSITIVE_INFINITY);
}

function writesSetting({ words, redirects }: ShellCommand): boolean {
  return (
    words.some(({ value }) => /APT::Install-Recommends["']?\s+["']?(?:0|false|no|off)/i.test(value)) &&
    (redirects.length > 0 || words.length > 1)
  );
}
