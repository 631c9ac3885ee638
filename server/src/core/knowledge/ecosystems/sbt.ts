import type { Ecosystem } from '../ecosystem';
import { nameOf, parentOf } from '../images/image-paths';
import { type Belongings, type JvmTool, jvmRole } from './jvm/builds';
import { isJvmSource } from './jvm/files';
import { JVM_BUILD_DIRECTORIES, jvmBuildReads } from './jvm/images';
import { planJvm } from './jvm/plan';

export const sbt: Ecosystem = {
  id: 'sbt',
  title: 'sbt',
  environment: {},
  buildVariables: /^(?:SBT_\w+|SCALA_\w+|COURSIER_\w+|JAVA_HOME|DEBIAN_FRONTEND)$/,
  buildReads: jvmBuildReads,
  buildDirectories: JVM_BUILD_DIRECTORIES,
  isSource: isJvmSource,
  mayRecognise: ({ names }) => [...COMMANDS].some((name) => names.has(name)),
  recognises: ({ steps, start }) =>
    steps.some(({ name }) => COMMANDS.has(name)) || start.programs.some(({ name }) => COMMANDS.has(nameOf(name))),
  roleOf: (step, project) => jvmRole(step, project, tool),
  provides: () => false,
  plan: (project) => planJvm(project, tool),
};

const COMMANDS = new Set(['sbt', 'sbtn', 'sbtx']);

const tool: JvmTool = {
  title: 'sbt',
  helps: 'sbt assembly or sbt stage in a RUN, and what it makes as CMD, would help.',
  commands: COMMANDS,
  startsWithBash: true,
  builds: ({ arguments: given }) =>
    given.some((word) =>
      /(?:^|[\s;/:])(?:assembly|stage|dist|pack|package|packageBin|packageZipTarball|packageXzTarball|oneJar|compile)$/.test(
        word.trim(),
      ),
    ),
  products: ({ directory }) => [{ path: directory, tree: false, within: 'target' }],
  belongings,
};

/** What a built file of sbt's needs to run: the directory of a staged program's libraries, or nothing beside an assembled jar. */
function belongings(path: string): Belongings | string {
  if (!path.endsWith('.jar')) return { paths: [path] };
  if (/\/scala-[\d.*]+\/[^/]+$/.test(path) || !path.includes('/target/')) return { paths: [path] };
  return { paths: [parentOf(path)] };
}
