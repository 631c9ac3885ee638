import type { Rule } from '../rule';
import { artifactNeverUsed } from './artifact-never-used';
import { circular } from './circular';
import { copyFromEmpty } from './copy-from-empty';
import { copyFromSelf } from './copy-from-self';
import { copyFromUnknown } from './copy-from-unknown';
import { copyPathNotProduced } from './copy-path-not-produced';
import { copyRootFilesystem } from './copy-root-filesystem';
import { duplicateName } from './duplicate-name';
import { finalStageIsBuilder } from './final-stage-is-builder';
import { fromUnresolved } from './from-unresolved';
import { indexReference } from './index-reference';
import { invalidName } from './invalid-name';
import { libcMismatch } from './libc-mismatch';
import { lostConfiguration } from './lost-configuration';
import { reservedName } from './reserved-name';
import { runtimeConfigInBuilder } from './runtime-config-in-builder';
import { runtimeMissingCaCerts } from './runtime-missing-ca-certs';
import { singleStageBuild } from './single-stage-build';
import { unnamedReusedImage } from './unnamed-reused-image';
import { unused } from './unused';

/** What goes into which stage; sorted by id. */
export const stagesRules: readonly Rule[] = [
  artifactNeverUsed,
  circular,
  copyFromEmpty,
  copyFromSelf,
  copyFromUnknown,
  copyPathNotProduced,
  copyRootFilesystem,
  duplicateName,
  finalStageIsBuilder,
  fromUnresolved,
  indexReference,
  invalidName,
  libcMismatch,
  lostConfiguration,
  reservedName,
  runtimeConfigInBuilder,
  runtimeMissingCaCerts,
  singleStageBuild,
  unnamedReusedImage,
  unused,
];
