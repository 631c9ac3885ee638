import type { Build } from '../../model/build-types';
import { findCleanups, removeCleanups } from '../../model/caches/cache-cleanups';
import { isMountedAt } from '../../model/caches/cache-places';
import { empties } from '../../model/caches/emptied';
import { hasPlainMount } from '../../model/caches/plain-mounts';
import { needsLists } from '../../model/installs/list-needs';
import { readListRuns } from '../../model/installs/package-lists';
import { hasArgument, hasFlag } from '../../model/shell/plain-arguments';
import type { ShellCommand } from '../../model/shell/shell-command';
import { addWord, removeStatements, removeWords } from '../../model/shell/shell-edits';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, overlapping } from '../../text/edit';
import { type Call, findCalls, withWord } from '../calls';
import { minorUnlessShipped } from '../per-run';
import type { Finding, Fix, Rule } from '../rule';

const CACHE = '/var/cache/apk';

export const apkNoCache: Rule = {
  id: 'size/apk-no-cache',
  aliases: ['DL3019', 'DS025', 'AVD-DS-0025', 'apkAddUseNoCache'],
  severity: 'info',
  hadolint: 'info',
  summary: 'Install with apk add --no-cache.',
  why: `With --no-cache apk fetches the index of its repositories for itself and keeps nothing in /var/cache/apk, so that neither "apk
    update" in front nor an "rm" behind is needed. A RUN with a cache mount there is left alone.`,
  fixable: { safety: 'safe', because: 'Where a later step may work with the index that is left, the fix is unsafe.' },
  about: { commands: ['apk'] },
  examples: [
    {
      bad: dockerfile`
        FROM alpine:3.22
        RUN apk update && apk add curl git && rm -rf /var/cache/apk/*
                              ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
      `,
      good: dockerfile`
        FROM alpine:3.22
        RUN apk add --no-cache curl git
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    const isFound = (call: Call) => isAdd(call) && !isMounted(build, call, settings.hadolint);
    for (const call of findCalls(build, settings, { names: ['apk'], isFound })) {
      const add = call.arguments.find(({ value }) => value === 'add')!;
      found.push({
        at: add,
        message: 'Without --no-cache the index of the repositories stays in the image, or has to be removed again.',
        ...minorUnlessShipped(build, settings, call.script.instruction),
        fix: () => withoutCache(build, call),
      });
    }
    return found;
  },
};

function isAdd(call: Call): boolean {
  return hasArgument(call, 'add') && !hasFlag(call, 'no-cache');
}

function isMounted(build: Build, { script: { instruction } }: Call, hadolint = false): boolean {
  if (instruction.mounts.length === 0) return false;
  if (hasPlainMount(instruction, CACHE)) return true;
  return !hadolint && (isMountedAt(build, instruction, CACHE) || isMountedAt(build, instruction, '/etc/apk/cache'));
}

/** The flag, for all of a RUN at once, without what it makes needless; where that can't be taken out, the flag alone. */
function withoutCache(build: Build, call: Call): Fix | undefined {
  const own = call.script.commands.find(({ start, name }) => start === call.start && name === 'apk');
  const needed = own === undefined || needsIndex(build, own);
  const edits = own && !needed ? tidyRun(build, own) : undefined;
  const add = call.arguments.find(({ value }) => value === 'add');
  const fix = edits ? { title: 'Use --no-cache', edits } : withWord(build, call, add, '--no-cache');
  return fix && { ...fix, ...(needed ? { safety: 'unsafe' } : {}) };
}

/** Whether a later step works, or may work, with the index that a RUN leaves. */
function needsIndex(build: Build, { script }: ShellCommand): boolean {
  if (script.commands.some((command) => empties(command, CACHE))) return false;
  const own = readListRuns(build)[script.instruction.stage]?.find((run) => run.script === script);
  const step = own?.steps.find(({ keeper, refreshes, deed }) => keeper === 'apk' && (refreshes || deed === 'refresh'));
  return own !== undefined && step !== undefined && needsLists(build, own, step) !== 'no';
}

function tidyRun(build: Build, { script }: ShellCommand): readonly Edit[] | undefined {
  const { source } = build;
  const calls = script.commands.filter(({ name }) => name === 'apk');
  const adds = calls.filter((command) => hasArgument(command, 'add'));
  const edits: Edit[] = [];
  for (const add of adds) {
    if (add.quotedBy) return undefined;
    const updating = add.arguments.filter(({ value }) => /^(?:-U|--update|--update-cache)$/.test(value));
    const removal = updating.length > 0 ? removeWords(source, add, updating) : [];
    if (removal) edits.push(...removal);
    if (hasFlag(add, 'no-cache')) continue;
    const edit = addWord(source, add, add.arguments.find(({ value }) => value === 'add')!, '--no-cache');
    if (!edit) return undefined;
    edits.push(edit);
  }
  // An index that is fetched on its own is needed by what asks for it on its own.
  const others = calls.filter((command) => !adds.includes(command) && !isUpdate(command) && !isDeletion(command));
  const updates =
    others.length === 0 ? calls.filter((command) => isUpdate(command) && command.end < adds[0]!.start) : [];
  const statements = updates.flatMap((command) => script.statements[command.statement] ?? []);
  if (statements.some(({ commands, kind }) => kind !== 'command' || commands.length > 1)) return plain(edits);
  const isLeft = calls.some((command) => isUpdate(command) && !updates.includes(command));
  const sweeps =
    others.length === 0 && !isLeft
      ? findCleanups(build, script, [CACHE]).filter(
          ({ command }) => command.name === 'rm' && command.end > adds.at(-1)!.end,
        )
      : [];
  const gone = sweeps.flatMap(({ kind, command }) =>
    kind === 'command' && !command.quotedBy ? (script.statements[command.statement] ?? []) : [],
  );
  const whole = gone.every(({ kind, commands }) => kind === 'command' && commands.length === 1)
    ? removeStatements(source, script, [...statements, ...gone])
    : undefined;
  const words =
    whole &&
    removeCleanups(
      build,
      script,
      sweeps.filter(({ kind }) => kind === 'words'),
    );
  return whole && words ? plain([...edits, ...whole, ...words]) : plain(edits);
}

function plain(edits: readonly Edit[]): readonly Edit[] | undefined {
  return overlapping(edits) ? undefined : edits;
}

function isUpdate({ arguments: words }: ShellCommand): boolean {
  return (
    words.find(({ value }) => !value.startsWith('-'))?.value === 'update' &&
    words.every(({ value }) => !/^-[a-zA-Z]*[Xp]|--repo|--root/.test(value))
  );
}

function isDeletion({ arguments: words }: ShellCommand): boolean {
  return words.find(({ value }) => !value.startsWith('-'))?.value === 'del';
}
