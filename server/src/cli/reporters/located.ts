import { type Diagnostic, positionAt, rules, toolOf } from '../../core/index';
import type { Report } from './reporter';

/** A finding with its place in lines and columns, which count from 1. */
export interface Located {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Diagnostic['severity'];
  readonly message: string;
  readonly rule: string;
  /** The name that people who come from hadolint know: its code, or ShellCheck's; else ours. */
  readonly code: string;
}

/** Every finding of every file, in their order. */
export function locate(reports: readonly Report[]): Located[] {
  return reports.flatMap((report) => report.diagnostics.map((diagnostic) => locateIn(report, diagnostic)));
}

/** One finding of a file. */
export function locateIn({ file, source }: Report, { at, severity, message, rule, aliases }: Diagnostic): Located {
  const start = positionAt(source, at.start);
  const end = positionAt(source, at.end);
  const code = aliases.find((alias) => toolOf(alias) === 'hadolint' || toolOf(alias) === 'ShellCheck') ?? rule;
  return {
    ...{ file, severity, message, rule, code },
    ...{ line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
  };
}

/** Where a rule is explained. */
export function explanationOf(rule: string): string {
  const anchor = rule.replace('/', '');
  return `https://github.com/layerwise/layerwise/blob/main/server/docs/rules/${rule.split('/')[0]}.md#${anchor}`;
}

/** A sentence about a rule; undefined for what is none. */
export function summaryOf(rule: string): string | undefined {
  return rules.find(({ id }) => id === rule)?.summary;
}

/** Text inside of XML. */
export function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write most control characters.
  const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
  return clean.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
