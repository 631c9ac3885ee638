import { oncePerBuild } from '../once-per-build';
import type { OtherInstruction, Word } from '../syntax/instruction';
import { expand } from './variables';

/** A port, or a range of them, of an EXPOSE. */
export interface ExposedPort {
  readonly instruction: OtherInstruction;
  readonly word: Word;
  readonly first: number;
  readonly last: number;
  /** Lower case; `tcp` when none is written. */
  readonly protocol: string;
}

/** The ports of every EXPOSE whose number the file tells. */
export const exposedPorts = oncePerBuild((build): readonly ExposedPort[] => {
  const ports: ExposedPort[] = [];
  for (const instruction of build.instructions) {
    if (instruction.keyword !== 'EXPOSE') continue;
    for (const word of instruction.words) {
      const { value } = expand(word, build.states[instruction.index]!.scope);
      const [, first, last = first, protocol = 'tcp'] = /^(\d+)(?:-(\d+))?(?:\/(\w+))?$/.exec(value) ?? [];
      if (first === undefined) continue;
      ports.push({ instruction, word, first: Number(first), last: Number(last), protocol: protocol.toLowerCase() });
    }
  }
  return ports;
});
