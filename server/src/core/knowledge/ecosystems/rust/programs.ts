import type { Artefact, PlanRefusal, Project, Step } from '../../ecosystem';
import { below, nameOf, parentOf, toPath } from '../../images/image-paths';
import { readCalls } from '../../inner-calls';
import { SHELLS } from '../../shells';
import { hasCommand } from '../../system-packages/package-roles';
import { type RustBuild, readRustBuild } from './builds';

/** A program that a command makes, or that another one puts somewhere else. */
export interface Product {
  readonly path: string;
  readonly build: RustBuild;
}

/** A program that the container needs. */
export interface Used extends Artefact {
  readonly build: RustBuild;
}

const productsByProject = new WeakMap<Project, readonly Product[]>();

/** Every program that the file makes, in order; commands that can't be understood make none. */
export function readProducts(project: Project): readonly Product[] {
  const known = productsByProject.get(project);
  if (known) return known;
  const products: Product[] = [];
  productsByProject.set(project, products);
  for (const step of project.steps) {
    for (const call of readCalls(step, project) ?? [step]) {
      if (CARRIERS.has(call.name)) products.push(...carried(call, products, project.directories));
      else {
        const build = readRustBuild(call, project);
        if (build && !('because' in build))
          products.push(...build.programs.map((path) => ({ path, build: { ...build, step } })));
      }
    }
  }
  return products;
}

const CARRIERS = new Set(['cp', 'mv', 'install', 'ln', 'strip', 'upx', 'objcopy']);

/** `cp target/release/app /usr/local/bin/`, `strip -o small app`: the program is there too. */
function carried(step: Step, known: readonly Product[], directories: ReadonlySet<string>): Product[] {
  const { name, arguments: given, directory } = step;
  const options = given.flatMap((word, at) =>
    /^(?:-t|--target-directory|-m|--mode|-o|-g)$/.test(word) ? [at + 1] : [],
  );
  const words = given.filter((word, at) => !word.startsWith('-') && !options.includes(at));
  const flag = given.findIndex((word) => word === '-t' || word === '--target-directory');
  const output = name === 'strip' || name === 'upx' ? given[given.indexOf('-o') + 1 || given.length] : undefined;
  const last =
    flag !== -1 ? given[flag + 1] : (output ?? (name === 'strip' || name === 'upx' ? undefined : words.at(-1)));
  const to = last === undefined ? undefined : toPath(last, directory);
  if (last === undefined || to === undefined || to.includes('$')) return [];
  const sources = flag !== -1 || output !== undefined ? words : words.slice(0, -1);
  const inside =
    flag !== -1 ||
    (output === undefined &&
      (/(?:^|\/)\.{0,2}$/.test(last) || sources.length > 1 || directories.has(to) || /\/s?bin$/.test(to)));
  // A link's relative target starts from where the link is.
  const isLink = name === 'ln' && given.some((word) => /^-[a-zA-Z]*s|^--symbolic/.test(word));
  const origin = isLink ? (inside ? to : parentOf(to)) : directory;
  return sources.flatMap((word) => {
    const from = toPath(word, origin);
    const found = matchProducts(known, from);
    return found.map(({ build, path }) => ({ build, path: inside || path !== from ? below(to, nameOf(path)) : to }));
  });
}

/** The products at a path, or in the directory of a pattern: `target/release/*`, `target/release/$name`. */
export function matchProducts(products: readonly Product[], path: string | undefined): readonly Product[] {
  if (path === undefined) return [];
  const isPattern = /\/(?:\*|\$\{\w+\})$/.test(path);
  return products.filter((one) => one.path === path || (isPattern && parentOf(one.path) === parentOf(path)));
}

/** The last product at a path. */
function findProduct(products: readonly Product[], path: string | undefined): Product | undefined {
  return path === undefined ? undefined : products.findLast((one) => one.path === path);
}

/** Directories that are searched for a program given by name, in the base images. */
const PATH = [
  '/usr/local/cargo/bin',
  '/root/.cargo/bin',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
];

/**
 * The programs that the start calls, that its scripts name, or that another of them starts.
 * @param strings what the programs have in their sources
 */
export function findUsed(project: Project, strings: readonly string[]): readonly Used[] | PlanRefusal {
  const products = readProducts(project);
  const used = new Map<string, Used>();
  const add = (word: string) => {
    const found = matchProduct(word, project, products);
    if (found) used.set(found.from, found);
  };
  const { programs, shell } = project.start;
  for (const { name, arguments: given } of [...programs, ...project.checks])
    for (const word of [name, ...given]) add(word);
  for (const [script, text] of project.scripts) {
    if (text === undefined) {
      if (used.size === 0) return { because: `What ${nameOf(script)} starts can't be read here.` };
      continue;
    }
    const tool = /(?:^|[\s;&|(])((?:cargo|rustc|rustup|make)\b(?:\s+\w+)?)/m.exec(text.replace(/^\s*#.*$/gm, ''))?.[1];
    if (tool !== undefined) return { because: `${nameOf(script)} runs ${tool}, which needs the Rust toolchain.` };
    for (const word of new Set(text.split(/[\s"'`;&|()=]+/))) if (word !== '' && !hasCommand('debian', word)) add(word);
  }
  const first = programs[0]?.name ?? '';
  const startsOwn =
    matchProduct(first, project, products) !== undefined ||
    [...project.scripts.keys()].some((path) => path === toPath(first, project.workdir) || nameOf(path) === first);
  if (used.size === 0 || !(startsOwn || shell || SHELLS.has(nameOf(first)))) {
    const names = [...new Set(products.map(({ path }) => nameOf(path)))].slice(0, 5);
    const built = names.length > 0 ? `; what is built is ${names.join(', ')}` : '';
    return { because: `${first || 'What the container starts'} is not built here, as far as the files tell${built}.` };
  }
  for (const word of strings) if (word.includes('/') || products.some(({ path }) => nameOf(path) === word)) add(word);
  return [...used.values()];
}

function matchProduct(word: string, project: Project, products: readonly Product[]): Used | undefined {
  if (word.includes('/')) {
    const path = toPath(word, project.workdir)!;
    const found = findProduct(products, path);
    return found && { from: path, to: path, build: found.build };
  }
  if (!/^\w[\w.+-]*$/.test(word)) return undefined;
  const own = project.path;
  for (const place of [...own, ...PATH]) {
    const path = below(place, word);
    const found = findProduct(products, path);
    // A directory that only the image of the tools has in its PATH: the program moves to one that every image has.
    const to = own.includes(place) || /^\/(?:usr\/(?:local\/)?)?s?bin$/.test(place) ? path : `/usr/local/bin/${word}`;
    if (found) return { from: path, to, build: found.build };
  }
  return undefined;
}
