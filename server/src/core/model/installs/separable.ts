import type { PackageInstall } from './install';

/** Whether an installation needs nothing of the project but the manifests. */
export function isSeparable(install: PackageInstall): boolean {
  const { manager, fromManifest, needsSources, flags, manifestWords, verbName } = install;
  if (!fromManifest) return addsToManifest(install);
  if (manager.kind !== 'language') return !needsSources;
  // `npm install -g` without a package installs the project itself.
  if (flags.some(({ name }) => name === '-g' || name === '--global')) return false;
  // Composer and Poetry need the sources only for what a flag can leave for later; `uv run` needs them at once.
  const sourceless = manager.verbs.find(({ name }) => name === verbName)?.sourcelessFlags;
  if (needsSources && !sourceless) return false;
  // A local package is the project itself.
  if (flags.some(({ name }) => name === '-e' || name === '--editable')) return false;
  return (
    verbName === 'pip sync' ||
    manifestWords.every((word) => flags.some((flag) => flag.valueWord === word || flag.word === word))
  );
}

/** Managers whose `add` or `install <package>` brings the project's other dependencies too. */
const PROJECT_MANAGERS = new Set(['npm', 'yarn', 'yarn-berry', 'pnpm', 'bun', 'composer', 'poetry', 'pdm', 'pipenv']);

/** Whether an installation of named packages notes them in the project's manifest: `npm install express`. */
export function addsToManifest({ manager, verbName, flags, packages }: PackageInstall): boolean {
  return (
    PROJECT_MANAGERS.has(manager.id) &&
    /^(?:install|add|require)$/.test(verbName) &&
    packages.length > 0 &&
    !flags.some(({ name }) => name === '-g' || name === '--global' || name.startsWith('--location')) &&
    !packages.some(({ value }) => /^[./~]|^file:/.test(value))
  );
}
