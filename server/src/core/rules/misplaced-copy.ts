import type { Build } from '../model/build-types';
import { type Misplaced, readCacheOrder } from '../model/order/cache-order';
import { readMoves } from '../model/order/copy-moves';
import { orderWords, relatedVictims } from '../model/order/order-words';
import type { Finding } from './rule';

/** Every COPY and ADD that stands above a slow step of a kind which has no use for it, with the moves that mend it. */
export function findMisplacedCopies(build: Build, kind: Misplaced['kind']): readonly Finding[] {
  const found: Finding[] = [];
  for (const misplaced of readCacheOrder(build).misplaced) {
    if (misplaced.kind !== kind) continue;
    const { what, victim, pronoun } = orderWords(build, misplaced);
    const { instruction } = misplaced.copied;
    found.push({
      at: instruction,
      message: `Every change of ${what} reruns ${victim}, which does not use ${pronoun}.`,
      related: relatedVictims(misplaced.victims),
      fix: () => readMoves(build).get(instruction.index)?.best,
      alternatives: () => readMoves(build).get(instruction.index)?.others ?? [],
    });
  }
  return found;
}
