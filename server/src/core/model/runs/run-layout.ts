import { lineAt, type Source } from '../../text/source';
import type { Build } from '../build-types';
import type { ShellScript } from '../shell/shell-command';

/** How an author continues a RUN over several lines. */
export interface RunLayout {
  /** `leading`: lines start with `&&`; `trailing`: they end with `&& \`. */
  readonly operators: 'leading' | 'trailing';
  /** Blanks in front of a continued line that starts a command. */
  readonly indent: string;
}

const DEFAULT_INDENT = '    ';

/** The layout of some RUNs; of the whole file where they have one line each; the usual one where that tells nothing either. */
export function readRunLayout(build: Build, scripts: readonly ShellScript[]): RunLayout {
  const own = countLayouts(build.source, build.escape, scripts);
  const all =
    own.leading.length + own.trailing.length > 0 ? own : countLayouts(build.source, build.escape, build.scripts);
  const operators = all.leading.length > all.trailing.length ? 'leading' : 'trailing';
  return { operators, indent: mostCommon(all[operators]) ?? DEFAULT_INDENT };
}

/** The indentations of the lines that an operator ends up in front of, by where the operator stands. */
function countLayouts(source: Source, escape: string, scripts: readonly ShellScript[]) {
  const counts: Record<RunLayout['operators'], string[]> = { leading: [], trailing: [] };
  const { text, lineStarts } = source;
  for (const { form, statements } of scripts) {
    if (form !== 'shell') continue;
    for (const { separator, start } of statements) {
      if (!separator) continue;
      const line = lineAt(source, separator.start);
      const before = text.slice(lineStarts[line], separator.start);
      const behind = text.slice(separator.end, lineStarts[line + 1] ?? text.length).trim();
      if (before.trim() === '') counts.leading.push(before);
      else if (behind === escape) counts.trailing.push(indentOf(text, lineStarts[lineAt(source, start)]!));
    }
  }
  return counts;
}

function indentOf(text: string, lineStart: number): string {
  let end = lineStart;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return text.slice(lineStart, end);
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
