import { enumerate } from '../../text/enumerate';
import type { Ecosystem, Plan, PlanRefusal, Project, RuntimeNeed, Step, StepRole } from '../ecosystem';
import { isWithin, nameOf, toPath } from '../images/image-paths';
import { readCalls } from '../inner-calls';
import { type GoBuild, readBuilds } from './go/builds';
import { findCalls } from './go/calls';
import { compiledInto } from './go/packages';
import { findProduct, findUsed, matchProduct, readProducts, type Used } from './go/programs';
import { builtFrontEnds, dynamicNeed, isGoSource, isPure, readFilesInUse, readLinks, readSources } from './go/run-time';

const GOPATH = '/go';

export const go: Ecosystem = {
  id: 'go',
  title: 'Go',
  environment: { GOPATH, GOTOOLCHAIN: 'local' },
  buildVariables: /^(?:GO[A-Z0-9]*|CGO_[A-Z]+|CC|CXX|AR|LD|PKG_CONFIG\w*|GLIDE_\w+|DEP_\w+|DEBIAN_FRONTEND)$/,
  buildReads: () => false,
  isSource: isGoSource,
  buildDirectories: [
    `${GOPATH}/src`,
    `${GOPATH}/pkg`,
    `${GOPATH}/bin`,
    '/usr/local/go',
    '/usr/lib/go',
    '/root/.cache',
    '/root/go',
    '/root/.config/go',
  ],

  mayRecognise: ({ base, names, scripts }) =>
    base.family === 'go' ||
    (DISTRIBUTIONS.has(base.family ?? '') && (names.has('go') || (scripts && names.has('make')))),
  recognises(project) {
    const { base, steps, start } = project;
    if (base.family === 'go') {
      const isBuild = (step: Step) => step.name === 'make' || readBuilds(step, project).length > 0;
      return steps.some(isBuild) || start.programs.some(({ name }) => START_TOOLS.has(nameOf(name)));
    }
    // Go on a distribution: other languages' projects may use it for a tool.
    if (!DISTRIBUTIONS.has(base.family ?? '') || !steps.some(({ name }) => name === 'go' || name === 'make'))
      return false;
    return readProducts(project).length > 0 && !('because' in findUsed(project));
  },

  roleOf(step, project) {
    // What is generated beside the sources may be served: only what ends up in the program is the build's alone.
    if (step.name === 'swagger' && step.arguments[1] === 'spec') return undefined;
    if (BUILD_TOOLS.has(step.name)) return 'build';
    if (step.name === 'git') return isLocalGit(step) ? 'build' : undefined;
    if (isGoDownload(step, project) || isNodeSetup(step, project)) return 'setup';
    if (FRONT_END.has(step.name))
      return step.arguments.some((word) => /^(?:-g|--global|global)$/.test(word)) ? 'setup' : 'build';
    if (step.name === 'make' || step.program !== undefined) {
      const isKnown = ({ name, arguments: given }: Step) =>
        BUILD_TOOLS.has(name) ||
        (RECIPE_TOOLS.has(name) && !given.some((word) => /^\/(?!go\/|tmp\/|dev\/null|src\/|app\/)/.test(word)));
      const calls = readCalls(step, project);
      if (calls) return calls.every(isKnown) && calls.length > 0 ? 'build' : undefined;
    }
    const own = readOwn(step, project);
    if (own) return own;
    if (!FILE_TOOLS.has(step.name)) return undefined;
    const products = readProducts(project);
    return step.arguments.some((word) => findProduct(products, toPath(word, step.directory))) ? 'setup' : undefined;
  },

  provides: () => false,

  plan(project) {
    const tool = project.start.programs.map(({ name }) => nameOf(name)).find((name) => START_TOOLS.has(name));
    if (tool) {
      const advice = tool === 'go' ? ': build the program in a RUN, and start that' : '';
      return { because: `The container runs ${tool}, which needs the Go toolchain${advice}.` };
    }
    const builds = project.steps.flatMap((step) => readBuilds(step, project));
    if (builds.length === 0) return { because: 'No RUN builds a program.' };
    const odd = builds.find(
      ({ flags }) =>
        LIBRARIES.has(flags.get('buildmode') ?? '') || flags.has('linkshared') || flags.get('compiler') === 'gccgo',
    );
    if (odd)
      return {
        because: `Line ${odd.step.line} builds a library, or a program that needs Go's own at run time (-buildmode, -linkshared, -compiler).`,
      };
    // A variable is the platform's, or has no value: the container runs on Linux anyway.
    const foreign = builds.find(({ goos }) => goos !== '' && goos !== 'linux' && !goos.includes('$'));
    if (foreign) return { because: `Line ${foreign.step.line} builds for another system than Linux.` };
    if (!project.copiesContext) {
      return {
        because: 'The program comes from elsewhere; whether it needs the Go toolchain at run time is not known.',
      };
    }
    const used = findUsed(project);
    if ('because' in used) return used;
    return toPlan(project, used, builds);
  },
};

/** Distributions on which Go is installed by hand. */
const DISTRIBUTIONS = new Set(['debian', 'ubuntu', 'alpine', 'buildpack-deps']);

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
  gqlgen oapi-codegen easyjson ffjson msgp garble upx strip gotestsum ginkgo mockery errcheck govulncheck revive gofumpt
  enumer jet ent protoc-gen-go gox`.split(/\s+/),
);
const INFORMS = /^-{0,2}(?:version|help|[vh])$/;

/** A program of the project's that the build runs: a generator, or what ships being asked for its version. */
function readOwn({ command, name, directory, arguments: given }: Step, project: Project): StepRole | undefined {
  const word = command?.includes('/') ? (toPath(command, directory) ?? name) : name;
  const own = matchProduct(word, project);
  const used = own && findUsed(project);
  if (!own || !used || 'because' in used) return undefined;
  if (!used.some(({ from }) => from === own.from)) return 'build';
  return given.length > 0 && given.every((one) => INFORMS.test(one)) ? 'program' : undefined;
}

/** What builds a front end beside the program. */
const FRONT_END = new Set(['npm', 'npx', 'yarn', 'pnpm', 'corepack', 'node']);

/** `curl https://deb.nodesource.com/setup_20.x | bash -`: where Node.js is installed from. */
function isNodeSetup(step: Step, { steps }: Project): boolean {
  if (step.name !== 'bash' && step.name !== 'sh') return false;
  return steps[steps.indexOf(step) - 1]?.arguments.some((word) => word.includes('deb.nodesource.com/setup')) === true;
}

/** What is done to a program once it is built. */
const FILE_TOOLS = new Set(['cp', 'mv', 'install', 'chmod', 'ls', 'du', 'file', 'ln']);
/** What recipes and scripts do beside building, in the project. */
const RECIPE_TOOLS = new Set(
  'echo printf mkdir rm cp mv touch true test [ cat date find sed grep chmod git ls pwd'.split(' '),
);

/** A clone into the GOPATH, or a command in a working copy. */
function isLocalGit({ arguments: given, directory }: Step): boolean {
  if (given[0] !== 'clone') return true;
  const target = given.slice(1).filter((word) => !word.startsWith('-'))[1];
  return isWithin(toPath(target ?? '.', directory) ?? '/', GOPATH);
}

const GO_ARCHIVE =
  /\bgo\$?[\w{}.]*\.?linux-[\w${}]+\.tar\.gz|\/\/(?:go\.dev|golang\.org)\/dl\/|storage\.googleapis\.com\/golang/;

/** The download of Go itself, and its unpacking. */
function isGoDownload(step: Step, { steps }: Project): boolean {
  const names = (one: Step | undefined) => one?.arguments.some((word) => GO_ARCHIVE.test(word)) === true;
  if (step.name === 'curl' || step.name === 'wget' || step.name === 'rm') return names(step);
  if (step.name !== 'tar') return false;
  const before = steps[steps.indexOf(step) - 1];
  return names(step) || ((before?.name === 'curl' || before?.name === 'wget') && names(before));
}

function toPlan(project: Project, started: readonly Used[], all: readonly GoBuild[]): Plan | PlanRefusal {
  const ofUsed = (list: readonly Used[]) => all.filter(({ step }) => list.some((one) => one.step === step));
  const sources = readSources(project, ofUsed(started));
  const files =
    readFilesInUse(
      project,
      sources,
      started.map(({ from }) => from),
    ) ?? wholeProject(project, started);
  if (files && 'because' in files) return files;
  const served = sources ? builtFrontEnds(project, sources) : [];
  const found = findCalls(project, compiledInto(project, sources, all), files ?? []);
  if ('because' in found) return found;
  const used = [...started, ...found.programs.filter(({ to }) => !started.some((one) => one.to === to))];
  const builds = ofUsed(used);

  const notes: string[] = [];
  const prefixes = new Map<Step, string>();
  const need = needOf(project, builds, prefixes, notes, sources);
  if ('because' in need) return need;
  if (files === undefined) {
    notes.push('The sources are not here to tell whether the program opens files at run time; if so, copy those too.');
  } else if (files.length > 0)
    notes.push(
      `The program may open ${enumerate(files.map(nameOf))}: the runtime stage has ${files.length === 1 ? 'it' : 'them'} too.`,
    );
  const artefacts = [
    ...used.map(({ from, to }) => ({ from, to })),
    ...(files ?? []).map((path) => ({ from: path, to: path, optional: true, copied: true })),
    ...served.map((path) => ({ from: path, to: path })),
  ];
  const zones =
    !sources || project.variable('TZ') !== undefined || sources.texts.some((text) => text.includes('LoadLocation'));
  const temporary =
    !sources ||
    sources.texts.some((text) =>
      /\b(?:TempDir|CreateTemp|MkdirTemp|TempFile|ParseMultipartForm|FormFile)\(|"\/tmp/.test(text),
    );
  return {
    artefacts,
    need,
    prefixes,
    calls: found.commands,
    packageRole: (name) =>
      /^(?:nodejs|npm|yarn|yarnpkg)$/.test(name) && !found.commands.includes('node') ? 'build' : undefined,
    wants: ['certificates', ...(zones ? ['zones' as const] : []), ...(temporary ? ['temporary' as const] : [])],
    notes,
  };
}

/** The project as a whole, where it is there and yet can't be searched: it is too large, or a RUN gets it. */
function wholeProject(
  { files, workdir, steps }: Project,
  started: readonly Used[],
): readonly string[] | PlanRefusal | undefined {
  if (!files) return undefined;
  const fetched = steps.find(({ name, arguments: given }) => name === 'git' && given[0] === 'clone');
  if (fetched) {
    return {
      because: `Line ${fetched.line} clones sources, so which files the program opens at run time is not known here.`,
    };
  }
  const isOwn =
    workdir !== '/' && started.some(({ step }) => step.directory !== undefined && isWithin(step.directory, workdir));
  return isOwn && files.below(workdir) === undefined ? [workdir] : undefined;
}

/** What the programs need to run, with the prefixes that make them static where they can be. */
function needOf(
  project: Project,
  builds: readonly GoBuild[],
  prefixes: Map<Step, string>,
  notes: string[],
  sources: ReturnType<typeof readSources>,
): RuntimeNeed | PlanRefusal {
  const pure = isPure(project, builds);
  const linkedStatically = builds.every(({ flags }) => /-static\b/.test(flags.get('ldflags') ?? ''));
  const remote = builds.some(({ packages }) =>
    packages.some((name) => /^[a-z0-9-]+\.[a-z]+\//.test(name) && name.includes('@')),
  );
  const wantsCgo = (step: Step) =>
    (readCalls(step, project) ?? []).some(
      (call) => call.arguments.includes('-race') || call.variable('CGO_ENABLED') === '1',
    );
  const needsCgo =
    remote ||
    builds.some(
      ({ cgo, flags, step }) =>
        cgo === '1' ||
        ['race', 'msan', 'asan'].some((name) => flags.has(name)) ||
        /linkmode[= ]external/.test(flags.get('ldflags') ?? '') ||
        /boringcrypto/.test(step.variable('GOEXPERIMENT') ?? '') ||
        wantsCgo(step),
    );
  // Without cgo, too, such a program asks for the loader of the C library.
  const isPie = builds.some(
    ({ flags, step }) => flags.get('buildmode') === 'pie' || /buildmode=pie/.test(step.variable('GOFLAGS') ?? ''),
  );
  if (pure && !needsCgo && !isPie) {
    for (const { step, cgo } of builds) if (cgo !== '0') prefixes.set(step, 'CGO_ENABLED=0 ');
    if (prefixes.size > 0) notes.push('Nothing here needs cgo: with CGO_ENABLED=0 the program needs no C library.');
    return { kind: 'static' };
  }
  if (!isPie && (linkedStatically || builds.every(({ cgo }) => cgo === '0'))) return { kind: 'static' };
  const links = readLinks(project, sources);
  if ('because' in links) return links;
  const need = dynamicNeed(project, links.compiler && pure !== true);
  if (!need) return { because: 'The C library of the base image is not known.' };
  if (pure === undefined)
    notes.push('If the program does not use cgo, CGO_ENABLED=0 lets it run on distroless/static.');
  return need;
}
