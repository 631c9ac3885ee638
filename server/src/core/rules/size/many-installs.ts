import type { Build, Stage } from '../../model/build-types';
import type { PackageInstall } from '../../model/installs/install';
import { isOpaque } from '../../model/installs/package-lists';
import { cutRow, mergeRow } from '../../model/runs/merge-rows';
import type { ShellScript } from '../../model/shell/shell-command';
import { lineNumber } from '../../model/syntax/blocks';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { table } from '../../text/table';
import { ships } from '../per-run';
import type { Finding, Fix, Rule } from '../rule';

export const manyInstalls: Rule = {
  id: 'size/many-installs',
  aliases: ['ruleMoreThanOneInstall'],
  severity: 'off',
  strict: 'hint',
  summary: 'Install system packages in one RUN.',
  why: `Each RUN that installs fetches package lists and metadata again, rewrites the package database into a layer of its own, and has to
    clean up after itself. It is reported where a stage has two such RUNs that do nothing else, and nothing stands between them that
    the second needs: no other repository or key, no change of the user or the shell, and no program that nobody knows.`,
  fixable: {
    safety: 'unsafe',
    because: 'The two are then cached as one: a change of either list installs both again.',
  },
  about: { commands: ['apt-get', 'apt', 'aptitude', 'apk', 'dnf', 'microdnf', 'yum', 'zypper', 'pacman'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl
        RUN apt-get install -y git
            ^^^^^^^^^^^^^^^^^^^^^^ Line 2 installs system packages, too: one RUN can install them all.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl && \
            apt-get install -y git
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    if (build.installs.length < 2) return found;
    const installs = new Map<number, PackageInstall>();
    for (const install of build.installs) {
      const { manager, instruction } = install;
      if (manager.kind === 'system' && !installs.has(instruction.index) && !isUpgrade(install)) {
        installs.set(instruction.index, install);
      }
    }
    if (installs.size < 2) return found;
    const scripts = new Map<number, ShellScript>();
    for (const script of build.scripts) scripts.set(script.instruction.index, script);
    for (const stage of build.stages) {
      let earlier: PackageInstall | undefined;
      for (const instruction of stage.instructions) {
        const install = installs.get(instruction.index);
        const script = scripts.get(instruction.index);
        if (install && script && isPure(script)) {
          if (earlier && family(earlier) === family(install) && !readsBetween(build, script, earlier)) {
            const { instruction: first } = earlier;
            found.push({
              at: install.command,
              message: `Line ${lineNumber(build.source, first)} installs system packages, too: one RUN can install them all.`,
              related: [{ at: earlier.command, message: 'This is the other one.' }],
              ...(ships(build, settings, stage.index) ? {} : { minor: true }),
              fix: () => merge(build, stage, scripts.get(first.index)!, script),
            });
          }
          earlier = install;
        } else if (earlier && !isPassable(instruction, script)) earlier = undefined;
      }
    }
    return found;
  },
};

/** Whether it installs nothing new. */
function isUpgrade({ verbName }: PackageInstall): boolean {
  return verbName.includes('upgrade') || verbName.startsWith('update');
}

const FAMILIES: Readonly<Record<string, string>> = table({
  apt: 'apt-get',
  aptitude: 'apt-get',
  microdnf: 'dnf',
  yum: 'dnf',
});

function family({ manager }: PackageInstall): string {
  return FAMILIES[manager.id] ?? manager.id;
}

const PACKAGE_COMMANDS = new Set(
  'apk apt apt-get aptitude dnf microdnf yum zypper pacman rm set true echo export : find ln'.split(' '),
);

/** Whether a RUN does nothing but to work with packages, and to clean up. */
function isPure({ commands, broken, instruction }: ShellScript): boolean {
  return (
    !broken &&
    instruction.mounts.every(({ type }) => type === 'cache' || type === 'tmpfs') &&
    commands.every(
      ({ name, redirects, arguments: words }) =>
        name !== undefined &&
        PACKAGE_COMMANDS.has(name) &&
        redirects.every(({ target }) => !target || /^\/dev\/|^[&\d]/.test(target.value)) &&
        !words.some(
          ({ value }) => REPOSITORIES.test(value) || /^(?:del|remove|purge|autoremove|config-manager)$/.test(value),
        ),
    )
  );
}

/** Words about where packages come from. */
const REPOSITORIES =
  /^\/etc\/(?:apt|apk|yum|dnf|zypp|pacman)|sources\.list|\.repo$|repositories|keyring|\.(?:deb|rpm|apk|asc|gpg|key)$|-release(?:-|$)|^epel|config-manager|addrepo|^https?:/;

/** Whether an instruction between two RUNs is none that the second could need. */
function isPassable(instruction: Instruction, script: ShellScript | undefined): boolean {
  switch (instruction.keyword) {
    case 'ARG':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'ENV':
    case 'EXPOSE':
    case 'HEALTHCHECK':
    case 'LABEL':
    case 'MAINTAINER':
    case 'STOPSIGNAL':
    case 'VOLUME':
    case 'WORKDIR':
      return true;
    case 'COPY':
    case 'ADD':
      return (
        instruction.sources.length > 0 &&
        !instruction.words.some(
          ({ value }) => REPOSITORIES.test(value) || /^\/(?:etc\/?)?$/.test(value) || /\.list$|\.sources$/.test(value),
        )
      );
    case 'RUN':
      return (
        script !== undefined &&
        !script.broken &&
        script.commands.length > 0 &&
        !script.commands.some(
          (command) =>
            isOpaque(command) ||
            CHANGES_PACKAGES.has(command.name ?? '') ||
            [...command.words, ...command.redirects.flatMap(({ target }) => target ?? [])].some(({ value }) =>
              REPOSITORIES.test(value),
            ),
        )
      );
    default:
      return false;
  }
}

const CHANGES_PACKAGES = new Set(
  'apk apt apt-get apt-key add-apt-repository aptitude curl dnf dpkg gpg microdnf pacman rpm wget yum zypper'.split(
    ' ',
  ),
);

/** Whether a RUN reads a variable that is set behind an earlier one. */
function readsBetween(
  { states }: Build,
  { commands, instruction }: ShellScript,
  { instruction: earlier }: PackageInstall,
): boolean {
  const { scope } = states[instruction.index]!;
  return commands.some(({ words }) =>
    words.some(({ variables }) =>
      variables.some((name) => (scope.lookup(name)?.declaration?.index ?? -1) > earlier.index),
    ),
  );
}

/** One RUN of two that stand next to each other. */
function merge(build: Build, stage: Stage, first: ShellScript, second: ShellScript): Fix | undefined {
  const at = stage.instructions.indexOf(first.instruction);
  if (stage.instructions[at + 1] !== second.instruction) return undefined;
  const rows = cutRow(build, [first, second]);
  if (rows.length !== 1) return undefined;
  const { edits, notes } = mergeRow(build, [first, second]);
  return { title: 'Merge the two RUNs', edits, ...(notes.length > 0 ? { notes } : {}) };
}
