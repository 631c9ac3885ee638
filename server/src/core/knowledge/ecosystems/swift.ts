import type { Artefact, Ecosystem, Plan, PlanRefusal, Project, RuntimeNeed, Step, StepRole } from '../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../images/image-paths';
import { findFilesInUse } from '../run-time-files';
import { readSwiftPackage, type SwiftPackage, withoutComments } from './swift/package';

export const swift: Ecosystem = {
  id: 'swift',
  title: 'Swift',
  environment: {},
  buildVariables: /^(?:SWIFT_\w+|SWIFTPM_\w+|CC|CXX|PKG_CONFIG\w*|DEBIAN_FRONTEND)$/,
  buildReads: () => false,
  isSource: (path) => SOURCES.test(path),
  buildDirectories: ['/root/.cache', '/root/.swiftpm', '/root/Library'],

  mayRecognise: ({ base }) => base.family === 'swift',
  recognises: ({ base, steps, start }) =>
    base.family === 'swift' &&
    (steps.some(({ name }) => name === 'swift') || start.programs.some(({ name }) => nameOf(name) === 'swift')),
  roleOf,
  provides: () => false,
  plan,
};

const SOURCES =
  /\.swift$|\.md$|\/(?:Package\.resolved|Makefile|Dockerfile[^/]*|LICENSE|\.[^/]*ignore|\.build|Tests)$|\/\.build\//;
const VERBS = new Set(['build', 'package', 'test', '--version', '-version']);
const CARRIERS = new Set(['cp', 'mv', 'install', 'ln']);

/** A call of `swift build`. */
interface SwiftBuild {
  readonly step: Step;
  readonly root: string;
  /** Where the programs are; the second is what the first one links to. */
  readonly folders: readonly string[];
  readonly package: SwiftPackage;
}

/** A program where a command has put it. */
interface Product {
  readonly path: string;
  readonly build: SwiftBuild;
  /** Where what the build has put beside it lies. */
  readonly folder: string;
}

function roleOf(step: Step, project: Project): StepRole | undefined {
  if (step.name === 'swift') return VERBS.has(step.arguments[0] ?? '') ? 'build' : undefined;
  if (step.name === 'strip') return 'build';
  if (!CARRIERS.has(step.name) && step.name !== 'chmod') return undefined;
  const products = readProducts(project);
  const moves = step.arguments.some(
    (word) =>
      (SUBSTITUTED.test(word) && asksForFolder(step, project)) ||
      products.some(({ path }) => isWithin(path, toPath(word, step.directory) ?? '?')),
  );
  return moves ? 'build' : undefined;
}

/** A word that begins with what a command prints, and what follows that. */
const SUBSTITUTED = /^\$\{…\}(\/[^$]*)?$/;

/** Whether a step's RUN asks Swift where the programs are: `mv $(swift build --show-bin-path) bin`. */
function asksForFolder({ run }: Step, { steps }: Project): boolean {
  return steps.some((one) => one.run === run && one.name === 'swift' && one.arguments.includes('--show-bin-path'));
}

function plan(project: Project): Plan | PlanRefusal {
  const { start, base, files } = project;
  if (start.programs.some(({ name }) => nameOf(name) === 'swift')) {
    const [build] = readBuilds(project);
    const name =
      build && 'root' in build && build.package.programs.length === 1 ? build.package.programs[0]! : undefined;
    const advice =
      name === undefined || !build || !('root' in build)
        ? ''
        : ` CMD ["${below(build.folders[0]!, name)}"] would start what it builds.`;
    return { because: `The container runs swift, which needs the toolchain.${advice}` };
  }
  const builds = readBuilds(project);
  const problem = builds.find((one) => 'because' in one);
  if (problem && 'because' in problem) return problem;
  if (builds.length === 0) return { because: 'No RUN builds a program.' };
  if (!project.copiesContext)
    return { because: 'The program comes from elsewhere; what it needs when it runs is not known.' };
  const need = readNeed(project);
  if ('because' in need) return need;
  const used = findUsed(project);
  if ('because' in used) return used;
  if (used.some(({ build }) => build.package.makesLibraries))
    return { because: 'The package makes libraries that programs load when they start (type: .dynamic).' };
  if (base.libc !== 'glibc') return { because: 'The C library of the base image is not known.' };

  const artefacts: Artefact[] = used.map(({ path }) => ({ from: path, to: path }));
  const resources = readResources(used);
  artefacts.push(...resources.artefacts);
  const [{ build }] = used as [Product];
  const opened = readFilesInUse(project, build.root);
  if (opened === undefined)
    return { because: 'The project has too many files to tell which of them the program opens.' };
  artefacts.push(...opened.map((path) => ({ from: path, to: path, optional: true })));
  const sources = sourceTexts(files!, build.root);
  return {
    artefacts,
    need,
    ...(resources.command === undefined ? {} : { finally: [{ command: resources.command, directory: build.root }] }),
    calls: [...new Set(sources.flatMap((text) => [...text.matchAll(CALLS)].map((match) => nameOf(match[1]!))))],
    buildPlaces: [build.root, ...build.package.besides.map((path) => toPath(path, build.root)!)].filter(
      (path) => path !== '/',
    ),
    wants: ['certificates'],
    notes: [],
  };
}

/** Programs that a program starts by their path, as Foundation wants it. */
const CALLS = /\b(?:launchPath|executableURL)\s*=\s*(?:URL\s*\(\s*(?:fileURLWithPath|filePath)\s*:\s*)?"([^"]+)"/g;

const known = new WeakMap<Project, readonly (SwiftBuild | PlanRefusal)[]>();

function readBuilds(project: Project): readonly (SwiftBuild | PlanRefusal)[] {
  let builds = known.get(project);
  builds ??= project.steps.flatMap((step) => readBuild(step, project) ?? []);
  known.set(project, builds);
  return builds;
}

function readBuild(step: Step, { files }: Project): SwiftBuild | PlanRefusal | undefined {
  const { arguments: given, directory } = step;
  if (step.name !== 'swift' || given[0] !== 'build' || given.includes('--show-bin-path')) return undefined;
  if (given.some((word) => word === '--build-tests' || word === '--swift-sdk' || word === '--sdk')) return undefined;
  const root = toPath(flagOf(given, ['--package-path', '--chdir', '-C']) ?? '.', directory);
  if (root === undefined || root.includes('$'))
    return { because: `In which directory line ${step.line} builds can't be told.` };
  const text = files?.read(below(root, 'Package.swift'));
  if (text === undefined)
    return { because: `${below(root, 'Package.swift')} can't be read here, so what is built is not known.` };
  const scratch = flagOf(given, ['--scratch-path', '--build-path']);
  const top = scratch === undefined ? below(root, '.build') : toPath(scratch, directory)!;
  const conf = flagOf(given, ['-c', '--configuration']) ?? 'debug';
  const folders = [conf, `x86_64-unknown-linux-gnu/${conf}`, `x86_64-unknown-linux/${conf}`].map((name) =>
    below(top, name),
  );
  return { step, root, folders, package: readSwiftPackage(text) };
}

function flagOf(given: readonly string[], flags: readonly string[]): string | undefined {
  for (const [at, word] of given.entries()) {
    if (flags.includes(word)) return given[at + 1];
    const flag = flags.find((one) => word.startsWith(`${one}=`));
    if (flag) return word.slice(flag.length + 1);
  }
  return undefined;
}

const productsByProject = new WeakMap<Project, readonly Product[]>();

/** Every place that a program is put at. */
function readProducts(project: Project): readonly Product[] {
  const found = productsByProject.get(project);
  if (found) return found;
  const products: Product[] = [];
  productsByProject.set(project, products);
  for (const step of project.steps) {
    if (step.name === 'swift') {
      const build = readBuild(step, project);
      if (build && 'root' in build)
        products.push(
          ...build.folders.flatMap((folder) =>
            build.package.programs.map((name) => ({ path: below(folder, name), build, folder: build.folders[0]! })),
          ),
        );
    } else if (CARRIERS.has(step.name)) products.push(...carried(step, products, project));
  }
  return products;
}

/** `cp "$(swift build --show-bin-path)/App" ./`, `mv .build/release /app/bin`: the programs are there too. */
function carried(step: Step, products: readonly Product[], project: Project): Product[] {
  const { arguments: given, directory } = step;
  const words = given.filter((word) => !word.startsWith('-'));
  const last = words.at(-1);
  const to = last === undefined || words.length < 2 ? undefined : toPath(last, directory);
  if (to === undefined || last === undefined || to.includes('$')) return [];
  const inside =
    /(?:^|\/)\.{0,2}$/.test(last) || words.length > 2 || project.directories.has(to) || /\/s?bin$/.test(to);
  return words.slice(0, -1).flatMap((word) => {
    const shown = SUBSTITUTED.exec(word);
    const build = shown && asksForFolder(step, project) ? products.at(-1)?.build : undefined;
    const from = shown ? build && `${build.folders[0]}${shown[1] ?? ''}` : toPath(word, directory);
    if (from === undefined) return [];
    const target = inside ? below(to, nameOf(from)) : to;
    return products.flatMap((one) => {
      if (one.path === from) return [{ ...one, path: target }];
      return isWithin(one.path, from)
        ? [{ build: one.build, path: below(target, one.path.slice(from.length + 1)), folder: target }]
        : [];
    });
  });
}

/** The programs that the start calls, or that its scripts name. */
function findUsed(project: Project): readonly Product[] | PlanRefusal {
  const products = readProducts(project);
  const used = new Map<string, Product>();
  const match = (word: string): Product | undefined => {
    const places = word.includes('/')
      ? [toPath(word, project.workdir)]
      : /^\w[\w.+-]*$/.test(word)
        ? ['/usr/local/bin', '/usr/bin', '/bin'].map((place) => below(place, word))
        : [];
    return products.findLast(({ path }) => places.includes(path));
  };
  const add = (word: string) => {
    const found = match(word);
    if (found) used.set(found.path, found);
  };
  for (const { name, arguments: given } of [...project.start.programs, ...project.checks])
    for (const word of [name, ...given]) add(word);
  for (const [script, text] of project.scripts) {
    if (text === undefined) return { because: `What ${nameOf(script)} starts can't be read here.` };
    if (/(?:^|[\s;&|(])swift\s+(?:run|build|test|package)\b/m.test(text))
      return { because: `${nameOf(script)} runs swift, which needs the toolchain.` };
    for (const word of new Set(text.split(/[\s"'`;&|()=]+/))) if (word.includes('/')) add(word);
  }
  const first = project.start.programs[0]?.name ?? '';
  const startsOwn =
    match(first) !== undefined ||
    [...project.scripts.keys()].some((path) => path === toPath(first, project.workdir) || nameOf(path) === first);
  if (used.size === 0 || !(startsOwn || project.start.shell || /^(?:ba|da)?sh$/.test(nameOf(first))))
    return { because: `${first || 'What the container starts'} is not built here, as far as the files tell.` };
  return [...used.values()];
}

/** The smaller image of the same release: it has Swift's libraries, and Foundation's. */
function readNeed({ image, base }: Project): RuntimeNeed | PlanRefusal {
  const plain = image.replace(/@.*$/, '');
  const hasTag = /:[^/]+$/.test(plain);
  if (!hasTag && plain.includes('$'))
    return { because: 'The base image is a variable, so the name of its smaller kin is not known.' };
  if (/slim/.test(base.variant ?? '')) return { because: 'The base image is a slim one already.' };
  if (Number.parseInt(base.version ?? '5', 10) < 5)
    return { because: `There is no slim image of Swift ${base.version}.` };
  const isKnown = base.distro === 'ubuntu' || base.distro === 'debian';
  return {
    kind: 'image',
    image: hasTag ? `${plain.replace(/:latest$/, ':')}${plain.endsWith(':latest') ? '' : '-'}slim` : `${plain}:slim`,
    distro: isKnown ? 'debian' : 'other',
    tools: [],
    users: [],
    extensible: isKnown,
  };
}

/** Bundles of resources lie beside the program; which ones the packages of others have, only the build tells. */
function readResources(used: readonly Product[]): {
  readonly artefacts: readonly Artefact[];
  readonly command?: string;
} {
  const [{ build, path, folder }] = used as [Product];
  const { name, withResources, hasDependencies } = build.package;
  if (hasDependencies) {
    const place = isWithin(folder, build.root) ? folder.slice(build.root.length + 1) : folder;
    return {
      artefacts: [{ from: '/resources', to: parentOf(path) }],
      command: `mkdir /resources && find -L ${place} -maxdepth 1 -name '*.resources' -exec cp -Ra {} /resources/ ';'`,
    };
  }
  const bundles = withResources.map((target) => `${name}_${target}.resources`);
  return { artefacts: bundles.map((one) => ({ from: below(folder, one), to: below(parentOf(path), one) })) };
}

/** Directories that Vapor and its like serve without naming them. */
const SERVED = ['Public', 'Resources', 'Views', 'public', 'static', 'templates', 'Localization'];

function sourceTexts(files: NonNullable<Project['files']>, root: string): string[] {
  const all = files.below(root) ?? [];
  return all
    .filter((path) => path.endsWith('.swift') && !/\/(?:Tests|\.build|Packages)\//.test(path))
    .map((path) => withoutComments(files.read(path) ?? ''));
}

function readFilesInUse(
  { files, workdir, settings, start, checks, scripts }: Project,
  root: string,
): string[] | undefined {
  const all = [...new Set([root, workdir].flatMap((place) => files?.below(place) ?? []))];
  if (!files || files.below(root) === undefined) return undefined;
  const words = [...start.programs, ...checks].flatMap(({ name, arguments: given }) => [name, ...given]);
  return findFilesInUse({
    files: all.filter((path) => !/\/(?:\.build|\.git|Tests)\//.test(path)),
    bases: [...new Set([workdir, root])],
    texts: [
      ...sourceTexts(files, root),
      ...[...words, ...settings].map((word) => JSON.stringify(word)),
      ...[...scripts.values()].flatMap((text) => text ?? []),
      '".env" ".env.production"',
    ],
    served: SERVED.flatMap((name) => [below(root, name), below(workdir, name)]),
    isSource: (path) => SOURCES.test(path),
    read: (path) => files.read(path),
  }).filter((path) => !scripts.has(path));
}
