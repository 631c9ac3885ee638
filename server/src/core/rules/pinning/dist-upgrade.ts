import { dockerfile } from '../../text/dockerfile';
import { deleteCommand } from '../deletable-command';
import type { Finding, Rule } from '../rule';

export const distUpgrade: Rule = {
  id: 'pinning/dist-upgrade',
  aliases: ['DS024'],
  severity: 'warning',
  about: { commands: ['apt', 'apt-get'] },
  summary: 'Take a newer base image instead of upgrading the distribution in the build.',
  why: `dist-upgrade may remove packages and bring new ones to satisfy the rest, so what is in the image depends on the day of the build;
    and every file that it replaces is in the image twice. A newer base image gives the same fixes.`,
  fixable: { safety: 'unsafe', because: 'The image then has the packages as the base image brings them.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get dist-upgrade -y && apt-get install -y curl
                              ^^^^^^^^^^^^^^^^^^^^^^^ The whole distribution is upgraded to what is newest on the day of the build.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const command of build.commands) {
      if (command.name !== 'apt-get' && command.name !== 'apt') continue;
      const verb = command.arguments.find(({ value }) => value === 'dist-upgrade' || value === 'full-upgrade');
      if (!verb || command.arguments.some(({ value }) => HARMLESS.test(value))) continue;
      const fix = deleteCommand(build, command, `Delete ${command.name} ${verb.value}`);
      found.push({
        at: command,
        message: 'The whole distribution is upgraded to what is newest on the day of the build.',
        ...(fix ? { fix } : {}),
      });
    }
    return found;
  },
};

/** Flags with which nothing is installed. */
const HARMLESS = /^(?:-[a-z]*[sd]|--(?:simulate|just-print|dry-run|recon|no-act|download-only|print-uris))$/;
