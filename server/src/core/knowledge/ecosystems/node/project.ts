import type { FirstLook, PlanRefusal, Program, Project, ProjectFiles, Step } from '../../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../../images/image-paths';
import { directoryOf, MANAGERS, type Manifests, type PlacedCall, resolveCalls, scriptOf } from './calls';
import { type PackageJson, parseObject, readPackageJson, splitScript, toObject } from './package-json';
import { BUILD_SCRIPT, isBuildCall, isBuildTool } from './tools';

/** A Node.js project as its Dockerfile installs, builds and starts it. */
export interface NodeProject {
  /** Where the packages lie of what the container runs. */
  readonly root: string;
  /** The directory that the project is in as a whole: it may hold more than one package. */
  readonly top: string;
  /** Directories of other packages, which the build has packages of its own for. */
  readonly others: readonly string[];
  /** Of the root, with what its workspaces need. */
  readonly json?: PackageJson;
  /** The last installation at the root. */
  readonly install: Step;
  readonly installs: readonly Step[];
  readonly builds: readonly PlacedCall[];
}

const INSTALL_VERBS = new Set(['install', 'i', 'ci', 'in', 'isntall', 'clean-install', 'add', 'install-test', 'it']);

/** Whether the image has Node.js: its own, or a distribution's with a package of it. */
export function hasNode({ base, packages }: Pick<Project, 'base' | 'packages'>): boolean {
  const isDistribution = base.family === 'debian' || base.family === 'ubuntu';
  return base.family === 'node' || (isDistribution && packages.some((name) => /^nodejs(?:[=\d]|$)/.test(name)));
}

/** Whether all that the container starts are scripts of a `package.json`. */
export function startsScripts({ programs }: FirstLook): boolean {
  return programs.length > 0 && programs.every(isScriptCall);
}

function isScriptCall({ name, arguments: given }: Program): boolean {
  return (
    scriptOf({ name: shortName(name), arguments: given }) !== undefined &&
    // Other flags, and `workspace`, may say that the package lies elsewhere.
    given.every((word) => word !== 'workspace' && /^(?:-s|--silent|--production|[\w:.][\w:.-]*)$/.test(word))
  );
}

/** Whether a call fills `node_modules` of a project. */
export function isInstall({ name, arguments: given }: Step): boolean {
  if (!MANAGERS.has(name) || isGlobal(given)) return false;
  const words = given.filter(
    (word, at) =>
      !word.startsWith('-') && !/^(?:--prefix|--cwd|-C|--dir|--filter|-F|-w|--workspace)$/.test(given[at - 1] ?? ''),
  );
  const verb = words[0];
  if (verb === 'workspaces') return words[1] === 'focus';
  return verb === undefined
    ? name.startsWith('yarn') && !given.some((word) => /^--?v(?:ersion)?$/.test(word))
    : INSTALL_VERBS.has(verb);
}

/** Packages that an installation names, beside those of the manifest. */
export function namedPackages({ arguments: given }: Step): string[] {
  const verb = given.findIndex((word) => INSTALL_VERBS.has(word));
  return given.filter(
    (word, at) =>
      at > verb &&
      !word.startsWith('-') &&
      !/^(?:--prefix|--cwd|-C|--dir|--filter|-F|-w|--workspace|--omit|--include|--only|--also|--registry|--loglevel|--cache|--network-timeout|--mutex|--network-concurrency|--cache-folder|--fetch-\w+|--maxsockets|--userconfig|--store-dir|--cpu|--os|--libc)$/.test(
        given[at - 1] ?? '',
      ),
  );
}

/** Whether an installation is for all projects of the system. */
export function isGlobal(given: readonly string[]): boolean {
  return (
    given.includes('-g') || given.includes('--global') || given[0] === 'global' || given.includes('--location=global')
  );
}

/** Whether a call is one of a project's packages or scripts. */
export function isPackageCall({ name, arguments: given }: Step): boolean {
  return (
    (MANAGERS.has(name) && scriptOf({ name, arguments: given }) !== undefined) ||
    /^(?:npx|pnpx|bunx|turbo|lerna|nx)$/.test(name) ||
    isBuildTool(name)
  );
}

/** Whether an installation brings packages for development too. */
export function installsAll({ name, arguments: given, variable }: Step): boolean {
  if (given.some((word) => /^--(?:production|prod)(?:=true)?$|^-P$|^--omit=dev$|^--only=prod(?:uction)?$/.test(word)))
    return false;
  if (
    given.some(
      (word, at) =>
        (word === '--omit' && given[at + 1] === 'dev') || (word === '--only' && /^prod/.test(given[at + 1] ?? '')),
    )
  )
    return false;
  const asked = given.some((word) => /^--include=dev$|^--production=false$|^--(?:also|only)=dev|^--dev$/.test(word));
  const setting = variable('NPM_CONFIG_PRODUCTION') ?? variable('npm_config_production');
  if (setting === 'true' || /\bdev\b/.test(variable('NPM_CONFIG_OMIT') ?? variable('npm_config_omit') ?? ''))
    return asked;
  return asked || name === 'bun' || setting === 'false' || variable('NODE_ENV') !== 'production';
}

const manifests = new WeakMap<Project, Manifests>();

/** The package.json files of a project. */
export function manifestsOf(project: Project): Manifests {
  const known = manifests.get(project);
  if (known) return known;
  const { files } = project;
  const read = new Map<string, PackageJson | undefined>();
  const workspaces = (files?.below('/') ?? []).flatMap((path) =>
    nameOf(path) === 'package.json' ? [parentOf(path)] : [],
  );
  const own: Manifests = {
    at(directory) {
      if (!read.has(directory)) read.set(directory, readPackageJson(files?.read(below(directory, 'package.json'))));
      return read.get(directory);
    },
    workspaces,
  };
  manifests.set(project, own);
  return own;
}

const starts = new WeakMap<Project, readonly PlacedCall[]>();

/** Everything that the start comes to, scripts of package.json and of the entry point followed. */
export function startCalls(project: Project): readonly PlacedCall[] {
  const known = starts.get(project);
  if (known) return known;
  const own = manifestsOf(project);
  let directory: string | undefined = project.workdir;
  const found: PlacedCall[] = [];
  for (const { name, arguments: given } of project.start.programs) {
    if (name === 'cd') {
      directory = given[0] === undefined ? undefined : toPath(given[0], directory);
      continue;
    }
    found.push(...resolveCalls({ name: shortName(name), arguments: given, directory }, own));
  }
  for (const text of project.scripts.values()) {
    for (const call of scriptCalls(text ?? ''))
      found.push(...resolveCalls({ ...call, directory: project.workdir }, own));
  }
  starts.set(project, found);
  return found;
}

/** What a shell script may call; words of the shell's own are looked through. */
function scriptCalls(text: string): { name: string; arguments: readonly string[] }[] {
  return text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .filter((line) => !/^\s*#/.test(line))
    .flatMap((line) => splitScript(line.replace(/\$\(|[`(){}]/g, ' ; ')))
    .flatMap(({ name, arguments: given }) => {
      const words = [name, ...given];
      while (/^(?:if|then|elif|else|do|while|until|!|\$@|exec|su-exec|gosu)$/.test(words[0] ?? '')) words.shift();
      const [first, ...rest] = words;
      return first === undefined || !/^[\w@./-]+$/.test(first) ? [] : [{ name: shortName(first), arguments: rest }];
    })
    .filter(({ name }) => OF_PROJECTS.test(name) || MANAGERS.has(name) || name === 'npx');
}

/** Commands of scripts that tell what of the project they need: others are programs of the system. */
const OF_PROJECTS =
  /^(?:node|nodejs|pm2(?:-runtime)?|ts-node\S*|tsx|prisma|sequelize(?:-cli)?|typeorm\S*|knex|mikro-orm|drizzle-kit|umzug|db-migrate|node-pg-migrate|migrate\S*|next|nuxt|nuxi|nest|serve|http-server|vite|nodemon|medusa|strapi|directus)$/;

/** A program's name without the directories that programs lie in, and without its package's version. */
export function shortName(name: string): string {
  const bin = /(?:^|\/)node_modules\/\.bin\/([^/]+)$/.exec(name)?.[1];
  return (
    bin ?? (/^\/(?:usr\/(?:local\/)?)?bin\/[^/]+$/.test(name) ? nameOf(name) : name).replace(/(?<=^[\w-]+)@[^/]*$/, '')
  );
}

/** Directories of which every image has one, so that a project is in them but not one of them. */
const SYSTEM =
  /^\/(?:usr(?:\/(?:local|src|share|lib))?(?:\/s?bin|\/lib)?|etc|bin|sbin|lib|opt|var(?:\/(?:lib|log|run|www|opt))?|root|home|srv|run|tmp|mnt|data)?$/;

/** Reads where packages are installed, and which of them the container runs; a refusal where that can't be told. */
export function readNodeProject(project: Project): NodeProject | PlanRefusal {
  const installs = project.steps.filter(isInstall);
  const last = installs.at(-1);
  if (!last)
    return { because: 'No packages are installed here, so there is nothing that a runtime stage could leave out.' };
  const roots = [...new Set(installs.map(directoryOf))];
  if (roots.includes(undefined))
    return { because: `In which directory line ${last.line} installs packages can't be told.` };
  const known = roots.filter((root) => root !== undefined);
  const root = known.length === 1 ? known[0]! : rootOfStart(project, known);
  if (root === undefined)
    return {
      because: `Packages are installed in ${known.join(' and ')}, and which of them the container runs can't be told.`,
    };
  if (known.includes('/'))
    return { because: 'The project lies in /, among the files of the system; give it a WORKDIR first.' };
  const around = [...project.directories].filter((one) => isWithin(root, one) && !SYSTEM.test(one));
  const top = around.sort((a, b) => a.length - b.length)[0] ?? root;
  const json = readRoot(project, root);
  return {
    root,
    top,
    others: known.filter((one) => one !== root),
    install: installs.findLast((step) => directoryOf(step) === root)!,
    installs,
    builds: project.steps.flatMap((step) => buildCalls(step, project)),
    ...(json ? { json } : {}),
  };
}

/** Of several directories with packages, the one that the start's program lies in. */
function rootOfStart(project: Project, roots: readonly string[]): string | undefined {
  const calls = startCalls(project);
  const entry = entryOf(calls, project.files);
  const place = entry ?? calls.find(({ name }) => !MANAGERS.has(name))?.directory ?? project.workdir;
  const around = roots.filter((root) => isWithin(place, root)).sort((a, b) => b.length - a.length);
  return around[0];
}

/** A package.json with the needs of its workspaces added to its own. */
function readRoot({ files, ...project }: Project, root: string): PackageJson | undefined {
  const own = readPackageJson(files?.read(below(root, 'package.json')));
  if (!own || !files || !(own.workspaces || files.has(below(root, 'pnpm-workspace.yaml')))) return own;
  const all = manifestsOf({ files, ...project }).workspaces.filter((one) => one !== root && isWithin(one, root));
  const members = all.flatMap((one) => readPackageJson(files.read(below(one, 'package.json'))) ?? []);
  const names = new Set(members.flatMap(({ name }) => name ?? []));
  const dependencies = new Set([own, ...members].flatMap((one) => [...one.dependencies]));
  const development = [own, ...members].flatMap((one) => [...one.devDependencies]);
  return {
    ...own,
    dependencies: new Set([...dependencies, ...names]),
    devDependencies: new Set(development.filter((name) => !dependencies.has(name) && !names.has(name))),
    workspaces: true,
  };
}

/** What a RUN's command builds, scripts followed; a script's name has to do where package.json can't be read. */
function buildCalls(step: Step, project: Project): PlacedCall[] {
  const call = { name: step.name, arguments: step.arguments, directory: step.directory };
  const own = manifestsOf(project);
  const place = directoryOf(call);
  const json = place === undefined ? undefined : own.at(place);
  const script = scriptOf(call, json?.scripts);
  if (script !== undefined && !json) return BUILD_SCRIPT.test(script) ? [call] : [];
  const resolved = resolveCalls(call, own);
  const found = resolved.filter(isBuildCall);
  if (found.length > 0) return found;
  // A script that is called build does so by means of its own.
  return script !== undefined && BUILD_SCRIPT.test(script)
    ? [{ name: 'node', arguments: [script], directory: place }]
    : [];
}

const VALUE_OF_NODE = new Set([
  '-r',
  '--require',
  '--import',
  '--loader',
  '--experimental-loader',
  '--env-file',
  '-e',
  '--eval',
  '-p',
  '--print',
  '-C',
  '--conditions',
  '--title',
]);

/** The file that node starts, or pm2 without a file of its own that tells. */
export function entryOf(calls: readonly PlacedCall[], files: ProjectFiles | undefined): string | undefined {
  const call = calls.find(({ name }) => /^(?:node|nodejs|bun|pm2(?:-runtime|-docker)?)$/.test(name));
  if (!call) return undefined;
  const operands = call.arguments.filter(
    (word, at) => !word.startsWith('-') && !VALUE_OF_NODE.has(call.arguments[at - 1] ?? ''),
  );
  const isPm2 = call.name.startsWith('pm2');
  const file = operands.find((word) => !isPm2 || /\.[cm]?js$/.test(word));
  const path = file === undefined ? undefined : toPath(file, call.directory);
  if (path === undefined) return undefined;
  if (isPm2 && /\.config\.[cm]?js$|ecosystem/.test(path)) {
    const scripts = [...(files?.read(path) ?? '').matchAll(/\bscript["']?\s*:\s*["'`]([^"'`$]+)["'`]/g)];
    return scripts.length === 1 ? toPath(scripts[0]![1]!, call.directory) : undefined;
  }
  const main = parseObject(files?.read(below(path, 'package.json')));
  if (main === undefined) return path;
  return typeof main.main === 'string' ? toPath(main.main, path) : below(path, 'index.js');
}

/** The settings of TypeScript's compiler in a directory. */
export function compilerOptions(files: ProjectFiles, directory: string): Record<string, unknown> {
  return toObject(parseObject(files.read(below(directory, 'tsconfig.json')))?.compilerOptions);
}
