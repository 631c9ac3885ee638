import type { Build } from '../../model/build-types';
import { findUsers, findWays, isCopied, type ListUser, mayWorkBefore } from '../../model/installs/list-needs';
import { type ListRun, type ListStep, readListRuns } from '../../model/installs/package-lists';
import { removeStatements } from '../../model/shell/shell-edits';
import { readUser } from '../../model/stages/user';
import { blockOf, lineNumber, removeBlock } from '../../model/syntax/blocks';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, insert } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const aptUpdateAlone: Rule = {
  id: 'cache/apt-update-alone',
  severity: 'warning',
  about: { commands: ['apk', 'apt', 'apt-get', 'aptitude', 'dnf', 'microdnf', 'pacman', 'yum', 'zypper'] },
  summary: 'Update package lists in the RUN that installs from them.',
  why: 'The builder caches the RUN that updated the lists. When the installation in a later RUN is changed, it works with lists that may be months old: packages are outdated, or gone from the mirrors so that the build fails.',
  fixable: {
    safety: 'unsafe',
    because: 'With fresh lists other versions of packages are installed.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update
            ^^^^^^^^^^^^^^ The builder caches these package lists apart from "apt-get install" in line 3, which then works with old ones.
        RUN apt-get install -y curl
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl
      `,
    },
  ],

  check(build) {
    const findings: Finding[] = [];
    const seen = new Set<ListStep>();
    for (const runs of readListRuns(build)) {
      for (const own of runs) {
        for (const step of own.steps) {
          if (step.deed !== 'refresh' || seen.has(step) || isUsedHere(own, step)) continue;
          const ways = findWays(build, own);
          const users = [
            ...new Map(ways.flatMap((later) => findUsers(later, step)).map((user) => [user.own, user])).values(),
          ];
          if (!users[0]) {
            seen.add(step);
            const isUpgraded = own.steps.some(({ deed }) => deed === 'upgrade');
            const again = isUpgraded ? undefined : ways.map((later) => findRefresh(later, step)).find((found) => found);
            if (!again) continue;
            findings.push({
              at: step.command,
              message: `Nothing works with these package lists: line ${lineNumber(build.source, again.command)} fetches them anew.`,
              severity: 'info',
            });
            continue;
          }
          seen.add(step);
          const isNeeded = ways.some((later) => mayWorkBefore(later, step)) || isCopied(build, own);
          const fix = isNeeded ? undefined : mergeInto(build, own, step, users);
          findings.push({
            at: step.command,
            message: `The builder caches these package lists apart from "${nameOf(users[0].step)}" in line ${lineNumber(build.source, users[0].step.command)}, which then works with old ones.`,
            related: users
              .slice(0, 3)
              .map((user) => ({ at: user.step.command, message: 'This installs from the lists.' })),
            ...(fix ? { fix } : {}),
          });
        }
      }
    }
    return findings;
  },
};

function isUsedHere(own: ListRun, refresh: ListStep): boolean {
  const behind = own.steps.slice(own.steps.indexOf(refresh) + 1);
  // A script in the same RUN may install from the lists too.
  // Yum and dnf look for newer lists by themselves, so that a later RUN does not depend on these.
  return (
    behind.some(
      ({ keeper, deed }) =>
        keeper === refresh.keeper && (deed === 'install' || (keeper === 'yum' && deed === 'upgrade')),
    ) || own.opaque
  );
}

/** Where the lists are fetched again before anything has used them. */
function findRefresh(later: readonly ListRun[], { keeper }: ListStep): ListStep | undefined {
  for (const { steps, opaque } of later) {
    const step = steps.find((one) => one.keeper === keeper && one.deed !== 'clear');
    if (step) return step.deed === 'refresh' || step.refreshes ? step : undefined;
    if (opaque) return undefined;
  }
  return undefined;
}

function nameOf({ command }: ListStep): string {
  const verb = command.arguments.find(({ value }) => /^[a-z][a-z-]+$/.test(value) || value.startsWith('-S'));
  return verb ? `${command.name} ${verb.value}` : command.name!;
}

/** Updates the lists in each RUN that uses them, instead of in one of its own. */
function mergeInto(build: Build, own: ListRun, step: ListStep, users: readonly ListUser[]): Fix | undefined {
  const { source } = build;
  const statement = own.script.statements[step.command.statement];
  if (statement?.kind !== 'command' || statement.background || step.command.quotedBy) return undefined;
  if (own.run.flags.length > 0 || users.some((user) => user.own.run.flags.length > 0)) return undefined;
  const text = source.text.slice(statement.start, statement.end);
  if (text.includes('\n')) return undefined;
  const edits: Edit[] = [];
  // Upgrades in the same RUN need the lists there as well.
  if (!own.steps.some(({ deed, keeper }) => deed === 'upgrade' && keeper === step.keeper)) {
    const removal =
      own.script.statements.length === 1 && own.run.heredocs.length === 0
        ? [removeBlock(source, blockOf(source, own.run, true))]
        : removeStatements(source, own.script, [statement]);
    if (!removal) return undefined;
    edits.push(...removal);
  }
  // Managers other than apt and apk look for newer lists by themselves from time to time.
  const stale = step.keeper === 'apt' || step.keeper === 'apk' ? users : users.slice(0, 1);
  for (const user of stale) {
    const at = user.own.script.statements[user.step.command.statement];
    // What root may do, another user may not without sudo.
    if (readUser(build, own.run).name !== readUser(build, user.own.run).name && !/^sudo\b/.test(text)) return undefined;
    if (!at || user.own.script.form === 'exec' || at.before === '||' || user.step.command.quotedBy) return undefined;
    edits.push(insert(at.start, `${text} && `));
  }
  const where = stale.length > 1 ? 'the RUNs that install' : 'the RUN that installs';
  return { title: `Update the package lists in ${where}`, edits };
}
