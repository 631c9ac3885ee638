import type { Artefact, Ecosystem, Plan, PlanRefusal, Project, ProjectFiles, RuntimeNeed, Step } from '../ecosystem';
import { embeddedPaths, importsC, modulePath, requiresCgo } from '../go-modules';
import { below, isWithin, nameOf, parentOf, toPath } from '../image-paths';
import { type RecipeCall, readRecipes } from '../makefile';
import { hasCommand, packageRole } from '../package-roles';
import { findFilesInUse } from '../run-time-files';

const GOPATH = '/go';

export const go: Ecosystem = {
  id: 'go',
  title: 'Go',
  environment: { GOPATH, GOTOOLCHAIN: 'local' },
  buildVariables: /^(?:GO[A-Z0-9]*|CGO_[A-Z]+|CC|CXX|AR|LD|PKG_CONFIG\w*|GLIDE_\w+|DEP_\w+|DEBIAN_FRONTEND)$/,
  buildReads: () => false,
  isSource: (path) => SOURCES.test(path),
  buildDirectories: [
    `${GOPATH}/src`,
    `${GOPATH}/pkg`,
    `${GOPATH}/bin`,
    '/usr/local/go',
    '/root/.cache',
    '/root/go',
    '/root/.config/go',
  ],

  recognises: ({ base, steps, start }) =>
    base.family === 'go' &&
    (steps.some((step) => step.name === 'make' || readBuild(step) !== undefined) ||
      start.programs.some(({ name }) => START_TOOLS.has(nameOf(name)))),

  roleOf(step, project) {
    // What is generated beside the sources may be served: only what ends up in the program is the build's alone.
    if (step.name === 'swagger' && step.arguments[1] === 'spec') return undefined;
    if (BUILD_TOOLS.has(step.name)) return 'build';
    if (step.name === 'git') return isLocalGit(step) ? 'build' : undefined;
    if (step.name === 'make') {
      const recipes = readMake(step, project);
      const known = recipes?.every(
        ({ name, arguments: given }) =>
          BUILD_TOOLS.has(name) ||
          (RECIPE_TOOLS.has(name) && !given.some((word) => /^\/(?!go\/|tmp\/|dev\/null)/.test(word))),
      );
      return known ? 'build' : undefined;
    }
    if (!FILE_TOOLS.has(step.name)) return undefined;
    const products = readProducts(project);
    return step.arguments.some((word) => findProduct(products, toPath(word, step.directory))) ? 'build' : undefined;
  },

  provides: () => false,

  plan(project) {
    const tool = project.start.programs.map(({ name }) => nameOf(name)).find((name) => START_TOOLS.has(name));
    if (tool) return { because: `The container runs ${tool}, which needs the Go toolchain.` };
    const builds = project.steps.flatMap((step) => readBuilds(step, project));
    if (builds.length === 0) return { because: 'No RUN builds a program.' };
    const odd = builds.find(({ flags }) => LIBRARIES.has(flags.get('buildmode') ?? ''));
    if (odd) return { because: `Line ${odd.step.line} builds a library, not a program (-buildmode).` };
    const foreign = builds.find(({ goos }) => goos !== '' && goos !== 'linux');
    if (foreign) return { because: `Line ${foreign.step.line} builds for another system than Linux.` };
    if (!project.copiesContext) {
      return {
        because: 'The program comes from elsewhere; whether it needs the Go toolchain at run time is not known.',
      };
    }
    const used = findUsed(project, readProducts(project));
    if ('because' in used) return used;
    return toPlan(
      project,
      used,
      builds.filter(({ step }) => used.some((one) => one.step === step)),
    );
  },
};

/** Commands of the start that compile or watch sources. */
const START_TOOLS = new Set(
  `go go-wrapper air CompileDaemon dlv fresh gin realize reflex modd wgo gow arelo entr make godep gb bee revel
  buffalo`.split(/\s+/),
);
const LIBRARIES = new Set(['plugin', 'c-shared', 'c-archive', 'shared', 'archive']);

/** What fetches dependencies, generates code, checks or packs it, in the project or the GOPATH. */
const BUILD_TOOLS = new Set(
  `go gofmt goimports golint golangci-lint staticcheck gosec go-wrapper godep dep glide govendor gvt gpm gb trash vndr
  protoc buf swag swagger statik packr packr2 go-bindata go-bindata-assetfs rice stringer mockgen wire sqlc templ
  gqlgen oapi-codegen easyjson ffjson msgp garble upx strip gotestsum ginkgo mockery`.split(/\s+/),
);
/** What is done to a program once it is built. */
const FILE_TOOLS = new Set(['cp', 'mv', 'install', 'chmod', 'ls', 'du', 'file']);

/** A clone into the GOPATH, or a command in a working copy. */
function isLocalGit({ arguments: given, directory }: Step): boolean {
  if (given[0] !== 'clone') return true;
  const target = given.slice(1).filter((word) => !word.startsWith('-'))[1];
  return isWithin(toPath(target ?? '.', directory) ?? '/', GOPATH);
}

/** A command that makes programs. */
interface GoBuild {
  /** The command in the file: `make` for a build of a recipe. */
  readonly step: Step;
  readonly verb: 'build' | 'install';
  readonly flags: ReadonlyMap<string, string>;
  readonly packages: readonly string[];
  readonly directory: string | undefined;
  /** CGO_ENABLED and GOOS as the build sees them. */
  readonly cgo: string;
  readonly goos: string;
}

const VALUE_FLAGS = new Set(
  `C asmflags buildmode buildvcs compiler covermode coverpkg gccgoflags gcflags installsuffix ldflags mod modfile o
  overlay p pgo pkgdir tags toolexec`.split(/\s+/),
);

/** The builds of a command; those of a Makefile's recipes stand for the `make` that runs them. */
function readBuilds(step: Step, project: Project): GoBuild[] {
  const recipes = step.name === 'make' ? readMake(step, project) : undefined;
  if (!recipes) {
    const build = readBuild(step);
    return build ? [build] : [];
  }
  return recipes.flatMap((call) => {
    const inner = readBuild(toStep(step, call));
    return inner
      ? [{ ...inner, cgo: inner.step.variable('CGO_ENABLED') ?? '', goos: inner.step.variable('GOOS') ?? '', step }]
      : [];
  });
}

function toStep(make: Step, { name, arguments: given, variables, directory }: RecipeCall): Step {
  return {
    ...make,
    name,
    arguments: given,
    directory: directory === undefined ? make.directory : toPath(directory, make.directory),
    variable: (variable) => variables.get(variable) ?? make.variable(variable),
  };
}

/** What `make` runs; undefined when the Makefile can't be read. */
function readMake({ arguments: given, directory }: Step, { files }: Project): RecipeCall[] | undefined {
  const at = given.indexOf('-C');
  const place = at === -1 ? directory : toPath(given[at + 1] ?? '.', directory);
  const words = at === -1 ? given : given.filter((_, index) => index !== at && index !== at + 1);
  const text =
    place === undefined ? undefined : (files?.read(below(place, 'Makefile')) ?? files?.read(below(place, 'makefile')));
  return text === undefined || place !== directory ? undefined : readRecipes(text, words);
}

/** What recipes do beside building, in the project. */
const RECIPE_TOOLS = new Set(
  'echo printf mkdir rm cp mv touch true test [ cat date find sed grep chmod git ls'.split(' '),
);

/** `go build`, `go install`, and the `go get` of old that installs too. */
function readBuild(step: Step): GoBuild | undefined {
  const cgo = step.variable('CGO_ENABLED') ?? '';
  const goos = step.variable('GOOS') ?? '';
  if (step.name === 'go-wrapper' && step.arguments[0] === 'install') {
    return { step, verb: 'install', flags: new Map(), packages: ['.'], directory: step.directory, cgo, goos };
  }
  if (step.name !== 'go') return undefined;
  const [verb, ...words] = step.arguments;
  if (verb !== 'build' && verb !== 'install' && verb !== 'get') return undefined;
  const flags = new Map<string, string>();
  const packages: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const [, name, glued] = /^--?([a-zA-Z]\w*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (name === undefined) packages.push(word);
    else if (glued !== undefined) flags.set(name, glued);
    else flags.set(name, VALUE_FLAGS.has(name) ? (words[++at] ?? '') : 'true');
  }
  if (verb === 'get' && flags.has('d')) return undefined;
  const change = flags.get('C');
  const directory = change === undefined ? step.directory : toPath(change, step.directory);
  return { step, verb: verb === 'build' ? 'build' : 'install', flags, packages, directory, cgo, goos };
}

/** A program that a command makes; without `path` it is one in `directory` whose name only the sources tell. */
interface Product {
  readonly step: Step;
  readonly path?: string;
  readonly directory?: string;
}

const productsByProject = new WeakMap<Project, readonly Product[]>();

/** Every program that the file makes, in order. */
function readProducts(project: Project): readonly Product[] {
  const known = productsByProject.get(project);
  if (known) return known;
  const products: Product[] = [];
  for (const step of project.steps) {
    const builds = readBuilds(step, project);
    if (builds.length > 0) products.push(...builds.flatMap((build) => productsOf(build, project)));
    else if (['cp', 'mv', 'install'].includes(step.name))
      products.push(...carried(step, products, project.directories));
  }
  productsByProject.set(project, products);
  return products;
}

function productsOf(build: GoBuild, project: Project): Product[] {
  const { step, verb, flags, directory } = build;
  const packages = build.packages.length > 0 ? build.packages : ['.'];
  const names = packages.flatMap((name) => programNames(name, build, project));
  const inDirectory = (place: string): Product[] =>
    names.map((name) => (name === undefined ? { step, directory: place } : { step, path: below(place, name) }));
  if (verb === 'install') {
    const bin = step.variable('GOBIN') || `${(step.variable('GOPATH') || GOPATH).split(':')[0]}/bin`;
    return inDirectory(bin);
  }
  const several = packages.length > 1 && !packages.every((name) => name.endsWith('.go'));
  const output = flags.get('o');
  if (output === undefined) {
    // Programs of several packages are only checked, then thrown away.
    return several || packages[0]!.includes('...') || directory === undefined ? [] : inDirectory(directory).slice(0, 1);
  }
  const path = toPath(output, directory);
  if (path === undefined || path.includes('$') || path === '/dev/null') return [];
  const isDirectory =
    several ||
    /(?:^|\/)\.{0,2}$/.test(output) ||
    project.directories.has(path) ||
    (project.files?.below(path)?.length ?? 0) > 0;
  return isDirectory ? inDirectory(path) : [{ step, path }];
}

/** The names of the programs that a pattern of packages stands for; undefined in it when only the sources tell. */
function programNames(pattern: string, build: GoBuild, project: Project): (string | undefined)[] {
  const start = /^(\.{1,2}(?:\/[^.*$]*)?)\/\.\.\.$/.exec(pattern)?.[1];
  const place = start === undefined ? undefined : toPath(start, build.directory);
  const sources = place === undefined ? undefined : project.files?.below(place);
  // What a pattern of another module stands for is found out by the download.
  if (start === undefined && pattern.includes('...') && !/^\.{1,2}\//.test(pattern)) return [];
  if (!sources || sources.length === 0) return [programName(pattern, build, project)];
  const mains = sources.filter(
    (path) =>
      path.endsWith('.go') &&
      !/_test\.go$|\/(?:vendor|testdata)\//.test(path) &&
      /^package\s+main\b/m.test(project.files?.read(path) ?? ''),
  );
  return [...new Set(mains.map(parentOf))].map((directory) => programName(directory, build, project));
}

/** The name of the program that a package becomes; undefined when only the sources tell. */
function programName(pattern: string, { directory }: GoBuild, { files }: Project): string | undefined {
  const path = pattern.replace(/@[^/]*$/, '').replace(/\/+$/, '');
  if (/\.\.\.|[*$]/.test(path)) return undefined;
  if (path.endsWith('.go')) return nameOf(path).slice(0, -'.go'.length);
  if (path !== '' && !/^[./]/.test(path)) return nameOf(path.replace(/\/v\d+$/, ''));
  const place = toPath(path || '.', directory);
  if (place === undefined) return undefined;
  // The import path decides: of a module's root that is the module's own; in a GOPATH and below a module, the directory's name.
  const module = modulePath(files?.read(below(place, 'go.mod')) ?? '');
  if (module !== undefined) return nameOf(module.replace(/\/v\d+$/, ''));
  const rooted =
    place.startsWith(`${GOPATH}/src/`) || (files !== undefined && moduleRootOf(files, place) !== undefined);
  return place !== directory || rooted ? nameOf(place) : undefined;
}

/** `cp main /usr/local/bin/app`: the program is there too. */
function carried(step: Step, known: readonly Product[], directories: ReadonlySet<string>): Product[] {
  const words = step.arguments.filter((word) => !word.startsWith('-'));
  const last = words.at(-1);
  const to = last !== undefined && words.length >= 2 ? toPath(last, step.directory) : undefined;
  if (last === undefined || to === undefined || to.includes('$')) return [];
  const inside = last.endsWith('/') || words.length > 2 || directories.has(to) || /\/s?bin$/.test(to);
  return words.slice(0, -1).flatMap((word) => {
    const source = findProduct(known, toPath(word, step.directory));
    return source ? [{ step: source.step, path: inside ? below(to, nameOf(word)) : to }] : [];
  });
}

/** The last product at a path; one whose name only the sources tell is taken for it in its directory. */
function findProduct(products: readonly Product[], path: string | undefined): Product | undefined {
  if (path === undefined) return undefined;
  return products.findLast(
    (one) =>
      one.path === path || (one.path === undefined && one.directory === parentOf(path) && !nameOf(path).includes('.')),
  );
}

/** A program that the start needs, and the command that built it. */
interface Used extends Artefact {
  readonly step: Step;
}

/** Directories that are searched for a program given by name, in the base images. */
const PATH = [`${GOPATH}/bin`, '/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** The programs that the start calls, or that its scripts name. */
function findUsed(project: Project, products: readonly Product[]): readonly Used[] | PlanRefusal {
  const used = new Map<string, Used>();
  const { programs, shell } = project.start;
  for (const { name, arguments: given } of [...programs, ...project.checks]) {
    for (const word of [name, ...given]) {
      const found = matchProduct(word, project, products);
      if (found) used.set(found.from, found);
    }
  }
  for (const [script, text] of project.scripts) {
    if (text === undefined && used.size === 0) return { because: `What ${nameOf(script)} starts can't be read here.` };
    const tool = /(?:^|[\s;&|(])(go (?:run|build|install|test|generate|mod)|dlv|make)\b/m.exec(text ?? '')?.[1];
    if (tool) return { because: `${nameOf(script)} runs ${tool}, which needs the Go toolchain.` };
    for (const word of new Set((text ?? '').split(/[\s"'`;&|()=]+/))) {
      const found = word === '' || hasCommand('debian', word) ? undefined : matchProduct(word, project, products);
      if (found) used.set(found.from, found);
    }
  }
  const first = programs[0]?.name ?? '';
  const startsOwn =
    matchProduct(first, project, products) !== undefined || project.scripts.has(toPath(first, project.workdir)!);
  if (used.size === 0 || !(startsOwn || shell || SHELLS.has(nameOf(first)))) {
    return { because: `${first || 'What the container starts'} is not built here, as far as the file tells.` };
  }
  return [...used.values()];
}

const SHELLS = new Set(['sh', 'bash', 'ash']);

function matchProduct(word: string, project: Project, products: readonly Product[]): Used | undefined {
  if (word.includes('/')) {
    const path = toPath(word, project.workdir)!;
    const found = findProduct(products, path);
    return found && { from: path, to: path, step: found.step };
  }
  if (!/^\w[\w.+-]*$/.test(word)) return undefined;
  const own = (project.variable('PATH') ?? '').split(':').filter((place) => place.startsWith('/'));
  for (const place of [...own, ...PATH]) {
    const path = below(place, word);
    const found = findProduct(products, path);
    // A directory that only the Go image has in its PATH: the program moves to one that every image has.
    const to = /^\/(?:usr\/(?:local\/)?)?s?bin$/.test(place) ? path : `/usr/local/bin/${word}`;
    if (found) return { from: path, to, step: found.step };
  }
  return undefined;
}

/** Whether nothing of the program can need cgo; undefined when the sources are not there to tell. */
function isPure({ files, packages }: Project, builds: readonly GoBuild[]): boolean | undefined {
  // Somebody who installs a compiler or headers has a use for them.
  if (
    packages.some(
      (name) =>
        /^(?:gcc|g\+\+|build-base|build-essential|alpine-sdk|clang)$/.test(name) || packageRole(name) === 'headers',
    )
  ) {
    return false;
  }
  const root = files && findModuleRoot(files, builds);
  if (!files || root === undefined) return undefined;
  const sources = files.below(root)?.filter((path) => path.endsWith('.go') && !path.endsWith('_test.go'));
  if (!sources || sources.length === 0) return undefined;
  // Modules beside this one are compiled too, and are not looked at.
  if (/=>\s*\.\.\//.test(files.read(below(root, 'go.mod')) ?? '') || files.has(below(parentOf(root), 'go.work')))
    return undefined;
  if (requiresCgo(files.read(below(root, 'go.mod')) ?? '', files.read(below(root, 'go.sum')) ?? '')) return false;
  return !sources.some((path) => importsC(files.read(path) ?? '"C"'));
}

/** The directory of the go.mod that the builds belong to. */
function findModuleRoot(files: ProjectFiles, builds: readonly GoBuild[]): string | undefined {
  for (const { directory } of builds) {
    const root = directory === undefined ? undefined : moduleRootOf(files, directory);
    if (root !== undefined) return root;
  }
  return undefined;
}

function moduleRootOf(files: ProjectFiles, directory: string): string | undefined {
  for (let at = directory; ; at = parentOf(at)) {
    if (files.has(below(at, 'go.mod'))) return at;
    if (at === '/') return undefined;
  }
}

function toPlan(project: Project, used: readonly Used[], builds: readonly GoBuild[]): Plan | PlanRefusal {
  const notes: string[] = [];
  const prefixes = new Map<Step, string>();
  const pure = isPure(project, builds);
  const linkedStatically = builds.every(({ flags }) => /-static\b/.test(flags.get('ldflags') ?? ''));
  let need: RuntimeNeed = { kind: 'static' };
  const remote = builds.some(({ packages }) =>
    packages.some((name) => /^[a-z0-9-]+\.[a-z]+\//.test(name) && name.includes('@')),
  );
  const needsCgo =
    remote ||
    builds.some(
      ({ cgo, flags }) =>
        cgo === '1' ||
        ['race', 'msan', 'asan'].some((name) => flags.has(name)) ||
        /linkmode[= ]external/.test(flags.get('ldflags') ?? ''),
    );
  if (pure && !linkedStatically && !needsCgo) {
    for (const { step, cgo } of builds) if (cgo !== '0') prefixes.set(step, 'CGO_ENABLED=0 ');
    if (prefixes.size > 0) notes.push('Nothing here needs cgo: with CGO_ENABLED=0 the program needs no C library.');
  } else if (!linkedStatically && builds.some(({ cgo }) => cgo !== '0')) {
    const { libc, codename, distroVersion, version } = project.base;
    if (libc !== 'glibc' && libc !== 'musl') return { because: 'The C library of the base image is not known.' };
    need = { kind: 'dynamic', libc, codename: codename ?? defaultCodename(version), distroVersion };
    if (pure === undefined)
      notes.push('If the program does not use cgo, CGO_ENABLED=0 lets it run on distroless/static.');
  }
  const files = readFilesInUse(project, builds);
  if (files === undefined) {
    notes.push('The sources are not here to tell whether the program opens files at run time; if so, copy those too.');
  } else if (files.length > 0)
    notes.push(
      `The program may open ${listOf(files.map(nameOf))}: the runtime stage has ${files.length === 1 ? 'it' : 'them'} too.`,
    );
  const artefacts = [
    ...used.map(({ from, to }) => ({ from, to })),
    ...(files ?? []).map((path) => ({ from: path, to: path })),
  ];
  const texts = sourceTexts(project, builds);
  const calls = [...new Set(texts.flatMap((text) => [...text.matchAll(CALLS)].map((match) => match[1]!)))];
  const zones =
    texts.length === 0 || project.variable('TZ') !== undefined || texts.some((text) => text.includes('LoadLocation'));
  return { artefacts, need, prefixes, calls, wants: zones ? ['certificates', 'zones'] : ['certificates'], notes };
}

/** Programs that a program starts by name. */
const CALLS = /\bexec\.(?:Command|LookPath|CommandContext)\(\s*(?:\w+(?:\.\w+\(\))?\s*,\s*)?"([^"\s]+)"/g;

/** The text of every source that is compiled into the programs; none when they are not known. */
function sourceTexts({ files }: Project, builds: readonly GoBuild[]): string[] {
  const root = files && (findModuleRoot(files, builds) ?? builds[0]?.directory);
  const sources = root === undefined ? [] : (files!.below(root) ?? []);
  return sources
    .filter((path) => path.endsWith('.go') && !path.endsWith('_test.go') && !FOREIGN.test(path))
    .map((path) => files!.read(path) ?? '');
}

/** Debian's release under a tag that names none: the one of the time; unknown for tags that still move. */
function defaultCodename(version: string | undefined): string | undefined {
  const minor = Number(/^1\.(\d+)/.exec(version ?? '')?.[1] ?? Number.NaN);
  if (Number.isNaN(minor) || minor >= 24) return undefined;
  return minor >= 20 ? 'bookworm' : minor >= 17 ? 'bullseye' : minor >= 12 ? 'buster' : 'stretch';
}

/** Directories that programs serve without naming them as a whole. */
const SERVED = ['templates', 'static', 'migrations', 'public', 'views', 'locales', 'i18n'];
const SOURCES = /\.(?:go|mod|sum|work|md|proto)$|\/(?:Makefile|Dockerfile[^/]*|LICENSE|\.[^/]*ignore)$/;
const FOREIGN = /\/(?:vendor|node_modules|testdata|\.git|\.github)\//;

/** Files and directories that the sources, the settings or the start name; undefined when the sources are not known. */
function readFilesInUse(project: Project, builds: readonly GoBuild[]): string[] | undefined {
  const { files, workdir, settings, start, scripts } = project;
  const root = files && (findModuleRoot(files, builds) ?? builds[0]?.directory);
  const all = root === undefined ? undefined : files!.below(root)?.filter((path) => !FOREIGN.test(path));
  const sources = all?.filter((path) => path.endsWith('.go') && !path.endsWith('_test.go'));
  if (!files || !all || root === undefined || !sources || sources.length === 0) return undefined;
  const texts = sources.map((path) => files.read(path) ?? '');
  const embedded = sources.flatMap((path, index) =>
    embeddedPaths(texts[index]!).map((pattern) => toPath(pattern.replace(/\/?\*.*$/, ''), parentOf(path))!),
  );
  const words = [
    ...[...start.programs, ...project.checks].flatMap(({ name, arguments: given }) => [name, ...given]),
    ...settings,
  ];
  const quoted = words.flatMap((word) => [word, word.slice(word.indexOf('=') + 1)]).map((word) => JSON.stringify(word));
  const found = findFilesInUse({
    files: all,
    bases: [...new Set([workdir, root])],
    texts: [...texts, ...quoted, ...[...scripts.values()].flatMap((text) => text ?? [])],
    served: SERVED.map((name) => below(root, name)),
    isSource: (path) => SOURCES.test(path),
    read: (path) => files.read(path),
  });
  return found.filter((path) => !embedded.some((place) => isWithin(path, place)) && !scripts.has(path));
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
