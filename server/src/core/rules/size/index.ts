import type { Rule } from '../rule';
import { apkNoCache } from './apk-no-cache';
import { aptListsLeft } from './apt-lists-left';
import { aptNoRecommends } from './apt-no-recommends';
import { buildToolsInFinal } from './build-tools-in-final';
import { copyThenExtract } from './copy-then-extract';
import { dnfClean } from './dnf-clean';
import { pipNoCacheDir } from './pip-no-cache-dir';
import { rmInLaterLayer } from './rm-in-later-layer';
import { useraddLargeUid } from './useradd-large-uid';
import { yarnCacheClean } from './yarn-cache-clean';
import { yumClean } from './yum-clean';
import { zypperClean } from './zypper-clean';

/** What makes images larger than they need be; sorted by id. */
export const sizeRules: readonly Rule[] = [
  apkNoCache,
  aptListsLeft,
  aptNoRecommends,
  buildToolsInFinal,
  copyThenExtract,
  dnfClean,
  pipNoCacheDir,
  rmInLaterLayer,
  useraddLargeUid,
  yarnCacheClean,
  yumClean,
  zypperClean,
];
