import { table } from '../../../text/table';
import type { Step } from '../../ecosystem';

/** A call of Cargo that builds programs, as written. */
export interface CargoCall {
  readonly verb: 'build' | 'install';
  /** Values by name, without dashes; flags without a value have `true`. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
  /** Crates that `cargo install` is to get from elsewhere. */
  readonly names: readonly string[];
}

const VALUE_FLAGS = new Set(
  `bin example test bench p package exclude target target-dir profile features F manifest-path message-format j jobs color out-dir
  artifact-dir Z config path root version vers git branch tag rev registry index lockfile-path C`.split(/\s+/),
);
const SHORT: Readonly<Record<string, string>> = table({
  r: 'release',
  p: 'package',
  F: 'features',
  j: 'jobs',
  q: 'quiet',
  v: 'verbose',
});

/** Verbs that build, or check, or fetch; what they leave behind lies in the project, the target directory and Cargo's own. */
const VERBS = new Set(
  `add audit auditable b bench build c cache check chef clean clippy d deny doc fetch fix fmt generate-lockfile i info init install locate-project
  login machete metadata new nextest outdated pkgid remove rm rustc rustdoc search sort sweep t tarpaulin test tree uninstall update
  vendor verify-project version zigbuild binstall llvm-cov udeps`.split(/\s+/),
);

/** The verb of a call, `+toolchain` and flags in front skipped. */
export function cargoVerb(given: readonly string[]): string | undefined {
  return given[verbIndex(given)];
}

function verbIndex(given: readonly string[]): number {
  for (let at = 0; at < given.length; at++) {
    const word = given[at]!;
    if (word.startsWith('+')) continue;
    if (!word.startsWith('-')) return at;
    if (VALUE_FLAGS.has(word.replace(/^--?/, ''))) at++;
  }
  return given.length;
}

/** Whether a call leaves nothing outside the project and Cargo's own directories. */
export function isKnownCall({ name, arguments: given }: Step): boolean {
  if (name !== 'cargo') return false;
  const verb = cargoVerb(given);
  return verb === undefined || VERBS.has(verb);
}

/** Reads a call that builds programs; undefined for every other. */
export function readCargoCall({ name, arguments: given }: Step): CargoCall | undefined {
  if (name !== 'cargo') return undefined;
  const at = verbIndex(given);
  // Wrappers of `build`, with its flags: what is built lies where it would without them.
  const wrapped = given[at] === 'auditable' ? at + 1 : at;
  const verb = given[wrapped];
  const kind = ['build', 'b', 'rustc', 'zigbuild'].includes(verb ?? '')
    ? 'build'
    : verb === 'install' || verb === 'i'
      ? 'install'
      : undefined;
  if (kind === undefined) return undefined;
  const flags = new Map<string, string[]>();
  const names: string[] = [];
  const add = (flag: string, value: string) => flags.set(flag, [...(flags.get(flag) ?? []), value]);
  const words = [...given.slice(0, at), ...given.slice(wrapped + 1)];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (word === '--') break;
    const [, flag, glued] = /^--?([A-Za-z][\w-]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (flag === undefined) {
      if (!word.startsWith('+')) names.push(word);
    } else if (/^-[a-z]{2,}$/.test(word) && !/^-[pFjZ]/.test(word)) {
      for (const letter of flag) add(SHORT[letter] ?? letter, 'true');
    } else if (/^-[pFj]./.test(word)) add(SHORT[flag[0]!]!, word.slice(2));
    else add(SHORT[flag] ?? flag, glued ?? (VALUE_FLAGS.has(flag) ? (words[++index] ?? '') : 'true'));
  }
  return { verb: kind, flags, names };
}

/** The directory below `target` that a profile's programs lie in. */
export function profileDirectory({ flags }: CargoCall): string {
  const profile = flags.get('profile')?.at(-1);
  if (profile === undefined) return flags.has('release') ? 'release' : 'debug';
  return profile === 'dev' || profile === 'test' ? 'debug' : profile === 'bench' ? 'release' : profile;
}
