import type { Artefact, Ecosystem, Plan, PlanRefusal, Program, Project, Step } from '../ecosystem';
import { isWithin, nameOf } from '../images/image-paths';
import { debianLibrary } from '../system-packages/debian-libraries';
import { packageRole } from '../system-packages/package-roles';
import { hasNodeRepository, NODE_REPOSITORIES, takesNodeRepository } from './node/repositories';
import { FRONT_END_TOOLS } from './node/tools';
import {
  DEBIAN_GEMS,
  GEM_HOME,
  gemHomes,
  globalSettings,
  isBundle,
  isInstall,
  placeOfGems,
  verbOf,
} from './ruby/bundler';
import {
  alpinePackagesForGems,
  BUNDLERS,
  extensionLibraries,
  type Gems,
  gemThatRunsScripts,
  packagesForGems,
  programsCalled,
  programsOfGems,
  unknownGem,
  untoldGem,
} from './ruby/gems';
import { distributionNeed, FULL_TOOLS, isFull, RUBY_TOOLS, rubyNeed } from './ruby/images';
import { gemsOf, usesZones } from './ruby/project';

export const ruby: Ecosystem = {
  id: 'ruby',
  title: 'Ruby',
  environment: { GEM_HOME, BUNDLE_APP_CONFIG: GEM_HOME },
  buildVariables:
    /^(?:BUNDLE_(?:JOBS|RETRY|TIMEOUT|BUILD__\w+|[A-Z0-9_]+__[A-Z0-9_]+)|BUNDLER_VERSION|NOKOGIRI_USE_SYSTEM_LIBRARIES|DEBIAN_FRONTEND|NODE_(?:VERSION|MAJOR|OPTIONS)|YARN_\w+|NPM_CONFIG_\w+|MAKEFLAGS|CFLAGS|CXXFLAGS|LDFLAGS)$/,
  buildReads: (name) => !/^(?:\w+_)?(?:PORT|HOST|HOSTNAME)$/.test(name),
  isSource: () => false,
  buildDirectories: [
    GEM_HOME,
    '/root/.bundle',
    '/root/.gem',
    '/root/.gemrc',
    '/root/.local/share/gem',
    '/usr/local/share/.cache',
    ...NODE_REPOSITORIES,
  ],
  mayRecognise: (look) => look.base.family === 'ruby' || hasDebianRuby(look),
  recognises: (project) =>
    (project.base.family === 'ruby' || hasDebianRuby(project)) && project.steps.some((step) => isInstall(step)),
  roleOf,
  provides: ({ name }, command) =>
    name === 'gem' && (command === 'bundle' || command === 'bundler' || command === 'gem'),
  plan,
};

function hasDebianRuby({ base, packages }: Pick<Project, 'base' | 'packages'>): boolean {
  return (
    (base.distro === 'debian' || base.distro === 'ubuntu') &&
    base.family === base.distro &&
    packages.some((name) => /^ruby(?:$|[\d.]+|-full|-dev|-bundler)/.test(name))
  );
}

/** Programs of gems that write to the project alone. */
const BUILDERS = new Set(
  'rake rails jekyll middleman nanoc bridgetown bootsnap rspec rubocop brakeman cucumber sequel hanami vite webpack webpacker tailwindcss sass ruby standardrb licensed i18n'.split(
    ' ',
  ),
);

function roleOf(step: Step, project: Project): 'build' | 'setup' | 'runtime' | undefined {
  const { name, arguments: given } = step;
  if (isBundle(step)) {
    if (verbOf(step) === 'config') return 'setup';
    if (verbOf(step) !== 'exec') return 'build';
    const inner = given.slice(given.indexOf('exec') + 1).find((word) => !word.startsWith('-'));
    return inner !== undefined && BUILDERS.has(nameOf(inner)) ? 'build' : undefined;
  }
  if (name === 'gem') {
    // What updates RubyGems itself changes the image's own Ruby, so what ships needs the same RUN.
    const beside = project.steps.filter(({ run }) => run === step.run);
    return beside.some((one) => one.name === 'gem' && one.arguments.includes('--system')) ? 'runtime' : 'setup';
  }
  if (takesNodeRepository(step, project)) return 'setup';
  if (
    name === 'corepack' ||
    (FRONT_END_TOOLS.has(name) && given.some((word) => /^(?:-g|--global|global|--version|-v)$/.test(word)))
  )
    return 'setup';
  if (FRONT_END_TOOLS.has(name) || BUILDERS.has(name)) return 'build';
  return undefined;
}

/** What the container starts, `bundle exec` taken off. */
function startedBy({ name, arguments: given }: Program): Program {
  if (nameOf(name) !== 'bundle' && nameOf(name) !== 'bundler') return { name, arguments: given };
  const rest = given.filter((word) => word !== 'exec' && !word.startsWith('-') && !/^_.*_$/.test(word));
  return rest[0] === undefined
    ? { name: 'bundle install', arguments: [] }
    : { name: rest[0], arguments: given.slice(given.indexOf(rest[0]) + 1) };
}

const SHELLS = new Set('bash sh zsh irb pry tail sleep top cat true'.split(' '));
/** Programs that a full image, or a package of the author's, has. */
const OF_SYSTEM = new Set([
  ...FULL_TOOLS,
  ...SHELLS,
  ...FRONT_END_TOOLS,
  'make',
  'gcc',
  'g++',
  'nginx',
  'cron',
  'supervisord',
  'tini',
  'dumb-init',
  'gosu',
  'su-exec',
  'xvfb-run',
  'redis-server',
  'java',
  'ffmpeg',
]);
const WATCHERS = new Set('guard rerun shotgun spring listen rspec rubocop cucumber'.split(' '));
/** What only works where compilers, or what compiles assets, are at hand. */
const AT_START =
  /^[^#\n]*(?:\bbundle\s+(?:install|update)\b|\bgem\s+install\b|\b(?:yarn|npm)\s+(?:install|ci|run)\b|\byarn\s*$|assets:precompile|webpacker:compile)/m;

function plan(project: Project): Plan | PlanRefusal {
  const { base, image, steps, files } = project;
  const started = project.start.programs.map(startedBy);
  const first = started[0];
  const watcher = started.find(({ name }) => WATCHERS.has(nameOf(name)));
  if (watcher) return { because: `The container runs ${nameOf(watcher.name)}, a tool for development.` };
  const unread = [...project.scripts].find(([, text]) => text === undefined);
  if (unread) return { because: `What ${nameOf(unread[0])} starts can't be read here.` };
  if (
    project.scripts.size === 0 &&
    started.every(({ name, arguments: given }) => SHELLS.has(nameOf(name)) && !given.includes('-c'))
  ) {
    return { because: `The container starts ${first?.name}, not a program: which tools it is for is not known.` };
  }
  if (started.some(({ name }) => nameOf(name) === 'dev'))
    return { because: 'The container runs bin/dev, which is for development.' };
  const script = [...project.scripts].find(([, text]) => AT_START.test(text ?? ''));
  if (script || started.some(({ name }) => name === 'bundle install' || name === 'install')) {
    return {
      because: `${script ? nameOf(script[0]) : 'The container'} installs packages or compiles assets when it starts, which needs the tools of the build; let a RUN do so.`,
    };
  }
  const roots = projectRoots(project);
  if ('because' in roots) return roots;
  const gems = gemsOf(project, roots.list);
  if ('because' in gems) return gems;
  const untold = untoldGem(gems);
  if (untold) return { because: `${untold}, and what it needs for that is not known.` };
  const unknown = isFull(base) ? unknownGem(gems) : undefined;
  if (unknown) {
    return {
      because: `Which libraries ${unknown} needs at run time, or a gem that it asks for, is not known; a Gemfile.lock would tell.`,
    };
  }
  const node = needsNode(project, gems, roots.list);
  if (node !== undefined && hasNodeRepository(project)) {
    return {
      because: `${node} needs Node.js at run time, which comes from another source of packages; the gem mini_racer would do without.`,
    };
  }
  const alpine = base.libc === 'musl';
  const system = base.family !== 'ruby';
  const programs = [
    ...programsOfGems(gems),
    ...roots.list.flatMap((root) => binstubs(project, root)),
    // What neither the system nor the image's own tools have can only come of a gem.
    ...[...started, ...project.checks.map(startedBy)]
      .map(({ name }) => name)
      .filter((name) => !/[/$]/.test(name) && !OF_SYSTEM.has(name) && !project.packages.includes(name)),
  ];
  const need = system ? distributionNeed(base, image, [...RUBY_TOOLS, ...programs]) : rubyNeed(base, image, programs);
  const packages = [
    ...(system && !project.packages.some((name) => /^ruby(?:$|[\d.]+$|-full|-bundler)/.test(name)) ? ['ruby'] : []),
    ...(usesZones(project, gems, roots.list) && isFull(base) && /^(?:trixie|stable)$/.test(need.codename ?? '')
      ? ['tzdata']
      : []),
    ...(alpine
      ? alpinePackagesForGems(gems)
      : isFull(base) && need.image === image
        ? []
        : packagesForGems(gems, need.codename)),
  ];
  if (!alpine && files && need.image !== image) {
    const places = [
      ...roots.list,
      ...steps.flatMap((step) => (step.name === 'gem' && step.directory !== '/' ? (step.directory ?? []) : [])),
    ];
    for (const root of new Set(places)) {
      const { headers, unknown } = extensionLibraries(files, root);
      if (unknown[0] !== undefined)
        return {
          because: `An extension of the project is linked with ${unknown[0]}, and which package has that at run time is not known.`,
        };
      packages.push(...headers.map((name) => debianLibrary(name, need.codename) ?? name));
    }
  }
  const leaves =
    need.image !== image ||
    (!steps.some(isRemoval) &&
      project.packages.some(
        (name) => ['build', 'headers'].includes(packageRole(name)) || (node === undefined && SCRIPT_PACKAGE.test(name)),
      ));
  if (!leaves)
    return {
      because:
        'There is little to leave behind: the base image is small already, and no package is for the build only.',
    };
  // Extensions in C++ need its library, which only the compiler brings.
  if (alpine && project.packages.some((name) => /^(?:build-base|g\+\+|alpine-sdk)$/.test(name)))
    packages.push('libstdc++');
  const called = files ? [...new Set(roots.list.flatMap((root) => programsCalled(files, root)))] : [];
  const had = called.filter((name) => (isFull(base) && FULL_TOOLS.includes(name)) || project.packages.includes(name));
  const homes = gemHomes(project, roots.list);
  if ('because' in homes) return homes;
  return {
    artefacts: [
      ...homes.map((path): Artefact => ({ from: path, to: path })),
      ...roots.list.map((path) => ({ from: path, to: path, ...(isUnchanged(project, path) ? { copied: true } : {}) })),
    ],
    need,
    buildRunsProgram: true,
    settings: ['/usr/local/etc', '/etc/gemrc', '/etc/apt', '/usr/share/keyrings'],
    environment: globalSettings(steps),
    finally: finishes(project, node),
    calls: had,
    packages: [...new Set(packages)],
    packageRole(name) {
      if (SCRIPT_PACKAGE.test(name)) return node === undefined ? 'build' : 'runtime';
      if (/^ruby(?:[\d.]+)?-dev$/.test(name)) return 'build';
      return undefined;
    },
    wants: [],
    notes:
      gems.loose.size === 0
        ? []
        : ['Gemfile.lock is not here to tell all gems; look whether one of them needs a library of the system.'],
  };
}

/** Whether a command takes packages away again, so that they leave nothing behind as it is. */
function isRemoval({ name, arguments: given }: Step): boolean {
  return name === 'apk'
    ? given.includes('del')
    : /^apt(?:-get)?$/.test(name) && given.some((word) => /^(?:remove|purge|autoremove)$/.test(word));
}

const SCRIPT_PACKAGE = /^(?:nodejs(?:-current|-legacy)?|npm|yarn|yarnpkg|node-[\w-]+)$/;

/** Directories in which the build works, with everything that it leaves there. */
function projectRoots(project: Project): { list: readonly string[] } | PlanRefusal {
  const worked = project.steps.filter((step) => roleOf(step, project) === 'build');
  const unknown = worked.find(({ directory }) => directory === undefined || directory.includes('$'));
  if (unknown) return { because: `In which directory line ${unknown.line} works can't be told.` };
  const all = [...new Set(worked.map(({ directory }) => directory!))];
  if (all.includes('/'))
    return { because: 'The project lies in /, among the files of the system; give it a WORKDIR first.' };
  return {
    list: all.filter(
      (path) => !isWithin(path, '/tmp') && !all.some((other) => other !== path && isWithin(path, other)),
    ),
  };
}

/** Whether the build only reads a directory: gems go elsewhere, and the lock file is there already. */
function isUnchanged(project: Project, root: string): boolean {
  const { files } = project;
  const own = project.steps.filter((step) => step.directory === root && roleOf(step, project) === 'build');
  return (
    own.every((step) => isBundle(step) && verbOf(step) === 'install') &&
    files?.has(`${root}/Gemfile.lock`) === true &&
    !isWithin(placeOfGems(project).path, root)
  );
}

/** What at run time needs Node.js: a gem, a script, the program itself. */
function needsNode(project: Project, gems: Gems, roots: readonly string[]): string | undefined {
  const gem = gemThatRunsScripts(gems);
  if (gem !== undefined) return `The gem ${gem}`;
  const precompiles = project.steps.some(({ arguments: given }) =>
    given.some((word) => /^(?:assets:precompile|webpacker:compile|vite:build)$/.test(word)),
  );
  const bundler = BUNDLERS.find((name) => gems.names.has(name));
  if (bundler !== undefined && !precompiles) return `The gem ${bundler}`;
  const words = project.start.programs.flatMap(({ name, arguments: given }) => [nameOf(name), ...given]);
  if (words.some((word) => FRONT_END_TOOLS.has(word))) return 'The start';
  const lists = roots.map((root) => [`${root}/Procfile`, project.files?.read(`${root}/Procfile`)] as const);
  const script = [...project.scripts, ...lists].find(([, text]) => /\b(?:node|nodejs|yarn|npm|npx)\b/.test(text ?? ''));
  if (script) return nameOf(script[0]);
  const { files } = project;
  return files && roots.some((root) => programsCalled(files, root, false).includes('node')) ? 'The program' : undefined;
}

/** Programs in the project's own `bin`, which some call by name. */
function binstubs({ files, variable }: Project, root: string): string[] {
  return variable('PATH')?.includes(`${root}/bin`) ? (files?.below(`${root}/bin`) ?? []).map(nameOf) : [];
}

/** What the builder clears away before the copy: downloaded gems, and packages of which the assets are made. */
function finishes(project: Project, node: string | undefined): Plan['finally'] {
  const { steps, variable } = project;
  const list: { command: string; directory: string }[] = [];
  const last = steps.findLast((step) => isBundle(step) && verbOf(step) === 'install');
  const { path, flat } = placeOfGems(project);
  const clears = steps.some(
    ({ name, arguments: given }) => name === 'rm' && given.some((word) => /\/cache(?:\/|$)/.test(word)),
  );
  // Another user than the one who installed could not remove them.
  const same = last && steps.slice(steps.indexOf(last)).every(({ user }) => user === last.user);
  if (last && same && !clears) {
    list.push({
      command: `rm -rf ${path}${flat ? '' : path === DEBIAN_GEMS ? '/*' : '/ruby/*'}/cache`,
      directory: last.directory!,
    });
  }
  const scripts = steps.find(({ name, arguments: given }) => FRONT_END_TOOLS.has(name) && !given.includes('-g'));
  const compiles = steps.some(({ arguments: given }) => given.includes('assets:precompile'));
  if (scripts?.directory && compiles && same && node === undefined && variable('RAILS_ENV') === 'production') {
    list.push({ command: 'rm -rf node_modules', directory: scripts.directory });
  }
  return list;
}
