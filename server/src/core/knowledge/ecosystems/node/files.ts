import type { Artefact, Project } from '../../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../../images/image-paths';
import { findFilesInUse } from '../../run-time-files';
import { MANAGERS, type PlacedCall, resolveCalls } from './calls';
import type { PackageJson, ScriptCall } from './package-json';
import { compilerOptions, isPackageCall, manifestsOf, type NodeProject } from './project';
import { isForTests, isScriptFile } from './sources';
import { COMPILERS, SERVED } from './tools';

/** Whether a file is compiled, a setting of the build, or of no use to a running program. */
export function isBuildFile(path: string): boolean {
  return /\.(?:tsx?|mts|cts|vue|svelte|md|map|snap|lock)$|\/(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|tsconfig[^/]*\.json|nest-cli\.json|\.[^/]*rc(?:\.\w+)?|[^/]*\.config\.[cm]?[jt]s|Dockerfile[^/]*|docker-compose[^/]*|compose\.ya?ml|LICENSE|Makefile|\.[^/]*ignore|\.editorconfig|\.gitattributes)$/.test(
    path,
  );
}

/** Outputs that have all packages in them that they need: against the project, the directory and where the entry lies in it. */
const WHOLE_OUTPUTS = ['.next/standalone', '.output'];

/** What runs of a compiled project. */
export interface Selection {
  readonly artefacts: readonly Artefact[];
  /** Whether the packages of the project are among it. */
  readonly packages: boolean;
}

/** What of a compiled project runs: its output, its packages, and files that it may open. Undefined: not to be told. */
export function selectFiles(
  project: Project,
  own: NodeProject,
  started: readonly PlacedCall[],
  entry: string | undefined,
): Selection | undefined {
  const { files } = project;
  const { json, root, top, others, builds } = own;
  if (!files || !json || entry === undefined || !isWithin(entry, root) || builds.length === 0) return undefined;
  if (others.length > 0 || top !== root || json.workspaces || !started.every(({ name }) => STARTERS.has(name)))
    return undefined;
  const all = files.below(root);
  if (!all) return undefined;
  const texts = startTexts(project, json, all);
  const sources = all.filter((path) => isScriptFile(path) && !isForTests(path));
  const read = sources.map((path) => files.read(path) ?? '');
  const inUse = (served: readonly string[]) =>
    findFilesInUse({
      files: all.filter((path) => !isForTests(path)),
      bases: [...new Set([root, project.workdir])],
      texts: [...read, ...texts],
      served: served.map((name) => below(root, name)),
      isSource: isBuildFile,
      read: (path) => files.read(path),
    });
  const whole = WHOLE_OUTPUTS.map((name) => below(root, name)).find((path) => isWithin(entry, path));
  if (whole !== undefined) {
    const paths = [whole, ...inUse([])];
    return { artefacts: toArtefacts(paths, [whole]), packages: false };
  }
  const [output] = entry.slice(root.length + 1).split('/');
  if (!output || parentOf(entry) === root) return undefined;
  const directory = below(root, output);
  if (all.some((path) => isWithin(path, directory)) || !writesOnly(project, output, directory, own)) return undefined;
  if (namesSources(read, sources, root) || READS_SETTINGS.test(read.join('\n'))) return undefined;
  const base = [below(root, 'package.json'), below(root, 'node_modules'), directory];
  const paths = [...base, ...besideSources(all, root), ...inUse(SERVED)];
  const artefacts = toArtefacts(
    paths.filter((path) => !paths.some((other) => path !== other && isWithin(path, other))),
    base,
  );
  return artefacts.length > MAX_ARTEFACTS ? undefined : { artefacts, packages: true };
}

/** Programs that start what node is given, and read nothing of the project themselves. */
const STARTERS = new Set(['node', 'nodejs', 'npm', 'yarn', 'yarnpkg', 'pnpm', 'cross-env', 'npx', 'echo', 'sleep']);
/** With more than these the copy of the whole project reads better. */
const MAX_ARTEFACTS = 8;
/** What looks up settings of the compiler, or reads sources, when the program starts. */
const READS_SETTINGS = /["']tsconfig-paths(?:\/register)?["']|["']swagger-jsdoc["']|["']ts-node(?:\/register)?["']/;

/** Whether a string of the sources names a directory of sources, so that something is read or written there. */
function namesSources(texts: readonly string[], sources: readonly string[], root: string): boolean {
  const compiled = sources.filter((path) => /\.[cm]?tsx?$|\.jsx$/.test(path));
  const names = new Set(
    compiled.map((path) => path.slice(root.length + 1).split('/')[0]!).filter((name) => !/\./.test(name)),
  );
  return [...names].some((name) => {
    const quoted = new RegExp(`["'\`](?:\\$\\{[^}]*\\}/?)?(?:\\.{0,2}/)*${name}(?:["'\`]|/)`);
    return texts.some((text) => quoted.test(text.replace(IMPORTED, '')));
  });
}

const IMPORTED = /\b(?:from|require\(|import\(?)\s*["'][^"'\n]*["']/g;

/** Files and directories at the project's top that are neither sources nor of use to people and tools alone. */
function besideSources(all: readonly string[], root: string): string[] {
  const tops = new Map<string, string[]>();
  for (const path of all) {
    const [name] = path.slice(root.length + 1).split('/');
    tops.set(name!, [...(tops.get(name!) ?? []), path]);
  }
  return [...tops].flatMap(([name, paths]) => {
    const isSourceOnly = paths.every((path) => isBuildFile(path) || isForTests(path));
    // A directory of sources is one of those that the compiler reads; what it reads from there is looked for by name.
    const isOfSources = paths.length > 1 && paths.some((path) => /\.[cm]?tsx?$|\.jsx$/.test(path));
    return isSourceOnly || isOfSources || FOR_PEOPLE.test(name) ? [] : [below(root, name)];
  });
}

const FOR_PEOPLE =
  /^(?:\.github|\.git|\.gitlab.*|\.circleci|\.vscode|\.idea|\.husky|\.devcontainer|\.changeset|docs?|k8s|kubernetes|helm|charts?|terraform|deploy(?:ment)?s?|infra|ansible|examples?|coverage|benchmarks?|README.*|CHANGELOG.*|LICEN[CS]E.*|CONTRIBUTING.*|Jenkinsfile|Procfile|\.travis\.yml|\.nvmrc|\.node-version|\.dockerignore|.*\.sh|.*\.ya?ml\.example|\.env\.example|\.env\.sample)$/i;

/** Whether all that the build writes is in its output. */
function writesOnly(project: Project, output: string, directory: string, { json, root }: NodeProject): boolean {
  const files = project.files!;
  const manifests = manifestsOf(project);
  const run = project.steps
    .filter((step) => isPackageCall(step) || step.name === 'node')
    .flatMap((step) =>
      resolveCalls({ name: step.name, arguments: step.arguments, directory: step.directory }, manifests),
    )
    .filter(({ name }) => !MANAGERS.has(name) && !WRAPPERS.has(name));
  if (!run.every((call) => COMPILERS.has(call.name) || copiesInto(call, output))) return false;
  // Yarn's own settings and releases, and clients that Prisma writes elsewhere, belong to the program too.
  const schema = files.read(below(root, 'prisma/schema.prisma')) ?? '';
  if (files.has(below(root, '.yarnrc.yml')) || /^\s*output\s*=/m.test(schema)) return false;
  // Packages of the project's own directories are linked, not copied.
  if (/["'](?:file|link|portal):/.test(files.read(below(root, 'package.json')) ?? '')) return false;
  if (json!.dependencies.has('tsconfig-paths') || json!.dependencies.has('ts-node')) return false;
  const outDir = compilerOptions(files, root).outDir;
  const written = typeof outDir === 'string' ? toPath(outDir, root)! : directory;
  return written === directory || isWithin(written, directory);
}

function toArtefacts(paths: readonly string[], sure: readonly string[]): Artefact[] {
  return [...new Set(paths)].map((path) => ({
    from: path,
    to: path,
    ...(sure.includes(path) ? {} : { optional: true }),
  }));
}

/** Words of the start and of settings, as strings that may name files. */
function startTexts(project: Project, json: PackageJson, all: readonly string[]): string[] {
  const words = [
    ...[...project.start.programs, ...project.checks].flatMap(({ name, arguments: given }) => [name, ...given]),
    ...project.settings,
    ...[...project.scripts.values()].flatMap((text) => (text ?? '').split(/[\s"'=;]+/)),
    ...Object.entries(json.scripts).flatMap(([name, text]) =>
      /^(?:pre|post)?(?:start|migrat|db|seed)/.test(name) ? text.split(/\s+/) : [],
    ),
  ];
  const settings = usesDotenv(json)
    ? all.map(nameOf).filter((name) => name.startsWith('.env') && !FOR_PEOPLE.test(name))
    : [];
  return [...words, ...settings].map((word) => JSON.stringify(word));
}

/** Calls that only run others, which are looked at themselves. */
const WRAPPERS = new Set([
  'npx',
  'cross-env',
  'dotenv',
  'env-cmd',
  'run-s',
  'run-p',
  'npm-run-all',
  'npm-run-all2',
  'prisma',
  'husky',
  'is-ci',
]);

/** A tool that copies files, given a place in the output. */
function copiesInto({ name, arguments: given }: ScriptCall, output: string): boolean {
  const target = given.at(-1)?.replace(/^\.\//, '') ?? '';
  return (
    /^(?:cp|cpx2?|cpy|copyfiles|ncp|mkdir|mkdirp)$/.test(name) && (target === output || target.startsWith(`${output}/`))
  );
}

function usesDotenv({ dependencies }: PackageJson): boolean {
  return dependencies.has('dotenv') || dependencies.has('@nestjs/config') || dependencies.has('dotenv-flow');
}
