import { table } from '../../../text/table';
import type { PlanRefusal, Project, RuntimeNeed } from '../../ecosystem';
import type { BaseImage } from '../../images/base-images';
import { nameOf } from '../../images/image-paths';
import { type CompilerLibrary, compilerPackage, readLinked } from '../../system-packages/linked-libraries';
import { libraryPackage, packageName, packageRole } from '../../system-packages/package-roles';
import type { CBuilds } from './builds';
import { linkedNames } from './commands';

/** What the programs need of the system that they run on. */
export interface CNeeds {
  readonly need: Extract<RuntimeNeed, { kind: 'dynamic' }>;
  readonly packages: readonly string[];
  /** Whether it is linked with a library that makes encrypted connections. */
  readonly connects: boolean;
  /** Libraries of a compiler that is newer than the runtime image's, by file name. */
  readonly newer: readonly string[];
}

/** Images that come with headers of many libraries already. */
export function bringsHeaders({ family }: BaseImage): boolean {
  return family === 'gcc' || family === 'buildpack-deps';
}

/** The release of the distribution that programs are built on; `stable` for an image that moves on with it. */
export function releaseOf({ family, distro, codename, version, variant, parts }: BaseImage): string | undefined {
  if (codename !== undefined || distro !== 'debian') return codename;
  const moves = parts.length === 0 || parts.every(({ role, text }) => role === 'channel' || text === 'slim');
  if (moves) return /testing|unstable|sid|oldstable|rc-buggy/.test(variant ?? '') ? undefined : 'stable';
  if (family !== 'gcc') return undefined;
  // The release that the last image of each compiler was made on.
  const major = Number.parseInt(version ?? '', 10);
  return major === 12 ? 'bookworm' : major === 10 || major === 11 ? 'bullseye' : undefined;
}

/** Interpreters and compilers as libraries, which look for files of theirs. */
const EMBEDDED =
  /^(?:python(?:\d[\w.]*)?(?:-embed)?|Python\d?::(?:Python|Module)|pybind11::embed|LLVM\w*(?:-\d+)?|clang\w*|guile.*|perl|ruby.*|jvm|JNI|mono.*|Qt\d?\w*(?:::\w+)?|gtk\S*|gstreamer\S*|OpenCV|opencv\w*|MPI(?:::\w+)?|CUDA\w*(?:::\w+)?|cuda\w*)$/;

const RELEASES = new Set(['stretch', 'buster', 'bullseye', 'bookworm', 'trixie', 'stable']);

/** The compiler of each release: libraries of a newer one are not in it. */
const COMPILERS: Readonly<Record<string, number>> = table({ bullseye: 10, bookworm: 12, trixie: 14 });

/** Reads what the programs are linked with. */
export function readNeeds(project: Project, builds: CBuilds, cplusplus: boolean): CNeeds | PlanRefusal {
  const { base } = project;
  const { libc, distroVersion } = base;
  if (libc !== 'glibc' && libc !== 'musl') return { because: 'The C library of the base image is not known.' };
  const distro = base.distro === 'alpine' ? 'alpine' : 'debian';
  const codename = releaseOf(base);
  if (base.distro === 'debian' && !RELEASES.has(codename ?? '') && base.family !== 'gcc')
    return { because: `Which release of Debian ${project.image} is, and so what its programs run on, is not known.` };
  if (/^(?:amd64|arm\w+|i386|ppc64le|riscv64|s390x|mips64le)\//.test(project.image))
    return { because: `${project.image} is of one architecture; what its programs run on has to be of the same.` };
  const names = namesLinked(project, builds);
  const own = ownLibraries(builds);
  const installed = project.packages.map(packageName);
  const hasHeaders = installed.some((name) => packageRole(name) === 'headers');
  const headers = new Set<string>();
  const compiler = new Set<CompilerLibrary>();
  const embedded = names.find((name) => EMBEDDED.test(name));
  if (embedded !== undefined)
    return { because: `The program is linked with ${embedded}, and what that needs at run time is not known.` };
  if (builds.calls.some(({ arguments: words }) => words.includes('-m32')))
    return { because: 'The program is built for 32 bits (-m32), whose libraries the runtime image has not.' };
  for (const name of names) {
    if (own.has(name) || own.has(name.split('::')[0]!)) continue;
    const linked = readLinked(name);
    if (linked?.kind === 'compiler') compiler.add(linked.library);
    if (linked?.kind === 'headers') headers.add(linked.name);
    if (linked === undefined && bringsHeaders(base) && !hasHeaders)
      return { because: `What the program needs of ${name}, which it is linked with, is not known.` };
  }
  const packages: string[] = [];
  if (distro === 'debian') {
    for (const name of [...headers].filter((one) => !installed.includes(one))) {
      const library = libraryPackage('debian', codename, name);
      if (library === name && codename === undefined && bringsHeaders(base)) {
        return {
          because: `The release that ${project.image} is made on is not known, so neither is the library of ${name}.`,
        };
      }
      packages.push(...library.split(' '));
    }
  }
  for (const library of compiler) {
    const name = compilerPackage(library, distro, codename);
    if (name === undefined)
      return { because: `The package with the library of ${library} is not known for ${project.image}.` };
    packages.push(name);
  }
  if (distro === 'alpine' && cplusplus) packages.push('libstdc++');
  const newer = newerLibraries(base, codename, cplusplus, compiler);
  return {
    need: {
      kind: 'dynamic',
      libc,
      compiler: true,
      ...(codename === 'bullseye' && (hasHeaders || packages.length > 0) ? { sameRelease: true } : {}),
      ...(codename === undefined ? {} : { codename }),
      ...(distroVersion === undefined ? {} : { distroVersion }),
    },
    packages: newer.length > 0 ? packages.filter((name) => !OF_COMPILER.test(name)) : packages,
    connects: [...headers, ...installed].some((name) => CONNECTS.test(name)),
    newer,
  };
}

const CONNECTS =
  /^lib(?:ssl|curl4-\w+|gnutls28|mbedtls|wolfssl|git2|mongoc|cpprest|websockets|hiredis|mosquitto\w*|rdkafka|nng|uv|soup\S*|grpc\S*|poco|qt\S*)-dev$/;

const OF_COMPILER = /^lib(?:gomp1|atomic1|gfortran5|quadmath0)$/;
const FILES: Readonly<Partial<Record<CompilerLibrary, string>>> = {
  openmp: 'libgomp.so.1',
  atomic: 'libatomic.so.1',
  fortran: 'libgfortran.so.5',
  quadmath: 'libquadmath.so.0',
};

/** Libraries that gcc's images have newer than the release that they are made on. */
function newerLibraries(
  { family, version }: BaseImage,
  codename: string | undefined,
  cplusplus: boolean,
  compiler: ReadonlySet<CompilerLibrary>,
): string[] {
  if (family !== 'gcc') return [];
  const major = version === undefined ? Number.POSITIVE_INFINITY : Number.parseInt(version, 10);
  // Without a release in the tag the newest one is taken to run on.
  if (major <= (COMPILERS[codename ?? 'trixie'] ?? 0)) return [];
  const others = [...compiler].flatMap((library) => FILES[library] ?? []);
  return cplusplus || others.length > 0 ? ['libstdc++.so.6', 'libgcc_s.so.1', ...others] : [];
}

/** Names of libraries in commands and build files. */
function namesLinked(project: Project, { calls, texts, configured }: CBuilds): string[] {
  const commands = calls.map(({ name, arguments: words }) => [name, ...words].join(' '));
  const variables = ['LDFLAGS', 'LDLIBS', 'LIBS', 'CFLAGS', 'CXXFLAGS', 'CPPFLAGS'].flatMap((name) => [
    project.variable(name) ?? '',
    ...project.steps.map((step) => step.variable(name) ?? ''),
  ]);
  const cmake = configured.flatMap(({ project: lists }) => [
    ...(lists?.wanted ?? []),
    ...(lists?.linked ?? []).flatMap((word) =>
      word.startsWith('-l') ? [word.slice(2)] : /^[A-Za-z]/.test(word) ? [word] : [],
    ),
  ]);
  const fromCMake = cmake.filter((word) => !/[$/<>.]|^-/.test(word.replace(/(?<=[a-z])\.(?=\d)/, '')));
  return [...new Set([...linkedNames([...commands, ...variables, ...texts].join('\n')), ...fromCMake])];
}

/** Libraries that the build makes itself, by the name that they are linked by. */
function ownLibraries({ products, configured, texts }: CBuilds): Set<string> {
  const names = new Set<string>();
  for (const { path } of products) {
    const name = /^lib(.+?)\.(?:a|so)(?:\.[\d.]+)?$/.exec(nameOf(path))?.[1];
    if (name !== undefined) names.add(name);
  }
  for (const { project } of configured) for (const name of project?.libraries ?? []) names.add(name);
  for (const text of texts) {
    for (const [, name] of text.matchAll(/\blib([\w+-]+)\.(?:a|so|la)\b/g)) names.add(name!);
  }
  return names;
}
