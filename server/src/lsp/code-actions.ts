import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Command,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  CRASH,
  type Diagnostic,
  findRefactoring,
  fix,
  ignoreComment,
  isRefusal,
  type RatedFix,
  type Refactoring,
  type Refusal,
  type Rewrite,
  refactorings,
  type Span,
  touches,
} from '../core/index';
import { type DiagnosticSupport, toChanges, toDiagnostic, toRange, toSpan, toTextEdits } from './convert';
import type { Analysis } from './documents';
import type { Notes, RefactorCommand } from './protocol';

/** What a client understands of code actions. */
export interface ActionSupport {
  /** Whether it asks for the edit of the action that a person picks. */
  readonly resolve: boolean;
  readonly disabled: boolean;
  readonly isPreferred: boolean;
  readonly versionedEdits: boolean;
  readonly diagnostics: DiagnosticSupport;
  /** The client's command that shows what an edit leaves to do. */
  readonly notesCommand?: string;
  /** The client's command that shows a refactoring, asks what it asks, and applies it. */
  readonly refactorCommand?: string;
}

/** What travels with an action until it is resolved; it holds as long as the document's version does. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly recipe: Recipe;
}

/** What an action does. */
type Recipe =
  | { readonly of: 'fix'; readonly rule: string; readonly code?: string; readonly at: Span; readonly title: string }
  | { readonly of: 'ignore'; readonly rule: string; readonly code?: string; readonly at: Span }
  /** What is safe, of all rules or one. */
  | { readonly of: 'fixAll'; readonly rule?: string }
  | { readonly of: 'refactoring'; readonly id: string; readonly selection: Span };

interface Offer {
  readonly action: CodeAction;
  /** None for an action that is disabled. */
  readonly recipe?: Recipe;
}

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.layerwise`;

/** Every kind that is offered. */
export const actionKinds: string[] = [CodeActionKind.QuickFix, ...new Set(refactorings.map(kindOf)), FIX_ALL];

/** The actions for a range, with their edits where the client will not ask for them. */
export function offerActions(
  analysis: Analysis,
  range: Range,
  { only }: CodeActionContext,
  support: ActionSupport,
  onCrash: (refactoring: string, error: unknown) => void,
): CodeAction[] {
  if (!analysis.enabled) return [];
  const selection = toSpan(analysis.build.source, range);
  const wants = (kind: string) => !only || only.some((wanted) => isKind(kind, wanted));
  const offers: Offer[] = [];
  if (wants(CodeActionKind.QuickFix)) offers.push(...quickFixes(analysis, selection, support));
  // What is offered as a fix already is not offered a second time, unless one asks for refactorings.
  const offered = new Set(only ? [] : offers.map(({ action }) => action.title));
  const asked = refactorings.filter((one) => wants(kindOf(one)) && !offered.has(`${one.title}...`));
  const disabled = support.disabled && (only?.some((kind) => isKind(kind, CodeActionKind.Refactor)) ?? false);
  offers.push(...refactors(analysis, selection, asked, { support, disabled, onCrash }));
  const safe = wants(FIX_ALL) ? analysis.diagnostics.flatMap(({ fixes }) => fixes.find(isSafe) ?? []) : [];
  if (safe.length > 0) {
    const title = 'Fix all safe Layerwise problems';
    const command = toNotesCommand({ title, notes: notesOf(safe) }, support);
    offers.push({ action: { title, kind: FIX_ALL, ...command }, recipe: { of: 'fixAll' } });
  }
  return offers.map(({ action, recipe }) => {
    if (!recipe) return action;
    if (!support.resolve) return { ...action, edit: toWorkspaceEdit(analysis, recipe, support) };
    const data: ActionData = { uri: analysis.uri, version: analysis.version, recipe };
    return { ...action, data };
  });
}

/** The edit of an action that was offered without; undefined when the document is not what it was. */
export function resolveAction(
  analysis: Analysis,
  { version, recipe }: ActionData,
  support: ActionSupport,
): WorkspaceEdit | undefined {
  return analysis.version === version ? toWorkspaceEdit(analysis, recipe, support) : undefined;
}

/** Of every finding that the selection touches: its fixes, the safe ones of all findings of its rule, and the comment that silences it. */
function* quickFixes(analysis: Analysis, selection: Span, support: ActionSupport): Generator<Offer> {
  const kind = CodeActionKind.QuickFix;
  const touched = analysis.diagnostics.filter(({ at }) => touches(at, selection));
  const shown = new Map(
    touched.map((found) => [found, [toDiagnostic(analysis.build.source, analysis.uri, found, support.diagnostics)]]),
  );
  for (const found of touched) {
    const { rule, code, at, fixes } = found;
    const preferred = support.isPreferred ? fixes.find(isSafe) : undefined;
    for (const one of fixes) {
      const { title, notes, refactoring } = one;
      if (refactoring !== undefined && support.refactorCommand !== undefined) {
        const command = toRefactorCommand(analysis, at, title, refactoring, support.refactorCommand);
        yield { action: { title: command.title, kind, diagnostics: shown.get(found), command } };
        continue;
      }
      yield {
        action: {
          title,
          kind,
          diagnostics: shown.get(found),
          ...(one === preferred ? { isPreferred: true } : {}),
          ...toNotesCommand({ title, notes: notes ?? [] }, support),
        },
        recipe: { of: 'fix', rule, code, at: bare(at), title },
      };
    }
  }
  for (const rule of new Set(touched.map((found) => found.rule))) {
    const safe = analysis.diagnostics.flatMap((found) => (found.rule === rule ? (found.fixes.find(isSafe) ?? []) : []));
    // What is not safe deserves a look at each place.
    if (safe.length < 2) continue;
    const diagnostics = touched.filter((found) => found.rule === rule).flatMap((found) => shown.get(found)!);
    const title = `Fix all ${safe.length} findings of ${rule}`;
    yield {
      action: { title, kind, diagnostics, ...toNotesCommand({ title, notes: notesOf(safe) }, support) },
      recipe: { of: 'fixAll', rule },
    };
  }
  for (const found of touched) {
    const { rule, code, at } = found;
    const comment = rule === CRASH ? undefined : ignoreComment(analysis.build, found);
    if (!comment) continue;
    yield {
      action: { title: comment.title, kind, diagnostics: shown.get(found) },
      recipe: { of: 'ignore', rule, code, at: bare(at) },
    };
  }
}

/** The refactorings that apply, and with `disabled` also why others do not. */
function* refactors(
  analysis: Analysis,
  selection: Span,
  asked: readonly Refactoring[],
  {
    support,
    disabled,
    onCrash,
  }: { support: ActionSupport; disabled: boolean; onCrash: (refactoring: string, error: unknown) => void },
): Generator<Offer> {
  for (const refactoring of asked) {
    const { id } = refactoring;
    const kind = kindOf(refactoring);
    let result: Rewrite | Refusal | undefined;
    try {
      result = refactoring.apply(analysis.build, selection);
    } catch (error) {
      onCrash(id, error);
    }
    if (!result) continue;
    // What moves lines from stage to stage deserves a look before it is done, and a question somebody to ask it.
    if ((isRefusal(result) ? result.asks : result.moves) && support.refactorCommand !== undefined) {
      const command = toRefactorCommand(analysis, selection, refactoring.title, id, support.refactorCommand);
      yield { action: { title: command.title, kind, command } };
      continue;
    }
    if (isRefusal(result)) {
      if (disabled) yield { action: { title: refactoring.title, kind, disabled: { reason: result.because } } };
      continue;
    }
    const { title = refactoring.title, notes = [] } = result;
    yield {
      action: { title, kind, ...toNotesCommand({ title, notes }, support) },
      recipe: { of: 'refactoring', id, selection },
    };
  }
}

function toWorkspaceEdit(analysis: Analysis, recipe: Recipe, { versionedEdits }: ActionSupport): WorkspaceEdit {
  const { uri, version } = analysis;
  const edits = toEdits(analysis, recipe);
  return versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

/** Worked out anew from the analysis: what is offered and what is done come from one function and cannot disagree. */
function toEdits({ build, options, diagnostics }: Analysis, recipe: Recipe): TextEdit[] {
  const { source } = build;
  switch (recipe.of) {
    case 'fix': {
      const found = findDiagnostic(diagnostics, recipe);
      return toTextEdits(source, found?.fixes.find(({ title }) => title === recipe.title)?.edits ?? []);
    }
    case 'ignore': {
      const found = findDiagnostic(diagnostics, recipe);
      return toTextEdits(source, (found && ignoreComment(build, found)?.edits) ?? []);
    }
    case 'fixAll': {
      const { rule } = recipe;
      const only = rule === undefined ? undefined : (id: string) => id === rule;
      return toChanges(
        source,
        fix(source.text, { ...options, ...(only ? { only } : {}) }, build.context, build.builder).text,
      );
    }
    case 'refactoring': {
      const result = findRefactoring(recipe.id)?.apply(build, recipe.selection);
      return result && !isRefusal(result) ? toTextEdits(source, result.edits) : [];
    }
  }
}

function findDiagnostic(
  diagnostics: readonly Diagnostic[],
  { rule, code, at }: { readonly rule: string; readonly code?: string; readonly at: Span },
): Diagnostic | undefined {
  return diagnostics.find(
    (one) => one.rule === rule && one.code === code && one.at.start === at.start && one.at.end === at.end,
  );
}

/** Has the client show, after the edit, what the edit cannot do. */
function toNotesCommand(notes: Notes, { notesCommand }: ActionSupport): { command?: Command } {
  if (notesCommand === undefined || notes.notes.length === 0) return {};
  return { command: { title: notes.title, command: notesCommand, arguments: [notes] } };
}

/** Has the client show a refactoring instead of bringing its edit. */
function toRefactorCommand(
  { uri, build }: Analysis,
  at: Span,
  action: string,
  refactoring: string,
  command: string,
): Command {
  const title = `${action}...`;
  const argument: RefactorCommand = { uri, refactoring, range: toRange(build.source, at) };
  return { title, command, arguments: [argument] };
}

function notesOf(fixes: readonly RatedFix[]): string[] {
  return [...new Set(fixes.flatMap(({ notes }) => notes ?? []))];
}

/** A place alone: what stands there may be a part of the model, which does not travel. */
function bare({ start, end }: Span): Span {
  return { start, end };
}

function isSafe({ safety }: RatedFix): boolean {
  return safety === 'safe';
}

function kindOf({ kind }: Refactoring): string {
  return `${CodeActionKind.Refactor}.${kind}`;
}

/** Whether `kind` is `wanted` or a kind of it: `refactor.rewrite` is a `refactor`, and everything is a kind of nothing. */
function isKind(kind: string, wanted: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}
