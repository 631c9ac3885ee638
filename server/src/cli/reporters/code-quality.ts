import { createHash } from 'node:crypto';
import type { Severity } from '../../core/index';
import { explanationOf, type Located, locate, summaryOf } from './located';
import type { Report } from './reporter';

const grades: Readonly<Record<Severity, string>> = { error: 'blocker', warning: 'major', info: 'info', hint: 'minor' };

/** Code Climate's issues: objects that end with a NUL each. */
export function reportCodeClimate(reports: readonly Report[]): string {
  return locate(reports)
    .map((found) => `${JSON.stringify(toIssue(found))}\u0000\n`)
    .join('');
}

/** The same in one array, with fingerprints by which GitLab tells old findings from new ones. */
export function reportGitlab(reports: readonly Report[]): string {
  const seen = new Map<string, number>();
  const issues = locate(reports).map((found) => {
    // Of several alike in one file, the number tells them apart; the line would not outlive an edit above it.
    const alike = `${found.file}\n${found.code}\n${found.message}`;
    const number = seen.get(alike) ?? 0;
    seen.set(alike, number + 1);
    return { ...toIssue(found), fingerprint: createHash('sha1').update(`${alike}\n${number}`).digest('hex') };
  });
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}

function toIssue({ file, line, endLine, severity, message, code }: Located) {
  return {
    type: 'issue',
    check_name: code,
    description: message,
    categories: ['Bug Risk'],
    severity: grades[severity],
    location: { path: file, lines: { begin: line, end: endLine } },
  };
}

const sonarGrades: Readonly<Record<Severity, string>> = {
  error: 'CRITICAL',
  warning: 'MAJOR',
  info: 'MINOR',
  hint: 'INFO',
};

/** SonarQube's generic issues: the rules, then what they found. Its columns count from 0. */
export function reportSonar(reports: readonly Report[]): string {
  const found = locate(reports);
  const known = new Map(found.map((one) => [one.code, one]));
  const rules = [...known]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { rule, severity }]) => ({
      id,
      name: rule,
      description: `${summaryOf(rule) ?? rule} ${explanationOf(rule)}`,
      engineId: 'layerwise',
      cleanCodeAttribute: 'CONVENTIONAL',
      type: 'CODE_SMELL',
      severity: sonarGrades[severity],
      impacts: [{ softwareQuality: 'MAINTAINABILITY', severity: severity === 'error' ? 'HIGH' : 'MEDIUM' }],
    }));
  const issues = found.map(({ file, line, endLine, column, endColumn, severity, message, code }) => ({
    engineId: 'layerwise',
    ruleId: code,
    severity: sonarGrades[severity],
    type: 'CODE_SMELL',
    primaryLocation: {
      message,
      filePath: file,
      // SonarQube refuses a range without characters.
      textRange:
        line === endLine && column === endColumn
          ? { startLine: line }
          : { startLine: line, endLine, startColumn: column - 1, endColumn: endColumn - 1 },
    },
  }));
  return `${JSON.stringify({ rules, issues }, undefined, 2)}\n`;
}
