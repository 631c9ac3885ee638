import { oncePerBuild } from '../once-per-build';
import type { Instruction } from './instruction';

/** What an instruction does, now or in an image built on this one: the trigger of an ONBUILD, if there is one, else itself. */
export function ownOrTrigger(instruction: Instruction): Instruction | undefined {
  return instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
}

/** All instructions, and behind each ONBUILD its trigger. */
export const withTriggers = oncePerBuild(({ instructions }): readonly Instruction[] => {
  let all: Instruction[] | undefined;
  for (let at = 0; at < instructions.length; at++) {
    const instruction = instructions[at]!;
    const trigger = instruction.keyword === 'ONBUILD' ? instruction.trigger : undefined;
    if (trigger) all ??= instructions.slice(0, at);
    all?.push(instruction);
    if (trigger) all?.push(trigger);
  }
  return all ?? instructions;
});
