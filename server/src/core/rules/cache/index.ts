import type { Rule } from '../rule';
import { cleanupDefeatsMount } from './cleanup-defeats-mount';
import { copyAllBeforeInstall } from './copy-all-before-install';
import { copyBeforeExpensiveStep } from './copy-before-expensive-step';
import { copyBeforeSystemInstall } from './copy-before-system-install';
import { dockerCleanActive } from './docker-clean-active';
import { gemfileBindMount } from './gemfile-bind-mount';
import { invalidMountOption } from './invalid-mount-option';
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

/** Sorted by id. */
export const cacheRules: readonly Rule[] = [
  cleanupDefeatsMount,
  copyAllBeforeInstall,
  copyBeforeExpensiveStep,
  copyBeforeSystemInstall,
  dockerCleanActive,
  gemfileBindMount,
  invalidMountOption,
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
];
