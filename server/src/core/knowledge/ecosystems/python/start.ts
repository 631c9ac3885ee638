import { table } from '../../../text/table';
import type { FirstLook, Project } from '../../ecosystem';
import { nameOf } from '../../images/image-paths';
import { packageName } from '../../system-packages/package-roles';
import { pythonVariant, pythonVersion } from './images';
import { isPython, readModule } from './installs';

/** Whether the base image, as far as a first look tells, is one that `refuseBase` refuses. */
export function isRefusedBase({ base }: FirstLook): boolean {
  return base.family !== 'python' || pythonVariant(base) === undefined || pythonVersion(base)?.major === 2;
}

export function refuseBase({ base, image, steps, packages }: Project): string | undefined {
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

const RUNNERS: Readonly<Record<string, string>> = table({
  poetry: 'Poetry',
  pipenv: 'Pipenv',
  pdm: 'PDM',
  uv: 'uv',
  hatch: 'Hatch',
  conda: 'Conda',
  tox: 'tox',
  nox: 'nox',
  rye: 'Rye',
});

export const SHELLS = new Set(['sh', 'bash', 'ash', 'dash', 'zsh']);

export function refuseStart({ start, scripts }: Project): string | undefined {
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
