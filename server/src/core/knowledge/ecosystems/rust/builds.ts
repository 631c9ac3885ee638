import { table } from '../../../text/table';
import type { Project, ProjectFiles, Step } from '../../ecosystem';
import { below, nameOf, parentOf, toPath } from '../../images/image-paths';
import { readCalls } from '../../inner-calls';
import { readToml, stringIn, stringsIn, type TomlTable, tableIn } from '../../toml';
import { type CargoCall, profileDirectory, readCargoCall } from './cargo-commands';
import {
  type CargoPackage,
  findManifest,
  findWorkspace,
  readCargoPackage,
  readMembers,
  withOwnCrates,
} from './cargo-toml';

/** A command that makes programs of the project's sources. */
export interface RustBuild {
  /** The command in the file: `make` or a script for a build that these run. */
  readonly step: Step;
  /** Packages that it builds; none for `rustc`, and for crates that are got from elsewhere. */
  readonly packages: readonly CargoPackage[];
  /** Crates that are got from elsewhere. */
  readonly crates: readonly string[];
  readonly features: readonly string[];
  /** The programs, absolute. */
  readonly programs: readonly string[];
  /** `x86_64-unknown-linux-musl`; undefined for that of the toolchain. */
  readonly target?: string;
  /** Flags of the compiler, as far as they stand in variables and in Cargo's settings. */
  readonly compilerFlags: string;
}

/** The builds of a command; those that `make` or a script runs stand for the command that runs them. */
export function readRustBuilds(step: Step, project: Project): RustBuild[] | BuildProblem {
  const builds: RustBuild[] = [];
  for (const call of readCalls(step, project) ?? [step]) {
    const build = readRustBuild(call, project);
    if (build && 'because' in build) return build;
    if (build) builds.push({ ...build, step });
  }
  return builds;
}

/** What one call of Cargo or the compiler builds. */
export function readRustBuild(call: Step, project: Project): RustBuild | BuildProblem | undefined {
  return call.name === 'rustc' ? readRustc(call) : readCargoBuild(call, project);
}

/** Why it can't be told what a command builds. */
export interface BuildProblem {
  readonly because: string;
}

/** `rustc -O -o app main.rs`. */
function readRustc(step: Step): RustBuild | undefined {
  const { arguments: given, directory } = step;
  let output: string | undefined;
  let folder = '.';
  let source: string | undefined;
  let target: string | undefined;
  let name: string | undefined;
  for (let at = 0; at < given.length; at++) {
    const word = given[at]!;
    if (word === '-o') output = given[++at];
    else if (word === '--out-dir') folder = given[++at] ?? '.';
    else if (word === '--target') target = given[++at];
    else if (word.startsWith('--target=')) target = word.slice('--target='.length);
    else if (word === '--crate-name') name = given[++at];
    else if (['-C', '-L', '-l', '--edition', '--cfg', '--crate-type', '--emit', '--extern', '-A', '-W'].includes(word))
      at++;
    else if (word.endsWith('.rs')) source = word;
  }
  if (source === undefined || given.some((word) => /^--crate-type(?:=(?!bin)|$)|^--emit|^--test$/.test(word)))
    return undefined;
  const path = toPath(output ?? `${folder}/${name ?? nameOf(source).slice(0, -3).replaceAll('-', '_')}`, directory);
  if (path === undefined || path.includes('$')) return undefined;
  return {
    step,
    packages: [],
    crates: [],
    features: [],
    programs: [path],
    ...(target === undefined ? {} : { target }),
    compilerFlags: given.join(' '),
  };
}

function readCargoBuild(step: Step, project: Project): RustBuild | BuildProblem | undefined {
  const call = readCargoCall(step);
  if (!call) return undefined;
  const { files } = project;
  const features = (call.flags.get('features') ?? []).flatMap((text) => text.split(/[\s,]+/));
  const given = (flag: string) => call.flags.get(flag)?.at(-1);
  const fromElsewhere =
    call.verb === 'install' && given('path') === undefined && (call.names.length > 0 || given('git') !== undefined);
  const settings = files && step.directory !== undefined ? readSettings(files, step.directory) : {};
  const target = given('target') ?? (step.variable('CARGO_BUILD_TARGET') || settings.target);
  const flags = ['RUSTFLAGS', 'CARGO_BUILD_RUSTFLAGS', 'CARGO_ENCODED_RUSTFLAGS'].map((name) => step.variable(name));
  const compilerFlags = [...flags, settings.flags].join(' ');
  const common = { step, features, compilerFlags, ...(target === undefined ? {} : { target }) };
  if (fromElsewhere) {
    const programs = call.names.map((crate) => {
      const plain = crate.replace(/@.*$/, '');
      return below(installRoot(call, step), PROGRAM_OF_CRATE[plain] ?? plain);
    });
    return { ...common, packages: [], crates: call.names, programs };
  }
  if (step.directory === undefined) return { because: `In which directory line ${step.line} builds can't be told.` };
  const change = given('C');
  const directory = change === undefined ? step.directory : toPath(change, step.directory)!;
  const manifest = given('manifest-path') ?? (call.verb === 'install' ? given('path') : undefined);
  const place =
    manifest === undefined ? directory : toPath(manifest.replace(/(?:^|\/)Cargo\.toml$/, '') || '.', directory)!;
  const root = files && !place.includes('$') ? findManifest(files, place) : undefined;
  if (!files || root === undefined) {
    return {
      because: `The Cargo.toml that line ${step.line} builds by can't be read here, so what it builds is not known.`,
    };
  }
  const workspace = findWorkspace(files, root);
  const packages = selectPackages(call, files, root, workspace);
  if ('because' in packages) return packages;
  const names = packages.flatMap((one) => programsOf(call, one, features));
  if (call.verb === 'install') {
    const bin = installRoot(call, step);
    return { ...common, packages, crates: [], programs: names.map(({ name }) => below(bin, name)) };
  }
  const output = given('artifact-dir') ?? given('out-dir');
  const own = given('target-dir') ?? (step.variable('CARGO_TARGET_DIR') || step.variable('CARGO_BUILD_TARGET_DIR'));
  const top =
    own === undefined || own === ''
      ? (settings.directory ?? below(workspace?.root ?? root, 'target'))
      : toPath(own, directory)!;
  const triple = target?.replace(/(?<=-gnu)\.[\d.]+$/, '').replace(/\.json$/, '');
  const folder = below(triple === undefined ? top : below(top, nameOf(triple)), profileDirectory(call));
  const programs = names.flatMap(({ name, folder: inner }) => {
    const path = below(inner === undefined ? folder : below(folder, inner), name);
    return output === undefined ? [path] : [path, below(toPath(output, directory)!, name)];
  });
  return { ...common, packages, crates: [], programs: programs.filter((path) => !path.includes('$')) };
}

/** Programs that have another name than their crate. */
const PROGRAM_OF_CRATE: Readonly<Record<string, string>> = table({
  diesel_cli: 'diesel',
  'sqlx-cli': 'sqlx',
  'sea-orm-cli': 'sea-orm-cli',
  ripgrep: 'rg',
  'fd-find': 'fd',
});

/** Where `cargo install` puts programs. */
function installRoot(call: CargoCall, step: Step): string {
  const root = call.flags.get('root')?.at(-1) ?? (step.variable('CARGO_INSTALL_ROOT') || step.variable('CARGO_HOME'));
  return below(toPath(root || '/root/.cargo', step.directory) ?? '/root/.cargo', 'bin');
}

/** The packages that a call is about: those it names, that of its directory, or a workspace's. */
function selectPackages(
  { verb, flags }: CargoCall,
  files: ProjectFiles,
  root: string,
  workspace: { readonly root: string; readonly manifest: TomlTable } | undefined,
): readonly CargoPackage[] | BuildProblem {
  const named = flags.get('package') ?? [];
  const own = readCargoPackage(files, root);
  const all = flags.has('workspace') || flags.has('all');
  if (own && (verb === 'install' || (named.length === 0 && !all))) return [own];
  if (!workspace) {
    const within = own && withOwnCrates(files, [own]);
    const found = named.length > 0 ? within?.filter(({ name }) => named.includes(name)) : within?.slice(0, 1);
    return found && found.length > 0
      ? found
      : { because: `Which packages ${below(root, 'Cargo.toml')} has can't be told.` };
  }
  const members = withOwnCrates(files, readMembers(files, workspace.root, workspace.manifest));
  if (named.length > 0) {
    const found = members.filter(({ name }) => named.includes(name));
    return found.length === named.length
      ? found
      : {
          because: `The workspace has no package ${named.find((name) => !found.some((one) => one.name === name))}, as far as its files are here.`,
        };
  }
  const defaults = stringsIn(tableIn(workspace.manifest, 'workspace'), 'default-members').map((one) =>
    toPath(one, workspace.root),
  );
  const chosen = !all && defaults.length > 0 ? members.filter((one) => defaults.includes(one.root)) : members;
  return chosen.length > 0
    ? chosen
    : { because: `The members of the workspace in ${workspace.root} can't be read here.` };
}

/** The programs of a package that a call builds. */
function programsOf(
  { flags }: CargoCall,
  { programs, examples }: CargoPackage,
  _features: readonly string[],
): { readonly name: string; readonly folder?: string }[] {
  const named = flags.get('bin');
  const shown = [...(flags.get('example') ?? []), ...(flags.has('examples') ? examples : [])];
  const others = ['lib', 'examples', 'tests', 'benches', 'example', 'test', 'bench'].some((name) => flags.has(name));
  const chosen = named
    ? programs.filter((name) => named.includes(name))
    : others && !flags.has('bins') && !flags.has('all-targets')
      ? []
      : programs;
  return [...chosen.map((name) => ({ name })), ...shown.map((name) => ({ name, folder: 'examples' }))];
}

/** What Cargo's settings files at and above a directory say. */
function readSettings(
  files: ProjectFiles,
  directory: string,
): { readonly target?: string; readonly directory?: string; readonly flags?: string } {
  const found: { target?: string; directory?: string; flags?: string } = {};
  for (let at = directory; ; at = parentOf(at)) {
    const table = readToml(files.read(below(at, '.cargo/config.toml')) ?? files.read(below(at, '.cargo/config')));
    const build = tableIn(table, 'build');
    found.target ??= stringIn(build, 'target');
    const own = stringIn(build, 'target-dir');
    if (own !== undefined) found.directory ??= toPath(own, at);
    const targets = Object.values(tableIn(table, 'target')).map((value) => tableIn({ value } as TomlTable, 'value'));
    const flags = [build, ...targets].flatMap((one) => [
      ...stringsIn(one, 'rustflags'),
      stringIn(one, 'rustflags') ?? '',
    ]);
    found.flags = [found.flags, ...flags].join(' ');
    if (at === '/') return found;
  }
}
