import type { Ecosystem, Program, Project, Start, Step, Wishes } from '../../knowledge/ecosystem';
import { readBaseImage } from '../../knowledge/images/base-images';
import { toPath } from '../../knowledge/images/image-paths';
import type { Build, Scope, Stage, Variable } from '../build-types';
import { directoryAt } from '../order/copied';
import type { Place } from '../order/places';
import type { ShellCommand } from '../shell/shell-command';
import { type ContainerStart, readContainerStart, readHealthcheck } from '../stages/container-start';
import type { EnvInstruction, Instruction } from '../syntax/instruction';
import { packagesOf } from './first-look';
import { type CopiedTo, readCopies, readFiles } from './project-files';
import type { CommandFacts, Runs } from './runs';
import { withArguments } from './script-arguments';
import { readScripts, withoutPlainWords } from './start-scripts';
import { readSteps } from './steps';

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
    const shared =
      known.get(key) ??
      readProject(build, stage, runs, (name) => (Object.hasOwn(current, name) ? current[name] : undefined), wishes);
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
    const run = runs.facts(instruction);
    if (!run) continue;
    for (const [at, step] of readSteps(build, run, environment, pathOf).entries()) {
      const facts = run.commands[at]!;
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
    packages: packagesOf(build, stage),
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
