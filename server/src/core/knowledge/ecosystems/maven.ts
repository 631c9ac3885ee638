import type { Ecosystem, Project } from '../ecosystem';
import { isWithin, nameOf, parentOf, toPath } from '../images/image-paths';
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
import { hasPlugin, type Pom, readPom, settingsOf } from './jvm/pom';

export const maven: Ecosystem = {
  id: 'maven',
  title: 'Maven',
  environment: { CATALINA_HOME: '/usr/local/tomcat' },
  buildVariables: /^(?:MAVEN_\w+|MVN_\w+|M2|M2_HOME|JAVA_HOME|DEBIAN_FRONTEND)$/,
  buildReads: jvmBuildReads,
  buildDirectories: JVM_BUILD_DIRECTORIES,
  isSource: isJvmSource,
  mayRecognise: ({ names, scripts }) => scripts || [...COMMANDS].some((name) => names.has(name)),
  recognises: (project) =>
    stepsOf(project).some(isMaven) || project.start.programs.some(({ name }) => COMMANDS.has(nameOf(name))),
  roleOf: (step, project) => jvmRole(step, project, tool),
  provides: () => false,
  plan: (project) => planJvm(project, tool),
};

const COMMANDS = new Set(['mvn', 'mvnw', 'mvnd']);

function isMaven({
  name,
  arguments: given,
}: {
  readonly name: string;
  readonly arguments: readonly string[];
}): boolean {
  return COMMANDS.has(name) || ((name === 'sh' || name === 'bash') && given.some((word) => nameOf(word) === 'mvnw'));
}

/** Goals that fetch, check or clean, and leave nothing that runs. */
const NOT_BUILDING =
  /^(?:clean|validate|initialize|help|site)$|^(?:[\w.-]+:)*(?:dependency(?:-plugin)?(?::[\d.]+)?:(?:go-offline|resolve(?:-plugins)?|tree|list|get|analyze)|versions|help|wrapper|clean)\b/;

const tool: JvmTool = {
  title: 'Maven',
  helps: 'mvn package in a RUN, and java -jar with the jar that it makes as CMD, would help.',
  commands: COMMANDS,
  builds: (call) => goalsOf(call).some((goal) => !NOT_BUILDING.test(goal)),
  products(call, project) {
    const pom = pomAt(call.directory, [call], project);
    const own: Product[] = pom && pom.output !== `${pom.directory}/target` ? [{ path: pom.output, tree: true }] : [];
    const libraries = pom ? libraryDirectories(pom) : [];
    return [
      { path: call.directory, tree: false, within: 'target' },
      ...own,
      ...[...givenDirectories([call]), ...libraries].map((path) => ({ path, tree: true })),
    ];
  },
  belongings,
};

const VALUE_FLAGS = new Set(
  '-f --file -s --settings -gs --global-settings -pl --projects -P --activate-profiles -T --threads -D -rf -l -t -b'.split(
    ' ',
  ),
);

function goalsOf({ arguments: given }: ToolCall): string[] {
  return given.filter((word, at) => !word.startsWith('-') && !VALUE_FLAGS.has(given[at - 1] ?? ''));
}

/** Properties from the command line. */
function propertiesOf(calls: readonly ToolCall[]): ReadonlyMap<string, string> {
  const words = calls.flatMap(({ arguments: given }) =>
    given.map((word, at) => (given[at - 1] === '-D' ? `-D${word}` : word)),
  );
  return new Map(
    words.flatMap((word) => {
      const [, name, value] = /^-D([^=]+)=(.*)$/.exec(word) ?? [];
      return name === undefined ? [] : [[name, value!] as const];
    }),
  );
}

function pomAt(directory: string, calls: readonly ToolCall[], { files }: Project): Pom | undefined {
  const call = calls.find((one) => one.directory === directory);
  const at = call?.arguments.findIndex((word) => word === '-f' || word === '--file') ?? -1;
  const name = at === -1 ? undefined : nameOf(call!.arguments[at + 1] ?? '');
  return files && readPom(files, directory, propertiesOf(calls), name?.endsWith('.xml') ? name : 'pom.xml');
}

/** Parents that many projects have and that configure nothing beside the jar. */
const KNOWN_PARENTS =
  /^(?:org\.springframework\.boot:|io\.quarkus|io\.micronaut|io\.helidon|org\.sonatype\.oss:|com\.sparkjava|io\.dropwizard)/;
const FAT =
  /^(?:spring-boot-maven-plugin|maven-shade-plugin|onejar-maven-plugin|quarkus-maven-plugin|micronaut-maven-plugin|capsule-maven-plugin|vertx-maven-plugin)$/;

/** What a built file of Maven's needs to run: libraries that its manifest names, a directory that it lies in. */
function belongings(path: string, calls: readonly ToolCall[], project: Project): Belongings | string {
  if (!project.files) return { paths: [path] };
  const root = calls.find(({ directory }) => isWithin(path, directory))?.directory ?? calls[0]!.directory;
  let directory = parentOf(path);
  while (directory !== root && directory !== '/' && !pomAt(directory, calls, project)) directory = parentOf(directory);
  const pom = pomAt(directory, calls, project);
  // Carried away from the project: what belongs to it was carried by a command too.
  if (!pom || !isWithin(path, pom.output))
    return pom || !isWithin(path, root)
      ? carried(path, calls, project)
      : `${nameOf(root)}/pom.xml can't be read here, so what ${nameOf(path)} needs is not known.`;
  const rest = path.slice(pom.output.length + 1);
  if (rest === '') return { paths: [path] };
  if (/^quarkus-app\//.test(rest)) return { paths: [`${pom.output}/quarkus-app`] };
  if (rest.includes('/') && /\.jar$/.test(rest)) return { paths: [isLibrary(path, pom) ? path : parentOf(path)] };
  if (!/\.(?:jar|war)$/.test(rest)) {
    const isKnown = /^classes(?:\/|$)/.test(rest) || isMadeByPlugin(path, pom, calls);
    return isKnown ? { paths: [path] } : wholeOf(pom, `${rest} is made by a plugin in a way of its own`);
  }
  const mismatch = mismatchOf(rest, pom);
  return mismatch ?? needsOfJar(path, pom, calls);
}

/** A file that a command took from the project: its manifest still names what was put beside it. */
function carried(path: string, calls: readonly ToolCall[], project: Project): Belongings {
  const products = productsOf(project, tool);
  const poms = calls.flatMap(({ directory }) => project.files?.below(directory)?.filter(isPom) ?? []);
  const texts = poms.map((file) => project.files?.read(file) ?? '');
  const entries = texts.flatMap((text) => [
    ...[...text.matchAll(/<Class-Path>([^<]+)/g)].flatMap((match) => match[1]!.trim().split(/\s+/)),
    ...(/<addClasspath>\s*true/.test(text)
      ? [/<classpathPrefix>\s*([^<\s]*)/.exec(text)?.[1] ?? '.'].map((prefix) => prefix || '.')
      : []),
  ]);
  const beside = parentOf(path);
  const named = entries.flatMap((entry) => {
    const place = toPath(entry, beside)!;
    if (place !== beside) return isMade(place, products) ? [place] : [];
    return products.flatMap((one) => (parentOf(one.path) === beside && /\.jar$/.test(one.path) ? [one.path] : []));
  });
  return { paths: [...new Set([path, ...named])] };
}

function isPom(path: string): boolean {
  return nameOf(path) === 'pom.xml';
}

function wholeOf({ output }: Pom, why: string): Belongings {
  return { paths: [output], note: `${output} is copied as a whole: ${why}.` };
}

/** Whether a directory is filled by what the file or pom.xml says about libraries. */
function isMadeByPlugin(path: string, pom: Pom, calls: readonly ToolCall[]): boolean {
  const copies =
    calls.some((call) => goalsOf(call).some((goal) => /(?:copy|unpack)-dependencies/.test(goal))) ||
    settingsOf(pom, 'goal').some((goal) => /(?:copy|unpack)-dependencies/.test(goal));
  return (
    libraryDirectories(pom).includes(path) ||
    givenDirectories(calls).includes(path) ||
    (copies && path === `${pom.output}/dependency`)
  );
}

/** Directories that the command line has libraries copied to. */
function givenDirectories(calls: readonly ToolCall[]): string[] {
  return calls.flatMap(({ arguments: given, directory }) =>
    given.flatMap((word) => {
      const value = /^-D(?:mdep\.)?outputDirectory=(.+)$/.exec(word)?.[1];
      return value === undefined ? [] : [toPath(value, directory)!];
    }),
  );
}

function isLibrary(path: string, pom: Pom): boolean {
  return [...libraryDirectories(pom), `${pom.output}/dependency`].some((directory) => isWithin(path, directory));
}

/** Directories that the project's plugins copy libraries to. */
function libraryDirectories(pom: Pom): string[] {
  return settingsOf(pom, 'outputDirectory')
    .filter((value) => !value.includes('${'))
    .map((value) => toPath(value, pom.directory)!)
    .filter((path) => path !== pom.directory);
}

/** Why a name can't be what the project makes; undefined when it can. */
function mismatchOf(name: string, pom: Pom): string | undefined {
  if (/[*?]/.test(name)) return undefined;
  const names = [
    pom.finalName,
    ...settingsOf(pom, 'finalName'),
    ...settingsOf(pom, 'outputFile').map(nameOf),
    ...settingsOf(pom, 'jarName'),
  ];
  const fits = names.some((one) => {
    const pattern = one
      .replace(/\.(?:jar|war)$/, '')
      .replace(/[.+^()|[\]\\?*]/g, '\\$&')
      .replace(/\$\{[^}]*\}/g, '.*');
    return new RegExp(`^${pattern}(?:-[\\w.-]+)?\\.(?:jar|war)$`).test(name);
  });
  return fits
    ? undefined
    : `The container starts ${name}, but by pom.xml the build makes ${pom.finalName}.${pom.packaging === 'war' ? 'war' : 'jar'}.`;
}

function needsOfJar(path: string, pom: Pom, calls: readonly ToolCall[]): Belongings {
  const fat = hasPlugin(pom, FAT) || settingsOf(pom, 'descriptorRef').includes('jar-with-dependencies');
  if (settingsOf(pom, 'Class-Path').length > 0)
    return wholeOf(pom, `the manifest of ${nameOf(path)} names files beside it`);
  if (settingsOf(pom, 'addClasspath').includes('true')) {
    const prefixes = settingsOf(pom, 'classpathPrefix');
    const wanted = (prefixes.length > 0 ? prefixes : ['']).map((prefix) => toPath(prefix || '.', pom.output)!);
    const copied = [...libraryDirectories(pom), ...givenDirectories(calls), `${pom.output}/dependency`];
    const libraries = wanted.filter((one) => one !== pom.output && copied.includes(one));
    if (libraries.length > 0) return { paths: [path, ...libraries] };
    const isShipped = pom.dependencies.length > 0;
    return fat || !isShipped
      ? { paths: [path] }
      : wholeOf(pom, `the manifest of ${nameOf(path)} names libraries beside it`);
  }
  const isUntold = pom.remoteParent !== undefined && !KNOWN_PARENTS.test(pom.remoteParent);
  if (!fat && isUntold && pom.dependencies.length > 0)
    return wholeOf(pom, `what ${nameOf(path)} needs is in a parent of pom.xml that is not here`);
  return { paths: [path] };
}
