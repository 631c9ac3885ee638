import type { Build, Stage } from '../build-types';
import type { Instruction } from './instruction';

/** Whether the text of an instruction, heredocs included, has `$NAME` or `${NAME…}` in it. */
export function mentionsVariable({ source }: Build, { start, end }: Instruction, name: string): boolean {
  const { text } = source;
  for (let at = text.indexOf('$', start); at !== -1 && at < end; at = text.indexOf('$', at + 1)) {
    const from = text[at + 1] === '{' ? at + 2 : at + 1;
    if (text.startsWith(name, from) && !/\w/.test(text[from + name.length] ?? '')) return true;
  }
  return false;
}

/** The instructions that see what an instruction declares: those below it in its stage, and the stages built on that. */
export function instructionsBelow({ stages }: Build, instruction: Instruction): readonly Instruction[] {
  const own = stages[instruction.stage];
  if (!own) return [];
  const below = own.instructions.slice(instruction.index - own.from.index);
  addBased(stages, own, below);
  return below;
}

function addBased(stages: readonly Stage[], base: Stage, below: Instruction[]): void {
  for (let at = base.index + 1; at < stages.length; at++) {
    const stage = stages[at]!;
    if (stage.parent !== base) continue;
    below.push(...stage.instructions);
    addBased(stages, stage, below);
  }
}
