import { findTokens } from '../knowledge/secrets/secret-patterns';
import type { Build, Scope } from '../model/build-types';
import type { PackageInstall } from '../model/installs/install';
import type { PlainCommand, ShellScript, ShellWord } from '../model/shell/shell-command';
import type { Finding, RuleSettings } from './rule';

/** What tells packages without a version from others, for one package manager. */
export interface Unpinned {
  /** The package arguments of an install that need a version; none where it is not looked at. */
  readonly packages: (install: PackageInstall) => readonly ShellWord[];
  /** Whether what a package argument says fixes a version, or is no package of a registry. */
  readonly isFixed: (value: string) => boolean;
  /** The words of a command that hadolint takes for packages without version. */
  readonly plain?: (command: PlainCommand, script: ShellScript) => readonly ShellWord[];
}

/**
 * Findings about packages without a version: by hadolint's reading of every command under its preset, else by ours, which
 * knows wrappers, the flags that take a value, and the values of variables. hadolint also looks into ONBUILD, so do we.
 */
export function findUnpinned(build: Build, settings: RuleSettings, unpinned: Unpinned): readonly Finding[] {
  const findings: Finding[] = [];
  const { plain, isFixed } = unpinned;
  if (plain) {
    if (settings.hadolint) for (const script of build.scripts) addPlain(script, plain, findings);
    for (const script of build.onbuildScripts) addPlain(script, plain, findings);
  }
  if (settings.hadolint) return findings;
  for (const install of build.installs) {
    let words: ShellWord[] | undefined;
    for (const word of unpinned.packages(install)) {
      if (word.literal ? isFixed(word.value) : isFixedWord(build, install, word, isFixed)) continue;
      words ??= [];
      words.push(word);
    }
    if (words) findings.push(toFinding(words, install.command.arguments));
  }
  return findings;
}

function addPlain(script: ShellScript, plain: NonNullable<Unpinned['plain']>, findings: Finding[]): void {
  for (const command of script.plainCommands) {
    const words = plain(command, script);
    if (words.length === 0) continue;
    findings.push(toFinding(words, command.arguments));
    return;
  }
}

function isFixedWord(
  build: Build,
  { instruction }: PackageInstall,
  word: ShellWord,
  isFixed: Unpinned['isFixed'],
): boolean {
  const values = readValues(word, build.states[instruction.index]!.scope);
  return values === undefined || values.every((value) => isFixed(value));
}

/** What the command receives for a word, its variables resolved; undefined when the file does not tell. */
export function readValues(word: ShellWord, scope: Scope): readonly string[] | undefined {
  if (word.literal) return [word.value];
  let known = true;
  const value = word.value.replace(/\$\{([A-Za-z_]\w*)\}/g, (whole, name: string) => {
    const found = scope.lookup(name)?.value;
    if (found === undefined) known = false;
    return found ?? whole;
  });
  if (!known || value.includes('${')) return undefined;
  return word.text.startsWith('"') ? [value] : value.split(/\s+/).filter((part) => part !== '');
}

/** The finding about some words of a command, all of whose arguments are given. */
export function toFinding(words: readonly ShellWord[], all: readonly ShellWord[]): Finding {
  const span = { start: words[0]!.start, end: words.at(-1)!.end };
  const other = words.length === 1 ? 'a different one' : 'different ones';
  return { at: span, message: `${describe(words, all)} no version: the next build may install ${other}.` };
}

/** `curl has`, `curl, git and 3 more have`. A word that may be something else than a package's name stays unnamed. */
function describe(words: readonly ShellWord[], all: readonly ShellWord[]): string {
  const verb = words.length === 1 ? 'has' : 'have';
  const shown: string[] = [];
  for (const word of words) if (shown.length < 3 && isTellable(word, all)) shown.push(nameOf(word));
  if (shown.length === 0) return words.length === 1 ? 'A package has' : `${words.length} packages have`;
  const rest = words.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more have`;
  return shown.length === 1 ? `${shown[0]} ${verb}` : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)} ${verb}`;
}

const NAME = /^@?[\w.+~-]+(?:\/[\w.+~-]+)*(?:\[[\w,-]+\])?(?:@[\w.]+)?$/;

/** Of a URL, the last part of its path: the rest may carry credentials. */
function nameOf({ value }: ShellWord): string {
  if (!value.includes('://')) return value;
  const path = /^[\w+.-]+:\/\/[^/]*\/([^?#]*)/.exec(value)?.[1];
  return path === undefined ? value : path.replace(/\/+$/, '').replace(/^.*\//, '');
}

/** Behind a flag that we don't know may stand a credential too. */
function isTellable(word: ShellWord, all: readonly ShellWord[]): boolean {
  const name = nameOf(word);
  if (name.length > 100 || !NAME.test(name) || findTokens(name).length > 0) return false;
  const before = all[all.indexOf(word) - 1]?.value;
  return before?.[0] !== '-' || !/^-.*(?:token|pass|secret|key|auth|cred|user)/i.test(before);
}
