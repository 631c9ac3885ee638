import type { PackageInstall } from '../../model/installs/install';
import { hasArgument, readPositionals } from '../../model/shell/plain-arguments';
import type { PlainCommand, ShellScript, ShellWord } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findUnpinned } from '../unpinned';

export const go: Rule = {
  id: 'pinning/go',
  aliases: ['DL3062'],
  severity: 'off',
  strict: 'warning',
  hadolint: 'warning',
  about: { commands: ['go'] },
  summary: 'Give the tools that go install fetches a version.',
  why: `Outside a module, go install, go run and go get take a version behind @; @latest, or none at all, takes what is newest that day.
    Inside a module go.mod decides, so a package of the copied sources needs no version.`,
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.26
        RUN go install github.com/air-verse/air@latest
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ github.com/air-verse/air@latest has no version: the next build may install a different one.
      `,
      good: dockerfile`
        FROM golang:1.26
        RUN go install github.com/air-verse/air@v1.63.0
      `,
    },
  ],

  check: (build, settings) =>
    findUnpinned(build, settings, {
      packages: packagesOf,
      isFixed,
      plain: plainModules,
    }),
};

/**
 * Without a version, install and run take what go.mod says, or fail: only get asks for the newest then. Behind the package of run
 * stand its arguments.
 */
function packagesOf({ manager, verbName, packages }: PackageInstall): readonly ShellWord[] {
  if (manager.id !== 'go') return [];
  switch (verbName) {
    case 'get':
      return packages.filter(({ value }) => value.split('/', 1)[0]!.includes('.'));
    case 'install':
      return packages.filter(({ value }) => value.includes('@'));
    case 'run':
      return packages.slice(0, 1).filter(({ value }) => value.includes('@'));
    default:
      return [];
  }
}

function plainModules(command: PlainCommand, script: ShellScript): readonly ShellWord[] {
  if (command.name !== 'go') return [];
  const runs = script.plainCommands.some((one) => one.name === 'go' && hasArgument(one, 'run'));
  const positionals = readPositionals(command);
  if (runs) {
    if (!hasArgument(command, 'run')) return [];
    return positionals.slice(0, 2).filter(({ value }) => value !== 'run' && !isFixed(value));
  }
  if (!hasArgument(command, 'install', 'get')) return [];
  return positionals.filter(({ value }) => !['install', 'get', 'tool'].includes(value) && !isFixed(value));
}

function isFixed(value: string): boolean {
  if (value.startsWith('/') || value.startsWith('.')) return true;
  return value.includes('@') && !value.endsWith('@latest') && !value.endsWith('@none');
}
