import { hasArgument } from '../../model/shell/plain-arguments';
import { dockerfile } from '../../text/dockerfile';
import { deleteCommand } from '../deletable-command';
import type { Finding, Rule } from '../rule';

export const zypperDistUpgrade: Rule = {
  id: 'pinning/zypper-dist-upgrade',
  aliases: ['DL3035'],
  severity: 'warning',
  hadolint: 'warning',
  about: { commands: ['zypper'] },
  summary: 'Take a newer base image instead of zypper dist-upgrade.',
  why: `dist-upgrade may remove packages and bring new ones, up to another release of the distribution, so what is in the image depends
    on the day of the build; and every file that it replaces is in the image twice.`,
  fixable: { safety: 'unsafe', because: 'The image then has the packages as the base image brings them.' },
  examples: [
    {
      bad: dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper dist-upgrade -y && zypper install -y httpd=2.4.58
            ^^^^^^^^^^^^^^^^^^^^^^ The whole distribution is upgraded to what is newest on the day of the build.
      `,
      good: dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper install -y httpd=2.4.58
      `,
    },
  ],

  check(build, { hadolint }) {
    const found: Finding[] = [];
    if (!build.source.text.includes('zypper')) return found;
    for (const script of [...build.scripts, ...build.onbuildScripts]) {
      for (const plain of script.plainCommands) {
        if (plain.name !== 'zypper' || !hasArgument(plain, 'dist-upgrade', 'dup')) continue;
        const command = script.commands.find(({ start, end }) => start === plain.start && end === plain.end);
        found.push({
          at: plain,
          message: 'The whole distribution is upgraded to what is newest on the day of the build.',
          fix: () => command && deleteCommand(build, command, 'Delete zypper dist-upgrade'),
        });
        if (hadolint) break;
      }
    }
    return found;
  },
};
