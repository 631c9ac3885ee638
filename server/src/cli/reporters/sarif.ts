import { version } from '../../../../package.json';
import { type Diagnostic, positionAt, type Severity, type Source, type Span } from '../../core/index';
import { explanationOf, summaryOf } from './located';
import type { Report } from './reporter';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0: one run, the rules that found something, and what they found with the fixes that are safe to apply. */
export function reportSarif(reports: readonly Report[]): string {
  const all = reports.flatMap((report) => report.diagnostics.map((diagnostic) => ({ report, diagnostic })));
  const ids = [...new Set(all.map(({ diagnostic }) => diagnostic.rule))].sort();
  const rules = ids.map((id) => {
    const aliases = all.find(({ diagnostic }) => diagnostic.rule === id && diagnostic.code === undefined)?.diagnostic
      .aliases;
    return {
      id,
      shortDescription: { text: summaryOf(id) ?? id },
      helpUri: explanationOf(id),
      properties: { tags: aliases ?? [] },
    };
  });
  const results = all.map(({ report, diagnostic }) => toResult(report, diagnostic, ids));
  const driver = { name: 'Layerwise', version, informationUri: 'https://github.com/layerwise/layerwise', rules };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function toResult({ file, source }: Report, found: Diagnostic, ids: readonly string[]) {
  const { rule, code, at, message, severity, related = [], fixes } = found;
  const artifactLocation = { uri: toUri(file) };
  const location = (span: Span) => ({ physicalLocation: { artifactLocation, region: toRegion(source, span) } });
  const safe = fixes.filter(({ safety }) => safety === 'safe');
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: levels[severity],
    message: { text: code === undefined ? message : `${code}: ${message}` },
    locations: [location(at)],
    ...(related.length > 0
      ? { relatedLocations: related.map((place) => ({ ...location(place.at), message: { text: place.message } })) }
      : {}),
    ...(safe.length > 0
      ? {
          fixes: safe.map(({ title, edits }) => ({
            description: { text: title },
            artifactChanges: [
              {
                artifactLocation,
                replacements: edits.map((edit) => ({
                  deletedRegion: toRegion(source, edit),
                  ...(edit.text === '' ? {} : { insertedContent: { text: edit.text } }),
                })),
              },
            ],
          })),
        }
      : {}),
  };
}

function toRegion(source: Source, { start, end }: Span) {
  const first = positionAt(source, start);
  const last = positionAt(source, end);
  return {
    startLine: first.line + 1,
    startColumn: first.character + 1,
    endLine: last.line + 1,
    endColumn: last.character + 1,
  };
}

/** A path as the reference that a URI is relative to; standard input has none. */
function toUri(file: string): string {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return /^[A-Za-z]%3A\//.test(path)
    ? `file:///${path.replace('%3A', ':')}`
    : path.startsWith('/')
      ? `file://${path}`
      : path;
}
