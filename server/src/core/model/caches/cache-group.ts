import type { Edit } from '../../text/edit';
import type { Build } from '../build-types';
import type { PackageInstall } from '../installs/install';
import type { ShellCommand } from '../shell/shell-command';
import { readUser } from '../stages/user';
import type { RunInstruction } from '../syntax/instruction';
import { isDriver } from './build-driver';
import { keepsDownloads } from './cache-keeping';
import { isOfflineCall } from './cache-offline';
import { isBasedOn } from './cache-places';
import { findUnmounted } from './cache-targets';

/** A RUN and those of its installs that get mounts. */
export interface Group {
  readonly run: RunInstruction;
  /** None where the RUN only calls programs that may build: they get the mounts of the first group. */
  readonly installs: readonly PackageInstall[];
  /** The program that may build, or a call of apt that would leave its index in the image. */
  readonly driver?: ShellCommand;
}

/** What changes in one RUN of a group. */
export interface RunPlan {
  readonly run: RunInstruction;
  readonly targets: readonly string[];
  readonly flags: ReadonlyMap<string, string>;
  readonly edits: readonly Edit[];
  readonly notes: readonly string[];
  readonly sameImage: boolean;
}

/**
 * The RUN and the others that need mounts with it: those that use what it downloads, or whose downloads it uses (a mount hides them),
 * those that install without the network, and those that would leave downloads in the image once the system's package manager is told
 * to keep them.
 */
export function findGroup(build: Build, run: RunInstruction, installs: readonly PackageInstall[]): Group[] {
  const others = new Map<RunInstruction, PackageInstall[]>();
  const add = (install: PackageInstall) => {
    const group = others.get(install.instruction);
    if (!group) others.set(install.instruction, [install]);
    else if (!group.includes(install)) group.push(install);
    else return false;
    return true;
  };
  for (const install of build.installs) {
    const { instruction } = install;
    if (instruction.index <= run.index || !isBasedOn(build, instruction.stage, run.stage)) continue;
    const twin = installs.find(
      ({ manager }) => manager === install.manager || manager.caches === install.manager.caches,
    );
    if (twin && suffers(build, install, twin)) add(install);
  }
  const waiting = [...installs];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    for (const install of build.installs) {
      if (install.instruction === run || !shareDownloads(build, one, install)) continue;
      if (add(install)) waiting.push(install);
    }
  }
  const found = [{ run, installs }, ...[...others].map(([other, group]) => ({ run: other, installs: group }))];
  return [...found, ...findDrivers(build, found), ...findIndexing(build, found)];
}

/** Whether a later install would find nothing, or leave its downloads in the image, when an earlier one of its kind has mounts. */
function suffers(build: Build, install: PackageInstall, twin: PackageInstall): boolean {
  const { manager } = install;
  const keeping = manager.keeping !== undefined && !keepsDownloads(build, twin);
  const leaves =
    keeping && manager.kind === 'system' && manager.keeping !== 'keepcache' && !hasWord(install, '--no-cache');
  if (!leaves && !isOfflineCall(build, install)) return false;
  return findUnmounted(build, install).some(({ cache }) => !cache.optional);
}

function hasWord({ command }: PackageInstall, word: string): boolean {
  return command.arguments.some(({ value }) => value === word);
}

/** Whether one of two installs, in different RUNs, finds in the image what the other downloads for the same project. */
function shareDownloads(build: Build, one: PackageInstall, other: PackageInstall): boolean {
  if (one.manager !== other.manager || one.manager.kind !== 'build' || one.instruction === other.instruction) {
    return false;
  }
  if (!isForProject(one) || !isForProject(other)) return false;
  const [first, second] = one.instruction.index < other.instruction.index ? [one, other] : [other, one];
  if (!isBasedOn(build, second.instruction.stage, first.instruction.stage)) return false;
  const places = findUnmounted(build, other).flatMap(({ targets = [] }) => targets);
  const own = findUnmounted(build, one).flatMap(({ targets = [] }) => targets);
  return places.some((place) => own.includes(place));
}

/** Whether an install works on a project, and not on a program of its own; `go get` does although it names packages. */
function isForProject({ fromManifest, verbName }: PackageInstall): boolean {
  return fromManifest || verbName === 'get';
}

/** Later RUNs that call a program which may use what the RUNs of a group download for a project. */
function findDrivers(build: Build, groups: readonly Group[]): Group[] {
  const feeding = groups.filter(({ installs }) =>
    installs.some(({ manager, fromManifest }) => manager.kind === 'build' && fromManifest),
  );
  if (feeding.length === 0) return [];
  const found = new Map<RunInstruction, ShellCommand>();
  for (const command of build.commands) {
    const run = command.script.instruction;
    if (found.has(run) || !isDriver(command) || groups.some((group) => group.run === run)) continue;
    const fed = feeding.some((group) => group.run.index < run.index && isBasedOn(build, run.stage, group.run.stage));
    if (fed) found.set(run, command);
  }
  return [...found].map(([run, driver]) => ({ run, installs: [], driver }));
}

/** Later RUNs that call apt without installing: docker-clean also keeps apt from writing an index of the packages. */
function findIndexing(build: Build, groups: readonly Group[]): Group[] {
  const [head] = groups;
  const install = head?.installs.find(({ manager }) => manager.keeping === 'docker-clean');
  if (!head || !install || keepsDownloads(build, install)) return [];
  const found = new Map<RunInstruction, ShellCommand>();
  for (const command of callsOfApt(build, head.run)) {
    const run = command.script.instruction;
    if (!found.has(run) && !groups.some((group) => group.run === run)) found.set(run, command);
  }
  return [...found].map(([run, driver]) => ({ run, installs: [], driver }));
}

/** Every call of apt in later RUNs that reads the packages, and so writes an index of them. */
export function callsOfApt(build: Build, { index, stage }: RunInstruction): readonly ShellCommand[] {
  return build.commands.filter(
    ({ name, script, arguments: words }) =>
      name !== undefined &&
      APT.has(name) &&
      script.instruction.index > index &&
      isBasedOn(build, script.instruction.stage, stage) &&
      !words.some(({ value }) => /^(?:auto-?|dist)?clean$/.test(value)),
  );
}

const APT = new Set(['add-apt-repository', 'apt', 'apt-cache', 'apt-get', 'aptitude']);

/**
 * A later RUN of a group that could not download again by itself what an earlier one downloads with a secret: a cache may be empty at any
 * time, while the earlier step is not run again.
 */
export function findLockedOut(groups: readonly Group[]): { readonly run: RunInstruction } | undefined {
  for (const giver of groups) {
    if (giver.installs.every(({ manager }) => manager.kind === 'system')) continue;
    const kinds = secretsOf(giver);
    if (kinds.size === 0) continue;
    const taker = groups.find((other) => {
      if (other.run.index <= giver.run.index) return false;
      const own = secretsOf(other);
      return [...kinds].some((kind) => !own.has(kind));
    });
    if (taker) return taker;
  }
  return undefined;
}

/** The kinds of secrets that a RUN has for itself: in mounts, or in files that it removes again. */
function secretsOf({ run, installs }: Group): ReadonlySet<string> {
  const kinds = new Set<string>(
    run.mounts.map(({ type }) => type).filter((type) => type === 'secret' || type === 'ssh'),
  );
  const removed = installs[0]?.command.script.commands.some(
    ({ name, arguments: words }) => name === 'rm' && words.some(({ value }) => CREDENTIALS.test(value)),
  );
  return removed ? kinds.add('file') : kinds;
}

const CREDENTIALS =
  /netrc|\.git-credentials|\.gitconfig|\.ssh\b|id_(?:rsa|ed25519|ecdsa|dsa)|settings\.xml|\.npmrc|\.pypirc|pip\.conf/;

/** Whether two RUNs run as the same user. */
export function haveSameUser(build: Build, one: RunInstruction, other: RunInstruction): boolean {
  const [a, b] = [readUser(build, one), readUser(build, other)];
  return a.name === b.name && a.home === b.home;
}
