import type { ShellCommand } from '../shell/shell-command';

/** Programs that call package managers in ways that a Dockerfile does not show. */
const DRIVERS = new Set(['make', 'gmake', 'just', 'task', 'mage', 'goreleaser', 'ninja', 'rake', 'invoke', 'earthly']);

/** Whether a command is `make`, `./build.sh`, `sh scripts/build.sh`: what it calls, the file does not show. */
export function isDriver({ name, nameWord, arguments: words }: ShellCommand): boolean {
  if (name === undefined) return false;
  if (DRIVERS.has(name) || SCRIPT.test(nameWord?.value ?? '')) return true;
  return /^(?:ba|da|a|z|k)?sh$/.test(name) && words.some(({ value }) => !value.startsWith('-') && SCRIPT.test(value));
}

const SCRIPT = /\.(?:ba|z)?sh$|^\.{0,2}\/(?:.*\/)?(?:build|compile|make|package|ci)$/;
