import type { Span } from '../../text/span';
import { table } from '../../text/table';
import { isCleanup } from '../caches/cache-cleanups';
import { findManager } from '../installs/installs';
import { globMatches, type Place, placeText } from '../order/places';
import { positionals } from '../shell/command-words';
import type { ShellCommand, ShellWord } from '../shell/shell-command';
import type { Walk } from '../shell/shell-walk';
import { type Content, familyOf, LISTS, withoutVersion } from './layer-contents';

/** What a command takes away, as far as its words tell. */
export interface Removal {
  readonly at: Span;
  /** The name of a package. */
  readonly title: string | undefined;
  /** Whether it takes this away. */
  readonly removes: (content: Content) => boolean;
}

const PATHS: ReadonlySet<string> = new Set(['rm', 'unlink', 'find']);
const MANAGERS: ReadonlySet<string> = new Set(
  ['apt-get', 'apt', 'aptitude', 'apk', 'dnf', 'microdnf', 'yum', 'zypper'].concat([
    'npm',
    'pip',
    'pip3',
    'yarn',
    'conda',
    'mamba',
    'micromamba',
  ]),
);
/** The names of commands of which some take away files or packages. */
export const removers: readonly string[] = [...PATHS, ...MANAGERS];
const REMOVERS: ReadonlySet<string> = new Set(removers);

const REMOVING: ReadonlySet<string> = new Set(['remove', 'purge', 'autoremove', 'erase', 'del', 'rm']);
const SWEEPING: ReadonlySet<string> = new Set(['clean', 'clear', 'purge', 'distclean', 'cache']);

const LONGEST_VERB = 'autoremove'.length;

function isVerb({ value }: ShellWord): boolean {
  return value.length <= LONGEST_VERB && (REMOVING.has(value) || SWEEPING.has(value));
}

/** What the removals of a file are about, by a first look at their words. */
export interface Aims {
  paths: boolean;
  packages: boolean;
  caches: boolean;
}

/** Adds what a command may take away; gives whether it may take away anything. */
export function addAims(command: ShellCommand, aims: Aims): boolean {
  const { name, arguments: words } = command;
  if (name === undefined || !REMOVERS.has(name)) return false;
  if (PATHS.has(name)) {
    if (name === 'find' && !words.some(({ value }) => value === '-delete' || value === '-exec')) return false;
    aims.paths = true;
    aims.caches ||= words.some(({ value }) => /cache|\.npm|\.yarn|^~|^\/root|HOME/i.test(value));
    return true;
  }
  let tries = false;
  for (const { value } of words) {
    if (value.length > LONGEST_VERB) continue;
    if (REMOVING.has(value)) {
      aims.packages = true;
      tries = true;
    }
    if (SWEEPING.has(value)) {
      aims.caches = true;
      // Of what apt keeps, the lists alone are followed, and `clean` lets them be.
      tries ||= value !== 'clean' || familyOf(name) !== 'apt-get';
    }
  }
  return tries && ofManager(command).length > 0;
}

/** Whether a command is one of those that take something away. */
export function mayRemove({ name }: ShellCommand): boolean {
  return name !== undefined && REMOVERS.has(name);
}

/** What a command takes away. */
export function readRemovals(command: ShellCommand, walk: Walk): readonly Removal[] {
  const { name, arguments: words } = command;
  if (name === 'rm' || name === 'unlink') return ofPaths(positionals(words), command, walk, isRecursive(command));
  if (name === 'find') return ofFind(command, walk);
  return name !== undefined && MANAGERS.has(name) ? ofManager(command) : NONE;
}

/** `rm -r`. */
function isRecursive({ arguments: words }: ShellCommand): boolean {
  for (const { value } of words) if (value.startsWith('-') && /^-[a-zA-Z]*[rR]|^--recursive$/.test(value)) return true;
  return false;
}

const NONE: readonly Removal[] = [];
/** How the clean-up behind most installs of apt names the directory of the package lists. */
const LIST_WORDS: ReadonlySet<string> = new Set([LISTS, `${LISTS}/`, `${LISTS}/*`]);

/** Whether a command removes the package lists of apt, and nothing else. */
export function removesListsAlone(command: ShellCommand): boolean {
  if (command.name !== 'rm' || !isRecursive(command)) return false;
  for (const { value } of positionals(command.arguments)) if (!LIST_WORDS.has(value)) return false;
  return true;
}

const VALUED: Readonly<Record<string, string>> = table({
  'apt-get': '-o --option -c --config-file -t --target-release',
  apk: '-X --repository -p --root',
  rpm: '-c --setopt --enablerepo --disablerepo -x --exclude',
});

function ofManager(command: ShellCommand): readonly Removal[] {
  if (!command.arguments.some(isVerb)) return NONE;
  const call = findManager(command);
  // `aptitude` and `apt` are called like `apt-get`.
  const family = familyOf(call?.manager.id ?? command.name!);
  const words = positionals(call?.words ?? command.arguments, VALUED[family]);
  const verb = words[0]?.value ?? '';
  const cleared = call?.manager.cleanups.filter((cleanup) => isCleanup(call.words, cleanup)) ?? [];
  if (cleared.length > 0) {
    const targets = cleared.every(({ clears }) => clears) ? cleared.flatMap(({ clears }) => clears!) : undefined;
    const isEmptied = (target: string) => targets?.some((one) => target.startsWith(one)) ?? true;
    if (family === 'apt-get' && !isEmptied(LISTS)) return NONE;
    return [
      {
        at: command,
        title: undefined,
        removes: (content) => content.kind === 'cache' && content.manager === family && isEmptied(content.target),
      },
    ];
  }
  if (!SYSTEM.has(family) || !REMOVING.has(verb)) return NONE;
  return words.slice(1).flatMap((word) => {
    if (!word.literal) return [];
    const name = withoutVersion(word.value);
    const isMeant = (installed: string) => installed === name || (name.includes('*') && globMatches(name, installed));
    return [
      {
        at: word,
        title: name,
        removes: (content) => content.kind === 'packages' && content.manager === family && content.names.some(isMeant),
      },
    ];
  });
}

const SYSTEM = new Set(['apt-get', 'apk', 'rpm', 'zypper']);

function ofPaths(words: readonly ShellWord[], { script }: ShellCommand, walk: Walk, recursive: boolean): Removal[] {
  const found: Removal[] = [];
  for (const word of words) {
    const { value, text, literal, variables } = word;
    // No shell expands a glob in quotes or in exec form; what a substitution or braces give is not known.
    if (/[*?[]/.test(value) && (script.form === 'exec' || /["'\\\\]/.test(text))) continue;
    if (value.includes('…') || (!literal && variables.length === 0)) continue;
    const place = walk.place(value);
    found.push({ at: word, title: undefined, removes: (content) => takes(place, content, recursive) });
  }
  return found;
}

const TESTS_OF_ALL = /^-(?:type|depth|mindepth|mount|xdev|print|delete|exec|f|d)$/;

/** `find DIR -type f -delete`; with other tests it can't be told what goes. */
function ofFind(command: ShellCommand, walk: Walk): readonly Removal[] {
  const { arguments: words } = command;
  const from = words.findIndex(({ value }) => value.startsWith('-') || value === '(' || value === '!');
  const tests = from === -1 ? [] : words.slice(from).map(({ value }) => value);
  const removes = tests.includes('-delete') || (tests.includes('-exec') && tests[tests.indexOf('-exec') + 1] === 'rm');
  if (
    !removes ||
    tests.some((test) => /^[(!]$|^-[a-z]/.test(test) && !/^-rf?$|^-f$/.test(test) && !TESTS_OF_ALL.test(test))
  )
    return NONE;
  return ofPaths(words.slice(0, from), command, walk, true);
}

/** Whether `rm` of a place takes something away: by its own name, by that of a directory around it, or all that is in it. */
function takes(named: Place, content: Content, recursive: boolean): boolean {
  if (content.kind === 'packages') return false;
  const { place } = content;
  if (content.kind === 'guess') return recursive && placeText(named) === placeText(place);
  if (named.root !== place.root || named.parts.length === 0) return false;
  const shared = Math.min(named.parts.length, place.parts.length);
  for (let i = 0; i < shared; i++) if (!partsAgree(named.parts[i]!, place.parts[i]!)) return false;
  if (named.parts.length < place.parts.length) return recursive;
  if (named.parts.length === place.parts.length) return recursive || content.kind === 'file';
  if (content.kind === 'file') return false;
  const rest = named.parts.slice(place.parts.length);
  return (
    recursive && rest.length === 1 && (rest[0]!.startsWith('*') || (content.kind === 'cache' && rest[0] === '_cacache'))
  );
}

/** A name and one written in a removal, which may be a glob. Where either is not known, only the same text is the same. */
function partsAgree(written: string, known: string): boolean {
  if (written === known) return true;
  if (/[$*?[{]/.test(known) || written.includes('$')) return false;
  return /[*?[]/.test(written) && globMatches(written, known);
}
