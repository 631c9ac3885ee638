import type { Build } from '../build-types';
import type { Flag, Mount, RunInstruction } from '../syntax/instruction';

/** The flags of several RUNs for one RUN that does the work of all. */
export type SharedFlags =
  /** What the first RUN lacks: mounts of the others that do no harm to its commands. */
  { readonly added: readonly Mount[] } | { readonly because: string };

const NOTHING_ADDED: SharedFlags = { added: [] };

/**
 * Whether some RUNs can share their flags. Equal flags can; a cache mount that only some of them have can too, as long as no
 * other one's package manager keeps its files there. Any other mount would show its content to commands that had none.
 */
export function shareFlags(
  build: Build,
  runs: readonly RunInstruction[],
  lineOf: (run: RunInstruction) => number,
): SharedFlags {
  if (!runs.some(({ flags }) => flags.length > 0)) return NOTHING_ADDED;
  const [first, ...others] = runs;
  for (const run of runs) {
    const passing = run.mounts.find(isEmptied);
    if (passing)
      return { because: `What line ${lineOf(run)} writes to its ${passing.type} mount is gone in the next RUN.` };
  }
  const added: Mount[] = [];
  for (const run of others) {
    const odd = differingFlag(first!, run);
    if (odd) return { because: `Line ${lineOf(run)} differs from line ${lineOf(first!)} in --${odd}.` };
    for (const mount of run.mounts) {
      if (first!.mounts.some((known) => sameMount(known, mount)) || added.some((known) => sameMount(known, mount)))
        continue;
      if (mount.type !== 'cache') return { because: refusedMount(mount, lineOf(run)) };
      added.push(mount);
    }
  }
  for (const run of runs) {
    for (const mount of [...first!.mounts, ...added]) {
      if (run.mounts.some((known) => sameMount(known, mount))) continue;
      if (mount.type !== 'cache') return { because: refusedMount(mount, lineOf(first!)) };
      const clash = findClash(build, run, mount);
      if (clash) return { because: `Line ${lineOf(run)} ${clash}, which the cache mount of another line would hide.` };
    }
  }
  return { added };
}

/** What is written there goes at the end of the RUN, so that the next one starts anew. */
export function isEmptied({ type, options }: Mount): boolean {
  if (type === 'tmpfs') return true;
  const writable = options.some(({ key, value }) =>
    key === 'rw' || key === 'readwrite' ? value !== 'false' : (key === 'ro' || key === 'readonly') && value === 'false',
  );
  return type === 'bind' && writable;
}

/** The name of a flag other than `--mount` that two RUNs do not have in common; `default` is what an absent flag means. */
function differingFlag(a: RunInstruction, b: RunInstruction): string | undefined {
  const names = new Set([...a.flags, ...b.flags].map(({ name }) => name).filter((name) => name !== 'mount'));
  return [...names].find((name) => valueOf(a.flags, name) !== valueOf(b.flags, name));
}

function valueOf(flags: readonly Flag[], name: string): string {
  const flag = flags.findLast((one) => one.name === name);
  if (!flag) return name === 'network' ? 'default' : name === 'security' ? 'sandbox' : '';
  return flag.value?.value ?? 'true';
}

function sameMount(a: Mount, b: Mount): boolean {
  const key = ({ type, options }: Mount) =>
    [
      type,
      ...options.filter(({ key }) => key !== 'type').map(({ key, value }) => `${canonical(key)}=${value ?? 'true'}`),
    ]
      .sort()
      .join(',');
  return key(a) === key(b);
}

function canonical(key: string): string {
  if (key === 'dst' || key === 'destination') return 'target';
  if (key === 'src') return 'source';
  return key === 'ro' ? 'readonly' : key;
}

function refusedMount({ type }: Mount, line: number): string {
  if (type === 'secret' || type === 'ssh')
    return `The ${type} mount of line ${line} would be open to the commands of another RUN.`;
  return `The ${type} mount of line ${line} would change what the commands of another RUN see.`;
}

/** Why a RUN without a cache mount cannot have it: another mount, or files of its own, at or around the same place. */
function findClash({ commands, installs }: Build, run: RunInstruction, { target }: Mount): string | undefined {
  if (target === undefined) return 'has no place';
  if (run.mounts.some((mount) => mount.target !== undefined && overlap(mount.target, target))) {
    return `mounts something else at ${target}`;
  }
  const words = commands.filter(({ script }) => script.instruction === run).flatMap((command) => command.words);
  if (words.some(({ value }) => value.includes(target))) return `uses ${target}`;
  const keeper = installs.find(
    ({ instruction, manager }) =>
      instruction === run && manager.caches.some((cache) => overlap(cache.target.replace(/^~/, '/root'), target)),
  );
  return keeper && `keeps ${keeper.manager.title} files in ${target}`;
}

function overlap(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => (path.endsWith('/') ? path : `${path}/`));
  return one!.startsWith(other!) || other!.startsWith(one!);
}
