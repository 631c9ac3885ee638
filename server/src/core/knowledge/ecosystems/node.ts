import type { BaseImage } from '../base-images';
import type { Artefact, Ecosystem, Plan, PlanRefusal, Project, RuntimeNeed, Step } from '../ecosystem';
import { findLine, findProduct } from '../end-of-life';
import { below, isWithin, nameOf, parentOf, toPath } from '../image-paths';
import {
  BROWSERS,
  BUILD_SCRIPT,
  COMPILERS,
  devToolOf,
  isBuildCall,
  isBuildTool,
  NEEDS_FULL_IMAGE,
  packageOfBin,
  SERVED,
} from '../node-tools';
import {
  type PackageJson,
  parseObject,
  readPackageJson,
  resolveCalls,
  type ScriptCall,
  scriptOf,
  toObject,
} from '../package-json';
import { isCompiler, packageRole } from '../package-roles';
import { findFilesInUse } from '../run-time-files';
import {
  isOutput,
  NGINX_ROOT,
  nginxSite,
  readPreviewPort,
  readSiteOutput,
  readStaticServer,
  routesInBrowser,
} from '../static-sites';

export const node: Ecosystem = {
  id: 'node',
  title: 'Node.js',
  environment: {},
  buildVariables:
    /^(?:npm_config_\w+|NPM_CONFIG_\w+|NPM_TOKEN|YARN_\w+|PNPM_HOME|NODE_GYP_\w*|CI|HUSKY|CYPRESS_\w+|PUPPETEER_SKIP_\w+|SENTRYCLI_\w+|GENERATE_SOURCEMAP|DISABLE_OPENCOLLECTIVE|DEBIAN_FRONTEND)$/,
  buildReads: (name) => !/^(?:\w+_)?(?:PORT|HOST|HOSTNAME|TZ|LC_ALL)$/.test(name),
  buildDirectories: [
    '/usr/local/lib/node_modules',
    '/usr/local/share/.cache',
    '/root/.local',
    '/root/.node-gyp',
    '/root/.pnpm-store',
  ],

  recognises: ({ base, steps }) =>
    base.family === 'node' && steps.some((step) => isInstall(step) || isPackageCall(step)),
  isSource: (path) => /\/(?:node_modules|\.git)\/|\.tsx?$/.test(path),
  roleOf,
  provides: ({ name, arguments: given }, command) =>
    (name === 'corepack' && (command === 'pnpm' || command === 'yarn')) ||
    given.includes(command) ||
    given.some((word) => word.replace(/(?<=.)@[^/]*$/, '') === packageOfBin(command)),
  plan,
};

const MANAGERS = new Set(['npm', 'yarn', 'pnpm', 'bun', 'yarnpkg']);
const INSTALL_VERBS = new Set(['install', 'i', 'ci', 'in', 'isntall', 'clean-install', 'add']);

/** A call that fills `node_modules` of a project. */
function isInstall({ name, arguments: given }: Step): boolean {
  if (!MANAGERS.has(name) || isGlobal(given)) return false;
  const verb = given.find((word) => !word.startsWith('-'));
  return verb === undefined
    ? name.startsWith('yarn') && !given.some((word) => /^--?v(?:ersion)?$/.test(word))
    : INSTALL_VERBS.has(verb);
}

function isGlobal(given: readonly string[]): boolean {
  return (
    given.includes('-g') || given.includes('--global') || given[0] === 'global' || given.includes('--location=global')
  );
}

function isPackageCall({ name, arguments: given }: Step): boolean {
  return (
    (MANAGERS.has(name) && scriptOf({ name, arguments: given }) !== undefined) || name === 'npx' || isBuildTool(name)
  );
}

function roleOf(step: Step, project: Project): 'build' | 'runtime' | undefined {
  const { name, arguments: given, directory } = step;
  if (MANAGERS.has(name) || name === 'corepack') {
    return isGlobal(given) || name === 'corepack' ? roleOfGlobal(step, project) : 'build';
  }
  if (name === 'npx' || name === 'pnpx' || name === 'bunx' || name === 'node-gyp' || isBuildTool(name)) return 'build';
  if (name === 'node' || name === 'nodejs') return 'build';
  // A program of the project's own packages.
  if (directory !== undefined && name !== '' && isProjectProgram(step, project)) return 'build';
  return undefined;
}

function isProjectProgram(step: Step, { files }: Project): boolean {
  if (step.name !== 'sh' && step.name !== 'bash' && !step.name.endsWith('.sh')) return false;
  const script = step.name.endsWith('.sh') ? step.name : step.arguments.find((word) => !word.startsWith('-'));
  const path = script === undefined ? undefined : toPath(script, step.directory);
  const text = path === undefined ? undefined : files?.read(path);
  return (
    text !== undefined &&
    /\b(?:npm|npx|yarn|pnpm|tsc|node)\b/.test(text) &&
    !/\b(?:apt|apt-get|apk|yum|useradd|adduser)\b|\/(?:etc|usr|var)\//.test(text)
  );
}

/** A global installation is the runtime's when the start calls what it brings. */
function roleOfGlobal({ name, arguments: given }: Step, project: Project): 'build' | 'runtime' {
  const called = startCalls(project).map((call) => call.name);
  if (name === 'corepack') return called.includes('pnpm') || called.includes('yarn') ? 'runtime' : 'build';
  const packages = given.filter((word) => !word.startsWith('-')).map((word) => word.replace(/(?<=.)@[^/]*$/, ''));
  return called.some((bin) => bin !== 'npm' && bin !== 'node' && packages.includes(packageOfBin(bin)))
    ? 'runtime'
    : 'build';
}

/** The project's directory, and what its package.json says. */
interface Package {
  readonly root: string;
  readonly json?: PackageJson;
  readonly install: Step;
}

function readPackage(project: Project): Package | PlanRefusal {
  const installs = project.steps.filter(isInstall);
  const last = installs.at(-1);
  if (!last)
    return { because: 'No packages are installed here, so there is nothing that a runtime stage could leave out.' };
  const roots = [...new Set(installs.map(directoryOf))];
  const [root] = roots;
  if (root === undefined) return { because: `In which directory line ${last.line} installs packages can't be told.` };
  if (roots.length > 1)
    return { because: `Packages are installed in ${roots.join(' and ')}: each is a project of its own.` };
  if (root === '/')
    return { because: 'The project lies in /, among the files of the system; give it a WORKDIR first.' };
  const json = readPackageJson(project.files?.read(below(root, 'package.json')));
  if (json?.workspaces || project.files?.has(below(root, 'pnpm-workspace.yaml')))
    return { because: 'The project has workspaces; which of them the image is for is not known.' };
  return { root, install: last, ...(json ? { json } : {}) };
}

function directoryOf({ arguments: given, directory }: Step): string | undefined {
  for (const flag of ['--prefix', '--cwd', '-C', '--dir']) {
    const at = given.indexOf(flag);
    const value = at === -1 ? given.find((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1) : given[at + 1];
    if (value !== undefined) return toPath(value, directory);
  }
  return directory;
}

const calls = new WeakMap<Project, readonly ScriptCall[]>();

/** Everything that the start comes to, scripts of package.json followed. */
function startCalls(project: Project): readonly ScriptCall[] {
  const known = calls.get(project);
  if (known) return known;
  const json = readPackageJson(project.files?.read(below(project.workdir, 'package.json')));
  const own = project.start.programs.flatMap(({ name, arguments: given }) =>
    resolveCalls({ name: shortName(name), arguments: given }, json?.scripts ?? {}),
  );
  calls.set(project, own);
  return own;
}

function shortName(name: string): string {
  const bin = /(?:^|\/)node_modules\/\.bin\/([^/]+)$/.exec(name)?.[1];
  return (
    bin ?? (/^\/(?:usr\/(?:local\/)?)?bin\/[^/]+$/.test(name) ? nameOf(name) : name).replace(/(?<=^[\w-]+)@[^/]*$/, '')
  );
}

function plan(project: Project): Plan | PlanRefusal {
  const own = readPackage(project);
  if ('because' in own) return own;
  const { json, root } = own;
  const started = startCalls(project);
  const dev = started.map(devToolOf).find((tool) => tool !== undefined);
  if (dev !== undefined) return { because: `The container runs ${dev}, a tool for development.` };
  const unread = [...project.scripts].find(([, text]) => text === undefined);
  if (unread) return { because: `What ${nameOf(unread[0])} starts can't be read here.` };
  const script = project.start.programs
    .map(({ name, arguments: given }) => scriptOf({ name: shortName(name), arguments: given }))
    .find((one) => one !== undefined);
  if (script !== undefined && !readPackageJson(project.files?.read(below(project.workdir, 'package.json')))) {
    return { because: `What the script "${script}" runs stands in package.json, which can't be read here.` };
  }
  if (script !== undefined && json && json.scripts[script] === undefined && script !== 'start') {
    return { because: `package.json has no script "${script}".` };
  }
  if (script !== undefined && /^(?:dev|develop|watch|debug|test)(?:$|:)/.test(script)) {
    return { because: `The container runs the script "${script}", which is for development.` };
  }
  if (project.scripts.size === 0 && !started.some((call) => runsApplication(call, json))) {
    const first = project.start.programs[0]?.name;
    return { because: `What ${first} is that the container starts can't be told.` };
  }
  const browser = json && BROWSERS.find((name) => json.dependencies.has(name));
  if (browser) return { because: `${browser} needs a browser and its libraries, and which ones is not known.` };

  const builds = project.steps.flatMap((step) => buildCalls(step, own));
  const compiles = project.packages.some(isCompiler);
  const site = readSite(project, own, started, builds);
  if (site) return site;
  if (builds.length === 0 && !compiles) {
    const slim = slimImage(project.image, project.base);
    const other = slim === project.image ? 'npm ci --omit=dev' : `${slim} and npm ci --omit=dev`;
    return {
      because: `No RUN builds anything, so there is little to leave behind; ${other} would make the image smaller.`,
    };
  }
  return planServer(project, own, started, builds, root);
}

const RUNNERS = new Set(
  'node nodejs pm2 pm2-runtime pm2-docker next nuxt nuxi remix-serve strapi directus serve http-server sirv bun'.split(
    ' ',
  ),
);

/** Whether a call starts what the project is: by node, or by a program of one of its packages. */
function runsApplication({ name, arguments: given }: ScriptCall, json: PackageJson | undefined): boolean {
  if (RUNNERS.has(name) || readStaticServer({ name, arguments: given }, undefined)) return true;
  const owner = packageOfBin(name);
  return json !== undefined && (json.dependencies.has(owner) || json.devDependencies.has(owner));
}

/** What a RUN's command builds, scripts followed; a script's name has to do where package.json can't be read. */
function buildCalls(step: Step, { json }: Package): ScriptCall[] {
  const call = { name: step.name, arguments: step.arguments };
  const script = scriptOf(call, json?.scripts);
  if (script !== undefined && !json) return BUILD_SCRIPT.test(script) ? [call] : [];
  const resolved = resolveCalls(call, json?.scripts ?? {});
  const found = resolved.filter(isBuildCall);
  if (found.length > 0) return found;
  // A script that is called build does so by means of its own.
  return script !== undefined && BUILD_SCRIPT.test(script) ? [{ name: 'node', arguments: [script] }] : [];
}

/** A site of files alone: nginx serves what the build makes. */
function readSite(
  project: Project,
  { root, json }: Package,
  started: readonly ScriptCall[],
  builds: readonly ScriptCall[],
): Plan | PlanRefusal | undefined {
  const { files, workdir } = project;
  const servers = started.flatMap((call) => {
    const server = readStaticServer(call, project.variable('PORT'));
    return server ? [{ call, server }] : [];
  });
  const [first] = servers;
  if (!first) return undefined;
  const others = started.filter(
    (call) =>
      !servers.some((one) => one.call === call) &&
      scriptOf(call, json?.scripts) === undefined &&
      !['npx', 'cross-env', 'dotenv'].includes(call.name),
  );
  if (servers.length > 1 || others.length > 0)
    return { because: 'The container does more than serve files when it starts.' };
  if (builds.length === 0) return { because: 'No RUN builds the site that the container serves.' };
  const outputs = builds.flatMap((call) => readSiteOutput(call, root, files) ?? []);
  const { directory } = first.server;
  const given = directory === undefined ? undefined : toPath(directory, workdir);
  const output = given ?? (outputs.length === 1 ? toPath(outputs[0]!, root) : undefined);
  if (output === undefined || output.includes('$')) return { because: "Where the build puts the site can't be told." };
  if (outputs.length > 0 && !outputs.some((one) => isOutput(output, one, root))) {
    return {
      because: `The container serves ${output}, but the build writes to ${outputs.map((one) => toPath(one, root)).join(' and ')}.`,
    };
  }
  if (output === root || !isWithin(output, root))
    return { because: `The container serves ${output}, which is not what the build makes.` };
  const configs = [
    'vite.config.ts',
    'vite.config.js',
    'vite.config.mts',
    'vite.config.mjs',
    'astro.config.mjs',
    'astro.config.ts',
  ];
  const hasBase = configs.some((name) => /\bbase\s*:\s*(?!['"]\.?\/?['"])/.test(files?.read(below(root, name)) ?? ''));
  if (hasBase && (first.call.name === 'vite' || first.call.name === 'astro')) {
    return { because: 'The site is served below a path of its own (base).' };
  }
  if (files?.has(below(output, 'serve.json')) || files?.has(below(root, 'public/serve.json'))) {
    return { because: 'serve.json sets how the site is served.' };
  }
  const port = first.server.port ?? (first.call.name === 'vite' ? readPreviewPort(root, files) : undefined);
  if (port === undefined) return { because: 'The port on which the site is served is a variable.' };
  const fallback = first.server.fallback || (json !== undefined && routesInBrowser(json.dependencies));
  const user = project.user;
  const image =
    user === undefined || user === 'root' || user === '0'
      ? 'nginx:1.28-alpine'
      : 'nginxinc/nginx-unprivileged:1.28-alpine';
  return {
    artefacts: [{ from: output, to: NGINX_ROOT }],
    need: { kind: 'image', image, distro: 'alpine', tools: ['curl'], users: ['nginx'], extensible: false },
    serves: { lines: nginxSite(port, fallback), file: '/etc/nginx/conf.d/default.conf' },
    notes: [
      `nginx serves ${output} on port ${port}, as ${first.call.name} did${fallback ? '; addresses that are no files get index.html' : ''}.`,
      "Variables that the build puts into the site are the builder's alone.",
    ],
  };
}

/** The major version; NaN where the tag does not tell. Release lines have names too: `carbon` is 8. */
function majorOf({ version = '' }: BaseImage): number {
  return Number.parseInt(findLine(findProduct('node'), version)?.line ?? version, 10);
}

/** How a manager takes packages out that only development needs. */
function pruneCommand({ install }: Package, { base, files }: Project, root: string): string | undefined {
  const flags = install.arguments
    .filter((word) => word === '--legacy-peer-deps' || word === '--force')
    .map((word) => ` ${word}`)
    .join('');
  const frozen = install.arguments.find((word) => word === '--frozen-lockfile' || word === '--pure-lockfile');
  switch (install.name) {
    case 'npm': {
      return majorOf(base) < 15 ? 'npm prune --production' : `npm prune --omit=dev${flags}`;
    }
    case 'yarn':
    case 'yarnpkg':
      // Yarn 2 and later keep packages otherwise, and need a plug-in for this.
      if (files?.has(below(root, '.yarnrc.yml')) || files?.has(below(root, '.pnp.cjs'))) return undefined;
      return `yarn install --production --ignore-scripts --prefer-offline${frozen ? ` ${frozen}` : ''}`;
    case 'pnpm':
      return 'CI=true pnpm prune --prod --ignore-scripts';
    default:
      return undefined;
  }
}

function installsAll({ name, arguments: given, variable }: Step): boolean {
  if (given.some((word) => /^--(?:production|prod)(?:=true)?$|^-P$|^--omit=dev$|^--only=prod(?:uction)?$/.test(word)))
    return false;
  if (
    given.some(
      (word, at) =>
        (word === '--omit' && given[at + 1] === 'dev') || (word === '--only' && /^prod/.test(given[at + 1] ?? '')),
    )
  )
    return false;
  const asked = given.some((word) => /^--include=dev$|^--production=false$|^--(?:also|only)=dev/.test(word));
  return asked || name === 'bun' || variable('NODE_ENV') !== 'production';
}

function planServer(
  project: Project,
  own: Package,
  started: readonly ScriptCall[],
  builds: readonly ScriptCall[],
  root: string,
): Plan | PlanRefusal {
  const { json, install } = own;
  const notes: string[] = [];
  const program = started.find(({ name }) => name === 'node' || name === 'nodejs');
  const entry = entryOf(program, project);
  if (entry?.includes('$')) return { because: 'Which file node starts is a variable.' };
  const needed = json ? neededDevPackages(project, own, started, entry) : [];
  const pruned = project.steps.some((step) => MANAGERS.has(step.name) && step.arguments.includes('prune'));
  const prunes = !pruned && installsAll(install) && (json ? json.devDependencies.size > 0 : true);
  const prune = prunes && needed.length === 0 ? pruneCommand(own, project, root) : undefined;
  if (prunes && needed.length > 0) {
    notes.push(
      `${needed.join(', ')} of devDependencies ${needed.length === 1 ? 'is' : 'are'} needed at run time, so node_modules stays whole.`,
    );
  }
  const need = runtimeNeed(project, own);
  const selected = selectFiles(project, own, started, builds, entry, root);
  const copied: Artefact[] = selected ?? [{ from: root, to: root }];
  const corepack = corepackCache(project, started);
  if (corepack && 'because' in corepack) return corepack;
  if (corepack) copied.push(corepack);
  const packages =
    need.image === project.image || !json
      ? []
      : [
          ...new Set(
            Object.entries(SYSTEM_PACKAGES).flatMap(([name, system]) => (json.dependencies.has(name) ? [system] : [])),
          ),
        ];
  if (selected === undefined)
    notes.push(`${root} is copied as a whole: which files of it the program opens is not known.`);
  const leaves =
    prune !== undefined ||
    need.image !== project.image ||
    selected !== undefined ||
    project.packages.some((name) => packageRole(name) === 'build');
  if (!leaves)
    return {
      because:
        'There is little to leave behind: the base image is small already, and no package is for development only.',
    };
  if (!json)
    notes.push('package.json is not here to tell what the program needs at run time; look at the result with care.');
  return {
    artefacts: copied,
    need,
    ...(prune ? { finally: [{ command: prune, directory: root }] } : {}),
    calls: calledPrograms(project, root),
    packages,
    notes,
  };
}

/** Where corepack keeps the package manager that a build downloaded: without it, each start would download it anew. */
function corepackCache(
  { steps, user, variable }: Project,
  started: readonly ScriptCall[],
): Artefact | PlanRefusal | undefined {
  const uses = started.some(({ name }) => name === 'pnpm' || name === 'yarn');
  if (!uses || !steps.some(({ name }) => name === 'corepack')) return undefined;
  const own = variable('COREPACK_HOME');
  if (own === undefined && user !== undefined && user !== 'root') {
    return { because: 'Which package manager the container starts with is in the cache of another user (corepack).' };
  }
  const path = own ?? '/root/.cache/node/corepack';
  return { from: path, to: path };
}

const CALLS = /\b(?:exec|execSync|spawn|spawnSync|execFile|execFileSync|execa|execaSync)\(\s*['"`]([\w./-]+)/g;

/** Programs that the sources start by name. */
function calledPrograms({ files }: Project, root: string): string[] {
  const sources = files?.below(root)?.filter((path) => SOURCE.test(path) && !TESTS.test(path)) ?? [];
  const texts = sources.map((path) => files!.read(path) ?? '').filter((text) => /child_process|execa/.test(text));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(CALLS)].map((match) => match[1]!)))];
}

/** The file that node starts. */
function entryOf(call: ScriptCall | undefined, { workdir }: Project): string | undefined {
  const VALUE = new Set(['-r', '--require', '--import', '--loader', '--experimental-loader', '--env-file']);
  const file = call?.arguments.find((word, at) => !word.startsWith('-') && !VALUE.has(call.arguments[at - 1] ?? ''));
  return file === undefined ? undefined : toPath(file, workdir);
}

/** Packages for development that the start calls, or that its sources import. */
function neededDevPackages(
  project: Project,
  { json, root }: Package,
  started: readonly ScriptCall[],
  entry: string | undefined,
): string[] {
  const dev = json!.devDependencies;
  const called = started.map(({ name }) => packageOfBin(name)).filter((name) => dev.has(name));
  const required = started.flatMap(({ name, arguments: given }) =>
    name === 'node'
      ? given.flatMap((word, at) => (/^(?:-r|--require|--import)$/.test(given[at - 1] ?? '') ? [packageOf(word)] : []))
      : [],
  );
  const imported = [...importedPackages(project, root, entry)].filter((name) => dev.has(name));
  return [...new Set([...called, ...required.filter((name) => dev.has(name)), ...imported])].sort();
}

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const TESTS =
  /\.(?:test|spec|e2e|stories|d)\.[cm]?[jt]sx?$|\/(?:__tests__|__mocks__|tests?|e2e|cypress|node_modules|\.git|coverage|storybook|\.storybook)\//;
const IMPORT =
  /(?:^|[;\n}])\s*(?:import|export)\s+(?!type\b)(?:[\w*{}\s,$]+?\sfrom\s+)?["']([^"'\n]+)["']|\b(?:require|import)\s*\(\s*["']([^"'\n]+)["']\s*\)/g;

/** Packages that the sources of the entry import, followed through the project's own files; of all sources where it is not found. */
function importedPackages({ files }: Project, root: string, entry: string | undefined): Set<string> {
  const packages = new Set<string>();
  if (!files) return packages;
  // Names that stand for files of the project can't be followed: then every source counts.
  const settings = toObject(parseObject(files.read(below(root, 'tsconfig.json')))?.compilerOptions);
  const named =
    settings.paths !== undefined ||
    settings.baseUrl !== undefined ||
    parseObject(files.read(below(root, 'package.json')))?.imports !== undefined;
  const first = entry === undefined || named ? undefined : sourceOf(entry, root, (path) => files.has(path));
  const all = files.below(root)?.filter((path) => SOURCE.test(path) && !TESTS.test(path)) ?? [];
  const waiting = first === undefined ? all.filter((path) => !/\.config\.[cm]?[jt]s$/.test(path)) : [first];
  const seen = new Set(waiting);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const match of (files.read(path) ?? '').matchAll(IMPORT)) {
      const name = match[1] ?? match[2]!;
      if (!name.startsWith('.') && !name.startsWith('/')) {
        packages.add(packageOf(name));
        continue;
      }
      const next = resolveSource(toPath(name, parentOf(path))!, (one) => files.has(one));
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return packages;
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

const ENDINGS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx'];

function resolveSource(path: string, has: (path: string) => boolean): string | undefined {
  const bare = path.replace(/\.[cm]?jsx?$/, '');
  const candidates = [
    path,
    ...ENDINGS.map((ending) => bare + ending),
    ...ENDINGS.map((ending) => `${path}/index${ending}`),
  ];
  return candidates.find((one) => SOURCE.test(one) && has(one));
}

/** The source of a compiled file: `dist/main.js` comes of `src/main.ts`. */
function sourceOf(entry: string, root: string, has: (path: string) => boolean): string | undefined {
  const own = resolveSource(entry, has);
  if (own !== undefined) return own;
  if (!isWithin(entry, root)) return undefined;
  const rest = entry
    .slice(root.length + 1)
    .split('/')
    .slice(1)
    .join('/');
  return [
    `src/${rest}`,
    rest,
    rest.replace(/^src\//, ''),
    `source/${rest}`,
    `lib/${rest}`,
    `server/${rest}`,
    `app/${rest}`,
  ]
    .map((path) => resolveSource(below(root, path), has))
    .find((path) => path !== undefined);
}

const IGNORED =
  /\.(?:tsx?|mts|cts|vue|svelte|md|map|snap|lock)$|\/(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|tsconfig[^/]*\.json|nest-cli\.json|\.[^/]*rc(?:\.\w+)?|[^/]*\.config\.[cm]?[jt]s|Dockerfile[^/]*|docker-compose[^/]*|compose\.ya?ml|LICENSE|Makefile|\.[^/]*ignore|\.editorconfig|\.gitattributes)$/;

/** What of a compiled project runs: its output, its packages, and files that its sources name. Undefined: not to be told. */
function selectFiles(
  project: Project,
  { json }: Package,
  started: readonly ScriptCall[],
  builds: readonly ScriptCall[],
  entry: string | undefined,
  root: string,
): Artefact[] | undefined {
  const { files } = project;
  if (!files || !json || entry === undefined || !isWithin(entry, root) || builds.length === 0) return undefined;
  const [output] = entry.slice(root.length + 1).split('/');
  if (!output || parentOf(entry) === root) return undefined;
  const directory = below(root, output);
  const all = files.below(root);
  if (!all || all.some((path) => isWithin(path, directory))) return undefined;
  const run = project.steps
    .filter((step) => isPackageCall(step) || step.name === 'node')
    .flatMap(({ name, arguments: given }) => resolveCalls({ name, arguments: given }, json.scripts))
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
  const outDir = toObject(parseObject(files.read(below(root, 'tsconfig.json')))?.compilerOptions).outDir;
  if (typeof outDir === 'string' && toPath(outDir, root) !== directory && !isWithin(toPath(outDir, root)!, directory))
    return undefined;
  const sources = all.filter((path) => SOURCE.test(path) && !TESTS.test(path));
  const own = all.filter((path) => !TESTS.test(path));
  const words = [
    ...[...project.start.programs, ...project.checks].flatMap(({ name, arguments: given }) => [name, ...given]),
    ...project.settings,
    ...Object.entries(json.scripts).flatMap(([name, text]) =>
      /^(?:pre|post)?start/.test(name) ? text.split(/\s+/) : [],
    ),
  ];
  const inUse = findFilesInUse({
    files: own,
    bases: [...new Set([root, project.workdir])],
    texts: [
      ...sources.map((path) => files.read(path) ?? ''),
      ...words.map((word) => JSON.stringify(word)),
      ...(usesDotenv(json) ? ['".env"'] : []),
    ],
    served: SERVED.map((name) => below(root, name)),
    isSource: (path) => IGNORED.test(path),
    read: (path) => files.read(path),
  });
  const base = [below(root, 'package.json'), below(root, 'node_modules'), directory];
  const others = inUse.filter((path) => !base.includes(path));
  return [
    ...base.map((path) => ({ from: path, to: path })),
    ...others.map((path) => ({ from: path, to: path, optional: true })),
  ];
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
  return dependencies.has('dotenv') || dependencies.has('@nestjs/config');
}

function runtimeNeed(project: Project, { json }: Package): RuntimeNeed & { kind: 'image' } {
  const { base, image } = project;
  const slim = slimImage(image, base);
  const maintained =
    ['bookworm', 'trixie'].includes(base.codename ?? '') || (base.codename === undefined && !(majorOf(base) < 18));
  const extensible = base.libc === 'musl' || maintained;
  const full =
    json && NEEDS_FULL_IMAGE.some((name) => json.dependencies.has(name) && !(extensible && name in SYSTEM_PACKAGES));
  const taken = full ? image : slim;
  const distro = base.libc === 'musl' ? 'alpine' : base.distro === 'debian' ? 'debian' : 'other';
  const whole = image === taken && base.variant === undefined && distro === 'debian';
  const tools = ['node', 'nodejs', 'npm', 'npx', 'yarn', 'yarnpkg', 'corepack', ...(whole ? FULL_TOOLS : [])];
  return {
    kind: 'image',
    image: taken,
    distro,
    tools,
    users: ['node'],
    extensible,
    ...(image === taken ? {} : { larger: image }),
  };
}

/** Packages of the system that packages of Node.js need, and the slim image lacks. */
const SYSTEM_PACKAGES: Readonly<Record<string, string>> = {
  '@prisma/client': 'openssl',
  prisma: 'openssl',
  'simple-git': 'git',
};

/** Commands of node's full images that the slim ones lack. */
const FULL_TOOLS = [
  'bash',
  'curl',
  'wget',
  'git',
  'python3',
  'perl',
  'openssl',
  'ps',
  'pgrep',
  'make',
  'g++',
  'gcc',
  'unzip',
  'ssh',
];

/** The slim image of the same version and release; the image itself where there is none, or a digest pins it. */
function slimImage(
  image: string,
  { repository, official, distro, variant, version, codename, parts }: BaseImage,
): string {
  if (!official || repository !== 'node' || distro !== 'debian' || /@|\$\{[^}]*:/.test(image)) return image;
  const channel = parts.some(({ role }) => role === 'channel');
  const onlyVersion = parts.every(({ role }) => role === 'version' || role === 'codename' || role === 'channel');
  if (!onlyVersion || (variant !== undefined && !channel)) return image;
  const slash = image.lastIndexOf('/');
  const colon = image.indexOf(':', slash + 1);
  if (colon === -1) return `${image}:slim`;
  const tag = image.slice(colon + 1);
  if (tag === 'latest') return `${image.slice(0, colon)}:slim`;
  return version !== undefined || codename !== undefined || channel ? `${image}-slim` : image;
}
