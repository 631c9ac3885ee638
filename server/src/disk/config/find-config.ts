import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const OWN_NAMES = ['.layerwise.yaml', '.layerwise.yml', '.layerwise.json'];
export const HADOLINT_NAMES = ['.hadolint.yaml', '.hadolint.yml'];

/**
 * The files in the nearest folder that has any, up to the repository's own; hadolint's first, so that ours has the last word. Where
 * there is none, the file in the places where hadolint looks.
 */
export function findConfigFiles(folder: string, environment: NodeJS.ProcessEnv): readonly string[] {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = [HADOLINT_NAMES, OWN_NAMES].flatMap((names) => firstFile(names.map((name) => join(at, name))));
    if (found.length > 0) return found;
    if (at === dirname(at) || isThere(join(at, '.git'))) break;
  }
  return findElsewhere(environment);
}

/** Where hadolint looks, in its order. */
function findElsewhere(environment: NodeJS.ProcessEnv): readonly string[] {
  const home = environment.HOME ?? homedir();
  const settings =
    (process.platform === 'win32' ? environment.LOCALAPPDATA : environment.XDG_CONFIG_HOME) ?? join(home, '.config');
  return firstFile([
    ...HADOLINT_NAMES.map((name) => resolve(name)),
    ...HADOLINT_NAMES.map((name) => join(settings, name.slice(1))),
    ...['hadolint.yaml', 'hadolint.yml', 'config.yaml', 'config.yml'].map((name) => join(home, '.hadolint', name)),
    ...HADOLINT_NAMES.map((name) => join(home, name)),
  ]);
}

function firstFile(paths: readonly string[]): readonly string[] {
  const found = paths.find(fileExists);
  return found === undefined ? [] : [found];
}

/** Whether a path leads to a file. */
export function fileExists(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
