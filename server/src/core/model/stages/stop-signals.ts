import { signalName } from '../../knowledge/signals';
import type { Build } from '../build-types';
import type { OtherInstruction, Word } from '../syntax/instruction';
import { expand } from './variables';

/** A STOPSIGNAL with what it says. */
export interface StopSignal {
  readonly instruction: OtherInstruction;
  readonly word: Word;
  /** Variables expanded as far as known. */
  readonly value: string;
  /** `SIGTERM`; undefined for what is no signal, and where variables are not known. */
  readonly name?: string;
}

/** Every STOPSIGNAL of a file. */
export function stopSignals({ instructions, states }: Build): StopSignal[] {
  const found: StopSignal[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword !== 'STOPSIGNAL') continue;
    const [word] = instruction.words;
    if (!word) continue;
    const { value, known } = expand(word, states[instruction.index]!.scope);
    const name = known ? signalName(value) : undefined;
    found.push({ instruction, word, value, ...(name ? { name } : {}) });
  }
  return found;
}
