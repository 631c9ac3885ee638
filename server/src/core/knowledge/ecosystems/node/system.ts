import type { Project } from '../../ecosystem';
import { isCompiler, packageRole } from '../../system-packages/package-roles';
import type { PlacedCall } from './calls';
import { addsNodesource } from './roles';
import type { CalledPrograms } from './sources';
import { SYSTEM_PACKAGES } from './tools';

/** What a system package that the author installs is for, where more is known than its name tells. */
export function packageUse(
  name: string,
  project: Project,
  started: readonly PlacedCall[],
  packages: readonly string[],
  called: CalledPrograms,
): 'build' | 'runtime' | undefined {
  const role = project.base.family === 'node' ? undefined : roleOnDistribution(name, project, started);
  return role ?? (isNeeded(name, packages, called) ? 'runtime' : undefined);
}

/** Whether a system package that the author installs is one that the program, or a package of it, calls. */
function isNeeded(name: string, packages: readonly string[], called: CalledPrograms): boolean {
  const unknown = called.unknown !== undefined;
  // git calls ssh in its turn.
  if (/^(?:git|openssh)/.test(name)) return unknown || packages.includes('simple-git') || called.names.includes('git');
  if (packages.some((one) => SYSTEM_PACKAGES[one]?.includes(name))) return true;
  if (/^python3?$/.test(name)) return packages.some((one) => CALLS_PYTHON.has(one)) || unknown;
  return unknown && packageRole(name) !== 'headers' && !isCompiler(name);
}

/** What a package is for that brings Node.js to a distribution: npm's own is large, and few containers run it. */
function roleOnDistribution(
  name: string,
  project: Project,
  started: readonly PlacedCall[],
): 'build' | 'runtime' | undefined {
  if (/^(?:npm|yarnpkg|yarn)$/.test(name))
    return started.some((call) => call.name === name || call.name === 'npx') ? 'runtime' : 'build';
  const fetches = project.steps.some((step) => addsNodesource(step, project));
  return fetches && /^(?:curl|wget|ca-certificates|gnupg2?|apt-transport-https)$/.test(name) ? 'runtime' : undefined;
}

const CALLS_PYTHON = new Set(['python-shell', 'pythonia', 'node-calls-python', 'python-bridge', 'jspybridge']);

/** Whether settings send Node.js to the certificates of the system. */
export function usesSystemCertificates({ settings }: Project): boolean {
  return settings.some((value) => /--use-(?:openssl|system)-ca|^\/etc\/ssl\//.test(value));
}
