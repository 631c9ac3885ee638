import type { Ecosystem, Project } from '../ecosystem';
import { isWithin, nameOf, parentOf, toPath } from '../images/image-paths';
import { type Belongings, isMade, type JvmTool, jvmRole, productsOf, stepsOf, type ToolCall } from './jvm/builds';
import { isJvmSource } from './jvm/files';
import { JVM_BUILD_DIRECTORIES, jvmBuildReads } from './jvm/images';
import { planJvm } from './jvm/plan';

export const gradle: Ecosystem = {
  id: 'gradle',
  title: 'Gradle',
  environment: { CATALINA_HOME: '/usr/local/tomcat' },
  buildVariables: /^(?:GRADLE_\w+|ORG_GRADLE_\w+|JAVA_HOME|DEBIAN_FRONTEND)$/,
  buildReads: jvmBuildReads,
  buildDirectories: JVM_BUILD_DIRECTORIES,
  isSource: isJvmSource,
  mayRecognise: ({ names, scripts }) => scripts || [...COMMANDS].some((name) => names.has(name)),
  recognises: (project) =>
    stepsOf(project).some(isGradle) || project.start.programs.some(({ name }) => COMMANDS.has(nameOf(name))),
  roleOf: (step, project) => jvmRole(step, project, tool),
  provides: () => false,
  plan(project) {
    const text = buildText(project, '/');
    if (/com\.android\.(?:application|library)/.test(text)) return { because: 'The project is an app for Android.' };
    return planJvm(project, tool);
  },
};

const COMMANDS = new Set(['gradle', 'gradlew']);

function isGradle({
  name,
  arguments: given,
}: {
  readonly name: string;
  readonly arguments: readonly string[];
}): boolean {
  return COMMANDS.has(name) || ((name === 'sh' || name === 'bash') && given.some((word) => nameOf(word) === 'gradlew'));
}

const tool: JvmTool = {
  title: 'Gradle',
  helps: 'gradle build in a RUN, and java -jar with the jar that it makes as CMD, would help.',
  commands: COMMANDS,
  builds: (call) =>
    tasksOf(call).some(
      (task) =>
        !/(?:^|:)(?:clean|dependencies|tasks|help|wrapper|properties|test|check|downloadDependencies|resolveDependencies)$/.test(
          task,
        ),
    ),
  products: ({ directory }) => [{ path: directory, tree: false, within: 'build' }],
  belongings,
};

const VALUE_FLAGS = new Set(
  '-p --project-dir -b --build-file -x --exclude-task -c --settings-file -I --init-script -g --gradle-user-home --console --max-workers'.split(
    ' ',
  ),
);

function tasksOf({ arguments: given }: ToolCall): string[] {
  return given.filter((word, at) => !word.startsWith('-') && !VALUE_FLAGS.has(given[at - 1] ?? ''));
}

/** Everything that the build files of the project say. */
function buildText({ files }: Project, root: string): string {
  const scripts = files
    ?.below(root)
    ?.filter((path) => /\.gradle(?:\.kts)?$|\/buildSrc\/.*\.(?:kts?|groovy|java)$/.test(path));
  return (scripts ?? []).map((path) => files?.read(path) ?? '').join('\n');
}

/** What a built file of Gradle's needs to run: the directory of an installed program, or libraries that a manifest names. */
function belongings(path: string, calls: readonly ToolCall[], project: Project): Belongings | string {
  if (!project.files) return { paths: [path] };
  const root = calls.find(({ directory }) => isWithin(path, directory))?.directory;
  const [, output, rest] = /^(.*?\/build)\/(.+)$/.exec(path) ?? [];
  const text = buildText(project, root ?? calls[0]!.directory);
  if (text === '') return "The build files can't be read here, so what the program needs is not known.";
  const custom = /\bbuildDir\s*=|\blayout\.buildDirectory\b.*set/.test(text);
  if (custom) return 'build.gradle gives the build another directory.';
  if (root === undefined || output === undefined || rest === undefined)
    return { paths: [path, ...namedBeside(path, text, project)] };
  if (/^quarkus-app\//.test(rest)) return { paths: [`${output}/quarkus-app`] };
  if (!/\.(?:jar|war)$/.test(rest)) return { paths: [path] };
  if (!/^libs\/[^/]+$/.test(rest)) return { paths: [parentOf(path)] };
  if (/Class-Path/i.test(text))
    return {
      paths: [output],
      note: `${output} is copied as a whole: the manifest of ${nameOf(path)} names files beside it.`,
    };
  return { paths: [path] };
}

/** Places beside a jar that a command took from the project, where the build files name them. */
function namedBeside(path: string, text: string, project: Project): string[] {
  if (!/Class-Path/i.test(text)) return [];
  const products = productsOf(project, tool);
  const entries = [...text.matchAll(/["'](?:\.\/)?([\w.-]+)\/["']|["']([\w.-]+)\/\$/g)].map(
    (match) => toPath(match[1] ?? match[2]!, parentOf(path))!,
  );
  return entries.filter((entry) => isMade(entry, products));
}
