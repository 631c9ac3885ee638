import type {
  CopiedFiles,
  Ecosystem,
  Program,
  Project,
  ProjectFiles,
  Start,
  Step,
  Wishes,
} from '../../knowledge/ecosystem';
import { readBaseImage } from '../../knowledge/images/base-images';
import { below, isWithin, nameOf, parentOf, toPath } from '../../knowledge/images/image-paths';
import { lineAt } from '../../text/source';
import type { Build, Scope, Stage, Variable } from '../build-types';
import type { BuildContext } from '../context';
import { directoryAt, readCopied } from '../order/copied';
import { globMatches, type Place } from '../order/places';
import type { ShellCommand } from '../shell/shell-command';
import { type ContainerStart, isLogin, readContainerStart, readHealthcheck } from '../stages/container-start';
import { expand } from '../stages/variables';
import type { CopyInstruction, EnvInstruction, Instruction } from '../syntax/instruction';
import type { CommandFacts, Runs } from './runs';
import { withArguments } from './script-arguments';

/** A stage as an ecosystem sees it, with what leads back to the text. */
export interface StageProject extends Project {
  readonly commandOf: ReadonlyMap<Step, CommandFacts>;
  readonly stepOf: ReadonlyMap<ShellCommand, Step>;
  readonly start: ContainerStart;
  readonly healthcheck?: Start;
  /** What each COPY and ADD brings where, in order. */
  readonly copies: readonly CopiedTo[];
  /** The working directory behind an instruction; `/` when it can't be told. */
  directoryAt(instruction: Instruction): string;
  /** An absolute path of a place; undefined when the file does not tell it. */
  pathOf(place: Place): string | undefined;
}

/** What a COPY or ADD brings, and which one it is. */
export interface CopiedTo extends CopiedFiles {
  readonly instruction: CopyInstruction;
}

/** Variables that base images set, by name. */
type Environment = Readonly<Record<string, string>>;

/**
 * Reads a stage for one ecosystem after the other, whose base images' environment counts as known. What was read for one is not used
 * any more when the next is asked for: they share all that no variable of theirs changes.
 */
export function projectReader(
  build: Build,
  stage: Stage,
  runs: Runs,
  wishes: Wishes = {},
): (ecosystem: Ecosystem) => StageProject {
  const { text } = build.source;
  const known = new Map<string, StageProject>();
  let current: Environment = {};
  return ({ environment }) => {
    current = environment;
    // What the file does not name changes neither words nor paths.
    const named = Object.keys(environment).filter((name) => text.includes(name));
    const key = JSON.stringify(named.map((name) => [name, environment[name]]));
    const shared = known.get(key) ?? readProject(build, stage, runs, (name) => current[name], wishes);
    known.set(key, shared);
    // An ecosystem may keep what it finds out about a project, so each gets one of its own.
    return { ...shared };
  };
}

function readProject(
  build: Build,
  stage: Stage,
  runs: Runs,
  environment: (name: string) => string | undefined,
  { runtime: wish, answers = new Map() }: Wishes,
): StageProject {
  const pathOf = (place: Place): string | undefined => {
    if (place.root === '/') return toPath(place.parts.join('/') || '.', '/');
    const name = /^\$\{(\w+)\}$/.exec(place.root)?.[1];
    const value = name === undefined ? undefined : environment(name);
    return value?.startsWith('/') ? toPath(place.parts.join('/') || '.', value) : undefined;
  };
  const copies = readCopies(build, stage, pathOf);
  const commandOf = new Map<Step, CommandFacts>();
  const stepOf = new Map<ShellCommand, Step>();
  const directories = new Set<string>();
  for (const instruction of stage.instructions) {
    const place = pathOf(directoryAt(build, instruction.index));
    if (place !== undefined) directories.add(place);
    if (instruction.keyword !== 'RUN') continue;
    const variables = new ScriptVariables(build.states[instruction.index]!.scope, environment);
    for (const facts of runs.facts(instruction)?.commands ?? []) {
      variables.enter(facts.command);
      const step = readStep(build, facts, variables, pathOf);
      commandOf.set(step, facts);
      stepOf.set(facts.command, step);
      if (step.name !== 'mkdir') continue;
      for (const word of step.arguments) {
        const path = word.startsWith('-') ? undefined : toPath(word, step.directory);
        if (path !== undefined) directories.add(path);
      }
    }
  }
  for (const { tree, path } of copies) if (tree && path !== undefined) directories.add(path);

  const end = endScope(build, stage);
  const workdir = pathOf(endDirectory(build, stage)) ?? '/';
  const base = readBaseImage(stage.base);
  const started = readContainerStart(build, stage);
  const check = stage.instructions.findLast((one) => one.keyword === 'HEALTHCHECK');
  const healthcheck = check && readHealthcheck(build, check);
  const files = readFiles(build, copies);
  const last = stage.instructions.findLast(({ keyword }) => keyword === 'USER');
  const user = last && valueAt(build, last, last.words[0]?.value ?? '').split(':', 1)[0];
  const environmentAtEnd = end.all().filter(({ kind }) => kind === 'ENV');
  const written = started.shell
    ? { ...started, programs: started.programs.map((one) => withValues(one, environmentAtEnd)) }
    : started;
  const scripts = readScripts(written, workdir, copies, files);
  const start = { ...written, programs: withoutPlainWords(written.programs, scripts, workdir) };
  return {
    base,
    image: stage.from.imageWord.value,
    steps: [...commandOf.keys()],
    start: withArguments(start, scripts, workdir),
    checks: healthcheck?.programs ?? [],
    workdir,
    ...(user === undefined ? {} : { user }),
    directories,
    copiesContext: copies.some(({ fromContext }) => fromContext),
    ...(files ? { files } : {}),
    scripts,
    path: stage.instructions.flatMap((one) => (one.keyword === 'ENV' ? pathsOf(one, environmentAtEnd) : [])),
    variable: (name) => environmentAtEnd.find((one) => one.name === name)?.value ?? environment(name),
    settings: environmentAtEnd.flatMap(({ value }) => value ?? []),
    packages: build.installs
      .filter(({ manager, instruction }) => manager.kind === 'system' && instruction.stage === stage.index)
      .flatMap(({ packages }) => packages.map(({ value }) => value)),
    ...(wish === undefined ? {} : { wish }),
    answers,
    commandOf,
    stepOf,
    ...(healthcheck ? { healthcheck } : {}),
    copies,
    directoryAt: (instruction) => pathOf(directoryAt(build, instruction.index)) ?? '/',
    pathOf,
  };
}

/** What a script is given is no program where the script, as far as it can be read, does not start what it is given. */
function withoutPlainWords(
  programs: readonly Program[],
  scripts: ReadonlyMap<string, string | undefined>,
  workdir: string,
): Program[] {
  const kept: Program[] = [];
  for (const program of programs) {
    const script = program.by === undefined ? undefined : toPath(program.by, workdir);
    const text = script === undefined ? undefined : scripts.get(script);
    const before = kept.at(-1);
    if (text === undefined || !before || /\$(?:[@*]|\{[@*])/.test(text)) kept.push(program);
    else kept[kept.length - 1] = { ...before, arguments: [...before.arguments, program.name, ...program.arguments] };
  }
  return kept;
}

/** A program of the start with what the shell puts in for the file's own variables. */
function withValues(program: Program, known: readonly Variable[]): Program {
  const { name, arguments: given } = program;
  const expand = (word: string) =>
    word.replace(
      /\$\{(\w+)\}/g,
      (written, variable: string) => known.find((one) => one.name === variable)?.value ?? written,
    );
  return { ...program, name: expand(name), arguments: given.map(expand) };
}

/** A word of an instruction with the values that its variables have there, as far as the file tells. */
export function valueAt({ states }: Build, { index }: Instruction, word: string): string {
  const { scope } = states[index]!;
  return word.replace(/\$\{(\w+)\}|\$(\w+)/g, (written, braced?: string, bare?: string) => {
    return scope.lookup(braced ?? bare ?? '')?.value ?? written;
  });
}

/** The directories that an ENV adds to the PATH, as far as they can be told. */
function pathsOf({ pairs }: EnvInstruction, known: readonly Variable[]): string[] {
  return pairs
    .filter(({ name }) => name.value === 'PATH')
    .flatMap(({ value }) => (value?.value ?? '').split(':'))
    .map((place) =>
      place.replace(
        /\$\{?(\w+)\}?/g,
        (written, name: string) => known.find((one) => one.name === name)?.value ?? written,
      ),
    )
    .filter((place) => place.startsWith('/') && !place.includes('$'));
}

/** What is in force behind a stage's last instruction. */
function endScope(build: Build, stage: Stage): Scope {
  const next = stage.instructions.at(-1);
  if (!next) return build.states[stage.from.index]!.scope;
  const { scope } = build.states[next.index]!;
  if (next.keyword !== 'ENV') return scope;
  const added = next.pairs.map(({ name, value }) => ({
    name: name.value,
    kind: 'ENV' as const,
    overridable: false,
    declaration: next,
    ...(value && value.references.length === 0 ? { value: value.value } : {}),
  }));
  return {
    lookup: (name) => added.find((one) => one.name === name) ?? scope.lookup(name),
    all: () => [...scope.all().filter(({ name }) => !added.some((one) => one.name === name)), ...added],
    args: () => scope.args(),
  };
}

function endDirectory(build: Build, stage: Stage): Place {
  const last = stage.instructions.findLast(({ keyword }) => keyword === 'WORKDIR');
  const at = directoryAt(build, stage.instructions.at(-1)?.index ?? stage.from.index);
  if (!last || last !== stage.instructions.at(-1)) return at;
  // The state of an instruction is what holds before it.
  const word = last.words[0]?.value ?? '';
  if (word.startsWith('/') && !word.includes('$'))
    return { root: '/', parts: word.split('/').filter((part) => part !== '') };
  return { root: at.root, parts: [...at.parts, ...word.split('/').filter((part) => part !== '' && part !== '.')] };
}

/** The variables of a script, as far as it sets them to what the file tells. */
class ScriptVariables {
  readonly #own = new Map<string, string>();
  readonly #exported = new Set<string>();
  readonly #scope: Scope;
  readonly #environment: (name: string) => string | undefined;

  constructor(scope: Scope, environment: (name: string) => string | undefined) {
    this.#scope = scope;
    this.#environment = environment;
  }

  enter({ nameWord, name, assignments, arguments: words, nesting }: ShellCommand): void {
    if (nesting === 'substitution' || nesting === 'function') return;
    if (!nameWord) for (const { name: variable, value } of assignments) this.#set(variable, value.value);
    if (name !== 'export') return;
    for (const { value } of words) {
      const [, variable, given] = /^([A-Za-z_]\w*)(?:=([\s\S]*))?$/.exec(value) ?? [];
      if (variable === undefined) continue;
      this.#exported.add(variable);
      if (given !== undefined) this.#set(variable, given);
    }
  }

  #set(name: string, value: string): void {
    this.#own.set(name, this.expand(value));
  }

  expand(value: string): string {
    return value.replace(/\$\{([A-Za-z_]\w*)\}/g, (written, name: string) => this.lookup(name) ?? written);
  }

  lookup(name: string): string | undefined {
    return this.#own.get(name) ?? this.#scope.lookup(name)?.value ?? this.#environment(name);
  }

  /** What a program that starts now sees. */
  snapshot(): (name: string) => string | undefined {
    const own = new Map(this.#own);
    const exported = new Set(this.#exported);
    return (name) => {
      const inherited = this.#scope.lookup(name);
      if (own.has(name) && (exported.has(name) || inherited)) return own.get(name);
      return inherited?.value ?? this.#environment(name);
    };
  }
}

function readStep(build: Build, facts: CommandFacts, variables: ScriptVariables, pathOf: StageProject['pathOf']): Step {
  const { command } = facts;
  const own = new Map(command.assignments.map(({ name, value }) => [name, variables.expand(value.value)]));
  const before = command.nameWord ? command.words.slice(0, command.words.indexOf(command.nameWord)) : [];
  for (const { value } of before) {
    const [, name, given] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(value) ?? [];
    if (name !== undefined) own.set(name, variables.expand(given!));
  }
  const inherited = variables.snapshot();
  const program = facts.program && pathOf(facts.program);
  return {
    name: command.name ?? '',
    command: variables.expand(command.nameWord?.value ?? ''),
    run: command.script.instruction.index,
    ...userOf(build, command),
    arguments: command.arguments.map(({ value }) => variables.expand(value)),
    directory: pathOf(facts.directory),
    ...(program === undefined ? {} : { program }),
    mounts: command.script.instruction.mounts.map(({ type }) => type),
    bound: (path) => readBound(build, facts, pathOf, path),
    line: lineAt(build.source, command.start) + 1,
    variable: (name) => own.get(name) ?? inherited(name),
  };
}

/** A file of the context as the bind mounts of a command's RUN show it. */
function readBound(
  { context }: Build,
  { command, start }: CommandFacts,
  pathOf: StageProject['pathOf'],
  path: string,
): string | undefined {
  for (const { type, source = '.', target, from } of command.script.instruction.mounts) {
    const place =
      target === undefined || type !== 'bind' || from !== undefined ? undefined : toPath(target, pathOf(start));
    if (place === undefined || !isWithin(path, place)) continue;
    const rest = path.slice(place === '/' ? 1 : place.length + 1);
    const file = toPath(rest === '' ? source : `${source}/${rest}`, '/')!.slice(1);
    return context?.read(file);
  }
  return undefined;
}

function userOf({ states }: Build, command: ShellCommand): Pick<Step, 'user' | 'home' | 'path' | 'login'> {
  const { user, home, scope, shell } = states[command.script.instruction.index]!;
  const inLogin = command.script.form !== 'exec' && shell.words.some((word) => /^-[a-z]*l[a-z]*$|^--login$/.test(word));
  const path = pathIn(states, scope);
  return {
    ...(user === undefined ? {} : { user: user.split(':', 1)[0]! }),
    ...(home === undefined ? {} : { home }),
    ...(path === undefined ? {} : { path }),
    ...(inLogin || (command.quotedBy && isLogin(command.quotedBy)) ? { login: true } : {}),
  };
}

/** PATH as the file sets it, what the base image has left out. */
function pathIn(states: Build['states'], scope: Scope): string | undefined {
  const { valueWord, declaration } = scope.lookup('PATH') ?? {};
  if (!valueWord || !declaration) return undefined;
  const before = states[declaration.index]!.scope;
  const { value } = expand(valueWord, before);
  return value.replace(/\$(?:PATH\b|\{PATH\})/g, () => pathIn(states, before) ?? '');
}

function readCopies(build: Build, stage: Stage, pathOf: StageProject['pathOf']): CopiedTo[] {
  return stage.instructions.flatMap((instruction) => {
    if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return [];
    const copied = readCopied(build, instruction);
    if (!copied) return [];
    const fromContext = copied.origin === 'context';
    const at = instruction.index;
    if (copied.items.length === 0) {
      return [{ instruction, source: '', path: pathOf(copied.directory), tree: false, fromContext: false, at }];
    }
    return copied.items.map(({ source, place, tree }) => ({
      instruction,
      source,
      path: pathOf(place),
      tree,
      fromContext,
      at,
    }));
  });
}

/** The context's files where COPY and ADD put them. */
function readFiles({ context }: Build, copies: readonly CopiedTo[]): ProjectFiles | undefined {
  if (!context) return undefined;
  const own = copies.filter(({ fromContext, path }) => fromContext && path !== undefined);
  /** The file of the context that lies at a path of the image. */
  const origin = (path: string): string | undefined => {
    for (const { source, path: place, tree } of own.toReversed()) {
      const found = originIn(source, place!, tree, path);
      if (found !== undefined && (found === '' || context.has(found))) return found;
    }
    return undefined;
  };
  let placed: readonly string[] | undefined;
  const all = () => {
    let listed = context.files?.filter((file) => !FOREIGN.test(file));
    if (listed && listed.length > MAX_FILES) listed = listed.filter((file) => !isCratesOwn(file, context));
    if (!listed || listed.length > MAX_FILES) return undefined;
    placed ??= [...new Set(listed.flatMap((file) => own.flatMap((copy) => placesOf(file, copy))))];
    return placed;
  };
  const texts = new Map<string, string | undefined>();
  return {
    has: (path) => origin(path) !== undefined,
    read(path) {
      if (!texts.has(path)) {
        const file = origin(path);
        texts.set(path, file === undefined ? undefined : context.read(file));
      }
      return texts.get(path);
    },
    below: (directory) => all()?.filter((path) => path !== directory && isWithin(path, directory)),
  };
}

/** Directories that no project of its own lies in. */
const FOREIGN = /(?:^|\/)(?:node_modules|\.git)\//;
/** Whether a file is of a crate that is only compiled with, or made by Cargo: thousands beside a project of a few. */
function isCratesOwn(file: string, context: BuildContext): boolean {
  const folder = /^((?:.*?\/)?)(?:vendor|target)\//.exec(file)?.[1];
  return folder !== undefined && context.has(`${folder}Cargo.toml`);
}

/** Projects with more files than this are not searched: the answer would come too late for an editor. */
const MAX_FILES = 4000;

const GLOB = /[*?[]/;

function originIn(source: string, place: string, tree: boolean, path: string): string | undefined {
  if (GLOB.test(source)) {
    const parent = source.includes('/') ? `${parentOf(source)}/` : '';
    const matches = parentOf(path) === parentOf(place) && globMatches(nameOf(source), nameOf(path));
    return matches ? `${parent}${nameOf(path)}` : undefined;
  }
  if (path === place) return source === '.' ? '' : source;
  if (!tree || !isWithin(path, place)) return undefined;
  const rest = place === '/' ? path.slice(1) : path.slice(place.length + 1);
  return source === '.' ? rest : `${source}/${rest}`;
}

function placesOf(file: string, { source, path, tree }: CopiedTo): string[] {
  if (GLOB.test(source)) {
    const parent = source.includes('/') ? `${parentOf(source)}/` : '';
    const name = file.startsWith(parent) ? file.slice(parent.length) : '';
    return name !== '' && !name.includes('/') && globMatches(nameOf(source), name)
      ? [below(parentOf(path!), name)]
      : [];
  }
  if (source === '.') return [below(path!, file)];
  if (file === source) return [tree ? below(path!, nameOf(file)) : path!];
  return tree && file.startsWith(`${source}/`) ? [below(path!, file.slice(source.length + 1))] : [];
}

/** Directories in which a script that is called by its name is looked for. */
const PATH = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/local/sbin', '/sbin'];

/** Scripts of the context that the start calls, with their text where it can be read. */
function readScripts(
  { programs }: Start,
  workdir: string,
  copies: readonly CopiedTo[],
  files: ProjectFiles | undefined,
): ReadonlyMap<string, string | undefined> {
  const scripts = new Map<string, string | undefined>();
  for (const { name, arguments: given } of programs) {
    for (const word of [name, ...given]) {
      const places = word.includes('/')
        ? [toPath(word, workdir)!]
        : [below(workdir, word), ...PATH.map((place) => below(place, word))];
      const known = places.find((place) => files?.has(place));
      const path =
        known === undefined
          ? places.find((place) => isScript(place, copies, files))
          : isScript(known, copies, files)
            ? known
            : undefined;
      if (path !== undefined && !scripts.has(path)) scripts.set(path, files?.read(path));
    }
  }
  return scripts;
}

function isScript(path: string, copies: readonly CopiedTo[], files: ProjectFiles | undefined): boolean {
  const looksSo = /\.(?:sh|bash)$|entrypoint[^/.]*$/.test(path);
  if (files?.has(path)) return looksSo || files.read(path)?.startsWith('#!/') === true;
  const isCopied = copies.some(
    ({ path: place, tree }) => place !== undefined && (tree ? isWithin(path, place) : place === path),
  );
  return (
    isCopied &&
    (looksSo || !/[^/.]\.[a-z]+$/i.test(path)) &&
    (looksSo || copies.some((copy) => copy.path === path && !copy.tree))
  );
}
