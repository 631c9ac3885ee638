import { convertFromHeredoc } from './convert-from-heredoc';
import { convertToBindMount } from './convert-to-bind-mount';
import { convertToCacheMount } from './convert-to-cache-mount';
import { convertToHeredoc } from './convert-to-heredoc';
import { convertToMultiStage } from './convert-to-multi-stage';
import { convertToSecretMount } from './convert-to-secret-mount';
import { mergeRun } from './merge-run';
import type { Refactoring } from './refactoring';
import { splitRun } from './split-run';

/** Every refactoring, sorted by id. */
export const refactorings: readonly Refactoring[] = [
  convertFromHeredoc,
  convertToBindMount,
  convertToCacheMount,
  convertToHeredoc,
  convertToMultiStage,
  convertToSecretMount,
  mergeRun,
  splitRun,
];

/** The refactoring with an id, or with an alias. */
export function findRefactoring(name: string): Refactoring | undefined {
  return refactorings.find(({ id, aliases }) => id === name || aliases?.includes(name));
}
