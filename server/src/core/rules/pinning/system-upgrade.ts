import type { PackageInstall } from '../../model/installs/install';
import { dockerfile } from '../../text/dockerfile';
import { deleteCommand } from '../deletable-command';
import type { Finding, Rule } from '../rule';

export const systemUpgrade: Rule = {
  id: 'pinning/system-upgrade',
  severity: 'off',
  strict: 'info',
  about: { managers: ['apk', 'apt', 'apt-get', 'dnf', 'microdnf', 'pacman', 'yum', 'zypper'] },
  summary: 'Take a newer base image instead of upgrading all packages in the build.',
  why: `An upgrade of everything makes the image depend on the day of the build, and every file that it replaces is in the image twice.
    Some do it on purpose, to have security fixes before the next base image is out: that is why this is left to the strict preset.`,
  fixable: { safety: 'unsafe', because: 'The image then has the packages as the base image brings them.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get upgrade -y && apt-get install -y curl
                              ^^^^^^^^^^^^^^^^^^ Every package is upgraded to what is newest on the day of the build.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const install of build.installs) {
      if (!isUpgrade(install)) continue;
      const { command, verb } = install;
      const title = `Delete ${command.name} ${verb?.value ?? ''}`.trimEnd();
      const fix = refreshes(install) ? undefined : deleteCommand(build, command, title);
      found.push({
        at: command,
        message: 'Every package is upgraded to what is newest on the day of the build.',
        ...(fix ? { fix } : {}),
      });
    }
    return found;
  },
};

function isUpgrade({ manager, verbName, packages, verb, flags }: PackageInstall): boolean {
  if (packages.length > 0 || flags.some(({ name }) => HARMLESS.test(name))) return false;
  switch (manager.id) {
    case 'apt-get':
    case 'apt':
    case 'apk':
    case 'yum':
    case 'dnf':
    case 'microdnf':
      return verbName === 'upgrade';
    case 'zypper':
      return verbName === 'update' || verbName === 'patch';
    case 'pacman':
      return /^-S\w*u/.test(verb?.value ?? '') || flags.some(({ name }) => name === '--sysupgrade');
    default:
      return false;
  }
}

/** Flags with which nothing is installed. */
const HARMLESS = /^(?:-s|-n|--simulate|--just-print|--dry-run|--no-act|--download-only|--downloadonly|--print-uris)$/;

/** Whether it fetches the package lists too, which later installs may need. */
function refreshes({ manager, flags, verb }: PackageInstall): boolean {
  if (manager.id === 'pacman')
    return /^-S\w*y/.test(verb?.value ?? '') || flags.some(({ name }) => name === '--refresh');
  return manager.id === 'apk' && flags.some(({ name }) => /^(?:-\w*U|--update(?:-cache)?)/.test(name));
}
