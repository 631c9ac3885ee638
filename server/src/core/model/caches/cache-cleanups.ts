import type { Cleanup, PackageManager } from '../../knowledge/package-manager';
import { yarn } from '../../knowledge/package-managers/yarn';
import { yarnBerry } from '../../knowledge/package-managers/yarn-berry';
import type { Edit } from '../../text/edit';
import { replace } from '../../text/edit';
import { remembered } from '../../text/remembered';
import type { Build } from '../build-types';
import { findManager } from '../installs/installs';
import { hasErrexit, turnsErrexitOn } from '../shell/errexit';
import type { ShellCommand, ShellScript, ShellStatement, ShellWord } from '../shell/shell-command';
import { removeStatements, removeWords } from '../shell/shell-edits';
import type { RunInstruction } from '../syntax/instruction';
import { findCache, isAround, readPath } from './cache-places';

/** Something in a RUN that empties or bypasses a directory that a cache mount keeps. */
export interface CacheCleanup {
  readonly command: ShellCommand;
  /** `command`: all it does; `words`: some of what an `rm` removes; `flag`: a flag of an install; `more`: it does more than that. */
  readonly kind: 'command' | 'words' | 'flag' | 'more';
  /** The words concerned; of a command, all of them. */
  readonly words: readonly ShellWord[];
  /** What a flag has to become. */
  readonly becomes?: string;
}

/** Everything in a RUN that empties or bypasses directories, absolute and mounted (or about to be). */
export function findCleanups(build: Build, script: ShellScript, mounted: readonly string[]): readonly CacheCleanup[] {
  return script.commands.flatMap((command) => findCleanup(build, command, mounted));
}

/** What a command does of that. */
export function findCleanup(build: Build, command: ShellCommand, mounted: readonly string[]): readonly CacheCleanup[] {
  if (mounted.length === 0 || command.name === undefined) return NONE;
  if (command.name === 'rm') return readRemoval(build, command, mounted);
  const call = findManager(command);
  return call ? readCall(build, command, managerOf(build, call.manager), call.words, mounted) : NONE;
}

const NONE: readonly never[] = [];

/** Both Yarns answer to one name: the installs tell which one the project is on. */
function managerOf({ installs }: Build, manager: PackageManager): PackageManager {
  return manager === yarn && installs.some((install) => install.manager === yarnBerry) ? yarnBerry : manager;
}

/** `rm -rf` of what lies in a mount. */
function readRemoval(build: Build, command: ShellCommand, mounted: readonly string[]): CacheCleanup[] {
  const operands = command.arguments.filter(({ value }) => !value.startsWith('-'));
  const inside: ShellWord[] = [];
  for (const operand of operands) {
    const relation = relateToMounts(build, command, operand, mounted);
    if (relation === 'around') return [{ command, kind: 'more', words: command.words }];
    if (relation === 'inside') inside.push(operand);
  }
  if (inside.length === 0) return [];
  const whole = inside.length === operands.length;
  return [{ command, kind: whole ? 'command' : 'words', words: whole ? command.words : inside }];
}

type MountRelation = 'inside' | 'around' | 'apart';

function relateToMounts(
  build: Build,
  command: ShellCommand,
  word: ShellWord,
  mounted: readonly string[],
): MountRelation {
  const path = readPath(build, command, word);
  if (path === undefined) return 'apart';
  for (const target of mounted) {
    // A glob may stand for the mount's own directory and its neighbours; below it, it stands for content only.
    const wild = path.search(/[*?[{]/);
    const fixed = wild === -1 ? path : path.slice(0, path.lastIndexOf('/', wild)) || '/';
    if (isAround(target, fixed) || (wild !== -1 && meansMount(path, target))) return 'inside';
    if (wild === -1 ? isAround(path, target) : isAround(fixed, target) && globReaches(path, target)) return 'around';
  }
  return 'apart';
}

/** Whether a path with globs stands for the mount's directory alone: `/var/lib/apt/lists*`. */
function meansMount(path: string, target: string): boolean {
  const last = path.slice(path.lastIndexOf('/') + 1).replace(/\*$/, '');
  const name = target.slice(target.lastIndexOf('/') + 1);
  return last === name && path.split('/').length === target.split('/').length && globReaches(path, target);
}

/** Whether a path with globs matches a directory or one around it. */
function globReaches(path: string, target: string): boolean {
  const patterns = path.split('/');
  const parts = target.split('/');
  if (patterns.length > parts.length) return false;
  return patterns.every((pattern, index) => {
    const part = parts[index]!;
    if (!/[*?[{]/.test(pattern)) return pattern === part;
    const [head = '', ...rest] = pattern.split(/\*|\?|\[[^\]]*\]|\{[^}]*\}/);
    return (
      part.startsWith(head) && part.endsWith(rest.at(-1) ?? '') && !(pattern.startsWith('*') && part.startsWith('.'))
    );
  });
}

/** A package manager's own clean-up, or a flag of its install that passes the cache by. */
function readCall(
  build: Build,
  command: ShellCommand,
  manager: PackageManager,
  words: readonly ShellWord[],
  mounted: readonly string[],
): CacheCleanup[] {
  const found: CacheCleanup[] = [];
  for (const cleanup of manager.cleanups) {
    if (cleanup.kind === 'flag') {
      const flags = words.filter(({ value }) => value === cleanup.text);
      if (flags.length === 0 || !build.installs.some((install) => install.command === command)) continue;
      if (clears(build, command, manager, cleanup, mounted) === 'none') continue;
      for (const flag of flags) {
        const becomes = cleanup.becomes && flag === flags[0] && !fetchesOtherwise(command);
        found.push({ command, kind: 'flag', words: [flag], ...(becomes ? { becomes: cleanup.becomes } : {}) });
      }
    } else if (isCleanup(words, cleanup)) {
      const cleared = clears(build, command, manager, cleanup, mounted);
      if (cleared === 'none') continue;
      // `go clean -cache -modcache` empties two caches: it can go only when both are mounted.
      const others = manager.cleanups.filter((other) => other !== cleanup && isCleanup(words, other));
      const all = others.every((other) => clears(build, command, manager, other, mounted) === 'all');
      const kind = cleared === 'all' && all && !cleanup.andMore ? 'command' : 'more';
      return [{ command, kind, words: command.words }];
    }
  }
  return found;
}

const FETCHING = /^(?:-[a-z]*U[a-z]*|--update|--update-cache)$/;

/**
 * Whether an apk command finds the package index without fetching one for itself: a flag of its own says so, or an earlier
 * command of the script fetched it (with --no-cache too, since that goes the same way) from the same repositories.
 */
export function fetchesOtherwise({ script, start, arguments: own }: ShellCommand): boolean {
  if (own.some(({ value }) => FETCHING.test(value))) return true;
  if (own.some(({ value }) => /^(?:-X|--repository)/.test(value))) return false;
  const others = script.commands.filter((command) => command.start < start);
  const changed = others.some(({ redirects, words }) =>
    [...words, ...redirects.flatMap(({ target }) => target ?? [])].some(({ value }) => value.startsWith('/etc/apk/')),
  );
  if (changed) return false;
  return others.some(
    ({ name, arguments: words }) =>
      name === 'apk' &&
      words.some(
        ({ value }) => FETCHING.test(value) || value === 'update' || (value === '--no-cache' && !isDeletion(words)),
      ),
  );
}

function isDeletion(words: readonly ShellWord[]): boolean {
  return words.find(({ value }) => !value.startsWith('-'))?.value === 'del';
}

/** Whether a call is a clean-up: its words behind the command's name lead the call, flags aside. */
export function isCleanup(words: readonly ShellWord[], { kind, text }: Cleanup): boolean {
  if (kind !== 'command') return false;
  const positionals = words.filter(({ value }) => !value.startsWith('-'));
  let at = 0;
  return partsOf(text).every((part) =>
    part.startsWith('-') ? words.some(({ value }) => value === part) : positionals[at++]?.value === part,
  );
}

/** The words behind a clean-up's name. */
const partsOf = remembered((text): readonly string[] => text.split(' ').slice(1));

/** How many of the caches that a clean-up empties are mounted. */
function clears(
  build: Build,
  command: ShellCommand,
  manager: PackageManager,
  { clears: only }: Cleanup,
  mounted: readonly string[],
): 'all' | 'some' | 'none' {
  const caches = manager.caches.filter(({ target, optional }) => (only ? only.includes(target) : !optional));
  const flags = { manager, command, instruction: command.script.instruction, flags: [] };
  let whole = 0;
  let parts = 0;
  for (const cache of caches) {
    const targets = findCache(build, flags, cache)?.targets ?? [];
    const covered = targets.filter((target) => mounted.some((mount) => isAround(mount, target)));
    if (targets.length > 0 && covered.length === targets.length) whole++;
    else if (covered.length > 0 || targets.some((target) => mounted.some((mount) => isAround(target, mount)))) parts++;
  }
  if (whole === 0 && parts === 0) return 'none';
  return whole === caches.length ? 'all' : 'some';
}

/**
 * Takes clean-ups out of their RUN; undefined where one does more than to empty a mount, or stands where it can't be taken out
 * without changing what the rest does.
 */
export function removeCleanups(
  build: Build,
  script: ShellScript,
  cleanups: readonly CacheCleanup[],
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  const statements: ShellStatement[] = [];
  for (const { command, kind, words, becomes } of cleanups) {
    if (kind === 'more') return undefined;
    if (kind === 'command') {
      const statement = findStatement(script, command);
      if (!statement) return undefined;
      statements.push(statement);
      continue;
    }
    const removal =
      becomes === undefined ? removeWords(build.source, command, words) : replaceWord(build, words[0]!, becomes);
    if (!removal) return undefined;
    edits.push(...removal);
  }
  const removal = removeStatements(build.source, script, statements);
  return removal && [...edits, ...removal];
}

/**
 * Whether a RUN fails without some clean-ups where it went on before: the last of `install; clean` decides alone how the RUN ends,
 * unless `set -e` is in force.
 */
export function hidesFailures({ states }: Build, script: ShellScript, cleanups: readonly CacheCleanup[]): boolean {
  const { statements, instruction } = script;
  const gone = new Set(
    cleanups.flatMap(({ kind, command }) => (kind === 'command' ? (findStatement(script, command) ?? []) : [])),
  );
  const last = statements.findLastIndex((statement) => !gone.has(statement));
  const tail = statements.slice(last + 1);
  if (tail.every(({ before }) => before === '&&')) return false;
  const cleared = script.commands.some(
    ({ words }) => words[0]?.value === 'set' && words.some(({ value }) => value.startsWith('+')),
  );
  const stops = !cleared && (hasErrexit(states[instruction.index]!.shell.words) || turnsErrexitOn(statements[0]));
  // Even so, a failure inside of a list with && does not stop it, nor one at the end of a loop that has such lists.
  const kept = statements[last];
  return !stops || kept?.before === '&&' || kept?.before === '||' || !WHOLE.has(kept?.kind ?? '');
}

const WHOLE = new Set(['command', 'pipeline', 'subshell']);

/** The top-level statement that is nothing but a command. */
export function findStatement(script: ShellScript, command: ShellCommand): ShellStatement | undefined {
  const statement = command.nesting === 'top' && !command.quotedBy ? script.statements[command.statement] : undefined;
  return statement?.kind === 'command' ? statement : undefined;
}

function replaceWord({ source }: Build, word: ShellWord, text: string): readonly Edit[] | undefined {
  return source.text.slice(word.start, word.end) === word.text ? [replace(word, text)] : undefined;
}

/** The script of a RUN outside ONBUILD. */
export function scriptOf(build: Build, run: RunInstruction): ShellScript | undefined {
  return build.scripts.find(({ instruction }) => instruction === run);
}
