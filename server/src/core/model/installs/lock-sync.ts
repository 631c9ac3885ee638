import { parseObject, toObject } from '../../knowledge/ecosystems/node/package-json';
import type { BuildContext } from '../context';

/** The lists of a package.json that its lock file repeats. */
const LISTS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

/** A range of versions from the registry: no directory, archive, repository, other package or tag of it. */
const RANGE = /^(?:[\^~<>=]*\s*v?\d[\w.+-]*|\*|[<>=|\s\d.x*^~-]+)$/i;

/**
 * Whether a lock file says all that an installation needs, so that the installation has no reason to change it: it repeats what
 * package.json asks for word by word, and every package that it names is there. False where that can't be told.
 * @param folder of both files in the context, `''` for its root
 */
export function agreesWithManifest(context: BuildContext, folder: string, lock: string): boolean {
  const at = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  const manifest = parseObject(context.read(at('package.json')));
  const text = context.read(at(lock));
  if (!manifest || text === undefined) return false;
  // Overrides and workspaces are not repeated, or in other places.
  if (
    ['workspaces', 'overrides', 'resolutions', 'packageManager', 'bundledDependencies', 'bundleDependencies'].some(
      (key) => key in manifest,
    )
  )
    return false;
  const ranges = LISTS.flatMap((list) => Object.values(toObject(manifest[list])));
  if (!ranges.every((range) => typeof range === 'string' && RANGE.test(range))) return false;
  if (['pnpm-workspace.yaml', 'lerna.json', '.yarnrc', '.yarnrc.yml', '.pnp.cjs'].some((name) => context.has(at(name))))
    return false;
  if (lock === 'package-lock.json' && context.has(at('npm-shrinkwrap.json'))) return false;
  const settings = context.read(at('.npmrc')) ?? (context.has(at('.npmrc')) ? undefined : '');
  if (settings === undefined || /lock|shrinkwrap|prefix|global|dry-run|install-/i.test(settings)) return false;
  return lock === 'yarn.lock' ? agreesWithYarn(manifest, text) : agreesWithNpm(manifest, text);
}

function agreesWithNpm(manifest: Readonly<Record<string, unknown>>, text: string): boolean {
  const lock = parseObject(text);
  // npm 7 and later write version 1 anew.
  if (!lock || typeof lock.lockfileVersion !== 'number' || lock.lockfileVersion < 2) return false;
  const packages = toObject(lock.packages);
  const root = toObject(packages['']);
  if (!('' in packages) || !LISTS.every((list) => isSame(toObject(manifest[list]), toObject(root[list])))) return false;
  return Object.entries(packages).every(([path, entry]) => {
    const own = toObject(entry);
    if (path !== '' && (own.link === true || !path.includes('node_modules/'))) return false;
    const needed = [own.dependencies, path === '' ? own.devDependencies : undefined].flatMap((list) =>
      Object.keys(toObject(list)),
    );
    return needed.every((name) => isReachable(packages, path, name));
  });
}

/** Whether a package finds another in its own `node_modules` or in those of the directories around. */
function isReachable(packages: Readonly<Record<string, unknown>>, from: string, name: string): boolean {
  for (let path = from; ; path = path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1))) {
    if (`${path === '' ? '' : `${path}/`}node_modules/${name}` in packages) return true;
    if (path === '') return false;
  }
}

function isSame(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** Yarn 1 keeps an entry by each `name@range` that anything asks for. */
function agreesWithYarn(manifest: Readonly<Record<string, unknown>>, text: string): boolean {
  if (!/^# yarn lockfile v1$/m.test(text)) return false;
  const entries = new Set<string>();
  const needed: string[] = LISTS.filter((list) => list !== 'peerDependencies').flatMap((list) =>
    Object.entries(toObject(manifest[list])).map(([name, range]) => `${name}@${String(range)}`),
  );
  let inDependencies = false;
  for (const line of text.split(/\r?\n/)) {
    if (/^\S.*:$/.test(line) && !line.startsWith('#')) {
      for (const key of line.slice(0, -1).split(', ')) entries.add(unquoted(key));
    } else if (/^ {2}\S/.test(line)) inDependencies = /^ {2}(?:optionalD|d)ependencies:$/.test(line);
    else if (inDependencies && /^ {4}\S/.test(line)) {
      const [, name = '', range = ''] = /^ {4}("[^"]+"|\S+) (.+)$/.exec(line) ?? [];
      needed.push(`${unquoted(name)}@${unquoted(range)}`);
    }
  }
  // What nothing asks for any more, Yarn takes out.
  const asked = new Set(needed);
  return needed.every((key) => entries.has(key)) && [...entries].every((key) => asked.has(key));
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}
