import type { Ecosystem, Project, Step } from '../ecosystem';
import { below, isWithin, nameOf, toPath } from '../images/image-paths';
import { readBuilds } from './c/builds';
import { isCompilerName } from './c/commands';
import { readFiles, wholeDirectory } from './c/files';
import { planForeign, planOwn } from './c/plan';
import { isCSource } from './c/sources';
import { isBuilt, readStart } from './c/start';

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

  mayRecognise: ({ base, names, scripts }) =>
    base.os === 'linux' &&
    BASES.has(base.family ?? '') &&
    (scripts ||
      ([...names].some((name) => isCompilerName(name) || BUILDERS.has(name)) &&
        ![...names].some((name) => OTHERS.test(name)))),
  needsFiles: () => true,
  recognises(project) {
    const { base } = project;
    if (base.os !== 'linux' || !BASES.has(base.family ?? '')) return false;
    const { calls, opaque, texts } = readBuilds(project);
    const names = calls.map(({ name }) => nameOf(name));
    const builds =
      names.some((name) => isCompilerName(name) || BUILDERS.has(name)) ||
      (opaque.length > 0 && texts.some((text) => COMPILES.test(text) && !USES_OTHERS.test(text)));
    return (
      builds &&
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
    if (project.files?.has(path)) {
      const stays = !readBuilds(project).opaque.includes(step) || isConfined(project.files.read(path) ?? '');
      return stays ? 'build' : undefined;
    }
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

const COMPILES = /(?:^|[\s;&|(])(?:make|cmake|meson|ninja|gcc|g\+\+|cc|c\+\+|clang|clang\+\+)\s/m;
const USES_OTHERS = /(?:^|[\s;&|(])(?:go|cargo|npm|yarn|pnpm|pip3?|python3?|mvn|gradle|dotnet|mix|bundle|composer)\s/m;

/** Whether a script that can't be followed names no place outside of its project, and installs nothing. */
function isConfined(text: string): boolean {
  const plain = text.replace(/^#!.*/, '').replace(/^\s*#.*$/gm, '');
  return (
    COMPILES.test(plain) &&
    !/(?:^|[\s"'=:])(?:\/(?!dev\/|tmp\/|bin\/sh)|~|\$HOME)/m.test(plain) &&
    !/\b(?:apt|apt-get|apk|sudo|curl|wget|git|pip|npm|useradd|install)\b/.test(plain)
  );
}

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
