import type { Ecosystem, Plan, PlanRefusal, Project } from '../ecosystem';
import { below, isWithin, nameOf, toPath } from '../images/image-paths';
import { scriptOf } from './node/calls';
import { planNginx, roleOfNginxStep, startsNginx } from './node/nginx-sites';
import {
  hasNode,
  isInstall,
  isPackageCall,
  type NodeProject,
  readNodeProject,
  startCalls,
  startsScripts,
} from './node/project';
import { providesCommand, roleOfStep } from './node/roles';
import {
  isOutput,
  isSite,
  NGINX_ROOT,
  nginxSite,
  readPreviewPort,
  readSiteOutput,
  servedBy,
} from './node/static-sites';

/** Sites of files alone, which a build makes and nginx can serve. */
export const nodeSite: Ecosystem = {
  id: 'node-site',
  title: 'static sites',
  environment: {},
  buildVariables: /./,
  buildReads: () => true,
  buildDirectories: ['/usr/local/lib/node_modules', '/usr/local/share/.cache', '/root/.local', '/root/.pnpm-store'],

  mayRecognise: hasNode,
  needsFiles: startsScripts,
  recognises: (project) =>
    hasNode(project) &&
    project.steps.some((step) => isInstall(step) || isPackageCall(step)) &&
    isSite(project) &&
    // A server that nginx can't take the place of stays, as a program of Node.js.
    (startCalls(project).some(startsNginx) || !('because' in plan(project))),
  isSource: () => true,
  roleOf: (step, project) => roleOfNginxStep(step) ?? roleOfStep(step, project),
  provides: providesCommand,
  plan,
};

const CONFIGURATIONS = ['vite.config.ts', 'vite.config.js', 'vite.config.mts', 'vite.config.mjs'];
const WITH_BASE = [...CONFIGURATIONS, 'astro.config.mjs', 'astro.config.ts', 'astro.config.js'];

function plan(project: Project): Plan | PlanRefusal {
  const own = readNodeProject(project);
  if ('because' in own) return own;
  const { root, builds } = own;
  const started = startCalls(project);
  if (started.some(startsNginx)) {
    const isAlone =
      project.scripts.size === 0 && started.every((call) => startsNginx(call) || KEEPS_RUNNING.test(call.name));
    if (!isAlone) return { because: 'The container does more than serve files when it starts.' };
    return builds.length === 0
      ? { because: 'No RUN builds the site that the container serves.' }
      : planNginx(project, own);
  }
  const { files, workdir, user } = project;
  const servers = servedBy(project);
  const [first] = servers;
  if (!first || servers.length > 1 || othersStart(project, own)) {
    return { because: 'The container does more than serve files when it starts.' };
  }
  if (builds.length === 0) return { because: 'No RUN builds the site that the container serves.' };
  const outputs = builds.flatMap((call) => {
    const output = readSiteOutput(call, call.directory ?? root, files);
    return output === undefined ? [] : [toPath(output, call.directory ?? root)!];
  });
  const { directory } = first.server;
  const given = directory === undefined ? undefined : toPath(directory, first.call.directory ?? workdir);
  const output = given ?? (outputs.length === 1 ? outputs[0]! : undefined);
  if (output === undefined || output.includes('$')) return { because: "Where the build puts the site can't be told." };
  if (outputs.length > 0 && !outputs.some((one) => isOutput(output, one, root)))
    return { because: `The container serves ${output}, but the build writes to ${outputs.join(' and ')}.` };
  if (output === root || !isWithin(output, own.top))
    return { because: `The container serves ${output}, which is not what the build makes.` };
  const settings = findSettings(project, own, output, first.call.name);
  if (settings) return settings;
  const check = project.checks.find(({ name }) => !/^(?:curl|wget|exit|true|test|\[|echo|grep)$/.test(nameOf(name)));
  if (check) return { because: `HEALTHCHECK calls ${check.name}, which nginx's image has not; wget would do.` };
  const port = first.server.port ?? (first.call.name === 'vite' ? readPreviewPort(root, files) : undefined);
  if (port === undefined) return { because: 'The port on which the site is served is a variable.' };
  const { fallback } = first.server;
  const variable = first.call.arguments.some((word) => /\$/.test(word));
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
      ...(variable ? [`The port is ${port} whatever PORT says when the container starts.`] : []),
      "Variables that the build puts into the site are the builder's alone.",
    ],
  };
}

/** What stands beside a server in the background. */
const KEEPS_RUNNING = /^(?:tail|sleep|cat)$/;

/** Whether the container runs anything beside the server and what only starts that. */
function othersStart(project: Project, { json }: NodeProject): boolean {
  const serving = new Set(servedBy(project).map(({ call }) => call));
  return (
    project.scripts.size > 0 ||
    startCalls(project).some(
      (call) =>
        !serving.has(call) &&
        scriptOf(call, json?.scripts) === undefined &&
        !['npx', 'cross-env', 'dotenv'].includes(call.name) &&
        !(/^(?:npm|yarn|pnpm)$/.test(call.name) && call.arguments[0] === 'exec'),
    )
  );
}

/** What sets otherwise how the site is served. */
function findSettings(
  { files }: Project,
  { root }: NodeProject,
  output: string,
  server: string,
): PlanRefusal | undefined {
  const read = (names: readonly string[]) => names.map((name) => files?.read(below(root, name)) ?? '');
  const hasBase = read(WITH_BASE).some((text) => /\bbase\s*:\s*(?!['"]\.?\/?['"])/.test(text));
  if (hasBase && (server === 'vite' || server === 'astro'))
    return { because: 'The site is served below a path of its own (base).' };
  if (
    server === 'vite' &&
    read(CONFIGURATIONS).some((text) => /\bpreview\s*:\s*\{[^}]*(?:proxy|headers|https)/.test(text))
  )
    return { because: 'The preview server does more than serve files (preview in the settings of vite).' };
  if (read(WITH_BASE).some((text) => /adapter-node|@astrojs\/node|output\s*:\s*['"](?:server|hybrid)['"]/.test(text)))
    return { because: 'The site is rendered when it is asked for, not built as files.' };
  if (
    files?.has(below(output, 'serve.json')) ||
    files?.has(below(root, 'public/serve.json')) ||
    files?.has(below(root, 'serve.json'))
  )
    return { because: 'serve.json sets how the site is served.' };
  return undefined;
}
