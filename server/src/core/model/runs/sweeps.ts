import type { ShellCommand, ShellWord } from '../shell/shell-command';

/** One place that a command empties of what package managers can fetch again. */
export interface Sweep {
  /** Two sweeps with the same text do the same. */
  readonly text: string;
  /** The directory, `~` for the user's home. */
  readonly place: string;
  readonly keeper: Keeper;
  /** The operand of an `rm`; without, the whole command is the sweep. */
  readonly word?: ShellWord;
}

/** Whose files lie in a place. */
type Keeper = 'apt-lists' | 'apt' | 'apk' | 'rpm' | 'npm' | 'pip';

/** What a command has to do with a place that a sweep empties. */
export type Use =
  /** It fills the place anew, and so does not mind whether it was empty. */
  | 'fetches'
  /** It would do something else with a full place than with an empty one. */
  | 'reads'
  /** It belongs to the place's own manager, which fetches what it misses. */
  | 'own';

const PLACES: readonly (readonly [Keeper, string])[] = [
  ['apt-lists', '/var/lib/apt/lists'],
  ['apt', '/var/cache/apt'],
  ['apk', '/var/cache/apk'],
  ['rpm', '/var/cache/dnf'],
  ['rpm', '/var/cache/libdnf5'],
  ['rpm', '/var/cache/yum'],
  ['npm', '~/.npm'],
  ['npm', '/root/.npm'],
  ['pip', '~/.cache/pip'],
  ['pip', '/root/.cache/pip'],
];

const APT = /^(?:apt|apt-get|aptitude)$/;
const RPM = /^(?:dnf5?|yum|microdnf|tdnf)$/;
const PIP = /^pip[\d.]*$/;

/** The places that a command empties; none when it does other things too, unless these are other operands of an `rm`. */
export function readSweeps(command: ShellCommand): readonly Sweep[] {
  const { name, arguments: words, redirects, assignments } = command;
  if (name === undefined || redirects.length > 0 || assignments.length > 0) return [];
  const values = words.map(({ value }) => value);
  if (name === 'rm') return readRemoval(words);
  const call = values.filter((value) => value !== '-y' && value !== '--yes' && !/^-q+$/.test(value)).join(' ');
  if (/^apt(?:-get)?$/.test(name) && call === 'clean')
    return [{ text: 'apt clean', place: '/var/cache/apt', keeper: 'apt' }];
  if (RPM.test(name) && call === 'clean all')
    return [{ text: `${name} clean all`, place: '/var/cache', keeper: 'rpm' }];
  if (name === 'npm' && /^cache clean (?:--force|-f)$/.test(call)) {
    return [{ text: 'npm cache clean', place: '~/.npm', keeper: 'npm' }];
  }
  return PIP.test(name) && call === 'cache purge'
    ? [{ text: `${name} cache purge`, place: '~/.cache/pip', keeper: 'pip' }]
    : [];
}

function readRemoval(words: readonly ShellWord[]): Sweep[] {
  const flags = words.filter(({ value }) => value.startsWith('-'));
  if (!flags.some(({ value }) => /^-[rRfv]*[rR][rRfv]*$|^--recursive$/.test(value))) return [];
  return words.flatMap((word) => {
    if (word.text !== word.value) return [];
    const [, path, below = ''] = /^(.*?)(\/\*+)?\/?$/.exec(word.value)!;
    const known = PLACES.find(
      ([, place]) => place === path || (place === '/var/cache/apt' && path === `${place}/archives`),
    );
    return known ? [{ text: `rm ${path}${below}`, place: known[1], keeper: known[0], word }] : [];
  });
}

/** What a command has to do with the place of a sweep, when it is a call of the place's own manager. */
export function useOf({ keeper }: Sweep, command: ShellCommand): Use | undefined {
  const { name, arguments: words } = command;
  if (name === undefined) return undefined;
  const values = words.map(({ value }) => value);
  switch (keeper) {
    case 'apt-lists':
      if (!APT.test(name)) return undefined;
      return readUpdate(command) === undefined ? 'reads' : 'fetches';
    case 'apt':
      return APT.test(name) ? 'own' : undefined;
    case 'apk':
      if (name !== 'apk') return undefined;
      if (values.includes('--no-cache') || values[0] === 'del') return 'own';
      return values.includes('update') || values.some((value) => /^(?:-U|--update(?:-cache)?)$/.test(value))
        ? 'fetches'
        : 'reads';
    case 'rpm':
      // What is kept of a repository is told by its name, so that one which changes its address has to be fetched anew.
      if (values.some((value) => /\/etc\/yum|\.repo\b|config-manager|--add-repo|-release\b/.test(value)))
        return 'reads';
      return RPM.test(name) ? 'own' : undefined;
    case 'npm':
      return name === 'npm' && /^(?:ci|install|i|add)$/.test(values[0] ?? '') ? 'own' : undefined;
    case 'pip':
      return PIP.test(name) && values[0] === 'install' ? 'own' : undefined;
  }
}

/**
 * What an `apt-get update` fetches, told by its flags; two with the same text fetch the same. `apt update` does nothing else.
 * Undefined for other commands.
 */
export function readUpdate({
  name,
  words,
  arguments: given,
  redirects,
  assignments,
  nameWord,
}: ShellCommand): string | undefined {
  if (name !== 'apt-get' && name !== 'apt') return undefined;
  if (redirects.some(({ target }) => target?.value !== '/dev/null' && !/^[12]$/.test(target?.value ?? '')))
    return undefined;
  const values = given.filter(({ value }) => !/^-(?:y|q+|q=\d|-yes|-assume-yes|-quiet)$/.test(value));
  if (values.some(({ literal }) => !literal) || !values.some(({ value }) => value === 'update')) return undefined;
  const set = assignments
    .filter((one) => one.name !== 'DEBIAN_FRONTEND')
    .map(({ name: variable, value }) => `${variable}=${value.text}`);
  const before = words.slice(0, words.indexOf(nameWord!)).map(({ value }) => value);
  const flags = values.map(({ value }) => value).filter((value) => value !== 'update');
  return [...set, ...before, ...flags].join(' ');
}
