import type { PackageInstall } from '../../model/installs/install';
import { isPlainPipInstall } from '../../model/installs/plain-pip';
import { hasArgument, hasFlag, readPositionals } from '../../model/shell/plain-arguments';
import type { PlainCommand, ShellWord } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findUnpinned } from '../unpinned';

export const pip: Rule = {
  id: 'pinning/pip',
  aliases: ['DL3013'],
  severity: 'off',
  strict: 'warning',
  hadolint: 'warning',
  about: { managers: ['pip'] },
  summary: 'Give the packages that pip installs a version.',
  why: `Without a version, a build takes the newest release of the package and of everything it needs, so an image that worked
    yesterday may break today although nobody changed a line. A requirements file with versions, or with hashes, covers the whole
    tree; a constraints file (-c) does too.`,
  examples: [
    {
      bad: dockerfile`
        FROM python:3.13-slim
        RUN pip install --no-cache-dir flask gunicorn==23.0.0
                                       ^^^^^ flask has no version: the next build may install a different one.
      `,
      good: dockerfile`
        FROM python:3.13-slim
        RUN pip install --no-cache-dir flask==3.1.2 gunicorn==23.0.0
      `,
    },
  ],

  check: (build, settings) =>
    findUnpinned(build, settings, {
      packages: packagesOf,
      isFixed: (value) => isFixed(value) || isLocal(value),
      plain(command) {
        if (!isPlainPipInstall(command) || isExempt(command)) return [];
        const positionals = readPositionals(command, VALUE_FLAGS);
        const install = positionals.findIndex(({ value }) => value === 'install');
        return positionals.slice(install + 1).filter(({ value }) => !isFixed(value));
      },
    }),
};

/** Flags whose value hadolint knows to stand in the next word. */
const VALUE_FLAGS =
  `abi b build e editable extra-index-url f find-links i index-url implementation no-binary only-binary platform
  prefix progress-bar proxy python python-version root root-user-action src t target trusted-host upgrade-strategy`.split(
    /\s+/,
  );

function isExempt(command: PlainCommand): boolean {
  return hasFlag(command, 'constraint', 'c') || hasArgument(command, '-r', '--requirement', '.');
}

/** A requirements or constraints file, or the project itself, says more than the command line. */
function packagesOf({ manager, verbName, packages, flags, manifestWords }: PackageInstall): readonly ShellWord[] {
  if ((manager.id !== 'pip' && manager.id !== 'pipx') || verbName !== 'install') return [];
  const listed = flags.some(({ name }) => /^(?:-c|--constraint|-r|--requirement)/.test(name));
  return listed || manifestWords.some(({ value }) => value === '.') ? [] : packages;
}

const VERSION_SIGNS = /[<>=]=|[<>]|!=|~=/;
const VCS = /^(?:git|hg|svn|bzr)(?:\+[a-z-]+)?:\/\//;

function isFixed(value: string): boolean {
  if (VERSION_SIGNS.test(value) || /\.(?:whl|tar\.gz)$/.test(value)) return true;
  return VCS.test(value) ? value.includes('@') : value.includes('/');
}

/** A project of the build context (`.[dev]`), or another kind of archive. */
function isLocal(value: string): boolean {
  return value.startsWith('.') || /\.(?:zip|tar\.bz2|tgz)$/.test(value);
}
