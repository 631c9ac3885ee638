import type { Rule } from '../rule';
import { addChecksum } from './add-checksum';
import { apk } from './apk';
import { aptGet } from './apt-get';
import { baseImageEol } from './base-image-eol';
import { baseImageLatest } from './base-image-latest';
import { baseImageMovingTag } from './base-image-moving-tag';
import { baseImageNoDigest } from './base-image-no-digest';
import { baseImageUntagged } from './base-image-untagged';
import { cargoInstall } from './cargo-install';
import { composerRequire } from './composer-require';
import { conda } from './conda';
import { copyFromImageUntagged } from './copy-from-image-untagged';
import { distUpgrade } from './dist-upgrade';
import { dnf } from './dnf';
import { dotnetTool } from './dotnet-tool';
import { downloadUnverified } from './download-unverified';
import { gem } from './gem';
import { gitCloneFloating } from './git-clone-floating';
import { go } from './go';
import { installScriptFloating } from './install-script-floating';
import { noLockfileInstall } from './no-lockfile-install';
import { nodeOther } from './node-other';
import { npm } from './npm';
import { pip } from './pip';
import { staleBaseDigestLabel } from './stale-base-digest-label';
import { syntaxDirective } from './syntax-directive';
import { systemUpgrade } from './system-upgrade';
import { untrustedRegistry } from './untrusted-registry';
import { yum } from './yum';
import { zypper } from './zypper';
import { zypperDistUpgrade } from './zypper-dist-upgrade';

export const pinningRules: readonly Rule[] = [
  addChecksum,
  apk,
  aptGet,
  baseImageEol,
  baseImageLatest,
  baseImageMovingTag,
  baseImageNoDigest,
  baseImageUntagged,
  cargoInstall,
  composerRequire,
  conda,
  copyFromImageUntagged,
  distUpgrade,
  dnf,
  dotnetTool,
  downloadUnverified,
  gem,
  gitCloneFloating,
  go,
  installScriptFloating,
  noLockfileInstall,
  nodeOther,
  npm,
  pip,
  staleBaseDigestLabel,
  syntaxDirective,
  systemUpgrade,
  untrustedRegistry,
  yum,
  zypper,
  zypperDistUpgrade,
];
