import type { PlanRefusal, Project, Step } from '../../ecosystem';
import { below, nameOf, parentOf, toPath } from '../../images/image-paths';
import { FRONT_END_TOOLS } from '../node/tools';
import { environmentWords, homeOf, isPython, pipWords, readModule } from './installs';

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

/** Whether a command is a compiler. */
export function isCompiler(name: string): boolean {
  return COMPILERS.has(name);
}

/** Commands that set up the system for a running program too, and can do so in either stage. */
export const SYSTEM_TOOLS = new Set([
  'locale-gen',
  'update-locale',
  'localedef',
  'dpkg-reconfigure',
  'ldconfig',
  'fc-cache',
]);

const TESTS = /^(?:pytest|py\.test|unittest|nosetests|nose2|flake8|black|isort|mypy|pylint|ruff|bandit|coverage|tox)$/;

/** Whether a command checks the project and leaves nothing behind that a running program looks at. */
export function isTest({ name, arguments: given }: Step): boolean {
  return (
    TESTS.test(readModule(name, given)?.name ?? name) ||
    (given.includes('test') && given.some((word) => /(?:^|\/)manage\.py$/.test(word)))
  );
}

/** Programs of packages that people call while an image is built. */
export const PROGRAMS = new Set(
  `aerich alembic autopep8 bandit black celery coverage django-admin flake8 flask gunicorn isort mypy nltk pip-compile playwright pybabel
  pylint pytest py.test ruff spacy sphinx-build mkdocs tox uvicorn streamlit huggingface-cli invoke nose2 nosetests`.split(
    /\s+/,
  ),
);

/** Whether a command makes files beside the sources. */
export function isCompiled(step: Step): boolean {
  return (
    COMPILERS.has(step.name) ||
    FRONT_END_TOOLS.has(step.name) ||
    (isPython(step.name) && step.arguments.some((word) => /(?:^|\/)setup\.py$/.test(word)))
  );
}

/** Programs of the project that run while packages are still installed, and where else they write. */
export function refusePrograms(project: Project, last: Step): { readonly paths: readonly string[] } | PlanRefusal {
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
function readWritten(step: Step, project: Project): string[] | undefined {
  const { name, arguments: given, directory } = step;
  const { files } = project;
  const home = homeOf(step, project);
  const module = readModule(name, given);
  if (TESTS.test(module?.name ?? name)) return [];
  if (module) {
    if (/^(?:compileall|pip|site|sysconfig|platform)$/.test(module.name)) return [];
    if (module.name === 'nltk.downloader') return nltkPlace(module.arguments, home);
    return module.name === 'spacy' && module.arguments[0] === 'download' ? [] : undefined;
  }
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
    !given.some((word) => /^(?:collectstatic|compilemessages|check|test)$/.test(word))
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

/** What a command of a RUN is for. */
export function roleOf(step: Step, project: Project): 'build' | 'setup' | 'program' | 'runtime' | undefined {
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
  if (SYSTEM_TOOLS.has(name)) return 'runtime';
  if (COMPILERS.has(name) || FRONT_END_TOOLS.has(name)) return 'build';
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
