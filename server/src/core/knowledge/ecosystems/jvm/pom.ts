import { below, parentOf, toPath } from '../../images/image-paths';
import { elementsAt, readXml, textAt, textsOf, type XmlElement } from './xml';

/** Where a pom.xml is read from: the files of a project by absolute path. */
interface PomFiles {
  read(path: string): string | undefined;
}

/** What a pom.xml says, together with those of its parents that lie beside it. */
export interface Pom {
  readonly directory: string;
  /** Name of the packed file without ending; a variable that is not known stays as `${name}`. */
  readonly finalName: string;
  readonly packaging: string;
  readonly modules: readonly string[];
  /** What is compiled against and shipped: scopes `test`, `provided` and `system` left out. */
  readonly dependencies: readonly PomDependency[];
  /** Parents that come from a repository, as `group:artifact`. */
  readonly remoteParent?: string;
  /** The project's own `<project>` element, then those of its parents beside it. */
  readonly projects: readonly XmlElement[];
  /** Where the build writes: `target` unless said otherwise. */
  readonly output: string;
  /** Puts in the properties that are known. */
  expand(text: string): string;
}

export interface PomDependency {
  readonly group: string;
  readonly artifact: string;
}

/** How many parents are followed: more than any project has. */
const MAX_PARENTS = 8;

/** Reads the pom.xml of a directory (or another file of it), given properties from the command line; undefined where there is none. */
export function readPom(
  files: PomFiles,
  directory: string,
  given: ReadonlyMap<string, string> = new Map(),
  name = 'pom.xml',
): Pom | undefined {
  const own = readProject(files.read(below(directory, name)));
  if (!own) return undefined;
  const projects = [own];
  let at = directory;
  let remoteParent: string | undefined;
  for (let level = 0; level < MAX_PARENTS; level++) {
    const parent = elementsAt(projects.at(-1)!, 'parent')[0];
    if (!parent) break;
    const relative = elementsAt(parent, 'relativePath')[0]?.text ?? '../pom.xml';
    const path = relative === '' ? undefined : toPath(relative, at)!;
    const file = path === undefined || path.endsWith('.xml') ? path : below(path, 'pom.xml');
    const text = file === undefined ? undefined : readProject(files.read(file));
    if (!text || textAt(text, 'artifactId') !== textAt(parent, 'artifactId')) {
      remoteParent = `${textAt(parent, 'groupId') ?? ''}:${textAt(parent, 'artifactId') ?? ''}`;
      break;
    }
    projects.push(text);
    at = parentOf(file!);
  }
  const properties = readProperties(projects, directory, given);
  const expand = (text: string, depth = 0): string =>
    text.replace(/\$\{([^}]+)\}/g, (written, key: string) => {
      const value = properties.get(key);
      return value === undefined || depth > 5 ? written : expand(value, depth + 1);
    });
  const first = (...path: string[]) =>
    projects.map((project) => textAt(project, ...path)).find((text) => text !== undefined);
  const dependencies = projects.flatMap((project) =>
    elementsAt(project, 'dependencies', 'dependency').flatMap((dependency) => {
      const scope = textAt(dependency, 'scope');
      const isShipped = scope === undefined || scope === 'compile' || scope === 'runtime';
      const isLibrary = textAt(dependency, 'type') !== 'pom';
      if (!isShipped || !isLibrary) return [];
      return [
        {
          group: expand(textAt(dependency, 'groupId') ?? ''),
          artifact: expand(textAt(dependency, 'artifactId') ?? ''),
        },
      ];
    }),
  );
  return {
    directory,
    finalName: expand(first('build', 'finalName') ?? '${project.artifactId}-${project.version}'),
    packaging: textAt(own, 'packaging') ?? 'jar',
    modules: [
      ...elementsAt(own, 'modules', 'module'),
      ...elementsAt(own, 'profiles', 'profile', 'modules', 'module'),
    ].map(({ text }) => text),
    dependencies,
    ...(remoteParent === undefined ? {} : { remoteParent }),
    projects,
    output: toPath(expand(first('build', 'directory') ?? 'target'), directory)!,
    expand,
  };
}

function readProject(text: string | undefined): XmlElement | undefined {
  const root = text === undefined ? undefined : readXml(text);
  return root?.name === 'project' ? root : undefined;
}

function readProperties(
  projects: readonly XmlElement[],
  directory: string,
  given: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const [own] = projects;
  const properties = new Map<string, string>();
  for (const project of projects.toReversed()) {
    for (const { name, text } of elementsAt(project, 'properties').flatMap(({ children }) => children))
      properties.set(name, text);
  }
  for (const name of ['artifactId', 'groupId', 'version']) {
    const value = textAt(own!, name) ?? (name === 'artifactId' ? undefined : textAt(own!, 'parent', name));
    if (value !== undefined) for (const prefix of ['project.', 'pom.', '']) properties.set(prefix + name, value);
  }
  for (const name of ['version', 'artifactId', 'groupId']) {
    const value = textAt(own!, 'parent', name);
    if (value !== undefined) properties.set(`project.parent.${name}`, value);
  }
  for (const name of ['basedir', 'project.basedir']) properties.set(name, directory);
  properties.set('project.build.directory', below(directory, 'target'));
  for (const [name, value] of given) properties.set(name, value);
  return properties;
}

/** What the project says about a plugin, in `<plugins>`, in profiles, or in what it manages for modules. */
export function pluginElements({ projects }: Pom, artifact: RegExp): XmlElement[] {
  return projects.flatMap((project) =>
    [project, ...elementsAt(project, 'profiles', 'profile')].flatMap((one) =>
      [
        ...elementsAt(one, 'build', 'plugins', 'plugin'),
        ...elementsAt(one, 'build', 'pluginManagement', 'plugins', 'plugin'),
      ].filter((plugin) => artifact.test(textAt(plugin, 'artifactId') ?? '')),
    ),
  );
}

/** Whether a plugin runs in the project's build: managing one alone does not call it. */
export function hasPlugin({ projects }: Pom, artifact: RegExp): boolean {
  return projects.some((project) =>
    [project, ...elementsAt(project, 'profiles', 'profile')].some((one) =>
      elementsAt(one, 'build', 'plugins', 'plugin').some((plugin) => artifact.test(textAt(plugin, 'artifactId') ?? '')),
    ),
  );
}

/** Values of a setting anywhere in the project's build. */
export function settingsOf({ projects, expand }: Pom, name: string): string[] {
  return projects.flatMap((project) => textsOf(project, name)).map((text) => expand(text));
}
