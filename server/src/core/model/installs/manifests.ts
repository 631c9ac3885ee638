import type { PackageManager } from '../../knowledge/package-manager';
import type { Build } from '../build-types';
import type { BuildContext } from '../context';
import type { CommandFacts } from '../multi-stage/runs';
import type { CopiedItem } from '../order/copied';
import { globMatches, type Place, placeIn, relate } from '../order/places';
import { includedRequirements } from './manifest-needs';

/** A COPY of manifests to write: sources relative to the copied directory, and where they go. */
export interface ManifestCopy {
  readonly sources: readonly string[];
  readonly directory: Place;
}

/** The manifests that an installation reads from a copied directory. */
export interface Manifests {
  readonly copies: readonly ManifestCopy[];
  /** Places of the files without which nothing can be installed, as far as they are named. */
  readonly main: readonly Place[];
}

/** What to copy where the context is not known: a name that may be missing is written as a glob, which may match nothing. */
const USUAL: ReadonlyMap<string, readonly string[]> = new Map([
  ['bun', ['package.json', 'bun.lock*']],
  ['bundler', ['Gemfile*']],
  ['composer', ['composer.json', 'composer.lock*']],
  ['go', ['go.mod', 'go.sum*']],
  ['mix', ['mix.exs', 'mix.lock*']],
  ['npm', ['package*.json']],
  ['pdm', ['pyproject.toml', 'pdm.lock*']],
  ['pipenv', ['Pipfile*']],
  ['pnpm', ['package.json', 'pnpm-lock.yaml*']],
  ['poetry', ['pyproject.toml', 'poetry.lock*']],
  ['uv', ['pyproject.toml', 'uv.lock*']],
  ['yarn', ['package.json', 'yarn.lock*']],
]);

/** The manifest without which a manager has nothing to install. */
const MAIN: ReadonlyMap<string, string> = new Map([
  ['bun', 'package.json'],
  ['bundler', 'Gemfile'],
  ['composer', 'composer.json'],
  ['go', 'go.mod'],
  ['mix', 'mix.exs'],
  ['npm', 'package.json'],
  ['pdm', 'pyproject.toml'],
  ['pipenv', 'Pipfile'],
  ['pnpm', 'package.json'],
  ['poetry', 'pyproject.toml'],
  ['uv', 'pyproject.toml'],
  ['yarn', 'package.json'],
  ['yarn-berry', 'package.json'],
]);

/** Where a manager puts what it installs for the project. */
const OUTPUTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['bun', ['node_modules']],
  ['bundler', ['vendor/bundle']],
  ['composer', ['vendor']],
  ['mix', ['deps']],
  ['npm', ['node_modules']],
  ['pdm', ['.venv', '__pypackages__']],
  ['pipenv', ['.venv']],
  ['pnpm', ['node_modules']],
  ['poetry', ['.venv']],
  ['uv', ['.venv']],
  ['yarn', ['node_modules']],
  ['yarn-berry', ['node_modules', '.pnp.cjs']],
]);

/** The manifests to copy before an installation; undefined where neither the call nor the context tells them. */
export function findManifests({ context }: Build, item: CopiedItem, command: CommandFacts): Manifests | undefined {
  const { install, directory } = command;
  if (!install || !item.tree) return undefined;
  if (install.manifestWords.length > 0) return namedManifests(context, item, command);
  const inside = pathInside(item.place, directory);
  const main = MAIN.get(install.manager.id);
  if (inside === undefined || main === undefined || /[*?]/.test(item.source)) return undefined;
  const from = joined(item.source, inside);
  // Copied behind the installation, what the context has of an older one would take its place.
  if (context && OUTPUTS.get(install.manager.id)?.some((name) => context.has(joined(from, name)))) return undefined;
  const names = context ? present(context, install.manager, from) : (USUAL.get(install.manager.id) ?? []);
  if (!names.some((name) => globMatches(name, main))) return undefined;
  const prefixed = (name: string) => joined(inside === '' ? '.' : inside, name);
  const files = names.filter((name) => !name.endsWith('/'));
  const folders = names.filter((name) => name.endsWith('/')).map((name) => name.slice(0, -1));
  return {
    copies: [
      { sources: files.map(prefixed), directory },
      ...folders.map((name) => ({ sources: [prefixed(name)], directory: placeIn(directory, name) })),
    ],
    main: [placeIn(directory, main)],
  };
}

/** The files that a call names: `-r requirements/base.txt -c constraints.txt`, with what they include where that is known. */
function namedManifests(
  context: BuildContext | undefined,
  item: CopiedItem,
  command: CommandFacts,
): Manifests | undefined {
  const { install, mentions } = command;
  if (install!.manager.id === 'dotnet' || /[*?]/.test(item.source)) return undefined;
  const copies: ManifestCopy[] = [];
  const main: Place[] = [];
  for (const word of install!.manifestWords) {
    const mention = mentions.find((one) => one.word === word);
    const inside = mention && pathInside(item.place, mention.place);
    if (!mention || !inside || /[$*?[]/.test(inside)) return undefined;
    main.push(mention.place);
    const from = joined(item.source, inside);
    const included = context ? includedRequirements(context, from) : [];
    if (context && !context.has(from)) return undefined;
    for (const file of [from, ...included]) {
      const rest = relativeTo(item.source, file);
      if (rest === undefined) return undefined;
      add(copies, rest, placeIn(item.place, rest));
    }
  }
  // A file beside the requirements that only a flag names: `-c constraints.txt`.
  for (const { word, place } of mentions) {
    if (install!.manifestWords.includes(word)) continue;
    const inside = pathInside(item.place, place);
    if (inside === undefined) continue;
    if (!/\.(?:txt|ya?ml|toml|in|cfg)$/.test(inside)) return undefined;
    add(copies, inside, place);
  }
  return { copies, main };
}

function add(copies: ManifestCopy[], source: string, place: Place): void {
  const directory = { root: place.root, parts: place.parts.slice(0, -1) };
  const known = copies.find((copy) => relate(copy.directory, directory) === 'same');
  if (!known) copies.push({ sources: [source], directory });
  else if (!known.sources.includes(source))
    copies[copies.indexOf(known)] = { ...known, sources: [...known.sources, source] };
}

/** The manager's manifests, lock files and settings that a directory of the context has; a directory has a slash at its end. */
function present(context: BuildContext, { manifests }: PackageManager, directory: string): string[] {
  const names: string[] = [];
  for (const { pattern } of manifests) {
    const path = joined(directory, pattern.replace(/\/$/, ''));
    if (!pattern.includes('*')) {
      if (context.has(path)) names.push(pattern);
      continue;
    }
    const depth = path.split('/').length;
    for (const file of context.files ?? []) {
      const name = file.split('/').at(-1)!;
      if (file.split('/').length === depth && joined(directory, name) === file && globMatches(pattern, name))
        names.push(name);
    }
  }
  return [...new Set(names)];
}

/** A place relative to the one around it: `''` for the same, undefined for one that is not inside. */
function pathInside(around: Place, place: Place): string | undefined {
  const relation = relate(place, around);
  return relation === 'same' || relation === 'inside' ? place.parts.slice(around.parts.length).join('/') : undefined;
}

function joined(directory: string, path: string): string {
  if (path === '') return directory;
  return directory === '.' ? path : `${directory}/${path}`;
}

function relativeTo(directory: string, path: string): string | undefined {
  if (directory === '.') return path;
  return path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : undefined;
}
