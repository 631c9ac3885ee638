import type { Build } from '../build-types';
import { directoryAt } from '../order/copied';
import { placeText } from '../order/places';
import type { ShellCommand, ShellScript } from '../shell/shell-command';
import { readUser } from '../stages/user';
import { isAround, readPath } from './cache-places';

/**
 * A command of a script that does something else, or fails, where a mount makes a directory exist from the start, with those above it:
 * `mkdir ~/.m2`, `git clone … .`, `[ -d ~/.m2 ]`.
 */
export function findCollision(build: Build, script: ShellScript, targets: readonly string[]): ShellCommand | undefined {
  const run = script.instruction;
  const { home } = readUser(build, run);
  const workdir = placeText(directoryAt(build, run.index));
  return script.commands.find((command) => {
    if (command.name === 'useradd' || command.name === 'adduser') {
      return targets.some((target) => target.startsWith('/home/'));
    }
    const clones = command.name === 'git' && command.arguments[0]?.value === 'clone';
    return placesOf(command).some((word) => {
      const path = word.value === '.' && !moves(command) ? workdir : readPath(build, command, word);
      // What is there anyway makes no difference; but only an empty directory can be cloned into.
      if (path === undefined || path === '/' || path === home || THERE.has(path)) return false;
      if (path === workdir && !clones) return false;
      return targets.some((target) => isAround(path.replace(/\/$/, ''), target));
    });
  });
}

const THERE = new Set(['/root', '/tmp', '/var', '/var/cache', '/var/lib', '/usr', '/usr/local', '/home']);

/** The words of a command that name what must not be there yet, or what it asks about. */
function placesOf({ name, arguments: words }: ShellCommand): ShellCommand['words'] {
  const operands = words.filter(({ value }) => !value.startsWith('-'));
  const last = operands.slice(-1);
  switch (name) {
    case 'mkdir':
      return words.some(({ value }) => /^-[a-zA-Z]*p|^--parents$/.test(value)) ? [] : operands;
    case 'ln':
    case 'mv':
      return last;
    case 'cp':
      return words.some(({ value }) => /^-[a-zA-Z]*[rRa]|^--(?:recursive|archive)$/.test(value)) ? last : [];
    case 'git':
      return operands[0]?.value === 'clone' && operands.length > 2 ? last : [];
    case 'test':
    case '[':
    case '[[':
      return operands;
    default:
      return [];
  }
}

function moves({ script, start }: ShellCommand): boolean {
  return script.commands.some(({ name, start: at }) => (name === 'cd' || name === 'pushd') && at < start);
}
