import type { ProjectFiles } from '../../ecosystem';
import { below } from '../../images/image-paths';
import { parseObject, toObject } from './package-json';

/** What a lock file tells of an installed package. */
export interface LockedPackage {
  readonly name: string;
  /** Whether only packages for development need it. */
  readonly dev: boolean;
  /** Whether it runs a script when it is installed: it compiles, or downloads. */
  readonly scripted: boolean;
}

const locks = new WeakMap<ProjectFiles, Map<string, ReadonlyMap<string, LockedPackage> | undefined>>();

/** The packages of npm's lock file, by name; one that is there twice counts as needed where one of them is. Undefined without a lock file of npm's. */
export function readNpmLock(
  files: ProjectFiles | undefined,
  root: string,
): ReadonlyMap<string, LockedPackage> | undefined {
  if (!files) return undefined;
  const known = locks.get(files) ?? new Map<string, ReadonlyMap<string, LockedPackage> | undefined>();
  locks.set(files, known);
  if (!known.has(root)) known.set(root, parseLock(files, root));
  return known.get(root);
}

function parseLock(files: ProjectFiles, root: string): ReadonlyMap<string, LockedPackage> | undefined {
  const json = parseObject(
    files.read(below(root, 'npm-shrinkwrap.json')) ?? files.read(below(root, 'package-lock.json')),
  );
  if (!json) return undefined;
  const found = new Map<string, LockedPackage>();
  const add = (name: string, dev: boolean, scripted: boolean) => {
    const before = found.get(name);
    found.set(name, {
      name,
      dev: dev && (before?.dev ?? true),
      scripted: scripted || (before?.scripted ?? false),
    });
  };
  for (const [path, value] of Object.entries(toObject(json.packages))) {
    const at = path.lastIndexOf('node_modules/');
    if (at === -1) continue;
    const { dev, devOptional, hasInstallScript } = toObject(value);
    add(path.slice(at + 'node_modules/'.length), dev === true || devOptional === true, hasInstallScript === true);
  }
  const nested = (packages: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(packages)) {
      const one = toObject(value);
      add(name, one.dev === true, false);
      nested(toObject(one.dependencies));
    }
  };
  if (json.packages === undefined) nested(toObject(json.dependencies));
  return found;
}

/** Whether the lock file of yarn or pnpm knows a package; undefined where there is none. */
export function isLocked(files: ProjectFiles, root: string, name: string): boolean | undefined {
  const npm = readNpmLock(files, root);
  if (npm) return npm.has(name);
  const yarn = files.read(below(root, 'yarn.lock'));
  if (yarn !== undefined) return new RegExp(`^"?${escaped(name)}@`, 'm').test(yarn) || yarn.includes(`, ${name}@`);
  const pnpm = files.read(below(root, 'pnpm-lock.yaml'));
  return pnpm === undefined ? undefined : new RegExp(`^\\s+['"]?/?${escaped(name)}[@/]`, 'm').test(pnpm);
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
