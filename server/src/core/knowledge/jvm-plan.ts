import { type BaseImage, readBaseImage } from './base-images';
import type { Artefact, Plan, PlanRefusal, Project } from './ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from './image-paths';
import { isMade, type JvmTool, type Product, productsOf, type ToolCall, toolCalls } from './jvm-builds';
import { filesInUse, readSources } from './jvm-files';
import { isJava, JDK_TOOLS, javaRuntime, TOOL_PLACES } from './jvm-images';
import { type JavaCall, readJavaCall, type StartedProgram, startedPrograms } from './jvm-start';
import { packageName } from './package-roles';

/** Commands of build tools: what stands in CMD compiles when the container starts. */
const BUILD_COMMANDS = new Set(
  'mvn mvnw gradle gradlew sbt ant scala scala-cli kotlin kotlinc groovy lein mill bazel jbang activator'.split(' '),
);

/** Splits the build of a JVM program: what is packed, what lies beside it, and an image with Java alone. */
export function planJvm(project: Project, tool: JvmTool): Plan | PlanRefusal {
  const { files, scripts } = project;
  const started = startedPrograms(project);
  const reason = findBadStart(started, tool);
  if (reason !== undefined) return { because: reason };
  const unread = [...scripts].find(([, text]) => text === undefined);
  if (unread) return { because: `What ${nameOf(unread[0])} starts can't be read here.` };
  const java = started.flatMap((program) => readJavaCall(program, project) ?? []);
  const compiled = java.find(({ source }) => source !== undefined)?.source;
  if (compiled !== undefined)
    return {
      because: `java compiles ${nameOf(compiled)} when the container starts, which needs the JDK; javac in a RUN, and java with the class, would help.`,
    };
  const calls = toolCalls(project, tool);
  if (!calls.some((call) => tool.builds(call))) return { because: `No RUN packs the project with ${tool.title}.` };
  if (!project.copiesContext)
    return { because: 'The sources come from elsewhere; what the program needs of them is not known.' };
  const runtime = javaRuntime(project);
  if ('because' in runtime) return runtime;
  const { need } = runtime;

  const odd = java.find(({ name }) => !isJava(name, need));
  if (odd)
    return { because: `The container starts ${odd.name}, which is not in ${need.image}; java alone is found there.` };
  const products = productsOf(project, tool);
  const gathered = gather(project, tool, { java, started, calls, products });
  if ('because' in gathered) return gathered;
  const sources = readSources(project, roots(calls));
  const listed = roots(calls).find(
    (root) => root === project.workdir && root !== '/' && sources?.texts.some(listsDirectory),
  );
  const outputs = listed !== undefined ? [listed] : sources === undefined ? [] : outputsNamed(sources.texts, calls);
  const doubt = findDoubt(project, sources?.texts ?? []);
  if (doubt !== undefined) return { because: doubt };

  const notes = [...gathered.notes];
  if (Object.keys(localeFor(project, need.image)).length > 0)
    notes.push(`${need.image} sets LC_ALL, which would win over your LANG, so the runtime stage sets it to the same.`);
  if (preparesUsers(project, need.image).prepares)
    notes.push(`${need.image} brings a user with the number 1000, which makes way for yours.`);
  if (listed !== undefined)
    notes.push(`${listed} is copied as a whole: the program lists what lies in its working directory.`);
  const inUse = sources === undefined ? [] : filesInUse(project, sources, java);
  const others = inUse.filter((path) => !scripts.has(path));
  if (others.length > 0)
    notes.push(`The program may open ${listOf(others.map(nameOf))}, which the runtime stage has too.`);
  if (files === undefined || sources === undefined)
    notes.push('The sources are not here to tell whether the program opens files at run time; if so, copy those too.');
  const artefacts: Artefact[] = [
    ...gathered.paths
      .filter((path) => !outputs.some((output) => isWithin(path, output)))
      .map((path) => ({
        from: path,
        to: /[*?]/.test(path) ? `${parentOf(path).replace(/\/$/, '')}/` : path,
      })),
    ...[...outputs, ...others].map((path) => ({ from: path, to: path, optional: true })),
  ];
  const programs = calledPrograms(sources?.texts ?? []);
  return {
    artefacts,
    need,
    calls: [...new Set([...programs, ...gathered.calls])],
    packages: runtime.packages,
    environment: { ...localeFor(project, need.image), ...homeFor(project, need.image) },
    ...preparesUsers(project, need.image),
    packageRole: roleOfPackage,
    notes,
  };
}

/** Directories of the projects that the calls build. */
function roots(calls: readonly ToolCall[]): string[] {
  return [...new Set(calls.map(({ directory }) => directory))];
}

/** Directories of the build's output that the sources name: `"target/site"`. */
function outputsNamed(texts: readonly string[], calls: readonly ToolCall[]): string[] {
  const names = new Set(
    texts.flatMap((text) => [...text.matchAll(/["'](?:\.\/)?(target|build)\/[\w./-]*["']/g)].map((match) => match[1]!)),
  );
  return roots(calls).flatMap((root) =>
    [...names]
      .filter((name) => calls.some((call) => (name === 'target') !== /gradle/.test(call.step.name)))
      .map((name) => below(root, name)),
  );
}

/** Whether a source reads the working directory itself, so that any file of it may count. */
function listsDirectory(text: string): boolean {
  return (
    /\blistFiles\(|\bFiles\.(?:list|walk|walkFileTree|find)\(|\bnewDirectoryStream\(|\.list\(\)|\.walk(?:TopDown|BottomUp)?\(/.test(
      text,
    ) && /["']\.\/?["']|"user\.dir"|(?:Paths?\.(?:of|get)|File)\(\s*""\s*\)/.test(text)
  );
}

function findBadStart(started: readonly StartedProgram[], tool: JvmTool): string | undefined {
  for (const { name, arguments: given } of started) {
    const short = nameOf(name);
    if (
      BUILD_COMMANDS.has(short) ||
      ((short === 'sh' || short === 'bash') && BUILD_COMMANDS.has(nameOf(given[0] ?? '')))
    ) {
      const verb = given.find((word) => !word.startsWith('-') && /^[a-z][\w:.-]*$/i.test(word));
      const call =
        verb === undefined || !BUILD_COMMANDS.has(short)
          ? nameOf(BUILD_COMMANDS.has(short) ? name : given[0]!)
          : `${short} ${verb}`;
      return `The container runs ${call}, which compiles when it starts and needs the JDK; ${tool.helps}`;
    }
    if (JDK_TOOLS.has(short)) return `The container calls ${short}, which only a JDK has.`;
  }
  return undefined;
}

interface Start {
  readonly java: readonly JavaCall[];
  readonly started: readonly StartedProgram[];
  readonly calls: readonly ToolCall[];
  readonly products: readonly Product[];
}

interface Gathered {
  readonly paths: readonly string[];
  readonly notes: readonly string[];
  /** Commands that what is started calls by itself. */
  readonly calls: readonly string[];
}

/** What the start names of the build, and what belongs to it. */
function gather(project: Project, tool: JvmTool, { java, started, calls, products }: Start): Gathered | PlanRefusal {
  const paths = new Set<string>();
  const notes = new Set<string>();
  const commands = new Set<string>();
  const add = (path: string): PlanRefusal | undefined => {
    const found = tool.belongings(path, calls, project);
    if (typeof found === 'string') return { because: found };
    for (const one of found.paths) paths.add(one);
    if (found.note !== undefined) notes.add(found.note);
    return undefined;
  };
  for (const call of java) {
    if (call.unknown !== undefined)
      return { because: `What ${call.unknown} is when the container starts can't be told.` };
    const part = call.modules.find((name) =>
      /^jdk\.(?:compiler|jshell|attach|jdi|javadoc|jartool|jlink|jdeps|jcmd)$/.test(name),
    );
    if (part !== undefined) return { because: `The container asks for the module ${part}, which only a JDK has.` };
    if (call.main?.startsWith('com.sun.tools.')) return { because: `${call.main} is a part of the JDK.` };
    for (const { path, required } of pathsOf(call)) {
      const refusal = place(path, required);
      if (refusal) return refusal;
    }
  }
  if (started.some(({ name }) => nameOf(name) === 'catalina.sh')) {
    for (const { path, carried } of products) if (carried && /\/webapps\/[^/]/.test(path)) paths.add(path);
  }
  for (const { name, directory } of started) {
    if (!name.includes('/') || nameOf(name) === 'java' || project.scripts.has(toPath(name, directory)!)) continue;
    const path = toPath(name, directory)!;
    if (!isMade(path, products)) continue;
    const home = /^(.+)\/bin\/[^/]+$/.exec(path)?.[1];
    paths.add(home === undefined || /^\/(?:usr(?:\/local)?|opt)$/.test(home) ? path : home);
    if (tool.startsWithBash) commands.add('bash');
  }
  if (paths.has('/'))
    return { because: 'The class path is /, where the system lies too; give the project a WORKDIR first.' };
  if (paths.size === 0) {
    const first = started[0]?.name ?? 'What the container starts';
    const script =
      first === 'sh' || first === 'bash' ? started[0]?.arguments.find((word) => !word.startsWith('-')) : undefined;
    if (script !== undefined) return { because: `What ${nameOf(script)} starts can't be read here.` };
    return { because: `${first} is not built here, as far as the file tells.` };
  }
  return { paths: [...paths], notes: [...notes], calls: [...commands] };

  function place(path: string, required: boolean): PlanRefusal | undefined {
    const directory = path.replace(/\/\*$/, '');
    if (TOOL_PLACES.test(directory))
      return { because: `The container needs ${path}, which only the image that builds has.` };
    if (isMade(directory, products)) {
      const unpacked = products.some((one) => one.carried && one.tree && one.path !== path && isWithin(path, one.path));
      return add(unpacked && /\.jar$/.test(path) ? parentOf(path) : directory);
    }
    const isCopied = isFromContext(directory, project);
    const root = calls.find((call) => isWithin(directory, call.directory));
    if (isCopied) {
      // Outside the project a COPY of the author's moves along.
      if (root && directory !== '/') {
        if (roots(calls).includes(directory))
          notes.add(`${directory} is copied as a whole: the program's class path is there.`);
        paths.add(directory);
      }
      return directory === '/' && required
        ? { because: 'The class path is /, where the system lies too; give the project a WORKDIR first.' }
        : undefined;
    }
    const isMentioned = project.steps.some(({ arguments: given, directory: at }) =>
      given.some((word) => toPath(word, at) === directory || nameOf(word) === nameOf(directory)),
    );
    if (isMentioned) {
      if (root && required && root.directory !== '/') paths.add(directory);
      return undefined;
    }
    return required ? { because: `${path} is not built here, as far as the file tells.` } : undefined;
  }
}

/** Whether a COPY or ADD brings something to a path; where the context is not known, a file's name has to do. */
function isFromContext(path: string, { files, copies }: Project): boolean {
  if (
    copies.some(
      (copy) =>
        !copy.fromContext &&
        copy.path !== undefined &&
        (copy.path === path || (copy.tree && isWithin(path, copy.path))),
    )
  )
    return true;
  if (files) return files.has(path) || (files.below(path)?.length ?? 0) > 0;
  return copies.some(
    (copy) =>
      copy.fromContext &&
      copy.path !== undefined &&
      (copy.path === path || (copy.tree && isWithin(path, copy.path) && /\.\w{2,10}$/.test(path))),
  );
}

/** Places that a call of java names; those that are not `required` may be missing. */
function pathsOf({ jar, classPath, agents, words, directory }: JavaCall): { path: string; required: boolean }[] {
  const ownClass = jar === undefined;
  const named = words.flatMap((word) =>
    word
      .replace(/^@/, '')
      .split(/[=,;:]/)
      .filter((part) => (part.includes('/') || SETTINGS.test(part)) && !/[$*]|\/\//.test(part))
      .map((part) => toPath(part, directory)!),
  );
  return [
    ...(jar === undefined ? [] : [{ path: jar, required: true }]),
    ...classPath.map((path) => ({ path, required: ownClass && classPath.length === 1 })),
    ...agents.map((path) => ({ path, required: true })),
    ...named.filter((path) => path !== '/').map((path) => ({ path, required: false })),
  ];
}

const SETTINGS = /^[\w.-]+\.(?:ya?ml|properties|json|xml|conf|cfg|ini|toml|config|txt|csv)$/;

/** Commands that a program starts by name. */
const CALLS =
  /\.exec\(\s*(?:new\s+String\s*\[\s*\]\s*\{\s*|arrayOf\(\s*)?"([\w./-]+)|\bProcessBuilder\(\s*(?:(?:List|Arrays|listOf)(?:\.of|\.asList)?\(\s*)?"([\w./-]+)"/g;

/** What of a program needs more than Java's runtime. */
const NEEDS_JDK: readonly (readonly [RegExp, string])[] = [
  [
    /\bjavax\.tools\b|\bToolProvider\s*\.\s*(?:getSystemJavaCompiler|findFirst)|\bcom\.sun\.(?:tools|source)\.|\bjdk\.jshell\b/,
    'compiles Java when it runs',
  ],
  [
    /\bcom\.sun\.tools\.attach\b|\bVirtualMachine\.attach\(|\bByteBuddyAgent\.install|\bBlockHound\.install/,
    'attaches to a running JVM',
  ],
  [/\bcom\.sun\.jdi\b/, 'debugs another JVM'],
];

function calledPrograms(texts: readonly string[]): string[] {
  return texts.flatMap((text) => [...text.matchAll(CALLS)].flatMap((match) => match[1] ?? match[2] ?? []));
}

function findDoubt({ packages, steps }: Project, texts: readonly string[]): string | undefined {
  for (const [pattern, what] of NEEDS_JDK) {
    if (texts.some((text) => pattern.test(text))) return `The program ${what}, which needs the JDK at run time.`;
  }
  const called = calledPrograms(texts);
  const jdk = called.find((name) => JDK_TOOLS.has(nameOf(name)));
  if (jdk) return `The program calls ${jdk}, which only a JDK has.`;
  const pinned = packages.find((name) => /=/.test(name) && roleOfPackage(packageName(name)) !== 'build');
  if (pinned !== undefined && steps.some(({ name }) => /^apt/.test(name)))
    return `The version of ${packageName(pinned)} is pinned, and the runtime image may be of another release.`;
  return undefined;
}

/** Packages of the system that only compile and pack. */
function roleOfPackage(name: string): 'build' | undefined {
  return /^(?:maven|gradle|ant|ant-optional|sbt|scala|kotlin|groovy|maven-repo-helper|maven-debian-helper|javahelper|jarwrapper|fastjar)$|^(?:openjdk-?\d+|default|java-\d[\d.]*-(?:openjdk|amazon-corretto)|temurin-\d+)-(?:jdk|jre|devel)|^openjdk\d+(?:-jdk|-jre)?$|^lib[\w.+-]+-java$/.test(
    name,
  )
    ? 'build'
    : undefined;
}

/** Temurin's images say LC_ALL themselves, which would win over the author's LANG. */
function localeFor(project: Project, image: string): Readonly<Record<string, string>> {
  const lang = project.variable('LANG');
  if (lang === undefined || project.variable('LC_ALL') !== undefined || !image.startsWith('eclipse-temurin:'))
    return {};
  return /temurin/.test(project.image) ? {} : { LC_ALL: lang };
}

/** The user of Ubuntu's newer images has the number that the first one of a file gets elsewhere, and that people ask for. */
function preparesUsers({ base, steps }: Project, image: string): Pick<Plan, 'prepares'> {
  const makes = steps.some(
    ({ name, arguments: given }) =>
      /^(?:useradd|adduser|groupadd|addgroup)$/.test(name) &&
      (given.includes('1000') ||
        (name === 'useradd' && !given.some((word) => /^-\w*r|^--system$|^-\w*u|^--uid/.test(word)))),
  );
  const isNewer = readBaseImage(image).distro === 'ubuntu' && !/-(?:focal|jammy)\b/.test(image);
  return makes && isNewer && !isUbuntu(base) ? { prepares: ['RUN userdel --remove ubuntu 2>/dev/null || true'] } : {};
}

/** Whether an image is made on Ubuntu: those of Maven with OpenJDK's own image were not. */
function isUbuntu({ distro, parts }: BaseImage): boolean {
  return distro === 'ubuntu' && !parts.some(({ text }) => /^(?:openjdk|jdk|amazoncorretto|ibmjava)$/.test(text));
}

/** Where Java lies, which the author says in front of the build: a distribution's packages keep it there. */
function homeFor(project: Project, image: string): Readonly<Record<string, string>> {
  const home = project.variable('JAVA_HOME');
  return home !== undefined && /^(?:debian|ubuntu|alpine)\b/.test(image) ? { JAVA_HOME: home } : {};
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
