import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** More folders above are not looked into, larger files not read, and no more of a folder than this. */
const limits = { folders: 6, bytes: 500_000, files: 60 };

/** Files in which a build is described or started, by their names. */
const NAMES: readonly RegExp[] = [
  /^(?:docker-)?compose(?:[._-][\w.-]+)?\.ya?ml$/i,
  /^docker-bake(?:\.[\w.-]+)?\.(?:hcl|json)$/i,
  /^(?:(?:GNU)?Makefile|[\w.-]+\.mk|[Jj]ustfile|Jenkinsfile|Earthfile|Tiltfile|package\.json)$/i,
  /^(?:\.gitlab-ci|\.travis|appveyor|azure-pipelines|bitbucket-pipelines|cloudbuild|skaffold|Taskfile|buildspec)\.ya?ml$/i,
  /^(?:fly\.toml|devcontainer\.json|\.drone\.yml|[\w.-]+\.sh)$/i,
];

/** Folders with such files, of which every one is read. */
const FOLDERS: readonly (readonly [path: string, names: RegExp])[] = [
  ['.github/workflows', /\.ya?ml$/],
  ['.circleci', /^config\.yml$/],
  ['.devcontainer', /^devcontainer\.json$/],
  ['.buildkite', /\.ya?ml$/],
  ['scripts', /\.sh$/],
  ['ci', /\.(?:sh|ya?ml)$/],
];

/** How the name of a stage stands there; a variable with a default stands for that. */
const NAME = String.raw`(?:\$\{\w+:?-)?([A-Za-z][\w.-]*)\}?`;
const PATTERNS: readonly RegExp[] = [
  // On a command line, also as the items of a list.
  new RegExp(String.raw`--target(?:["']?\s*,\s*["']?|[= \t]+)["']?${NAME}`, 'g'),
  // `target: name` in YAML, `target = "name"` in HCL and TOML, `"target": "name"` in JSON.
  new RegExp(String.raw`^[ \t-]*(?:build-)?target[ \t]*:[ \t]*["']?${NAME}["']?[ \t]*(?:#.*)?$`, 'gm'),
  new RegExp(String.raw`[{,][ \t]*target[ \t]*:[ \t]*["']?${NAME}`, 'g'),
  new RegExp(String.raw`\b(?:build-)?target[ \t]*=[ \t]*["']${NAME}["']`, 'g'),
  new RegExp(String.raw`"target"\s*:\s*"${NAME}"`, 'g'),
];
/** A matrix: `target: [one, two]`. */
const LIST = /^[ \t-]*targets?[ \t]*:[ \t]*\[([^\]\n]*)\]/gm;

/**
 * The stages that are built by name in a project: in Compose and Bake files, and behind `--target` in build scripts and CI, in a
 * Dockerfile's folder and those above it, up to the repository's. In lower case.
 */
export function findBuildTargets(folder: string, known: Map<string, readonly string[]> = new Map()): readonly string[] {
  const found = new Set<string>();
  for (const one of foldersOf(resolve(folder))) {
    let targets = known.get(one);
    if (!targets) {
      targets = targetsIn(one);
      known.set(one, targets);
    }
    for (const target of targets) found.add(target);
  }
  return [...found];
}

/** The folder alone where it is in no repository: what lies above it is somebody else's. */
function foldersOf(start: string): readonly string[] {
  const folders: string[] = [];
  for (let at = start; folders.length < limits.folders; at = dirname(at)) {
    folders.push(at);
    if (statSync(join(at, '.git'), { throwIfNoEntry: false })) return folders;
    if (at === dirname(at)) break;
  }
  return [start];
}

function targetsIn(folder: string): readonly string[] {
  const files = [
    ...list(folder, (name) => NAMES.some((pattern) => pattern.test(name))),
    ...FOLDERS.flatMap(([path, names]) => list(join(folder, path), (name) => names.test(name))),
  ];
  const found = new Set<string>();
  for (const file of files.slice(0, limits.files)) {
    for (const name of readTargets(readText(file))) found.add(name);
  }
  return [...found];
}

/** The names of stages in a file of any of these kinds. */
function readTargets(text: string): readonly string[] {
  if (!text.includes('target')) return [];
  const names = PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!));
  const listed = [...text.matchAll(LIST)].flatMap((match) =>
    match[1]!.split(',').map((item) => item.replace(/["'\s]/g, '')),
  );
  return [...names, ...listed].filter((name) => name !== '').map((name) => name.toLowerCase());
}

function list(folder: string, isMeant: (name: string) => boolean): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.filter((entry) => entry.isFile() && isMeant(entry.name)).map(({ name }) => join(folder, name));
}

function readText(file: string): string {
  try {
    return statSync(file).size > limits.bytes ? '' : readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
