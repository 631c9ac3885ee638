import type { Step } from '../../knowledge/ecosystem';
import { isWithin, toPath } from '../../knowledge/images/image-paths';
import { lineAt } from '../../text/source';
import type { Build, Scope } from '../build-types';
import type { ShellCommand } from '../shell/shell-command';
import { isLogin } from '../stages/container-start';
import { expand } from '../stages/variables';
import type { StageProject } from './project';
import type { CommandFacts } from './runs';

/** The variables of a script, as far as it sets them to what the file tells. */
export class ScriptVariables {
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

export function readStep(
  build: Build,
  facts: CommandFacts,
  variables: ScriptVariables,
  pathOf: StageProject['pathOf'],
): Step {
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
