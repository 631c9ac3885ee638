import { enumerate } from '../../../text/enumerate';
import type { Artefact, Plan, PlanRefusal, Project } from '../../ecosystem';
import { type BaseImage, readBaseImage } from '../../images/base-images';
import { below, isWithin, nameOf, parentOf } from '../../images/image-paths';
import { type JvmTool, productsOf, rootsOf, type ToolCall, toolCalls } from './builds';
import { calledPrograms, findDoubt, listsDirectory, roleOfPackage } from './doubts';
import { filesInUse, readSources } from './files';
import { gatherBuilt } from './gather';
import { isJava, JDK_TOOLS, javaRuntime } from './images';
import { readJavaCall, type StartedProgram, startedPrograms } from './start';

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
  const gathered = gatherBuilt(project, tool, { java, started, calls, products });
  if ('because' in gathered) return gathered;
  const sources = readSources(project, rootsOf(calls));
  const listed = rootsOf(calls).find(
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
    notes.push(`The program may open ${enumerate(others.map(nameOf))}, which the runtime stage has too.`);
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

/** Directories of the build's output that the sources name: `"target/site"`. */
function outputsNamed(texts: readonly string[], calls: readonly ToolCall[]): string[] {
  const names = new Set(
    texts.flatMap((text) => [...text.matchAll(/["'](?:\.\/)?(target|build)\/[\w./-]*["']/g)].map((match) => match[1]!)),
  );
  return rootsOf(calls).flatMap((root) =>
    [...names]
      .filter((name) => calls.some((call) => (name === 'target') !== /gradle/.test(call.step.name)))
      .map((name) => below(root, name)),
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
