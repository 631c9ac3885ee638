import { table } from '../../text/table';
import type { ShellCommand, ShellScript } from '../shell/shell-command';

/**
 * A program that a script runs, and that lies elsewhere when a later one runs it: a shell remembers where it found a program, and
 * goes on to look there.
 * @param root the image at the root of the stage: in its own image a tool is never anywhere else
 */
export function findMovedProgram(
  script: ShellScript,
  following: readonly ShellScript[],
  root: string,
): ShellCommand | undefined {
  const later = new Map<string, number>();
  const behind = following.flatMap(({ commands }) => commands);
  for (const [at, { name }] of behind.entries()) if (name !== undefined) later.set(name, at);
  const first = new Map<string, number>();
  for (const [at, command] of script.commands.entries()) {
    const { name, nameWord } = command;
    if (name === undefined || first.has(name) || !later.has(name)) continue;
    if (!nameWord!.value.includes('/') && !isForked(command)) first.set(name, at);
  }
  if (first.size === 0) return undefined;
  const all = [...script.commands, ...behind];
  for (const [at, mover] of all.entries()) {
    if (!mayMove(mover)) continue;
    for (const [name, run] of first) {
      const again = script.commands.length + later.get(name)!;
      if (run <= at && at < again && moves(mover, name, root)) return script.commands[run];
    }
  }
  return undefined;
}

const INSTALLERS = /^(?:pip[\d.]*|npm|gem|pipx|cargo|go|n)$/;
const CARRIERS = /^(?:ln|cp|mv|install|curl|wget)$/;

/** The quick question before the thorough one. */
function mayMove({ name, arguments: given, redirects }: ShellCommand): boolean {
  if (redirects.some(({ target }) => target?.value.includes('/bin/'))) return true;
  if (name === undefined) return false;
  return INSTALLERS.test(name) || (CARRIERS.test(name) && given.some(({ value }) => value.includes('/bin/')));
}

/** Whether a command is run by a shell of its own, which forgets. */
function isForked({ nesting, quotedBy }: ShellCommand): boolean {
  return quotedBy !== undefined || nesting === 'subshell' || nesting === 'pipeline' || nesting === 'substitution';
}

/** Which image brings a tool in the place where later versions go too. */
const HOMES: Readonly<Record<string, string>> = table({
  npm: 'node',
  npx: 'node',
  node: 'node',
  yarn: 'node',
  pnpm: 'node',
  gem: 'ruby',
  bundle: 'ruby',
});

/** Whether a command may put a program into another directory than the one where it was. */
function moves({ name, arguments: given, redirects }: ShellCommand, program: string, root: string): boolean {
  const isPlace = (value: string | undefined) => value?.startsWith('/') && value.endsWith(`/bin/${program}`);
  if (redirects.some(({ target }) => isPlace(target?.value))) return true;
  if (name === undefined) return false;
  const home = HOMES[program] ?? (/^(?:pip|python)[\d.]*$/.test(program) ? 'python' : undefined);
  if (home !== undefined && root.includes(home)) return false;
  const values = given.map(({ value }) => value);
  const plain = program.replace(/[\d.]+$/, '');
  const isNamed = (value: string) => value.replace(/[=<>@~].*$/, '') === plain;
  if (name === 'gem' && program === 'gem') return values.includes('--system');
  if (name === 'n') return home === 'node';
  if (INSTALLERS.test(name)) return values.some(isNamed);
  return CARRIERS.test(name) && values.some(isPlace);
}
