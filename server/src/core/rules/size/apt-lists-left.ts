import type { Build } from '../../model/build-types';
import { isMountedAt } from '../../model/caches/cache-places';
import { empties } from '../../model/caches/emptied';
import { hasPlainMount } from '../../model/caches/plain-mounts';
import { needsLists } from '../../model/installs/list-needs';
import { readListRuns } from '../../model/installs/package-lists';
import { appendLike } from '../../model/shell/append-command';
import { hasArgument } from '../../model/shell/plain-arguments';
import type { PlainCommand, ShellCommand, ShellScript, ShellWord } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import { findInShippedRuns } from '../per-run';
import type { Finding, Fix, Rule } from '../rule';

const LISTS = '/var/lib/apt/lists';

export const aptListsLeft: Rule = {
  id: 'size/apt-lists-left',
  aliases: ['DL3009', 'ruleAptGetInstallThenRemoveAptLists'],
  severity: 'info',
  hadolint: 'info',
  summary: 'Remove the package lists in the RUN that fetches them.',
  why: `The lists of a Debian or Ubuntu mirror take twenty to fifty megabytes, are of no use to a running container, and are outdated the
    day after. A later RUN can't take them out of the image again, so the RUN that fetches them has to. Stages that nobody ships are
    left alone, and so is a RUN whose lists lie on a mount; where a cache mount is due, cache/mount-apt says so instead. In the
    hadolint preset any "rm -rf" counts as the removal, and a stage counts that has the same FROM line as the last one, or that
    another one is based on.`,
  fixable: {
    safety: 'safe',
    because: 'Where a later step may work with the lists the fix is unsafe, or there is none.',
  },
  about: { commands: ['apt-get', 'apt', 'aptitude'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y --no-install-recommends curl
            ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
      `,
    },
  ],

  check: (build, settings) =>
    findInShippedRuns(build, settings, {
      commands: ['apt', 'apt-get', 'aptitude'],
      plain: findPlain,
      message: () => MESSAGE,
      own: (script) => findOwn(build, script),
    }),
};

const MESSAGE = 'The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.';

function findPlain({ plainCommands, instruction }: ShellScript): PlainCommand | undefined {
  const update = plainCommands.find((command) => APT.has(command.name) && hasArgument(command, 'update'));
  if (!update || plainCommands.some((command) => command.name === 'rm' && hasArgument(command, '-rf', `${LISTS}/*`)))
    return undefined;
  if (hasPlainMount(instruction, LISTS)) return undefined;
  return hasPlainMount(instruction, '/var/lib/apt') && hasPlainMount(instruction, '/var/cache/apt')
    ? undefined
    : update;
}

const APT = new Set(['apt', 'apt-get', 'aptitude']);

function findOwn(build: Build, { commands, instruction }: ShellScript): readonly Finding[] {
  const last = commands.findLast(isUpdate);
  if (!last || commands.some((command) => command.start > last.start && clearsLists(command))) return [];
  if (isMountedAt(build, instruction, LISTS)) return [];
  return [{ at: commands.find(isUpdate)!, message: MESSAGE, fix: () => removeLists(build, last) }];
}

function isUpdate({ name = '', arguments: words }: ShellCommand): boolean {
  if (!APT.has(name)) return false;
  return words[0]?.value === 'update' || words.find(startsWithLetter)?.value === 'update';
}

function startsWithLetter({ value }: ShellWord): boolean {
  return value >= 'a' && value < '{';
}

/** Whether a command empties the directory of the lists, or one around it. */
function clearsLists(command: ShellCommand): boolean {
  const { name = '', arguments: words } = command;
  if (APT.has(name)) return words.some(({ value }) => value === 'distclean' || value === 'dist-clean');
  return empties(command, LISTS);
}

function removeLists(build: Build, update: ShellCommand): Fix | undefined {
  const { script } = update;
  const own = readListRuns(build)[script.instruction.stage]?.find((run) => run.script === script);
  const step = own?.steps.find(({ command }) => command === update);
  const needed = own && step ? needsLists(build, own, step) : 'no';
  const edits = needed === 'yes' ? undefined : appendLike(build, update, `rm -rf ${LISTS}/*`);
  if (!edits) return undefined;
  return { title: 'Remove the package lists', edits, ...(needed === 'maybe' ? { safety: 'unsafe' } : {}) };
}
