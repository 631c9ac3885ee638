import type { Project, Step, StepRole } from '../../ecosystem';
import { toPath } from '../../images/image-paths';
import { MANAGERS } from './calls';
import { isGlobal, startCalls } from './project';
import { isBuildTool, packageOfBin } from './tools';

/** What a command of Node's tools is for; undefined: it is none of them. */
export function roleOfStep(step: Step, project: Project): StepRole | undefined {
  const { name, arguments: given, directory } = step;
  const asks = given.length === 1 && /^--?v(?:ersion)?$/.test(given[0]!);
  if (asks && (MANAGERS.has(name) || name === 'node' || name === 'nodejs')) return 'program';
  if (MANAGERS.has(name) || name === 'corepack') return roleOfManager(step, project);
  if (/^(?:npx|pnpx|bunx|node-gyp|turbo|lerna|nx|patch-package|node-prune)$/.test(name) || isBuildTool(name))
    return 'build';
  if (name === 'node' || name === 'nodejs') return 'build';
  if (/^(?:locale-gen|localedef|update-locale|dpkg-reconfigure)$/.test(name) || addsNodesource(step, project))
    return 'runtime';
  // A program of the project's own packages.
  if (directory !== undefined && name !== '' && isProjectProgram(step, project)) return 'build';
  return undefined;
}

/** `curl -fsSL https://deb.nodesource.com/setup_20.x | bash -`: where a distribution gets Node.js from. */
export function addsNodesource({ name, arguments: given, run }: Step, { steps }: Project): boolean {
  return (
    (name === 'bash' || name === 'sh') &&
    given.every((word) => word.startsWith('-')) &&
    steps.some((step) => step.run === run && step.arguments.some((word) => /\bdeb\.nodesource\.com\/setup_/.test(word)))
  );
}

/** Whether a script of the project installs or builds with Node's tools, and touches nothing of the system. */
function isProjectProgram(step: Step, { files }: Project): boolean {
  if (/(?:^|\/)node_modules\/\.bin\//.test(step.command ?? '')) return true;
  if (step.name !== 'sh' && step.name !== 'bash' && !step.name.endsWith('.sh')) return false;
  const script = step.name.endsWith('.sh')
    ? (step.command ?? step.name)
    : step.arguments.find((word) => !word.startsWith('-'));
  const path = step.program ?? (script === undefined ? undefined : toPath(script, step.directory));
  const text = path === undefined ? undefined : files?.read(path);
  return (
    text !== undefined &&
    /\b(?:npm|npx|yarn|pnpm|tsc|node)\b/.test(text) &&
    !/\b(?:apt|apt-get|apk|yum|useradd|adduser|curl|wget)\b|\/(?:etc|usr|var|opt)\/|\s-g\b|--global\b/.test(text)
  );
}

/** A global installation is the runtime's when the start calls what it brings; so are settings that it may read. */
function roleOfManager({ name, arguments: given }: Step, project: Project): StepRole {
  if (name !== 'corepack' && !isGlobal(given)) {
    if (given[0] !== 'config' && given[0] !== 'set') return 'build';
    const installs = project.steps.some(
      (step) => MANAGERS.has(step.name) && isGlobal(step.arguments) && roleOfManager(step, project) === 'runtime',
    );
    return installs ? 'runtime' : 'setup';
  }
  const called = startCalls(project).map((call) => call.name);
  if (name === 'corepack') return called.includes('pnpm') || called.includes('yarn') ? 'runtime' : 'setup';
  const packages = packageNames(given);
  return called.some((bin) => bin !== 'npm' && bin !== 'node' && packages.includes(packageOfBin(bin)))
    ? 'runtime'
    : 'setup';
}

function packageNames(given: readonly string[]): string[] {
  return given.filter((word) => !word.startsWith('-')).map((word) => word.replace(/(?<=.)@[^/]*$/, ''));
}

/** Whether a step of the runtime brings a command. */
export function providesCommand({ name, arguments: given }: Step, command: string): boolean {
  if (given[0] === 'config') return command === name;
  return (
    (name === 'corepack' && (command === 'pnpm' || command === 'yarn')) ||
    given.includes(command) ||
    packageNames(given).includes(packageOfBin(command))
  );
}
