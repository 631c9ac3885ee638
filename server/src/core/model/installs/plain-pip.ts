import { hasArgument } from '../shell/plain-arguments';
import type { PlainCommand } from '../shell/shell-command';

/** Whether a command is what hadolint takes for an installation by pip: pipx counts, pipenv does not. */
export function isPlainPipInstall(command: PlainCommand): boolean {
  const { name, arguments: words } = command;
  if (name.startsWith('pip')) return !name.startsWith('pipenv') && hasArgument(command, 'install');
  if (!name.startsWith('python')) return false;
  return words.some(
    ({ value }, index) => value === '-m' && words[index + 1]?.value === 'pip' && words[index + 2]?.value === 'install',
  );
}
