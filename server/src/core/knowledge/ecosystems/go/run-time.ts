import type { Project, RuntimeNeed } from '../../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../../images/image-paths';
import { findFilesInUse } from '../../run-time-files';
import { packageRole } from '../../system-packages/package-roles';
import type { GoBuild } from './builds';
import { asksForCgo, embeddedPaths, findModuleRoot, importsC, linkedLibraries, requiresCgo } from './modules';
import { matchProduct } from './programs';

/** The sources that the programs are made of, and everything else of the project; undefined when they are not known. */
export interface GoSources {
  /** Absolute: the directory of go.mod, else where the build runs. */
  readonly root: string;
  /** Every file of the project. */
  readonly files: readonly string[];
  /** Paths of sources that are compiled, tests left out. */
  readonly paths: readonly string[];
  /** The text of each. */
  readonly texts: readonly string[];
}

const FOREIGN = /\/(?:vendor|node_modules|testdata|\.git|\.github)\//;

export function readSources(project: Project, builds: readonly GoBuild[]): GoSources | undefined {
  const { files } = project;
  const root = files && (findModuleRoot(files, builds) ?? builds[0]?.directory);
  const places =
    root === undefined ? [] : [...new Set([root, project.workdir])].filter((path) => path !== '/' || path === root);
  const lists = places.map((place) => files!.below(place));
  const all = lists[0] && [...new Set(lists.flatMap((list) => list ?? []))].filter((path) => !FOREIGN.test(path));
  if (!files || !all || root === undefined) return undefined;
  const read = all
    .filter((path) => path.endsWith('.go') && !ELSEWHERE.test(path))
    .map((path) => ({ path, text: files.read(path) ?? '' }))
    .filter(({ text }) => !NOT_COMPILED.test(text));
  if (read.length === 0) return undefined;
  return { root, files: all, paths: read.map(({ path }) => path), texts: read.map(({ text }) => text) };
}

/** Tests, and files that are compiled for other systems alone. */
const ELSEWHERE = /_(?:test|windows|darwin|freebsd|openbsd|netbsd|plan9|solaris|js|wasm|android|ios)\.go$/;
const NOT_COMPILED = /^\/\/(?:go:build|\s*\+build)\s+(?:ignore|tools?|mage|windows|darwin|js|wasm)\s*$/m;

const COMPILER = /^(?:gcc|g\+\+|build-base|build-essential|alpine-sdk|clang)$/;

/** Whether nothing of the program can need cgo; undefined when the sources are not there to tell. */
export function isPure({ files, packages }: Project, builds: readonly GoBuild[]): boolean | undefined {
  if (packages.some((name) => packageRole(name) === 'headers')) return false;
  const root = files && findModuleRoot(files, builds);
  if (!files || root === undefined) return undefined;
  const compiled = files.below(root)?.filter((path) => path.endsWith('.go') && !path.endsWith('_test.go'));
  if (!compiled || compiled.length === 0) return undefined;
  const mod = files.read(below(root, 'go.mod')) ?? '';
  const sum = files.read(below(root, 'go.sum')) ?? '';
  // Modules beside this one are compiled too, and are not looked at.
  if (/=>\s*\.\.\//.test(mod) || files.has(below(parentOf(root), 'go.work')) || files.has(below(root, 'go.work')))
    return undefined;
  if (requiresCgo(mod, sum)) return false;
  // Somebody who installs a compiler has a use for it, unless every source is here to say otherwise.
  const isComplete = sum.trim() === '' || files.has(below(root, 'vendor/modules.txt'));
  if (!isComplete && packages.some((name) => COMPILER.test(name))) return false;
  const isAsked = (path: string) => !path.includes('/vendor/') && asksForCgo(files.read(path) ?? '');
  return !compiled.some((path) => importsC(files.read(path) ?? '"C"') || isAsked(path));
}

/** Libraries that every image with the C library has. */
const OF_LIBC = new Set(['c', 'm', 'dl', 'pthread', 'rt', 'util', 'resolv', 'crypt', 'anl']);
const OF_COMPILER = new Set(['stdc++', 'gcc', 'gcc_s', 'atomic', 'gomp', 'supc++']);

/** What a program with cgo is linked with beside the C library: a reason not to split, or whether it needs the compiler's libraries. */
export function readLinks(
  { files, packages }: Project,
  sources: GoSources | undefined,
): { readonly compiler: boolean } | { readonly because: string } {
  if (!sources || !files) return { compiler: true };
  const named = sources.texts.flatMap(linkedLibraries);
  const objects = sources.files.map(nameOf).filter((name) => name.includes('.so'));
  const archives = new Set(sources.files.filter((path) => path.endsWith('.a')).map(nameOf));
  const foreign = named.find((name) => !OF_LIBC.has(name) && !OF_COMPILER.has(name) && !archives.has(`lib${name}.a`));
  if (foreign !== undefined && !packages.some((name) => packageRole(name) === 'headers')) {
    return {
      because: `The program is linked with lib${foreign}, and no package that the file installs is known to bring it.`,
    };
  }
  const shared = named.find(
    (name) => !archives.has(`lib${name}.a`) && objects.some((file) => file.startsWith(`lib${name}.so`)),
  );
  if (shared !== undefined) {
    return {
      because: `The program is linked with lib${shared}.so of the project, which has to be where the loader looks for it.`,
    };
  }
  const compiler =
    named.some((name) => OF_COMPILER.has(name)) || sources.files.some((path) => /\.(?:cc|cpp|cxx)$/.test(path));
  return { compiler };
}

/** What a program that is not static needs. */
export function dynamicNeed({ base }: Project, compiler: boolean): RuntimeNeed | undefined {
  const { libc, codename, distro, distroVersion, version } = base;
  if (libc !== 'glibc' && libc !== 'musl') return undefined;
  const moves = distro === 'debian' && defaultCodename(version) === undefined;
  return {
    kind: 'dynamic',
    libc,
    codename: codename ?? (moves ? 'stable' : defaultCodename(version)),
    distroVersion,
    // The names of distroless images do not move with Debian's.
    compiler: compiler || (moves && codename === undefined),
  };
}

/** Debian's release under a tag that names none: the one of the time; unknown for tags that still move. */
function defaultCodename(version: string | undefined): string | undefined {
  const minor = Number(/^1\.(\d+)/.exec(version ?? '')?.[1] ?? Number.NaN);
  if (Number.isNaN(minor) || minor >= 25) return undefined;
  return minor >= 20 ? 'bookworm' : minor >= 17 ? 'bullseye' : minor >= 12 ? 'buster' : 'stretch';
}

/** Directories that programs serve without naming them as a whole. */
const SERVED = ['templates', 'static', 'migrations', 'public', 'views', 'locales', 'i18n', 'assets'];
/** What is compiled, or of use to developers alone. */
const SOURCES =
  /\.(?:go|mod|sum|work|proto|c|cc|cpp|cxx|h|hh|hpp|s|S|a)$|\/(?:Makefile|makefile|GNUmakefile|Dockerfile[^/]*|LICENSE|README[^/]*|CHANGELOG[^/]*|CONTRIBUTING[^/]*|CODE_OF_CONDUCT[^/]*|SECURITY\.md|\.[^/]*ignore|\.golangci\.ya?ml|\.editorconfig|(?:docker-)?compose[^/]*\.ya?ml)$/;

/** Whether a file is of use to the build alone. */
export function isGoSource(path: string): boolean {
  return SOURCES.test(path);
}

/** Calls that open files of the system, not those that are compiled in. */
const OPENS =
  /\b(?:os|ioutil|fsnotify)\.\w+\(|\bhttp\.(?:Dir|ServeFile)\(|\bfilepath\.(?:Walk|WalkDir|Glob|Join|Abs)\(|\b(?:ParseFiles|ParseGlob|LoadHTMLGlob|LoadHTMLFiles|StaticFile|StaticFS|ServeFile|SendFile|File|Static)\(/;
/** The working directory as a whole. */
const OPENS_ALL =
  /\b(?:http\.Dir|os\.DirFS|os\.ReadDir|ioutil\.ReadDir|filepath\.Walk|filepath\.WalkDir)\(\s*"(?:\.\/?)?"|\bStatic\w*\([^()\n]*,\s*"\.\/?"\s*\)|\bGlob\(\s*"(?:\.\/)?(?:\*+"|\*\*?\/)|\b(?:ServeFile|ReadFile|Open)\((?:[^"\n]*"\.\/?"\s*\+|[^"\n]*\bURL\.Path\b[^"\n]*$)/m;
const OPENS_ANY = /\b(?:http\.Dir|os\.DirFS|os\.ReadDir|ioutil\.ReadDir|filepath\.Walk|filepath\.WalkDir)\(\s*[^"\s)]/;
const NAMES_ALL = /(?:flag\.\w+\(|:?=|\bgetenv\w*\(|\breturn\b)[^\n]*"\.\/?"|\bos\.Getwd\(/i;
/** Uses of `"."` that are about text. */
const ABOUT_TEXT = /\b(?:strings|bytes|fmt|strconv|regexp)\.\w+\([^\n]*/g;

function opensAll(text: string): boolean {
  return OPENS_ALL.test(text) || (OPENS_ANY.test(text) && NAMES_ALL.test(text.replace(ABOUT_TEXT, '')));
}

/** Reads that a program can't do without the file, given by its name. */
const READS =
  /\b(?:os\.(?:Open|ReadFile)|ioutil\.ReadFile|(?:Parse|LoadHTML)Files|ServeFile)\([^"\n]*"([\w./-]+\.\w+)"/g;
/** What may write files beside the sources while it builds: a program of the project's own. */
const GENERATES = /^\/\/go:generate\s+(?:go\s+run\s+\.|\.\/|sh\s|bash\s)/m;

/** Whether the program reads a file that is not there, and a step may have made it. */
function opensMade(project: Project, { texts, root }: GoSources): boolean {
  const runs = project.steps.some(
    ({ name, arguments: given }) =>
      matchProduct(name, project) !== undefined ||
      (name === 'go' &&
        ((given[0] === 'run' && !/@/.test(given.join(' '))) ||
          (given[0] === 'generate' && texts.some((text) => GENERATES.test(text))))),
  );
  if (!runs) return false;
  const names = texts.flatMap((text) => [...text.matchAll(READS)].map(([, name]) => name!));
  return names.some(
    (name) => !name.startsWith('/') && ![project.workdir, root].some((base) => project.files?.has(toPath(name, base)!)),
  );
}

const SERVES = /\b(?:http\.Dir|os\.DirFS|Static\w*|ServeFile|ServeRoot|ParseGlob|LocalFile)\([^\n]*/g;
const FRONT_END_BUILD = /^(?:npm|npx|yarn|pnpm)$/;

/** Directories that the program serves and that the build of a front end makes: what a server names and the context has not. */
export function builtFrontEnds({ steps, workdir, files, settings }: Project, { texts, root }: GoSources): string[] {
  const places = steps.flatMap((step) => {
    const builds = FRONT_END_BUILD.test(step.name) && step.arguments.some((word) => /build|generate|export/.test(word));
    const prefix = step.arguments[step.arguments.findIndex((word) => word === '--prefix' || word === '--cwd') + 1];
    const named = prefix !== undefined && step.arguments.some((word) => word === '--prefix' || word === '--cwd');
    return builds && step.directory !== undefined ? [named ? toPath(prefix, step.directory)! : step.directory] : [];
  });
  if (places.length === 0) return [];
  const calls = texts.flatMap((text) => [...text.matchAll(SERVES)].map(([call]) => call));
  const words = [
    ...calls.flatMap((call) => [...call.matchAll(/"([\w./-]*\/?[\w.-]+)"/g)].map(([, word]) => word!)),
    ...settings,
  ];
  const found = words
    .flatMap((word) => [...new Set([workdir, root])].map((base) => toPath(word, base)!))
    .filter((path) => places.some((place) => path !== place && isWithin(path, place)))
    .map((path) => (/\.\w+$/.test(path) ? parentOf(path) : path));
  return [...new Set(found)].filter((path) => (files?.below(path)?.length ?? 0) === 0);
}

/** Files that libraries open by themselves. */
const BY_CUSTOM: readonly (readonly [import: RegExp, files: readonly string[]])[] = [
  [/"github\.com\/joho\/godotenv|"github\.com\/subosito\/gotenv/, ['.env']],
  [/"github\.com\/(?:astaxie\/beego|beego\/beego)/, ['conf', 'conf/app.conf', 'views', 'static']],
  [/"github\.com\/robfig\/config|"github\.com\/revel\//, ['conf']],
  [/"github\.com\/gobuffalo\/pop/, ['database.yml', 'migrations']],
];

/** Files and directories that the sources, the settings or the start name; undefined when the sources are not known. */
export function readFilesInUse(
  project: Project,
  sources: GoSources | undefined,
  programs: readonly string[],
): string[] | undefined {
  const { files, workdir, settings, start, scripts } = project;
  if (!sources || !files) return undefined;
  const { root, texts, paths } = sources;
  // What lies elsewhere is brought by instructions of its own.
  const isOwn = workdir !== '/' && (isWithin(workdir, root) || isWithin(root, workdir));
  if (isOwn && (texts.some(opensAll) || opensMade(project, sources))) return [workdir];
  const words = [
    ...[...start.programs, ...project.checks].flatMap(({ name, arguments: given }) => [name, ...given]),
    ...settings,
  ];
  const quoted = words.flatMap((word) => [word, word.slice(word.indexOf('=') + 1)]).map((word) => JSON.stringify(word));
  if (isOwn && words.some((word) => /^(?:-[\w-]+=)?\.\/?$/.test(word)) && texts.some((text) => OPENS_ANY.test(text)))
    return [workdir];
  // Paths that start from the program, or from the source that asks where it is.
  const ownPlaces = texts.some((text) => /\bos\.(?:Executable\(|Args\[0\])/.test(text)) ? programs.map(parentOf) : [];
  const sourcePlaces = paths.filter((_, index) => /\bruntime\.Caller\(/.test(texts[index]!)).map(parentOf);
  const custom = BY_CUSTOM.flatMap(([library, names]) => (texts.some((text) => library.test(text)) ? names : []));
  const outside = [...quoted, ...custom.map((name) => JSON.stringify(name)), ...[...scripts.values()].map(quotedWords)];
  const search = (given: readonly string[], served: readonly string[]) =>
    findFilesInUse({
      files: sources.files,
      bases: [...new Set([workdir, root, ...ownPlaces, ...sourcePlaces])],
      texts: given,
      served: served.map((name) => below(root, name)),
      isSource: isGoSource,
      read: (path) => files.read(path),
    });
  const embedded = paths.flatMap((path, index) =>
    embeddedPaths(texts[index]!).map((pattern) => toPath(pattern.replace(/\/?\*.*$/, ''), parentOf(path))!),
  );
  const opened = texts.map((text) =>
    text
      .split('\n')
      .filter((line) => OPENS.test(line))
      .join('\n'),
  );
  const sure = search([...opened, ...outside], []);
  const found = search([...texts, ...texts.map(joinedEndings), ...outside], SERVED);
  // What is compiled in is not opened, unless the sources do that too.
  const isNeeded = (path: string) => !embedded.some((place) => isWithin(path, place)) || sure.includes(path);
  return [...new Set([...found.filter(isNeeded), ...sure])].filter((path) => !scripts.has(path)).sort();
}

/** The words of a script as literals: it may open any of them. */
function quotedWords(text: string | undefined): string {
  const words = (text ?? '').split(/[\s"'=;&|()<>`]+/);
  return words.map((word) => JSON.stringify(word)).join('\n');
}

/** `name + ".yaml"` may be any file of that ending, for the search a pattern. */
function joinedEndings(text: string): string {
  return [...text.matchAll(/\+\s*"(\.[a-z]{2,10})"/g)].map(([, ending]) => `"*${ending}"`).join('\n');
}
