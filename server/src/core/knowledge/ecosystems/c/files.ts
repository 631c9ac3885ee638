import type { Artefact, Project } from '../../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../../images/image-paths';
import { findFilesInUse } from '../../run-time-files';
import type { CBuilds } from './builds';
import { isCSource, type SourceFacts } from './sources';

/** The build context's files that lie where the build works. */
export interface CFiles {
  /** Directories that hold the project, none within another. */
  readonly roots: readonly string[];
  readonly all: readonly string[];
  readonly sources: ReadonlyMap<string, string>;
}

const FOREIGN = /\/(?:\.git|\.github|\.vscode|\.idea|node_modules)\//;

/** The project's files; undefined when the build context is not known, or too large to look at. */
export function readFiles(project: Project, builds: CBuilds): CFiles | undefined {
  const { files, copies } = project;
  const listed = files?.below('/');
  if (!files || !listed) return undefined;
  const worked = new Set(builds.calls.flatMap(({ directory }) => directory ?? []));
  for (const { source, build } of builds.configured) worked.add(source).add(build);
  const places = copies.flatMap(({ path, tree, fromContext }) =>
    path !== undefined && fromContext ? [tree || path === '/' ? path : parentOf(path)] : [],
  );
  const near = places.filter((place) =>
    place === '/' ? worked.has('/') : [...worked].some((one) => isWithin(one, place) || isWithin(place, one)),
  );
  const roots = [...new Set(near)].filter(
    (place) => !near.some((other) => other !== place && other !== '/' && isWithin(place, other)),
  );
  const all = listed.filter((path) => !FOREIGN.test(path) && roots.some((root) => isWithin(path, root)));
  const sources = new Map(all.filter(isCSource).map((path) => [path, files.read(path) ?? '']));
  return { roots, all, sources };
}

/** Files of a project that no program opens. */
const BUILD_FILES =
  /\/(?:(?:GNU)?[Mm]akefile[^/]*|CMakeLists\.txt|CMakePresets\.json|CMakeUserPresets\.json|meson\.build|meson_options\.txt|configure(?:\.ac|\.in)?|aclocal\.m4|Dockerfile[^/]*|[^/]*\.[Dd]ockerfile|docker-compose[^/]*|compose\.ya?ml|compile_commands\.json|conanfile\.\w+|vcpkg(?:-configuration)?\.json|LICENSE[^/]*|COPYING[^/]*|README[^/]*|CHANGELOG[^/]*|CONTRIBUTING[^/]*|AUTHORS|NEWS|TODO[^/]*|requirements\.txt|\.(?!gitkeep$|keep$|env)[^/]+)$|\.(?:cmake|mk|am|ac|in|m4|md|rst|o|a|lo|la|d|proto|sln|vcxproj\w*|pro|pri|cbp)$/;

/** Directories that no running program looks into. */
const BUILD_DIRECTORIES =
  /^(?:tests?|docs?|examples?|cmake|scripts?|third_party|thirdparty|external|vendor|build|\..*|include|src|source|lib)$/;

/** Settings and data, by what the name ends with. */
const DATA =
  /\.(?:html?|css|js|mjs|json|txt|csv|tsv|conf|cfg|ini|ya?ml|toml|xml|dat|data|bin|db|sqlite3?|sql|lua|glsl|vert|frag|png|jpe?g|gif|svg|ico|bmp|wav|ogg|mp3|ttf|otf|pem|crt|key|tmpl|tpl|template|mustache|po|mo|wasm|properties|env|log|map|lst|list|words|dict|model|obj|so(?:\.[\d.]+)?)$/i;

const SERVED = [
  'public',
  'static',
  'www',
  'web',
  'html',
  'htdocs',
  'wwwroot',
  'webroot',
  'web_root',
  'templates',
  'views',
  'assets',
  'resources',
  'data',
  'config',
  'conf',
  'locale',
  'locales',
];

/** Files and directories of the project that its programs may open. */
export function filesInUse(
  project: Project,
  builds: CBuilds,
  { roots, all, sources }: CFiles,
  facts: SourceFacts,
  programs: readonly Artefact[],
): string[] {
  const { files, workdir, start, checks, settings, scripts } = project;
  const isSource = (path: string) => isCSource(path) || BUILD_FILES.test(path);
  const words = [
    ...[...start.programs, ...checks].flatMap(({ name, arguments: given }) => [name, ...given]),
    ...settings,
  ];
  const quoted = words.flatMap((word) => [word, word.slice(word.indexOf('=') + 1)]).map((word) => JSON.stringify(word));
  const defined = [
    ...builds.texts,
    ...builds.calls.flatMap(({ arguments: given }) => given.filter((word) => word.startsWith('-D'))),
  ].map((text) => plainDefinitions(text, builds, roots));
  // A file that is not there may be written: its directory has to be.
  const written = [...sources.values()].map((text) =>
    [...text.matchAll(/"([\w./-]*\w)\/[^"/\n]*"/g)].map(([, directory]) => JSON.stringify(directory)).join('\n'),
  );
  const candidates = all.filter((path) => !isSource(path));
  // A program that is installed elsewhere and starts elsewhere finds the project by absolute paths only.
  const near = roots.filter(
    (root) =>
      isWithin(workdir, root) ||
      (workdir !== '/' && isWithin(root, workdir)) ||
      programs.some(({ from }) => isWithin(from, root)),
  );
  const served = facts.opensComputed ? near.flatMap((root) => openDirectories(root, all, isSource)) : [];
  const search = (texts: readonly string[]) =>
    findFilesInUse({
      files: all,
      bases: [...new Set([workdir, ...near, ...(near.length > 0 ? builds.configured.map(({ build }) => build) : [])])],
      texts,
      served,
      isSource,
      read: (path) => files?.read(path),
    });
  const texts = [
    ...sources.values(),
    ...written,
    ...defined,
    ...quoted,
    ...[...scripts.values()].flatMap((text) => text ?? []),
  ];
  const first = search(texts);
  const settled = all.filter((path) => CONFIGURES.test(path) && first.some((place) => isWithin(path, place)));
  const named = settled.flatMap((path) =>
    (files?.read(path) ?? '')
      .split(/[\s"'=:,;<>()[\]{}]+/)
      .flatMap((word) => (/[./]/.test(word) && word.length < 200 ? [JSON.stringify(word)] : [])),
  );
  const found = [
    ...(named.length === 0 ? first : search([...texts, ...named])),
    ...openedByName(project, all, sources, words),
  ];
  // A name that is put together at run time may be that of any file that is no source.
  const loose = facts.opensComputed
    ? candidates.filter(
        (path) => DATA.test(path) && near.some((root) => parentOf(path) === root || parentOf(path) === workdir),
      )
    : [];
  const libraries = candidates.filter((path) => /\.so(?:\.[\d.]+)?$/.test(path));
  const result = [...new Set([...found, ...loose, ...libraries])].filter(
    (path) => !scripts.has(path) && !roots.includes(path),
  );
  return result.filter((path) => !result.some((other) => other !== path && isWithin(path, other))).sort();
}

/** Settings in forms of their own, which may name other files. */
const CONFIGURES = /\.(?:conf|cfg|config|xml|txt|lst|list|rc)$/;

/** Files that a quoted name in a call, or a word of the start, stands for: those may be anything, sources too. */
function openedByName(
  { workdir, files }: Project,
  all: readonly string[],
  sources: ReadonlyMap<string, string>,
  words: readonly string[],
): string[] {
  const names = [...sources.values()].flatMap((text) =>
    [...text.matchAll(/\b(?:fopen|open|freopen|(?:i|o)?fstream(?:\s+\w+)?)\s*[({]\s*"([^"\n]+)"/g)].map(
      ([, name]) => name!,
    ),
  );
  const known = new Set(all);
  return [...names, ...words]
    .map((name) => toPath(name, workdir)!)
    .filter((path) => known.has(path) && files?.read(path) !== undefined);
}

/** Directories at the top of the project that hold files for a running program. */
function openDirectories(root: string, all: readonly string[], isSource: (path: string) => boolean): string[] {
  const names = new Set(
    all.flatMap((path) => {
      const rest = isWithin(path, root) ? path.slice(below(root, '').length) : '';
      return rest.includes('/') ? [rest.slice(0, rest.indexOf('/'))] : [];
    }),
  );
  return [...names]
    .filter((name) => {
      const inside = all.filter((path) => isWithin(path, below(root, name)));
      return SERVED.includes(name) || (!BUILD_DIRECTORIES.test(name) && inside.every((path) => !isSource(path)));
    })
    .map((name) => below(root, name));
}

/** Definitions for the preprocessor, with the directories of the project put in: `DATA_DIR="${CMAKE_SOURCE_DIR}/data"`. */
function plainDefinitions(text: string, { configured }: CBuilds, roots: readonly string[]): string {
  const source = configured[0]?.source ?? roots[0] ?? '';
  return text
    .replace(/\$\{(?:CMAKE|PROJECT|CMAKE_CURRENT)_SOURCE_DIR\}|\$[({](?:CURDIR|PWD|ROOT)[)}]|\$\$?PWD\b/g, source)
    .replace(/\\+"/g, '"')
    .replace(/=([\w./-]+)(?=[\s)]|$)/g, '="$1"');
}

/** A directory that has to be copied as a whole, because what of it is needed is not known; undefined when it is the system's. */
export function wholeDirectory(path: string): string | undefined {
  return /^\/(?:usr(?:\/(?:local|share|lib))?(?:\/s?bin|\/lib)?|etc|bin|sbin|lib|opt|var(?:\/(?:lib|log|run))?|home|srv|run|tmp)?$/.test(
    path,
  )
    ? undefined
    : path;
}

/** Interpreters of scripts among some files. */
export function interpretersOf(project: Project, paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const [, program = '', argument] = /^#!\s*(\S+)(?:[ \t]+(\S+))?/.exec(project.files?.read(path) ?? '') ?? [];
    const name = nameOf(program) === 'env' ? (argument ?? '') : nameOf(program);
    return name === '' ? [] : [name];
  });
}
