import type { Artefact, Ecosystem, Plan, PlanRefusal, Project, Step } from '../ecosystem';
import { below, nameOf } from '../images/image-paths';
import { packageName, packageRole } from '../system-packages/package-roles';
import { basePlan, canUseBase, ENVIRONMENT, environmentPlan, readOtherPaths, USER_BASE } from './python/environment';
import { projectFiles } from './python/files';
import { FULL_COMMANDS, type ImageNeed, pythonRelease, pythonVariant, pythonVersion, slimTag } from './python/images';
import { isPython, type PythonInstall, pipWords, readEnvironments, readInstalls } from './python/installs';

import { readNeeds } from './python/needs';
import { isCompiled, isTest, PROGRAMS, refusePrograms, roleOf } from './python/programs';
import { isManifest } from './python/requirements';
import { readSources } from './python/sources';
import { isRefusedBase, refuseBase, refuseStart } from './python/start';

export const python: Ecosystem = {
  id: 'python',
  title: 'Python',
  environment: {},
  buildVariables: /^(?:PIP_\w+|DEBIAN_FRONTEND|CFLAGS|CXXFLAGS|LDFLAGS|CPPFLAGS|CC|CXX|MAKEFLAGS|SETUPTOOLS_\w+)$/,
  // Scripts of the project, tests and installations alike read what they like.
  buildReads: () => true,
  isSource: (path) => /\/__pycache__\//.test(path),
  buildDirectories: ['/root/.cache', '/root/.config', ENVIRONMENT, USER_BASE],

  mayRecognise: ({ base, names, starts, scripts }) =>
    base.family === 'python' ||
    base.family === 'conda' ||
    names.has('conda') ||
    names.has('mamba') ||
    names.has('micromamba') ||
    (DISTRIBUTIONS.has(base.family ?? '') && (scripts || [...starts].some(isPythonProgram))),

  needsFiles: isRefusedBase,
  recognises: ({ base, steps, start }) =>
    base.family === 'python' ||
    base.family === 'conda' ||
    steps.some((step) => /^(?:conda|mamba|micromamba)$/.test(step.name))
      ? true
      : steps.some((step) => pipWords(step)?.includes('install') === true) &&
        DISTRIBUTIONS.has(base.family ?? '') &&
        start.programs.some(({ name }) => isPythonProgram(name)),
  roleOf,
  provides: ({ name }, command) => name === command,
  plan,
};

function plan(project: Project): Plan | PlanRefusal {
  const refusal = refuseBase(project) ?? refuseStart(project);
  if (refusal !== undefined) return { because: refusal };
  const all = readInstalls(project);
  const hidden = project.steps.find(
    ({ name, arguments: given }) =>
      (name === 'xargs' || name === 'find') && given.some((word) => /^(?:pip|python)[\d.]*$/.test(word)),
  );
  if (hidden)
    return {
      because: `Line ${hidden.line} installs packages by ${hidden.name}; "pip install -r FILE" would show which.`,
    };
  const installs = all.filter(({ bootstraps }) => !bootstraps);
  const odd = installs.find(({ by }) => by === 'other' || by === 'conda');
  if (odd)
    return { because: `Line ${odd.step.line} installs packages by ${odd.step.name}; where these lie is not known.` };
  if (installs.length === 0 && !project.steps.some(isCompiled)) {
    const slim = pythonVariant(project.base) === 'full' ? slimTag(project.image, project.base) : undefined;
    return {
      because: `No RUN installs packages or compiles, so there is no build to leave behind${slim === undefined ? '.' : `; FROM ${slim} alone would make the image smaller.`}`,
    };
  }
  const other = otherPython(project, installs);
  if (other !== undefined) return { because: other };
  const version = pythonVersion(project.base);
  const alien = all.find(
    ({ step }) =>
      version?.minor !== undefined &&
      Number(/^(?:python|pip)3\.(\d+)$/.exec(step.name)?.[1] ?? version.minor) !== version.minor,
  );
  if (alien)
    return { because: `Line ${alien.step.line} installs packages for another Python than that of ${project.image}.` };
  const places = readPlaces(project, installs);
  if ('because' in places) return places;
  const builds = project.steps.filter((step) => roleOf(step, project) === 'build' || roleOf(step, project) === 'setup');
  const built = builds.findLast((step) => installs.some((one) => one.step === step) || isCompiled(step))!;
  const tested = project.steps.findLast((step) => isTest(step) && step.run! > built.run!);
  const last = tested && !('because' in refusePrograms(project, tested)) ? tested : built;
  const need = readNeed(project);
  if ('because' in need) return need;
  const gain = refuseGain(project, need, last);
  if (gain !== undefined) return { because: gain };
  const early = refusePrograms(project, last);
  if ('because' in early) return early;
  const notes: string[] = [];
  const needs = readNeeds(project, installs, need, notes);
  if ('because' in needs) return needs;
  const makes = places.system.length > 0;
  const elsewhere = makes ? readOtherPaths(project) : { programs: [] };
  if ('because' in elsewhere) return elsewhere;
  const { programs, interpreted } = elsewhere;
  if (interpreted !== undefined && !canUseBase(project, places.system)) return { because: interpreted };
  const home = interpreted === undefined ? ENVIRONMENT : USER_BASE;
  const own = projectFiles(project, installs, last);
  if ('because' in own) return own;
  const serves = need.image !== project.image && need.distro === 'debian' && readSources(project)?.serves === true;
  if (serves) notes.push('The program serves files: their types stand in /etc/mime.types, which the slim images lack.');
  if (makes) {
    notes.push(
      interpreted === undefined
        ? `The packages are installed in ${home}, which sees what the image itself has and can be copied as a whole; pip stays behind.`
        : `The packages are installed in ${home}, where every way to start Python looks: ${interpreted.charAt(0).toLowerCase()}${interpreted.slice(1)}`,
    );
  }
  return {
    artefacts: [
      ...(makes ? [artefact(home)] : []),
      ...places.paths.map(artefact),
      ...programs.map((name) => ({ from: `${home}/bin/${name}`, to: `/usr/local/bin/${name}` })),
      ...(serves ? [artefact('/etc/mime.types')] : []),
      ...early.paths.map(artefact),
      ...own.runtime.map(artefact),
    ],
    need: { ...need, tools: [...need.tools, ...ownCommands(project, need)] },
    ...(makes ? (home === USER_BASE ? basePlan(places.system) : environmentPlan(project, all, places.system)) : {}),
    calls: needs.calls,
    packageRole: (name) =>
      BUILDERS.test(name) || (/^(?:nodejs|npm|yarn)$/.test(name) && !callsNode(project)) ? 'build' : undefined,
    buildRunsProgram:
      last === tested ||
      project.packages.some(
        (name) => packageRole(name) === 'runtime' && !BUILDERS.test(name) && !RUN_TIME.test(packageName(name)),
      ),
    packages: needs.packages,
    buildPlaces: own.build,
    last,
    notes,
  };
}

function artefact(path: string): Artefact {
  return { from: path, to: path };
}

/** Packages that only a build has a use for, beside those of all languages. */
const BUILDERS =
  /^(?:cargo|rustc|rustup|cython3?|python3?-(?:wheel|venv|virtualenv|poetry|distutils)|pipenv|pipx|libtool-bin|qt5-qmake)$/;

/** Whether Node.js may be of use to the program itself, and not only to the build of its pages. */
function callsNode({ files, start, scripts }: Project): boolean {
  const texts = [
    ...scripts.values(),
    ...(files
      ?.below('/')
      ?.filter((path) => path.endsWith('.py') || isManifest(path))
      .map((path) => files.read(path)) ?? []),
  ];
  return (
    !files ||
    start.programs.some(({ name }) => /^(?:node|npm|npx|yarn)$/.test(nameOf(name))) ||
    texts.some((text) => /["'\s](?:node|nodejs|npm|npx)["'\s]|execjs/i.test(text ?? ''))
  );
}

/** Packages that no build of an extension looks at, so that the builder can do without. */
const RUN_TIME =
  /^(?:lib(?!.*-dev$)[\w.+-]*\d[\w.+-]*|.*-client(?:-\d+)?|fonts?-.*|xfonts-.*|ttf-.*|ca-certificates|curl|wget|ffmpeg|tesseract-ocr.*|poppler-utils|locales|tzdata|procps|nginx.*|supervisor|cron|vim(?:-tiny)?|nano|less|htop|netcat.*|iputils-ping|dnsutils|gettext(?:-base)?|redis-tools|wkhtmltopdf|tini|dumb-init|gosu|jq|unzip|zip|rsync|ghostscript|imagemagick|graphviz|pandoc|file|sqlite3|telnet|iproute2|net-tools|shared-mime-info|bash)$/;

/** uv gets another Python than the image's where the project asks for one, and that would not come along. */
function otherPython({ base, files }: Project, installs: readonly PythonInstall[]): string | undefined {
  const version = pythonVersion(base);
  for (const { by, step } of installs) {
    if (by !== 'uv') continue;
    const file = step.directory === undefined ? undefined : files?.read(below(step.directory, '.python-version'));
    const asked = /^\D*3\.(\d+)/.exec(step.variable('UV_PYTHON') ?? file ?? '')?.[1];
    if (asked !== undefined && version?.minor !== undefined && Number(asked) !== version.minor)
      return `uv installs Python 3.${asked} beside the one of the image, in a place that is not known.`;
  }
  return undefined;
}

/** Where the author's packages lie. */
interface Places {
  /** Those that go to an environment of our own. */
  readonly system: readonly PythonInstall[];
  /** What else is copied. */
  readonly paths: readonly string[];
}

/** Tools that people put beside an environment, to fill it. */
const FILLERS =
  /^(?:pip|wheel|setuptools|virtualenv|pip-tools|poetry|pipenv|pdm|uv|poetry-plugin-export|build|hatch)(?:\[[^\]]*\])?(?:[=<>~!@ ].*)?$/i;

function readPlaces(project: Project, installs: readonly PythonInstall[]): Places | PlanRefusal {
  const environments = readEnvironments(project);
  const paths = new Set<string>();
  const system: PythonInstall[] = [];
  for (const install of installs) {
    const { place, step } = install;
    if (place.kind === 'system') {
      system.push(install);
      continue;
    }
    if (place.path === undefined || place.path.includes('$')) {
      const hint =
        install.by === 'poetry'
          ? ' (virtualenvs.in-project true would put it beside the project)'
          : install.by === 'pipenv'
            ? ' (PIPENV_VENV_IN_PROJECT=1 would put it beside the project)'
            : '';
      return { because: `Where line ${step.line} installs packages can't be told${hint}.` };
    }
    if (/^\/(?:usr(?:\/local)?)?$/.test(place.path))
      return { because: `Line ${step.line} installs packages to ${place.path}, among the files of the system.` };
    paths.add(place.path);
  }
  const own = system.filter(
    ({ packages, requirements, sources }) =>
      requirements.length > 0 || sources.length > 0 || !packages.every((one) => FILLERS.test(one)),
  );
  const beside = system.length > 0 && paths.size > 0;
  if (!beside) return { system, paths: [...paths] };
  if (own.length > 0)
    return {
      because: `Line ${own[0]!.step.line} installs packages outside of ${[...paths][0]}, where the others are.`,
    };
  if ([...environments.values()].some(({ seesSystem }) => seesSystem))
    return { because: 'The virtual environment uses packages of the system too.' };
  return { system: [], paths: [...paths] };
}

function readNeed({ base, image, wish }: Project): ImageNeed | PlanRefusal {
  const variant = pythonVariant(base)!;
  const slim = variant === 'full' ? slimTag(image, base) : image;
  if (slim === undefined && wish === undefined) {
    return {
      because: `How the slim image of ${image} is called can't be told from its tag; --runtime says which image to run on.`,
    };
  }
  const codename = pythonRelease(base);
  const distro = variant === 'alpine' ? 'alpine' : 'debian';
  return {
    kind: 'image',
    image: slim ?? image,
    distro,
    tools: ['python', 'python3', 'pip', 'pip3'],
    users: [],
    extensible: distro === 'alpine' || ['bullseye', 'bookworm', 'trixie', 'stable'].includes(codename),
    ...(base.codename === undefined && distro === 'debian' ? { codename } : {}),
  };
}

/** Why there is nothing to gain. */
function refuseGain({ image, packages, steps, wish }: Project, need: ImageNeed, last: Step): string | undefined {
  if (need.image !== image || (wish !== undefined && wish !== image)) return undefined;
  const removed = new Set(
    steps.flatMap(({ name, arguments: given }) =>
      /^(?:apk|apt|apt-get|aptitude)$/.test(name) &&
      given.some((word) => /^(?:del|purge|remove|autoremove)$/.test(word))
        ? given
        : [],
    ),
  );
  const virtual = steps.some(({ name, arguments: given }) => name === 'apk' && given.includes('del'));
  const left = packages.filter(
    (name) => /^(?:build|headers)$/.test(packageRole(name)) && !removed.has(name) && !virtual,
  );
  if (left.length > 0) return undefined;
  return packages.some((name) => packageRole(name) === 'build')
    ? `${image} is small already, and what the build needs is removed again in line ${last.line}: there is nothing to leave behind.`
    : `${image} is small already, and no compiler is installed: there is nothing to leave behind.`;
}

/** Commands that the container and its RUNs call and that no full image brings: they come with the packages. */
function ownCommands({ start, checks, steps, image }: Project, need: ImageNeed): string[] {
  const called = [...start.programs, ...checks].map(({ name }) => nameOf(name));
  const run = steps
    .filter(({ name }) => PROGRAMS.has(name) || name.endsWith('.py') || isPython(name))
    .map(({ name }) => name);
  return [...new Set([...called, ...run])].filter((name) => need.image === image || !FULL_COMMANDS.has(name));
}

const DISTRIBUTIONS = new Set(['debian', 'ubuntu', 'buildpack-deps']);

function isPythonProgram(name: string): boolean {
  return isPython(name) || /^(?:gunicorn|uvicorn|flask|celery|uwsgi|streamlit)$/.test(nameOf(name));
}
