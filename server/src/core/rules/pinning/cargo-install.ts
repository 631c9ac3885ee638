import type { PackageInstall } from '../../model/installs/install';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';
import { findUnpinned } from '../unpinned';

export const cargoInstall: Rule = {
  id: 'pinning/cargo-install',
  severity: 'off',
  strict: 'info',
  about: { commands: ['cargo'] },
  summary: 'Give cargo install a version and --locked.',
  why: `cargo install takes the newest release of a program. Even of a given one it builds with the newest dependencies that fit, not with
    those that its author tested: --locked makes it use the lock file that the program ships.`,
  fixable: { safety: 'unsafe', because: 'The program is then built with other dependencies, those of its lock file.' },
  examples: [
    {
      bad: dockerfile`
        FROM rust:1.91
        RUN cargo install cargo-chef@0.1.73
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cargo install passes over the lock file of what it builds, and takes the newest of all dependencies.
      `,
      good: dockerfile`
        FROM rust:1.91
        RUN cargo install --locked cargo-chef@0.1.73
      `,
    },
    {
      bad: dockerfile`
        FROM rust:1.91
        RUN cargo install --locked ripgrep
                                   ^^^^^^^ ripgrep has no version: the next build may install a different one.
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    found.push(...findUnpinned(build, settings, { packages: unversioned, isFixed: (value) => value.includes('@') }));
    for (const install of build.installs) {
      if (install.manager.id !== 'cargo' || install.verbName !== 'install' || hasFlag(install, '--list')) continue;
      if (hasFlag(install, '--locked', '--frozen')) continue;
      const fix = addLocked(install);
      found.push({
        at: install.command,
        message: 'cargo install passes over the lock file of what it builds, and takes the newest of all dependencies.',
        ...(fix ? { fix } : {}),
      });
    }
    return found;
  },
};

function hasFlag({ flags }: PackageInstall, ...names: readonly string[]): boolean {
  return flags.some(({ name }) => names.includes(name));
}

/** The programs without a version; of a repository a commit or tag is one. */
function unversioned(install: PackageInstall) {
  if (install.manager.id !== 'cargo' || install.verbName !== 'install') return [];
  if (hasFlag(install, '--version', '--vers', '--path', '--rev', '--tag', '--list')) return [];
  // `--git URL` with nothing else names no program.
  const git = install.flags.find(({ name }) => name === '--git');
  return install.packages.length === 0 && git?.valueWord ? [git.valueWord] : install.packages;
}

function addLocked({ verb, command }: PackageInstall): Fix | undefined {
  if (!verb || command.quotedBy || command.script.form === 'exec') return undefined;
  return { title: 'Add --locked', edits: [insert(verb.end, ' --locked')] };
}
