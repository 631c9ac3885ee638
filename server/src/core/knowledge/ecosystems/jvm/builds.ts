import type { Project, Step, StepRole } from '../../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../../images/image-paths';
import { readCalls } from '../../inner-calls';

/** A build tool of the JVM: what its calls make, and what belongs together at run time. */
export interface JvmTool {
  /** What the person calls it. */
  readonly title: string;
  /** Commands that compile when the container starts, where one of them stands in CMD. */
  readonly helps: string;
  /** Names of the command itself and its wrapper. */
  readonly commands: ReadonlySet<string>;
  /** Whether the start scripts that it writes are for bash. */
  readonly startsWithBash?: boolean;
  /** Whether a call of one of the commands compiles or packs. */
  builds(call: ToolCall): boolean;
  /** Places that a call fills. */
  products(call: ToolCall, project: Project): readonly Product[];
  /** What a built file needs to run, itself among them; a text says why that can't be told. */
  belongings(path: string, calls: readonly ToolCall[], project: Project): Belongings | string;
}

/** Files that run together. */
export interface Belongings {
  readonly paths: readonly string[];
  readonly note?: string;
}

/** A call of a build tool, a shell in front of its wrapper taken off: `sh mvnw package`. */
export interface ToolCall {
  readonly step: Step;
  readonly arguments: readonly string[];
  readonly directory: string;
}

/** A place that the build fills. */
export interface Product {
  readonly path: string;
  /** Whether everything below it is made too. */
  readonly tree: boolean;
  /** Whether `path` is the beginning of a directory's path, in which a directory of that name lies: modules of a project. */
  readonly within?: string;
  /** Whether a command put it there, of what the tool has made. */
  readonly carried?: boolean;
}

/** Commands of the JDK and compilers of its languages. */
const COMPILERS = new Set(
  'javac jar jlink jdeps jmod javadoc kotlinc scalac groovyc ant native-image jpackage'.split(' '),
);
const FILE_TOOLS = new Set('cp mv ln install touch chmod unzip tar zip rsync dd cat'.split(' '));
const SET_UP = new Set('wget curl unzip tar mv cp ln chmod mkdir sha256sum sha512sum sha1sum rm echo dpkg'.split(' '));
/** Something of a build tool that is fetched and unpacked by hand. */
const TOOL_NAME =
  /(?:^|[/\s=])(?:apache-)?(?:maven|mvn|mvnw|gradle|gradlew|sbt|ant)(?:[-_]?v?\d[\w.-]*)?(?:-bin|-all)?(?:[/.]|$)/i;

const stepsByProject = new WeakMap<Project, readonly Step[]>();

/** The commands of the file, in order; those of a Makefile's recipes and of scripts in the place of the command that runs them. */
export function stepsOf(project: Project): readonly Step[] {
  const found = stepsByProject.get(project) ?? project.steps.flatMap((step) => innerSteps(step, project) ?? [step]);
  stepsByProject.set(project, found);
  return found;
}

/** What `make` or a script of the project runs; undefined for other commands, wrappers of build tools among them. */
function innerSteps(step: Step, project: Project): readonly Step[] | undefined {
  const isWrapper = [step.name, ...step.arguments.slice(0, 1).map(nameOf)].some((name) =>
    /^(?:mvnw|gradlew|sbt)$/.test(name),
  );
  return isWrapper ? undefined : readCalls(step, project);
}

/** Calls of a tool's commands in the file, in order. */
export function toolCalls(project: Project, { commands }: JvmTool): ToolCall[] {
  return stepsOf(project).flatMap((step) => toCall(step, commands) ?? []);
}

function toCall(step: Step, commands: ReadonlySet<string>): ToolCall | undefined {
  const directory = step.directory ?? '/';
  if (commands.has(step.name)) return { step, arguments: step.arguments, directory };
  if (step.name !== 'sh' && step.name !== 'bash') return undefined;
  const [first = '', ...rest] = step.arguments.filter((word) => !/^-[ex]+$/.test(word));
  return commands.has(nameOf(first)) ? { step, arguments: rest, directory } : undefined;
}

/** Directories of the projects that some calls build. */
export function rootsOf(calls: readonly ToolCall[]): string[] {
  return [...new Set(calls.map(({ directory }) => directory))];
}

const known = new WeakMap<Project, Map<JvmTool, readonly Product[]>>();

/** Everything that the build makes, with what RUNs make of it: `cp target/*.jar /app.jar`. */
export function productsOf(project: Project, tool: JvmTool): readonly Product[] {
  const perTool = known.get(project) ?? new Map<JvmTool, readonly Product[]>();
  known.set(project, perTool);
  const found = perTool.get(tool);
  if (found) return found;
  const products: Product[] = [];
  for (const step of stepsOf(project)) {
    const call = toCall(step, tool.commands);
    if (call) products.push(...tool.products(call, project));
    else products.push(...carriedBy(step, products, project));
  }
  perTool.set(tool, products);
  return products;
}

/** Whether a path, which may hold a glob, is made by the build. */
export function isMade(path: string, products: readonly Product[]): boolean {
  return products.some((product) => covers(product, path));
}

function covers({ path: made, tree, within }: Product, path: string): boolean {
  if (within !== undefined) return isWithin(path, made) && path.slice(made.length).split('/').includes(within);
  if (made === path || (tree && isWithin(path, made))) return true;
  if (parentOf(made) !== parentOf(path)) return false;
  return globMatches(nameOf(path), nameOf(made)) || globMatches(nameOf(made), nameOf(path));
}

function globMatches(glob: string, name: string): boolean {
  if (!/[*?]/.test(glob)) return false;
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${pattern}$`).test(name);
}

/** Where a command puts what is built. */
function carriedBy(step: Step, products: readonly Product[], { directories }: Project): Product[] {
  const { name, arguments: given, directory } = step;
  const resolve = (word: string) => toPath(word.replace(/^~(?=\/|$)/, '/root'), directory);
  const words = given.filter((word) => !word.startsWith('-'));
  const isOurs = (word: string) => {
    const path = resolve(word);
    return path !== undefined && isMade(path, products);
  };
  if (name === 'unzip' || name === 'tar') {
    if (!words.some(isOurs)) return [];
    const flag = given.findIndex((word) =>
      name === 'unzip' ? word === '-d' : word === '-C' || word === '--directory',
    );
    const to = resolve(flag === -1 ? '.' : (given[flag + 1] ?? '.'));
    return to === undefined || to === '/' ? [] : [{ path: to, tree: true, carried: true }];
  }
  if (!/^(?:cp|mv|ln|install|rsync)$/.test(name)) return [];
  const last = words.at(-1);
  const to = last === undefined || words.length < 2 ? undefined : resolve(last);
  if (to === undefined || to.includes('$')) return [];
  const isTree = given.some((word) => /^-\w*[raR]/.test(word)) || name === 'mv';
  const into = last!.endsWith('/') || /(?:^|\/)\.{1,2}$/.test(last!) || words.length > 2 || directories.has(to);
  return words
    .slice(0, -1)
    .filter(isOurs)
    .flatMap((word): Product[] => {
      // A directory's content, and what a glob stands for, may be directories.
      if (/\/\.$/.test(word) || (isTree && /[*?]/.test(word))) return [{ path: to, tree: true, carried: true }];
      return [{ path: into ? below(to, nameOf(word)) : to, tree: isTree || !into, carried: true }];
    });
}

/** What a command of a RUN is for, in a project of a tool. */
export function jvmRole(step: Step, project: Project, tool: JvmTool): StepRole | undefined {
  const call = toCall(step, tool.commands);
  if (call) return INFORMS.test(call.arguments.join(' ')) ? 'setup' : 'build';
  const inner = innerSteps(step, project);
  if (inner) return inner.every((one) => isKnown(one, project, tool)) ? 'build' : undefined;
  if (COMPILERS.has(step.name)) return INFORMS.test(step.arguments.join(' ')) ? 'setup' : 'build';
  // What a program leaves behind that runs while the image is built is not known, but for these.
  if (step.name === 'java')
    return INFORMS.test(step.arguments.join(' ')) || step.arguments.some((word) => word.startsWith('-Djarmode='))
      ? 'setup'
      : undefined;
  if (FILE_TOOLS.has(step.name)) {
    const products = productsOf(project, tool);
    const isOurs = step.arguments.some((word) => {
      const path = word.startsWith('-') ? undefined : toPath(word, step.directory);
      return path !== undefined && isMade(path, products);
    });
    if (isOurs) return 'setup';
  }
  if (SET_UP.has(step.name) && step.arguments.some((word) => TOOL_NAME.test(word) && !/\.sh$|^\/?app\//.test(word)))
    return 'setup';
  return undefined;
}

/** Whether a command of a script builds, or works within the project. */
function isKnown(step: Step, project: Project, tool: JvmTool): boolean {
  const { name, arguments: given, directory } = step;
  if (HARMLESS.has(name)) return true;
  if (name === 'mkdir' || name === 'cp' || name === 'mv' || name === 'touch' || name === 'chmod') {
    const to = given.filter((word) => !word.startsWith('-')).at(-1) ?? '.';
    const isOutside = to.startsWith('/') && directory !== undefined && !isWithin(to, directory);
    if (!isOutside) return !to.includes('$');
  }
  return jvmRole(step, project, tool) !== undefined;
}

const HARMLESS = new Set(
  ': [ basename cat cd date dirname echo exit export false find grep head ls printf pwd rm sed set sort tail test true which'.split(
    ' ',
  ),
);

const INFORMS = /^(?:--?version|-v|-V|--help|-h|version|help)$/;
