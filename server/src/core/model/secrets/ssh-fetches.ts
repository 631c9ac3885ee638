import type { Build } from '../build-types';
import type { ShellCommand } from '../shell/shell-command';

interface Fetcher {
  readonly commands: string;
  /** Sub-commands that fetch; none: every call does. */
  readonly verbs?: string;
  /** Whether a call without sub-command fetches. */
  readonly bare?: true;
  /** Where dependencies are written down. */
  readonly manifests?: string;
}

const fetchers: readonly Fetcher[] = [
  { commands: 'ssh scp sftp rsync' },
  { commands: 'git', verbs: 'clone fetch pull submodule ls-remote push lfs archive remote' },
  {
    commands: 'npm pnpm yarn bun',
    verbs: 'ci install i add update up upgrade',
    bare: true,
    manifests: 'package.json package-lock.json yarn.lock pnpm-lock.yaml',
  },
  {
    commands: 'pip pip3 pipenv',
    verbs: 'install download wheel sync',
    manifests: 'requirements.txt Pipfile setup.py pyproject.toml',
  },
  {
    commands: 'uv poetry pdm',
    verbs: 'install sync add lock pip update',
    manifests: 'pyproject.toml uv.lock poetry.lock',
  },
  { commands: 'go', verbs: 'mod get build install run list test vet' },
  { commands: 'dep glide' },
  { commands: 'bundle bundler', verbs: 'install update package', bare: true, manifests: 'Gemfile Gemfile.lock' },
  {
    commands: 'composer composer.phar',
    verbs: 'install update require create-project',
    manifests: 'composer.json composer.lock',
  },
  { commands: 'cargo', verbs: 'build fetch install check test run vendor', manifests: 'Cargo.toml Cargo.lock' },
  { commands: 'mix', verbs: 'deps.get', manifests: 'mix.exs mix.lock' },
  { commands: 'swift', verbs: 'build package' },
  { commands: 'rebar3 cabal stack' },
  { commands: 'ansible-galaxy' },
];

/** What tells of SSH, and of Git by any way, in manifests and scripts. */
const overSsh = /git@|ssh:\/\/|github:|gitlab:|bitbucket:|"git:|git clone|\bscp\b|\bssh\s/;
const byGit = /git@|ssh:\/\/|github:|gitlab:|bitbucket:|git:|git\+|git clone|\.git\b/;

/** Whether a command fetches over SSH, or may: a package manager does where its manifests say so or are not known. */
export function fetchesOverSsh(build: Build, command: ShellCommand): boolean {
  const direct = command.arguments.some(({ value }) => /^https?:\/\//.test(value)) && !mapsToSsh(build);
  return !direct && fetches(build, command, overSsh, mapsToSsh(build));
}

/** Whether a command fetches by Git, or may. */
export function fetchesByGit(build: Build, command: ShellCommand): boolean {
  return !/^(?:ssh|scp|sftp|rsync)$/.test(command.name ?? '') && fetches(build, command, byGit, false);
}

/** @param always whether no manifest needs to say so, since Git is told to take this way for any address */
function fetches(build: Build, command: ShellCommand, pattern: RegExp, always: boolean): boolean {
  const { name = '', arguments: words } = command;
  const fetcher = fetchers.find(({ commands }) => commands.split(' ').includes(name));
  if (!fetcher) return runsFetch(build, command, pattern);
  const verb = words.find(({ value }) => !value.startsWith('-') && !value.includes('/') && !value.includes('='))?.value;
  const verbs = fetcher.verbs?.split(' ');
  if (verbs === undefined) return true;
  if (name === 'git') return words.some(({ value }) => verbs.includes(value));
  if (!(verb === undefined ? fetcher.bare === true : verbs.includes(verb))) return false;
  if (name === 'go') return verb === 'mod' || verb === 'get' || !hasDownload(build);
  return always || words.some(({ value }) => pattern.test(value)) || mayName(build, fetcher, pattern);
}

/** Whether modules are there already when Go builds. */
function hasDownload({ commands }: Build): boolean {
  return commands.some(({ name, arguments: words }) => name === 'go' && words[0]?.value === 'mod');
}

/** Whether the file makes Git take another way to its hosts. */
function mapsToSsh({ source: { text } }: Build): boolean {
  return /insteadOf/i.test(text) && /git@|ssh:\/\//.test(text);
}

/** Manifests that are known and name nothing of the kind need no credential. */
function mayName({ context }: Build, { manifests = '' }: Fetcher, pattern: RegExp): boolean {
  if (!context?.files) return true;
  const names = manifests.split(' ');
  const known = context.files.filter((file) => names.includes(file.split('/').at(-1)!));
  return known.length === 0 || known.some((file) => pattern.test(context.read(file) ?? 'git@'));
}

/** Whether a script of the build context fetches. */
function runsFetch({ context }: Build, { name, nameWord, arguments: words }: ShellCommand, pattern: RegExp): boolean {
  const files = context?.files;
  if (!files) return false;
  const paths = [...(nameWord ? [nameWord] : []), ...words]
    .map(({ value }) => value)
    .filter((one) => /\.\w+$|\//.test(one));
  return (name === 'make' ? ['Makefile', 'makefile'] : paths).some((one) => {
    const short = one.replace(/^(?:\.?\/)+/, '');
    const file = files.find((known) => known === short || known.endsWith(`/${short}`) || short.endsWith(`/${known}`));
    return file !== undefined && pattern.test(context.read(file) ?? '');
  });
}
