import type { State } from '../build-types';
import type { ShellCommand, ShellScript, ShellStatement } from './shell-command';

/**
 * Whether `-e` decides nothing inside a statement but that the script ends where the statement fails, which a `&&` behind it
 * would do as well. Not so for a group, a loop or a list in a subshell, whose inner failures it would catch; nor behind `!`.
 * @param written the statement's text, continued lines joined
 */
export function isIndifferent({ kind, commands }: ShellStatement, written: string): boolean {
  if (/^(?:time\s+(?:-p\s+)?)?!/.test(written)) return false;
  const own = commands.filter(({ quotedBy }) => !quotedBy).map(({ nesting }) => nesting);
  switch (kind) {
    case 'command':
    case 'pipeline':
      return own.every((nesting) => nesting === 'pipeline' || nesting === 'top' || nesting === 'substitution');
    case 'subshell':
      return (
        own.every((nesting) => nesting === 'subshell' || nesting === 'pipeline' || nesting === 'substitution') &&
        !/(?<!\\)[;\n]|(?<![&>|<\\])&(?![&>])/.test(written)
      );
    default:
      return false;
  }
}

/** Words of SHELL that make it read a profile. */
const PROFILE = /^-[a-zA-Z]*[li]|^--(?:login|rcfile|init-file)/;

/** Commands that run other text in the same shell, or watch its failures. */
const READERS = new Set(['.', 'source', 'eval', 'trap']);

/**
 * What in a script would notice `-e` wherever it stands, in words for a person: scripts that it reads into its shell, functions,
 * and lists in a command substitution, for which shells differ.
 * @param written the script's text, continued lines joined
 */
export function findErrexitWitness(
  { statements, commands }: ShellScript,
  written: string,
  { shell, scope }: State,
): string | undefined {
  if (shell.words.slice(1).some((word) => PROFILE.test(word)) || scope.lookup('BASH_ENV')) {
    return 'the shell reads a profile, which may define functions';
  }
  const own = commands.filter(({ quotedBy }) => !quotedBy);
  const reader = own.find((command) => READERS.has(firstWord(command)));
  if (reader) return `"${firstWord(reader)}" runs other text in the same shell`;
  if (statements.some(({ kind }) => kind === 'function') || own.some(({ nesting }) => nesting === 'function')) {
    return 'it defines a function';
  }
  const setter = own.find((command) => setsErrexit(command) && (command.statement > 0 || command.nesting !== 'top'));
  if (setter) return 'it sets or clears -e on its way';
  if (/\$-|\$\{-|\bSHELLOPTS\b/.test(written)) return "it reads the shell's options";
  const substitutes = own.some(({ nesting }) => nesting === 'substitution');
  return substitutes && hasList(written) ? 'a command substitution holds a list' : undefined;
}

/** Whether some `$(…)`, backticks or `<(…)` hold a `;` or a newline. */
function hasList(written: string): boolean {
  // The brackets of its patterns are not counted below.
  if (/\besac\b/.test(written)) return true;
  for (const { index } of written.matchAll(/\$\((?!\()|[<>]\(/g)) {
    let depth = 0;
    for (let at = written.indexOf('(', index); at < written.length; at++) {
      const char = written[at];
      if (char === '\\') at++;
      else if (char === "'" || char === '"') at = closing(written, at);
      else if (char === '(') depth++;
      else if (char === ')' && --depth === 0) break;
      else if (char === ';' || char === '\n') return true;
    }
  }
  return [...written.matchAll(/`((?:[^`\\]|\\[\s\S])*)`/g)].some(([, inner]) => /(?<!\\)[;\n]/.test(inner!));
}

/** Where a quoted text ends; what it expands is looked at by itself. */
function closing(written: string, from: number): number {
  const found = written.indexOf(written[from]!, from + 1);
  return found === -1 ? written.length : found;
}

/** Whether a statement is a `set` that turns `-e` on. */
export function turnsErrexitOn(statement: ShellStatement | undefined): boolean {
  const command = statement?.kind === 'command' ? statement.commands[0] : undefined;
  if (!command || firstWord(command) !== 'set') return false;
  const words = command.words.map(({ value }) => value);
  return words.some((word, index) => /^-[a-zA-Z]*e/.test(word) || (word === 'errexit' && words[index - 1] === '-o'));
}

/** Whether a SHELL's own words turn `-e` on. */
export function hasErrexit(words: readonly string[]): boolean {
  return words.slice(1).some((word) => /^-[a-zA-Z]*e/.test(word) || word === 'errexit');
}

function setsErrexit(command: ShellCommand): boolean {
  if (firstWord(command) !== 'set') return false;
  return command.words.some(({ value, literal }) => !literal || /^[-+][a-zA-Z]*e/.test(value) || value === 'errexit');
}

function firstWord({ words }: ShellCommand): string {
  const first = words[0]?.value ?? '';
  return (first === 'builtin' || first === 'command' ? words[1]?.value : first) ?? '';
}
