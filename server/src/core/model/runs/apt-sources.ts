import { findCommand } from '../../knowledge/commands';
import type { Build } from '../build-types';
import type { ShellCommand, ShellWord } from '../shell/shell-command';

/** What names something that decides which packages apt finds, or where it keeps what it found. */
const TOUCHY =
  /\/etc\/apt|\/(?:var\/(?:lib|cache)|usr\/lib|usr\/share)\/(?:apt|dpkg)|sources\.list|\.sources$|apt\.conf|keyring|\.gpg\b|add-architecture|\/etc\/ssl|proxy|resolv\.conf|preferences\.d/i;
/** Packages that bring sources or keys along, or settings of apt. */
const SOURCE_PACKAGES =
  /(?:^|[-_])(?:release|repo|repository|keyrings?|archive|sources?)(?:[-_=:]|$)|^apt(?:[=:]|$)|^apt-(?!utils|file|transport)|apt-config|chrome|^code\b|edge|brave|opera|vivaldi|slack|skype|teamviewer|dropbox|extrepo|netselect|auto-apt-proxy|squid-deb-proxy/;
/** Packages without which apt can't use some sources: those that are not plain HTTP, or signed. */
const FETCHERS = /^(?:ca-certificates|openssl|gnupg\d?|gpgv?|dirmngr|apt-transport-\w+)(?:[=:]|$)/;
const APT_VERBS =
  /^(?:install|reinstall|remove|purge|autoremove|auto-remove|upgrade|full-upgrade|dist-upgrade|build-dep|update)$/;
const DPKG_QUERIES =
  /^(?:--print-(?:foreign-)?architectures?|-[lsLS]|--list|--status|--listfiles|--search|--version|--configure)$/;

/** Images whose own sources are plain HTTP and whose keys are there. */
const PLAIN_SOURCES =
  /^(?:docker\.io\/)?(?:library\/)?(?:debian|ubuntu|buildpack-deps|node|python|pypy|ruby|golang|php|openjdk|eclipse-temurin|rust|gcc|perl|maven|gradle|erlang|elixir|haskell|swift)(?::|@|$)/;

/**
 * Whether apt may have other sources than a plain image brings, ones that it can use only with a package such as
 * `ca-certificates`: the Dockerfile says so above a command, or the base image is not known.
 */
export function hasOwnSources({ source, stages }: Build, { script, start }: ShellCommand): boolean {
  const root = stages[script.instruction.stage]?.root;
  if (root === undefined || !PLAIN_SOURCES.test(root)) return true;
  return /\/etc\/apt|sources\.list|apt-repository|apt-key|\|\s*(?:sudo\s+(?:-\w+\s+)*)?(?:ba)?sh\b/.test(
    source.text.slice(0, start),
  );
}

/**
 * Whether apt finds the same packages after a command as before, and its lists where they were.
 * @param ownSources as `hasOwnSources` tells
 */
export function keepsSources(build: Build, command: ShellCommand, ownSources: boolean): boolean {
  const { name, arguments: words } = command;
  if (name === 'apt-get' || name === 'apt') return installsPlainly(command, ownSources);
  if (name === 'dpkg')
    return words.length === 1 && DPKG_QUERIES.test(words[0]!.value) && words[0]!.value !== '--configure';
  if (wordsOf(command).some(({ value }) => TOUCHY.test(value))) return false;
  if (command.assignments.some((one) => /proxy|^APT|ssl/i.test(one.name))) return false;
  return isApart(build, command, '/var/lib/apt') && isApart(build, command, '/etc/apt');
}

function installsPlainly({ arguments: words, redirects, assignments }: ShellCommand, ownSources: boolean): boolean {
  const operands = words.filter(({ value }) => !value.startsWith('-'));
  if (redirects.some(({ target }) => TOUCHY.test(target?.value ?? ''))) return false;
  if (assignments.some(({ name }) => name !== 'DEBIAN_FRONTEND')) return false;
  const verb = operands.findIndex(({ value }) => APT_VERBS.test(value));
  // What stands before the verb are values of flags.
  if (verb === -1 || verb > 2) return false;
  return operands.slice(verb + 1).every(({ value }) => {
    if (!/^[a-z0-9][a-z0-9+.-]/.test(value) || value.includes('/') || value.endsWith('.deb')) return false;
    return !SOURCE_PACKAGES.test(value) && !(ownSources && FETCHERS.test(value));
  });
}

/** Commands that write where an operand says, which then has to be told. */
const WRITERS = new Set(
  'cp mv ln install rsync tar unzip 7z 7za jar cpio patch tee dd sed awk gawk sort curl wget git rm find chown chmod rmdir'.split(
    ' ',
  ),
);

/** Commands that unpack what they are given where they stand. */
const UNPACKERS = new Set(['tar', 'unzip', 'cpio', 'jar', '7z', '7za', 'patch', 'git']);

/**
 * Whether a command has nothing to do with a directory: it is known, does what it does where its words say, and none of them is
 * that directory, inside it or around it.
 */
export function isApart(build: Build, command: ShellCommand, place: string): boolean {
  const { name, nameWord, arguments: words, redirects } = command;
  if (
    redirects.some(
      ({ operator, target }) => operator.includes('>') && target !== undefined && !isElsewhere(target, place),
    )
  )
    return false;
  if (name === undefined) return nameWord === undefined;
  if (nameWord!.value.includes('/') && !/^(?:\/usr(?:\/local)?)?\/s?bin\/[^/]+$/.test(nameWord!.value)) return false;
  const install = build.installs.find((one) => one.command === command);
  if (install)
    return (
      install.manager.kind !== 'build' &&
      !install.needsSources &&
      !wordsOf(command).some(({ value }) => isNear(value, place))
    );
  const verb = words.find(({ value }) => !/^[-+]/.test(value))?.value;
  const knowledge = findCommand(name, verb);
  if (!knowledge || !/^(?:touches|carries|reads|fetches)$/.test(knowledge.deed)) return false;
  if (name === 'find' && words.some(({ value }) => /^-(?:exec|ok|delete)/.test(value))) return false;
  if (name === 'xargs' || name === 'crontab' || name === 'systemctl') return false;
  if (WRITERS.has(name) && words.some((word) => !isElsewhere(word, place))) return false;
  if (UNPACKERS.has(name) && !unpacksApart(build, command)) return false;
  return !words.some(({ value }) => isNear(value, place) && !(name === 'cd' && value === '/'));
}

function unpacksApart({ states }: Build, { script, arguments: words, name }: ShellCommand): boolean {
  const at = words.findIndex(({ value }) => /^(?:-C|-d|--directory)$/.test(value));
  const target = words[at + 1];
  if (at !== -1 && target) return target.value.startsWith('/') && !/^\/+(?:etc|var)?\/*$/.test(target.value);
  if (name === 'tar' && words.some(({ value }) => /^--(?:directory|absolute-names)|^-[a-zA-Z]*[PC]/.test(value)))
    return false;
  const { workdir, workdirSet } = states[script.instruction.index]!;
  const moved = script.commands.some((command) => command.name === 'cd' || command.name === 'pushd');
  return workdirSet && !moved && workdir !== undefined && !/^\/(?:etc|var)?$/.test(workdir);
}

/** Whether a word, as an operand that is written to, surely names something else than a directory or what lies around it. */
function isElsewhere({ value }: ShellWord, place: string): boolean {
  return !value.startsWith('${') && !value.includes('..') && !isNear(value, place);
}

/** Whether a word names a directory, something in it, or something that it lies in. */
function isNear(value: string, place: string): boolean {
  if (place.startsWith('~'))
    return value.includes(place.slice(2)) || /^(?:~|\/root|\/home)\/?\*?$|^\/\*?$/.test(value) || value === '${HOME}';
  if (value.includes(place.slice(1))) return true;
  if (!value.startsWith('/')) return false;
  const wild = value.search(/[*?[{]/);
  return wild === -1
    ? place.startsWith(value.endsWith('/') ? value : `${value}/`)
    : place.startsWith(value.slice(0, wild));
}

function wordsOf({ words, redirects }: ShellCommand): ShellWord[] {
  return [...words, ...redirects.flatMap(({ target }) => target ?? [])];
}
