import { findCommand } from '../../knowledge/commands';
import { oncePerBuild } from '../once-per-build';
import { hasArgument } from '../shell/plain-arguments';
import type { ShellCommand, ShellScript, ShellWord } from '../shell/shell-command';
import type { RunInstruction } from '../syntax/instruction';

/** Managers that keep lists of what there is to install apart from the packages. */
export type ListKeeper = 'apt' | 'apk' | 'yum' | 'zypper' | 'pacman';

/** What a command does with package lists. */
export interface ListStep {
  readonly keeper: ListKeeper;
  /** `refresh` fetches the lists, `install` and `upgrade` work with those that are there, `clear` deletes them. */
  readonly deed: 'refresh' | 'install' | 'upgrade' | 'clear';
  /** An installation that fetches the lists itself: `apk add --no-cache`, `pacman -Sy x`. */
  readonly refreshes: boolean;
  readonly command: ShellCommand;
}

/** What the commands of one RUN do with package lists, in order. */
export interface ListRun {
  readonly run: RunInstruction;
  readonly script: ShellScript;
  readonly steps: readonly ListStep[];
  /** Whether commands of unknown effect may have fetched lists too: a script, an installer read from the network. */
  readonly opaque: boolean;
}

class ReadListRun implements ListRun {
  readonly run: RunInstruction;
  readonly script: ShellScript;
  readonly steps: readonly ListStep[];
  #opaque: boolean | undefined;

  constructor(script: ShellScript, steps: readonly ListStep[]) {
    this.run = script.instruction;
    this.script = script;
    this.steps = steps;
  }

  get opaque(): boolean {
    this.#opaque ??= this.script.broken || this.script.commands.some(isOpaque);
    return this.#opaque;
  }
}

/** By stage index: the RUNs of a stage and, before them, of those it is built on. */
export const readListRuns = oncePerBuild((build): readonly (readonly ListRun[])[] => {
  const own = new Map<number, ListRun[]>();
  for (const script of build.scripts) {
    const steps: ListStep[] = [];
    for (const command of script.commands) {
      const step = command.name !== undefined && KEEPERS.has(command.name) ? readStep(command) : undefined;
      if (step) steps.push(step);
    }
    const run = new ReadListRun(script, steps);
    const list = own.get(script.instruction.stage);
    if (list) list.push(run);
    else own.set(script.instruction.stage, [run]);
  }
  const lists: (readonly ListRun[])[] = [];
  for (const { index, parent } of build.stages) {
    const inherited = parent ? lists[parent.index]! : [];
    lists.push([...inherited, ...(own.get(index) ?? [])]);
  }
  return lists;
});

/** The sub-command may stand behind flags with values, so every word is looked at. */
const APT_DEEDS: ReadonlyMap<string, ListStep['deed']> = new Map([
  ['update', 'refresh'],
  ['install', 'install'],
  ['reinstall', 'install'],
  ['build-dep', 'install'],
  ['upgrade', 'upgrade'],
  ['dist-upgrade', 'upgrade'],
  ['full-upgrade', 'upgrade'],
  ['safe-upgrade', 'upgrade'],
  ['distclean', 'clear'],
]);

const KEEPERS = new Set([
  'apt',
  'apt-get',
  'aptitude',
  'apt-fast',
  'apk',
  'yum',
  'dnf',
  'microdnf',
  'dnf5',
  'zypper',
  'pacman',
  'rm',
]);
const APT = new Set(['apt', 'apt-get', 'aptitude', 'apt-fast']);
const YUM = new Set(['yum', 'dnf', 'microdnf', 'dnf5']);

function readStep(command: ShellCommand): ListStep | undefined {
  const { name, arguments: words } = command;
  if (name === undefined || hasArgument(command, '--help', '--version')) return undefined;
  if (APT.has(name)) {
    for (const { value } of words) {
      const deed = APT_DEEDS.get(value);
      if (deed) return { keeper: 'apt', deed, refreshes: false, command };
    }
    return undefined;
  }
  if (name === 'rm') {
    return words.some(clearsAptLists) ? { keeper: 'apt', deed: 'clear', refreshes: false, command } : undefined;
  }
  const step = (keeper: ListKeeper, deed: ListStep['deed'], refreshes = false): ListStep => ({
    keeper,
    deed,
    refreshes,
    command,
  });
  const values = words.map(({ value }) => value);
  const verbs = values.filter((value) => !value.startsWith('-'));
  if (name === 'apk') {
    const fresh = values.some((value) => /^--(?:no-cache|update|update-cache)$|^-[a-zA-Z]*U/.test(value));
    if (verbs.includes('update')) return step('apk', 'refresh');
    if (verbs.includes('add')) return step('apk', 'install', fresh);
    return verbs.includes('upgrade') ? step('apk', 'upgrade', fresh) : undefined;
  }
  if (YUM.has(name)) {
    if (verbs[0] === 'makecache') return step('yum', 'refresh');
    if (/^(?:update|upgrade)$/.test(verbs[0] ?? '')) return step('yum', 'upgrade');
    return /^(?:install|localinstall|groupinstall|reinstall|in)$/.test(verbs[0] ?? '')
      ? step('yum', 'install')
      : undefined;
  }
  if (name === 'zypper') {
    if (verbs.includes('refresh') || verbs.includes('ref')) return step('zypper', 'refresh');
    return verbs.includes('install') || verbs.includes('in') ? step('zypper', 'install') : undefined;
  }
  if (name === 'pacman') {
    const sync = values.find((value) => /^-[a-zA-Z]*S/.test(value));
    if (!sync || /[csilg]/.test(sync.slice(1).replace('S', ''))) return undefined;
    const refreshes = sync.includes('y') || values.includes('--refresh');
    const upgrades = sync.includes('u') || values.includes('--sysupgrade');
    if (verbs.length === 0 && !upgrades) return refreshes ? step('pacman', 'refresh') : undefined;
    return step('pacman', upgrades && verbs.length === 0 ? 'upgrade' : 'install', refreshes);
  }
  return undefined;
}

function clearsAptLists({ value }: ShellWord): boolean {
  return (
    value.startsWith('/var/lib/apt') &&
    /^\/var\/lib\/apt(?:\/(?:lists)?(?:\/.*)?)?$|^\/var\/lib\/apt\/?\*?$/.test(value)
  );
}

/** Commands that fetch lists by themselves, at least in newer versions. */
const REFRESHERS = new Set(['add-apt-repository', 'apt-add-repository', 'apt.sh', 'install_packages', 'clean-install']);

/** Scripts, and programs of which nothing is known: they may fetch lists, or work with those that there are. */
export function isOpaque({ name, nameWord, arguments: words, nesting }: ShellCommand): boolean {
  if (name === undefined) return nameWord !== undefined;
  if (REFRESHERS.has(name)) return true;
  const knowledge = findCommand(name, words.find(({ value }) => !value.startsWith('-'))?.value);
  if (!knowledge) return true;
  return knowledge.deed === 'runs' && (words.length > 0 || nesting === 'pipeline');
}
