import type { Project } from '../../ecosystem';
import { below, isWithin } from '../../images/image-paths';
import { directoryOf, MANAGERS } from './calls';
import { majorOf } from './images';
import { parseObject, toObject } from './package-json';
import { installsAll, type NodeProject, namedPackages } from './project';

/** How packages that only development needs are taken out of what runs. */
export interface Prune {
  readonly command: string;
  readonly directory: string;
}

/** Whether the installation brings packages for development that nothing takes out again. */
export function hasDevPackages({ steps }: Project, { install, installs, json, root }: NodeProject): boolean {
  const own = installs.filter((step) => directoryOf(step) === root);
  const pruned = steps.some(
    ({ name, arguments: given }) =>
      MANAGERS.has(name) && (given.includes('prune') || (given[0] === 'workspaces' && given.includes('--production'))),
  );
  // An installation for production behind one for all takes the others out. Without package.json, what is for development may run.
  return !pruned && own.length > 0 && installsAll(install) && json !== undefined && json.devDependencies.size > 0;
}

/** The command that takes them out, or why none is sure to leave what runs as it is. */
export function pruneCommand(project: Project, own: NodeProject): Prune | { readonly kept: string } {
  const { install, root, installs, json } = own;
  const { files, base } = project;
  const named = installs.find((step) => namedPackages(step).length > 0);
  if (named) return { kept: `line ${named.line} installs packages that package.json does not have` };
  const bound = installs.find(({ mounts }) => mounts?.includes('bind'));
  // A build behind it needs the manifest too, so that it is copied by then.
  if (bound && (own.builds.length === 0 || !files?.has(below(root, 'package.json'))))
    return { kept: `line ${bound.line} installs by a manifest that is mounted for it alone` };
  const lastUser = project.steps.at(-1)?.user;
  if (install.user !== lastUser) return { kept: 'they belong to another user than the one at the end of the build' };
  const moves = project.steps.find(
    ({ name, arguments: given }) =>
      /^(?:mv|cp|ln|rsync)$/.test(name) && given.some((word) => /node_modules\/?$/.test(word)),
  );
  if (moves) return { kept: `line ${moves.line} takes them elsewhere` };
  if (majorOf(base) < 10) return { kept: 'package managers of that age take out more, or less, than they should' };
  const scripts = json?.scripts ?? {};
  const hooks = ['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => scripts[name] !== undefined);
  const has = (name: string) => json?.dependencies.has(name) === true;
  switch (install.name) {
    case 'npm': {
      const flags = install.arguments
        .filter((word) => word === '--legacy-peer-deps' || word === '--force' || word === '-f')
        .map((word) => ` ${word}`)
        .join('');
      if (asksForAll(project, own)) return { kept: 'the settings of npm ask for them' };
      // The setting would be stronger than the flag.
      const setting = ['NPM_CONFIG_PRODUCTION', 'npm_config_production'].find(
        (name) => install.variable(name) === 'false',
      );
      const prefix = setting === undefined ? '' : `${setting}=true `;
      return {
        command: `${prefix}${majorOf(base) < 15 ? 'npm prune --production' : `npm prune --omit=dev${flags}`}`,
        directory: root,
      };
    }
    case 'yarn':
    case 'yarnpkg': {
      // What Prisma generates lies in a directory that yarn clears; what a script has changed is copied anew.
      if (has('@prisma/client')) return { kept: 'yarn would take out what Prisma has generated' };
      if (hooks.length > 0) return { kept: `yarn would undo what the script ${hooks[0]} does` };
      if (install.mounts?.some((type) => type === 'secret' || type === 'ssh'))
        return { kept: `line ${install.line} installs with credentials that yarn would need again` };
      const manifest = parseObject(files?.read(below(root, 'package.json')));
      const peer = Object.keys(toObject(manifest?.peerDependencies)).find(
        (name) => toObject(manifest?.devDependencies)[name] !== undefined,
      );
      if (peer !== undefined) return { kept: `yarn would take out ${peer}, which is a peer dependency too` };
      if (isBerry(project, root)) return berryCommand(project, root);
      const frozen = install.arguments.find((word) => word === '--frozen-lockfile' || word === '--pure-lockfile');
      return {
        command: `yarn install --production --ignore-scripts --prefer-offline${frozen ? ` ${frozen}` : ''}`,
        directory: root,
      };
    }
    case 'pnpm':
      // The directory of a package is named after what it is used with, so what is generated in it would be left behind.
      if (has('@prisma/client')) return { kept: 'pnpm would take out what Prisma has generated' };
      if (!files?.has(below(root, 'pnpm-workspace.yaml')))
        return { command: 'CI=true pnpm prune --prod --ignore-scripts', directory: root };
      // It prunes no workspaces, but installs anew where what is installed has too much.
      if (
        hooks.length > 0 ||
        !files.has(below(root, 'pnpm-lock.yaml')) ||
        install.mounts?.some((type) => type !== 'cache')
      )
        return { kept: 'pnpm prunes no workspaces' };
      return { command: 'CI=true pnpm install --prod --frozen-lockfile --prefer-offline', directory: root };
    default:
      return { kept: `${install.name} has no command that takes them out` };
  }
}

/** Whether npm is told, by a variable or in its settings, to keep packages for development. */
function asksForAll({ files }: Project, { install, root }: NodeProject): boolean {
  const setting = install.variable('NPM_CONFIG_INCLUDE') ?? install.variable('npm_config_include') ?? '';
  return (
    /\bdev\b/.test(setting) ||
    /^\s*(?:include(?:\[\])?\s*=\s*["']?dev|production\s*=\s*false|also\s*=\s*dev)/m.test(
      files?.read(below(root, '.npmrc')) ?? '',
    )
  );
}

/** Whether a project is one of yarn 2 or later. */
export function isBerry({ files, steps }: Project, root: string): boolean {
  const manager = parseObject(files?.read(below(root, 'package.json')))?.packageManager;
  return (
    (typeof manager === 'string' && /^yarn@[2-9]/.test(manager)) ||
    files?.has(below(root, '.yarnrc.yml')) === true ||
    files?.has(below(root, '.pnp.cjs')) === true ||
    steps.some(({ name, arguments: given }) => name === 'yarn' && given.includes('--immutable'))
  );
}

function berryCommand({ files }: Project, root: string): Prune | { readonly kept: string } {
  const manager = parseObject(files?.read(below(root, 'package.json')))?.packageManager;
  const settings = files?.read(below(root, '.yarnrc.yml')) ?? '';
  const isFour = (typeof manager === 'string' && /^yarn@[4-9]/.test(manager)) || /yarnPath:.*yarn-[4-9]/.test(settings);
  // Before version 4 a plug-in brings the command.
  return isFour && /^nodeLinker:\s*["']?node-modules/m.test(settings)
    ? { command: 'yarn workspaces focus --all --production', directory: root }
    : { kept: 'this version of yarn has no command that takes them out' };
}

/** Where packages of yarn 2 and later lie outside the project, so that the copy of the project would lack them. */
export function keepsPackagesElsewhere(project: Project, { root }: NodeProject): boolean {
  const { files, variable } = project;
  if (!files || !isBerry(project, root)) return false;
  const settings = files.read(below(root, '.yarnrc.yml')) ?? '';
  if (/^nodeLinker:\s*["']?(?:node-modules|pnpm)/m.test(settings) || variable('YARN_NODE_LINKER') === 'node-modules')
    return false;
  const cache = /^cacheFolder:\s*["']?([^"'\s]+)/m.exec(settings)?.[1] ?? './.yarn/cache';
  const inProject = !cache.startsWith('/') || isWithin(cache, root);
  return !(
    inProject &&
    (/^enableGlobalCache:\s*["']?false/m.test(settings) || /yarnPath:.*yarn-[23]\./.test(settings))
  );
}
