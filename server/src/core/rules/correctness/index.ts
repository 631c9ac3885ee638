import type { Rule } from '../rule';
import { aptGetAssumeYes } from './apt-get-assume-yes';
import { copyGlobFlattens } from './copy-glob-flattens';
import { copyIgnoredFile } from './copy-ignored-file';
import { copyMissingSource } from './copy-missing-source';
import { copyMultipleNeedsSlash } from './copy-multiple-needs-slash';
import { copyOutsideContext } from './copy-outside-context';
import { copyRelativeWithoutWorkdir } from './copy-relative-without-workdir';
import { directiveIgnored } from './directive-ignored';
import { directiveInvalid } from './directive-invalid';
import { dnfAssumeYes } from './dnf-assume-yes';
import { entrypointIgnoresCmd } from './entrypoint-ignores-cmd';
import { entrypointResetsBaseCmd } from './entrypoint-resets-base-cmd';
import { envLabelSyntax } from './env-label-syntax';
import { envSelfReference } from './env-self-reference';
import { execFormNeedsShell } from './exec-form-needs-shell';
import { exposeInvalidFormat } from './expose-invalid-format';
import { exposeInvalidPort } from './expose-invalid-port';
import { exposeOutOfRange } from './expose-out-of-range';
import { flagNeedsSyntax } from './flag-needs-syntax';
import { flagValue } from './flag-value';
import { fromPlatformAny } from './from-platform-any';
import { fromPlatformConstant } from './from-platform-constant';
import { healthcheckMissing } from './healthcheck-missing';
import { healthcheckToolMissing } from './healthcheck-tool-missing';
import { instructionBeforeFrom } from './instruction-before-from';
import { invalidDefaultArgInFrom } from './invalid-default-arg-in-from';
import { legacyKeyValue } from './legacy-key-value';
import { lnBinSh } from './ln-bin-sh';
import { missingArguments } from './missing-arguments';
import { multiples } from './multiples';
import { noStage } from './no-stage';
import { overriddenInstruction } from './overridden-instruction';
import { pipeWithoutPipefail } from './pipe-without-pipefail';
import { redundantTargetPlatform } from './redundant-target-platform';
import { shellFormCmdStrict } from './shell-form-cmd-strict';
import { shellFormEntrypoint } from './shell-form-entrypoint';
import { shellRunInScratch } from './shell-run-in-scratch';
import { stopsignalForDaemon } from './stopsignal-for-daemon';
import { stopsignalUngraceful } from './stopsignal-ungraceful';
import { syntaxDirectiveTypo } from './syntax-directive-typo';
import { undefinedArgInFrom } from './undefined-arg-in-from';
import { undefinedVar } from './undefined-var';
import { unknownFlag } from './unknown-flag';
import { unknownInstruction } from './unknown-instruction';
import { workdirAbsolute } from './workdir-absolute';
import { workdirRelativeToBase } from './workdir-relative-to-base';
import { workdirTilde } from './workdir-tilde';
import { yumAssumeYes } from './yum-assume-yes';
import { zypperNonInteractive } from './zypper-non-interactive';

export const correctnessRules: readonly Rule[] = [
  aptGetAssumeYes,
  copyGlobFlattens,
  copyIgnoredFile,
  copyMissingSource,
  copyMultipleNeedsSlash,
  copyOutsideContext,
  copyRelativeWithoutWorkdir,
  directiveIgnored,
  directiveInvalid,
  dnfAssumeYes,
  entrypointIgnoresCmd,
  entrypointResetsBaseCmd,
  envLabelSyntax,
  envSelfReference,
  execFormNeedsShell,
  exposeInvalidFormat,
  exposeInvalidPort,
  exposeOutOfRange,
  flagNeedsSyntax,
  flagValue,
  fromPlatformAny,
  fromPlatformConstant,
  healthcheckMissing,
  healthcheckToolMissing,
  instructionBeforeFrom,
  invalidDefaultArgInFrom,
  legacyKeyValue,
  lnBinSh,
  missingArguments,
  ...multiples,
  noStage,
  overriddenInstruction,
  pipeWithoutPipefail,
  redundantTargetPlatform,
  shellFormCmdStrict,
  shellFormEntrypoint,
  shellRunInScratch,
  stopsignalForDaemon,
  stopsignalUngraceful,
  syntaxDirectiveTypo,
  undefinedArgInFrom,
  undefinedVar,
  unknownFlag,
  unknownInstruction,
  workdirAbsolute,
  workdirRelativeToBase,
  workdirTilde,
  yumAssumeYes,
  zypperNonInteractive,
];
