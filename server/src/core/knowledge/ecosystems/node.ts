import type { Artefact, Ecosystem, Plan, PlanRefusal, Project, Step } from '../ecosystem';
import { below, isWithin, nameOf, toPath } from '../images/image-paths';
import { isCompiler, packageRole } from '../system-packages/package-roles';
import type { PlacedCall } from './node/calls';
import { MANAGERS, scriptOf } from './node/calls';
import { selectFiles } from './node/files';
import { readRuntime } from './node/images';
import type { PackageJson } from './node/package-json';
import {
  entryOf,
  hasNode,
  isInstall,
  isPackageCall,
  manifestsOf,
  type NodeProject,
  readNodeProject,
  shortName,
  startCalls,
  startsScripts,
} from './node/project';
import { hasDevPackages, keepsPackagesElsewhere, type Prune, pruneCommand } from './node/prune';
import { providesCommand, roleOfStep } from './node/roles';
import { calledPrograms, neededDevPackages, readSources } from './node/sources';
import { readStaticServer } from './node/static-sites';
import { packageUse, usesSystemCertificates } from './node/system';
import { BROWSERS, devToolOf, packageOfBin } from './node/tools';
import { nodeSite } from './node-site';

/** Servers that Node.js runs: their packages for production, what the build makes, and files that they open. */
export const node: Ecosystem = {
  id: 'node',
  title: 'Node.js',
  environment: {},
  buildVariables:
    /^(?:NPM_TOKEN|NODE_AUTH_TOKEN|NODE_GYP_\w*|HUSKY\w*|CYPRESS_\w+|PUPPETEER_SKIP_\w+|SENTRYCLI_\w+|GENERATE_SOURCEMAP|DISABLE_OPENCOLLECTIVE|DEBIAN_FRONTEND)$/,
  buildReads: (name) => !/^(?:\w+_)?(?:PORT|HOST|HOSTNAME|TZ|LC_ALL)$/.test(name),
  buildDirectories: [
    '/usr/local/lib/node_modules',
    '/usr/local/share/.cache',
    '/root/.local',
    '/root/.node-gyp',
    '/root/.pnpm-store',
  ],

  mayRecognise: hasNode,
  needsFiles: startsScripts,
  recognises: (project) =>
    hasNode(project) &&
    (project.base.family === 'node' ||
      startCalls(project).some(({ name }) => MANAGERS.has(name) || RUNNERS.has(name))) &&
    project.steps.some((step) => isInstall(step) || isPackageCall(step)) &&
    !nodeSite.recognises(project),
  isSource: (path) => /\/(?:node_modules|\.git)\/|\.tsx?$/.test(path),
  roleOf: roleOfStep,
  provides: providesCommand,
  plan,
};

function plan(project: Project): Plan | PlanRefusal {
  const started = startCalls(project);
  const dev = started.map(devToolOf).find((tool) => tool !== undefined);
  if (dev !== undefined) return { because: `The container runs ${dev}, a tool for development.` };
  const own = readNodeProject(project);
  if ('because' in own) return own;
  const { json, root, top } = own;
  if (!json && project.files && project.copiesContext)
    return {
      because: `${below(root, 'package.json')} is not in the build context, and it tells what the program needs.`,
    };
  const refused = unreadStart(project, started);
  if (refused) return refused;
  if (project.scripts.size === 0 && !started.some((call) => runsApplication(call, json))) {
    const first = project.start.programs[0]?.name;
    return { because: `What ${first} is that the container starts can't be told.` };
  }
  const entry = entryOf(started, project.files);
  if (entry?.includes('$')) return { because: 'Which file node starts is a variable.' };
  if (entry !== undefined && !isWithin(entry, top))
    return { because: `The container starts ${entry}, but the packages are installed in ${root}.` };
  const browser = json && BROWSERS.find((name) => json.dependencies.has(name));
  if (browser) return { because: `${browser} needs a browser and its libraries, and which ones is not known.` };
  if (keepsPackagesElsewhere(project, own)) {
    return {
      because:
        'Yarn keeps the packages in a cache outside the project (Plug and Play); nodeLinker: node-modules in .yarnrc.yml keeps them in it.',
    };
  }
  const gains = own.builds.length > 0 || project.packages.some(isCompiler) || (json && project.files);
  if (!gains) {
    return {
      because:
        'No RUN builds anything, and package.json is not here to tell what the program needs: a slim image and npm ci --omit=dev would make it smaller.',
    };
  }
  return planServer(project, own, started, entry);
}

/** What of the start can't be read, so that nothing is known of what it needs. */
function unreadStart(project: Project, started: readonly PlacedCall[]): PlanRefusal | undefined {
  // A well-known script waits for another container and starts what it is given.
  const unread = [...project.scripts].find(
    ([path, text]) => text === undefined && !(nameOf(path) === 'wait-for-it.sh' && project.base.libc !== 'musl'),
  );
  if (unread) return { because: `What ${nameOf(unread[0])} starts can't be read here.` };
  for (const call of started) {
    const script = scriptOf(call);
    if (script === undefined) continue;
    if (/^(?:dev|develop|watch|debug|test)(?:$|:)/.test(script))
      return { because: `The container runs the script "${script}", which is for development.` };
    const json = call.directory === undefined ? undefined : manifestsOf(project).at(call.directory);
    const isElsewhere = call.arguments.some((word) =>
      /^(?:--prefix|--cwd|-C|--dir|-w|--workspace|--filter|-F|workspace)(?:=|$)/.test(word),
    );
    if (!json && !isElsewhere)
      return { because: `What the script "${script}" runs stands in package.json, which can't be read here.` };
    if (json && !isElsewhere && json.scripts[script] === undefined && script !== 'start')
      return { because: `package.json has no script "${script}".` };
  }
  return undefined;
}

const RUNNERS = new Set(
  'node nodejs forever pm2 pm2-runtime pm2-docker next nuxt nuxi remix-serve strapi directus serve http-server sirv bun'.split(
    ' ',
  ),
);

/** Whether a call starts what the project is: by node, or by a program of one of its packages. */
function runsApplication({ name, arguments: given }: PlacedCall, json: PackageJson | undefined): boolean {
  if (RUNNERS.has(shortName(name)) || readStaticServer({ name, arguments: given }, undefined)) return true;
  const owner = packageOfBin(name);
  return json !== undefined && (json.dependencies.has(owner) || json.devDependencies.has(owner));
}

function planServer(
  project: Project,
  own: NodeProject,
  started: readonly PlacedCall[],
  entry: string | undefined,
): Plan | PlanRefusal {
  const { json, top, others, builds } = own;
  const { files } = project;
  const notes: string[] = [];
  const sources = files && json ? readSources(files, own, started) : undefined;
  const texts = () => sources?.files.map((path) => files!.read(path) ?? '') ?? [];
  const called = sources ? calledPrograms(files!, sources.files) : { names: [] };
  const unseen = files !== undefined && files.below(top) === undefined;
  const runtime = readRuntime(
    project,
    own,
    unseen ? 'one of too many files to look through' : called.unknown,
    texts().some((text) => /<text\b|fillText|registerFont/.test(text)),
  );
  if (runtime.note !== undefined) notes.push(runtime.note);
  const selected = selectFiles(project, own, started, entry);
  const prune = selected?.packages === false ? undefined : pruneFor(project, own, started, notes);
  const corepack = corepackCache(project, started);
  if (corepack && 'because' in corepack) return corepack;
  const copied: Artefact[] = [
    ...(selected?.artefacts ?? [top, ...others].map((path) => ({ from: path, to: path }))),
    ...(corepack ? [corepack] : []),
  ];
  if (selected === undefined)
    notes.push(`${top} is copied as a whole: which files of it the program opens is not known.`);
  const leaves =
    prune !== undefined ||
    runtime.need.image !== project.image ||
    selected !== undefined ||
    project.packages.some((name) => packageRole(name) === 'build');
  if (!leaves)
    return {
      because:
        runtime.note === undefined
          ? 'There is little to leave behind: the base image is small already, and no package is for development only.'
          : `There is little to leave behind. ${runtime.note}`,
    };
  if (!json)
    notes.push('package.json is not here to tell what the program needs at run time; look at the result with care.');
  const caches = builds.flatMap(({ name, directory }) =>
    name === 'next' && directory !== undefined ? [directory] : [],
  );
  const clean = [
    ...(prune ? [prune] : []),
    ...(selected === undefined
      ? [...new Set(caches)].map((directory) => ({ command: 'rm -rf .next/cache', directory }))
      : []),
    ...frontEnds(project, own, entry).map((directory) => ({ command: 'rm -rf node_modules', directory })),
  ];
  const fetches = called.names.some((name) => /^(?:git|curl|wget)$/.test(name)) || usesSystemCertificates(project);
  const packages = new Set([
    ...runtime.packages,
    ...(fetches && runtime.need.image !== project.image ? ['ca-certificates'] : []),
  ]);
  return {
    artefacts: copied,
    need: runtime.need,
    ...(clean.length > 0 ? { finally: clean } : {}),
    calls: called.names,
    ...lastStep(project, own),
    packages: [...packages],
    packageRole: (name) => packageUse(name, project, started, runtime.names, called),
    notes,
  };
}

/** Where the build ends, when it ends with a command that takes what is built elsewhere. */
function lastStep(project: Project, { top }: NodeProject): Pick<Plan, 'last'> {
  const last = project.steps.findLast((step) => {
    const role = roleOfStep(step, project);
    return role === 'build' || role === 'setup' || takesElsewhere(step, top);
  });
  return last && takesElsewhere(last, top) ? { last } : {};
}

function takesElsewhere({ name, arguments: given, directory }: Step, top: string): boolean {
  if (!/^(?:cp|mv|rsync)$/.test(name)) return false;
  const paths = given.filter((word) => !word.startsWith('-')).map((word) => toPath(word, directory));
  const target = paths.at(-1);
  const isInside = (path: string | undefined) => path !== undefined && isWithin(path, top);
  return !isInside(target) && paths.slice(0, -1).some(isInside);
}

/** How packages for development are left behind, unless something that runs needs one of them. */
function pruneFor(
  project: Project,
  own: NodeProject,
  started: readonly PlacedCall[],
  notes: string[],
): Prune | undefined {
  const { json } = own;
  const { files } = project;
  if (!hasDevPackages(project, own)) return undefined;
  if (files && !files.below(own.top)) {
    notes.push('Packages for development stay: the project has too many files to look for what needs them.');
    return undefined;
  }
  if (json && files) {
    const sources = readSources(files, own, started);
    const needed = neededDevPackages(files, own, started, sources);
    if (needed.length > 0) {
      notes.push(
        `${needed.join(', ')} ${needed.length === 1 ? 'is' : 'are'} installed for development, but needed at run time, so node_modules stays whole.`,
      );
      return undefined;
    }
  }
  const prune = pruneCommand(project, own);
  if ('command' in prune) return prune;
  notes.push(`Packages for development stay: ${prune.kept}.`);
  return undefined;
}

/** Directories of front ends that a bundler has put all together, so that nothing that runs looks into their packages. */
function frontEnds({ files }: Project, { others, root, builds }: NodeProject, entry: string | undefined): string[] {
  if (entry === undefined || !files) return [];
  return others.filter((directory) => {
    const own = builds.filter((call) => call.directory === directory);
    const bundles = own.length > 0 && own.some(({ name }) => BUNDLERS.has(name));
    const isApart = !isWithin(entry, directory) && directory !== root;
    const sources = files.below(root) ?? [];
    const named = `${nameOf(directory)}/node_modules`;
    return (
      bundles &&
      isApart &&
      !sources.some(
        (path) => /\.[cm]?[jt]s$/.test(path) && !isWithin(path, directory) && files.read(path)?.includes(named),
      )
    );
  });
}

const BUNDLERS = new Set([
  'vite',
  'react-scripts',
  'react-app-rewired',
  'craco',
  'vue-cli-service',
  'ng',
  'parcel',
  'webpack',
]);

/** Where corepack keeps the package manager that a build downloaded: without it, each start would download it anew. */
function corepackCache(
  { steps, user, variable }: Project,
  started: readonly PlacedCall[],
): Artefact | PlanRefusal | undefined {
  const uses = started.some(({ name }) => name === 'pnpm' || name === 'yarn');
  if (!uses || !steps.some(({ name }) => name === 'corepack')) return undefined;
  const own = variable('COREPACK_HOME');
  if (own === undefined && user !== undefined && user !== 'root') {
    return { because: 'Which package manager the container starts with is in the cache of another user (corepack).' };
  }
  const path = own ?? below('/root/.cache', 'node/corepack');
  return { from: path, to: path };
}
