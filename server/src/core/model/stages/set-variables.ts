import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import type { ShellCommand, ShellWord } from '../shell/shell-command';
import { valueOf } from '../shell/word-value';
import type { Instruction, Pair } from '../syntax/instruction';
import { ownOrTrigger } from '../syntax/triggers';
import { expand } from './variables';

/** A variable that ENV or ARG gives a value, or that a command of a RUN is given one. */
export interface SetVariable {
  readonly name: string;
  /** Expanded as far as known; empty where it is. */
  readonly value: string;
  /** Whether a `--build-arg` can change the value. */
  readonly overridable: boolean;
  readonly at: Span;
  /** The ENV or ARG, of ONBUILD too, or the RUN. */
  readonly instruction: Instruction;
  readonly pair?: Pair;
  readonly command?: ShellCommand;
}

/** What is set under some names. */
export function variablesSet(build: Build, names: Pick<ReadonlySet<string>, 'has'>): readonly SetVariable[] {
  let found: SetVariable[] | undefined;
  for (const setting of settings(build)) {
    if (!names.has(setting.name)) continue;
    found ??= [];
    found.push(toVariable(build, setting));
  }
  return found ?? NONE;
}

const NONE: readonly SetVariable[] = [];

/** A variable that is set, its value not read yet: rules ask for few of them. */
interface Setting {
  readonly name: string;
  readonly at: Span;
  readonly instruction: Instruction;
  readonly pair: Pair | undefined;
  readonly command: ShellCommand | undefined;
  /** Of a command's; in front of the value stand `from` characters. */
  readonly word: ShellWord | undefined;
  readonly from: number;
}

const settings = oncePerBuild((build): readonly Setting[] => {
  const found: Setting[] = [];
  for (const instruction of build.instructions) {
    const one = ownOrTrigger(instruction);
    if (one?.keyword !== 'ENV' && one?.keyword !== 'ARG') continue;
    for (const pair of one.pairs) {
      if (!pair.value) continue;
      const name = pair.name.value;
      found.push({ name, at: pair, instruction: one, pair, command: undefined, word: undefined, from: 0 });
    }
  }
  for (const command of build.commands) readCommand(build, command, found);
  for (const { commands } of build.onbuildScripts) for (const command of commands) readCommand(build, command, found);
  return found;
});

const SETTERS = new Set(['export', 'declare', 'env', 'sudo', 'typeset']);
const ASSIGNED = /^([A-Za-z_]\w*)=/;

function readCommand(build: Build, command: ShellCommand, into: Setting[]): void {
  const { assignments, words, script } = command;
  const { instruction } = script;
  for (const { name, value: word, start, end } of assignments) {
    into.push({ name, at: { start, end }, instruction, pair: undefined, command, word, from: 0 });
  }
  const first = words[0]?.value;
  if (first === undefined || !SETTERS.has(first)) return;
  for (const word of words) {
    if (!word.value.includes('=') && !word.value.includes('${')) continue;
    const name = ASSIGNED.exec(valueIn(build, instruction, word))?.[1];
    if (name === undefined) continue;
    const { start, end } = word;
    into.push({ name, at: { start, end }, instruction, pair: undefined, command, word, from: name.length + 1 });
  }
}

function valueIn({ states }: Build, { index }: Instruction, word: ShellWord): string {
  return valueOf(word, states[index]!.scope) ?? word.value;
}

function toVariable(build: Build, { name, at, instruction, pair, command, word, from }: Setting): SetVariable {
  if (word) {
    const value = valueIn(build, instruction, word).slice(from);
    return { name, value, overridable: false, at, instruction, pair, command };
  }
  const { value, overridable } = expand(pair!.value!, build.states[instruction.index]!.scope);
  const isArg = instruction.keyword === 'ARG';
  return { name, value, overridable: overridable || isArg, at, instruction, pair, command };
}
