import type { ShellCommand, ShellWord } from '../shell/shell-command';

/** Flags of git itself, in front of the sub-command, that take the next word. */
const GIT_FLAGS = ['-C', '-c', '--git-dir', '--work-tree'];

function readVerb(words: readonly ShellWord[]): { verb?: string; rest: readonly ShellWord[] } {
  let at = 0;
  while (words[at]?.value.startsWith('-')) at += GIT_FLAGS.includes(words[at]!.value) ? 2 : 1;
  return { verb: words[at]?.value, rest: words.slice(at + 1) };
}

/** Whether a command is a `git clone` of whatever a branch holds: no tag or commit is named, then or later in the script. */
export function isFloatingClone(command: ShellCommand): boolean {
  if (command.name !== 'git') return false;
  const { verb, rest } = readVerb(command.arguments);
  if (verb !== 'clone') return false;
  const words = rest.map(({ value }) => value);
  // A clone of what is on the disk already, or of nothing that a build could read.
  const remote = words.some((word) => /:\/\/|^[\w.-]+@[\w.-]+:|\$\{/.test(word) && !word.startsWith('file:'));
  if (!remote || words.includes('--no-checkout') || words.includes('-n')) return false;
  const branch = valueOf(words, '-b', '--branch') ?? valueOf(words, '--revision', '--revision');
  if (branch !== undefined && isFixedRef(branch)) return false;
  const { commands } = command.script;
  return !commands.slice(commands.indexOf(command) + 1).some(fixesCheckout);
}

function valueOf(words: readonly string[], short: string, long: string): string | undefined {
  const at = words.findIndex((word) => word === short || word === long || word.startsWith(`${long}=`));
  if (at === -1) return undefined;
  return words[at]!.startsWith(`${long}=`) ? words[at]!.slice(long.length + 1) : words[at + 1];
}

/** Whether a command takes the working tree to a commit or tag. */
function fixesCheckout({ name, arguments: words }: ShellCommand): boolean {
  if (name !== 'git') return false;
  const { verb, rest } = readVerb(words);
  if (!['checkout', 'reset', 'switch', 'fetch', 'pull', 'cherry-pick'].includes(verb ?? '')) return false;
  return rest.some(({ value }) => !value.startsWith('-') && isFixedRef(value) && !value.includes('://'));
}

/** A version or a commit has a digit in it, and what a variable gives is the author's to choose; a branch seldom has either. */
function isFixedRef(ref: string): boolean {
  if (ref.includes('${')) return true;
  return /\d/.test(ref) && !/^(?:origin|upstream)\//.test(ref);
}
