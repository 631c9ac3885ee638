import { type Edit, remove } from '../../text/edit';
import type { Build } from '../build-types';
import type { ArgInstruction, EnvInstruction, Instruction, Pair, Reference } from '../syntax/instruction';
import { instructionLines } from '../syntax/instruction-lines';
import type { NoSecretMount } from './secret-mount';

/** A variable where ARG or ENV declares it. */
export interface Declaration {
  readonly instruction: ArgInstruction | EnvInstruction;
  readonly pair: Pair;
}

/** What is converted together: a name's declarations, and those of names that only copy it. */
export interface Group {
  readonly names: ReadonlySet<string>;
  readonly declarations: readonly Declaration[];
  /** Where the names of `declarations` start: what a scope's variable is recognised by. */
  readonly starts: ReadonlySet<number>;
}

/** The declarations that go when a name does. */
export function readGroup(build: Build, name: string): Group | NoSecretMount {
  const all = build.instructions.flatMap((instruction) =>
    instruction.keyword === 'ARG' || instruction.keyword === 'ENV'
      ? instruction.pairs.map((pair): Declaration => ({ instruction, pair }))
      : [],
  );
  const names = new Set([name]);
  for (let before = 0; before !== names.size; ) {
    before = names.size;
    const starts = startsOf(all, names);
    for (const { instruction, pair } of all) {
      const references = pair.value?.references ?? [];
      const reads = references.find((reference) => isOf(build, instruction, reference, starts));
      if (!reads || names.has(pair.name.value)) continue;
      if (reads.text !== pair.value!.value) {
        return {
          because: `${instruction.keyword} ${pair.name.value} is made of ${reads.name}, and would be without it.`,
        };
      }
      names.add(pair.name.value);
    }
  }
  const declarations = all.filter(({ pair }) => names.has(pair.name.value));
  if (declarations.length === 0) return { because: `Nothing in this file declares ${name}.` };
  return { names, declarations, starts: startsOf(all, names) };
}

function startsOf(all: readonly Declaration[], names: ReadonlySet<string>): Set<number> {
  return new Set(all.filter(({ pair }) => names.has(pair.name.value)).map(({ pair }) => pair.name.start));
}

/** Whether a reference reads one of some declarations. */
export function isOf(build: Build, { index }: Instruction, { name }: Reference, starts: ReadonlySet<number>): boolean {
  const nameWord = build.states[index]!.scope.lookup(name)?.nameWord;
  return nameWord !== undefined && starts.has(nameWord.start);
}

/** The edits that take declarations away: whole instructions with their lines, or pairs out of those that keep others. */
export function removePairs(build: Build, declarations: readonly Declaration[]): Edit[] {
  const byInstruction = new Map<ArgInstruction | EnvInstruction, Set<Pair>>();
  for (const { instruction, pair } of declarations) {
    const pairs = byInstruction.get(instruction) ?? new Set();
    byInstruction.set(instruction, pairs.add(pair));
  }
  return [...byInstruction].flatMap(([instruction, gone]) => {
    if (gone.size === instruction.pairs.length) return [remove(instructionLines(build, instruction))];
    const edits: Edit[] = [];
    const { pairs } = instruction;
    const firstKept = pairs.findIndex((pair) => !gone.has(pair));
    if (firstKept > 0) edits.push(remove({ start: pairs[0]!.start, end: pairs[firstKept]!.start }));
    for (let at = firstKept + 1; at < pairs.length; at++) {
      if (gone.has(pairs[at]!)) edits.push(remove({ start: pairs[at - 1]!.end, end: pairs[at]!.end }));
    }
    return edits;
  });
}
