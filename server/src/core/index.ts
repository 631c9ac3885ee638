/** The door to the core: everything outside of it imports from here only. */

export { type ConversionEffect, conversionEffect, imagesOf } from './features/conversion-effect';
export { explainRefactoring, explainRule } from './features/documentation';
export { type Hover, hover } from './features/hover';
export { type IgnoreScope, ignoreComment } from './features/ignore-comment';
export { type LayerRow, layerView, type StageView } from './features/layer-view';
export { type RuntimeChoice, runtimeChoices } from './features/runtime-choices';
export { namesByTool, type Tool, toolOf, tools } from './features/tool-names';
export type { PlanAnswer, PlanQuestion, Wishes } from './knowledge/ecosystem';
export { readBuild } from './model/build';
export type * from './model/build-types';
export { type BuildContext, type Directory, readContext } from './model/context';
export { type Dockerignore, readDockerignore } from './model/dockerignore';
export { readMinimumFrontend } from './model/frontend';
export type * from './model/layers/layer';
export type { Move } from './model/multi-stage/conversion';
export { readShellcheckOutput, type ShellcheckInput, shellcheckInputs } from './model/shell/shellcheck';
export { imagesInQuestion } from './model/stages/images-in-question';
export { type CheckOptions, readCheckOptions } from './model/syntax/check-options';
export { isImageReference } from './model/syntax/image-reference';
export type * from './model/syntax/instruction';
export { findRefactoring, refactorings } from './refactorings/index';
export {
  isRefusal,
  type Refactoring,
  type RefactoringExample,
  type Refusal,
  type Rewrite,
} from './refactorings/refactoring';
export { type AppliedFix, type FixOptions, type FixResult, fix } from './rules/fix';
export { findRules, rules } from './rules/index';
export { CRASH, type Diagnostic, type LintOptions, lint, type Preset, presets, type RatedFix } from './rules/lint';
export type {
  Example,
  Finding,
  Fix,
  LabelType,
  OptionValue,
  Rule,
  RuleOption,
  RuleSettings,
  Safety,
  Severity,
  ShellNote,
} from './rules/rule';
export { isOfKind, labelTypes } from './rules/rule';
export type { Honour } from './rules/suppressions';
export { applyEdits, type Edit } from './text/edit';
export { lineEdits } from './text/line-edits';
export { lineAt, lineEnd, offsetAt, type Position, positionAt, readSource, type Source } from './text/source';
export { covers, type Span, touches } from './text/span';
