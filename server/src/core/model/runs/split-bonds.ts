import { lineAt } from '../../text/source';
import type { Build } from '../build-types';
import type { ShellCommand, ShellScript } from '../shell/shell-command';
import { isInnocent, readUndoing } from './undoing';

const SYSTEM =
  /^(?:apt|apt-get|aptitude|apk|dnf5?|yum|microdnf|tdnf|zypper|pacman|dpkg|rpm|add-apt-repository|apt-key)$/;
/** What these do ends with the container of their RUN. */
const PASSING = new Set([
  'mount',
  'umount',
  'swapon',
  'losetup',
  'sysctl',
  'modprobe',
  'ip',
  'ifconfig',
  'route',
  'iptables',
  'gpg-agent',
  'ssh-add',
]);

const PHP_SOURCES = /^docker-php-(?:ext-configure|ext-install|source)$/;

/** Statements from one to another that stay together. */
export interface Bond {
  readonly from: number;
  readonly to: number;
  readonly because: string;
}

/** What belongs together: what is taken back to what wrote it, the halves of an installation, the users of a mount. */
export function findBonds(build: Build, script: ShellScript): Bond[] {
  const { commands, statements } = script;
  const bonds: Bond[] = [];
  const line = (command: ShellCommand) => lineOf(build, command);
  const workdir = build.states[script.instruction.index]!.workdir;
  for (const [at, command] of commands.entries()) {
    const { name, statement, words } = command;
    if ((name !== undefined && PASSING.has(name)) || words.some(({ value }) => value.startsWith('/dev/shm'))) {
      bonds.push({
        from: statement,
        to: statements.length,
        because: `What line ${line(command)} does ends with its RUN.`,
      });
    }
    const undoing = readUndoing(command);
    const made =
      undoing && commands.slice(0, at).find((one) => one.statement < statement && !isInnocent(one, undoing, workdir));
    if (made) {
      const because = `Line ${line(command)} may take back or change what line ${line(made)} writes, which a layer of its own would keep.`;
      bonds.push({ from: made.statement, to: statement, because });
    }
  }
  const last = commands.findLast(isSystem);
  const first = last && commands.find((command) => isSystem(command) || readsScript(command));
  if (last && first && first.statement < last.statement) {
    const because = `Lines ${line(first)} and ${line(last)} work with the same lists of packages.`;
    bonds.push({ from: first.statement, to: last.statement, because });
  }
  // What one unpacks for itself, the last one takes away again.
  const unpackers = commands.filter(({ name }) => name !== undefined && PHP_SOURCES.test(name));
  const [unpacker, taker] = [unpackers[0], unpackers.at(-1)];
  if (unpacker && taker && unpacker !== taker) {
    const because = `Lines ${line(unpacker)} and ${line(taker)} work with the same unpacked sources.`;
    bonds.push({ from: unpacker.statement, to: taker.statement, because });
  }
  const user = findMountUser(script);
  if (user) {
    const because = `Line ${line(user)} may need what stands in the cache mount, which may be gone in the next RUN.`;
    bonds.push({ from: 0, to: user.statement, because });
  }
  return bonds;
}

function isSystem({ name, nesting }: ShellCommand): boolean {
  return name !== undefined && nesting !== 'substitution' && SYSTEM.test(name);
}

/** `curl … | bash`, `sh setup.sh`, `./setup`: they may well fetch lists of packages. */
function readsScript({ name, nameWord, words }: ShellCommand): boolean {
  if (name === undefined || nameWord === undefined) return false;
  if (/^(?:ba|da|a)?sh$/.test(name)) return !words.some(({ value }) => /^-[a-z]*c$/.test(value));
  return name.endsWith('.sh') || /^\.?\//.test(nameWord.value);
}

/** The last command that may need what another one left in a cache mount. */
function findMountUser({ instruction: { mounts }, commands }: ShellScript): ShellCommand | undefined {
  const targets = mounts.flatMap(({ type, target }) => (type === 'cache' && target !== undefined ? [target] : []));
  if (targets.length === 0) return undefined;
  const isMounted = (value: string) => targets.some((target) => value.includes(target.replace(/^\/root/, '')));
  return commands.findLast(({ words }) =>
    words.some(({ value }) => /offline|^-o$|--no-index|--frozen/.test(value) || isMounted(value)),
  );
}

function lineOf({ source }: Build, { start }: ShellCommand): number {
  return lineAt(source, start) + 1;
}
