import { findCommand } from '../../knowledge/commands';
import { hasUser } from '../../knowledge/images/image-users';
import type { Build, Stage } from '../../model/build-types';
import type { ShellCommand } from '../../model/shell/shell-command';
import { bringsAccounts } from '../../model/stages/accounts-file';
import { insertLine } from '../../model/stages/arg-line';
import { baseImageOf } from '../../model/stages/base-image';
import { usersMadeIn } from '../../model/stages/made-users';
import { type NamedOwner, namedOwners } from '../../model/stages/named-owners';
import { imageName, readUser } from '../../model/stages/user';
import { userCommand } from '../../model/stages/user-lines';
import { dockerfile } from '../../text/dockerfile';
import { table } from '../../text/table';
import type { Finding, Fix, Rule } from '../rule';

export const userUnknown: Rule = {
  id: 'correctness/user-unknown',
  severity: 'warning',
  summary: 'Name users that the image has.',
  why: `A RUN or a container whose USER is not in /etc/passwd does not start, and --chown to such a name ends the build or leaves the files to
    root. Reported are names that neither the base image (the common distributions and languages, whose users are known) nor a
    useradd or adduser above brings. Where the file does things that may make users, such as a script of its own, a package
    that bears the name or one that may bring a user, or a change of /etc/passwd, it is left alone.`,
  fixable: { safety: 'unsafe', because: 'The image gets a user.' },
  about: { instructions: ['ADD', 'COPY', 'USER'], texts: ['chown', 'user'] },
  examples: [
    {
      bad: dockerfile`
        FROM python:3.13-alpine
        COPY . /app
        USER app
             ^^^ Neither python nor this file has a user app.
        CMD ["python", "/app/main.py"]
      `,
      good: dockerfile`
        FROM python:3.13-alpine
        COPY . /app
        RUN adduser -D app
        USER app
        CMD ["python", "/app/main.py"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const told = new Set<string>();
    for (const owner of namedOwners(build)) {
      const { user, instruction } = owner;
      const stage = build.stages[instruction.stage];
      if (!stage || stage.os === 'windows' || user === '' || /^\d+$/.test(user)) continue;
      const image = baseImageOf({ ...stage, base: stage.root });
      if (hasUser(imageName(stage), image.distro, user) !== false || mayExist(build, stage, instruction.index, user))
        continue;
      const key = `${stage.index} ${user}`;
      if (told.has(key)) continue;
      told.add(key);
      found.push({
        at: owner.at,
        message: `Neither ${image.repository} nor this file has a user ${user}.`,
        fix: () => makeUser(build, stage, owner),
      });
    }
    return found;
  },
};

/** Whether something above makes the user, or may. */
function mayExist(build: Build, stage: Stage, before: number, user: string): boolean {
  if (usersMadeIn(build, stage, before).some(({ name }) => name === '' || name === user)) return true;
  if (bringsAccounts(build, stage, 'passwd', before)) return true;
  return (
    build.commands.some((command) => {
      const { index, stage: at } = command.script.instruction;
      return index < before && isInChain(stage, at) && mayMake(command, user);
    }) || hasOtherScript(build, stage, before)
  );
}

function isInChain(stage: Stage, index: number): boolean {
  for (let at: Stage | undefined = stage; at; at = at.parent) if (at.index === index) return true;
  return false;
}

/** A RUN that can't be read may do anything. */
function hasOtherScript(build: Build, stage: Stage, before: number): boolean {
  return build.scripts.some(
    ({ instruction, broken }) => broken && instruction.index < before && isInChain(stage, instruction.stage),
  );
}

const OWN_USERS = new Set(['useradd', 'adduser']);
const MAKERS = new Set([
  'usermod',
  'newusers',
  'make',
  'ansible-playbook',
  'dpkg',
  'rpm',
  'gdebi',
  'sysusers',
  'systemd-sysusers',
  'ninja',
  'vipw',
  'xargs',
  'eval',
]);

function mayMake({ name, nameWord, words, redirects, arguments: rest }: ShellCommand, user: string): boolean {
  if (name === undefined) return words.length > 0;
  // Those of a known name are looked at by themselves.
  if (OWN_USERS.has(name)) return false;
  if (MAKERS.has(name) || /(?:^|\/)[^/]*\//.test(nameWord!.value.replace(/^\/(?:usr\/)?(?:local\/)?s?bin\//, '')))
    return true;
  const verb = rest.find(({ value }) => !value.startsWith('-'))?.value;
  const known = findCommand(name, verb);
  if (!known || (known.deed === 'runs' && !isInline(rest.map(({ value }) => value)))) return true;
  if (redirects.some(({ target }) => target?.value.includes('/etc/passwd'))) return true;
  if (words.some(({ value }) => value.includes('/etc/passwd'))) return true;
  return known.system === true && rest.some(({ value }) => isPackageOf(value.toLowerCase(), user.toLowerCase()));
}

/** `python -c '…'`, `python -m pip`, `sh -c '…'`: no script that could do other things than can be read. */
function isInline(words: readonly string[]): boolean {
  return words.length === 0 || words.some((word) => /^-[a-z]*[cm]$/.test(word) || word === '--version');
}

/** Names that packages of other names make. */
const BROUGHT: Readonly<Record<string, RegExp>> = table({
  'debian-exim': /^exim/,
  apache: /^httpd/,
  git: /^(?:gitolite|gitea|gogs|cgit)/,
  messagebus: /^dbus/,
  mysql: /^(?:mysql|mariadb|percona)/,
  sshd: /^openssh/,
  systemd: /^systemd/,
  'www-data': /^(?:apache|nginx|php|lighttpd|httpd)/,
  www: /^(?:nginx|openresty)/,
});

function isPackageOf(name: string, user: string): boolean {
  if (name.startsWith('-') || /^(?:install|add|update)$/.test(name)) return false;
  // A local package or one in a variable may be anything.
  if (/\$\{|\.(?:deb|rpm|apk)$|^@/.test(name)) return true;
  const stem = name.replace(/[=<>~:].*$/, '').split(/[-\d.]/)[0]!;
  return (
    (stem.length > 1 && user.includes(stem)) ||
    name.includes(user.replace(/^_/, '')) ||
    BROUGHT[user]?.test(name) === true
  );
}

function makeUser(build: Build, stage: Stage, { instruction, user, group }: NamedOwner): Fix | undefined {
  const { shell } = build.states[instruction.index]!;
  const command = userCommand(stage, user);
  // One that is made later on would be made twice.
  if (usersMadeIn(build, stage).some(({ name }) => name === user)) return undefined;
  if (!command || shell.dialect !== 'posix' || !readUser(build, instruction).root) return undefined;
  if ((group !== undefined && group !== user && !/^\d+$/.test(group)) || !/^[a-z_][\w-]*$/.test(user)) return undefined;
  return { title: `Make the user ${user}`, edits: [insertLine(build, instruction, `RUN ${command}`)] };
}
