import type { Instruction } from './instruction';

/** What an instruction does, now or in an image built on this one: the trigger of an ONBUILD, if there is one, else itself. */
export function ownOrTrigger(instruction: Instruction): Instruction | undefined {
  return instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
}
