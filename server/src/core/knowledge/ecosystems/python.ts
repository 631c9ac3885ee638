import type { Artefact, Ecosystem, Plan, PlanRefusal, Project, RuntimeNeed, Step, WordChange } from '../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../image-paths';
import { packageName, packageRole } from '../package-roles';
import { FULL_COMMANDS, pythonRelease, pythonVariant, pythonVersion, slimTag } from '../python-images';
import {
  environmentWords,
  isPython,
  type PythonInstall,
  pipWords,
  readEnvironments,
  readInstalls,
  readModule,
} from '../python-installs';
import { packageOfLibrary, systemNeeds } from '../python-libraries';
import {
  isManifest,
  type Requirement,
  readProjectRequirements,
  readRequirement,
  readRequirementFile,
} from '../python-requirements';
import { programTexts, readExtension, readSources } from '../python-sources';

/** Where packages go that the author puts among the interpreter's own. */
const ENVIRONMENT = '/opt/venv';

export const python: Ecosystem = {
  id: 'python',
  title: 'Python',
  environment: {},
  buildVariables: /^(?:PIP_\w+|DEBIAN_FRONTEND|CFLAGS|CXXFLAGS|LDFLAGS|CPPFLAGS|CC|CXX|MAKEFLAGS|SETUPTOOLS_\w+)$/,
  buildReads: (name) =>
    !/^(?:\w+_)?(?:PORT|HOST|HOSTNAME|TZ|LC_ALL|PYTHONUNBUFFERED|DJANGO_SETTINGS_MODULE|FLASK_APP|FLASK_ENV|WEB_CONCURRENCY)$/.test(
      name,
    ),
  isSource: (path) => /\/__pycache__\//.test(path),
  buildDirectories: ['/root/.cache', '/root/.config', ENVIRONMENT],

  recognises: ({ base, steps, start }) =>
    base.family === 'python' ||
    base.family === 'conda' ||
    steps.some((step) => /^(?:conda|mamba|micromamba)$/.test(step.name))
      ? steps.length > 0
      : steps.some((step) => pipWords(step)?.includes('install') === true) &&
        ['debian', 'ubuntu', 'buildpack-deps'].includes(base.family ?? '') &&
        start.programs.some(
          ({ name }) => isPython(name) || /^(?:gunicorn|uvicorn|flask|celery|uwsgi|streamlit)$/.test(nameOf(name)),
        ),
  roleOf,
  provides: () => false,
  plan,
};

const MANAGERS = new Set([
  'poetry',
  'pipenv',
  'pdm',
  'uv',
  'hatch',
  'flit',
  'conda',
  'mamba',
  'micromamba',
  'easy_install',
  'pipx',
  'virtualenv',
  'pyvenv',
]);
const COMPILERS = new Set(['gcc', 'cc', 'g++', 'c++', 'clang', 'gfortran', 'cython', 'f2py', 'swig']);
/** Programs of packages that people call while an image is built. */
const PROGRAMS = new Set(
  `aerich alembic autopep8 bandit black celery coverage django-admin flake8 flask gunicorn isort mypy nltk pip-compile playwright pybabel
  pylint pytest py.test ruff spacy sphinx-build mkdocs tox uvicorn streamlit huggingface-cli invoke nose2 nosetests`.split(
    /\s+/,
  ),
);

function roleOf(step: Step, project: Project): 'build' | 'setup' | 'program' | undefined {
  const { name, arguments: given } = step;
  if (pipWords(step) || environmentWords(step)) return 'build';
  if (MANAGERS.has(name))
    return name !== 'poetry' && name !== 'pipenv' && name !== 'uv' && name !== 'pdm'
      ? 'build'
      : given[0] === 'run'
        ? undefined
        : 'build';
  if (isPython(name)) {
    if (given.some((word) => /(?:^|\/)setup\.py$/.test(word))) return 'build';
    const module = readModule(name, given);
    if (module && /^(?:build|cython|numpy\.f2py|cffi)$/.test(module.name)) return 'build';
    // `curl … | python3 -`: an installer that is downloaded.
    if (given[0] === '-' || given.length === 0) return isInstaller(step, project) ? 'setup' : undefined;
    return 'program';
  }
  if (COMPILERS.has(name)) return 'build';
  if (PROGRAMS.has(name) || name.endsWith('.py')) return name === 'playwright' ? undefined : 'program';
  return undefined;
}

/** Whether the interpreter reads an installer of a tool of the build from a pipe. */
function isInstaller({ run }: Step, { steps }: Project): boolean {
  return steps.some(
    (step) =>
      step.run === run &&
      (step.name === 'curl' || step.name === 'wget') &&
      step.arguments.some((word) =>
        /install\.python-poetry\.org|get-poetry|install-poetry|get-pip|install-pdm/.test(word),
      ),
  );
}

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
  if (installs.length === 0 && !project.steps.some(isCompiled))
    return { because: 'No RUN installs packages, so there is nothing that a runtime stage could leave out.' };
  const places = readPlaces(project, installs);
  if ('because' in places) return places;
  const builds = project.steps.filter((step) => roleOf(step, project) === 'build' || roleOf(step, project) === 'setup');
  const last = builds.findLast((step) => installs.some((one) => one.step === step) || isCompiled(step))!;
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
  const elsewhere = makes ? readOtherPaths(project) : [];
  if ('because' in elsewhere) return elsewhere;
  const project_ = projectFiles(project, installs, last);
  if ('because' in project_) return project_;
  const serves = need.image !== project.image && need.distro === 'debian' && readSources(project)?.serves === true;
  if (serves) notes.push('The program serves files: their types stand in /etc/mime.types, which the slim images lack.');
  if (makes) {
    notes.push(
      `The packages are installed in ${ENVIRONMENT}, which sees what the image itself has and can be copied as a whole; pip stays behind.`,
    );
  }
  return {
    artefacts: [
      ...(makes ? [artefact(ENVIRONMENT)] : []),
      ...places.paths.map(artefact),
      ...elsewhere,
      ...(serves ? [artefact('/etc/mime.types')] : []),
      ...early.paths.map(artefact),
      ...project_,
    ],
    need: { ...need, tools: [...need.tools, ...ownCommands(project, need)] },
    ...(makes ? environmentPlan(project, all, places.system) : {}),
    calls: needs.calls,
    packages: needs.packages,
    last,
    notes,
  };
}

function artefact(path: string): Artefact {
  return { from: path, to: path };
}

function refuseBase({ base, image, steps, packages }: Project): string | undefined {
  if (base.family === 'conda' || steps.some(({ name }) => /^(?:conda|mamba|micromamba)$/.test(name))) {
    return 'Conda environments know where they lie and need Conda to start in; conda-pack makes one that can be copied to a small image.';
  }
  if (base.family !== 'python') {
    return `Python is a package of the system in ${image}, and pip's packages lie among the system's own; FROM a python image they could be told apart.`;
  }
  if (pythonVariant(base) === undefined)
    return `Whether there is a smaller image with the Python of ${image} is not known.`;
  if (pythonVersion(base)?.major === 2)
    return 'Python 2 has no virtual environments of its own that a stage could hand on.';
  if (packages.some((name) => packageName(name) === 'sudo'))
    return 'The file uses sudo, which does not hand on where packages are looked for.';
  return undefined;
}

const RUNNERS: Readonly<Record<string, string>> = {
  poetry: 'Poetry',
  pipenv: 'Pipenv',
  pdm: 'PDM',
  uv: 'uv',
  hatch: 'Hatch',
  conda: 'Conda',
  tox: 'tox',
  nox: 'nox',
  rye: 'Rye',
};
const SHELLS = new Set(['sh', 'bash', 'ash', 'dash', 'zsh']);

function refuseStart({ start, scripts }: Project): string | undefined {
  const unread = [...scripts].find(([, text]) => text === undefined);
  if (unread) return `What ${nameOf(unread[0])} starts can't be read here.`;
  for (const { name, arguments: given } of start.programs) {
    const short = nameOf(name);
    const module = readModule(name, given)?.name;
    const runner = RUNNERS[short] ?? (module === undefined ? undefined : RUNNERS[module]);
    if (runner) {
      const behind = given[given.indexOf('run') + 1];
      const advice =
        given.includes('run') && behind !== undefined ? `; a CMD that starts ${behind} by itself does without` : '';
      return `The container starts by means of ${runner}, which the image would need, and what it has set up${advice}.`;
    }
    if (/^(?:pytest|py\.test|nosetests|nose2)$/.test(module ?? short))
      return 'The container runs tests, which may need anything that the build has.';
    if (/^(?:jupyter|jupyter-.*|ipython|ptpython|bpython)$/.test(module ?? short))
      return `${module ?? short} is for people, who may need the tools that the build has.`;
    if (short === 'pip' || /^pip[\d.]*$/.test(short))
      return 'The container runs pip, which may need the tools that the build has.';
    if (
      (SHELLS.has(short) || isPython(short)) &&
      given.every((word) => /^-[a-zA-Z]+$/.test(word)) &&
      start.programs.length === 1
    ) {
      return `The container starts ${short} by itself, and what is run in it then is not known.`;
    }
  }
  for (const [path, text] of scripts) {
    const tool =
      /(?:^|[\s;&|(])(poetry|pipenv|pdm|uv|conda) run\b/m.exec(text ?? '')?.[1] ??
      /(?:^|[;&|]\s*)\s*(pip[\d.]*|python3? -m pip) install\b/m.exec(text ?? '')?.[1];
    if (tool) return `${nameOf(path)} runs ${tool}, which may need the tools that the build has.`;
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

function isCompiled(step: Step): boolean {
  return (
    COMPILERS.has(step.name) || (isPython(step.name) && step.arguments.some((word) => /(?:^|\/)setup\.py$/.test(word)))
  );
}

type ImageNeed = RuntimeNeed & { readonly kind: 'image' };

function readNeed({ base, image }: Project): ImageNeed | PlanRefusal {
  const variant = pythonVariant(base)!;
  const slim = variant === 'full' ? slimTag(image, base) : image;
  if (slim === undefined) {
    return {
      because: `How the slim image of ${image} is called can't be told from its tag; --runtime says which image to run on.`,
    };
  }
  const codename = pythonRelease(base);
  const distro = variant === 'alpine' ? 'alpine' : 'debian';
  return {
    kind: 'image',
    image: slim,
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

/** Programs of the project that run while packages are still installed, and where else they write. */
function refusePrograms(project: Project, last: Step): { readonly paths: readonly string[] } | PlanRefusal {
  const paths: string[] = [];
  for (const step of project.steps) {
    if (step.run === undefined || step.run > last.run! || roleOf(step, project) !== 'program') continue;
    const written = readWritten(step, project);
    if (written === undefined) {
      return {
        because: `What ${titleOf(step)} on line ${step.line} leaves behind is not known; in a RUN behind the last installation it would run in the runtime stage.`,
      };
    }
    paths.push(...written);
  }
  return { paths };
}

function titleOf({ name, arguments: given }: Step): string {
  const words = given.filter((word) => /^[\w./-]+$/.test(word)).slice(0, 2);
  return [name, ...words].join(' ');
}

/** Where a program of the project writes outside of the project; undefined when it is not known. */
function readWritten({ name, arguments: given, home, directory }: Step, { files }: Project): string[] | undefined {
  const module = readModule(name, given);
  if (module) {
    if (/^(?:compileall|pytest|unittest|flake8|mypy|black|isort|pip|site|sysconfig|platform)$/.test(module.name))
      return [];
    if (module.name === 'nltk.downloader') return nltkPlace(module.arguments, home);
    return module.name === 'spacy' && module.arguments[0] === 'download' ? [] : undefined;
  }
  if (/^(?:pytest|py\.test|flake8|black|isort|mypy|pylint|ruff|bandit|coverage|nosetests|nose2)$/.test(name)) return [];
  if (name === 'spacy' && given[0] === 'download') return [];
  if (isPython(name) && given[0] === '-c') {
    const code = given[1] ?? '';
    if (
      /^\s*(?:import [\w., ]+|from [\w.]+ import [\w., ]+|print\([^()]*(?:\([^()]*\))?[^()]*\)|assert [\w.= ]+)(?:\s*;\s*(?:import [\w., ]+|from [\w.]+ import [\w., ]+|print\([^()]*(?:\([^()]*\))?[^()]*\)))*\s*;?\s*$/.test(
        code,
      )
    )
      return [];
    const download = /^\s*import nltk\s*;\s*(?:nltk\.download\(['"][\w-]+['"]\)\s*;?\s*)+$/.test(code);
    return download ? nltkPlace([], home) : undefined;
  }
  if (isPython(name) && given.every((word) => /^(?:-V|--version)$/.test(word))) return [];
  const script = isPython(name) ? given.find((word) => !word.startsWith('-')) : name;
  if (
    nameOf(script ?? '') !== 'manage.py' ||
    !given.some((word) => word === 'collectstatic' || word === 'compilemessages' || word === 'check')
  )
    return undefined;
  const root = toPath(script!, directory);
  const settings =
    files
      ?.below(root === undefined ? '/' : parentOf(root))
      ?.filter((path) => /\/settings(?:\/\w+)?\.py$|\/settings[^/]*\.py$/.test(path)) ?? [];
  const places = settings.flatMap((path) =>
    [...(files!.read(path) ?? '').matchAll(/^\s*STATIC_ROOT\s*=\s*(.+)$/gm)].map((match) => match[1]!),
  );
  if (places.length === 0) return undefined;
  const outside: string[] = [];
  for (const place of places) {
    const literal = /^r?["'](\/[\w./-]+)["']/.exec(place)?.[1];
    if (literal !== undefined) outside.push(literal.replace(/\/+$/, ''));
    else if (!/BASE_DIR|PROJECT_ROOT|ROOT_DIR|PROJECT_DIR|__file__/.test(place) || /\.\.|parent|dirname/.test(place))
      return undefined;
  }
  return outside;
}

function nltkPlace(given: readonly string[], home: string | undefined): string[] | undefined {
  const at = given.findIndex((word) => word === '-d' || word === '--dir');
  if (at !== -1) return given[at + 1]?.startsWith('/') ? [given[at + 1]!] : undefined;
  return home === undefined ? undefined : [below(home, 'nltk_data')];
}

/** What a project needs of the runtime's system beside what the author installs. */
function readNeeds(
  project: Project,
  installs: readonly PythonInstall[],
  need: ImageNeed,
  notes: string[],
): { readonly packages: readonly string[]; readonly calls: readonly string[] } | PlanRefusal {
  const changes = need.image !== project.image;
  const requirements = readRequirements(project, installs);
  if (requirements.unread !== undefined && changes) {
    return {
      because: `${requirements.unread} can't be read here, so neither can what its packages need of ${project.image} when they run.`,
    };
  }
  const codename = pythonRelease(project.base);
  const packages = new Set<string>();
  const sources = readSources(project);
  if (sources === undefined && changes)
    return { because: `The sources are not here to tell what they need of ${project.image} when they run.` };
  const commands = new Set<string>();
  if (sources?.compiles !== undefined)
    return { because: `${nameOf(sources.compiles)} compiles when it runs, so the image needs the compiler.` };
  const found = systemNeeds(requirements.list, pythonVersion(project.base)?.minor, codename);
  if (found.unknown !== undefined) return { because: `${found.unknown}.` };
  if (need.distro === 'debian') {
    for (const name of found.packages) packages.add(name);
    const linked = new Set(sources?.libraries);
    for (const directory of requirements.sources) {
      const extension = project.files && readExtension(directory, project.files);
      for (const name of extension?.libraries ?? []) linked.add(name);
      if (extension?.openmp) packages.add('libgomp1');
    }
    for (const name of linked) {
      const brought = project.packages.some(
        (one) =>
          packageRole(one) !== 'build' &&
          packageName(one)
            .replace(/[\d.-]+|dev$/g, '')
            .includes(name.replace(/[\d.-]+$/, '')),
      );
      const found_ = packageOfLibrary(name, codename);
      if (found_ === undefined && changes && !brought && !isBuiltHere(name, project))
        return { because: `The program uses lib${name}, and which package of ${need.image} has that is not known.` };
      if (found_) packages.add(found_);
    }
    if (changes && sources?.graphical) {
      if (codename === 'stretch' || codename === 'buster')
        return { because: "The program has windows (tkinter), which the slim images can't show." };
      packages.add('libtk8.6');
    }
    if (changes && sources?.fonts) packages.add('fonts-dejavu-core');
  }
  for (const name of [...found.commands, ...(sources?.calls ?? []), ...scriptCommands(project)]) commands.add(name);
  const calls: string[] = [];
  for (const name of commands) {
    const brings = FULL_COMMANDS.get(name);
    if (brings === undefined) continue;
    if (need.distro === 'debian') packages.add(brings);
    else calls.push(name);
  }
  const added = [...packages].filter(
    (name) => !project.packages.some((one) => packageName(one) === name && packageRole(one) !== 'build'),
  );
  if (added.length > 0)
    notes.push(
      `${added.join(', ')}: what the project's packages and sources need of the system and ${need.image} lacks.`,
    );
  return { packages: added, calls };
}

/** Whether a library is one that the project itself compiles. */
function isBuiltHere(name: string, { steps, files }: Project): boolean {
  return (
    steps.some((step) =>
      step.arguments.some((word) => nameOf(word).startsWith(`lib${name}.so`) || nameOf(word) === `${name}.so`),
    ) ||
    files
      ?.below('/')
      ?.some((path) => nameOf(path).replace(/^lib/, '').startsWith(`${name}.so`) || nameOf(path) === name) === true
  );
}

/** Commands of scripts that the container starts, as far as only the full images have them. */
function scriptCommands({ scripts, files }: Project): string[] {
  const texts = [
    ...scripts.values(),
    ...(files
      ?.below('/')
      ?.filter((path) => path.endsWith('.sh'))
      .map((path) => files.read(path)) ?? []),
  ];
  return texts.flatMap((text) =>
    [
      ...(text ?? '').matchAll(/(?:^|[;&|(`]|\b(?:if|while|until|then|do|else|exec|!)\s)\s*([a-z][\w.+-]*)(?=\s|$)/gm),
    ].map((match) => match[1]!),
  );
}

interface ReadRequirements {
  readonly list: readonly Requirement[];
  readonly sources: readonly string[];
  readonly editable: readonly string[];
  readonly unread?: string;
}

/** Everything that is installed, as far as files of the project tell. */
function readRequirements({ files }: Project, installs: readonly PythonInstall[]): ReadRequirements {
  const list: Requirement[] = [];
  const sources: string[] = [];
  const editable: string[] = [];
  let unread: string | undefined;
  for (const { by, step, requirements, packages, sources: directories, editable: isEditable } of installs) {
    const compiled = step.arguments.some(
      (word, at) => word === '--no-binary' || /^--no-binary=/.test(word) || step.arguments[at - 1] === '--no-binary',
    );
    for (const text of packages) {
      const one = readRequirement(text, compiled);
      if (one) list.push(one);
    }
    for (const path of requirements) {
      const read = path === undefined || !files ? undefined : readRequirementFile(path, step.directory ?? '/', files);
      if (read === undefined || read.unread !== undefined) {
        // A file that is made here comes of the project's own manifests.
        const made =
          path !== undefined && step.directory !== undefined && files
            ? readProjectRequirements(step.directory, files)
            : undefined;
        if (made) list.push(...made);
        else unread ??= path === undefined ? 'A requirement file' : nameOf(read?.unread ?? path);
        continue;
      }
      list.push(...read.list.map((one) => (compiled ? { ...one, fromSource: true } : one)));
      sources.push(...read.sources, ...read.editable);
      editable.push(...read.editable);
    }
    for (const directory of directories) {
      if (directory === undefined) continue;
      sources.push(directory);
      if (isEditable) editable.push(directory);
      const own = files && readProjectRequirements(directory, files);
      if (own) list.push(...own);
      else if (!files?.below(directory)?.length) unread ??= directory;
    }
    if (
      ['poetry', 'pipenv', 'pdm', 'uv'].includes(by) &&
      requirements.length === 0 &&
      packages.length === 0 &&
      directories.length === 0
    ) {
      const own = step.directory === undefined || !files ? undefined : readProjectRequirements(step.directory, files);
      if (own) list.push(...own);
      else unread ??= by === 'pipenv' ? 'Pipfile' : 'pyproject.toml';
    }
  }
  return { list, sources, editable, ...(unread === undefined ? {} : { unread }) };
}

/** What has the interpreter's own directories written into it; a script at /usr/local/bin is copied there. */
function readOtherPaths(project: Project): readonly Artefact[] | PlanRefusal {
  const { start, checks, scripts, files, steps } = project;
  const programs = [...start.programs, ...checks];
  const found = new Map<string, Artefact>();
  for (const { name, arguments: given } of programs) {
    for (const word of [name, ...given]) {
      const script = /^\/usr\/local\/bin\/([\w.-]+)$/.exec(word)?.[1];
      if (/^\/usr\/(?:local\/)?bin\/(?:python|pip)[\d.]*$/.test(word)) {
        return {
          because: `The container starts ${word}, which does not look into a virtual environment; "${nameOf(word)}" alone would.`,
        };
      }
      if (
        script !== undefined &&
        !files?.has(word) &&
        !scripts.has(word) &&
        !steps.some(({ arguments: words }) => words.includes(word))
      ) {
        found.set(script, { from: below(below(ENVIRONMENT, 'bin'), script), to: word });
      }
    }
    const path = [name, ...(SHELLS.has(nameOf(name)) ? given : [])]
      .map((word) => (word.includes('/') ? toPath(word, project.workdir) : undefined))
      .find((one) => one !== undefined && files?.has(one));
    const interpreter =
      path === undefined ? undefined : /^#!\s*(\S*\/(?:python|pypy)[\d.]*)/.exec(files!.read(path) ?? '')?.[1];
    if (interpreter !== undefined)
      return {
        because: `${nameOf(path!)} names its interpreter ${interpreter}, which does not look into a virtual environment; "#!/usr/bin/env python3" would.`,
      };
  }
  for (const [path, text] of [
    ...scripts,
    ...programTexts(project).map((path): [string, string | undefined] => [path, files?.read(path)]),
  ]) {
    const fixed = /\/usr\/(?:local\/)?bin\/(?:python|pip)[\d.]*|\/usr\/(?:local\/)?lib\/python[\d.]*/.exec(
      text ?? '',
    )?.[0];
    if (fixed !== undefined)
      return { because: `${nameOf(path)} names ${fixed}, which does not look into a virtual environment.` };
    const cleared = /(?:^|[\s;&|(])(sudo\s|su\s+(?:-\s|-l\b|--login\b)|env\s+-i\b|crond?\b|crontab\b)/m.exec(
      /\.sh$|entrypoint|\/(?:run|start)/.test(path) ? (text ?? '') : '',
    )?.[1];
    if (cleared !== undefined)
      return {
        because: `${nameOf(path)} calls ${cleared.trim()}, which does not hand on where packages are looked for.`,
      };
  }
  if (project.packages.some((name) => packageName(name) === 'cron'))
    return { because: 'Programs that cron starts do not get to know where packages are looked for.' };
  if (project.packages.some((name) => /^(?:libapache2-mod-wsgi|uwsgi-plugin-python)/.test(name)))
    return { because: 'The server loads a Python of its own, which does not look into a virtual environment.' };
  for (const step of steps) {
    const fixed = [step.command ?? '', ...step.arguments].find((word) =>
      /\/usr\/(?:local\/)?lib\/python[\d.]+/.test(word),
    );
    if (fixed !== undefined && !/__pycache__|-delete|-name/.test(step.arguments.join(' ')))
      return {
        because: `Line ${step.line} names a place among the interpreter's own files, where packages would not be any more.`,
      };
  }
  const copied = project.copies.find(({ path }) => path !== undefined && /^\/usr\/(?:local\/)?lib\/python/.test(path));
  if (copied)
    return {
      because: "The file copies packages among the interpreter's own files, where the others would not be any more.",
    };
  return [...found.values()];
}

const SYSTEM_ROOTS =
  /^\/(?:usr(?:\/(?:local|src|share|lib))?|etc|opt|var(?:\/(?:lib|log|www))?|root|home|srv|run|mnt|media|tmp)?$/;

/** What of the project itself the builder has and nothing behind it brings. */
function projectFiles(project: Project, installs: readonly PythonInstall[], last: Step): Artefact[] | PlanRefusal {
  const { copies, steps, workdir, files, start, checks, scripts } = project;
  const end = last.run!;
  const front = copies.filter(({ fromContext, at }) => fromContext && at < end);
  const behind = copies.filter(({ fromContext, at }) => fromContext && at > end);
  const requirements = readRequirements(project, installs);
  const editable = new Set(requirements.editable);
  const worked = [
    ...new Set(
      steps
        .filter((step) => roleOf(step, project) === 'build' && step.directory !== undefined)
        .map(({ directory }) => directory!),
    ),
  ];
  const isLocal = (path: string) =>
    worked.some((root) =>
      root === '/'
        ? !/^\/(?:bin|boot|dev|etc|home|lib|lib64|media|mnt|opt|proc|root|run|sbin|srv|sys|usr|var)(?:\/|$)/.test(path)
        : isWithin(path, root),
    );
  const texts = [
    ...[...start.programs, ...checks].flatMap(({ name, arguments: given }) => [name, ...given]),
    ...scripts.values(),
    ...(files
      ?.below('/')
      ?.filter((path) => /\.(?:py|sh|cfg|ini|toml|ya?ml|conf)$/.test(path) && !isManifest(path))
      .map((path) => files.read(path)) ?? []),
  ];
  const isNamed = (path: string) => texts.some((text) => text?.includes(nameOf(path)) === true);
  const isCovered = ({ source, path }: Project['copies'][number]) =>
    behind.some(
      (other) =>
        other.path !== undefined &&
        (other.source === '.'
          ? below(other.path, source) === path || (source === '.' && other.path === path)
          : other.source === source && other.path === path),
    );
  const found: string[] = [...editable];
  const roots = [...new Set([workdir, ...worked])].filter((path) => !SYSTEM_ROOTS.test(path));
  const compiles = steps.some((step) => step.run! <= end && isCompiled(step));
  for (const copy of front) {
    const { path, tree, source } = copy;
    if (path === undefined || isWithin(path, '/tmp')) continue;
    const isEditable = [...editable].some((one) => isWithin(path, one) || (tree && isWithin(one, path)));
    if (!isLocal(path) && !(tree && worked.some((root) => isWithin(root, path)))) continue;
    if (path === '/' && tree)
      return { because: 'The project lies in /, among the files of the system; give it a WORKDIR first.' };
    if (isCovered(copy) && !isEditable && !compiles) continue;
    const content = files?.below(path) ?? [];
    const onlyManifests =
      tree && content.length > 0
        ? content.every(isManifest)
        : !tree && isManifest(/[*?[]/.test(source) ? source : path);
    if (onlyManifests && !isEditable && !isNamed(path)) continue;
    const root = roots.filter((one) => isWithin(path, one)).sort((a, b) => a.length - b.length)[0];
    found.push(root ?? path);
  }
  if (compiles)
    for (const step of steps)
      if (step.run! <= end && isCompiled(step) && step.directory !== undefined && !SYSTEM_ROOTS.test(step.directory))
        found.push(step.directory);
  return [...new Set(found)].map(artefact);
}

/** The steps that make and use an environment of our own. */
function environmentPlan(
  project: Project,
  all: readonly PythonInstall[],
  system: readonly PythonInstall[],
): Pick<Plan, 'before' | 'changes' | 'environment'> {
  const changes = new Map<Step, readonly WordChange[]>();
  const first = system[0]!.step;
  for (const { step, bootstraps, place } of all) {
    if (place.kind !== 'system') continue;
    // What only brings pip itself to date goes where pip is.
    if (bootstraps) continue;
    const own = changesOf(step);
    if (own.length > 0) changes.set(step, own);
  }
  for (const step of project.steps) {
    // What looks at packages, or takes some away, has to look where they are.
    const words = pipWords(step);
    if (!words || changes.has(step) || all.some((one) => one.step === step) || step.name === 'uv') continue;
    if (step.run! >= first.run! && step.run! <= system.at(-1)!.step.run!) {
      const own = changesOf(step);
      if (own.length > 0) changes.set(step, own);
    }
  }
  const others = system.some(({ by }) => by !== 'pip' && by !== 'setup.py');
  const path = `PATH=${ENVIRONMENT}/bin:$PATH`;
  const uv = first.variable('UV_SYSTEM_PYTHON') === undefined ? '' : ' UV_SYSTEM_PYTHON=0';
  return {
    before: new Map([
      [
        first,
        [
          `RUN python -m venv --system-site-packages --without-pip ${ENVIRONMENT}`,
          `ENV ${others ? `VIRTUAL_ENV=${ENVIRONMENT} ` : ''}${path}${uv}`,
        ],
      ],
    ]),
    changes,
    environment: { PATH: `${ENVIRONMENT}/bin:$PATH` },
  };
}

function changesOf({ name, command = name, arguments: given }: Step): WordChange[] {
  if (name === 'uv')
    return given.flatMap((word, argument) => (word === '--system' ? [{ argument, text: undefined }] : []));
  if (/^pip[\d.]*$/.test(name)) return [{ argument: -1, text: 'python -m pip' }];
  return command.includes('/') && isPython(name) ? [{ argument: -1, text: 'python' }] : [];
}

/** Commands that the container and its RUNs call and that no full image brings: they come with the packages. */
function ownCommands({ start, checks, steps, image }: Project, need: ImageNeed): string[] {
  const called = [...start.programs, ...checks].map(({ name }) => nameOf(name));
  const run = steps
    .filter(({ name }) => PROGRAMS.has(name) || name.endsWith('.py') || isPython(name))
    .map(({ name }) => name);
  return [...new Set([...called, ...run])].filter((name) => need.image === image || !FULL_COMMANDS.has(name));
}
