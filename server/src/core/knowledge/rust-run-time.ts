import { type CargoPackage, findWorkspace, readLock, withOwnCrates } from './cargo-toml';
import type { Project } from './ecosystem';
import { below, isWithin, nameOf, parentOf } from './image-paths';
import { findFilesInUse } from './run-time-files';
import type { RustBuild } from './rust-builds';
import { BUILDPACK_HEADERS, type LinkedLibraries, linkedByCrates, linkedByName, PLAIN_CRATES } from './rust-crates';
import { pathPieces, type RustSource, readLinkedLibraries, readRustSource } from './rust-sources';

/** What the sources of some programs say about what they need when they run. */
export interface RustNeeds {
  readonly packages: readonly CargoPackage[];
  readonly sources: readonly RustSource[];
  /** Crates of Cargo.lock that are not the project's own; undefined where there is no Cargo.lock to tell. */
  readonly crates: ReadonlySet<string> | undefined;
  /** Crates that the project asks for by name. */
  readonly asked: ReadonlySet<string>;
}

const FOREIGN = /\/(?:vendor|node_modules|third_party|\.git|\.github|target)\//;
/** Sources that are no part of a program. */
const ASIDE = /\/(?:tests|benches|examples)\/|\/build\.rs$/;

/** Reads the sources of what some commands build. */
export function readNeeds({ files }: Project, builds: readonly RustBuild[]): RustNeeds {
  if (!files) return { packages: [], sources: [], crates: undefined, asked: new Set() };
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
  return { packages, sources, crates: readCrates(files, packages, asked), asked };
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
  return [...asked].every((name) => PLAIN_CRATES.has(name)) ? asked : undefined;
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
const COMPILED =
  /\.rs$|\/(?:Cargo\.(?:toml|lock)|rust-toolchain(?:\.toml)?|rustfmt\.toml|clippy\.toml|Makefile|Dockerfile[^/]*|LICENSE[^/]*|\.[^/]*ignore)$|\.md$|\/\.cargo\//;

/** Files and directories that the sources, the settings or the start name. */
export function readFilesInUse(project: Project, needs: RustNeeds, programs: readonly string[]): string[] {
  const { files, workdir, settings, start, scripts } = project;
  if (!files) return [];
  const roots = [...new Set([workdir, ...needs.packages.map(({ root }) => root), ...programs.map(parentOf)])];
  const tops = roots.filter((root) => root !== '/' || workdir === '/');
  const all = [...new Set(tops.flatMap((root) => files.below(root) ?? []))].filter((path) => !FOREIGN.test(path));
  const words = [
    ...[...start.programs, ...project.checks].flatMap(({ name, arguments: given }) => [name, ...given]),
    ...settings,
  ].flatMap((word) => [word, word.slice(word.indexOf('=') + 1)]);
  const literals = needs.sources.flatMap((source) => source.literals.flatMap(pathPieces));
  const conventions = [
    ...(needs.asked.has('rocket') ? ['Rocket.toml'] : []),
    ...(needs.asked.has('dotenv') || needs.asked.has('dotenvy') || needs.asked.has('dotenv_codegen') ? ['.env'] : []),
    ...(needs.asked.has('diesel') ? ['.env'] : []),
  ];
  return findFilesInUse({
    files: all,
    bases: roots,
    texts: [
      ...[...words, ...literals, ...conventions].map((word) => JSON.stringify(word)),
      ...[...scripts.values()].flatMap((text) => text ?? []),
    ],
    served: SERVED.flatMap((name) => roots.map((root) => below(root, name))),
    isSource: (path) => COMPILED.test(path),
    read: (path) => files.read(path),
  }).filter((path) => !scripts.has(path));
}
