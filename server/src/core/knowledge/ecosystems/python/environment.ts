import type { Plan, PlanRefusal, Project, Step, WordChange } from '../../ecosystem';
import { nameOf, toPath } from '../../images/image-paths';
import { packageName } from '../../system-packages/package-roles';
import { pythonVersion } from './images';
import { environmentWords, isPython, type PythonInstall, pipWords } from './installs';
import { isManifest } from './requirements';
import { programSources, programTexts } from './sources';
import { SHELLS } from './start';

/** Where packages go that the author puts among the interpreter's own. */
export const ENVIRONMENT = '/opt/venv';

/** Where packages go when something starts the interpreter by its path. */
export const USER_BASE = '/opt/python';

/** What names the interpreter's own directories. */
export interface OtherPaths {
  /** Programs of packages that are started as `/usr/local/bin/NAME`. */
  readonly programs: readonly string[];
  /** Why the interpreter of a virtual environment would be passed by. */
  readonly interpreted?: string;
}

/** Whether packages can lie in the base directory of a user, where every way to start the interpreter looks. */
export function canUseBase({ start, steps, base, variable }: Project, system: readonly PythonInstall[]): boolean {
  const isolated = [...start.programs, ...steps].some(
    ({ name, arguments: given }) => isPython(name) && given.some((word) => /^-[a-zA-Z]*[IsE][a-zA-Z]*$/.test(word)),
  );
  return (
    !isolated &&
    variable('PYTHONNOUSERSITE') === undefined &&
    (pythonVersion(base)?.minor ?? 7) >= 7 &&
    system.every(({ by }) => by === 'pip') &&
    !steps.some((step) => environmentWords(step))
  );
}

/** The steps that put packages into the base directory of a user. */
export function basePlan(system: readonly PythonInstall[]): Pick<Plan, 'before' | 'environment'> {
  return {
    before: new Map([[system[0]!.step, [`ENV PIP_USER=1 PYTHONUSERBASE=${USER_BASE} PATH=${USER_BASE}/bin:$PATH`]]]),
    environment: { PYTHONUSERBASE: USER_BASE, PATH: `${USER_BASE}/bin:$PATH` },
  };
}

/** What has the interpreter's own directories written into it; a script at /usr/local/bin is copied there. */
export function readOtherPaths(project: Project): OtherPaths | PlanRefusal {
  let interpreted: string | undefined;
  const { start, checks, scripts, files, steps } = project;
  const programs = [...start.programs, ...checks];
  if (start.login || steps.some((step) => step.login && pipWords(step)))
    return { because: 'A login shell sets PATH anew, so that it would not find the virtual environment.' };
  if (project.variable('PATH') !== undefined)
    return { because: 'ENV sets PATH as a whole, so that the virtual environment would not be in it.' };
  const found = new Set<string>();
  for (const { name, arguments: given } of programs) {
    for (const word of [name, ...given]) {
      const script = /^\/usr\/local\/bin\/([\w.-]+)$/.exec(word)?.[1];
      if (/^\/usr\/(?:local\/)?bin\/(?:python|pip)[\d.]*$/.test(word)) {
        interpreted ??= `The container starts ${word}, which does not look into a virtual environment; "${nameOf(word)}" alone would.`;
      }
      if (
        script !== undefined &&
        !/^(?:python|pip)[\d.]*$/.test(script) &&
        !files?.has(word) &&
        !scripts.has(word) &&
        !project.copies.some((copy) => copy.path === word) &&
        !steps.some(({ arguments: words }) => words.includes(word))
      ) {
        if (!isInstalled(script, project))
          return {
            because: `Whether ${word}, which the container starts, is one of the packages' programs is not known.`,
          };
        found.add(script);
      }
    }
    const path = [name, ...(SHELLS.has(nameOf(name)) ? given : [])]
      .map((word) => (word.includes('/') ? toPath(word, project.workdir) : undefined))
      .find((one) => one !== undefined && files?.has(one));
    const interpreter =
      path === undefined ? undefined : /^#!\s*(\S*\/(?:python|pypy)[\d.]*)/.exec(files!.read(path) ?? '')?.[1];
    if (interpreter !== undefined)
      interpreted ??= `${nameOf(path!)} names its interpreter ${interpreter}, which does not look into a virtual environment; "#!/usr/bin/env python3" would.`;
  }
  for (const { name, command = '', directory, line } of steps) {
    const path = name.endsWith('.py') && command.includes('/') ? toPath(command, directory) : undefined;
    const interpreter =
      path === undefined ? undefined : /^#!\s*(\S*\/(?:python|pypy)[\d.]*)/.exec(files?.read(path) ?? '')?.[1];
    if (interpreter !== undefined)
      interpreted ??= `${name} on line ${line} names its interpreter ${interpreter}, which does not look into a virtual environment.`;
  }
  for (const [path, text] of [
    ...scripts,
    ...[...programTexts(project), ...(programSources(project) ?? [])].map((path): [string, string | undefined] => [
      path,
      files?.read(path),
    ]),
  ]) {
    const fixed = /\/usr\/(?:local\/)?lib\/python[\d.]*/.exec(text ?? '')?.[0];
    if (fixed !== undefined)
      return { because: `${nameOf(path)} names ${fixed}, where packages would not be any more.` };
    const interpreter = /\/usr\/(?:local\/)?bin\/(?:python|pip)[\d.]*/.exec((text ?? '').replace(/^#!.*/, ''))?.[0];
    if (interpreter !== undefined)
      interpreted ??= `${nameOf(path)} names ${interpreter}, which does not look into a virtual environment.`;
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
  return { programs: [...found], ...(interpreted === undefined ? {} : { interpreted }) };
}

/** The steps that make and use an environment of our own. */
export function environmentPlan(
  project: Project,
  all: readonly PythonInstall[],
  system: readonly PythonInstall[],
): Pick<Plan, 'before' | 'changes' | 'environment'> {
  // Other managers look for a pip of the environment's own, and find it by this variable.
  const others = system.some(({ by }) => by !== 'pip' && by !== 'setup.py');
  const ownPip = system.some(({ by }) => by === 'poetry' || by === 'pipenv' || by === 'pdm');
  const changesOf = (step: Step) =>
    changedWords(step).filter(() => !ownPip || step.name === 'uv' || step.command?.includes('/'));
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
  const path = `PATH=${ENVIRONMENT}/bin:$PATH`;
  const uv = first.variable('UV_SYSTEM_PYTHON') === undefined ? '' : ' UV_SYSTEM_PYTHON=0';
  return {
    before: new Map([
      [
        first,
        [
          `RUN python -m venv --system-site-packages ${ownPip ? '' : '--without-pip '}${ENVIRONMENT}`,
          `ENV ${others ? `VIRTUAL_ENV=${ENVIRONMENT} ` : ''}${path}${uv}`,
        ],
      ],
    ]),
    changes,
    environment: { PATH: `${ENVIRONMENT}/bin:$PATH` },
  };
}

function changedWords({ name, command = name, arguments: given }: Step): WordChange[] {
  if (name === 'uv')
    return given.flatMap((word, argument) => (word === '--system' ? [{ argument, text: undefined }] : []));
  if (/^pip[\d.]*$/.test(name)) return [{ argument: -1, text: 'python -m pip' }];
  return command.includes('/') && isPython(name) ? [{ argument: -1, text: 'python' }] : [];
}

/** Whether packages that are installed bring a program, as far as what they are called tells. */
function isInstalled(script: string, { steps, files }: Project): boolean {
  return (
    steps.some((step) => pipWords(step)?.some((word) => word.includes(script))) ||
    files?.below('/')?.some((path) => isManifest(path) && files.read(path)?.includes(script)) === true
  );
}
