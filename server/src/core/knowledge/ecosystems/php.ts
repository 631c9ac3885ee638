import type { Ecosystem, Plan, PlanRefusal, Project, Step } from '../ecosystem';
import { below, isWithin, nameOf } from '../images/image-paths';
import { parseObject } from './node/package-json';
import { hasNodeRepository, NODE_REPOSITORIES, takesNodeRepository } from './node/repositories';
import { FRONT_END_TOOLS } from './node/tools';
import {
  compilesExtensions,
  extensionsOfComposer,
  findPassingCompilers,
  installsExtension,
  isComposerFile,
  PHP_TOOLS,
  programsCalledByPhp,
  setsUpServer,
} from './php/extensions';
import { handsOver, phpNeed } from './php/images';
import { distributionNeed } from './ruby/images';

export const php: Ecosystem = {
  id: 'php',
  title: 'PHP',
  environment: { PHP_INI_DIR: '/usr/local/etc/php' },
  buildVariables:
    /^(?:COMPOSER_\w+|NODE_(?:VERSION|MAJOR|OPTIONS)|NPM_CONFIG_\w+|YARN_\w+|DEBIAN_FRONTEND|PHPIZE_DEPS)$/,
  buildReads: (name) => !/^(?:\w+_)?(?:PORT|HOST|HOSTNAME)$/.test(name),
  isSource: () => false,
  buildDirectories: [
    '/root/.composer',
    '/root/.cache',
    '/root/.config/composer',
    '/composer',
    '/root/.npm',
    ...NODE_REPOSITORIES,
  ],
  startsByItself: ({ official, family, variant }) =>
    official && family === 'php' && /^(?:apache|fpm)(?:$|-)/.test((variant ?? '').replace(/^zts-/, '')),
  mayRecognise: hasPhp,
  recognises: (project) =>
    hasPhp(project) && project.steps.some((step) => buildsProject(step) || installsExtension(step)),
  roleOf,
  provides: ({ name }, command) => !/^a2/.test(name) && /^(?:composer|php|artisan|console)$/.test(command),
  plan,
};

function hasPhp({ base, packages }: Pick<Project, 'base' | 'packages'>): boolean {
  if (base.family === 'php') return base.repository !== 'composer';
  return (
    base.family === base.distro &&
    (base.distro === 'debian' || base.distro === 'ubuntu') &&
    packages.some((name) => /^(?:php|libapache2-mod-php)(?:$|[\d.-])/.test(name) || name === 'composer')
  );
}

/** Whether a command is Composer, by its name or as an archive that PHP runs. */
function isComposer({ name, arguments: given }: Step): boolean {
  return (
    name === 'composer' ||
    name === 'composer.phar' ||
    (name === 'php' &&
      given.some(
        (word, at) =>
          /(?:^|\/)composer(?:\.phar)?$/.test(word) && given.slice(0, at).every((one) => one.startsWith('-')),
      ))
  );
}

function composerVerb({ arguments: given }: Step): string {
  return given.find((word) => !word.startsWith('-') && !/composer(?:\.phar)?$/.test(word) && !/^\//.test(word)) ?? '';
}

const PROJECT_TOOLS = new Set(
  'artisan console phpunit phpstan phpcs php-cs-fixer pest psalm drush wp rector'.split(' '),
);

/** Whether a command makes something of the project. */
function buildsProject(step: Step): boolean {
  if (isComposer(step))
    return /^(?:install|i|update|u|require|create-project|dump-?autoload|dumpautoload|run-script|run)$/.test(
      composerVerb(step),
    );
  return FRONT_END_TOOLS.has(step.name) && !isGlobal(step);
}

function isGlobal({ arguments: given }: Step): boolean {
  return given.some((word) => /^(?:-g|--global|global|--version|-v)$/.test(word));
}

function roleOf(step: Step, project: Project): 'build' | 'setup' | 'runtime' | undefined {
  const { name, arguments: given } = step;
  if (installsExtension(step) || setsUpServer(step)) return 'runtime';
  // What the images' own variable names are compilers for extensions.
  if (/^(?:apk|apt-get|apt)$/.test(name) && given.includes('${PHPIZE_DEPS}')) return 'runtime';
  if (takesNodeRepository(step, project)) return 'setup';
  if (setsUpComposer(step)) {
    const beside = project.steps.filter(({ run }) => run === step.run);
    return beside.some((one) => installsExtension(one) || setsUpServer(one)) ? 'runtime' : 'setup';
  }
  if (isComposer(step))
    return buildsProject(step) ||
      !['global', 'self-update', 'config', 'clear-cache', 'clearcache', ''].includes(composerVerb(step))
      ? 'build'
      : 'setup';
  if (FRONT_END_TOOLS.has(name)) return isGlobal(step) ? 'setup' : 'build';
  if (PROJECT_TOOLS.has(name)) return 'build';
  if (name === 'php') return given.some((word) => /^-[rS]$|^-m$|^-i$|^-v$/.test(word)) ? undefined : 'build';
  return undefined;
}

/** Whether a command brings Composer itself: its installer, the archive, the place where it is put. */
function setsUpComposer(step: Step): boolean {
  const { name, arguments: given } = step;
  if (isComposer(step))
    return (
      /^(?:global|self-update|config|clear-?cache|diagnose|about)$/.test(composerVerb(step)) ||
      given.every((word) => word.startsWith('-'))
    );
  if (name === 'php')
    return (
      given.some(
        (word) =>
          word.startsWith('--install-dir') || isComposerFile(word) || /getcomposer\.org|composer-setup/.test(word),
      ) ||
      (given.length <= 1 && (given[0] ?? '--') === '--')
    );
  return /^(?:curl|wget|mv|cp|chmod|ln|rm|install)$/.test(name) && given.some((word) => isComposerFile(word));
}

const SHELLS = new Set('bash sh zsh tail sleep top cat true'.split(' '));
const AT_START = /^[^#\n]*(?:\bcomposer(?:\.phar)?\b|\b(?:yarn|npm|npx)\s)/m;

function plan(project: Project): Plan | PlanRefusal {
  const { base, image, steps, files, start, scripts } = project;
  const names = start.programs.map(({ name }) => nameOf(name));
  const words = start.programs.flatMap(({ name, arguments: given }) => [nameOf(name), ...given]);
  const tool = words.find((word) => /^(?:composer|npm|npx|yarn|phpunit)$/.test(nameOf(word)));
  if (tool !== undefined)
    return { because: `The container runs ${nameOf(tool)}, a tool of the build; start the program itself.` };
  const unread = [...scripts].find(([, text]) => text === undefined);
  if (unread) return { because: `What ${nameOf(unread[0])} starts can't be read here.` };
  if (
    names.length > 0 &&
    scripts.size === 0 &&
    start.programs.every(({ name, arguments: given }) => SHELLS.has(nameOf(name)) && !given.includes('-c'))
  ) {
    return { because: `The container starts ${names[0]}, not a program: which tools it is for is not known.` };
  }
  const script = [...scripts].find(([, text]) => AT_START.test(text ?? ''));
  if (script)
    return { because: `${nameOf(script[0])} calls Composer or npm when the container starts; let a RUN do that.` };
  if (!steps.some(buildsProject)) {
    return {
      because:
        'No RUN installs packages or builds assets: extensions and their headers belong to the image that ships.',
    };
  }
  const roots = projectRoots(project);
  if ('because' in roots) return roots;
  if (files) {
    for (const root of roots.list) {
      const vendor = /"vendor-dir"\s*:\s*"([^"]*)"/.exec(files.read(below(root, 'composer.json')) ?? '')?.[1];
      if (vendor !== undefined && /^(?:\/|\.\.|~|\$)/.test(vendor))
        return { because: `Composer puts packages into ${vendor}, outside the project (vendor-dir).` };
    }
  }
  const node = needsNode(project, words);
  if (node && hasNodeRepository(project)) {
    return {
      because:
        'The container calls Node.js, which comes from another source of packages; a container of its own would be clearer.',
    };
  }
  const compiles = steps.some(installsExtension);
  const apart = compiles ? findPassingCompilers(steps) : undefined;
  if (apart) {
    return {
      because: `Line ${apart.line} handles compilers for extensions that another line needs; what ships compiles them as well, so write that as one RUN.`,
    };
  }
  const called = files ? roots.list.flatMap((root) => programsCalledByPhp(files, root)) : [];
  const own = called.filter((name) => project.packages.includes(name));
  const debian = project.packages.includes('composer');
  const system = base.family !== 'php';
  if (debian && !system && !files)
    return {
      because:
        "Which extensions of those that come with Debian's Composer the program uses can't be told without its sources.",
    };
  const used = debian && files ? roots.list.flatMap((root) => extensionsOfComposer(files, root)) : [];
  const extensions = debian && system ? DEBIAN_COMPOSER : [...new Set(used)];
  const brings =
    system &&
    !project.packages.some((name) => /^(?:php[\d.]*(?:-cli|-fpm|-cgi)?|libapache2-mod-php[\d.]*)$/.test(name));
  return {
    artefacts: roots.list.map((path) => ({ from: path, to: path })),
    need: system ? distributionNeed(base, image, [...PHP_TOOLS, ...SYSTEM_TOOLS]) : phpNeed(base, image),
    buildRunsProgram: true,
    ...(handsOver(project, words) ? { worker: 'www-data' } : {}),
    settings: ['/usr/local/etc/php', '/etc/php', '/etc/php7', '/etc/php8', '/etc/apt', '/usr/share/keyrings'],
    finally: clearances(project, node),
    calls: own,
    packages: [
      ...(brings ? ['php-cli'] : []),
      ...extensions.filter((name) => !project.packages.includes(name) && (system || !hasExtension(steps, name))),
      ...(system && debian && !project.packages.includes('ca-certificates') ? ['ca-certificates'] : []),
    ],
    packageRole(name) {
      if (name === 'composer') return 'build';
      if (/^(?:nodejs(?:-current|-legacy)?|npm|yarn|yarnpkg|node-[\w-]+)$/.test(name))
        return node ? 'runtime' : 'build';
      if (BUILD_TOOLS.has(name)) return 'build';
      return compiles && compilesExtensions(name) ? 'runtime' : undefined;
    },
    notes: compiles
      ? ['Extensions are compiled in both stages: what ships has to have them, and Composer asks for them.']
      : [],
  };
}

/** Extensions that Debian's Composer brings along. */
const DEBIAN_COMPOSER = ['php-intl', 'php-mbstring'];
/** What Composer calls, and what only fetches. */
const BUILD_TOOLS = new Set(
  'git git-core unzip zip p7zip p7zip-full 7zip openssh-client openssh-client-default openssh mercurial subversion'.split(
    ' ',
  ),
);
/** Debian's PHP beside the commands of the official images. */
const SYSTEM_TOOLS = [
  'php8.2',
  'php8.1',
  'php8.3',
  'php8.4',
  'php7.4',
  'php-fpm8.2',
  'php-fpm8.3',
  'php-fpm8.4',
  'php-fpm7.4',
  'service',
  'apachectl',
];

function hasExtension(steps: readonly Step[], name: string): boolean {
  return steps.some((step) => installsExtension(step) && step.arguments.includes(name.replace(/^php-/, '')));
}

/** Directories in which the build works, with everything that it leaves there. */
function projectRoots(project: Project): { list: readonly string[] } | PlanRefusal {
  const worked = project.steps.filter((step) => roleOf(step, project) === 'build');
  const places = worked.map((step) => ({ step, path: workingDirectory(step) }));
  const unknown = places.find(({ path }) => path === undefined || path.includes('$'));
  if (unknown) return { because: `In which directory line ${unknown.step.line} works can't be told.` };
  const all = [...new Set(places.map(({ path }) => path!))];
  if (all.includes('/'))
    return { because: 'The project lies in /, among the files of the system; give it a WORKDIR first.' };
  const list = all.filter(
    (path) => !isWithin(path, '/tmp') && !all.some((other) => other !== path && isWithin(path, other)),
  );
  return list.length === 0
    ? { because: 'The packages are installed in /tmp; where the program finds them is not known.' }
    : { list };
}

/** Where a command works: Composer is told another directory by a flag. */
function workingDirectory(step: Step): string | undefined {
  const { arguments: given, directory } = step;
  if (!isComposer(step)) return directory;
  const at = given.findIndex((word) => word === '-d' || word === '--working-dir');
  const value =
    at === -1
      ? given.find((word) => /^(?:--working-dir=|-d(?=.))/.test(word))?.replace(/^--working-dir=|^-d/, '')
      : given[at + 1];
  if (value === undefined) return directory;
  return value.startsWith('/')
    ? value.replace(/\/+$/, '') || '/'
    : directory === undefined
      ? undefined
      : below(directory, value.replace(/^\.\//, ''));
}

/** Whether Node.js is called when the container runs, as pages that are rendered on the server ask for. */
function needsNode({ scripts, steps }: Project, words: readonly string[]): boolean {
  const texts = [...scripts.values()].map((text) => text ?? '');
  return (
    words.some((word) => /^(?:node|nodejs|inertia:start-ssr|octane:start)$/.test(word)) ||
    texts.some((text) => /\b(?:node|nodejs|inertia:start-ssr|--watch)\b/.test(text)) ||
    steps.some(({ arguments: given }) => given.some((word) => /^build:ssr$/.test(word)))
  );
}

/** Packages of which assets are made do not ship. */
function clearances({ steps, files }: Project, node: boolean): NonNullable<Plan['finally']> {
  const install = steps.findLast((step) => /^(?:npm|yarn|pnpm)$/.test(step.name) && !isGlobal(step));
  if (!install?.directory || node || !files) return [];
  const manifest = parseObject(files.read(below(install.directory, 'package.json')));
  const builds = steps.some(
    (step) => FRONT_END_TOOLS.has(step.name) && step.arguments.some((word) => /^(?:build|prod|production)/.test(word)),
  );
  const removes = steps.some(
    ({ name, arguments: given }) => name === 'rm' && given.some((word) => /node_modules/.test(word)),
  );
  const same = steps.slice(steps.indexOf(install)).every(({ user }) => user === install.user);
  return manifest && builds && same && !removes
    ? [{ command: 'rm -rf node_modules', directory: install.directory }]
    : [];
}
