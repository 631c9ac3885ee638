import type { Severity } from '../../core/index';
import { type Located, locate } from './located';
import type { Report } from './reporter';

/** hadolint's words for severities. */
const words: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info', hint: 'style' };
const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 32, hint: 36 };

/** `file:line code severity: message`, hadolint's own. */
export function reportTty(reports: readonly Report[], coloured: boolean): string {
  const paint = (severity: Severity) =>
    coloured ? `\u001B[${colours[severity]}m${words[severity]}\u001B[0m` : words[severity];
  return lines(
    reports,
    ({ file, line, code, severity, message }) => `${file}:${line} ${code} ${paint(severity)}: ${message}`,
  );
}

/** `program:file:line: message`, as GNU's tools have it. */
export function reportGnu(reports: readonly Report[]): string {
  return lines(
    reports,
    ({ file, line, column, code, severity, message }) =>
      `layerwise:${file}:${line}:${column}: ${code} ${words[severity]}: ${message}`,
  );
}

/** An object in each line, for Codacy. */
export function reportCodacy(reports: readonly Report[]): string {
  return lines(reports, ({ file, line, code, message }) =>
    JSON.stringify({ filename: file, message, patternId: code, line }),
  );
}

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Workflow commands, of which GitHub makes annotations. */
export function reportGithub(reports: readonly Report[]): string {
  return lines(reports, (found) => {
    const { file, line, endLine, column, endColumn, severity, message, rule, code } = found;
    const title = code === rule ? rule : `${rule} (${code})`;
    // Columns count only where the finding is on one line.
    const columns = line === endLine ? { col: column, endColumn } : {};
    const properties = Object.entries({ file, line, endLine, ...columns, title })
      .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
      .join(',');
    return `::${commands[severity]} ${properties}::${escapeData(message)}`;
  });
}

function lines(reports: readonly Report[], toLine: (found: Located) => string): string {
  return locate(reports)
    .map((found) => `${toLine(found)}\n`)
    .join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
