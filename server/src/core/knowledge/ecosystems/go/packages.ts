import type { Project } from '../../ecosystem';
import { below, isWithin, parentOf, toPath } from '../../images/image-paths';
import type { GoBuild } from './builds';
import { findModuleRoot, modulePath } from './modules';
import type { GoSources } from './run-time';

/** Imports of a source file: one in quotes behind `import`, or a line of its block. */
const IMPORT = /^\s*(?:import\s+)?(?:[\w.]+\s+)?"([\w./~-]+)"\s*(?:\/\/.*)?$/gm;

/** The sources that end up in the programs of some builds; all of them where packages can't be followed. */
export function compiledInto(
  { files }: Project,
  sources: GoSources | undefined,
  builds: readonly GoBuild[],
): GoSources | undefined {
  const root = files && findModuleRoot(files, builds);
  const module = root === undefined ? undefined : modulePath(files!.read(below(root, 'go.mod')) ?? '');
  if (!sources || root === undefined || module === undefined) return sources;
  const starts: string[] = [];
  for (const { directory, packages } of builds) {
    for (const pattern of packages.length > 0 ? packages : ['.']) {
      if (pattern.includes('...') || directory === undefined) return sources;
      const isLocal = /^[./]/.test(pattern) || pattern.endsWith('.go');
      const place = isLocal ? toPath(pattern, directory) : placeOf(pattern, module, root);
      if (place === undefined) return sources;
      starts.push(place.endsWith('.go') ? parentOf(place) : place);
    }
  }
  const reached = new Set<string>();
  const open = [...starts];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (reached.has(place) || !isWithin(place, root)) continue;
    reached.add(place);
    for (const [index, path] of sources.paths.entries()) {
      if (parentOf(path) !== place) continue;
      for (const [, name] of sources.texts[index]!.matchAll(IMPORT)) {
        const next = placeOf(name!, module, root);
        if (next !== undefined) open.push(next);
      }
    }
  }
  const kept = sources.paths.flatMap((path, index) => (reached.has(parentOf(path)) ? [index] : []));
  if (kept.length === 0) return sources;
  return {
    ...sources,
    paths: kept.map((index) => sources.paths[index]!),
    texts: kept.map((index) => sources.texts[index]!),
  };
}

/** The directory of a package of the module; undefined for others. */
function placeOf(name: string, module: string, root: string): string | undefined {
  if (name === module) return root;
  return name.startsWith(`${module}/`) ? below(root, name.slice(module.length + 1)) : undefined;
}
