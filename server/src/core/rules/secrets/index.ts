import type { Rule } from '../rule';
import { argOrEnv } from './arg-or-env';
import { argUsedAsCredential } from './arg-used-as-credential';
import { copySecretFile } from './copy-secret-file';
import { copyThenDelete } from './copy-then-delete';
import { credentialInCommand } from './credential-in-command';
import { credentialInUrl } from './credential-in-url';
import { nameInArgOrEnv } from './name-in-arg-or-env';
import { nameInArgOrEnvWide } from './name-in-arg-or-env-wide';
import { passwordSetInRun } from './password-set-in-run';
import { railsDummyKey } from './rails-dummy-key';
import { registryLoginInBuild } from './registry-login-in-build';
import { requireMount } from './require-mount';
import { secretEchoed } from './secret-echoed';
import { secretWrittenToLayer } from './secret-written-to-layer';
import { sshKeyCopied } from './ssh-key-copied';
import { valueInEnvOrArg } from './value-in-env-or-arg';
import { valueInRun } from './value-in-run';

/** Credentials in instructions, in RUN, and in files that are copied; sorted by id. */
export const secretsRules: readonly Rule[] = [
  argOrEnv,
  argUsedAsCredential,
  copySecretFile,
  copyThenDelete,
  credentialInCommand,
  credentialInUrl,
  nameInArgOrEnv,
  nameInArgOrEnvWide,
  passwordSetInRun,
  railsDummyKey,
  registryLoginInBuild,
  requireMount,
  secretEchoed,
  secretWrittenToLayer,
  sshKeyCopied,
  valueInEnvOrArg,
  valueInRun,
];
