import { nameOf } from '../../knowledge/images/image-paths';
import type { Build, Stage } from '../../model/build-types';
import type { ShellCommand } from '../../model/shell/shell-command';
import { readContainerStart } from '../../model/stages/container-start';
import { startLeavesRoot } from '../../model/stages/leaving-root';
import { type MadeUser, usersMadeIn } from '../../model/stages/made-users';
import { notForShipping } from '../../model/stages/shipping';
import { readFinalUser } from '../../model/stages/user';
import { insertBeforeStart } from '../../model/stages/user-lines';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const userCreatedUnused: Rule = {
  id: 'security/user-created-unused',
  aliases: ['tally/user-created-but-never-used'],
  severity: 'warning',
  summary: 'Switch to the user that you create.',
  why: `A user that is created and never switched to is nearly always a forgotten USER: the container still runs as root. Left alone are
    users that own files (chown, --chown), that commands name (su, gosu, a line of a configuration), stages for developers by their name, starts that leave root by
    themselves, and images that run as somebody else anyway.`,
  fixable: { safety: 'unsafe', because: 'The program may need rights that only root has.' },
  about: { commands: ['adduser', 'useradd'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN useradd --create-home app
                                  ^^^ The user app is created, but nothing switches to it: the container runs as root.
        COPY server /usr/local/bin/
        CMD ["server"]
      `,
      good: dockerfile`
        FROM debian:12
        RUN useradd --create-home app
        COPY server /usr/local/bin/
        USER app
        CMD ["server"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const stage = build.stages.at(-1);
    if (!stage || notForShipping(build, stage)) return found;
    const made = usersMadeIn(build, stage);
    if (made.length === 0 || !readFinalUser(build, stage).root) return found;
    // One of several users may be the one that is switched to at the start.
    if (made.some((user) => isNamedElsewhere(build, stage, user))) return found;
    const { word, name } = made[0]!;
    if (isDaemons(build, stage, name) || startLeavesRoot(build, stage) !== false) return found;
    found.push({
      at: word,
      message: `The user ${name} is created, but nothing switches to it: the container runs as root.`,
      related: [{ at: stage.from.image, message: 'What is started on this image runs as root.' }],
      fix() {
        const after = readFinalUser(build, stage).instruction?.index ?? -1;
        const edit = insertBeforeStart(build, stage, [`USER ${name}`], after);
        return edit && { title: `Switch to ${name}`, edits: [edit] };
      },
    });
    return found;
  },
};

/** Users that servers of the name go over to when they have their ports. */
const DAEMONS = new Set(
  `apache avahi bind chrony clamav dnsmasq dovecot exim haproxy httpd lighttpd memcache memcached mongodb mosquitto mysql named nginx
  nobody ntp openvpn postfix postgres proftpd rabbitmq redis squid sshd syslog tor unbound varnish vsftpd www www-data`.split(
    /\s+/,
  ),
);

const LEAVES = /\b(?:gosu|su-exec)\b/;

/**
 * Whether a program that starts as root goes over to the user by itself: the daemon of that name, a server for people who log in, or
 * one that is started by what the image brings for the purpose.
 */
function isDaemons(build: Build, stage: Stage, name: string): boolean {
  if (DAEMONS.has(name)) return true;
  const { programs } = readContainerStart(build, stage);
  if (programs.some((program) => nameOf(program.name) === 'sshd')) return true;
  return LEAVES.test(build.source.text);
}

/** Commands that say what a user is, not what is done as that user. */
const ACCOUNTS = new Set(
  'addgroup adduser useradd usermod groupadd gpasswd passwd chpasswd chage chsh mkdir id getent grep'.split(' '),
);

function isNamedElsewhere(build: Build, stage: Stage, { name, command }: MadeUser): boolean {
  if (name === '') return true;
  const names = new RegExp(`(?<![\\w/.-])${name.replace(/[^\w]/g, '\\$&')}(?![\\w/.-])`);
  for (let at: Stage | undefined = stage; at; at = at.parent) {
    if (at.instructions.some((instruction) => namesUser(instruction, names))) return true;
  }
  return build.commands.some(
    (one) =>
      one !== command &&
      !ACCOUNTS.has(one.name ?? '') &&
      !(one.name === 'echo' && !isConfiguration(one)) &&
      one.words.some(({ value }, index) => index > 0 && names.test(value)),
  );
}

/** Whether a text is written somewhere, other than the user's password and what the user may do by sudo. */
function isConfiguration({ redirects, words }: ShellCommand): boolean {
  return redirects.length > 0 && !words.some(({ value }) => /\bALL\b|^[\w-]+:[^:]+$/.test(value));
}

function namesUser({ keyword, flags, words }: Instruction, names: RegExp): boolean {
  switch (keyword) {
    case 'COPY':
    case 'ADD':
      return flags.some(({ name, value }) => name === 'chown' && value !== undefined && names.test(value.value));
    case 'USER':
      return words.some(({ value }) => names.test(value));
    case 'CMD':
    case 'ENTRYPOINT':
      return words.some(({ value }, index) => index > 0 && names.test(value));
    default:
      return false;
  }
}
