import type { PackageManager } from '../../knowledge/package-manager';
import type { BuildContext } from '../context';
import type { InstallFlag } from './install';

/**
 * Whether the manifests themselves say that an installation takes more of the project than them: scripts that it runs, packages
 * that lie beside. False when the context does not have them.
 * @param directory of the manifests in the context, `.` for its root
 * @param files that the call names, relative to the context
 */
export function needsMoreThanManifests(
  context: BuildContext,
  manager: PackageManager,
  directory: string,
  files: readonly string[],
  flags: readonly InstallFlag[],
): boolean {
  const at = (name: string) => (directory === '.' ? name : `${directory}/${name}`);
  const read = (name: string) => context.read(at(name)) ?? '';
  switch (manager.id) {
    case 'npm':
    case 'yarn':
    case 'yarn-berry':
    case 'pnpm':
    case 'bun': {
      // With a binding.gyp npm compiles the project itself; Yarn 1 can be told to run one that lies in the project.
      if (['lerna.json', 'pnpm-workspace.yaml', 'binding.gyp'].some((name) => context.has(at(name)))) return true;
      if (manager.id === 'yarn' && /^\s*"?yarn-path\b/m.test(read('.yarnrc'))) return true;
      return packageNeeds(
        read('package.json'),
        flags.some(({ name }) => name === '--ignore-scripts'),
      );
    }
    case 'pip':
    case 'uv':
      if (/\[tool\.uv\.workspace\]|\bpath\s*=\s*"/.test(manager.id === 'uv' ? read('pyproject.toml') : '')) return true;
      return files.some((file) => requirementsNeed(context, file, new Set()));
    case 'poetry':
    case 'pdm':
    case 'pipenv':
      return /\bpath\s*=\s*["']|file:\/\//.test(read('pyproject.toml') + read('Pipfile'));
    case 'bundler':
      return /^\s*gemspec\b|\bpath:|:path\s*=>|\b(?:eval_gemfile|instance_eval|require_relative)\b|\bDir\b|\bFile\.(?!read\(["']\.ruby-version)/m.test(
        read('Gemfile'),
      );
    case 'composer':
      return /"type"\s*:\s*"(?:path|artifact)"|"patches(?:-file)?"\s*:/.test(read('composer.json'));
    case 'go':
      return context.has(at('go.work')) || /=>\s*\.{1,2}\//.test(read('go.mod'));
    case 'dotnet':
      return files.some((file) => /<ProjectReference\b|<Import\s/.test(context.read(file) ?? ''));
    case 'mix':
      return /\bpath:/.test(read('mix.exs'));
    default:
      return false;
  }
}

const LIFECYCLE = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare', 'prepublish'];

function packageNeeds(text: string, withoutScripts: boolean): boolean {
  const data = parseObject(text);
  if (!data) return false;
  if ('workspaces' in data) return true;
  const scripts = toObject(data.scripts);
  if (!withoutScripts && scripts && LIFECYCLE.some((name) => name in scripts)) return true;
  return ['dependencies', 'devDependencies', 'optionalDependencies']
    .flatMap((name) => Object.values(toObject(data[name]) ?? {}))
    .some(
      (version) => typeof version === 'string' && /^(?:file|link|portal|workspace|patch):|^\.{0,2}\//.test(version),
    );
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    return toObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function toObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

/** `-e .`, `./package`, `file:…`, in a requirements file or one that it includes. */
function requirementsNeed(context: BuildContext, file: string, seen: Set<string>): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  for (const line of (context.read(file) ?? '').split(/\r?\n/)) {
    const text = line.trim();
    if (/^(?:-e|--editable)[\s=]+(?!\w+\+)|^\.{1,2}(?:$|\/|\[)|^file:|@\s*file:/.test(text)) return true;
    const included = includedFile(file, text);
    if (included && requirementsNeed(context, included, seen)) return true;
  }
  return false;
}

/** The requirements and constraints files that a file includes, over any number of steps. */
export function includedRequirements(context: BuildContext, file: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const own = (context.read(file) ?? '').split(/\r?\n/).flatMap((line) => includedFile(file, line.trim()) ?? []);
  return own.flatMap((included) => [included, ...includedRequirements(context, included, seen)]);
}

function includedFile(file: string, line: string): string | undefined {
  const name = /^(?:-r|-c|--requirement|--constraint)[\s=]*([^\s#]+)/.exec(line)?.[1];
  if (!name || name.includes('://')) return undefined;
  const parts = file.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
