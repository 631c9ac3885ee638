import type { Rule } from '../rule';
import { argOrEnv } from './arg-or-env';
import { argUsedAsCredential } from './arg-used-as-credential';
import { credentialInCommand } from './credential-in-command';
import { credentialInUrl } from './credential-in-url';
import { nameInArgOrEnv } from './name-in-arg-or-env';
import { nameInArgOrEnvWide } from './name-in-arg-or-env-wide';
import { passwordSetInRun } from './password-set-in-run';
import { registryLoginInBuild } from './registry-login-in-build';
import { valueInEnvOrArg } from './value-in-env-or-arg';
import { valueInRun } from './value-in-run';

/** Credentials in instructions, in RUN, and in files that are copied; sorted by id. */
export const secretsRules: readonly Rule[] = [
  argOrEnv,
  argUsedAsCredential,
  credentialInCommand,
  credentialInUrl,
  nameInArgOrEnv,
  nameInArgOrEnvWide,
  passwordSetInRun,
  registryLoginInBuild,
  valueInEnvOrArg,
  valueInRun,
];
