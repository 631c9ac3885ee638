import type { Refactoring } from './refactoring';

/** Every refactoring, sorted by id. */
export const refactorings: readonly Refactoring[] = [];

/** The refactoring with an id. */
export function findRefactoring(id: string): Refactoring | undefined {
  return refactorings.find((refactoring) => refactoring.id === id);
}
