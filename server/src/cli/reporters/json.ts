import { positionAt, type Source, type Span } from '../../core/index';
import type { Report } from './reporter';

/** One array for all files; lines and characters count from 0, characters in UTF-16 units, as editors do. */
export function reportJson(reports: readonly Report[]): string {
  const files = reports.map(({ file, source, diagnostics }) => ({
    file,
    diagnostics: diagnostics.map(({ rule, aliases, severity, message, at, related = [], fixes }) => ({
      rule,
      aliases,
      severity,
      message,
      range: toRange(source, at),
      related: related.map((other) => ({ range: toRange(source, other.at), message: other.message })),
      fixes: fixes.map(({ title, safety }) => ({ title, safety })),
    })),
  }));
  return `${JSON.stringify(files, undefined, 2)}\n`;
}

function toRange(source: Source, { start, end }: Span) {
  return { start: positionAt(source, start), end: positionAt(source, end) };
}
