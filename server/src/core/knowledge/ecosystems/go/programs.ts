import type { Artefact, PlanRefusal, Project, Step } from '../../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../../images/image-paths';
import { SHELLS } from '../../shells';
import { hasCommand } from '../../system-packages/package-roles';
import { type GoBuild, readBuilds } from './builds';
import { modulePath, moduleRootOf } from './modules';

const GOPATH = '/go';

/** A program that a command makes; without `path` it is one in `directory` whose name only the sources tell. */
interface Product {
  readonly step: Step;
  readonly path?: string;
  readonly directory?: string;
  /** Where it is a link: the program. */
  readonly target?: string;
}

/** A program that the container needs, and the command that built it. */
export interface Used extends Artefact {
  readonly step: Step;
}

const productsByProject = new WeakMap<Project, readonly Product[]>();

/** Every program that the file makes, in order. */
export function readProducts(project: Project): readonly Product[] {
  const known = productsByProject.get(project);
  if (known) return known;
  const products: Product[] = [];
  for (const step of project.steps) {
    const builds = readBuilds(step, project);
    if (builds.length > 0) products.push(...builds.flatMap((build) => productsOf(build, project)));
    else if (CARRIERS.has(step.name)) products.push(...carried(step, products, project.directories));
  }
  productsByProject.set(project, products);
  return products;
}

const CARRIERS = new Set(['cp', 'mv', 'install', 'ln']);

function productsOf(build: GoBuild, project: Project): Product[] {
  const { step, verb, flags, directory } = build;
  const packages = build.packages.length > 0 ? build.packages : ['.'];
  const names = packages.flatMap((name) => programNames(name, build, project));
  const inDirectory = (place: string): Product[] =>
    names.map((name) => (name === undefined ? { step, directory: place } : { step, path: below(place, name) }));
  if (verb === 'install') {
    const bin = binDirectory(step, project);
    return bin === undefined || bin.includes('$') ? [] : inDirectory(bin);
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

/** Where `go install` puts programs; undefined where Go was installed by hand and the file does not say. */
function binDirectory({ variable }: Step, { base }: Project): string | undefined {
  const own = variable('GOBIN');
  if (own) return own;
  const path = variable('GOPATH');
  if (base.family === 'go') return `${(path || GOPATH).split(':')[0]}/bin`;
  return path && path !== GOPATH ? `${path.split(':')[0]}/bin` : undefined;
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
function programName(pattern: string, { directory }: GoBuild, project: Project): string | undefined {
  const { files } = project;
  const path = pattern.replace(/@[^/]*$/, '').replace(/\/+$/, '');
  if (/\.\.\.|[*$]/.test(path)) return undefined;
  if (path.endsWith('.go')) return nameOf(path).slice(0, -'.go'.length);
  if (path !== '' && !/^[./]/.test(path)) return nameOf(path.replace(/\/v\d+$/, ''));
  const place = toPath(path || '.', directory);
  if (place === undefined) return undefined;
  // The import path decides: of a module's root that is the module's own; in a GOPATH and below a module, the directory's name.
  const module = modulePath(files?.read(below(place, 'go.mod')) ?? '') ?? initialised(place, project);
  if (module !== undefined) return nameOf(module.replace(/\/v\d+$/, ''));
  const rooted =
    place.startsWith(`${GOPATH}/src/`) || (files !== undefined && moduleRootOf(files, place) !== undefined);
  return place !== directory || rooted ? nameOf(place) : undefined;
}

/** The module that `go mod init` makes of a directory. */
function initialised(place: string, { steps }: Project): string | undefined {
  const init = steps.find(
    ({ name, arguments: given, directory }) =>
      name === 'go' && given[0] === 'mod' && given[1] === 'init' && directory === place,
  );
  return init?.arguments[2];
}

/** `cp main /usr/local/bin/app`, `ln -s /src/main /usr/bin/app`: the program is there too. */
function carried(step: Step, known: readonly Product[], directories: ReadonlySet<string>): Product[] {
  const words = step.arguments.filter((word) => !word.startsWith('-'));
  const last = words.at(-1);
  const to = last !== undefined && words.length >= 2 ? toPath(last, step.directory) : undefined;
  if (last === undefined || to === undefined || to.includes('$')) return [];
  const inside = last.endsWith('/') || words.length > 2 || directories.has(to) || /\/s?bin$/.test(to);
  // A link's relative target starts from where the link is.
  const isLink = step.name === 'ln' && step.arguments.some((word) => /^-[a-zA-Z]*s|^--symbolic/.test(word));
  const origin = isLink ? (inside ? to : parentOf(to)) : step.directory;
  return words.slice(0, -1).flatMap((word) => {
    const source = findProduct(known, toPath(word, origin));
    const target = isLink ? toPath(word, origin) : undefined;
    const path = inside ? below(to, nameOf(word)) : to;
    return source ? [{ step: source.step, path, ...(target === undefined ? {} : { target }) }] : [];
  });
}

/** The last product at a path; one whose name only the sources tell is taken for it in its directory. */
export function findProduct(products: readonly Product[], path: string | undefined): Product | undefined {
  if (path === undefined) return undefined;
  return products.findLast(
    (one) =>
      one.path === path || (one.path === undefined && one.directory === parentOf(path) && !nameOf(path).includes('.')),
  );
}

/** Directories that are searched for a program given by name, in the base images. */
const PATH = [`${GOPATH}/bin`, '/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** The programs that the start calls, or that its scripts name. */
export function findUsed(project: Project): readonly Used[] | PlanRefusal {
  const used = new Map<string, Used>();
  const { programs, shell } = project.start;
  for (const { name, arguments: given } of [...programs, ...project.checks]) {
    for (const word of [name, ...given]) {
      const found = matchProduct(word, project);
      if (found) used.set(found.to, found);
    }
  }
  for (const [script, text] of project.scripts) {
    if (text === undefined && used.size === 0) return { because: `What ${nameOf(script)} starts can't be read here.` };
    const tool = /(?:^|[\s;&|(])(go (?:run|build|install|test|generate|mod)|dlv|make)\b/m.exec(text ?? '')?.[1];
    if (tool) return { because: `${nameOf(script)} runs ${tool}, which needs the Go toolchain.` };
    for (const found of findNamed(text ?? '', project)) used.set(found.to, found);
  }
  const first = programs[0]?.name ?? '';
  const startsOwn = matchProduct(first, project) !== undefined || project.scripts.has(toPath(first, project.workdir)!);
  if (used.size === 0 || !(startsOwn || shell || SHELLS.has(nameOf(first)))) {
    return { because: `${first || 'What the container starts'} is not built here, as far as the file tells.` };
  }
  // A directory that is copied as a whole brings links as links.
  for (const { from, step } of [...used.values()]) {
    const target = findProduct(readProducts(project), from)?.target;
    if (target !== undefined) used.set(target, { from: target, to: target, step });
  }
  return [...used.values()];
}

/** The programs that a script names. */
export function findNamed(text: string, project: Project): readonly Used[] {
  return [...new Set(text.split(/[\s"'`;&|()=]+/))].flatMap((word) => {
    return word === '' || hasCommand('debian', word) ? [] : (matchProduct(word, project) ?? []);
  });
}

/** The program that a word of the start is, by path or by name. */
export function matchProduct(word: string, project: Project): Used | undefined {
  const products = readProducts(project);
  if (word.includes('/')) {
    const path = toPath(word, project.workdir)!;
    const found = findProduct(products, path);
    return found && { from: path, to: path, step: found.step };
  }
  if (!/^\w[\w.+-]*$/.test(word)) return undefined;
  for (const place of [...project.path, ...PATH]) {
    const path = below(place, word);
    const found = findProduct(products, path);
    // A directory that only the Go image has in its PATH: the program moves to one that every image has.
    const isTools = isWithin(place, GOPATH) || isWithin(place, '/root') || isWithin(place, '/usr/local/go');
    const to = isTools ? `/usr/local/bin/${word}` : path;
    if (found) return { from: path, to, step: found.step };
  }
  return undefined;
}
