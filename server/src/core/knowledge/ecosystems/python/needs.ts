import { table } from '../../../text/table';
import type { PlanRefusal, Project } from '../../ecosystem';
import { nameOf } from '../../images/image-paths';
import { packageName, packageRole } from '../../system-packages/package-roles';
import { FULL_COMMANDS, type ImageNeed, pythonRelease, pythonVersion } from './images';
import type { PythonInstall } from './installs';
import { packageOf, packageOfLibrary, systemNeeds } from './libraries';
import { isCompiler } from './programs';
import { type Requirement, readProjectRequirements, readRequirement, readRequirementFile } from './requirements';
import { programSources, readExtension, readSources } from './sources';

/** Libraries by their names in pkg-config. */
const PKG_CONFIG: Readonly<Record<string, string>> = table({
  'glib-2.0': 'glib-2.0',
  libcurl: 'curl',
  libffi: 'ffi',
  libpq: 'pq',
  'libxml-2.0': 'xml2',
  libxslt: 'xslt',
  openssl: 'ssl',
  'yaml-0.1': 'yaml',
  zlib: 'z',
});

/** What a project needs of the runtime's system beside what the author installs. */
export function readNeeds(
  project: Project,
  installs: readonly PythonInstall[],
  need: ImageNeed,
  notes: string[],
): { readonly packages: readonly string[]; readonly calls: readonly string[] } | PlanRefusal {
  const changes = (project.wish ?? need.image) !== project.image;
  const requirements = readRequirements(project, installs);
  if (requirements.unread !== undefined && changes) {
    return {
      because: `${requirements.unread} can't be read here, so neither can what its packages need of ${project.image} when they run.`,
    };
  }
  const clone = project.steps.find(({ name, arguments: given }) => name === 'git' && given.includes('clone'));
  if (clone && changes)
    return {
      because: `Line ${clone.line} downloads sources, and what they need of ${project.image} when they run can't be read here.`,
    };
  const codename = pythonRelease(project.base);
  const packages = new Set<string>();
  const sources = readSources(project);
  if (sources === undefined && changes)
    return { because: `The sources are not here to tell what they need of ${project.image} when they run.` };
  const commands = new Set<string>();
  if (sources?.compiles !== undefined)
    return { because: `${nameOf(sources.compiles)} compiles when it runs, so the image needs the compiler.` };
  const found = systemNeeds(requirements.list, pythonVersion(project.base)?.minor, codename);
  if (found.unknown !== undefined && (need.distro === 'debian' || !found.missing))
    return { because: `${found.unknown}.` };
  if (need.distro === 'debian') {
    for (const name of found.packages) packages.add(name);
    // What a Fortran compiler made needs its library.
    if (project.packages.some((name) => packageName(name) === 'gfortran')) packages.add('libgfortran5');
    const linked = new Set(sources?.libraries);
    for (const directory of requirements.sources) {
      const extension = project.files && readExtension(directory, project.files);
      for (const name of extension?.libraries ?? []) linked.add(name);
      if (extension?.openmp) packages.add('libgomp1');
    }
    for (const { name, arguments: given } of project.steps) {
      if (name === 'pkg-config')
        for (const one of given) linked.add(PKG_CONFIG[one] ?? (one.startsWith('-') ? 'c' : one));
      if (!isCompiler(name)) continue;
      for (const one of given) {
        const library = /^-l:?(?:lib(?=.*\.so))?([\w+-]+)/.exec(one)?.[1];
        if (library !== undefined) linked.add(library);
        if (one === '-fopenmp') linked.add('gomp');
      }
      if (name === 'gfortran') linked.add('gfortran');
    }
    for (const name of linked) {
      const brought = project.packages.some(
        (one) =>
          packageRole(one) !== 'build' &&
          packageName(one)
            .replace(/[\d.-]+|dev$/g, '')
            .includes(name.replace(/[\d.-]+$/, '')),
      );
      const found_ = packageOfLibrary(name, codename);
      if (found_ === undefined && changes && !brought && !isBuiltHere(name, project))
        return { because: `The program uses lib${name}, and which package of ${need.image} has that is not known.` };
      if (found_) packages.add(found_);
    }
    if (changes && sources?.graphical) {
      if (codename === 'stretch' || codename === 'buster')
        return { because: "The program has windows (tkinter), which the slim images can't show." };
      packages.add('libtk8.6');
    }
    if (changes && sources?.fonts) packages.add('fonts-dejavu-core');
  }
  for (const { name, arguments: given } of project.steps) {
    if (name !== 'tar') continue;
    if (given.some((word) => /\.(?:tar\.)?xz$|^-?[a-zA-Z]*x[a-zA-Z]*J|^-?J[a-zA-Z]*x/.test(word))) commands.add('xz');
    if (given.some((word) => /\.(?:tar\.)?bz2$|^-?[a-zA-Z]*x[a-zA-Z]*j|^-?j[a-zA-Z]*x/.test(word)))
      commands.add('bzip2');
  }
  for (const name of [...found.commands, ...(sources?.calls ?? []), ...scriptCommands(project)]) commands.add(name);
  const calls: string[] = [];
  for (const name of commands) {
    const brings = FULL_COMMANDS.get(name);
    if (brings === undefined) continue;
    if (need.distro === 'debian') packages.add(brings);
    else calls.push(name);
  }
  const authors = new Set(
    project.packages.flatMap((one) =>
      packageRole(one) === 'build' ? [] : [packageName(one), packageOf(packageName(one), codename)],
    ),
  );
  const added = [...packages].filter((name) => !authors.has(name));
  if (added.length > 0)
    notes.push(
      `${added.join(', ')}: what the project's packages and sources need of the system and ${need.image} lacks.`,
    );
  return { packages: added, calls };
}

/** Whether a library is one that the project itself compiles. */
function isBuiltHere(name: string, { steps, files }: Project): boolean {
  return (
    steps.some((step) =>
      step.arguments.some((word) => nameOf(word).startsWith(`lib${name}.so`) || nameOf(word) === `${name}.so`),
    ) ||
    files
      ?.below('/')
      ?.some((path) => nameOf(path).replace(/^lib/, '').startsWith(`${name}.so`) || nameOf(path) === name) === true
  );
}

/** Commands of scripts that the container, its sources or those scripts start, as far as only the full images have them. */
function scriptCommands(project: Project): string[] {
  const { scripts, files, start } = project;
  const others = files?.below('/')?.filter((path) => path.endsWith('.sh') && !scripts.has(path)) ?? [];
  const texts = [...scripts.values()].flatMap((text) => text ?? []);
  const named = [
    ...texts,
    ...start.programs.flatMap(({ name, arguments: given }) => [name, ...given]),
    ...(others.length > 0 ? (programSources(project) ?? []).flatMap((path) => files!.read(path) ?? []) : []),
  ];
  for (const path of others) if (named.some((text) => text.includes(nameOf(path)))) texts.push(files!.read(path) ?? '');
  return texts.flatMap((text) =>
    [...text.matchAll(/(?:^|[;&|(`]|\b(?:if|while|until|then|do|else|exec|!)\s)\s*([a-z][\w.+-]*)(?=\s|$)/gm)].map(
      (match) => match[1]!,
    ),
  );
}

interface ReadRequirements {
  readonly list: readonly Requirement[];
  readonly sources: readonly string[];
  readonly editable: readonly string[];
  readonly unread?: string;
}

/** Everything that is installed, as far as files of the project tell. */
export function readRequirements({ files }: Project, installs: readonly PythonInstall[]): ReadRequirements {
  const list: Requirement[] = [];
  const sources: string[] = [];
  const editable: string[] = [];
  let unread: string | undefined;
  for (const { by, step, requirements, packages, sources: directories, editable: isEditable } of installs) {
    const compiled = step.arguments.some(
      (word, at) => word === '--no-binary' || /^--no-binary=/.test(word) || step.arguments[at - 1] === '--no-binary',
    );
    for (const text of packages) {
      const one = readRequirement(text, compiled);
      if (one) list.push(one);
    }
    const shown = files && { ...files, read: (path: string) => files.read(path) ?? step.bound?.(path) };
    for (const path of requirements) {
      const read = path === undefined || !shown ? undefined : readRequirementFile(path, step.directory ?? '/', shown);
      if (read === undefined || read.unread !== undefined) {
        // A file that is made here comes of the project's own manifests.
        const made =
          path !== undefined && step.directory !== undefined && shown
            ? readProjectRequirements(step.directory, shown)
            : undefined;
        if (made) list.push(...made);
        else unread ??= path === undefined ? 'A requirement file' : nameOf(read?.unread ?? path);
        continue;
      }
      list.push(...read.list.map((one) => (compiled ? { ...one, fromSource: true } : one)));
      sources.push(...read.sources, ...read.editable);
      editable.push(...read.editable);
    }
    for (const directory of directories) {
      if (directory === undefined) continue;
      sources.push(directory);
      if (isEditable) editable.push(directory);
      const own = shown && readProjectRequirements(directory, shown);
      if (own) list.push(...own);
      else if (!files?.below(directory)?.length) unread ??= directory;
    }
    if (
      ['poetry', 'pipenv', 'pdm', 'uv'].includes(by) &&
      requirements.length === 0 &&
      packages.length === 0 &&
      directories.length === 0
    ) {
      const own = step.directory === undefined || !shown ? undefined : readProjectRequirements(step.directory, shown);
      if (own) list.push(...own);
      else unread ??= by === 'pipenv' ? 'Pipfile' : 'pyproject.toml';
    }
  }
  return { list, sources, editable, ...(unread === undefined ? {} : { unread }) };
}
