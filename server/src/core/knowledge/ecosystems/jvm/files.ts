import type { Project } from '../../ecosystem';
import { below, nameOf, parentOf } from '../../images/image-paths';
import { findFilesInUse } from '../../run-time-files';
import type { JavaCall } from './start';

/** The files of the projects that are built, and the text of those that tell what is opened. */
export interface JvmSources {
  readonly all: readonly string[];
  readonly texts: readonly string[];
}

const CODE = /\.(?:java|kt|kts|scala|groovy|clj)$/;
/** Settings that are packed with the program and may name files beside it. */
const SETTINGS = /\.(?:ya?ml|properties|xml|conf|json|toml)$/;
const TESTS =
  /\/src\/(?:test|it|integrationTest|testFixtures)\/|\/(?:node_modules|\.git|\.github|\.idea|\.gradle|\.mvn)\//;
/** What is compiled, describes the build, or is for people. */
const SOURCE =
  /\.(?:java|kt|kts|scala|sbt|groovy|gradle|clj|md|adoc|iml)$|\/(?:pom[^/]*\.xml|mvnw(?:\.cmd)?|gradlew(?:\.bat)?|gradle\.properties|build\.xml|Dockerfile[^/]*|docker-compose[^/]*|compose\.ya?ml|LICENSE[^/]*|Makefile|Jenkinsfile|sources\.txt|\.[^/]*ignore|\.editorconfig|\.gitattributes|lombok\.config|system\.properties)$|\/(?:gradle|project|\.mvn)\/(?:wrapper|build\.properties|plugins\.sbt)/;

/** Files that frameworks look for in the working directory without being told. */
const LOOKED_FOR =
  /^(?:application(?:-[\w-]+)?\.(?:ya?ml|properties|json)|bootstrap\.(?:ya?ml|properties)|hazelcast[\w-]*\.(?:xml|ya?ml)|quartz\.properties|jgroups[\w-]*\.xml|log4j2?(?:-test)?\.(?:xml|properties|ya?ml)|logback\.xml|ehcache\.xml|simplelogger\.properties)$/;
/** Directories that programs look into by custom. */
const SERVED = [
  'config',
  'conf',
  'webroot',
  'public',
  'static',
  'templates',
  'views',
  'locales',
  'i18n',
  'migrations',
  'webapp',
];

/** Whether a file is of use to the build alone. */
export function isJvmSource(path: string): boolean {
  return SOURCE.test(path);
}

/** Sources of the projects; undefined when they are not here or too many. */
export function readSources({ files }: Project, roots: readonly string[]): JvmSources | undefined {
  if (!files) return undefined;
  const lists = roots.map((root) => files.below(root));
  if (lists.some((list) => list === undefined)) return undefined;
  const all = [...new Set(lists.flatMap((list) => list!))].filter((path) => !TESTS.test(path));
  const code = all.filter((path) => CODE.test(path) && !path.endsWith('.gradle.kts'));
  const settings = all.filter((path) => SETTINGS.test(path) && path.includes('/resources/'));
  if (code.length === 0) return undefined;
  return {
    all,
    texts: [
      ...code.map((path) => files.read(path) ?? ''),
      ...settings.map((path) =>
        quoted((files.read(path) ?? '').split(/[\s"'=:,;<>[\]{}()]+/).filter((word) => /[/.]/.test(word))),
      ),
    ],
  };
}

function quoted(words: readonly string[]): string {
  return words.map((word) => JSON.stringify(word)).join('\n');
}

/** Files of the project that the program may open when it runs. */
export function filesInUse(project: Project, { all, texts }: JvmSources, java: readonly JavaCall[]): string[] {
  const { files, workdir, settings, start, checks } = project;
  const given = [
    ...[...start.programs, ...checks].flatMap(({ name, arguments: own }) => [name, ...own]),
    ...java.flatMap(({ words }) => words),
    ...settings,
    ...[...project.scripts.values()].flatMap((text) => (text ?? '').split(/[\s"'`;&|()]+/)),
  ];
  const words = given
    .flatMap((word) => [word, ...word.split(/[=,;:]/)])
    .filter((word) => word !== '' && word.length < 200);
  const bases = [...new Set([workdir, ...java.map(({ directory }) => directory)])];
  const found = findFilesInUse({
    files: all,
    bases,
    texts: [...texts, quoted(words), ...(texts.some((text) => /[Dd]otenv/.test(text)) ? ['".env"'] : [])],
    served: bases.flatMap((base) => SERVED.map((name) => below(base, name))),
    isSource: isJvmSource,
    read: (path) => files?.read(path),
  });
  const looked = all.filter((path) => bases.includes(parentOf(path)) && LOOKED_FOR.test(nameOf(path)));
  return [
    ...new Set([...found, ...looked.filter((path) => !found.some((other) => path.startsWith(`${other}/`)))]),
  ].sort();
}
