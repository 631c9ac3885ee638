import { type Edit, replace } from '../../text/edit';
import type { Build } from '../build-types';
import type { PackageInstall } from '../installs/install';
import { removeWords } from '../shell/shell-edits';
import type { RunInstruction } from '../syntax/instruction';
import { lookupVariable } from './cache-places';

/** Whether an install relies on what earlier RUNs downloaded, and not only on an earlier command of its own RUN. */
export function isOffline(build: Build, install: PackageInstall): boolean {
  if (!isOfflineCall(build, install)) return false;
  if (hasNoNetwork(install.instruction) || findOfflineVariable(build, install)) return true;
  const { command, manager } = install;
  return !build.installs.some(
    (other) =>
      other.command.script === command.script &&
      other.command.start < command.start &&
      other.manager === manager &&
      !other.offline,
  );
}

/** Lets an install use the network again. */
export function goOnline(build: Build, install: PackageInstall): readonly Edit[] | undefined {
  const { manager, flags, command, instruction } = install;
  if (hasNoNetwork(instruction) || findOfflineVariable(build, install)) return undefined;
  const edits: Edit[] = [];
  for (const { name, word, value } of flags) {
    const flag = manager.offlineFlags?.find((each) => each.name === name);
    if (!flag) continue;
    if (flag.fixed || value !== undefined || build.source.text.slice(word.start, word.end) !== name) return undefined;
    const edit = flag.becomes ? [replace(word, flag.becomes)] : removeWords(build.source, command, [word]);
    if (!edit) return undefined;
    edits.push(...edit);
  }
  return edits;
}

/** Whether an install may not use the network. */
export function isOfflineCall(build: Build, install: PackageInstall): boolean {
  return install.offline || hasNoNetwork(install.instruction) || findOfflineVariable(build, install) !== undefined;
}

/** A variable that forbids an install the network, by name. */
function findOfflineVariable(build: Build, install: PackageInstall): string | undefined {
  const { offlineVariables } = install.manager;
  if (!offlineVariables) return undefined;
  return offlineVariables.find(({ name, value }) => value.test(lookupVariable(build, install, name)?.value ?? ''))
    ?.name;
}

/** Whether a RUN has no network at all. */
export function hasNoNetwork({ flags }: RunInstruction): boolean {
  return (
    flags.length > 0 && flags.some(({ name, value }) => name === 'network' && value?.value.toLowerCase() === 'none')
  );
}
