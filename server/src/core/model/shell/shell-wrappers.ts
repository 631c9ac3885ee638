import type { ShellWord } from './shell-command';

/** Commands that run the command behind them, with their flags that take the next word as a value. */
const WRAPPERS: ReadonlyMap<
  string,
  { readonly valueFlags: readonly string[]; readonly operands?: number; readonly assignments?: true }
> = new Map([
  ['sudo', { valueFlags: ['-u', '-g', '-h', '-p', '-C', '-r', '-t', '-U', '--user', '--group'], assignments: true }],
  ['doas', { valueFlags: ['-u', '-C'] }],
  ['env', { valueFlags: ['-u', '-C', '-S', '--unset', '--chdir'], assignments: true }],
  ['time', { valueFlags: ['-f', '-o'] }],
  ['nice', { valueFlags: ['-n', '--adjustment'] }],
  ['ionice', { valueFlags: ['-c', '-n', '-p'] }],
  ['nohup', { valueFlags: [] }],
  ['exec', { valueFlags: ['-a'] }],
  ['command', { valueFlags: [] }],
  ['builtin', { valueFlags: [] }],
  ['busybox', { valueFlags: [] }],
  ['eatmydata', { valueFlags: [] }],
  ['setarch', { valueFlags: [], operands: 1 }],
  ['linux32', { valueFlags: [] }],
  ['stdbuf', { valueFlags: ['-i', '-o', '-e'] }],
  ['timeout', { valueFlags: ['-s', '-k', '--signal', '--kill-after'], operands: 1 }],
  ['gosu', { valueFlags: [], operands: 1 }],
  ['su-exec', { valueFlags: [], operands: 1 }],
  ['setpriv', { valueFlags: ['--reuid', '--regid', '--groups'] }],
  ['chroot', { valueFlags: [], operands: 1 }],
  ['xvfb-run', { valueFlags: ['-n', '-s', '-e', '--server-args'] }],
  ['corepack', { valueFlags: [] }],
]);

/** What `corepack` itself does; everything else behind it is a package manager's call. */
const COREPACK_OWN = new Set(['enable', 'disable', 'prepare', 'use', 'up', 'install', 'pack', 'hydrate', 'cache']);

/** What a command's path names: its last segment. */
export function programName(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? path : path.slice(slash + 1);
}

/** Index of the word that names what really runs, wrappers such as `sudo -E` and `env A=b` passed over. */
export function unwrap(words: readonly ShellWord[]): number {
  let at = 0;
  for (;;) {
    const word = words[at];
    const name = word?.literal ? programName(word.value) : undefined;
    const wrapper = name === undefined ? undefined : WRAPPERS.get(name);
    if (!wrapper) return at;
    let next = at + 1;
    while (next < words.length) {
      const { value } = words[next]!;
      if (value === '--') {
        next++;
        break;
      }
      if (value.startsWith('-')) next += wrapper.valueFlags.includes(value) ? 2 : 1;
      else if (wrapper.assignments && /^[A-Za-z_][A-Za-z0-9_]*=/.test(value)) next++;
      else break;
    }
    next += wrapper.operands ?? 0;
    if (next >= words.length || (name === 'corepack' && COREPACK_OWN.has(words[next]!.value))) return at;
    at = next;
  }
}
