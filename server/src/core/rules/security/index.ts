import type { Rule } from '../rule';
import { curlInsecure } from './curl-insecure';
import { exposeAdminPort } from './expose-admin-port';
import { exposeSsh } from './expose-ssh';
import { gitAddUnencrypted } from './git-add-unencrypted';
import { httpDownload } from './http-download';
import { lastUserRoot } from './last-user-root';
import { mavenPlainHttpRepo } from './maven-plain-http-repo';
import { missingUser } from './missing-user';
import { noSudo } from './no-sudo';
import { packageSignatureOff } from './package-signature-off';
import { pipeToShell } from './pipe-to-shell';
import { privilegedCapability } from './privileged-capability';
import { runInsecure } from './run-insecure';
import { setuidBit } from './setuid-bit';
import { sudoNopasswd } from './sudo-nopasswd';
import { tlsVerificationOff } from './tls-verification-off';
import { userCreatedUnused } from './user-created-unused';
import { userExplicitGroup } from './user-explicit-group';
import { userNotNumeric } from './user-not-numeric';
import { wgetInsecure } from './wget-insecure';
import { workdirSystemDir } from './workdir-system-dir';
import { worldWritable } from './world-writable';

export const securityRules: readonly Rule[] = [
  curlInsecure,
  exposeAdminPort,
  exposeSsh,
  gitAddUnencrypted,
  httpDownload,
  lastUserRoot,
  mavenPlainHttpRepo,
  missingUser,
  noSudo,
  packageSignatureOff,
  pipeToShell,
  privilegedCapability,
  runInsecure,
  setuidBit,
  sudoNopasswd,
  tlsVerificationOff,
  userCreatedUnused,
  userExplicitGroup,
  userNotNumeric,
  wgetInsecure,
  workdirSystemDir,
  worldWritable,
];
