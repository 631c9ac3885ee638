import type { Artefact, Project, ProjectFiles } from '../../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../../images/image-paths';
import { findFilesInUse } from '../../run-time-files';
import type { RustBuild } from './builds';
import { type CargoPackage, findWorkspace, readLock, readMembers, withOwnCrates } from './cargo-toml';
import { BUILDPACK_HEADERS, type LinkedLibraries, linkedByCrates, linkedByName, PLAIN_CRATES } from './crates';
import { pathPieces, type RustSource, readLinkedLibraries, readRustSource, readWrites } from './sources';

/** What the sources of some programs say about what they need when they run. */
export interface RustNeeds {
  readonly packages: readonly CargoPackage[];
  readonly sources: readonly RustSource[];
  /** Where the build reads: workspaces, packages, and what lies outside of them and is named by its place. */
  readonly places: readonly string[];
  /** Crates of Cargo.lock that are not the project's own; undefined where there is no Cargo.lock to tell. */
  readonly crates: ReadonlySet<string> | undefined;
  /** Crates that the project asks for by name. */
  readonly asked: ReadonlySet<string>;
}

const FOREIGN = /\/(?:vendor|node_modules|third_party|\.git|\.github|target)\//;
/** Sources that are no part of a program. */
const ASIDE = /\/(?:tests|benches|examples)\/|\/build\.rs$/;

const VENDORED = /\/(?:vendor|third_party)\/([^/]+)\/Cargo\.toml$/;

/** Reads the sources of what some commands build. */
export function readNeeds({ files, directories }: Project, builds: readonly RustBuild[]): RustNeeds {
  if (!files) return { packages: [], sources: [], places: [], crates: undefined, asked: new Set() };
  const packages = withOwnCrates(files, [
    ...new Map(builds.flatMap((one) => one.packages).map((one) => [one.root, one])).values(),
  ]);
  const roots =
    packages.length > 0 ? packages.map(({ root }) => root) : builds.flatMap(({ step }) => step.directory ?? []);
  const paths = new Set(
    roots.flatMap((root) =>
      (files.below(root) ?? []).filter(
        (path) =>
          path.endsWith('.rs') && !FOREIGN.test(path.slice(root.length)) && !ASIDE.test(path.slice(root.length)),
      ),
    ),
  );
  // A package below another one that is not compiled with it.
  const others =
    roots.length > 0
      ? (files.below(roots[0]!) ?? []).filter((path) => nameOf(path) === 'Cargo.toml').map(parentOf)
      : [];
  const isOwn = (path: string) => !others.some((root) => !roots.includes(root) && isWithin(path, root));
  const sources = [...paths].filter(isOwn).map((path) => readRustSource(files.read(path) ?? ''));
  const asked = new Set(
    packages.flatMap(({ dependencies }) =>
      [...dependencies].flatMap(([name, { path }]) => (path === undefined ? [name] : [])),
    ),
  );
  const places = readPlaces(files, packages, [...paths].filter(isOwn), sources).map((path) =>
    copiedWith(path, directories),
  );
  return { packages, sources, places, crates: readCrates(files, packages, asked), asked };
}

/** The directory that a file is copied with, as far as it is not one that the whole project may lie in. */
function copiedWith(path: string, directories: ReadonlySet<string>): string {
  for (let at = path; at.lastIndexOf('/') > 0; at = parentOf(at)) if (directories.has(at)) return at;
  return path;
}

/** Directories and files that Cargo and the compiler read. */
function readPlaces(
  files: ProjectFiles,
  packages: readonly CargoPackage[],
  paths: readonly string[],
  sources: readonly RustSource[],
): string[] {
  const workspaces = packages.flatMap(({ root }) => findWorkspace(files, root) ?? []);
  const members = workspaces.flatMap(({ root, manifest }) => readMembers(files, root, manifest));
  const roots = [...workspaces, ...withOwnCrates(files, [...packages, ...members])].map(({ root }) => root);
  const outside = [
    ...sources.flatMap(({ embedded, literals }, index) => {
      const directories = [parentOf(paths[index]!), ...packages.map(({ root }) => root)];
      const named = [...embedded, ...literals]
        .map((one) => one.replace(/^\/(?=\.\.)/, ''))
        .filter((one) => /^\.\.\//.test(one));
      return named.flatMap((one) => directories.map((directory) => toPath(one, directory)!));
    }),
    ...packages.flatMap(({ root, buildScript }) =>
      (buildScript === undefined ? [] : readRustSource(files.read(buildScript) ?? '').literals)
        .filter((one) => /^[\w./-]*\/[\w./-]*$/.test(one))
        .map((one) => toPath(one, root)!),
    ),
  ].filter((path) => files.has(path) || (files.below(path)?.length ?? 0) > 0);
  // What lies in the topmost directory is not the project's alone.
  const top = roots.includes('/') ? ['/Cargo.toml', '/Cargo.lock', '/.cargo', '/rust-toolchain.toml'] : [];
  return [...new Set([...roots, ...outside, ...top])].filter((path) => path !== '/');
}

function readCrates(
  files: NonNullable<Project['files']>,
  packages: readonly CargoPackage[],
  asked: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const roots = packages.map(({ root }) => findWorkspace(files, root)?.root ?? root);
  const locks = [...new Set(roots)].map((root) => readLock(files.read(below(root, 'Cargo.lock'))));
  if (locks.every((lock) => lock !== undefined)) {
    const own = new Set(packages.map(({ name }) => name));
    return new Set(locks.flat().flatMap((one) => (one === undefined || own.has(one.name) ? [] : [one.name])));
  }
  if ([...asked].every((name) => PLAIN_CRATES.has(name))) return asked;
  // Crates that the project brings along are all that it can be compiled with.
  const vendored = new Set(
    roots
      .flatMap((root) => files.below(root) ?? [])
      .flatMap((path) => VENDORED.exec(path)?.[1]?.replace(/-\d[\w.+-]*$/, '') ?? []),
  );
  return [...asked].every((name) => vendored.has(name)) ? vendored : undefined;
}

/** The system libraries that programs are linked with. */
export function readLibraries({ files }: Project, { packages, sources, crates }: RustNeeds): LinkedLibraries {
  const scripts = packages.flatMap(({ buildScript }) =>
    buildScript === undefined ? [] : [files?.read(buildScript) ?? ''],
  );
  const told = scripts.map(readLinkedLibraries);
  const byCrates = linkedByCrates(crates ?? new Set());
  const byName = linkedByName([...told.flatMap(({ names }) => names), ...sources.flatMap(({ links }) => links)]);
  const bundled = packages.some(({ dependencies }) =>
    ['rusqlite', 'libsqlite3-sys'].some((name) => dependencies.get(name)?.features.some((one) => /^bundled/.test(one))),
  );
  const headers = byCrates.headers.filter((name) => !(bundled && name === 'libsqlite3-dev'));
  const odd = told.some(({ unknown }) => unknown) ? ['a library that a build script names by a variable'] : [];
  return {
    headers: [...new Set([...headers, ...byName.headers])],
    unknown: [...byCrates.unknown, ...byName.unknown, ...odd],
  };
}

/** Whether the base image brings a library's headers by itself. */
export function bringsHeaders({ base }: Project, name: string): boolean {
  return isFull(base) && BUILDPACK_HEADERS.has(name);
}

/** Whether a base image is made on buildpack-deps, with headers of many libraries. */
export function isFull({ family, variant, distro }: Project['base']): boolean {
  return (
    (family === 'rust' || family === 'buildpack-deps') && distro !== 'alpine' && !/slim|curl|scm/.test(variant ?? '')
  );
}

/** Directories that programs serve without naming them as a whole. */
const SERVED = ['templates', 'static', 'public', 'assets', 'views', 'migrations', 'locales', 'i18n', 'config'];

/** What is about a project, and for those who work on it. */
const ABOUT =
  /\/(?:Cargo\.(?:toml|lock)|rust-toolchain(?:\.toml)?|rustfmt\.toml|clippy\.toml|Makefile|Dockerfile[^/]*|LICENSE[^/]*|README\.md|\.[^/]*ignore)$|\/\.cargo\//;

/** The words of shell scripts: `cp config.default.toml config.toml`. */
function wordsOf(scripts: Project['scripts']): string[] {
  return [...scripts.values()].flatMap((text) => (text ?? '').split(/[\s"'`;&|()<>=]+/)).filter((word) => word !== '');
}

/** What commands put beside a program, as it looks there for files: `cp -r static target/release/`. */
export function readBeside({ steps, directories }: Project, programs: readonly string[]): Artefact[] | undefined {
  const places = new Set(programs.map(parentOf));
  const found: Artefact[] = [];
  for (const { name, arguments: given, directory } of steps) {
    if (!['cp', 'mv', 'install', 'ln', 'rsync'].includes(name)) continue;
    const words = given.filter((word) => !word.startsWith('-'));
    const last = words.at(-1);
    const to = last === undefined ? undefined : toPath(last, directory);
    const place = [...places].find((one) => to !== undefined && isWithin(to, one) && /\/target\//.test(`${one}/`));
    if (place === undefined || to === undefined || last === undefined) continue;
    const inside = /(?:^|\/)\.{0,2}$/.test(last) || words.length > 2 || directories.has(to) || places.has(to);
    for (const word of words.slice(0, -1)) {
      const source = toPath(word, directory);
      if (source !== undefined && programs.includes(source)) continue;
      const path = inside ? below(to, nameOf(word.replace(/\/+$/, ''))) : to;
      const isOpen = /[*?[$]/.test(path) || /(?:^|\/)\.$/.test(word);
      if (isOpen && to === place) return undefined;
      if (!programs.includes(path)) found.push(isOpen ? { from: to, to } : { from: path, to: path });
    }
  }
  return found;
}

/** What build scripts write into the project, where it is found by its name; undefined where that can't be told. */
export function readWritten({ files }: Project, { packages, sources }: RustNeeds): string[] | undefined {
  const written: string[] = [];
  for (const { root, buildScript } of packages) {
    const text = buildScript === undefined ? '' : (files?.read(buildScript) ?? '');
    const { paths, unknown } = readWrites(text);
    if (unknown) return undefined;
    written.push(...paths.map((path) => toPath(path, root)!));
  }
  const named = new Set(sources.flatMap(({ literals }) => literals).map(nameOf));
  return written.filter((path) => named.has(nameOf(path)));
}

/** Files and directories that the sources, the settings or the start name. */
export function readFilesInUse(project: Project, needs: RustNeeds, programs: readonly string[]): string[] {
  const { files, workdir, settings, start, scripts } = project;
  if (!files) return [];
  const roots = [...new Set([workdir, ...needs.packages.map(({ root }) => root), ...programs.map(parentOf)])];
  const climbs = needs.sources.flatMap(({ literals }) => literals).filter((one) => one.startsWith('../'));
  const above = climbs.length > 0 ? roots.map(parentOf).filter((root) => root !== '/') : [];
  const tops = [...roots.filter((root) => root !== '/' || workdir === '/'), ...above];
  const all = [...new Set(tops.flatMap((root) => files.below(root) ?? []))].filter((path) => !FOREIGN.test(path));
  const words = [
    ...[...start.programs, ...project.checks].flatMap(({ name, arguments: given }) => [name, ...given]),
    ...settings,
  ]
    .flatMap((word) => [word, word.slice(word.indexOf('=') + 1)])
    // A home that the project lies in is not opened as a whole.
    .filter((word) => !word.startsWith('/') || !roots.some((root) => isWithin(root, toPath(word, '/')!)));
  const literals = needs.sources.flatMap((source) => source.literals.flatMap(pathPieces));
  const conventions = [
    ...(needs.asked.has('rocket') ? ['Rocket.toml'] : []),
    ...(needs.asked.has('dotenv') || needs.asked.has('dotenvy') || needs.asked.has('dotenv_codegen') ? ['.env'] : []),
    ...(needs.asked.has('diesel') ? ['.env'] : []),
  ];
  const climbed = climbs.flatMap((one) => roots.map((root) => toPath(one, root)!));
  const texts = [...words, ...literals, ...climbed, ...conventions, ...wordsOf(scripts)];
  const named = new Set(texts.map((text) => text.replace(/^(?:\.{1,2}\/|\/)+/, '')));
  const isNamed = (path: string) =>
    roots.some((root) => isWithin(path, root) && named.has(path.slice(root === '/' ? 1 : root.length + 1)));
  return findFilesInUse({
    files: all,
    bases: roots,
    texts: texts.map((text) => JSON.stringify(text)),
    served: SERVED.flatMap((name) => roots.map((root) => below(root, name))),
    // A page may be written in Markdown, and a program may show its own sources.
    isSource: (path) => (path.endsWith('.rs') || ABOUT.test(path)) && !isNamed(path),
    read: (path) => files.read(path),
  }).filter((path) => !scripts.has(path));
}
