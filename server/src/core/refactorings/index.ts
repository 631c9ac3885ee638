import { convertToCacheMount } from './convert-to-cache-mount';
import { convertToMultiStage } from './convert-to-multi-stage';
import { convertToSecretMount } from './convert-to-secret-mount';
import { mergeRun } from './merge-run';
import type { Refactoring } from './refactoring';

/** Every refactoring, sorted by id. */
export const refactorings: readonly Refactoring[] = [
  convertToCacheMount,
  convertToMultiStage,
  convertToSecretMount,
  mergeRun,
];

/** The refactoring with an id. */
export function findRefactoring(id: string): Refactoring | undefined {
  return refactorings.find((refactoring) => refactoring.id === id);
}
