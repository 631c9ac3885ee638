import type { Scope, Stage, State, Variable } from '../build-types';
import { dialectOf } from '../shell/dialect';
import type { Dialect } from '../shell/shell-command';
import { readImageReference } from '../syntax/image-reference';
import type { ArgInstruction, EnvInstruction, FromInstruction, Instruction, Pair, Word } from '../syntax/instruction';
import { Declarations, expand, PLATFORM_ARGS, PROXY_ARGS } from './variables';

/** The stage graph and what is in force at each instruction. */
export interface Stages {
  readonly globals: readonly Variable[];
  readonly stages: readonly Stage[];
  /** By instruction index. */
  readonly states: readonly State[];
}

const POSIX_SHELL = { dialect: 'posix' as Dialect, words: ['/bin/sh', '-c'], declaration: undefined };
const WINDOWS_SHELL = { dialect: 'cmd' as Dialect, words: ['cmd', '/S', '/C'], declaration: undefined };

/** Images of Windows containers, by repository or by a word of the tag. */
const WINDOWS_NAME =
  /(?:^|\/)(?:windows(?:servercore|nanoserver)?|nanoserver|windows\/[a-z]+)$|(?:^|\/)(?:windowsservercore|nanoserver)/i;
const WINDOWS_TAG = /(?:nanoserver|windowsservercore|servercore|-ltsc20\d\d|^ltsc20\d\d)/i;

/** Reads stages, scopes, working directories, users and shells in one pass. A stage refers only to earlier ones. */
export function readStages(instructions: readonly Instruction[], escape: '\\' | '`'): Stages {
  const globals = new Declarations();
  const globalVariables: Variable[] = [];
  const states: State[] = [];
  const stages: Stage[] = [];
  const byName = new Map<string, number>();
  /** By stage index: the state behind its last instruction. */
  const ends: InForce[] = [];

  let at = 0;
  for (; at < instructions.length && instructions[at]!.keyword !== 'FROM'; at++) {
    const instruction = instructions[at]!;
    const scope = globals.scope(at);
    states.push(new InForce(scope, '/', false, undefined, undefined, POSIX_SHELL));
    if (instruction.keyword !== 'ARG') continue;
    for (const pair of instruction.pairs) {
      const variable = readArg(instruction, pair, scope, undefined);
      globals.add(at, variable);
      globalVariables.push(variable);
    }
  }
  const fromScope = withPlatformArgs(globals.scope(at));

  while (at < instructions.length) {
    const from = instructions[at] as FromInstruction;
    const index = stages.length;
    const base = expand(from.imageWord, fromScope);
    const parentIndex = byName.get(base.value.toLowerCase());
    const parent = parentIndex === undefined ? undefined : stages[parentIndex];
    const parentEnd = parentIndex === undefined ? undefined : ends[parentIndex];
    const root = parent ? parent.root : base.value;
    const os = parent ? parent.os : readOs(from, base.value, escape);

    const declarations = new Declarations(parentEnd?.scope);
    let state = parentEnd
      ? new InForce(fromScope, parentEnd.workdir, parentEnd.workdirSet, parentEnd.user, parentEnd.home, parentEnd.shell)
      : new InForce(fromScope, '/', false, undefined, '/root', os === 'windows' ? WINDOWS_SHELL : POSIX_SHELL);
    const first = at;
    states.push(state);
    state = state.within(declarations.scope(at));
    for (at++; at < instructions.length && instructions[at]!.keyword !== 'FROM'; at++) {
      states.push(state);
      state = applyInstruction(instructions[at]!, state, declarations, fromScope);
    }
    const own = instructions.slice(first + 1, at);
    ends.push(state);
    const name = from.alias ? expand(from.alias, fromScope).value.toLowerCase() : undefined;
    stages.push({
      start: from.start,
      end: (own.at(-1) ?? from).end,
      index,
      name: name || undefined,
      from,
      base: base.value,
      baseKnown: base.known,
      parent,
      root,
      os,
      instructions: own,
      last: at >= instructions.length,
    });
    if (name) byName.set(name, index);
  }
  return { globals: globalVariables, stages, states };
}

/** A state: one object of one shape stays in force until an instruction changes something. */
class InForce implements State {
  readonly scope: Scope;
  readonly workdir: string | undefined;
  readonly workdirSet: boolean;
  readonly user: string | undefined;
  readonly home: string | undefined;
  readonly shell: State['shell'];

  constructor(
    scope: Scope,
    workdir: string | undefined,
    workdirSet: boolean,
    user: string | undefined,
    home: string | undefined,
    shell: State['shell'],
  ) {
    this.scope = scope;
    this.workdir = workdir;
    this.workdirSet = workdirSet;
    this.user = user;
    this.home = home;
    this.shell = shell;
  }

  within(scope: Scope): InForce {
    return new InForce(scope, this.workdir, this.workdirSet, this.user, this.home, this.shell);
  }
}

/** In FROM, platform ARGs are there without declaration; their values are not in the file. */
function withPlatformArgs(scope: Scope): Scope {
  return {
    lookup: (name) =>
      scope.lookup(name) ?? (PLATFORM_ARGS.has(name) ? { name, kind: 'predefined', overridable: true } : undefined),
    all: () => scope.all(),
    args: () => scope.args(),
  };
}

function readOs(from: FromInstruction, base: string, escape: string): 'linux' | 'windows' {
  const platform = from.flags.find(({ name }) => name === 'platform')?.value?.value.toLowerCase() ?? '';
  if (platform.startsWith('windows')) return 'windows';
  if (platform.startsWith('linux')) return 'linux';
  const { name, tag } =
    from.image.text === base ? from.image : readImageReference({ start: 0, end: base.length, value: base });
  if (WINDOWS_NAME.test(name) || (tag && WINDOWS_TAG.test(tag))) return 'windows';
  // The backtick is chosen for Windows paths; a base that can't be told then counts as Windows.
  return escape === '`' && (base.includes('$') || name.includes('windows')) ? 'windows' : 'linux';
}

function readArg(
  declaration: ArgInstruction,
  { name, value }: Pair,
  scope: Scope,
  globals: Scope | undefined,
): Variable {
  const written = value ? expand(value, scope) : undefined;
  const global = value ? undefined : globals?.lookup(name.value);
  const inherited = global?.kind === 'predefined' ? undefined : global;
  const known = written ? (written.known ? written.value : undefined) : inherited?.value;
  const predefined = !value && !inherited && (PLATFORM_ARGS.has(name.value) || PROXY_ARGS.has(name.value));
  return {
    name: name.value,
    kind: predefined ? 'predefined' : 'ARG',
    value: known,
    overridable: true,
    declaration,
    nameWord: name,
    valueWord: value ?? inherited?.valueWord,
  };
}

function readEnv(declaration: EnvInstruction, name: Word, value: Word, scope: Scope): Variable {
  const written = expand(value, scope);
  return {
    name: name.value,
    kind: 'ENV',
    value: written.known ? written.value : undefined,
    overridable: written.overridable,
    declaration,
    nameWord: name,
    valueWord: value,
  };
}

/** The state behind an instruction. */
function applyInstruction(
  instruction: Instruction,
  state: InForce,
  declarations: Declarations,
  globals: Scope,
): InForce {
  const { index } = instruction;
  const { scope, workdir, workdirSet, user, home, shell } = state;
  switch (instruction.keyword) {
    case 'ARG':
      // The scope lets in what stands in front of it only.
      for (const pair of instruction.pairs) declarations.add(index, readArg(instruction, pair, scope, globals));
      return state.within(declarations.scope(index + 1));
    case 'ENV':
      for (const { name, value } of instruction.pairs) {
        if (value) declarations.add(index, readEnv(instruction, name, value, scope));
      }
      return state.within(declarations.scope(index + 1));
    case 'WORKDIR': {
      const word = instruction.words[0];
      if (!word) return state;
      const { value, known } = expand(word, scope);
      const directory = known && value ? resolvePath(workdir, value) : undefined;
      return new InForce(scope, directory, true, user, home, shell);
    }
    case 'USER': {
      const word = instruction.words[0];
      if (!word) return state;
      const { value, known } = expand(word, scope);
      return new InForce(scope, workdir, workdirSet, value, known ? homeOf(value) : undefined, shell);
    }
    case 'SHELL': {
      const words = instruction.words.map(({ value }) => value);
      if (!instruction.json || words.length === 0) return state;
      const own = { dialect: dialectOf(words[0]!), words, declaration: instruction };
      return new InForce(scope, workdir, workdirSet, user, home, own);
    }
    default:
      return state;
  }
}

/** Linux's PATH_MAX: a longer path names nothing. */
const LONGEST_PATH = 4096;

/** Resolves a path of a Dockerfile against a working directory; undefined when that is unknown and the path is relative. */
export function resolvePath(workdir: string | undefined, path: string): string | undefined {
  const windows = /^[A-Za-z]:[\\/]/.test(path);
  if (windows) return path;
  if (!path.startsWith('/') && workdir === undefined) return undefined;
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${workdir}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const resolved = `/${parts.join('/')}`;
  return resolved.length > LONGEST_PATH ? undefined : resolved;
}

function homeOf(user: string): string | undefined {
  const name = user.split(':', 1)[0]!;
  if (name === '' || name === 'root' || name === '0') return '/root';
  return /^\d+$/.test(name) ? undefined : `/home/${name}`;
}
