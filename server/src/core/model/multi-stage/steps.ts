import type { Step } from '../../knowledge/ecosystem';
import { isWithin, toPath } from '../../knowledge/images/image-paths';
import { lineAt } from '../../text/source';
import type { Build, Scope } from '../build-types';
import type { ShellCommand } from '../shell/shell-command';
import { isLogin } from '../stages/container-start';
import { expand } from '../stages/variables';
import type { StageProject } from './project';
import type { CommandFacts, RunFacts } from './runs';

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
    return !value.includes('${')
      ? value
      : value.replace(/\$\{([A-Za-z_]\w*)\}/g, (written, name: string) => this.lookup(name) ?? written);
  }

  lookup(name: string): string | undefined {
    return this.#own.get(name) ?? this.#scope.lookup(name)?.value ?? this.#environment(name);
  }

  /** What a program that starts now sees. */
  snapshot(): (name: string) => string | undefined {
    if (this.#own.size === 0) return (name) => this.#scope.lookup(name)?.value ?? this.#environment(name);
    const own = new Map(this.#own);
    const exported = new Set(this.#exported);
    return (name) => {
      const inherited = this.#scope.lookup(name);
      if (own.has(name) && (exported.has(name) || inherited)) return own.get(name);
      return inherited?.value ?? this.#environment(name);
    };
  }
}

/** The steps of a RUN's commands, in their order. */
export function readSteps(
  build: Build,
  { instruction, script, commands, state }: RunFacts,
  environment: (name: string) => string | undefined,
  pathOf: StageProject['pathOf'],
): Step[] {
  const variables = new ScriptVariables(state.scope, environment);
  const user = state.user?.split(':', 1)[0];
  const path = pathIn(build.states, state.scope);
  const inLogin = script.form !== 'exec' && state.shell.words.some((word) => /^-[a-z]*l[a-z]*$|^--login$/.test(word));
  const mounts = instruction.mounts.map(({ type }) => type);
  const steps: Step[] = [];
  for (const facts of commands) {
    const { command, program, directory } = facts;
    variables.enter(command);
    const own = ownVariables(command, variables);
    const inherited = variables.snapshot();
    const given: string[] = [];
    for (const { value } of command.arguments) given.push(variables.expand(value));
    steps.push({
      name: command.name ?? '',
      command: variables.expand(command.nameWord?.value ?? ''),
      run: instruction.index,
      user,
      home: state.home,
      path,
      login: inLogin || (command.quotedBy && isLogin(command.quotedBy)) ? true : undefined,
      arguments: given,
      directory: pathOf(directory),
      program: program && pathOf(program),
      mounts,
      bound: (file) => readBound(build, facts, pathOf, file),
      line: lineAt(build.source, command.start) + 1,
      variable: own ? (name) => own.get(name) ?? inherited(name) : inherited,
    });
  }
  return steps;
}

/** What is set in front of a command, or by `env`, for this command alone. */
function ownVariables(
  { assignments, nameWord, words }: ShellCommand,
  variables: ScriptVariables,
): ReadonlyMap<string, string> | undefined {
  let own: Map<string, string> | undefined;
  for (const { name, value } of assignments) {
    own ??= new Map();
    own.set(name, variables.expand(value.value));
  }
  for (let at = 0; nameWord && words[at] !== nameWord && at < words.length; at++) {
    const [, name, given] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(words[at]!.value) ?? [];
    if (name === undefined) continue;
    own ??= new Map();
    own.set(name, variables.expand(given!));
  }
  return own;
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

/** PATH as the file sets it, what the base image has left out. */
function pathIn(states: Build['states'], scope: Scope): string | undefined {
  const { valueWord, declaration } = scope.lookup('PATH') ?? {};
  if (!valueWord || !declaration) return undefined;
  const before = states[declaration.index]!.scope;
  const { value } = expand(valueWord, before);
  return value.replace(/\$(?:PATH\b|\{PATH\})/g, () => pathIn(states, before) ?? '');
}
