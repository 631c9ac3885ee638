import type { Rule } from '../rule';
import { aptGetAssumeYes } from './apt-get-assume-yes';
import { aptKeyDeprecated } from './apt-key-deprecated';
import { argInWrongScope } from './arg-in-wrong-scope';
import { baseImagePlatform } from './base-image-platform';
import { bashismInSh } from './bashism-in-sh';
import { bootsnapParallel } from './bootsnap-parallel';
import { cdOnlyRun } from './cd-only-run';
import { chownNameWithoutPasswd } from './chown-name-without-passwd';
import { configureBuildFlag } from './configure-build-flag';
import { copyAfterUserWithoutChown } from './copy-after-user-without-chown';
import { copyGlobFlattens } from './copy-glob-flattens';
import { copyIgnoredFile } from './copy-ignored-file';
import { copyMissingSource } from './copy-missing-source';
import { copyMultipleNeedsSlash } from './copy-multiple-needs-slash';
import { copyOutsideContext } from './copy-outside-context';
import { copyRelativeWithoutWorkdir } from './copy-relative-without-workdir';
import { cudaVersionMismatch } from './cuda-version-mismatch';
import { curlNoFail } from './curl-no-fail';
import { curlNoLocation } from './curl-no-location';
import { danglingContinuation } from './dangling-continuation';
import { deprecatedBundlerFlags } from './deprecated-bundler-flags';
import { directiveIgnored } from './directive-ignored';
import { directiveInvalid } from './directive-invalid';
import { dnfAssumeYes } from './dnf-assume-yes';
import { emptyContinuation } from './empty-continuation';
import { entrypointIgnoresCmd } from './entrypoint-ignores-cmd';
import { entrypointResetsBaseCmd } from './entrypoint-resets-base-cmd';
import { envLabelSyntax } from './env-label-syntax';
import { envSelfReference } from './env-self-reference';
import { envUnsetIneffective } from './env-unset-ineffective';
import { execFormNeedsShell } from './exec-form-needs-shell';
import { exposeInvalidFormat } from './expose-invalid-format';
import { exposeInvalidPort } from './expose-invalid-port';
import { exposeOutOfRange } from './expose-out-of-range';
import { flagNeedsSyntax } from './flag-needs-syntax';
import { flagValue } from './flag-value';
import { fromPlatformAny } from './from-platform-any';
import { fromPlatformConstant } from './from-platform-constant';
import { gpgKeyserverPool } from './gpg-keyserver-pool';
import { gpuAtBuildTime } from './gpu-at-build-time';
import { gpuPolicyInImage } from './gpu-policy-in-image';
import { healthcheckInvalid } from './healthcheck-invalid';
import { healthcheckMissing } from './healthcheck-missing';
import { healthcheckToolMissing } from './healthcheck-tool-missing';
import { instructionBeforeFrom } from './instruction-before-from';
import { invalidDefaultArgInFrom } from './invalid-default-arg-in-from';
import { invalidJsonForm } from './invalid-json-form';
import { jemallocNotPreloaded } from './jemalloc-not-preloaded';
import { legacyKeyValue } from './legacy-key-value';
import { lnBinSh } from './ln-bin-sh';
import { missingArguments } from './missing-arguments';
import { multiples } from './multiples';
import { noStage } from './no-stage';
import { onbuildForbiddenTrigger } from './onbuild-forbidden-trigger';
import { onbuildInvalidTrigger } from './onbuild-invalid-trigger';
import { otherInteractive } from './other-interactive';
import { overriddenInstruction } from './overridden-instruction';
import { pipeWithoutPipefail } from './pipe-without-pipefail';
import { platformNotAvailable } from './platform-not-available';
import { powershellErrorAction } from './powershell-error-action';
import { redundantTargetPlatform } from './redundant-target-platform';
import { sha256sumFormat } from './sha256sum-format';
import { shellFormCmdStrict } from './shell-form-cmd-strict';
import { shellFormEntrypoint } from './shell-form-entrypoint';
import { shellNotJson } from './shell-not-json';
import { shellRunInScratch } from './shell-run-in-scratch';
import { shellcheck } from './shellcheck';
import { stopsignalForDaemon } from './stopsignal-for-daemon';
import { stopsignalInvalid } from './stopsignal-invalid';
import { stopsignalUngraceful } from './stopsignal-ungraceful';
import { syntaxDirectiveTypo } from './syntax-directive-typo';
import { undefinedArgInFrom } from './undefined-arg-in-from';
import { undefinedVar } from './undefined-var';
import { unknownFlag } from './unknown-flag';
import { unknownInstruction } from './unknown-instruction';
import { unterminatedHeredoc } from './unterminated-heredoc';
import { userUnknown } from './user-unknown';
import { volumeThenWrite } from './volume-then-write';
import { windowsMismatch } from './windows-mismatch';
import { workdirAbsolute } from './workdir-absolute';
import { workdirRelativeToBase } from './workdir-relative-to-base';
import { workdirTilde } from './workdir-tilde';
import { yumAssumeYes } from './yum-assume-yes';
import { zypperNonInteractive } from './zypper-non-interactive';

export const correctnessRules: readonly Rule[] = [
  aptGetAssumeYes,
  aptKeyDeprecated,
  argInWrongScope,
  baseImagePlatform,
  bashismInSh,
  bootsnapParallel,
  cdOnlyRun,
  chownNameWithoutPasswd,
  configureBuildFlag,
  copyAfterUserWithoutChown,
  copyGlobFlattens,
  copyIgnoredFile,
  copyMissingSource,
  copyMultipleNeedsSlash,
  copyOutsideContext,
  copyRelativeWithoutWorkdir,
  cudaVersionMismatch,
  curlNoFail,
  curlNoLocation,
  danglingContinuation,
  deprecatedBundlerFlags,
  directiveIgnored,
  directiveInvalid,
  dnfAssumeYes,
  emptyContinuation,
  entrypointIgnoresCmd,
  entrypointResetsBaseCmd,
  envLabelSyntax,
  envSelfReference,
  envUnsetIneffective,
  execFormNeedsShell,
  exposeInvalidFormat,
  exposeInvalidPort,
  exposeOutOfRange,
  flagNeedsSyntax,
  flagValue,
  fromPlatformAny,
  fromPlatformConstant,
  gpgKeyserverPool,
  gpuAtBuildTime,
  gpuPolicyInImage,
  healthcheckInvalid,
  healthcheckMissing,
  healthcheckToolMissing,
  instructionBeforeFrom,
  invalidDefaultArgInFrom,
  invalidJsonForm,
  jemallocNotPreloaded,
  legacyKeyValue,
  lnBinSh,
  missingArguments,
  ...multiples,
  noStage,
  onbuildForbiddenTrigger,
  onbuildInvalidTrigger,
  otherInteractive,
  overriddenInstruction,
  pipeWithoutPipefail,
  platformNotAvailable,
  powershellErrorAction,
  redundantTargetPlatform,
  sha256sumFormat,
  shellFormCmdStrict,
  shellFormEntrypoint,
  shellNotJson,
  shellRunInScratch,
  shellcheck,
  stopsignalForDaemon,
  stopsignalInvalid,
  stopsignalUngraceful,
  syntaxDirectiveTypo,
  undefinedArgInFrom,
  undefinedVar,
  unknownFlag,
  unknownInstruction,
  unterminatedHeredoc,
  userUnknown,
  volumeThenWrite,
  windowsMismatch,
  workdirAbsolute,
  workdirRelativeToBase,
  workdirTilde,
  yumAssumeYes,
  zypperNonInteractive,
];
