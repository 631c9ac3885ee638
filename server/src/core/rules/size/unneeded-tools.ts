import { packageName } from '../../knowledge/system-packages/package-roles';
import type { Build, Stage } from '../../model/build-types';
import type { PackageInstall } from '../../model/installs/install';
import { keptPackages } from '../../model/installs/kept-packages';
import type { ShellWord } from '../../model/shell/shell-command';
import { removeWords } from '../../model/shell/shell-edits';
import { notForShipping } from '../../model/stages/shipping';
import { dockerfile } from '../../text/dockerfile';
import { enumerate } from '../../text/enumerate';
import type { Finding, Fix, Rule } from '../rule';

export const unneededTools: Rule = {
  id: 'size/unneeded-tools',
  severity: 'off',
  strict: 'hint',
  summary: 'Leave editors, manuals and network tools out of the image that ships.',
  why: `What people look around with in a container is of no use to the program in it: it takes room, needs updates, and serves whoever
    breaks in. "docker debug", "kubectl debug" and a volume with tools bring it when it is wanted. Stages for developers, by their
    name, and what the same RUN removes again are left alone.`,
  fixable: { safety: 'unsafe', because: 'Something in the container may call the tool.' },
  about: { commands: ['apt-get', 'apt', 'aptitude', 'apk', 'dnf', 'microdnf', 'yum', 'zypper', 'pacman'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends vim libpq5 telnet
                                                                         ^^^ vim and telnet are for looking around, not for what the container runs.
        CMD ["app"]
      `,
      good: dockerfile`
        FROM debian:12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends libpq5
        CMD ["app"]
      `,
    },
  ],

  check(build, { targets }) {
    const findings: Finding[] = [];
    if (!build.installs.some(namesTool)) return findings;
    for (const stage of endsOf(build, targets)) {
      if (notForShipping(build, stage) !== undefined) continue;
      for (const { install, names } of keptPackages(build, stage)) {
        const found = install.packages.filter(({ value }) => names.includes(value) && isTool({ value }));
        if (found.length === 0) continue;
        const is = found.length === 1 ? 'is' : 'are';
        findings.push({
          at: found[0]!,
          message: `${enumerate(found.map(({ value }) => packageName(value)))} ${is} for looking around, not for what the container runs.`,
          related: found.slice(1).map((at) => ({ at, message: 'This is one of them.' })),
          fix: () => leaveOut(build, install, found),
        });
      }
    }
    return findings;
  },
};

/** The stages that images are made of: the last one, and those that are built by name on something else. */
function endsOf({ stages }: Build, targets: readonly string[]): readonly Stage[] {
  const last = stages.at(-1);
  const named = stages.filter((stage) => stage !== last && stage.name !== undefined && targets.includes(stage.name));
  return last ? [...named, last] : named;
}

const TOOLS = new Set(
  `emacs emacs-nox gdb htop inetutils-ping inetutils-telnet iputils iputils-ping joe less man man-db mandoc manpages nano net-tools nmap
  openssh-client openssh-clients busybox-extras strace tcpdump telnet traceroute vim vim-enhanced vim-minimal vim-nox vim-tiny`.split(
    /\s+/,
  ),
);

function namesTool({ manager, packages }: PackageInstall): boolean {
  return manager.kind === 'system' && packages.some(isTool);
}

function isTool({ value }: { readonly value: string }): boolean {
  return TOOLS.has(packageName(value));
}

function leaveOut(
  { source }: Build,
  { command, packages }: PackageInstall,
  found: readonly ShellWord[],
): Fix | undefined {
  const edits = found.length < packages.length ? removeWords(source, command, found) : undefined;
  return edits && { title: `Do not install ${enumerate(found.map(({ value }) => packageName(value)))}`, edits };
}
