import type { Rule } from '../rule';
import { definitionDescription } from './definition-description';
import { exposeProtoCasing } from './expose-proto-casing';
import { fromAsCasing } from './from-as-casing';
import { instructionCasing } from './instruction-casing';
import { maintainerDeprecated } from './maintainer-deprecated';
import { noInlineIgnore } from './no-inline-ignore';
import { preferCopyOverAdd } from './prefer-copy-over-add';
import { stageNameCasing } from './stage-name-casing';
import { unusedSuppression } from './unused-suppression';

/** How a Dockerfile is written; sorted by id. */
export const styleRules: readonly Rule[] = [
  definitionDescription,
  exposeProtoCasing,
  fromAsCasing,
  instructionCasing,
  maintainerDeprecated,
  noInlineIgnore,
  preferCopyOverAdd,
  stageNameCasing,
  unusedSuppression,
];
