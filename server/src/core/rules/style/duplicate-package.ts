import type { Build } from '../../model/build-types';
import type { PackageInstall } from '../../model/installs/install';
import type { ShellCommand, ShellWord } from '../../model/shell/shell-command';
import { removeWords } from '../../model/shell/shell-edits';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Fix, Rule } from '../rule';

export const duplicatePackage: Rule = {
  id: 'style/duplicate-package',
  severity: 'info',
  tag: 'unnecessary',
  about: { instructions: ['RUN'] },
  summary: 'Name each package of a stage once.',
  why: `A package that is installed already is not installed again, so its second mention says nothing and misleads whoever wants to take
    it out. The words must be the same, versions included, and come from the same package manager. Only what always runs counts:
    not what stands in a condition or is tried after a failure. Behind a step that removes packages, and for calls with flags that
    change where packages come from or go to, nothing is reported.`,
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl git curl
                                                          ^^^^ This package is installed already.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl git
      `,
    },
  ],

  check(build) {
    const findings: Finding[] = [];
    let stage = Number.NaN;
    let known: Known = new Map();
    let last: ShellCommand | undefined;
    for (const install of build.installs) {
      const { packages, instruction, command } = install;
      if (packages.length === 0) continue;
      if (instruction.stage !== stage) {
        stage = instruction.stage;
        known = new Map();
        last = undefined;
      }
      const lasting = isLasting(install);
      if (!lasting && packages.length === 1) continue;
      if (last && known.size > 0 && removesBetween(build, last, command)) known = new Map();
      findTwice(build, install, lasting ? known : new Map(), findings);
      if (lasting) last = command;
    }
    return findings;
  },
};

/** The first mention of each package, by who installs it. */
type Known = Map<string, Map<string, ShellWord>>;

function findTwice(build: Build, install: PackageInstall, all: Known, findings: Finding[]): void {
  const { manager, packages, command } = install;
  const installer = manager.kind === 'system' ? manager.id : `${manager.id} ${command.nameWord?.value ?? ''}`;
  let known = all.get(installer);
  if (!known) {
    known = new Map();
    all.set(installer, known);
  }
  const twice: ShellWord[] = [];
  for (const word of packages) {
    if (!word.literal) continue;
    const first = known.get(word.value);
    if (!first) known.set(word.value, word);
    else {
      twice.push(word);
      findings.push({
        at: word,
        message: 'This package is installed already.',
        related: [{ at: first, message: 'It is installed here.' }],
        fix: () => withoutWord(build, install, word, twice, packages.includes(first)),
      });
    }
  }
}

/** Flags of a call that change nothing about which packages are there afterwards. */
const PLAIN_FLAG =
  /^(?:-y|-yq+|-q+y?|--yes|--assume-yes|--assumeyes|--quiet|--no-install-recommends|--no-cache|--no-cache-dir|-U|--update-cache|--noconfirm|-n|--non-interactive|-g|--global|--no-progress|--allow-unauthenticated|--nodocs|--no-document|-f|--fix-missing|-V|--no-audit|--no-fund|--silent|--force-yes)$/;

/** Whether what a call installs is there for sure from then on, in the place where others of its kind put it. */
function isLasting({ manager, verbName, command, flags }: PackageInstall): boolean {
  const { nesting, quotedBy, script, statement } = command;
  if (nesting !== 'top' || quotedBy) return false;
  if (script.statements[statement]?.before === '||' || script.statements[statement + 1]?.before === '||') return false;
  if (verbName !== 'install' && verbName !== 'add' && !verbName.startsWith('-S')) return false;
  if (!flags.every(({ name }) => PLAIN_FLAG.test(name))) return false;
  return (
    manager.kind === 'system' || manager.id === 'pip' || flags.some(({ name }) => name === '-g' || name === '--global')
  );
}

const REMOVING = new Set('remove purge autoremove autopurge del erase uninstall rm un prune venv'.split(' '));

function removesBetween({ commands }: Build, after: ShellCommand, before: ShellCommand): boolean {
  for (const { start, name, arguments: words } of commands) {
    if (start <= after.start || start >= before.start) continue;
    if (name === 'virtualenv' || name === 'dpkg' || words.some(isRemoving)) return true;
  }
  return false;
}

function isRemoving({ value }: ShellWord): boolean {
  return value.startsWith('-') ? /^-R\w*$/.test(value) : REMOVING.has(value);
}

function withoutWord(
  { source }: Build,
  { command, packages }: PackageInstall,
  word: ShellWord,
  twice: readonly ShellWord[],
  inSameCall: boolean,
): Fix | undefined {
  if (twice.length === packages.length) return undefined;
  const edits = removeWords(source, command, [word]);
  // In between the lists may have come to offer another version.
  return edits && { title: 'Delete the second mention', edits, ...(inSameCall ? {} : { safety: 'unsafe' as const }) };
}
