import type { Build } from './build-types';
import type { ShellCommand } from './shell-command';

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

const overSsh = /git@|ssh:\/\/|github:|gitlab:|bitbucket:|"git:|git clone|\bscp\b|\bssh\s/;

/** Whether a command fetches over SSH, or may: a package manager does where its manifests say so or are not known. */
export function fetchesOverSsh(build: Build, { name = '', arguments: words, nameWord }: ShellCommand): boolean {
  const fetcher = fetchers.find(({ commands }) => commands.split(' ').includes(name));
  if (!fetcher)
    return runsFetch(
      build,
      name,
      nameWord?.value,
      words.map(({ value }) => value),
    );
  const verb = words.find(({ value }) => !value.startsWith('-') && !value.includes('/') && !value.includes('='))?.value;
  const verbs = fetcher.verbs?.split(' ');
  const isFetch = verbs === undefined || (verb === undefined ? fetcher.bare === true : verbs.includes(verb));
  if (!isFetch && !(name === 'git' && words.some(({ value }) => verbs!.includes(value)))) return false;
  if (name === 'git' || verbs === undefined)
    return !words.some(({ value }) => /^https?:\/\//.test(value)) || mapsToSsh(build);
  if (words.some(({ value }) => overSsh.test(value)) || mapsToSsh(build) || name === 'go') return true;
  return mayNameSsh(build, fetcher.manifests?.split(' ') ?? []);
}

/** Whether the file makes Git take another way to its hosts. */
function mapsToSsh({ source: { text } }: Build): boolean {
  return /insteadOf/i.test(text) && /git@|ssh:\/\//.test(text);
}

/** Manifests that are known and name nothing of the kind need no key. */
function mayNameSsh({ context }: Build, manifests: readonly string[]): boolean {
  if (!context?.files) return true;
  const known = context.files.filter((file) => manifests.includes(file.split('/').at(-1)!));
  return known.length === 0 || known.some((file) => overSsh.test(context.read(file) ?? 'git@'));
}

/** Whether a script of the build context fetches. */
function runsFetch({ context }: Build, name: string, path = '', words: readonly string[]): boolean {
  const files = context?.files;
  if (!files) return false;
  const named = name === 'make' ? ['Makefile', 'makefile'] : [path, ...words].filter((one) => /\.\w+$|\//.test(one));
  return named.some((one) => {
    const short = one.replace(/^(?:\.?\/)+/, '');
    const file = files.find((known) => known === short || known.endsWith(`/${short}`) || short.endsWith(`/${known}`));
    return file !== undefined && overSsh.test(context.read(file) ?? '');
  });
}
