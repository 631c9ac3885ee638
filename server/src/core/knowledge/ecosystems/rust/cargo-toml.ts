import type { ProjectFiles } from '../../ecosystem';
import { below, nameOf, parentOf, toPath } from '../../images/image-paths';
import { readToml, stringIn, stringsIn, type TomlTable, tableIn, tablesIn } from '../../toml';

/** A package of Cargo's. All paths are absolute, as in the image. */
export interface CargoPackage {
  /** Where its Cargo.toml lies. */
  readonly root: string;
  readonly name: string;
  /** Names of its programs. */
  readonly programs: readonly string[];
  /** Names of its examples, which are built when asked for. */
  readonly examples: readonly string[];
  /** Crates that it asks for by name, those for tests alone left out. */
  readonly dependencies: ReadonlyMap<string, CargoDependency>;
  /** Its build script, where it has one. */
  readonly buildScript?: string;
  readonly defaultRun?: string;
}

/** What a package wants of a crate. */
export interface CargoDependency {
  /** Directory of a crate of the same project. */
  readonly path?: string;
  readonly features: readonly string[];
}

/** The package whose Cargo.toml lies in a directory; undefined where there is none, or none that can be read. */
export function readCargoPackage(files: ProjectFiles, root: string): CargoPackage | undefined {
  const manifest = readToml(files.read(below(root, 'Cargo.toml')));
  const table = tableIn(manifest, 'package');
  const name = stringIn(table, 'name');
  if (name === undefined) return undefined;
  const inRoot = files.below(root) ?? [];
  const script = table.build === false ? undefined : below(root, stringIn(table, 'build') ?? 'build.rs');
  const defaultRun = stringIn(table, 'default-run');
  return {
    root,
    name,
    programs: programsOf(manifest, table, name, root, inRoot),
    examples: [
      ...tablesIn(manifest, 'example').flatMap((one) => stringIn(one, 'name') ?? []),
      ...found(inRoot, root, 'examples'),
    ],
    dependencies: dependenciesOf(files, manifest, root),
    ...(script !== undefined && files.has(script) ? { buildScript: script } : {}),
    ...(defaultRun === undefined ? {} : { defaultRun }),
  };
}

/** Programs that the manifest names, and those that Cargo finds by the places of their sources. */
function programsOf(
  manifest: TomlTable | undefined,
  table: TomlTable,
  name: string,
  root: string,
  inRoot: readonly string[],
): string[] {
  const named = tablesIn(manifest, 'bin');
  const names = named.flatMap((one) => stringIn(one, 'name') ?? []);
  if (table.autobins === false) return names;
  const taken = new Set(named.flatMap((one) => toPath(stringIn(one, 'path') ?? '.', root) ?? []));
  const main = below(root, 'src/main.rs');
  const auto = inRoot.includes(main) && !taken.has(main) ? [name] : [];
  return [
    ...new Set([
      ...names,
      ...auto,
      ...found(inRoot, root, 'src/bin').filter((one) => !taken.has(below(root, `src/bin/${one}.rs`))),
    ]),
  ];
}

/** `src/bin/tool.rs` and `src/bin/tool/main.rs` are `tool`. */
function found(inRoot: readonly string[], root: string, folder: string): string[] {
  const place = below(root, folder);
  return inRoot.flatMap((path) => {
    if (parentOf(path) === place && path.endsWith('.rs')) return [nameOf(path).slice(0, -'.rs'.length)];
    return nameOf(path) === 'main.rs' && parentOf(parentOf(path)) === place ? [nameOf(parentOf(path))] : [];
  });
}

function dependenciesOf(
  files: ProjectFiles,
  manifest: TomlTable | undefined,
  root: string,
): Map<string, CargoDependency> {
  const all = new Map<string, CargoDependency>();
  const shared = findWorkspace(files, root);
  const places = [
    manifest,
    ...Object.values(tableIn(manifest, 'target')).map((one) => tableIn({ one } as TomlTable, 'one')),
  ];
  for (const place of places) {
    for (const [key, value] of Object.entries({
      ...tableIn(place, 'build-dependencies'),
      ...tableIn(place, 'dependencies'),
    })) {
      const own = tableIn({ value } as TomlTable, 'value');
      const inherited = own.workspace === true ? tableIn(shared?.manifest, 'workspace', 'dependencies', key) : {};
      const path = stringIn(own, 'path');
      const inheritedPath = stringIn(inherited, 'path');
      const directory =
        path !== undefined
          ? toPath(path, root)
          : inheritedPath === undefined
            ? undefined
            : toPath(inheritedPath, shared?.root);
      all.set(stringIn(own, 'package') ?? stringIn(inherited, 'package') ?? key, {
        ...(directory === undefined ? {} : { path: directory }),
        features: [...stringsIn(inherited, 'features'), ...stringsIn(own, 'features')],
      });
    }
  }
  return all;
}

/** The workspace that a directory's package belongs to, itself included. */
export function findWorkspace(
  files: ProjectFiles,
  directory: string,
): { readonly root: string; readonly manifest: TomlTable } | undefined {
  for (let at = directory; ; at = parentOf(at)) {
    const manifest = readToml(files.read(below(at, 'Cargo.toml')));
    if (manifest && 'workspace' in manifest) return { root: at, manifest };
    const elsewhere = at === directory ? stringIn(tableIn(manifest, 'package'), 'workspace') : undefined;
    if (elsewhere !== undefined) {
      const root = toPath(elsewhere, at)!;
      const found = readToml(files.read(below(root, 'Cargo.toml')));
      return found && { root, manifest: found };
    }
    if (at === '/') return undefined;
  }
}

/** The directory of the nearest Cargo.toml at or above a directory. */
export function findManifest(files: ProjectFiles, directory: string): string | undefined {
  for (let at = directory; ; at = parentOf(at)) {
    if (files.has(below(at, 'Cargo.toml'))) return at;
    if (at === '/') return undefined;
  }
}

/** Every package of a workspace: its members, patterns followed, and the package at its root. */
export function readMembers(files: ProjectFiles, root: string, manifest: TomlTable): CargoPackage[] {
  const excluded = new Set(stringsIn(tableIn(manifest, 'workspace'), 'exclude').map((one) => toPath(one, root)));
  const manifests = (files.below(root) ?? []).filter((path) => nameOf(path) === 'Cargo.toml');
  const roots = new Set<string>('package' in manifest ? [root] : []);
  for (const member of stringsIn(tableIn(manifest, 'workspace'), 'members')) {
    const pattern = new RegExp(`^${toPath(member, root)!.split('*').map(quote).join('[^/]*')}$`);
    for (const path of manifests)
      if (pattern.test(parentOf(path)) && !excluded.has(parentOf(path))) roots.add(parentOf(path));
  }
  return [...roots].flatMap((one) => readCargoPackage(files, one) ?? []);
}

function quote(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}

/** Packages, and those of the same project that they are compiled with. */
export function withOwnCrates(files: ProjectFiles, packages: readonly CargoPackage[]): CargoPackage[] {
  const all = new Map(packages.map((one) => [one.root, one]));
  for (const one of all.values()) {
    for (const { path } of one.dependencies.values()) {
      const other = path === undefined || all.has(path) ? undefined : readCargoPackage(files, path);
      if (other) all.set(other.root, other);
    }
  }
  return [...all.values()];
}

/** The crates that a Cargo.lock names; undefined where there is none. */
export function readLock(text: string | undefined): { readonly name: string; readonly own: boolean }[] | undefined {
  const lock = readToml(text);
  return (
    lock &&
    tablesIn(lock, 'package').flatMap((one) => {
      const name = stringIn(one, 'name');
      return name === undefined ? [] : [{ name, own: stringIn(one, 'source') === undefined }];
    })
  );
}
