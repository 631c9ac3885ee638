import type { Rule } from '../rule';
import { consecutiveRuns } from './consecutive-runs';
import { containerIrrelevantCommand } from './container-irrelevant-command';
import { definitionDescription } from './definition-description';
import { exposeProtoCasing } from './expose-proto-casing';
import { fromAsCasing } from './from-as-casing';
import { instructionCasing } from './instruction-casing';
import { labelBuildxOverlap } from './label-buildx-overlap';
import { labelDuplicateKey } from './label-duplicate-key';
import { labelEmpty } from './label-empty';
import { labelInvalidKey } from './label-invalid-key';
import { labelMissing } from './label-missing';
import { labelNotEmail } from './label-not-email';
import { labelNotGitHash } from './label-not-git-hash';
import { labelNotRfc3339 } from './label-not-rfc3339';
import { labelNotSemver } from './label-not-semver';
import { labelNotSpdx } from './label-not-spdx';
import { labelNotUrl } from './label-not-url';
import { labelSuperfluous } from './label-superfluous';
import { labelUngrouped } from './label-ungrouped';
import { maintainerDeprecated } from './maintainer-deprecated';
import { noInlineIgnore } from './no-inline-ignore';
import { ociLabels } from './oci-labels';
import { preferAptGet } from './prefer-apt-get';
import { preferCopyOverAdd } from './prefer-copy-over-add';
import { preferWorkdir } from './prefer-workdir';
import { stageNameCasing } from './stage-name-casing';
import { unusedSuppression } from './unused-suppression';
import { wgetAndCurl } from './wget-and-curl';
import { wgetProgress } from './wget-progress';

/** How a Dockerfile is written; sorted by id. */
export const styleRules: readonly Rule[] = [
  consecutiveRuns,
  containerIrrelevantCommand,
  definitionDescription,
  exposeProtoCasing,
  fromAsCasing,
  instructionCasing,
  labelBuildxOverlap,
  labelDuplicateKey,
  labelEmpty,
  labelInvalidKey,
  labelMissing,
  labelNotEmail,
  labelNotGitHash,
  labelNotRfc3339,
  labelNotSemver,
  labelNotSpdx,
  labelNotUrl,
  labelSuperfluous,
  labelUngrouped,
  maintainerDeprecated,
  noInlineIgnore,
  ociLabels,
  preferAptGet,
  preferCopyOverAdd,
  preferWorkdir,
  stageNameCasing,
  unusedSuppression,
  wgetAndCurl,
  wgetProgress,
];
