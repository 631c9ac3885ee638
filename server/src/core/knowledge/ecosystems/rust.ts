import { enumerate } from '../../text/enumerate';
import type { Artefact, Ecosystem, Plan, PlanRefusal, Project, RuntimeNeed, Step, StepRole } from '../ecosystem';
import type { BaseImage } from '../images/base-images';
import { nameOf, toPath } from '../images/image-paths';
import { runtimeRelease } from '../images/runtime-images';
import { readCalls } from '../inner-calls';
import { debianLibrary, isSameLibrary } from '../system-packages/debian-libraries';
import { packageRole } from '../system-packages/package-roles';
import { type RustBuild, readRustBuilds } from './rust/builds';
import { cargoVerb, isKnownCall } from './rust/cargo-commands';
import type { LinkedLibraries } from './rust/crates';
import { findUsed, matchProducts, readProducts, type Used } from './rust/programs';
import {
  bringsHeaders,
  isFull,
  readBeside,
  readFilesInUse,
  readLibraries,
  readNeeds,
  readWritten,
} from './rust/run-time';

export const rust: Ecosystem = {
  id: 'rust',
  title: 'Rust',
  environment: { CARGO_HOME: '/usr/local/cargo', RUSTUP_HOME: '/usr/local/rustup' },
  buildVariables:
    /^(?:CARGO_\w+|RUSTFLAGS|RUSTC\w*|RUSTUP_\w+|RUST_VERSION|RUSTDOCFLAGS|SCCACHE_\w+|OPENSSL_(?:DIR|STATIC|LIB_DIR|INCLUDE_DIR|NO_VENDOR)|PKG_CONFIG\w*|PQ_LIB_\w+|SQLX_OFFLINE|CC|CXX|AR|CFLAGS|CXXFLAGS|(?:CC|CXX|AR|CFLAGS)_\w+|PROTOC\w*|LIBCLANG_PATH|DEBIAN_FRONTEND)$/,
  buildReads: (name) =>
    !/^(?:\w+_)?(?:PORT|HOST|HOSTNAME|ADDR|ADDRESS|LOG|LEVEL|BACKTRACE|TZ|LC_ALL|LANG)$|^ROCKET_|^RUST_(?:LOG|BACKTRACE)$/.test(
      name,
    ),
  isSource: (path) => SOURCES.test(path),
  buildDirectories: ['/usr/local/cargo', '/usr/local/rustup', '/root/.cargo', '/root/.rustup', '/root/.cache'],

  mayRecognise: ({ base, names }) =>
    base.family === 'rust' || (HOMES.has(base.family ?? '') && (names.has('cargo') || names.has('rustc'))),
  recognises: ({ base, steps, start }) =>
    HOMES.has(base.family ?? '') &&
    (steps.some((step) => (step.name === 'cargo' && isKnownCall(step)) || step.name === 'rustc') ||
      (base.family === 'rust' &&
        (steps.some(({ name, program }) => name === 'make' || name === 'cargo' || program !== undefined) ||
          start.programs.some(({ name }) => START_TOOLS.has(nameOf(name)))))),
  roleOf,
  provides: () => false,
  plan,
};

/** Families of images in which Rust is built: those of others have interpreters that the program is made for. */
const HOMES = new Set(['rust', 'debian', 'ubuntu', 'alpine', 'buildpack-deps', 'gcc']);

const SOURCES =
  /\.rs$|\/(?:README\.md|Cargo\.(?:toml|lock)|rust-toolchain(?:\.toml)?|Makefile|Dockerfile[^/]*|LICENSE[^/]*|\.[^/]*ignore)$|\/(?:src(?:\/bin)?|target|benches|tests|examples|vendor|\.cargo(?:\/.*)?)$|\/(?:target|vendor)\//;

/** Commands of the start that compile or watch sources. */
const START_TOOLS = new Set('cargo rustc rustup cargo-watch systemfd bacon watchexec trunk dx just make'.split(' '));
const BUILD_TOOLS = new Set(
  'rustc rustup rustdoc rustfmt cargo-chef sccache strip upx objcopy protoc rustup-init ldd'.split(' '),
);
/** What is done to a program once it is built. */
const FILE_TOOLS = new Set(['cp', 'mv', 'install', 'ln', 'chmod', 'chown', 'ls', 'du', 'file']);
/** What recipes do beside building, in the project. */
const RECIPE_TOOLS = new Set(
  'echo printf mkdir rm cp mv touch true test [ cat date find sed grep chmod git ls'.split(' '),
);

/** A place that a recipe should not write to: what it leaves there would be missing. */
const LEAVES_PROJECT =
  /^\/(?!(?:app|src|build|code|work|tmp|dev|usr\/src|usr\/local\/(?:s?bin|cargo)|usr\/bin|opt|home|srv|target)(?:\/|$))/;

function roleOf(step: Step, project: Project): StepRole | undefined {
  if (step.name === 'cargo') return isKnownCall(step) ? 'build' : undefined;
  if (BUILD_TOOLS.has(step.name)) return 'build';
  const calls = readCalls(step, project);
  if (calls) {
    const known = calls.every(
      (call) =>
        isKnownCall(call) ||
        BUILD_TOOLS.has(call.name) ||
        (RECIPE_TOOLS.has(call.name) && !call.arguments.some((word) => LEAVES_PROJECT.test(word))),
    );
    return known && calls.some((call) => isKnownCall(call) || call.name === 'rustc') ? 'build' : undefined;
  }
  if (step.name === 'sh' || step.name === 'bash') return installsRust(step, project) ? 'setup' : undefined;
  if (!FILE_TOOLS.has(step.name)) return undefined;
  const products = readProducts(project);
  return step.arguments.some((word) => matchProducts(products, toPath(word, step.directory)).length > 0)
    ? 'build'
    : undefined;
}

/** `curl https://sh.rustup.rs | sh -s -- -y`. */
function installsRust({ arguments: given, run }: Step, { steps }: Project): boolean {
  const fetches = steps.some(
    (one) =>
      one.run === run &&
      (one.name === 'curl' || one.name === 'wget') &&
      one.arguments.some((word) => /\bsh\.rustup\.rs\b|static\.rust-lang\.org\/rustup/.test(word)),
  );
  const script = given.find((word) => !word.startsWith('-'));
  return fetches && (given.length === 0 || given[0] === '-s' || /rustup/.test(script ?? '') || given.includes('-y'));
}

function plan(project: Project): Plan | PlanRefusal {
  const tool = project.start.programs.find(({ name }) => START_TOOLS.has(nameOf(name)));
  const builds: RustBuild[] = [];
  for (const step of project.steps) {
    const found = readRustBuilds(step, project);
    if ('because' in found) return found;
    builds.push(...found);
  }
  if (tool) {
    const program = builds.at(-1)?.programs;
    const advice =
      program?.length === 1 && nameOf(tool.name) === 'cargo'
        ? ` CMD ["${program[0]}"] would start what it builds.`
        : '';
    const call = [nameOf(tool.name), cargoVerb(tool.arguments) ?? ''].join(' ').trim();
    return { because: `The container runs ${call}, which needs the Rust toolchain.${advice}` };
  }
  if (builds.length === 0) return { because: 'No RUN builds a program.' };
  const alien = builds.find(({ target }) => target !== undefined && !target.includes('-linux-'));
  if (alien) return { because: `Line ${alien.step.line} builds for ${alien.target}, not for Linux.` };
  if (!project.copiesContext) {
    return { because: 'The program comes from elsewhere; which libraries of the system it needs is not known.' };
  }
  const first = findUsed(project, []);
  if ('because' in first) return first;
  const started = readNeeds(project, buildsOf(first));
  const used = findUsed(
    project,
    started.sources.flatMap(({ literals }) => literals),
  );
  if ('because' in used) return used;
  return toPlan(project, used, buildsOf(used));
}

function buildsOf(used: readonly Used[]): RustBuild[] {
  return [...new Set(used.map(({ build }) => build))];
}

function toPlan(project: Project, used: readonly Used[], builds: readonly RustBuild[]): Plan | PlanRefusal {
  const own = builds.filter(({ crates }) => crates.length === 0);
  const foreign = builds.find(({ crates }) => crates.length > 0);
  const needs = readNeeds(project, own);
  if (foreign) {
    return {
      because: `The container starts what ${foreign.crates.join(' and ')} brings, and which libraries of the system that needs is not known.`,
    };
  }
  if (own.length === 0) return { because: 'The container starts nothing that is built of its sources.' };
  const roots = needs.packages.map(({ root }) => root);
  if (roots.some((root) => project.files?.below(root) === undefined))
    return { because: 'The project has too many files to tell which of them the program opens.' };
  if (needs.sources.some(({ listsDirectory }) => listsDirectory))
    return { because: 'The program lists the directory that it is started in, which holds the sources.' };
  if (needs.sources.some(({ loadsLibraries }) => loadsLibraries))
    return { because: 'The program loads libraries when it runs, and which ones is not known.' };
  if (builds.some(({ compilerFlags }) => /prefer-dynamic/.test(compilerFlags)))
    return {
      because: "The program is linked with Rust's own libraries (prefer-dynamic), which only the toolchain has.",
    };
  if (needs.crates === undefined) {
    return {
      because:
        'Cargo.lock is not in the build context, so which libraries of the system the crates are linked with is not known.',
    };
  }
  const need = readNeed(project.base, builds);
  if ('because' in need) return need;
  const libraries = readLibraries(project, needs);
  const packages = systemPackages(project, need, libraries);
  if ('because' in packages) return packages;

  const programs = new Set(used.flatMap(({ from, to }) => [from, to]));
  const beside = readBeside(project, [...programs]);
  if (!beside) return { because: 'Which files are copied to where the program is depends on what is there.' };
  const written = readWritten(project, needs);
  if (!written || needs.sources.some(({ opensOutput }) => opensOutput))
    return { because: 'A build script writes files, and which of them the program opens is not known.' };
  const files = readFilesInUse(project, needs, [...programs]).filter((path) => !programs.has(path));
  const artefacts: Artefact[] = [
    ...used.map(({ from, to }) => ({ from, to })),
    ...beside,
    ...written.map((path) => ({ from: path, to: path })),
    ...files.map((path) => ({ from: path, to: path, optional: true })),
  ];
  const notes =
    files.length > 0
      ? [
          `The program may open ${enumerate(files.map(nameOf))}: the runtime stage has ${files.length === 1 ? 'it' : 'them'} too.`,
        ]
      : [];
  const certificates = needs.crates.size > 0 && hasCertificates(project);
  const unlinked = (name: string) =>
    libraries.unknown.length === 0 && TOLD_BY_CRATES.has(name) && !libraries.headers.includes(name);
  // What a string has may be a command of a script.
  const strings = needs.sources.flatMap(({ literals }) => literals).join('\n');
  const isMentioned = (name: string) =>
    packageRole(name) === 'tool' && new RegExp(`(?<![\\w-])${name.replace(/\W/g, '\\$&')}(?![\\w-])`).test(strings);
  return {
    artefacts,
    need,
    buildPlaces: needs.places,
    calls: [...new Set(needs.sources.flatMap(({ calls }) => calls))].filter(
      (name) => !programs.has(toPath(name, project.workdir)!) && !used.some(({ to }) => nameOf(to) === name),
    ),
    packages: /\/etc\/(?:services|protocols)\b/.test(strings) ? [...packages.add, 'netbase'] : packages.add,
    packageRole: (name) =>
      packages.add.includes(name) || name === 'ca-certificates' || isMentioned(name)
        ? 'runtime'
        : TOOLCHAIN.test(name) || unlinked(name)
          ? 'build'
          : undefined,
    wants: certificates ? ['certificates', 'zones'] : [],
    notes,
  };
}

/** Packages of Debian's, Ubuntu's and Alpine's that only compiling needs. */
const TOOLCHAIN =
  /^(?:librust-.*-dev|cargo|rustc|rust|rustup|rust-all|lld|mold|musl-tools|perl|libclang[\d.-]*dev|llvm[\d.-]*dev|libprotobuf-dev|protobuf-dev|libstdc\+\+-[\d.]+-dev|clang-libs|.*-static)$/;
/** Headers of which the crates tell whether anything is linked with them. */
const TOLD_BY_CRATES = new Set([
  'libssl-dev',
  'openssl-dev',
  'libpq-dev',
  'libsqlite3-dev',
  'default-libmysqlclient-dev',
  'libmysqlclient-dev',
  'libmariadb-dev',
]);

/** What the programs of some commands need of the system. */
function readNeed(base: BaseImage, builds: readonly RustBuild[]): RuntimeNeed | PlanRefusal {
  const { libc, distroVersion } = base;
  const isMusl = ({ target }: RustBuild) => (target === undefined ? libc === 'musl' : target.includes('musl'));
  const isDynamic = ({ compilerFlags }: RustBuild) => /-crt-static/.test(compilerFlags) || base.family === 'alpine';
  if (builds.every((build) => isMusl(build) && !isDynamic(build))) return { kind: 'static' };
  if (libc !== 'glibc' && libc !== 'musl') return { because: 'The C library of the base image is not known.' };
  if (builds.some((build) => isMusl(build) !== (libc === 'musl')))
    return { because: 'Programs are built for two C libraries.' };
  if (libc === 'musl') return { kind: 'dynamic', libc, distroVersion };
  if (base.distro === 'ubuntu') {
    const image = base.version === undefined ? 'ubuntu' : `ubuntu:${base.version}`;
    return { kind: 'image', image, distro: 'debian', tools: [], users: [], extensible: true };
  }
  if (base.distro !== 'debian') return { because: 'The distribution of the base image is not known.' };
  const { codename } = builtOn(base);
  return { kind: 'dynamic', libc, codename, compiler: true };
}

/** Debian's release that an image is made on; its tag's, or the one of the time. */
function builtOn({ family, codename, version, distroVersion }: BaseImage): { codename: string | undefined } {
  if (codename !== undefined) return { codename };
  if (family === 'debian') return { codename: /^\d+/.test(version ?? distroVersion ?? '') ? undefined : 'stable' };
  const minor = Number(/^1\.(\d+)/.exec(version ?? '')?.[1] ?? Number.NaN);
  // A tag that moves on moves with Debian's stable release, and a little after it.
  if (family !== 'rust' || Number.isNaN(minor)) return { codename: 'stable' };
  return {
    codename:
      minor >= 89 ? 'trixie' : minor >= 70 ? 'bookworm' : minor >= 54 ? 'bullseye' : minor >= 36 ? 'buster' : 'stretch',
  };
}

/** System packages that the runtime needs and no line of the author's names. */
function systemPackages(
  project: Project,
  need: RuntimeNeed,
  { headers, unknown }: LinkedLibraries,
): { readonly add: readonly string[] } | PlanRefusal {
  if (need.kind === 'static') return { add: [] };
  if (need.kind === 'dynamic' && need.libc === 'musl') return { add: ['libgcc'] };
  // A library that nobody knows may be behind the headers that the author installs; on a slim image it can come from nowhere else.
  const named = project.packages.some((name) => packageRole(name) === 'headers');
  const odd = unknown.find((name) => !named && (isFull(project.base) || !/[-_]sys$/.test(name)));
  if (odd !== undefined) {
    return {
      because: `The program is linked with ${odd}, and which package of the system brings that is not known; install it by name.`,
    };
  }
  const built = need.kind === 'dynamic' ? need.codename : undefined;
  const runs = runtimeRelease(built);
  const add: string[] = [];
  for (const name of headers) {
    if (project.packages.includes(name) || !bringsHeaders(project, name)) continue;
    if (built === undefined || !isSameLibrary(name, built, runs))
      return {
        because: `The program is linked with the library of ${name}, which is another one on ${project.image} than in Debian ${runs}; a tag that names the release would tell.`,
      };
    add.push(debianLibrary(name, runs) ?? name);
  }
  // OpenSSL looks for certificates by their hashes, which only the package sets up.
  if (headers.some((name) => /^libssl|^libcurl/.test(name)) && hasCertificates(project)) add.push('ca-certificates');
  return { add };
}

/** Whether the builder has certificates: the images of Rust do, a plain Debian does not. */
function hasCertificates({ base, packages }: Project): boolean {
  return (
    base.family === 'rust' ||
    base.family === 'buildpack-deps' ||
    base.family === 'gcc' ||
    packages.includes('ca-certificates')
  );
}
