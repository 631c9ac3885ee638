import type { Rule } from '../rule';
import { addUrlThenRunRm } from './add-url-then-run-rm';
import { apkNoCache } from './apk-no-cache';
import { aptListsLeft } from './apt-lists-left';
import { aptNoRecommends } from './apt-no-recommends';
import { archiveLeft } from './archive-left';
import { buildToolsInFinal } from './build-tools-in-final';
import { contextCopiedWhole } from './context-copied-whole';
import { copiedThenChown } from './copied-then-chown';
import { copyThenExtract } from './copy-then-extract';
import { devDependenciesInFinal } from './dev-dependencies-in-final';
import { dnfClean } from './dnf-clean';
import { downloadExtract } from './download-extract';
import { gemDocumentation } from './gem-documentation';
import { heavyBaseImage } from './heavy-base-image';
import { manyInstalls } from './many-installs';
import { npmCacheLeft } from './npm-cache-left';
import { npmCacheNoForce } from './npm-cache-no-force';
import { otherCacheLeft } from './other-cache-left';
import { pipNoCacheDir } from './pip-no-cache-dir';
import { redundantPackageInstall } from './redundant-package-install';
import { rmInLaterLayer } from './rm-in-later-layer';
import { tempDirLeft } from './temp-dir-left';
import { unneededTools } from './unneeded-tools';
import { useraddLargeUid } from './useradd-large-uid';
import { vcsOrDepsCopied } from './vcs-or-deps-copied';
import { vexInImage } from './vex-in-image';
import { yarnCacheClean } from './yarn-cache-clean';
import { yumClean } from './yum-clean';
import { zypperClean } from './zypper-clean';

/** What makes images larger than they need be; sorted by id. */
export const sizeRules: readonly Rule[] = [
  addUrlThenRunRm,
  apkNoCache,
  aptListsLeft,
  aptNoRecommends,
  archiveLeft,
  buildToolsInFinal,
  contextCopiedWhole,
  copiedThenChown,
  copyThenExtract,
  devDependenciesInFinal,
  dnfClean,
  downloadExtract,
  gemDocumentation,
  heavyBaseImage,
  manyInstalls,
  npmCacheLeft,
  npmCacheNoForce,
  otherCacheLeft,
  pipNoCacheDir,
  redundantPackageInstall,
  rmInLaterLayer,
  tempDirLeft,
  unneededTools,
  useraddLargeUid,
  vcsOrDepsCopied,
  vexInImage,
  yarnCacheClean,
  yumClean,
  zypperClean,
];
