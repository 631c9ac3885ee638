import type { PlanRefusal, Project } from '../../ecosystem';
import { isWithin, nameOf, parentOf, toPath } from '../../images/image-paths';
import { isMade, type JvmTool, type Product, rootsOf, type ToolCall } from './builds';
import { TOOL_PLACES } from './images';
import type { JavaCall, StartedProgram } from './start';

/** What the container starts, and what is built. */
export interface JvmStart {
  readonly java: readonly JavaCall[];
  readonly started: readonly StartedProgram[];
  readonly calls: readonly ToolCall[];
  readonly products: readonly Product[];
}

/** Paths of the builder that the runtime gets. */
export interface Gathered {
  readonly paths: readonly string[];
  readonly notes: readonly string[];
  /** Commands that what is started calls by itself. */
  readonly calls: readonly string[];
}

/** What the start names of the build, and what belongs to it. */
export function gatherBuilt(
  project: Project,
  tool: JvmTool,
  { java, started, calls, products }: JvmStart,
): Gathered | PlanRefusal {
  const paths = new Set<string>();
  const notes = new Set<string>();
  const commands = new Set<string>();
  const add = (path: string): PlanRefusal | undefined => {
    const found = tool.belongings(path, calls, project);
    if (typeof found === 'string') return { because: found };
    for (const one of found.paths) paths.add(one);
    if (found.note !== undefined) notes.add(found.note);
    return undefined;
  };
  for (const call of java) {
    if (call.unknown !== undefined)
      return { because: `What ${call.unknown} is when the container starts can't be told.` };
    const part = call.modules.find((name) =>
      /^jdk\.(?:compiler|jshell|attach|jdi|javadoc|jartool|jlink|jdeps|jcmd)$/.test(name),
    );
    if (part !== undefined) return { because: `The container asks for the module ${part}, which only a JDK has.` };
    if (call.main?.startsWith('com.sun.tools.')) return { because: `${call.main} is a part of the JDK.` };
    for (const { path, required } of pathsOf(call)) {
      const refusal = place(path, required);
      if (refusal) return refusal;
    }
  }
  if (started.some(({ name }) => nameOf(name) === 'catalina.sh')) {
    for (const { path, carried } of products) if (carried && /\/webapps\/[^/]/.test(path)) paths.add(path);
  }
  for (const { name, directory } of started) {
    if (!name.includes('/') || nameOf(name) === 'java' || project.scripts.has(toPath(name, directory)!)) continue;
    const path = toPath(name, directory)!;
    if (!isMade(path, products)) continue;
    const home = /^(.+)\/bin\/[^/]+$/.exec(path)?.[1];
    paths.add(home === undefined || /^\/(?:usr(?:\/local)?|opt)$/.test(home) ? path : home);
    if (tool.startsWithBash) commands.add('bash');
  }
  if (paths.has('/'))
    return { because: 'The class path is /, where the system lies too; give the project a WORKDIR first.' };
  if (paths.size === 0) {
    const first = started[0]?.name ?? 'What the container starts';
    const script =
      first === 'sh' || first === 'bash' ? started[0]?.arguments.find((word) => !word.startsWith('-')) : undefined;
    if (script !== undefined) return { because: `What ${nameOf(script)} starts can't be read here.` };
    return { because: `${first} is not built here, as far as the file tells.` };
  }
  return { paths: [...paths], notes: [...notes], calls: [...commands] };

  function place(path: string, required: boolean): PlanRefusal | undefined {
    const directory = path.replace(/\/\*$/, '');
    if (TOOL_PLACES.test(directory))
      return { because: `The container needs ${path}, which only the image that builds has.` };
    if (isMade(directory, products)) {
      const unpacked = products.some((one) => one.carried && one.tree && one.path !== path && isWithin(path, one.path));
      return add(unpacked && /\.jar$/.test(path) ? parentOf(path) : directory);
    }
    const isCopied = isFromContext(directory, project);
    const root = calls.find((call) => isWithin(directory, call.directory));
    if (isCopied) {
      // Outside the project a COPY of the author's moves along.
      if (root && directory !== '/') {
        if (rootsOf(calls).includes(directory))
          notes.add(`${directory} is copied as a whole: the program's class path is there.`);
        paths.add(directory);
      }
      return directory === '/' && required
        ? { because: 'The class path is /, where the system lies too; give the project a WORKDIR first.' }
        : undefined;
    }
    // A directory of modules, each of which javac is told to put in one of its own.
    if (
      root &&
      directory !== root.directory &&
      products.some((one) => one.within === undefined && isWithin(one.path, directory))
    ) {
      paths.add(directory);
      return undefined;
    }
    const isMentioned = project.steps.some(({ arguments: given, directory: at }) =>
      given.some((word) => toPath(word, at) === directory || nameOf(word) === nameOf(directory)),
    );
    if (isMentioned) {
      if (root && required && root.directory !== '/') paths.add(directory);
      return undefined;
    }
    return required ? { because: `${path} is not built here, as far as the file tells.` } : undefined;
  }
}

/** Whether a COPY or ADD brings something to a path; where the context is not known, a file's name has to do. */
function isFromContext(path: string, { files, copies }: Project): boolean {
  if (
    copies.some(
      (copy) =>
        !copy.fromContext &&
        copy.path !== undefined &&
        (copy.path === path || (copy.tree && isWithin(path, copy.path))),
    )
  )
    return true;
  if (files) return files.has(path) || (files.below(path)?.length ?? 0) > 0;
  return copies.some(
    (copy) =>
      copy.fromContext &&
      copy.path !== undefined &&
      (copy.path === path || (copy.tree && isWithin(path, copy.path) && /\.\w{2,10}$/.test(path))),
  );
}

/** Places that a call of java names; those that are not `required` may be missing. */
function pathsOf({ jar, classPath, agents, words, directory }: JavaCall): { path: string; required: boolean }[] {
  const ownClass = jar === undefined;
  const named = words.flatMap((word) =>
    word
      .replace(/^@/, '')
      .split(/[=,;:]/)
      .filter((part) => (part.includes('/') || SETTINGS.test(part)) && !/[$*]|\/\//.test(part))
      .map((part) => toPath(part, directory)!),
  );
  return [
    ...(jar === undefined ? [] : [{ path: jar, required: true }]),
    ...classPath.map((path) => ({ path, required: ownClass && classPath.length === 1 })),
    ...agents.map((path) => ({ path, required: true })),
    ...named.filter((path) => path !== '/').map((path) => ({ path, required: false })),
  ];
}

const SETTINGS = /^[\w.-]+\.(?:ya?ml|properties|json|xml|conf|cfg|ini|toml|config|txt|csv)$/;
