import type { Ecosystem, Step } from '../../knowledge/ecosystem';
import { isWithin, nameOf, toPath } from '../../knowledge/images/image-paths';
import type { PackageInstall } from '../installs/install';
import { findManager } from '../installs/installs';
import type { ShellCommand } from '../shell/shell-command';
import type { StageProject } from './project';
import type { CommandFacts } from './runs';

/** What a command of a RUN leaves behind, as far as it matters to which stage it belongs. */
export type Effect =
  /** Nothing outside the places that only the build uses; `made` are files and directories that it puts there by name. */
  | { readonly kind: 'none'; readonly made: readonly string[] }
  /** Part of the build. */
  | { readonly kind: 'build'; readonly made?: readonly string[] }
  | { readonly kind: 'packages'; readonly install: PackageInstall }
  /** Package lists, for an installation that follows. */
  | { readonly kind: 'lists' }
  | { readonly kind: 'users'; readonly names: readonly string[] }
  /** Files or directories outside the project. */
  | { readonly kind: 'places'; readonly paths: readonly string[]; readonly made: readonly string[] }
  /** A program that the start calls. */
  | { readonly kind: 'tool' }
  | { readonly kind: 'unknown'; readonly title: string };

const NOTHING: Effect = { kind: 'none', made: [] };

/** Commands that only read, print, or change their own shell. */
const READERS = new Set(
  `: . [ [[ awk basename break cat cd cksum clear cmp column command continue cut date declare df diff dirname du echo egrep env exit
  export expr false fgrep file getconf getent grep head hostname id less let local locale ls md5sum mktemp more nproc od popd printenv
  printf pushd pwd read readlink readonly realpath return seq set sha1sum sha256sum sha512sum shift shopt sleep sort stat strings sync
  tail test time tr trap tree true tty type ulimit umask uname uniq unset wait wc which whoami xxd yes rm rmdir find xargs
  gpgconf gpgv jq update-ca-certificates`.split(/\s+/),
);
const SYSTEM_MANAGERS = new Set('apt-get apt aptitude apk yum dnf microdnf zypper pacman'.split(' '));
const USER_COMMANDS = new Set('useradd adduser addgroup groupadd usermod groupmod deluser userdel'.split(' '));
/** Commands whose operands are all places that they make or change; the number says how many words come first. */
const MAKERS: ReadonlyMap<string, number> = new Map([
  ['mkdir', 0],
  ['touch', 0],
  ['truncate', 0],
  ['tee', 0],
  ['dos2unix', 0],
  ['chmod', 1],
  ['chown', 1],
  ['chgrp', 1],
  ['setcap', 1],
]);
/** Commands that put something where their last operand says. */
const CARRIERS = new Set(['cp', 'mv', 'ln', 'install', 'rsync']);

/** What a command leaves behind. `isLocal` tells places that only the build uses. */
export function readEffect(
  step: Step,
  { command, install }: CommandFacts,
  project: StageProject,
  ecosystem: Ecosystem,
  isLocal: (path: string) => boolean,
): Effect {
  const written = writtenPlaces(
    step,
    command.redirects.flatMap(({ operator, target }) => (operator.includes('>') && target ? [target.value] : [])),
  );
  if (written.some((path) => path === undefined)) return { kind: 'unknown', title: titleOf(step) };
  const places = written.filter((path) => path !== undefined);
  const outside = places.filter((path) => !isLocal(path));
  const sure = isSure(command);
  const base = command.nesting === 'substitution' ? NOTHING : effectOf(step, install, project, ecosystem, isLocal);
  if (outside.length === 0) {
    if (base.kind === 'none') return { kind: 'none', made: sure ? [...base.made, ...places] : [] };
    return base.kind === 'build' && sure && places.length > 0 ? { kind: 'build', made: places } : base;
  }
  if (base.kind === 'none') return { kind: 'places', paths: outside, made: sure ? base.made : [] };
  return base.kind === 'places'
    ? { ...base, paths: [...base.paths, ...outside] }
    : { kind: 'unknown', title: titleOf(step) };
}

/** Whether a command runs to its end in every build that succeeds. */
function isSure({ nesting, script, statement }: ShellCommand): boolean {
  // All members of a pipeline run.
  const isPiped = nesting === 'pipeline' && script.statements[statement]?.kind === 'pipeline';
  if (nesting !== 'top' && nesting !== 'group' && nesting !== 'subshell' && !isPiped) return false;
  return script.statements[statement]?.before !== '||' && script.statements[statement + 1]?.before !== '||';
}

/** Where redirections write; undefined for a place that can't be told. */
function writtenPlaces(step: Step, targets: readonly string[]): (string | undefined)[] {
  return targets
    .filter((target) => !/^(?:\/dev\/|&|\d)/.test(target))
    .map((target) => {
      const known = target.replace(/\$\{(\w+)\}/g, (written, name: string) =>
        name === 'HOME' ? written : (step.variable(name) ?? written),
      );
      const path = toPath(known.replace(/^~(?=\/)/, '/root').replace(/^\$\{HOME\}(?=\/)/, '/root'), step.directory);
      return path?.includes('$') ? undefined : path;
    });
}

function effectOf(
  step: Step,
  install: PackageInstall | undefined,
  project: StageProject,
  ecosystem: Ecosystem,
  isLocal: (path: string) => boolean,
): Effect {
  const { name } = step;
  const role = ecosystem.roleOf(step, project);
  if (role === 'runtime') return { kind: 'tool' };
  if (role === 'program') return NOTHING;
  if (role === 'build' || role === 'setup') return { kind: 'build' };
  if (name === '')
    return project.commandOf.get(step)!.command.words.length === 0 ? NOTHING : { kind: 'unknown', title: 'a command' };
  if (SYSTEM_MANAGERS.has(name)) return effectOfManager(step, install);
  if (USER_COMMANDS.has(name))
    return { kind: 'users', names: step.arguments.filter((word) => /^[a-z_][\w-]*$/i.test(word)) };
  if (READERS.has(name)) return NOTHING;
  const places = placesOf(step);
  if (places === undefined) return { kind: 'unknown', title: titleOf(step) };
  const outside = places.filter((path) => !isLocal(path));
  return outside.length === 0
    ? { kind: 'none', made: places }
    : { kind: 'places', paths: outside, made: places.filter(isLocal) };
}

function effectOfManager(step: Step, install: PackageInstall | undefined): Effect {
  if (install) {
    const upgrades = /upgrade|build-dep|fix/.test(install.verbName);
    if (upgrades) return { kind: 'lists' };
    return install.packages.length > 0 && install.packages.every(({ literal }) => literal)
      ? { kind: 'packages', install }
      : { kind: 'unknown', title: titleOf(step) };
  }
  const verb = step.arguments.find((word) => !word.startsWith('-'));
  return verb === 'update' ? { kind: 'lists' } : NOTHING;
}

/** The places that a command makes or changes; undefined when it is not known what it does. */
function placesOf(step: Step): string[] | undefined {
  const { name, arguments: words } = step;
  const operands = words.filter((word) => !/^-/.test(word));
  if (name === 'sed' || name === 'perl') {
    return words.some((word) => /^-[a-zA-Z]*i|^--in-place/.test(word))
      ? toPlaces(operands.slice(1), step)
      : name === 'sed'
        ? []
        : undefined;
  }
  if (name === 'locale-gen' || name === 'localedef') return ['/usr/lib/locale/locale-archive'];
  if (name === 'update-locale') return ['/etc/default/locale'];
  if (name === 'dpkg-reconfigure' && operands.at(-1) === 'tzdata') return ['/etc/localtime', '/etc/timezone'];
  const skipped = MAKERS.get(name);
  if (skipped !== undefined) return toPlaces(operands.slice(skipped), step);
  if (CARRIERS.has(name)) {
    const directory = valueOf(words, ['-t', '--target-directory']);
    if (name === 'install' && words.includes('-d')) return toPlaces(operands, step);
    return toPlaces([directory ?? operands.at(-1) ?? '.'], step);
  }
  if (name === 'curl' || name === 'wget') {
    const output = valueOf(words, [
      '-o',
      '--output',
      '-O',
      '--output-document',
      '-qO',
      '-sSLo',
      '-fsSLo',
      '-Lo',
      '-sLo',
      '-sSfLo',
      '-fsSL -o',
    ]);
    if (
      output === '-' ||
      (name === 'curl' && output === undefined && !words.some((word) => /^-[a-zA-Z]*O$|^--remote-name/.test(word)))
    )
      return [];
    return toPlaces([output === undefined || /:\/\//.test(output) ? '.' : output], step);
  }
  if (name === 'tar') {
    if (!words.some((word) => /^-?[a-zA-Z]*x|^--extract/.test(word))) return [];
    return toPlaces([valueOf(words, ['-C', '--directory']) ?? '.'], step);
  }
  if (name === 'openssl' || name === 'gpg') {
    const outputs = ['-out', '-keyout', '-o', '--output'].flatMap((flag) => valueOf(words, [flag]) ?? []);
    return toPlaces(outputs, step);
  }
  if (name === 'unzip') return toPlaces([valueOf(words, ['-d']) ?? '.'], step);
  if (name === 'git') {
    if (operands[0] !== 'clone') return operands[0] === 'config' ? [] : toPlaces(['.'], step);
    return toPlaces([operands[2] ?? nameOf((operands[1] ?? '').replace(/\/+$/, '').replace(/\.git$/, ''))], step);
  }
  return undefined;
}

function valueOf(words: readonly string[], flags: readonly string[]): string | undefined {
  for (const [at, word] of words.entries()) {
    if (flags.includes(word)) return words[at + 1];
    const flag = flags.find((one) => one.startsWith('--') && word.startsWith(`${one}=`));
    if (flag) return word.slice(flag.length + 1);
  }
  return undefined;
}

function toPlaces(words: readonly string[], { directory }: Step): string[] | undefined {
  const places: string[] = [];
  for (const word of words) {
    const path = toPath(word.replace(/^~(?=\/|$)/, '/root').replace(/^\$\{HOME\}(?=\/|$)/, '/root'), directory);
    if (path === undefined || path.includes('$')) return undefined;
    places.push(path);
  }
  return places;
}

function titleOf({ name, arguments: words }: Step): string {
  const verb = words[0] && /^[a-z][\w:.-]*$/.test(words[0]) ? ` ${words[0]}` : '';
  return name === '' ? 'a command' : `${name}${verb}`;
}

/** Places that hold nothing for a running container: caches, lists, temporary files, and the build's own credentials. */
const PASSING = [
  '/tmp',
  '/var/tmp',
  '/var/cache/apk',
  '/var/cache/apt',
  '/var/cache/debconf',
  '/var/cache/dnf',
  '/var/cache/ldconfig',
  '/var/cache/yum',
  '/var/lib/apt',
  '/root/.cache',
  '/root/.npm',
  '/root/.yarn',
  '/root/.config',
  '/root/.ssh',
  '/root/.gitconfig',
  '/root/.netrc',
  '/root/.npmrc',
  '/root/.yarnrc',
  '/etc/ssh',
];

/** Whether a path lies where only the build looks. */
export function isPassing(path: string): boolean {
  return (
    PASSING.some((place) => isWithin(path, place)) ||
    /^\/home\/[^/]+\/\.(?:npm|cache|ssh|npmrc|netrc|yarn)(?:\/|$)/.test(path)
  );
}

/** Whether a command makes or changes something by a path that is relative to where its RUN starts. */
export function isRelative({ name, arguments: words }: Step, { command }: CommandFacts): boolean {
  const isOwn = (word: string) => !/^(?:[/~$]|-$)/.test(word);
  if (
    command.redirects.some(
      ({ operator, target }) =>
        operator.includes('>') && target && isOwn(target.value) && !/^&|^\d$/.test(target.value),
    )
  )
    return true;
  const skipped = MAKERS.get(name) ?? (CARRIERS.has(name) ? 0 : undefined);
  return (
    skipped !== undefined &&
    words
      .filter((word) => !word.startsWith('-'))
      .slice(skipped)
      .some(isOwn)
  );
}

/** The system package manager's own name, for an installation of other packages by it. */
export function managerOf({ command }: PackageInstall): string {
  return findManager(command)?.manager.id ?? command.name ?? '';
}

/** Directories that every image has, so that copying one would put the builder's in the place of the runtime's. */
export function isSystemDirectory(path: string): boolean {
  return /^\/(?:usr(?:\/(?:local|share|lib))?(?:\/s?bin|\/lib)?|etc|bin|sbin|lib|opt|var(?:\/(?:lib|log|run))?|root|home|srv|run)?$/.test(
    path,
  );
}
