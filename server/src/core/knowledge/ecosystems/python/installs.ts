import type { Project, Step } from '../../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../../images/image-paths';
import { pip } from '../../package-managers/pip';

/** Where packages go. */
export type PackagePlace =
  /** The interpreter's own directories. */
  | { readonly kind: 'system' }
  /** A virtual environment of the author's, a directory given by a flag, or `.local` of a home. */
  | { readonly kind: 'environment' | 'directory' | 'home'; readonly path: string | undefined };

/** A command that installs packages. */
export interface PythonInstall {
  readonly step: Step;
  readonly by: 'pip' | 'uv' | 'poetry' | 'pipenv' | 'pdm' | 'setup.py' | 'conda' | 'other';
  readonly place: PackagePlace;
  /** Requirement files, absolute; undefined in it for what can't be told. */
  readonly requirements: readonly (string | undefined)[];
  /** As written: `flask==3.0`, `git+https://…`, `wheels/a.whl`. */
  readonly packages: readonly string[];
  /** Directories of sources that are installed or, if editable, stay in use; absolute. */
  readonly sources: readonly (string | undefined)[];
  readonly editable: boolean;
  /** Brings pip itself or a tool without packages of its own to date: of use to the build alone. */
  readonly bootstraps: boolean;
}

const PYTHON = /^(?:python|pypy)[\d.]*$/;

/** Whether a command is the interpreter. */
export function isPython(name: string): boolean {
  return PYTHON.test(nameOf(name));
}

/** The module that `python -m` runs, and what it is given. */
export function readModule(
  name: string,
  given: readonly string[],
): { name: string; arguments: readonly string[] } | undefined {
  if (!isPython(name)) return undefined;
  for (let at = 0; at < given.length; at++) {
    const word = given[at]!;
    if (word === '-m')
      return given[at + 1] === undefined ? undefined : { name: given[at + 1]!, arguments: given.slice(at + 2) };
    if (word.startsWith('-m') && word.length > 2) return { name: word.slice(2), arguments: given.slice(at + 1) };
    if (word === '-W' || word === '-X') at++;
    else if (!/^-[bBdEhiIOPqRsSuvVx?]+$/.test(word)) return undefined;
  }
  return undefined;
}

/** What pip is given, however it is called; undefined for other commands. */
export function pipWords({ name, arguments: given }: Step): readonly string[] | undefined {
  if (/^pip[\d.]*$/.test(name)) return given;
  const module = readModule(name, given);
  if (module?.name === 'pip') return module.arguments;
  return name === 'uv' && given[0] === 'pip' ? given.slice(1) : undefined;
}

const VALUE_FLAGS = new Set(pip.valueFlags);

interface PipCall {
  readonly verb: string;
  readonly operands: readonly string[];
  readonly flags: ReadonlyMap<string, readonly string[]>;
}

/** Takes the words of pip apart; short flags may have their value glued on. */
function readPip(words: readonly string[]): PipCall {
  let verb = '';
  const operands: string[] = [];
  const flags = new Map<string, string[]>();
  const add = (name: string, value: string) => flags.set(name, [...(flags.get(name) ?? []), value]);
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const [, long, glued] = /^(--[\w-]+)=([\s\S]*)$/.exec(word) ?? [];
    if (long !== undefined) add(long, glued!);
    else if (/^-[rectdwif]./.test(word) && !word.startsWith('--')) add(word.slice(0, 2), word.slice(2));
    else if (word.startsWith('-')) add(word, VALUE_FLAGS.has(word) ? (words[++at] ?? '') : '');
    else if (verb === '') verb = word;
    else operands.push(word);
  }
  return { verb, operands, flags };
}

/** Directories of virtual environments that the file makes, with what they see of the system. */
export function readEnvironments({ steps }: Project): ReadonlyMap<string, { readonly seesSystem: boolean }> {
  const found = new Map<string, { seesSystem: boolean }>();
  for (const step of steps) {
    const words = environmentWords(step);
    if (!words) continue;
    const seesSystem = words.includes('--system-site-packages');
    const operand = words.find(
      (word, at) => !word.startsWith('-') && !/^(?:-p|--python|--prompt)$/.test(words[at - 1] ?? ''),
    );
    const path = toPath(operand ?? (step.name === 'uv' ? '.venv' : '.'), step.directory);
    if (path !== undefined) found.set(path, { seesSystem });
  }
  return found;
}

/** What a command is given that makes a virtual environment; undefined for other commands. */
export function environmentWords({ name, arguments: given }: Step): readonly string[] | undefined {
  const module = readModule(name, given);
  if (module && (module.name === 'venv' || module.name === 'virtualenv')) return module.arguments;
  if (/^virtualenv[\d.-]*$|^pyvenv[\d.-]*$/.test(name)) return given;
  return name === 'uv' && given[0] === 'venv' ? given.slice(1) : undefined;
}

/** Packages that bring nothing but themselves, and that a running program has no use for. */
const BOOTSTRAP = /^(?:pip|wheel)(?:\[[^\]]*\])?(?:[=<>~!@ ].*)?$/i;

/** Every installation of packages, in order. */
export function readInstalls(project: Project): PythonInstall[] {
  const environments = readEnvironments(project);
  return project.steps.flatMap((step) => readInstall(step, project, environments) ?? []);
}

function readInstall(
  step: Step,
  project: Project,
  environments: ReturnType<typeof readEnvironments>,
): PythonInstall | undefined {
  const { name, arguments: given, directory } = step;
  const words = pipWords(step);
  const none = { requirements: [], packages: [], sources: [], editable: false, bootstraps: false };
  if (words) {
    const { verb, operands, flags } = readPip(words);
    const valuesOf = (...names: readonly string[]) => names.flatMap((flag) => flags.get(flag) ?? []);
    if (verb !== 'install' && !(name === 'uv' && verb === 'sync')) return undefined;
    if (['--version', '--help', '-h', '--dry-run', '--download'].some((flag) => flags.has(flag))) return undefined;
    const editables = valuesOf('-e', '--editable');
    const files = [...valuesOf('-r', '--requirement'), ...(verb === 'sync' ? operands : [])];
    const packages = verb === 'sync' ? [] : operands;
    const paths = [...packages, ...editables].map((word) => word.replace(/\[[^\]]*\]$/, '')).filter(isPath);
    return {
      step,
      by: name === 'uv' ? 'uv' : 'pip',
      place: placeOf(step, project, environments, flags),
      requirements: files.map((file) => (/:\/\//.test(file) ? undefined : toPath(file, directory))),
      packages,
      sources: paths.filter((path) => !/\.(?:whl|zip|tar\.\w+|tgz)$/.test(path)).map((path) => toPath(path, directory)),
      editable: editables.length > 0,
      bootstraps:
        files.length === 0 &&
        editables.length === 0 &&
        packages.length > 0 &&
        packages.every((one) => BOOTSTRAP.test(one)),
    };
  }
  if (isPython(name) && given.some((word) => /(?:^|\/)setup\.py$/.test(word))) {
    const at = given.findIndex((word) => /(?:^|\/)setup\.py$/.test(word));
    if (!given.some((word) => word === 'install' || word === 'develop')) return undefined;
    const place = placeOf(
      step,
      project,
      environments,
      new Map(
        given.flatMap((word) =>
          /^--(?:user|prefix|root)/.test(word) ? [[word.split('=', 1)[0]!, [word.split('=')[1] ?? '']]] : [],
        ),
      ),
    );
    return {
      ...none,
      step,
      by: 'setup.py',
      place,
      sources: [toPath(parentOf(`./${given[at]!}`), directory)],
      editable: given.includes('develop'),
    };
  }
  const verb = given.find((word) => !word.startsWith('-'));
  if (name === 'poetry' && (verb === 'install' || verb === 'sync' || verb === 'add')) {
    return {
      ...none,
      step,
      by: 'poetry',
      place: poetryPlace(step, project, environments),
      sources: given.includes('--no-root') ? [] : [directory],
      editable: !given.includes('--no-root'),
    };
  }
  if (name === 'pipenv' && (verb === 'install' || verb === 'sync')) {
    const inProject = ['1', 'true', 'True', 'yes'].includes(step.variable('PIPENV_VENV_IN_PROJECT') ?? '');
    const system = given.includes('--system') || step.variable('PIPENV_SYSTEM') === '1';
    const place: PackagePlace = system
      ? placeOf(step, project, environments, new Map())
      : { kind: 'environment', path: inProject ? toPath('.venv', directory) : undefined };
    return { ...none, step, by: 'pipenv', place };
  }
  if (name === 'uv' && verb === 'sync') {
    const path = toPath(step.variable('UV_PROJECT_ENVIRONMENT') || '.venv', directory);
    return {
      ...none,
      step,
      by: 'uv',
      place: { kind: 'environment', path },
      sources: [directory],
      editable: !given.includes('--no-editable') && !given.includes('--no-install-project'),
    };
  }
  if (name === 'pdm' && (verb === 'install' || verb === 'sync')) {
    return {
      ...none,
      step,
      by: 'pdm',
      place: { kind: 'environment', path: toPath('.venv', directory) },
      sources: [directory],
      editable: !given.includes('--no-editable') && !given.includes('--no-self'),
    };
  }
  if (/^(?:conda|mamba|micromamba)$/.test(name)) return { ...none, step, by: 'conda', place: { kind: 'system' } };
  if (/^(?:easy_install|pipx)/.test(name)) return { ...none, step, by: 'other', place: { kind: 'system' } };
  return undefined;
}

function isPath(word: string): boolean {
  return /^\.{0,2}\/|^\.{1,2}$/.test(word) && !/^\/\//.test(word);
}

/** Where pip puts packages when it is called so. */
function placeOf(
  step: Step,
  project: Project,
  environments: ReturnType<typeof readEnvironments>,
  flags: ReadonlyMap<string, readonly string[]>,
): PackagePlace {
  const target = ['-t', '--target', '--prefix', '--root']
    .map((flag) => flags.get(flag)?.[0])
    .find((value) => value !== undefined);
  const set = target ?? step.variable('PIP_TARGET') ?? step.variable('PIP_PREFIX');
  if (set !== undefined) return { kind: 'directory', path: toPath(set, step.directory) };
  const environment = environmentOf(step, project, environments);
  if (environment !== undefined) return { kind: 'environment', path: environment };
  const userFlag = flags.has('--user') || /^(?:1|true|yes|on)$/i.test(step.variable('PIP_USER') ?? '');
  const root = step.user === undefined || step.user === 'root' || step.user === '0';
  if (!userFlag && root) return { kind: 'system' };
  const base = step.variable('PYTHONUSERBASE');
  if (base !== undefined) return { kind: 'home', path: toPath(base, step.directory) };
  const home = homeOf(step, project);
  return { kind: 'home', path: home === undefined ? undefined : below(home, '.local') };
}

/** The author's environment in which a command runs: called by its path, activated in the RUN, or first in PATH. */
function environmentOf(
  { name, command = name, directory, run, path = '' }: Step,
  { steps }: Project,
  environments: ReturnType<typeof readEnvironments>,
): string | undefined {
  const places = [...environments.keys()];
  const owner = (path: string | undefined) =>
    places.find((place) => path !== undefined && isWithin(path, below(place, 'bin')));
  if (command.includes('/')) return owner(toPath(command, directory));
  const active = steps.findLast(
    (step) =>
      step.run === run &&
      (step.name === '.' || step.name === 'source') &&
      /\/bin\/activate$/.test(step.arguments[0] ?? ''),
  );
  if (active)
    return (
      owner(toPath(active.arguments[0]!, active.directory)) ??
      parentOf(parentOf(toPath(active.arguments[0]!, active.directory) ?? ''))
    );
  const first = path.split(':')[0] ?? '';
  return owner(first === '' ? undefined : toPath(first, '/'));
}

function poetryPlace(step: Step, project: Project, environments: ReturnType<typeof readEnvironments>): PackagePlace {
  const configured = (name: string) =>
    project.steps
      .findLast((one) => one.name === 'poetry' && one.arguments[0] === 'config' && one.arguments.includes(name))
      ?.arguments.at(-1) ?? step.variable(`POETRY_${name.replace(/[.-]/g, '_').toUpperCase()}`);
  const isOn = (value: string | undefined) => value !== undefined && /^(?:1|true)$/i.test(value);
  const create = configured('virtualenvs.create');
  const own = environmentOf(step, project, environments);
  if (own !== undefined) return { kind: 'environment', path: own };
  if (create !== undefined && !isOn(create)) return placeOf(step, project, environments, new Map());
  if (isOn(configured('virtualenvs.in-project'))) return { kind: 'environment', path: toPath('.venv', step.directory) };
  return { kind: 'environment', path: undefined };
}

/** The home directory of who runs a command, as the file makes the user; undefined where it can't be told. */
export function homeOf({ user, home, variable }: Step, { steps }: Project): string | undefined {
  const set = variable('HOME');
  if (set !== undefined || user === undefined || user === 'root' || user === '0') return set ?? home;
  const made = steps.findLast(
    ({ name, arguments: given }) => /^(?:useradd|adduser)$/.test(name) && given.includes(user),
  );
  if (!made) return home;
  const words = made.arguments;
  const at = words.findIndex((word) => /^(?:-d|-h|--home|--home-dir)$/.test(word));
  const written =
    at === -1 ? words.find((word) => /^--home(?:-dir)?=/.test(word))?.replace(/^[^=]*=/, '') : words[at + 1];
  if (written !== undefined) return written.startsWith('/') && !written.includes('$') ? written : undefined;
  // Debian gives users of the system no home of their own.
  return made.name === 'adduser' && words.includes('--system') ? undefined : home;
}
