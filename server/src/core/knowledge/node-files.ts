import type { Artefact, Project } from './ecosystem';
import { below, isWithin, parentOf, toPath } from './image-paths';
import { MANAGERS, type PlacedCall, resolveCalls } from './node-calls';
import { compilerOptions, isPackageCall, manifestsOf, type NodeProject } from './node-project';
import { isForTests, isScriptFile } from './node-sources';
import { COMPILERS, SERVED } from './node-tools';
import type { PackageJson, ScriptCall } from './package-json';
import { findFilesInUse } from './run-time-files';

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

/** What of a compiled project runs: its output, its packages, and files that its sources name. Undefined: not to be told. */
export function selectFiles(
  project: Project,
  own: NodeProject,
  started: readonly PlacedCall[],
  entry: string | undefined,
): Selection | undefined {
  const { files } = project;
  const { json, root, top, others, builds } = own;
  if (!files || !json || entry === undefined || !isWithin(entry, root) || builds.length === 0) return undefined;
  if (others.length > 0 || top !== root || json.workspaces || !started.some(({ name }) => /^node(?:js)?$/.test(name)))
    return undefined;
  const all = files.below(root);
  if (!all) return undefined;
  const texts = startTexts(project, json);
  const sources = all.filter((path) => isScriptFile(path) && !isForTests(path));
  const inUse = (served: readonly string[]) =>
    findFilesInUse({
      files: all.filter((path) => !isForTests(path)),
      bases: [...new Set([root, project.workdir])],
      texts: [...sources.map((path) => files.read(path) ?? ''), ...texts],
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
  if (all.some((path) => isWithin(path, directory))) return undefined;
  const manifests = manifestsOf(project);
  const run = project.steps
    .filter((step) => isPackageCall(step) || step.name === 'node')
    .flatMap((step) =>
      resolveCalls({ name: step.name, arguments: step.arguments, directory: step.directory }, manifests),
    )
    .filter(({ name }) => !MANAGERS.has(name) && !WRAPPERS.has(name));
  if (!run.every((call) => COMPILERS.has(call.name) || copiesInto(call, output))) return undefined;
  // Yarn's own settings and releases, and clients that Prisma writes elsewhere, belong to the program too.
  if (
    files.has(below(root, '.yarnrc.yml')) ||
    /^\s*output\s*=/m.test(files.read(below(root, 'prisma/schema.prisma')) ?? '')
  )
    return undefined;
  // It looks up the compiler's own settings when the program starts.
  if (
    json.dependencies.has('tsconfig-paths') &&
    started.some(({ arguments: given }) => given.some((word) => word.startsWith('tsconfig-paths')))
  ) {
    return undefined;
  }
  // Packages of the project's own directories are linked, not copied.
  if (/["'](?:file|link|portal):/.test(files.read(below(root, 'package.json')) ?? '')) return undefined;
  const outDir = compilerOptions(files, root).outDir;
  if (typeof outDir === 'string' && toPath(outDir, root) !== directory && !isWithin(toPath(outDir, root)!, directory))
    return undefined;
  const base = [below(root, 'package.json'), below(root, 'node_modules'), directory];
  return { artefacts: toArtefacts([...base, ...inUse(SERVED)], base), packages: true };
}

function toArtefacts(paths: readonly string[], sure: readonly string[]): Artefact[] {
  return [...new Set(paths)].map((path) => ({
    from: path,
    to: path,
    ...(sure.includes(path) ? {} : { optional: true }),
  }));
}

/** Words of the start and of settings, as strings that may name files. */
function startTexts(project: Project, json: PackageJson): string[] {
  const words = [
    ...[...project.start.programs, ...project.checks].flatMap(({ name, arguments: given }) => [name, ...given]),
    ...project.settings,
    ...[...project.scripts.values()].flatMap((text) => (text ?? '').split(/[\s"'=;]+/)),
    ...Object.entries(json.scripts).flatMap(([name, text]) =>
      /^(?:pre|post)?(?:start|migrat|db|seed)/.test(name) ? text.split(/\s+/) : [],
    ),
  ];
  return [...words.map((word) => JSON.stringify(word)), ...(usesDotenv(json) ? ['".env"'] : [])];
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
