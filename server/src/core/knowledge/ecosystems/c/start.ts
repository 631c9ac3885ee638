import type { Artefact, PlanRefusal, Program, Project } from '../../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../../images/image-paths';
import { SHELLS } from '../../shells';
import { hasCommand, packageName } from '../../system-packages/package-roles';
import type { CBuilds } from './builds';
import { bringsHeaders } from './libraries';

/** Commands that need the toolchain, or are for developers. */
const TOOLCHAIN = new Set(
  `make gmake cmake ctest cpack ninja meson gcc g++ cc c++ clang clang++ gfortran tcc ld ar gdb gdbserver lldb valgrind strace perf
  bear entr conan vcpkg scons bazel xmake cling root`.split(/\s+/),
);

/** Commands that start the program behind their flags. */
const WRAPPERS = new Set(['stdbuf', 'nice', 'setsid', 'taskset', 'timeout', 'env', 'nohup', 'time']);

/** Directories that are searched for a program given by name, those first that programs are installed in. */
const PATH = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/local/sbin', '/usr/sbin', '/sbin'];

/** What the container starts of what is built. */
export interface CStart {
  readonly programs: readonly Artefact[];
  /** Directories that it changes to before it starts something. */
  readonly directories: readonly string[];
}

/** The programs that the start calls, or that its scripts name. */
export function readStart(project: Project, builds: CBuilds): CStart | PlanRefusal {
  const { start, checks, scripts, workdir } = project;
  const tool = start.programs.map(({ name }) => nameOf(name)).find((name) => TOOLCHAIN.has(name));
  if (tool !== undefined) return { because: `The container runs ${tool}, which needs what the build needs.` };
  const used = new Map<string, Artefact>();
  const directories = [workdir];
  let first: string | undefined;
  for (const program of [...start.programs, ...checks]) {
    const moved = changedDirectory(program, directories.at(-1)!);
    if (moved !== undefined) {
      directories.push(moved);
      continue;
    }
    const isCheck = checks.includes(program);
    if (!isCheck && !SHELLS.has(nameOf(program.name)) && !hasCommand('debian', nameOf(program.name)))
      first ??= program.name;
    for (const word of [program.name, ...program.arguments]) {
      const found = findBuilt(word, word === program.name, directories, project, builds);
      if (found) used.set(found.from, found);
    }
  }
  for (const [script, text] of scripts) {
    if (text === undefined) return { because: `What ${nameOf(script)} starts can't be read here.` };
    const needs = /(?:^|[\s;&|(])(make|cmake|gcc|g\+\+|cc|clang|clang\+\+|gdb|valgrind|ninja|meson)\s/m.exec(
      text.replace(/^\s*#.*$/gm, ''),
    )?.[1];
    if (needs) return { because: `${nameOf(script)} runs ${needs}, which needs what the build needs.` };
    for (const [, place] of text.matchAll(/(?:^|[\s;&|(])cd\s+"?([\w./-]+)"?/gm))
      directories.push(toPath(place!, workdir)!);
    // A place with a variable in it may be any program there, and so may be a name that the script gets.
    const named = new Set([...start.programs].flatMap(({ name, arguments: given }) => [name, ...given]));
    const dynamic = [...text.matchAll(/([\w./-]+\/)["']?\$/g)].map(([, place]) => toPath(place!, directories.at(-1)!)!);
    for (const { path, kind } of builds.products) {
      if (kind !== 'program' || /test/i.test(nameOf(path))) continue;
      if (named.has(nameOf(path)) || dynamic.includes(parentOf(path))) used.set(path, { from: path, to: path });
    }
    for (const word of new Set(text.split(/[\s"'`;&|()=]+/))) {
      if (word === '' || hasCommand('debian', word)) continue;
      const found = findBuilt(word, true, directories, project, builds);
      if (found) used.set(found.from, found);
    }
  }
  const startsScript = start.programs.some(({ name, arguments: given }) =>
    [name, ...given].some(
      (word) => scripts.has(toPath(word, workdir)!) || [...scripts.keys()].some((path) => nameOf(path) === word),
    ),
  );
  const startsOwn =
    first === undefined
      ? start.programs.some(({ name }) => WRAPPERS.has(nameOf(name)))
      : findBuilt(first, true, directories, project, builds) !== undefined;
  if (used.size === 0 || !(startsOwn || startsScript)) {
    return {
      because: `${first ?? start.programs[0]?.name ?? 'What the container starts'} is not built here, as far as the file tells.`,
    };
  }
  return { programs: [...used.values()], directories };
}

function changedDirectory({ name, arguments: given }: Program, directory: string): string | undefined {
  return name === 'cd' && given[0] !== undefined && !given[0].includes('$') ? toPath(given[0], directory) : undefined;
}

/** Where a word of the start names something that is built. */
function findBuilt(
  word: string,
  isProgram: boolean,
  directories: readonly string[],
  project: Project,
  builds: CBuilds,
): Artefact | undefined {
  if (/[$*?{}\s]/.test(word) || word.startsWith('-')) return undefined;
  if (word.includes('/')) {
    for (const directory of directories.toReversed()) {
      const path = toPath(word, directory)!;
      if (isBuilt(path, isProgram, project, builds)) return { from: path, to: path };
    }
    return undefined;
  }
  if (!isProgram) {
    const path = below(directories.at(-1)!, word);
    return builds.products.some((one) => one.path === path) ? { from: path, to: path } : undefined;
  }
  const own = project.path;
  // What PATH is made of can't always be told, yet what is installed is there to be found.
  const prefixes = builds.installed.flatMap(({ prefix }) =>
    prefix === undefined ? [] : [below(prefix, 'bin'), below(prefix, 'sbin')],
  );
  const places = [...own, ...PATH, ...prefixes].map((place) => below(place.replace(/\/$/, '') || '/', word));
  const found =
    places.find((path) => builds.products.some((one) => one.path === path && one.kind !== 'archive')) ??
    installedAs(word, places, builds) ??
    (isSystemProgram(word, project)
      ? undefined
      : places.find(
          (path) => isInstalled(path, builds) || (own.includes(parentOf(path)) && isBuilt(path, true, project, builds)),
        ));
  return found === undefined ? undefined : { from: found, to: found };
}

/** Whether the system or a package has a command, so that it is none of the project's. */
function isSystemProgram(word: string, { packages }: Project): boolean {
  return hasCommand('debian', word) || packages.some((name) => packageName(name) === word);
}

/** Where CMake puts a program by name; its other tools have `bin` unless they say otherwise. */
function installedAs(word: string, places: readonly string[], { installed }: CBuilds): string | undefined {
  for (const { prefix, configured } of installed) {
    if (prefix === undefined) continue;
    const said = configured?.project?.installed.programs.find((path) => nameOf(path) === word);
    const path = said !== undefined && !said.includes('$') ? toPath(said, prefix)! : undefined;
    if (path !== undefined && places.includes(path)) return path;
  }
  return undefined;
}

function isInstalled(path: string, { installed }: CBuilds): boolean {
  return installed.some(({ prefix }) => prefix !== undefined && isWithin(path, prefix));
}

/** Whether the build makes a file: it says so, or it is a program in a directory of the build that no COPY brings. */
export function isBuilt(path: string, isProgram: boolean, project: Project, builds: CBuilds): boolean {
  const { products, configured, opaque } = builds;
  if (products.some((one) => one.path === path && one.kind !== 'archive')) return true;
  if (project.files?.has(path) || path.includes('$')) return false;
  if (configured.some(({ project: lists }) => lists?.programs.includes(path))) return true;
  if (!isProgram) return false;
  if (isInstalled(path, builds)) return true;
  const vague = [
    ...configured.map(({ build }) => build),
    ...configured.flatMap(({ tool, source }) => (tool === 'cmake' ? [] : [source])),
    ...opaque.flatMap((step) => projectOf(step.directory, project) ?? []),
  ].filter((place) => place !== '/');
  return (
    vague.some((place) => isWithin(path, place)) || outputDirectories(builds).some((place) => isWithin(path, place))
  );
}

/** The directory that the build context is copied to and a command works in; the command's own where there is none. */
export function projectOf(directory: string | undefined, { copies }: Project): string | undefined {
  if (directory === undefined) return undefined;
  const around = copies.find(
    ({ path, tree, fromContext }) =>
      fromContext && tree && path !== undefined && path !== '/' && isWithin(directory, path),
  );
  return around?.path ?? directory;
}

/** Directories that CMake projects set for their programs, beside the build directory. */
function outputDirectories({ configured }: CBuilds): string[] {
  return configured.flatMap(({ project }) => (project?.programs ?? []).map(parentOf));
}

/** Commands that images with a toolchain have, and slim ones have not. */
const IN_TOOLCHAIN_IMAGES = new Set(
  'curl wget git file ps top pgrep pkill kill perl unzip bzip2 xz patch openssl convert identify svn hg ssh scp python3 free vmstat uptime w'.split(
    ' ',
  ),
);

/** Commands that a program starts and that the builder has, so that the runtime must have them too. */
export function neededCalls(
  calls: readonly string[],
  project: Project,
  builds: CBuilds,
): readonly string[] | PlanRefusal {
  const needed = new Set<string>();
  for (const call of calls) {
    const name = nameOf(call);
    const path = call.includes('/') ? toPath(call, project.workdir)! : undefined;
    if (path !== undefined && (project.files?.has(path) || isBuilt(path, false, project, builds))) continue;
    if (TOOLCHAIN.has(name) && name !== 'root')
      return { because: `The program calls ${name}, which needs what the build needs.` };
    const installed = project.packages.some((one) => packageName(one) === name);
    if (installed || hasCommand('debian', name) || (bringsHeaders(project.base) && IN_TOOLCHAIN_IMAGES.has(name)))
      needed.add(name);
  }
  return [...needed];
}
