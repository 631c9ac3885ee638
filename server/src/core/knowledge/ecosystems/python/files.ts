import type { PlanRefusal, Project, Step } from '../../ecosystem';
import { below, isWithin, nameOf, toPath } from '../../images/image-paths';
import { type PythonInstall, pipWords } from './installs';
import { readRequirements } from './needs';
import { isCompiled, isCompiler, roleOf } from './programs';
import { isManifest } from './requirements';

/** Commands that bring files under names that only they know. */
const BRINGS = new Set(['git', 'hg', 'svn', 'curl', 'wget', 'tar', 'unzip', 'cp', 'mv', 'rsync', 'sed', 'make']);

const SYSTEM_ROOTS =
  /^\/(?:usr(?:\/(?:local|src|share|lib))?|etc|opt|var(?:\/(?:lib|log|www))?|root|home|srv|run|mnt|media|tmp)?$/;

/** Where the project's own files are. */
export interface ProjectPlaces {
  /** What the runtime stage gets from the builder. */
  readonly runtime: readonly string[];
  /** What lies outside of the project and is only installed from: wheels, sources of packages. */
  readonly build: readonly string[];
}

/** What of the project itself the builder has and nothing behind it brings. */
export function projectFiles(
  project: Project,
  installs: readonly PythonInstall[],
  last: Step,
): ProjectPlaces | PlanRefusal {
  const { copies, steps, workdir, files, start, checks, scripts } = project;
  const end = last.run!;
  const front = copies.filter(({ fromContext, at }) => fromContext && at < end);
  const behind = copies.filter(({ fromContext, at }) => fromContext && at > end);
  const requirements = readRequirements(project, installs);
  const editable = new Set(requirements.editable);
  const given = steps.flatMap((step) =>
    (pipWords(step) ?? []).flatMap((word) => (/^\.{0,2}\//.test(word) ? (toPath(word, step.directory) ?? []) : [])),
  );
  const installed = [...requirements.sources, ...given];
  const worked = [
    ...new Set(
      steps
        .filter((step) => roleOf(step, project) === 'build' && step.directory !== undefined)
        .map(({ directory }) => directory!),
    ),
  ];
  const isLocal = (path: string) =>
    worked.some((root) =>
      root === '/'
        ? !/^\/(?:bin|boot|dev|etc|home|lib|lib64|media|mnt|opt|proc|root|run|sbin|srv|sys|usr|var)(?:\/|$)/.test(path)
        : isWithin(path, root),
    );
  const texts = [
    ...[...start.programs, ...checks].flatMap(({ name, arguments: given }) => [name, ...given]),
    ...scripts.values(),
    ...(files
      ?.below('/')
      ?.filter((path) => /\.(?:py|sh|cfg|ini|toml|ya?ml|conf)$/.test(path) && !isManifest(path))
      .map((path) => files.read(path)) ?? []),
  ];
  const isNamed = (path: string) => texts.some((text) => text?.includes(nameOf(path)) === true);
  const isCovered = ({ source, path }: Project['copies'][number]) =>
    behind.some(
      (other) =>
        other.path !== undefined &&
        (other.source === '.'
          ? below(other.path, source) === path || (source === '.' && other.path === path)
          : other.source === source && other.path === path),
    );
  const found: string[] = [...editable];
  const build: string[] = [];
  const roots = [...new Set([workdir, ...worked])].filter((path) => !SYSTEM_ROOTS.test(path));
  const compiles = steps.some((step) => step.run! <= end && isCompiled(step));
  for (const copy of front) {
    const { path, tree, source } = copy;
    if (path === undefined) continue;
    // What lies where only the build looks, by custom, is the program's where that names it.
    if (isWithin(path, '/tmp') || isWithin(path, '/root/.cache')) {
      if (texts.some((text) => text?.includes(path) === true)) found.push(path);
      continue;
    }
    if (isWithin(path, '/root/.config') && !/\/(?:pip|pypoetry)(?:\/|$)/.test(path)) {
      found.push(path);
      continue;
    }
    const isEditable = [...editable].some((one) => isWithin(path, one) || (tree && isWithin(one, path)));
    const content = files?.below(path) ?? [];
    if (!isLocal(path) && !(tree && worked.some((root) => isWithin(root, path)))) {
      const isInstalled = installed.some((one) => isWithin(one, path)) && !isEditable;
      const isUsed = texts.some((text) => text?.includes(path) === true);
      if (!isUsed && (isInstalled || (tree ? content.length > 0 && content.every(isManifest) : isManifest(path))))
        build.push(path);
      continue;
    }
    if (path === '/' && tree)
      return { because: 'The project lies in /, among the files of the system; give it a WORKDIR first.' };
    if (isCovered(copy) && !isEditable && !compiles) continue;
    const onlyManifests =
      tree && content.length > 0
        ? content.every(isManifest)
        : !tree && isManifest(/[*?[]/.test(source) ? source : path);
    const onlyInstalled =
      !isEditable &&
      !isWithin(path, workdir) &&
      installed.some((one) => isWithin(path, one) || isWithin(one, path)) &&
      !texts.some((text) => text?.includes(path) === true);
    if (onlyInstalled) continue;
    if (onlyManifests && !isEditable && !isNamed(path)) continue;
    const root = roots.filter((one) => isWithin(path, one)).sort((a, b) => a.length - b.length)[0];
    found.push(root ?? path);
  }
  if (compiles)
    for (const step of steps)
      if (step.run! <= end && isCompiled(step) && step.directory !== undefined && !SYSTEM_ROOTS.test(step.directory))
        found.push(step.directory);
  // What is downloaded or put together in the project's own directories.
  for (const { name, arguments: words, directory, run } of steps) {
    if (run! > end || !BRINGS.has(name) || (name === 'git' && !words.includes('clone'))) continue;
    const root = roots.find((one) => directory !== undefined && isWithin(directory, one));
    if (root !== undefined) found.push(root);
  }
  // What a compiler is told to put elsewhere.
  for (const { name, arguments: given, directory, run } of steps) {
    const output = isCompiler(name) && run! <= end ? given[given.indexOf('-o') + 1] : undefined;
    const path = output === undefined || !given.includes('-o') ? undefined : toPath(output, directory);
    if (
      path !== undefined &&
      !isWithin(path, '/tmp') &&
      !path.endsWith('.o') &&
      !worked.some((one) => one !== '/' && isWithin(path, one))
    )
      found.push(path);
  }
  return { runtime: [...new Set(found)], build: [...new Set(build)] };
}
