import type { Rule } from '../rule';
import { circular } from './circular';
import { copyFromEmpty } from './copy-from-empty';
import { copyFromSelf } from './copy-from-self';
import { copyFromUnknown } from './copy-from-unknown';
import { copyRootFilesystem } from './copy-root-filesystem';
import { duplicateName } from './duplicate-name';
import { fromUnresolved } from './from-unresolved';
import { indexReference } from './index-reference';
import { invalidName } from './invalid-name';
import { reservedName } from './reserved-name';
import { runtimeConfigInBuilder } from './runtime-config-in-builder';
import { singleStageBuild } from './single-stage-build';
import { unused } from './unused';

/** What goes into which stage; sorted by id. */
export const stagesRules: readonly Rule[] = [
  circular,
  copyFromEmpty,
  copyFromSelf,
  copyFromUnknown,
  copyRootFilesystem,
  duplicateName,
  fromUnresolved,
  indexReference,
  invalidName,
  reservedName,
  runtimeConfigInBuilder,
  singleStageBuild,
  unused,
];
