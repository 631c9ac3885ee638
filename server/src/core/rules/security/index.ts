import type { Rule } from '../rule';
import { copyToSystemPath } from './copy-to-system-path';
import { curlInsecure } from './curl-insecure';
import { debugToolInFinal } from './debug-tool-in-final';
import { dockerSocket } from './docker-socket';
import { exposeAdminPort } from './expose-admin-port';
import { exposeSsh } from './expose-ssh';
import { gitAddUnencrypted } from './git-add-unencrypted';
import { httpDownload } from './http-download';
import { lastUserRoot } from './last-user-root';
import { mavenPlainHttpRepo } from './maven-plain-http-repo';
import { missingUser } from './missing-user';
import { noSudo } from './no-sudo';
import { ownershipRootWritableApp } from './ownership-root-writable-app';
import { packageSignatureOff } from './package-signature-off';
import { pipeToShell } from './pipe-to-shell';
import { privilegedCapability } from './privileged-capability';
import { runInsecure } from './run-insecure';
import { setuidBit } from './setuid-bit';
import { statePathsNotWritable } from './state-paths-not-writable';
import { statefulRoot } from './stateful-root';
import { sudoNopasswd } from './sudo-nopasswd';
import { tlsVerificationOff } from './tls-verification-off';
import { userCreatedUnused } from './user-created-unused';
import { userExplicitGroup } from './user-explicit-group';
import { userNotNumeric } from './user-not-numeric';
import { wgetInsecure } from './wget-insecure';
import { workdirSystemDir } from './workdir-system-dir';
import { worldWritable } from './world-writable';

export const securityRules: readonly Rule[] = [
  copyToSystemPath,
  curlInsecure,
  debugToolInFinal,
  dockerSocket,
  exposeAdminPort,
  exposeSsh,
  gitAddUnencrypted,
  httpDownload,
  lastUserRoot,
  mavenPlainHttpRepo,
  missingUser,
  noSudo,
  ownershipRootWritableApp,
  packageSignatureOff,
  pipeToShell,
  privilegedCapability,
  runInsecure,
  setuidBit,
  statePathsNotWritable,
  statefulRoot,
  sudoNopasswd,
  tlsVerificationOff,
  userCreatedUnused,
  userExplicitGroup,
  userNotNumeric,
  wgetInsecure,
  workdirSystemDir,
  worldWritable,
];
