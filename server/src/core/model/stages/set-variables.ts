import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import type { ShellCommand } from '../shell/shell-command';
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

/** What is set under some names, in the order of the names. */
export function variablesSet(build: Build, names: Iterable<string>): readonly SetVariable[] {
  const known = setVariables(build);
  if (known.size === 0) return [];
  const found: SetVariable[] = [];
  for (const name of names) found.push(...(known.get(name) ?? []));
  return found;
}

const setVariables = oncePerBuild((build): ReadonlyMap<string, readonly SetVariable[]> => {
  const byName = new Map<string, SetVariable[]>();
  const add = (variable: SetVariable) => {
    const list = byName.get(variable.name);
    if (list) list.push(variable);
    else byName.set(variable.name, [variable]);
  };
  for (const instruction of build.instructions) {
    const one = ownOrTrigger(instruction);
    if (one?.keyword !== 'ENV' && one?.keyword !== 'ARG') continue;
    const { scope } = build.states[instruction.index]!;
    for (const pair of one.pairs) {
      if (!pair.value) continue;
      const { value, overridable } = expand(pair.value, scope);
      add({
        name: pair.name.value,
        value,
        overridable: overridable || one.keyword === 'ARG',
        at: pair,
        instruction: one,
        pair,
      });
    }
  }
  for (const command of build.commands) readCommand(build, command, add);
  for (const { commands } of build.onbuildScripts) for (const command of commands) readCommand(build, command, add);
  return byName;
});

const SETTERS = new Set(['export', 'declare', 'env', 'sudo', 'typeset']);
const ASSIGNMENT = /^([A-Za-z_]\w*)=(.*)$/s;

function readCommand(build: Build, command: ShellCommand, add: (variable: SetVariable) => void): void {
  const { assignments, words, script } = command;
  const first = words[0]?.value;
  if (assignments.length === 0 && (first === undefined || !SETTERS.has(first))) return;
  const { instruction } = script;
  const { scope } = build.states[instruction.index]!;
  for (const { name, value: word, start, end } of assignments) {
    add({
      name,
      value: valueOf(word, scope) ?? word.value,
      overridable: false,
      at: { start, end },
      instruction,
      command,
    });
  }
  if (first === undefined || !SETTERS.has(first)) return;
  for (const word of words) {
    const [, name, value] = ASSIGNMENT.exec(valueOf(word, scope) ?? word.value) ?? [];
    if (name === undefined) continue;
    add({ name, value: value!, overridable: false, at: { start: word.start, end: word.end }, instruction, command });
  }
}
