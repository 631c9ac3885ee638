import type { PackageInstall } from '../installs/install';
import type { CommandFacts } from '../multi-stage/runs';

/** The words that name a command in a message: `apt-get install`, `git clone`, `./build.sh`. */
export function titleOf({ command, install }: CommandFacts): string {
  const called = command.nameWord?.value.startsWith('./') ? command.nameWord.value : (command.name ?? 'a command');
  // `python -m pip` is spoken of as pip.
  const name = install?.manager.module && /^py/.test(called) ? install.manager.module : called;
  const first = command.arguments.find(({ value }) => !value.startsWith('-'));
  const verb = install
    ? verbOf(install)
    : first && /^[a-z][a-z-]{1,20}$/.test(first.value) && TAKES_VERB.has(name)
      ? first.value
      : undefined;
  return verb ? `${name} ${verb}` : name;
}

function verbOf({ verb, verbName }: PackageInstall): string | undefined {
  return verbName.includes(' ') ? verbName : verb?.value;
}

const TAKES_VERB = new Set(
  ['apt', 'apt-get', 'aptitude', 'apk', 'yum', 'dnf', 'microdnf', 'git', 'svn', 'hg', 'go', 'gem', 'pecl'].concat([
    'pear',
    'npm',
    'yarn',
    'pnpm',
    'cargo',
    'rustup',
    'dotnet',
    'mix',
    'composer',
    'luarocks',
    'mvn',
    'gradle',
    'zypper',
  ]),
);
