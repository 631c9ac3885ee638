import type { Build } from '../build-types';
import { readCopied } from '../order/copied';
import type { ShellCommand } from '../shell/shell-command';
import { isOpaque, type ListRun, type ListStep, readListRuns } from './package-lists';

/** An installation of a later RUN that works with lists of this one. */
export interface ListUser {
  readonly own: ListRun;
  readonly step: ListStep;
}

/** What follows a RUN: in its own stage, and in each stage that is built on that. */
export function findWays(build: Build, own: ListRun): readonly (readonly ListRun[])[] {
  return readListRuns(build)
    .filter((runs) => runs.includes(own))
    .map((runs) => runs.slice(runs.indexOf(own) + 1));
}

/** Whether something may work with the lists before an installation that would fetch them itself: a script, `apt-cache show x`. */
export function mayWorkBefore(later: readonly ListRun[], { keeper }: ListStep): boolean {
  for (const { script, steps } of later) {
    const step = steps.find((one) => one.keeper === keeper && one.deed !== 'clear');
    const end = step ? script.commands.indexOf(step.command) : script.commands.length;
    if (script.broken || script.commands.slice(0, end).some((command) => isOpaque(command) || asks(command)))
      return true;
    if (step) return false;
  }
  return false;
}

/** `apt-cache show x`, `apt-get source x`: they look into the lists. */
function asks({ name = '', arguments: words }: ShellCommand): boolean {
  return (
    ASKS.has(name) &&
    !words.some(({ value }) => /^(?:auto)?(?:clean|remove|purge)$|^--?(?:version|v|help|h)$/.test(value))
  );
}

const ASKS = new Set(['apt', 'apt-cache', 'apt-file', 'apt-get', 'apt-show-versions', 'aptitude', 'gdebi']);

/** Whether the lists are taken from their stage into another. */
export function isCopied(build: Build, { run }: ListRun): boolean {
  const reaches = (path: string) => /^(?:\/?|\/?var(?:\/lib(?:\/apt(?:\/.*)?)?)?\/?|\.)$/.test(path);
  return build.instructions.some((instruction) => {
    if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
    const copied = readCopied(build, instruction);
    return copied?.stage?.index === run.stage && copied.items.some(({ source }) => reaches(source));
  });
}

/** The first installation of each later RUN that works with these lists. */
export function findUsers(later: readonly ListRun[], refresh: ListStep): ListUser[] {
  const users: ListUser[] = [];
  for (const own of later) {
    for (const step of own.steps) {
      if (step.keeper !== refresh.keeper) continue;
      // From here on the lists are others.
      if (step.deed === 'refresh') return users;
      if (step.deed === 'clear') continue;
      if (!step.refreshes) users.push({ own, step });
      break;
    }
  }
  return users;
}

/** Whether anything behind a RUN works with the lists that a command of it fetches; `maybe`: a script, of which nobody knows. */
export function needsLists(build: Build, own: ListRun, refresh: ListStep): 'yes' | 'maybe' | 'no' {
  const ways = findWays(build, own);
  if (isCopied(build, own) || ways.some((later) => findUsers(later, refresh).length > 0)) return 'yes';
  return ways.some((later) => mayWorkBefore(later, refresh)) ? 'maybe' : 'no';
}
