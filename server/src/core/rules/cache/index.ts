import type { Rule } from '../rule';
import { addMutableUrl } from './add-mutable-url';
import { aptUpdateAlone } from './apt-update-alone';
import { cleanupDefeatsMount } from './cleanup-defeats-mount';
import { copyAllBeforeInstall } from './copy-all-before-install';
import { copyBeforeExpensiveStep } from './copy-before-expensive-step';
import { copyBeforeSystemInstall } from './copy-before-system-install';
import { dockerCleanActive } from './docker-clean-active';
import { downloadEveryTime } from './download-every-time';
import { frequentlyChangingEarly } from './frequently-changing-early';
import { gemfileBindMount } from './gemfile-bind-mount';
import { installWithoutUpdate } from './install-without-update';
import { invalidMountOption } from './invalid-mount-option';
import { manifestWithoutLockfile } from './manifest-without-lockfile';
import { mountCcache } from './mount-ccache';
import { mountNodeGyp } from './mount-node-gyp';
import { mountNotLocked } from './mount-not-locked';
import { mountTargetCopiedLater } from './mount-target-copied-later';
import { mountWrongOwner } from './mount-wrong-owner';
import {
  mountApk,
  mountApt,
  mountCargo,
  mountDnf,
  mountDotnet,
  mountGo,
  mountJvm,
  mountNode,
  mountPhp,
  mountPip,
  mountPythonModern,
  mountRuby,
  mountZypper,
} from './mounts';
import { noCopyLink } from './no-copy-link';
import { unusedArgBeforeRun } from './unused-arg-before-run';

/** Sorted by id. */
export const cacheRules: readonly Rule[] = [
  addMutableUrl,
  aptUpdateAlone,
  cleanupDefeatsMount,
  copyAllBeforeInstall,
  copyBeforeExpensiveStep,
  copyBeforeSystemInstall,
  dockerCleanActive,
  downloadEveryTime,
  frequentlyChangingEarly,
  gemfileBindMount,
  installWithoutUpdate,
  invalidMountOption,
  manifestWithoutLockfile,
  mountApk,
  mountApt,
  mountCargo,
  mountCcache,
  mountDnf,
  mountDotnet,
  mountGo,
  mountJvm,
  mountNode,
  mountNodeGyp,
  mountNotLocked,
  mountPhp,
  mountPip,
  mountPythonModern,
  mountRuby,
  mountTargetCopiedLater,
  mountWrongOwner,
  mountZypper,
  noCopyLink,
  unusedArgBeforeRun,
];
