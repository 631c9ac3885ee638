import { type CBuilds, type Configured, readBuilds } from '../c-builds';
import { isCompilerName } from '../c-commands';
import { type CFiles, filesInUse, interpretersOf, readFiles, wholeDirectory } from '../c-files';
import { bringsHeaders, readNeeds } from '../c-libraries';
import { isCSource, readSourceFacts } from '../c-sources';
import { isBuilt, neededCalls, projectOf, readStart } from '../c-start';
import type { Artefact, Ecosystem, Plan, PlanRefusal, Project, Step } from '../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../image-paths';
import { packageName } from '../package-roles';

export const c: Ecosystem = {
  id: 'c',
  title: 'C and C++',
  environment: {},
  buildVariables:
    /^(?:CC|CXX|CPP|LD|AR|AS|NM|FC|F77|RANLIB|STRIP|(?:C|CXX|CPP|LD|F|FC|AS|AR|MAKE)FLAGS|LDLIBS|LIBS|MAKE\w*|CMAKE_\w+|PKG_CONFIG\w*|CCACHE_\w+|CTEST_\w+|DESTDIR|DEBIAN_FRONTEND|GCC_\w+|VCPKG_\w+|CONAN_\w+)$/,
  buildReads: () => false,
  isSource: (path) =>
    isCSource(path) || /\.(?:o|a|lo|la|d)$|\/(?:Makefile|CMakeLists\.txt|Dockerfile[^/]*|LICENSE)$/.test(path),
  buildDirectories: ['/usr/src', '/usr/local/src', '/root/.cache'],

  recognises(project) {
    const { base } = project;
    if (base.os !== 'linux' || !BASES.has(base.family ?? '')) return false;
    const names = readBuilds(project).calls.map(({ name }) => nameOf(name));
    return (
      names.some((name) => isCompilerName(name) || BUILDERS.has(name)) &&
      !names.some((name) => OTHERS.test(name)) &&
      !project.start.programs.some(({ name }) => OTHERS.test(nameOf(name)))
    );
  },

  roleOf(step, project) {
    const { name } = step;
    if (isCompilerName(name) || BUILDERS.has(name) || BUILD_TOOLS.has(name)) return 'build';
    if (FETCHERS.has(name)) return fetchesSources(step, project) ? 'build' : undefined;
    if (FILE_TOOLS.has(name)) return concernsProducts(step, project) ? 'build' : undefined;
    if (name === 'update-alternatives') {
      return step.arguments.some((word) => isCompilerName(word)) ? 'build' : undefined;
    }
    const script = /^(?:ba|da)?sh$/.test(name) ? step.arguments.find((word) => !word.startsWith('-')) : step.command;
    if (script?.includes('/') !== true && !/\.sh$/.test(script ?? '')) return undefined;
    const path = toPath(script!, step.directory);
    if (path === undefined) return undefined;
    if (SETS_UP.test(nameOf(path)) || /test|bench/i.test(nameOf(path))) return 'build';
    if (project.files?.has(path)) return readBuilds(project).opaque.includes(step) ? undefined : 'build';
    if (readBuilds(project).ran.some((call) => call.step === step)) return 'build';
    const informs =
      step.arguments.every((word) => /^--?(?:version|help|v|h)$/i.test(word)) && step.arguments.length > 0;
    return informs && isBuilt(path, true, project, readBuilds(project)) ? 'build' : undefined;
  },

  provides: () => false,

  plan(project) {
    const builds = readBuilds(project);
    const odd = builds.calls.find(({ name }) => UNKNOWN_BUILDERS.has(nameOf(name)));
    if (odd)
      return {
        because: `Line ${odd.step.line} calls ${nameOf(odd.name)}; where that puts libraries and programs is not known.`,
      };
    const { distro } = project.base;
    if (distro !== 'debian' && distro !== 'ubuntu' && distro !== 'alpine')
      return {
        because: `What programs built on ${project.image} need at run time is not known; Debian, Ubuntu and Alpine are.`,
      };
    const start = readStart(project, builds);
    if ('because' in start) return start;
    const files = readFiles(project, builds);
    if (!files || (project.copiesContext && files.sources.size === 0 && !builds.installed.length))
      return { because: 'The sources are not here to tell what the program opens and is linked with at run time.' };
    return files.sources.size === 0
      ? planForeign(project, builds, start.programs)
      : planOwn(project, builds, files, start);
  },
};

const BASES = new Set(
  'gcc buildpack-deps debian ubuntu alpine fedora centos rockylinux almalinux archlinux opensuse amazonlinux ubi oraclelinux'.split(
    ' ',
  ),
);

/** Programs that build what build files say. */
const BUILDERS = new Set(
  'make gmake cmake ninja ninja-build meson configure scons bazel xmake qmake qmake6 conan vcpkg'.split(' '),
);
const UNKNOWN_BUILDERS = new Set(
  'conan vcpkg scons bazel bazelisk xmake waf premake5 tup qmake qmake6 mpicc mpicxx mpic++ nvcc emcc em++ zig'.split(
    ' ',
  ),
);

/** What generates, checks or packs, in the directory that it works in. */
const BUILD_TOOLS = new Set(
  `ar ranlib ld as nm objdump objcopy strip readelf ldd ldconfig size ctest cpack autoreconf autoconf automake autoheader aclocal
  libtoolize glibtoolize libtool autopoint intltoolize bison yacc flex lex gperf re2c ragel protoc protoc-c pkg-config pkgconf ccache
  cppcheck clang-format clang-tidy doxygen valgrind gcov lcov gcovr bear file upx xxd`.split(/\s+/),
);
const FETCHERS = new Set(['git', 'wget', 'curl', 'tar', 'unzip', 'svn']);
const FILE_TOOLS = new Set(['cp', 'mv', 'install', 'ln', 'chmod', 'ls', 'du']);
const SETS_UP = /^(?:configure|Configure|config|autogen(?:\.sh)?|bootstrap(?:\.sh)?|buildconf(?:\.sh)?)$/;

/** Tools of other languages: a project that uses them is none of C alone. */
const OTHERS =
  /^(?:go|cargo|rustc|rustup|npm|npx|yarn|pnpm|bun|deno|node|pip[\d.]*|python[\d.]*|poetry|uv|conda|bundle|gem|rake|ruby|mvn|mvnw|gradle|gradlew|javac?|dotnet|mix|elixir|rebar3|php|composer|pecl|phpize|docker-php-ext-\w+|swift|ghc|cabal|stack|nim|nimble|zig|sbt|lein|dart|flutter|julia|R|Rscript|luarocks|cpan|cpanm|opam|dune|ocamlfind|ocamlopt|crystal|shards|dub|dmd|ldc2|fpc|valac|kotlinc|erlc|rebar|gprbuild|nvcc)$/;

/** Whether a command brings sources into a directory that something is built in. */
function fetchesSources({ name, arguments: words, directory }: Step, project: Project): boolean {
  if (directory === undefined) return false;
  if (name === 'git' && words[0] !== 'clone') return words[0] !== 'config';
  const places = new Set(
    readBuilds(project).calls.flatMap((call) => (isBuilding(call.name) ? (call.directory ?? []) : [])),
  );
  for (const { source } of readBuilds(project).configured) places.add(source);
  const worksBelow = (path: string | undefined) =>
    path !== undefined && wholeDirectory(path) !== undefined && [...places].some((place) => isWithin(place, path));
  const operands = words.filter((word) => !word.startsWith('-'));
  if (name === 'git') {
    const url = operands[1] ?? '';
    const at = operands.findIndex((word) => /[:/]/.test(word));
    const target = operands[at + 1] ?? nameOf((operands[at] ?? url).replace(/\/+$/, '').replace(/\.git$/, ''));
    return worksBelow(toPath(target, directory));
  }
  const archive = words.find((word) => ARCHIVE.test(word));
  if (name === 'wget' || name === 'curl')
    return archive !== undefined && (directory === '/' || wholeDirectory(directory) !== undefined);
  const at = words.findIndex((word) => word === '-C' || word === '-d');
  const to = at === -1 ? directory : toPath(words[at + 1] ?? '.', directory);
  // What is packed is a directory of the archive's name, more often than not.
  const inside =
    archive === undefined || to === undefined ? undefined : below(to, nameOf(archive).replace(ARCHIVE, ''));
  return worksBelow(to) || worksBelow(inside);
}

const ARCHIVE = /\.(?:tar(?:\.\w+)?|tgz|tbz2|txz|zip)(?=$|\?).*$/;

function isBuilding(name: string): boolean {
  return isCompilerName(name) || BUILDERS.has(nameOf(name));
}

/** Whether a command does something with what is built. */
function concernsProducts({ name, arguments: words, directory }: Step, project: Project): boolean {
  const builds = readBuilds(project);
  const operands = words.filter((word) => !word.startsWith('-')).map((word) => toPath(word, directory));
  if (name === 'cp' || name === 'mv' || name === 'install' || name === 'ln') {
    const sources = operands.slice(0, -1);
    const isOwn = (path: string | undefined) =>
      path !== undefined && isBuilt(path, true, project, builds) && !project.files?.has(path);
    const isFile = (path: string | undefined) => path !== undefined && project.files?.read(path) !== undefined;
    return sources.some(isOwn) || (sources.length > 0 && sources.every(isFile));
  }
  return operands.some((path) => path !== undefined && isBuilt(path, false, project, builds));
}

type Start = Exclude<ReturnType<typeof readStart>, PlanRefusal>;

/** A plan for sources of the build context, which can be read. */
function planOwn(project: Project, builds: CBuilds, files: CFiles, start: Start): Plan | PlanRefusal {
  const { programs } = start;
  const facts = readSourceFacts(files.sources);
  if (facts.loads !== undefined)
    return { because: `${nameOf(facts.loads)} loads libraries while it runs (dlopen); which ones is not known.` };
  const calls = neededCalls(
    [
      ...facts.calls,
      ...interpretersOf(
        project,
        files.all.filter((path) => /\.sh$/.test(path)),
      ),
    ],
    project,
    builds,
  );
  if ('because' in calls) return calls;
  const cplusplus =
    [...files.sources.keys()].some((path) => /\.(?:cc|cpp|cxx|c\+\+|C|hpp|hh|hxx)$/.test(path)) ||
    builds.calls.some(({ name }) => /\+\+/.test(nameOf(name)));
  const needs = readNeeds(project, builds, cplusplus);
  if ('because' in needs) return needs;
  const made = madeByBuild(project, builds, programs, facts);
  if ('because' in made) return made;
  const directories = madeDirectories(builds, files);
  const inUse = filesInUse(project, builds, files, facts, programs);
  const opened = inUse.filter((path) => !made.artefacts.some(({ from }) => isWithin(path, from)));
  const notes = [...made.notes];
  if (opened.length > 0)
    notes.push(
      `The program may open ${listOf(opened.map(nameOf))}: the runtime stage has ${opened.length === 1 ? 'it' : 'them'} too.`,
    );
  const products = builds.products.filter(({ path }) => programs.some(({ from }) => from === path));
  const isStatic = products.length > 0 && products.length === programs.length && products.every((one) => one.static);
  return complete(project, {
    artefacts: [
      ...made.artefacts,
      ...directories.map((path) => ({ from: path, to: path })),
      ...opened.map((path) => ({ from: path, to: path, optional: true })),
    ],
    need: isStatic && !facts.needsSystem && needs.packages.length === 0 ? { kind: 'static' } : needs.need,
    packages: [...needs.packages, ...(facts.looksUpServices && project.base.distro !== 'alpine' ? ['netbase'] : [])],
    calls,
    notes,
    newer: isStatic ? [] : needs.newer,
    libraries: made.libraries,
    stages: made.stages,
    connects: needs.connects,
    knownLibraries: builds.opaque.length === 0 && builds.configured.every(({ tool }) => tool === 'cmake'),
  });
}

/** Directories that recipes make for the program: those that it names, and those that an installation makes elsewhere. */
function madeDirectories({ made, products }: CBuilds, { roots, sources }: CFiles): string[] {
  const texts = [...sources.values()];
  return [...new Set(made)].filter((path) => {
    if (isPassing(path) || wholeDirectory(path) === undefined || products.some((one) => isWithin(one.path, path)))
      return false;
    const inProject = roots.some((root) => isWithin(path, root));
    return (
      !inProject ||
      texts.some(
        (text) =>
          text.includes(`"${nameOf(path)}`) || text.includes(`/${nameOf(path)}/`) || text.includes(`/${nameOf(path)}"`),
      )
    );
  });
}

interface Made {
  readonly artefacts: readonly Artefact[];
  readonly notes: readonly string[];
  /** Directories of libraries that the loader has to be told of. */
  readonly libraries: readonly string[];
  readonly stages: readonly Staging[];
}

/** What of the build's results the runtime gets: the programs, libraries of their own, and what is generated for them. */
function madeByBuild(
  project: Project,
  builds: CBuilds,
  programs: readonly Artefact[],
  facts: ReturnType<typeof readSourceFacts>,
): Made | PlanRefusal {
  const artefacts: Artefact[] = [...programs];
  const notes: string[] = [];
  const libraries = new Set<string>();
  const whole = (path: string, why: string): PlanRefusal | undefined => {
    if (wholeDirectory(path) === undefined) return { because: `${why}, and ${path} can't be copied as a whole.` };
    artefacts.push({ from: path, to: path });
    notes.push(`${why}, so the runtime stage gets ${path} as a whole.`);
    return undefined;
  };
  for (const { tool, build, source, project: lists } of builds.configured) {
    if (!programs.some(({ from }) => isWithin(from, build) || lists?.programs.includes(from))) continue;
    const extra = [...(lists?.shared ?? []), ...(lists?.generated ?? [])];
    if (tool === 'cmake' && lists && !lists.unsure && (extra.length === 0 || !isConditional(lists.texts))) {
      artefacts.push(...extra.map((path) => ({ from: path, to: path })));
      continue;
    }
    if (
      tool !== 'cmake' &&
      !/shared_library|\blibrary\(|shared_module|both_libraries|configure_file|custom_target|LT_INIT|libtool|LTLIBRARIES/i.test(
        builds.texts.join('\n'),
      ) &&
      tool === 'meson'
    )
      continue;
    const refusal = whole(build === source ? source : build, 'What else the build leaves for its program is not known');
    if (refusal) return refusal;
  }
  for (const { step, arguments: words, directory } of builds.ran) {
    const away = words.find(
      (word) => word.startsWith('/') && !(directory !== undefined && isWithin(word, directory)) && !isPassing(word),
    );
    if (directory === undefined || away !== undefined)
      return { because: `Line ${step.line} runs a program of the project; what that leaves behind is not known.` };
    if (artefacts.some(({ from }) => isWithin(directory, from))) continue;
    const refusal = whole(directory, `Line ${step.line} runs a program of the project, which may leave files behind`);
    if (refusal) return refusal;
  }
  for (const step of builds.opaque) {
    const place = projectOf(step.directory, project);
    if (place === undefined || !programs.some(({ from }) => isWithin(from, place))) continue;
    if (artefacts.some(({ from }) => isWithin(place, from))) continue;
    const refusal = whole(place, `What line ${step.line} makes can't be told`);
    if (refusal) return refusal;
  }
  const calledPaths = new Set(
    facts.calls.filter((call) => call.includes('/')).map((call) => toPath(call, project.workdir)),
  );
  const gone = removedPlaces(project);
  for (const { path, kind } of builds.products) {
    const needed =
      kind === 'shared' ||
      calledPaths.has(path) ||
      (kind === 'file' && !isPassing(path) && !isCSource(path) && !/\.(?:o|a|d|pc|h|hpp|\d)$/.test(path));
    if (!needed || gone.some((place) => isWithin(path, place))) continue;
    if (project.files?.has(path) && kind === 'file') continue;
    artefacts.push({ from: path, to: path });
    if (kind === 'shared' && /^\/usr\/local\/lib(?:64)?\//.test(path)) libraries.add(parentOf(path));
  }
  const stages: Staging[] = [];
  const installed = readInstalled(project, builds, programs, artefacts, notes, libraries, stages);
  return installed ?? { artefacts, notes, libraries: [...libraries], stages };
}

function isConditional(texts: readonly string[]): boolean {
  return texts.some((text) => /^\s*if\s*\(/im.test(text));
}

function isPassing(path: string): boolean {
  return /^\/(?:tmp|var\/tmp|var\/cache|dev|proc)(?:\/|$)/.test(path);
}

function removedPlaces({ steps }: Project): string[] {
  return steps.flatMap(({ name, arguments: words, directory }) =>
    name === 'rm'
      ? words.flatMap((word) => (word.startsWith('-') ? [] : (toPath(word.replace(/\/\*$/, ''), directory) ?? [])))
      : [],
  );
}

const STAGING = '/staging';

/** A command of the builder's at its end. */
type Staging = NonNullable<Plan['finally']>[number];

/** The same installation below a directory of its own; undefined where that is not sure to work. */
function installAgain(configured: Configured | undefined, prefix: string): Staging | undefined {
  if (!configured || configured.prefix !== prefix || prefix === '/') return undefined;
  const { tool, build } = configured;
  const command = { cmake: 'cmake --build . --target install', meson: 'meson install', autotools: 'make install' }[
    tool
  ];
  return { command: `DESTDIR=${STAGING} ${command}`, directory: build };
}

/** What `make install` and the like put below their prefix. */
function readInstalled(
  project: Project,
  builds: CBuilds,
  programs: readonly Artefact[],
  artefacts: Artefact[],
  notes: string[],
  libraries: Set<string>,
  stages: Staging[],
): PlanRefusal | undefined {
  for (const { prefix, known, configured, step } of builds.installed) {
    if (known) continue;
    if (prefix === undefined) {
      const needed = programs.some(({ from }) => !builds.products.some(({ path }) => path === from));
      if (needed) return { because: `What line ${step.line} installs can't be told.` };
      continue;
    }
    const lists = configured?.project;
    if (lists?.installed.sure && !isConditional(lists.texts)) continue;
    if (prefix === '/usr' || prefix === '/' || (prefix === '/usr/local' && project.base.family === 'gcc')) {
      const again = installAgain(configured, prefix);
      if (
        again === undefined ||
        removedPlaces(project).some((place) => configured !== undefined && isWithin(configured.build, place))
      ) {
        return {
          because: `Line ${step.line} installs among the system's own files in ${prefix}; --prefix with a directory of its own tells them apart.`,
        };
      }
      stages.push(again);
      for (const [at, { from, to }] of artefacts.entries())
        if (isWithin(from, prefix) && from === to) artefacts[at] = { from: STAGING + from, to };
      artefacts.push({ from: STAGING + prefix, to: prefix });
      notes.push(
        `What line ${step.line} installs in ${prefix} is installed in ${STAGING} too, to tell it from what was there.`,
      );
      if (makesShared(builds)) libraries.add(below(prefix, 'lib'));
      continue;
    }
    if (wholeDirectory(prefix) === undefined && prefix !== '/usr/local')
      return {
        because: `Line ${step.line} installs among other files in ${prefix}; --prefix with a directory of its own tells them apart.`,
      };
    artefacts.push({ from: prefix, to: prefix });
    notes.push(`Everything that line ${step.line} installs in ${prefix} goes to the runtime stage.`);
    if (makesShared(builds)) libraries.add(below(prefix, 'lib'));
  }
  return undefined;
}

/** Whether the build makes shared libraries, or somebody takes care that the loader finds them. */
function makesShared({ calls, configured, products, texts }: CBuilds): boolean {
  return (
    calls.some(({ name }) => nameOf(name) === 'ldconfig') ||
    products.some(({ kind }) => kind === 'shared') ||
    configured.some(
      ({ project, tool }) => tool === 'cmake' && (project === undefined || project.shared.length > 0 || project.unsure),
    ) ||
    texts.some((text) => /LT_INIT|LTLIBRARIES|shared_library|both_libraries|BUILD_SHARED_LIBS|-shared\b/.test(text))
  );
}

/** A plan for sources that the file fetches: nothing of them can be read here. */
function planForeign(project: Project, builds: CBuilds, programs: readonly Artefact[]): Plan | PlanRefusal {
  if (bringsHeaders(project.base)) {
    return {
      because: `The sources are fetched, and ${project.image} has many libraries that they may be linked with; on debian:bookworm only those that the file installs would be.`,
    };
  }
  const needs = readNeeds(project, builds, true);
  if ('because' in needs) return needs;
  const artefacts: Artefact[] = [];
  const notes: string[] = [];
  const libraries = new Set<string>();
  const inPrefix = (path: string) =>
    builds.installed.some(({ prefix }) => prefix !== undefined && isWithin(path, prefix));
  for (const { from } of programs) {
    if (inPrefix(from)) continue;
    const place =
      builds.opaque.find(({ directory }) => directory !== undefined && isWithin(from, directory))?.directory ??
      builds.configured.find(({ build }) => isWithin(from, build))?.build;
    if (place === undefined || wholeDirectory(place) === undefined)
      return { because: `What ${from} needs at run time is not known, because its sources are fetched.` };
    artefacts.push({ from: place, to: place }, { from, to: from });
    notes.push(
      `The sources are fetched, so what the program opens is not known: the runtime stage gets ${place} as a whole.`,
    );
  }
  const stages: Staging[] = [];
  const refusal = readInstalled(project, builds, programs, artefacts, notes, libraries, stages);
  return (
    refusal ??
    complete(project, {
      artefacts,
      need: needs.need,
      packages: needs.packages,
      calls: [],
      notes,
      newer: needs.newer,
      libraries: [...libraries],
      stages,
      connects: needs.connects,
      knownLibraries: false,
    })
  );
}

interface Parts {
  readonly artefacts: readonly Artefact[];
  readonly need: Plan['need'];
  readonly packages: readonly string[];
  readonly calls: readonly string[];
  readonly notes: readonly string[];
  readonly newer: readonly string[];
  readonly libraries: readonly string[];
  readonly stages: readonly Staging[];
  readonly connects: boolean;
  /** Whether every library that the program is linked with is known by its own name. */
  readonly knownLibraries: boolean;
}

const NEWER = '/usr/local/lib/gcc-runtime';

/** Puts a plan together, with what the loader and connections need. */
function complete(
  project: Project,
  { artefacts, need, packages, calls, notes, newer, libraries, stages, connects, knownLibraries }: Parts,
): Plan | PlanRefusal {
  const environment: Record<string, string> = {};
  const own = project.variable('LD_LIBRARY_PATH');
  const places = [...(newer.length > 0 ? [NEWER] : []), ...libraries];
  if (places.length > 0 && own === undefined) environment.LD_LIBRARY_PATH = places.join(':');
  if (newer.length > 0 && own !== undefined)
    return {
      because: `LD_LIBRARY_PATH is set, and ${project.image} has newer libraries of the compiler than Debian, which would have to be added to it.`,
    };
  const all = [...packages];
  const installed = project.packages.map(packageName);
  if (need.kind !== 'static' && bringsHeaders(project.base)) {
    if (connects && !installed.includes('ca-certificates')) all.push('ca-certificates');
    if (project.variable('TZ') !== undefined && !installed.includes('tzdata')) all.push('tzdata');
  }
  const copies = newer.map((name) => `"$(g++ -print-file-name=${name})"`).join(' ');
  return {
    artefacts: [...artefacts, ...(newer.length > 0 ? [{ from: NEWER, to: NEWER }] : [])],
    need,
    environment,
    finally: [
      ...stages,
      ...(newer.length > 0
        ? [{ command: `mkdir -p ${NEWER} && cp ${copies} ${NEWER}/`, directory: project.workdir }]
        : []),
    ],
    packages: [...new Set(all)],
    packageRole: (name) => {
      if (name === 'libboost-all-dev' && knownLibraries) return 'build';
      return need.kind !== 'static' && (name === 'ca-certificates' || name === 'tzdata') ? 'runtime' : undefined;
    },
    calls,
    notes:
      newer.length > 0
        ? [...notes, `The compiler of ${project.image} is newer than Debian's, so its libraries go along.`]
        : notes,
  };
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
