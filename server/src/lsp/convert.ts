import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as LspDiagnostic,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import {
  CRASH,
  type Diagnostic,
  type Edit,
  findRules,
  lineEdits,
  offsetAt,
  positionAt,
  type Severity,
  type Source,
  type Span,
} from '../core/index';

/** What a client understands of diagnostics. */
export interface DiagnosticSupport {
  readonly codeDescription: boolean;
  readonly relatedInformation: boolean;
  readonly tags: readonly DiagnosticTag[];
}

const docs = 'https://github.com/layerwise/layerwise/blob/main/server/docs/rules/';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The lines and characters of a span. */
export function toRange(source: Source, { start, end }: Span): Range {
  return { start: positionAt(source, start), end: positionAt(source, end) };
}

/** The span of a range; a range that a client gives upside down is turned round. */
export function toSpan(source: Source, { start, end }: Range): Span {
  const [a, b] = [offsetAt(source, start), offsetAt(source, end)];
  return a <= b ? { start: a, end: b } : { start: b, end: a };
}

/** Edits as LSP wants them. */
export function toTextEdits(source: Source, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ start, end, text }) => ({ range: toRange(source, { start, end }), newText: text }));
}

/** The edits, whole lines each, that make `after` of a source. */
export function toChanges(source: Source, after: string): TextEdit[] {
  return toTextEdits(source, lineEdits(source.text, after));
}

/** A finding as the client can show it. */
export function toDiagnostic(
  source: Source,
  uri: string,
  { rule, code, at, message, severity, related }: Diagnostic,
  support: DiagnosticSupport,
): LspDiagnostic {
  const tags = toTags(rule).filter((tag) => support.tags.includes(tag));
  return {
    range: toRange(source, at),
    severity: severities[severity],
    source: 'layerwise',
    code: code ?? rule,
    ...(support.codeDescription && rule !== CRASH ? { codeDescription: { href: explanationUrl(rule, code) } } : {}),
    message,
    ...(tags.length > 0 ? { tags } : {}),
    ...(support.relatedInformation && related && related.length > 0
      ? {
          relatedInformation: related.map((place) => ({
            location: { uri, range: toRange(source, place.at) },
            message: place.message,
          })),
        }
      : {}),
  };
}

/** Where a rule is explained; GitHub makes a heading's anchor without its slash. */
export function explanationUrl(rule: string, code?: string): string {
  // ShellCheck's codes have a page each of its own.
  if (code !== undefined) return `https://www.shellcheck.net/wiki/${code}`;
  return `${docs}${rule.slice(0, rule.indexOf('/'))}.md#${rule.replace('/', '')}`;
}

function toTags(id: string): DiagnosticTag[] {
  const tag = findRules(id)[0]?.tag;
  if (tag === undefined) return [];
  return [tag === 'unnecessary' ? DiagnosticTag.Unnecessary : DiagnosticTag.Deprecated];
}

/** Our own Markdown for a client that shows plain text only: without the signs, links as their text. */
export function toPlainText(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\*\*|`/g, '');
}
