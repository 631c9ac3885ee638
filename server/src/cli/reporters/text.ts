import { type Diagnostic, positionAt, type Severity, type Source } from '../../core/index';
import type { Report } from './reporter';

const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36, hint: 90 };

/** A line for each finding, `file:line:column`, as terminals and editors make links of; then a count. */
export function reportText(reports: readonly Report[], coloured: boolean): string {
  const paint = (code: number, text: string) => (coloured ? `\u001B[${code}m${text}\u001B[0m` : text);
  const place = (file: string, source: Source, offset: number) => {
    const { line, character } = positionAt(source, offset);
    return `${file}:${line + 1}:${character + 1}`;
  };
  const lines: string[] = [];
  for (const { file, source, diagnostics } of reports) {
    for (const { rule, aliases, severity, message, at, related = [], fixes } of diagnostics) {
      const names = paint(90, [rule, ...aliases].join(', '));
      lines.push(`${place(file, source, at.start)}: ${paint(colours[severity], severity)}: ${message} [${names}]`);
      for (const other of related) lines.push(`    ${place(file, source, other.at.start)}: ${other.message}`);
      const [fix] = fixes;
      if (fix) lines.push(`    ${paint(32, 'fix')}: ${fix.title} (${fix.safety})`);
    }
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n${summary(reports)}\n`;
}

function summary(reports: readonly Report[]): string {
  const all = reports.flatMap(({ diagnostics }) => diagnostics);
  const counts = (['error', 'warning', 'info', 'hint'] as const)
    .map((severity) => ({ severity, count: all.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => (severity === 'info' ? `${count} info` : plural(count, severity)));
  const files = reports.length === 1 ? '' : ` in ${plural(reports.length, 'file')}`;
  return `${counts.join(', ')}${files}${mendable(all)}.`;
}

function mendable(diagnostics: readonly Diagnostic[]): string {
  // ShellCheck is not asked while fixing.
  const ours = diagnostics.filter(({ code }) => code === undefined);
  const count = (safety: string) => ours.filter(({ fixes }) => fixes[0]?.safety === safety).length;
  const safe = count('safe');
  const unsafe = count('unsafe');
  const parts = [
    ...(safe > 0 ? [`${safe} by "layerwise fix"`] : []),
    ...(unsafe > 0 ? [`${unsafe} by "layerwise fix --unsafe"`] : []),
  ];
  return parts.length === 0 ? '' : `; mended ${parts.join(' and ')}`;
}

function plural(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
