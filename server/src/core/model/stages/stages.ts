import type { Scope, Stage, State, Variable } from '../build-types';
import { dialectOf } from '../shell/dialect';
import type { Dialect } from '../shell/shell-command';
import { readImageReference } from '../syntax/image-reference';
import type { ArgInstruction, EnvInstruction, FromInstruction, Instruction } from '../syntax/instruction';
import { Declarations, expand, PLATFORM_ARGS, PROXY_ARGS } from './variables';

/** The stage graph and what is in force at each instruction. */
export interface Stages {
  readonly globals: readonly Variable[];
  readonly stages: readonly Stage[];
  /** By instruction index. */
  readonly states: readonly State[];
}

const POSIX_SHELL = { dialect: 'posix' as Dialect, words: ['/bin/sh', '-c'] };
const WINDOWS_SHELL = { dialect: 'cmd' as Dialect, words: ['cmd', '/S', '/C'] };

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
  const ends: State[] = [];

  let at = 0;
  for (; at < instructions.length && instructions[at]!.keyword !== 'FROM'; at++) {
    const instruction = instructions[at]!;
    const scope = globals.scope(at);
    states.push({ scope, workdir: '/', workdirSet: false, shell: POSIX_SHELL });
    if (instruction.keyword !== 'ARG') continue;
    for (const variable of readArgs(instruction, scope, undefined)) {
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
    let state: State = {
      scope: declarations.scope(at),
      workdir: parentEnd ? parentEnd.workdir : '/',
      workdirSet: parentEnd?.workdirSet ?? false,
      user: parentEnd?.user,
      home: parentEnd ? parentEnd.home : '/root',
      shell: parentEnd?.shell ?? (os === 'windows' ? WINDOWS_SHELL : POSIX_SHELL),
    };
    const first = at;
    states.push({ ...state, scope: fromScope });
    for (at++; at < instructions.length && instructions[at]!.keyword !== 'FROM'; at++) {
      state = { ...state, scope: declarations.scope(at) };
      states.push(state);
      state = applyInstruction(instructions[at]!, state, declarations, fromScope);
    }
    const own = instructions.slice(first + 1, at);
    ends.push({ ...state, scope: declarations.scope(at) });
    const name = from.alias ? expand(from.alias, fromScope).value.toLowerCase() : undefined;
    stages.push({
      start: from.start,
      end: (own.at(-1) ?? from).end,
      index,
      ...(name ? { name } : {}),
      from,
      base: base.value,
      baseKnown: base.known,
      ...(parent ? { parent } : {}),
      root,
      os,
      instructions: own,
      last: at >= instructions.length,
    });
    if (name) byName.set(name, index);
  }
  return { globals: globalVariables, stages, states };
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
  const { name, tag } = readImageReference({ start: 0, end: base.length, value: base });
  if (WINDOWS_NAME.test(name) || (tag && WINDOWS_TAG.test(tag))) return 'windows';
  // The backtick is chosen for Windows paths; a base that can't be told then counts as Windows.
  return escape === '`' && (base.includes('$') || name.includes('windows')) ? 'windows' : 'linux';
}

function readArgs(instruction: ArgInstruction, scope: Scope, globals: Scope | undefined): Variable[] {
  return instruction.pairs.map(({ name, value }) => {
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
      declaration: instruction,
      nameWord: name,
      valueWord: value ?? inherited?.valueWord,
    };
  });
}

function readEnv(instruction: EnvInstruction, scope: Scope): Variable[] {
  return instruction.pairs.flatMap(({ name, value }): Variable[] => {
    if (!value) return [];
    const written = expand(value, scope);
    return [
      {
        name: name.value,
        kind: 'ENV',
        value: written.known ? written.value : undefined,
        overridable: written.overridable,
        declaration: instruction,
        nameWord: name,
        valueWord: value,
      },
    ];
  });
}

/** The state behind an instruction. */
function applyInstruction(instruction: Instruction, state: State, declarations: Declarations, globals: Scope): State {
  switch (instruction.keyword) {
    case 'ARG':
      for (const variable of readArgs(instruction, state.scope, globals)) declarations.add(instruction.index, variable);
      return state;
    case 'ENV':
      for (const variable of readEnv(instruction, state.scope)) declarations.add(instruction.index, variable);
      return state;
    case 'WORKDIR': {
      const word = instruction.words[0];
      if (!word) return state;
      const { value, known } = expand(word, state.scope);
      return { ...state, workdir: known && value ? resolvePath(state.workdir, value) : undefined, workdirSet: true };
    }
    case 'USER': {
      const word = instruction.words[0];
      if (!word) return state;
      const { value, known } = expand(word, state.scope);
      return { ...state, user: value, home: known ? homeOf(value) : undefined };
    }
    case 'SHELL': {
      const words = instruction.words.map(({ value }) => value);
      if (!instruction.json || words.length === 0) return state;
      return { ...state, shell: { dialect: dialectOf(words[0]!), words, declaration: instruction } };
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
