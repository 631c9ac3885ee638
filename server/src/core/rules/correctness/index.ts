import type { Rule } from '../rule';
import { multiples } from './multiples';
import { overriddenInstruction } from './overridden-instruction';
import { shellFormCmdStrict } from './shell-form-cmd-strict';
import { shellFormEntrypoint } from './shell-form-entrypoint';
import { undefinedArgInFrom } from './undefined-arg-in-from';
import { undefinedVar } from './undefined-var';

export const correctnessRules: readonly Rule[] = [
  ...multiples,
  overriddenInstruction,
  shellFormCmdStrict,
  shellFormEntrypoint,
  undefinedArgInFrom,
  undefinedVar,
];
