import type { Stage } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import type { Instruction } from '../syntax/instruction';

/** An instruction of which a stage's last one counts, and the next of its kind, which takes its place. */
export interface Overridden {
  readonly keyword: 'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK';
  readonly earlier: Instruction;
  readonly later: Instruction;
  /** Where the earlier one, the later one too perhaps, is a trigger of the stage that this one is FROM: the FROM that runs it. */
  readonly from?: Instruction;
}

/** Every CMD, ENTRYPOINT and HEALTHCHECK that another one of the same stage follows; what comes in front of the first FROM is a stage, too. */
export const overriddenInstructions = oncePerBuild((build): readonly Overridden[] => {
  const found: Overridden[] = [];
  const last = new Map<string, Instruction>();
  let stage = -1;
  for (const instruction of build.instructions) {
    if (instruction.stage !== stage) {
      stage = instruction.stage;
      last.clear();
    }
    const { keyword } = instruction;
    if (keyword !== 'CMD' && keyword !== 'ENTRYPOINT' && keyword !== 'HEALTHCHECK') continue;
    const earlier = last.get(keyword);
    if (earlier) found.push({ keyword, earlier, later: instruction });
    last.set(keyword, instruction);
  }
  return found;
});

/** The triggers that a stage's FROM runs, where the stage that brings them is in the file. */
export function triggersOf({ parent }: Stage): readonly Instruction[] {
  if (!parent) return NONE;
  const found = parent.instructions.flatMap((one) => (one.keyword === 'ONBUILD' && one.trigger ? [one.trigger] : NONE));
  return found.length === 0 ? NONE : found;
}

const NONE: readonly Instruction[] = [];

/** Pairs of which the earlier one is a trigger: the builder runs it behind FROM, and an instruction of the stage takes its place. */
export function overriddenTriggers(stage: Stage): readonly Overridden[] {
  const triggers = triggersOf(stage);
  if (triggers.length === 0) return [];
  const found: Overridden[] = [];
  const last = new Map<string, Instruction>();
  for (const instruction of [...triggers, ...stage.instructions]) {
    const { keyword } = instruction;
    if (keyword !== 'CMD' && keyword !== 'ENTRYPOINT' && keyword !== 'HEALTHCHECK') continue;
    const earlier = last.get(keyword);
    if (earlier?.onbuild) found.push({ keyword, earlier, later: instruction, from: stage.from });
    last.set(keyword, instruction);
  }
  return found;
}
