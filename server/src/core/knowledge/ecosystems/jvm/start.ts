import type { Program, Project } from '../../ecosystem';
import { nameOf, parentOf, toPath } from '../../images/image-paths';

/** A call of `java`, taken apart. Paths are absolute; what holds a variable without a known value is in `unknown`. */
export interface JavaCall {
  /** The word that stands for `java`. */
  readonly name: string;
  readonly jar?: string;
  /** Class or module to start. */
  readonly main?: string;
  /** Entries of the class path and module path: jars, directories, and `directory/*`. */
  readonly classPath: readonly string[];
  readonly agents: readonly string[];
  /** A source file that is compiled when the program starts. */
  readonly source?: string;
  /** Modules that are asked for beside those that the program needs. */
  readonly modules: readonly string[];
  /** Values of properties, and arguments of the program. */
  readonly words: readonly string[];
  /** A word of importance that can't be told. */
  readonly unknown?: string;
  readonly directory: string;
}

/** A program that the container starts, and where. */
export interface StartedProgram extends Program {
  readonly directory: string;
}

/** Everything that CMD, ENTRYPOINT, HEALTHCHECK and the scripts of the start call. */
export function startedPrograms(project: Project): StartedProgram[] {
  const { start, checks, workdir, scripts } = project;
  const own = [...start.programs, ...checks].map((program) => ({ ...program, directory: workdir }));
  return [...own, ...[...scripts].flatMap(([path, text]) => callsOfScript(path, text ?? '', project))];
}

/** The simple commands of a script, as far as they can be read line by line: enough to find what starts a program. */
function callsOfScript(path: string, text: string, { workdir, variable }: Project): StartedProgram[] {
  const plain = text
    .replace(/\\\r?\n[ \t]*/g, ' ')
    .replace(/^[ \t]*#.*$/gm, '')
    .replace(/\s#\s.*$/gm, '');
  const own = new Map<string, string>();
  const lookup = (name: string) => own.get(name) ?? variable(name);
  const found: StartedProgram[] = [];
  let directory = workdir;
  for (const line of plain.split(/\r?\n|&&|\|\||[;|&](?!\d)/)) {
    let words = splitWords(line).flatMap((word) => {
      const expanded = expandVariables(word, lookup);
      // A variable alone may be several words, or none.
      return /^\$(?:\w+|\{[^}]*\})$/.test(word) ? splitWords(expanded) : [expanded];
    });
    while (words[0] !== undefined && /^(?:then|do|else|exec|nohup|time|sudo|if|!|\(|\{)$/.test(words[0]))
      words = words.slice(1);
    if (words[0] === 'export') words = words.slice(1);
    while (words[0] !== undefined && /^[A-Za-z_]\w*=/.test(words[0])) {
      const [word] = words;
      own.set(word!.slice(0, word!.indexOf('=')), word!.slice(word!.indexOf('=') + 1));
      words = words.slice(1);
    }
    const [name, ...rest] = words;
    if (name === undefined || name === '') continue;
    if (name === 'cd' && rest.join(' ').includes('dirname')) directory = parentOf(path);
    else if (name === 'cd') directory = toPath(rest[0] ?? '/root', directory)!;
    else if (/^[\w./${}+-]+$/.test(name)) found.push({ name, arguments: rest, directory });
  }
  return found;
}

/** The words of a line of shell, quotes taken off. */
function splitWords(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/["']/g, ''));
}

function expandVariables(word: string, lookup: (name: string) => string | undefined): string {
  return word.replace(
    /\$\{(\w+)(?::?-([^}]*))?\}|\$(\w+)/g,
    (written, braced: string | undefined, fallback: string | undefined, bare: string | undefined) =>
      lookup(braced ?? bare ?? '') ?? fallback ?? written,
  );
}

/** Options of `java` whose value is the next word. */
const VALUE_OPTIONS = new Set(
  `-cp -classpath --class-path -p --module-path -m --module --add-modules --add-opens --add-exports --add-reads --patch-module
  --upgrade-module-path --limit-modules --source --describe-module -d`.split(/\s+/),
);

/** Takes a call of `java` apart; undefined for another program. */
export function readJavaCall(
  { name, arguments: given, directory }: StartedProgram,
  project: Project,
): JavaCall | undefined {
  if (nameOf(name) !== 'java') return undefined;
  // No image sets this one.
  const lookup = (variable: string) => project.variable(variable) ?? (variable === 'CLASSPATH' ? '' : undefined);
  const written = given.flatMap((word) => {
    // A variable alone may be several options: `$JAVA_OPTS`.
    const alone = /^\$\{?(\w+)\}?$/.exec(word)?.[1];
    const value = alone === undefined ? undefined : lookup(alone);
    if (value !== undefined) return splitWords(value);
    const expanded = expandVariables(word, lookup);
    // One that is not set is nothing, and one that is set by whoever starts the container is options.
    return alone !== undefined &&
      /^\$/.test(expanded) &&
      /(?:OPT|ARG|FLAG|AGENT|PROPERT|PARAM|MEM|HEAP|DEBUG|JAVA_|JVM_)/i.test(alone)
      ? []
      : [expanded];
  });
  const options = ['JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', '_JAVA_OPTIONS'].flatMap((one) =>
    splitWords(lookup(one) ?? ''),
  );
  const words: string[] = [];
  const classPath: string[] = [];
  const agents: string[] = [];
  const modules: string[] = [];
  let jar: string | undefined;
  let main: string | undefined;
  let source: string | undefined;
  const addPath = (text: string) => {
    for (const entry of text.split(':')) classPath.push(entry === '' ? '.' : entry);
  };
  const readOption = (word: string) => {
    const agent = /^-javaagent:([^=]+)|^-agentpath:([^=]+)/.exec(word);
    if (agent) agents.push(agent[1] ?? agent[2]!);
    else words.push(word);
  };
  for (const option of options) readOption(option);
  let at = 0;
  for (; at < written.length; at++) {
    const word = written[at]!;
    const [, flag, glued] = /^(--class-path|--module-path)=(.*)$/.exec(word) ?? [];
    if (flag !== undefined) addPath(glued!);
    else if (word === '-jar') {
      jar = written[++at];
      at++;
      break;
    } else if (VALUE_OPTIONS.has(word)) {
      const value = written[++at] ?? '';
      if (/^-cp$|^-classpath$|^--class-path$|^-p$|^--module-path$/.test(word)) addPath(value);
      else if (word === '--add-modules') modules.push(...value.split(','));
      else if (word === '-m' || word === '--module') {
        main = value;
        at++;
        break;
      }
    } else if (word.startsWith('-') || word.startsWith('@')) readOption(word);
    else {
      if (word.endsWith('.java')) source = word;
      main = word;
      at++;
      break;
    }
  }
  words.push(...written.slice(at));
  const paths = [...(jar === undefined ? [] : [jar]), ...classPath, ...agents];
  const unknown =
    paths.find((path) => /[$`]/.test(path)) ?? (main !== undefined && /[$`]/.test(main) ? main : undefined);
  const named = jar === undefined && classPath.length === 0 && main !== undefined ? [lookup('CLASSPATH') || '.'] : [];
  for (const entry of named) addPath(entry);
  const resolve = (path: string) => toPath(path, directory)!;
  return {
    name,
    ...(jar === undefined ? {} : { jar: resolve(jar) }),
    ...(main === undefined ? {} : { main }),
    classPath: classPath.map(resolve),
    modules,
    agents: agents.map(resolve),
    ...(source === undefined ? {} : { source }),
    words,
    ...(unknown === undefined ? {} : { unknown }),
    directory,
  };
}
