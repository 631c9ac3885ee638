import type { ShellCommand, ShellScript } from './shell-command';

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
  const behind = following.flatMap(({ commands }) => commands);
  for (const [at, command] of script.commands.entries()) {
    const { name, nameWord } = command;
    if (name === undefined || nameWord!.value.includes('/') || isForked(command)) continue;
    const last = behind.findLastIndex((one) => one.name === name);
    if (last === -1) continue;
    const between = [...script.commands.slice(at), ...behind.slice(0, last)];
    if (between.some((one) => moves(one, name, root))) return command;
  }
  return undefined;
}

/** Whether a command is run by a shell of its own, which forgets. */
function isForked({ nesting, quotedBy }: ShellCommand): boolean {
  return quotedBy !== undefined || nesting === 'subshell' || nesting === 'pipeline' || nesting === 'substitution';
}

/** Which image brings a tool in the place where later versions go too. */
const HOMES: Readonly<Record<string, string>> = {
  npm: 'node',
  npx: 'node',
  node: 'node',
  yarn: 'node',
  pnpm: 'node',
  gem: 'ruby',
  bundle: 'ruby',
};

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
  if (/^(?:pip[\d.]*|npm|gem|pipx|cargo|go)$/.test(name)) return values.some(isNamed);
  if (name === 'n') return home === 'node';
  if (/^(?:ln|cp|mv|install|curl|wget)$/.test(name)) {
    return values.some(isPlace);
  }
  return false;
}
