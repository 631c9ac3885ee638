import type { Rule } from '../rule';
import { aptGetAssumeYes } from './apt-get-assume-yes';
import { dnfAssumeYes } from './dnf-assume-yes';
import { invalidDefaultArgInFrom } from './invalid-default-arg-in-from';
import { multiples } from './multiples';
import { overriddenInstruction } from './overridden-instruction';
import { shellFormCmdStrict } from './shell-form-cmd-strict';
import { shellFormEntrypoint } from './shell-form-entrypoint';
import { undefinedArgInFrom } from './undefined-arg-in-from';
import { undefinedVar } from './undefined-var';
import { workdirAbsolute } from './workdir-absolute';
import { workdirRelativeToBase } from './workdir-relative-to-base';
import { workdirTilde } from './workdir-tilde';
import { yumAssumeYes } from './yum-assume-yes';
import { zypperNonInteractive } from './zypper-non-interactive';

export const correctnessRules: readonly Rule[] = [
  aptGetAssumeYes,
  dnfAssumeYes,
  invalidDefaultArgInFrom,
  ...multiples,
  overriddenInstruction,
  shellFormCmdStrict,
  shellFormEntrypoint,
  undefinedArgInFrom,
  undefinedVar,
  workdirAbsolute,
  workdirRelativeToBase,
  workdirTilde,
  yumAssumeYes,
  zypperNonInteractive,
];
