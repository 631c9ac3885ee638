import type { Ecosystem, Project, ProjectFiles } from '../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../images/image-paths';
import {
  type Belongings,
  isMade,
  type JvmTool,
  jvmRole,
  type Product,
  productsOf,
  stepsOf,
  type ToolCall,
} from './jvm/builds';
import { isJvmSource } from './jvm/files';
import { JVM_BUILD_DIRECTORIES, jvmBuildReads } from './jvm/images';
import { planJvm } from './jvm/plan';

export const java: Ecosystem = {
  id: 'java',
  title: 'Java',
  environment: {},
  buildVariables: /^(?:JAVA_HOME|DEBIAN_FRONTEND)$/,
  buildReads: jvmBuildReads,
  buildDirectories: JVM_BUILD_DIRECTORIES,
  isSource: isJvmSource,
  mayRecognise: ({ base, names, scripts }) =>
    scripts || base.family === 'java' || names.has('javac') || names.has('jar'),
  recognises: (project) =>
    ![...stepsOf(project), ...project.start.programs].some(({ name }) => OTHERS.test(nameOf(name))) &&
    (stepsOf(project).some(({ name }) => COMMANDS.has(name)) ||
      (project.base.family === 'java' &&
        project.start.programs.some(({ name, arguments: given }) => compiles(name, given)))),
  roleOf: (step, project) => jvmRole(step, project, tool),
  provides: () => false,
  plan: (project) => planJvm(project, tool),
};

const COMMANDS = new Set(['javac', 'jar']);

/** Tools that call javac themselves: a project of theirs may have a call of jar too. */
const OTHERS = /^(?:mvnw?|mvnd|gradlew?|sbt|ant|bazel|lein|mill|cmake|ninja)$/;

function compiles(name: string, given: readonly string[]): boolean {
  return nameOf(name) === 'javac' || (nameOf(name) === 'java' && given.some((word) => word.endsWith('.java')));
}

const tool: JvmTool = {
  title: 'javac',
  helps: 'javac in a RUN, and java with the class as CMD, would help.',
  commands: COMMANDS,
  builds: () => true,
  products,
  belongings,
};

const CLASS_PATH = new Set([
  '-cp',
  '-classpath',
  '--class-path',
  '-p',
  '--module-path',
  '-processorpath',
  '--processor-path',
]);
const VALUE_FLAGS = new Set([
  ...CLASS_PATH,
  '-d',
  '-s',
  '-h',
  '-encoding',
  '-source',
  '-target',
  '--release',
  '--source',
  '--target',
  '-sourcepath',
  '--source-path',
  '--module-source-path',
  '--add-modules',
  '--add-exports',
  '--add-reads',
  '-m',
  '--module',
  '-processor',
]);

/** Where javac puts classes, and the archive that jar writes. */
function products({ step, arguments: given, directory }: ToolCall, project: Project): Product[] {
  if (step.name === 'jar') return jarProducts(given, directory);
  const at = given.indexOf('-d');
  const output = at === -1 ? undefined : toPath(given[at + 1] ?? '.', directory);
  if (output !== undefined) {
    if (!project.files || !holdsSources(output, project)) return [{ path: output, tree: true }];
    return classesIn(output, project);
  }
  const sources = given.filter((word, index) => word.endsWith('.java') && !VALUE_FLAGS.has(given[index - 1] ?? ''));
  const places = sources.map((word) => parentOf(toPath(word.replace(/\*\*\//, ''), directory)!));
  // An argument file or a substitution lists sources of any directory.
  const unlisted = given.some((word) => word.startsWith('@') || word.includes('$('));
  return [...new Set([...(unlisted || sources.length === 0 ? [directory] : []), ...places])].flatMap((place) => [
    ...[place, ...classPathRoots(place, project)].map((path) => ({ path, tree: unlisted && path === place })),
    ...(hasUnnamed(place, project) ? [{ path: below(place, '*.class'), tree: false }] : []),
  ]);
}

/** Whether sources lie in the directory itself, so that their classes do too. */
function hasUnnamed(directory: string, { files }: Project): boolean {
  return (
    !files || (files.below(directory) ?? []).some((path) => parentOf(path) === directory && path.endsWith('.java'))
  );
}

/** The directories that classes in a place are found from: `/src` for the package `org.example` in `/src/org/example`. */
function classPathRoots(directory: string, { files }: Project): string[] {
  const sources =
    files?.below(directory)?.filter((path) => parentOf(path) === directory && path.endsWith('.java')) ?? [];
  return sources.flatMap((path) => {
    const name = /^\s*package\s+([\w.]+)\s*;/m.exec(files?.read(path) ?? '')?.[1]?.replaceAll('.', '/');
    return name !== undefined && directory.endsWith(`/${name}`) ? [directory.slice(0, -name.length - 1) || '/'] : [];
  });
}

function holdsSources(directory: string, { files }: Project): boolean {
  return directory === '/' || (files?.below(directory)?.length ?? 0) > 0;
}

/** Classes in a directory that holds other files too: those of packages lie where their names say. */
function classesIn(directory: string, { files }: Project): Product[] {
  const packages = new Set(
    files
      ?.below('/')
      ?.filter((path) => path.endsWith('.java'))
      .map((path) => packageOf(path, files)),
  );
  const places = [...packages].map((name) =>
    name === undefined
      ? { path: below(directory, '*.class'), tree: false }
      : { path: below(directory, name), tree: true },
  );
  return [{ path: directory, tree: false }, ...places];
}

/** The first segment of a source's package; undefined for the unnamed one. */
function packageOf(path: string, files: ProjectFiles): string | undefined {
  return /^\s*package\s+(\w+)/m.exec(files.read(path) ?? '')?.[1];
}

function jarProducts(given: readonly string[], directory: string): Product[] {
  const [verb = '', ...rest] = given;
  const long =
    given.find((word) => word.startsWith('--file='))?.slice('--file='.length) ?? given[given.indexOf('--file') + 1];
  if (given.includes('--create') || given.includes('-c')) {
    const file = given.includes('-f') ? given[given.indexOf('-f') + 1] : long;
    return file === undefined ? [] : [{ path: toPath(file, directory)!, tree: false }];
  }
  const letters = verb.replace(/^-/, '');
  if (/^c[a-zA-Z0-9]*$/.test(letters) && letters.includes('f')) {
    // The operands of f, m and e stand in the order of the letters.
    const order = [...letters].filter((letter) => letter === 'f' || letter === 'm' || letter === 'e');
    const file = rest[order.indexOf('f')];
    return file === undefined ? [] : [{ path: toPath(file, directory)!, tree: false }];
  }
  // Unpacked files lie where jar runs.
  return /^x/.test(letters) || given.includes('--extract') ? [{ path: directory, tree: true }] : [];
}

/** What a class path entry or jar needs beside it: libraries that a manifest of the project names. */
function belongings(path: string, _: readonly ToolCall[], project: Project): Belongings | string {
  if (!path.endsWith('.jar')) return { paths: classPathOf(path, project) };
  const products = productsOf(project, tool);
  const manifests =
    project.files?.below('/')?.filter((one) => /(?:\.mf|manifest[^/]*\.txt|manifest)$/i.test(one)) ?? [];
  const entries = manifests.flatMap((one) => {
    const text = (project.files?.read(one) ?? '').replace(/\r?\n /g, '');
    return /^Class-Path:\s*(.+)$/im.exec(text)?.[1]?.trim().split(/\s+/) ?? [];
  });
  const written = project.steps.flatMap(({ name, arguments: given }) =>
    name === 'echo' || name === 'printf' ? given : [],
  );
  const inFile = written.flatMap((text) => /Class-Path:\s*([^\n\\]+)/.exec(text)?.[1]?.trim().split(/\s+/) ?? []);
  const beside = [...entries, ...inFile].map((entry) => toPath(entry, parentOf(path))!);
  const there = beside.filter(
    (one) => isMade(one, products) || project.files?.has(one) || (project.files?.below(one)?.length ?? 0) > 0,
  );
  return { paths: [path, ...there] };
}

/** Whether files beside the classes may be looked up in the class path: by the sources, or by a library. */
function looksUp(inside: readonly string[], { files }: Project): boolean {
  return inside.some(
    (path) =>
      path.endsWith('.jar') ||
      /\/META-INF\//.test(path) ||
      (path.endsWith('.java') &&
        /\bgetResource|ResourceBundle|ServiceLoader|ClassLoader|getSystemResource/.test(files?.read(path) ?? '')),
  );
}

/** A directory of classes; in one that holds the sources too, classes alone where nothing else lies there. */
function classPathOf(directory: string, project: Project): string[] {
  const { files } = project;
  const inside = files?.below(directory) ?? [];
  const made = productsOf(project, tool).filter(({ path }) => parentOf(path) === directory && path.endsWith('.class'));
  if (!files && made.length > 0) return [...new Set(made.map(({ path }) => path))];
  if (!files || (inside.length === 0 && directory !== '/')) return [directory];
  if (directory !== '/' && inside.some((path) => !isJvmSource(path)) && looksUp(inside, project)) return [directory];
  const own = productsOf(project, tool).filter(({ path }) => isWithin(path, directory));
  const globs = own
    .filter(({ path }) => parentOf(path) === directory && path.endsWith('.class'))
    .map(({ path }) => path);
  // Classes of packages lie among their sources, those too that javac finds by itself.
  const sources = inside.filter((path) => path.endsWith('.java') && parentOf(path) !== directory);
  const firstOf = (path: string) => path.slice(directory === '/' ? 1 : directory.length + 1).split('/')[0]!;
  const packages = sources.filter((path) => packageOf(path, files) === firstOf(path));
  const deeper = own.filter(({ path }) => path !== directory && !path.endsWith('.class'));
  return [
    ...new Set([
      ...globs,
      ...[...packages, ...deeper.map(({ path }) => path)].map((path) => below(directory, firstOf(path))),
    ]),
  ];
}
