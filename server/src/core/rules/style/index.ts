import type { Rule } from '../rule';
import { blankLineBetweenGroups } from './blank-line-between-groups';
import { consecutiveRuns } from './consecutive-runs';
import { containerIrrelevantCommand } from './container-irrelevant-command';
import { definitionDescription } from './definition-description';
import { directiveCasing } from './directive-casing';
import { duplicatePackage } from './duplicate-package';
import { eolLast } from './eol-last';
import { epilogueOrder } from './epilogue-order';
import { exposeProtoCasing } from './expose-proto-casing';
import { fromAsCasing } from './from-as-casing';
import { heredocFormat } from './heredoc-format';
import { indentation } from './indentation';
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
import { maxLines } from './max-lines';
import { multipleEmptyLines } from './multiple-empty-lines';
import { multipleSpaces } from './multiple-spaces';
import { networkNoneInstall } from './network-none-install';
import { noInlineIgnore } from './no-inline-ignore';
import { ociLabels } from './oci-labels';
import { onePackagePerLine } from './one-package-per-line';
import { phpOpcache } from './php-opcache';
import { preferAddGit } from './prefer-add-git';
import { preferAptGet } from './prefer-apt-get';
import { preferCopyHeredoc } from './prefer-copy-heredoc';
import { preferCopyOverAdd } from './prefer-copy-over-add';
import { preferRunHeredoc } from './prefer-run-heredoc';
import { preferUv } from './prefer-uv';
import { preferWorkdir } from './prefer-workdir';
import { redundantInstruction } from './redundant-instruction';
import { retryConfig } from './retry-config';
import { rubyYjit } from './ruby-yjit';
import { sortPackages } from './sort-packages';
import { stageNameCasing } from './stage-name-casing';
import { stopsignalCanonical } from './stopsignal-canonical';
import { telemetryOptOut } from './telemetry-opt-out';
import { trailingSpaces } from './trailing-spaces';
import { unusedSuppression } from './unused-suppression';
import { wgetAndCurl } from './wget-and-curl';
import { wgetProgress } from './wget-progress';

/** How a Dockerfile is written; sorted by id. */
export const styleRules: readonly Rule[] = [
  blankLineBetweenGroups,
  consecutiveRuns,
  containerIrrelevantCommand,
  definitionDescription,
  directiveCasing,
  duplicatePackage,
  eolLast,
  epilogueOrder,
  exposeProtoCasing,
  fromAsCasing,
  heredocFormat,
  indentation,
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
  maxLines,
  multipleEmptyLines,
  multipleSpaces,
  networkNoneInstall,
  noInlineIgnore,
  ociLabels,
  onePackagePerLine,
  phpOpcache,
  preferAddGit,
  preferAptGet,
  preferCopyHeredoc,
  preferCopyOverAdd,
  preferRunHeredoc,
  preferUv,
  preferWorkdir,
  redundantInstruction,
  retryConfig,
  rubyYjit,
  sortPackages,
  stageNameCasing,
  stopsignalCanonical,
  telemetryOptOut,
  trailingSpaces,
  unusedSuppression,
  wgetAndCurl,
  wgetProgress,
];
