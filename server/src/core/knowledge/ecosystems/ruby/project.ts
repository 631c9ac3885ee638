import type { PlanRefusal, Project } from '../../ecosystem';
import { nameOf } from '../../images/image-paths';
import { gemfileDirectory, isBundle, verbOf } from './bundler';
import { type Gems, readGems, readOwnGems } from './gems';

/** All gems: of manifests, those that are installed by name, and those that the project itself is made of. */
export function gemsOf({ steps, files }: Project, roots: readonly string[]): Gems | PlanRefusal {
  const calls = steps.filter(({ name }) => name === 'gem');
  const named = calls
    .filter((step) => verbOf(step) === 'install')
    .flatMap(({ arguments: given }) =>
      given
        .slice(1)
        .map((word) => nameOf(word).replace(/-\d[\w.]*\.gem$|\.gem$|:.*$/, ''))
        .filter((word) => /^[a-z][\w-]*$/i.test(word)),
    );
  const places = [...new Set([...roots, ...calls.flatMap(({ directory }) => directory ?? [])])].filter(
    (path) => path !== '/',
  );
  const own = files ? places.map((path) => readOwnGems(files, path)) : [];
  const names = new Set(own.flatMap((one) => one.names));
  const strange = [...named, ...own.flatMap(({ dependencies }) => dependencies)].filter((name) => !names.has(name));
  const bundles = steps.filter((step) => isBundle(step) && verbOf(step) === 'install');
  if (bundles.length === 0) return { names: new Set([...names, ...named, ...strange]), loose: new Set(strange) };
  const directories = [...new Set([...bundles.map(gemfileDirectory), ...roots])];
  const found = files ? directories.flatMap((path) => (path === undefined ? [] : (readGems(files, path) ?? []))) : [];
  if (found.length === 0) {
    return { because: 'Which gems the program needs stands in Gemfile, which is not here to be read.' };
  }
  const locked = found.flatMap((one) => [...one.names].filter((name) => !one.loose.has(name)));
  const loose = [...strange, ...found.flatMap((one) => [...one.loose])].filter(
    (name) => !locked.includes(name) && !names.has(name),
  );
  return {
    names: new Set([...named, ...names, ...strange, ...found.flatMap((one) => [...one.names])]),
    loose: new Set(loose),
  };
}

/** Whether the program looks up time zones, of which newer slim images have no tables. */
export function usesZones({ variable, files }: Project, { names }: Gems, roots: readonly string[]): boolean {
  if (variable('TZ') !== undefined || (names.has('tzinfo') && !names.has('tzinfo-data'))) return true;
  const sources = roots.flatMap((root) => files?.below(root)?.filter((path) => /\.(?:rb|ru)$/.test(path)) ?? []);
  return names.has('rails') || sources.some((path) => /\bTZ\b|TZInfo|in_time_zone/.test(files!.read(path) ?? ''));
}
