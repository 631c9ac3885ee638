import type { Severity } from '../../core/index';
import { escapeXml, locateIn } from './located';
import type { Report } from './reporter';

const words: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info', hint: 'info' };

/** Checkstyle's report. */
export function reportCheckstyle(reports: readonly Report[]): string {
  const files = reports.map((report) => {
    const errors = report.diagnostics.map((diagnostic) => {
      const { line, column, severity, message, code } = locateIn(report, diagnostic);
      return `    <error${attributes({ line, column, severity: words[severity], message, source: code })}/>\n`;
    });
    return `  <file${attributes({ name: report.file })}>\n${errors.join('')}  </file>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${files.join('')}</checkstyle>\n`;
}

/** JUnit's report: a suite for each file, a failed case for each finding, and one that passed where there is none. */
export function reportJunit(reports: readonly Report[]): string {
  const suites = reports.map((report) => {
    const cases = report.diagnostics.map((diagnostic) => {
      const { file, line, column, severity, message, code } = locateIn(report, diagnostic);
      const name = `${code} (line ${line}, column ${column})`;
      const failure = `<failure${attributes({ type: severity, message })}>${escapeXml(`${file}:${line}:${column}: ${message}`)}</failure>`;
      return `    <testcase${attributes({ classname: file, name })}>\n      ${failure}\n    </testcase>\n`;
    });
    const passed = `    <testcase${attributes({ classname: report.file, name: 'layerwise' })}/>\n`;
    const counts = { tests: Math.max(1, cases.length), failures: cases.length, errors: 0 };
    const inner = cases.length === 0 ? passed : cases.join('');
    return `  <testsuite${attributes({ name: report.file, ...counts })}>\n${inner}  </testsuite>\n`;
  });
  const failures = reports.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  const tests = reports.reduce((sum, { diagnostics }) => sum + Math.max(1, diagnostics.length), 0);
  const totals = attributes({ name: 'layerwise', tests, failures, errors: 0 });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${totals}>\n${suites.join('')}</testsuites>\n`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}
