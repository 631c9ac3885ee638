import type { Manifest } from '../../knowledge/package-manager';
import { packageManagers } from '../../knowledge/package-managers/index';
import { globMatches } from '../order/places';

const manifests: readonly Manifest[] = packageManagers.flatMap((manager) => manager.manifests);

const manifestNames = new Set(manifests.map(({ pattern }) => pattern).filter((pattern) => !/[*/]/.test(pattern)));

const manifestGlobs = manifests.map(({ pattern }) => pattern).filter((pattern) => /\*/.test(pattern));

/** Manifests of managers that are not in the table, and names that people give to theirs. */
const OTHER_MANIFESTS =
  /^(?:bower\.json|\.bowerrc|lerna\.json|cpanfile.*|dist\.ini|project\.clj|deps\.edn|pubspec\..*|shard\.(?:yml|lock)|Package\.swift|glide\.(?:yaml|lock)|Gopkg\..*|Godeps|vendor\.json|vendor\.conf|packages?\.txt|packages\.config|paket\..*|rebar\.(?:config|lock)|renv\.lock|DESCRIPTION|Podfile.*|environment.*\.ya?ml|conda.*\.ya?ml|.*requirements?.*\.(?:txt|ya?ml|pip|in)|req.*\.txt|dev-?packages.*|plugins?\.txt|tsd\.json|typings\.json|.*\.gemspec|\.(?:node|ruby|python)-version|\.nvmrc|\.yarnrc.*|\.npmrc)$/i;

const known = new Map<string, boolean>();

const MOST_KNOWN = 1000;

/** Whether a name, which may itself be a glob (`package*.json`), is that of a manifest or lock file of any package manager. */
export function isManifest(name: string): boolean {
  let answer = known.get(name);
  if (answer === undefined) {
    answer = readManifest(name);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(name, answer);
  }
  return answer;
}

function readManifest(name: string): boolean {
  if (manifestNames.has(name) || OTHER_MANIFESTS.test(name) || OTHER_MANIFESTS.test(name.replace('*', '.')))
    return true;
  if (/[*?[]/.test(name)) {
    if (/^[*?.]*$/.test(name)) return false;
    for (const known of manifestNames) if (globMatches(name, known)) return true;
    return manifestGlobs.includes(name);
  }
  return manifestGlobs.some((glob) => globMatches(glob, name));
}
