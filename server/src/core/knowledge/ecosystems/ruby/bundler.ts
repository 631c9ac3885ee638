import type { PlanRefusal, Project, Step } from '../../ecosystem';
import { isWithin, toPath } from '../../images/image-paths';

/** Where the official images install gems. */
export const GEM_HOME = '/usr/local/bundle';
/** Where Debian's own Ruby does. */
export const DEBIAN_GEMS = '/var/lib/gems';

/** Whether a command installs gems. */
export function isInstall(step: Step): boolean {
  return isBundle(step) ? verbOf(step) === 'install' : step.name === 'gem' && verbOf(step) === 'install';
}

/** Whether a command is Bundler's. */
export function isBundle({ name }: Step): boolean {
  return name === 'bundle' || name === 'bundler';
}

/** The sub-command; `bundle` alone installs, and `_2.4.1_` only picks a version. */
export function verbOf(step: Step): string {
  const verb = step.arguments.find((word) => !word.startsWith('-') && !/^_.*_$/.test(word));
  if (verb === 'i') return 'install';
  return (
    verb ?? (isBundle(step) && !step.arguments.some((word) => /^-(?:v|-version|h|-help)$/.test(word)) ? 'install' : '')
  );
}

/** Where Bundler puts gems; `flat` where it is told of no place of its own, so that they lie there without the version of Ruby. */
export function placeOfGems({ base, steps }: Project): { readonly path: string; readonly flat: boolean } {
  const last = steps.findLast((step) => isBundle(step) && verbOf(step) === 'install');
  const flag = last && flagOf(last, ['--path']);
  const configured = steps
    .filter((step) => isBundle(step) && verbOf(step) === 'config')
    .flatMap(({ arguments: given }) => {
      const at = given.indexOf('path');
      return at === -1 ? [] : (given[at + 1] ?? []);
    });
  const deploys =
    steps.some((step) => isBundle(step) && step.arguments.some((word) => /^(?:--)?deployment$/.test(word))) ||
    /^(?:1|true|yes)$/.test(last?.variable('BUNDLE_DEPLOYMENT') ?? '');
  const own = configured.at(-1) ?? last?.variable('BUNDLE_PATH') ?? flag ?? (deploys ? 'vendor/bundle' : undefined);
  const path = own === undefined ? undefined : toPath(own, last?.directory);
  if (path !== undefined) return { path, flat: false };
  const home = (last ?? steps.find(isInstall))?.variable('GEM_HOME');
  return { path: base.family === 'ruby' ? (home ?? GEM_HOME) : DEBIAN_GEMS, flat: base.family === 'ruby' };
}

function flagOf({ arguments: given }: Step, flags: readonly string[]): string | undefined {
  const at = given.findIndex((word) => flags.includes(word));
  return at === -1
    ? given.find((word) => flags.some((flag) => word.startsWith(`${flag}=`)))?.replace(/^[^=]*=/, '')
    : given[at + 1];
}

/** Where gems and what Bundler keeps are, beside the project. */
export function gemHomes(project: Project, roots: readonly string[]): string[] | PlanRefusal {
  const { base, steps } = project;
  const { path } = placeOfGems(project);
  const named = steps.filter((step) => step.name === 'gem' && verbOf(step) === 'install');
  const placed = named.flatMap((step) => {
    const value = flagOf(step, ['--install-dir', '-i']);
    return value === undefined ? [] : (toPath(value, step.directory) ?? []);
  });
  const home = steps.find(isInstall)?.variable('GEM_HOME');
  const list = [...placed, path, ...(base.family === 'ruby' ? [GEM_HOME, home ?? GEM_HOME] : [])];
  // Debian's gem puts programs where every PATH has them.
  if (base.family !== 'ruby' && (named.length > placed.length || path === DEBIAN_GEMS))
    list.push(DEBIAN_GEMS, '/usr/local/bin');
  const odd = list.find((one) => one.includes('$'));
  if (odd !== undefined) return { because: `Where gems are installed is a variable: ${odd}.` };
  return [...new Set(list)].sort().filter((one) => !roots.some((root) => isWithin(one, root)));
}

/** Settings of Bundler that matter when the program starts. */
const AT_RUN_TIME = /^(?:without|with|only|frozen|deployment|path|gemfile|force_ruby_platform|disable_shared_gems)$/;

/** Settings that `bundle config` writes for the user rather than the project: they become variables of the runtime stage. */
export function globalSettings(steps: readonly Step[]): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const step of steps) {
    if (!isBundle(step) || verbOf(step) !== 'config' || step.arguments.includes('--local')) continue;
    const words = step.arguments.filter(
      (word) => word !== 'config' && word !== 'set' && !word.startsWith('-') && !/^_.*_$/.test(word),
    );
    const [name, ...values] = words;
    if (name === undefined || values.length === 0 || !AT_RUN_TIME.test(name)) continue;
    const value = values.join(' ').trim();
    settings[`BUNDLE_${name.toUpperCase()}`] =
      name === 'without' || name === 'with' || name === 'only' ? value.replace(/[\s:]+/g, ':') : value;
  }
  return settings;
}

/** The directory of the Gemfile that a command reads. */
export function gemfileDirectory({ arguments: given, directory }: Step): string | undefined {
  const at = given.indexOf('--gemfile');
  const file =
    at === -1 ? given.find((word) => word.startsWith('--gemfile='))?.slice('--gemfile='.length) : given[at + 1];
  const path = file === undefined ? undefined : toPath(file, directory);
  return path === undefined ? directory : path.slice(0, path.lastIndexOf('/')) || '/';
}
