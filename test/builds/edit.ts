import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import {
  applyEdits,
  type Build,
  type Edit,
  findRefactoring,
  fix,
  isRefusal,
  lineAt,
  lineEnd,
  lint,
  readBuild,
  type Safety,
  type Span,
} from '../../server/src/core/index';
import { readBuildContext } from '../../server/src/disk/build-context';
import { type Config, readConfig } from '../../server/src/disk/config';
import type { Case } from './case';

/** A Dockerfile after the edit of a case. */
export interface Edited {
  readonly text: string;
  /** Whether every part of the edit claims to leave the image as it is. */
  readonly safe: boolean;
  /** The rules whose fixes were applied. */
  readonly rules: readonly string[];
  readonly notes: readonly string[];
  /** What a refactoring found the project to be, where it is about a kind of project. */
  readonly ecosystem?: string;
}

/**
 * Applies the edit of a case to the Dockerfile of a context.
 * @param vault a folder for the case's configuration file, outside of the context
 * @throws Error where the edit does not apply, so that nothing would be proven
 */
export function applyEdit(one: Case, context: string, text: string, vault: string): Edited {
  const config = readSettings(one, vault);
  const known = readBuildContext(context, join(context, 'Dockerfile'));
  const edited = edit(one, readBuild(text, known, config.builder), config);
  if (edited.text === text) throw new Error('The edit changes nothing.');
  return edited;
}

function readSettings({ settings }: Case, vault: string): Config {
  const path = join(vault, '.layerwise.yaml');
  writeFileSync(path, stringify(settings ?? {}));
  const config = readConfig(vault, path, {});
  if (config.problems.length > 0) throw new Error(config.problems.join(' '));
  return config;
}

function edit(one: Case, build: Build, { options }: Config): Edited {
  const { text } = build.source;
  if (one.edit === 'fix' || one.edit === 'fix --unsafe') {
    const unsafe = one.edit !== 'fix';
    const result = fix(text, { ...options, unsafe }, build.context, build.builder);
    const { applied } = result;
    const rules = applied.map(({ rule }) => rule);
    return { text: result.text, safe: !unsafe, rules, notes: applied.flatMap(({ notes }) => notes) };
  }
  const refactoring = findRefactoring(one.edit);
  if (!refactoring) return fixRules(one, build, options);
  for (const selection of selections(one, build)) {
    const result = refactoring.apply(build, selection);
    if (result && !isRefusal(result)) {
      return {
        text: applyEdits(text, result.edits),
        safe: result.safety === 'safe',
        rules: [],
        notes: result.notes ?? [],
        ...(result.ecosystem === undefined ? {} : { ecosystem: result.ecosystem }),
      };
    }
    if (one.at) throw new Error(`Not offered: ${result?.because ?? 'the refactoring is about something else.'}`);
  }
  throw new Error(`${refactoring.id} is offered nowhere.`);
}

/** The fixes of the case's rules, of those findings that start on its lines. */
function fixRules({ edit: names, at, level, choose }: Case, build: Build, options: Config['options']): Edited {
  const trusted = (safety: Safety) => safety === 'safe' || safety === level;
  const wanted = names.split(', ');
  const applied = new Set<string>();
  const findings = lint(build, { ...options, preset: 'all' }).filter(({ rule }) => wanted.includes(rule));
  const edits: Edit[] = [];
  const notes: string[] = [];
  let safe = true;
  for (const found of findings) {
    const line = lineAt(build.source, found.at.start) + 1;
    if (at && (line < at.first || line > at.last)) continue;
    const chosen = found.fixes.find(({ title, safety }) => (choose ? title === choose : trusted(safety)));
    // A later finding may ask for what an earlier one's fix did already.
    if (!chosen || chosen.edits.some((one) => edits.some((other) => other.start < one.end && one.start < other.end)))
      continue;
    if (chosen.edits.some((one) => edits.some((other) => sameEdit(one, other)))) continue;
    edits.push(...chosen.edits);
    applied.add(found.rule);
    notes.push(...(chosen.notes ?? []));
    safe &&= chosen.safety === 'safe';
  }
  const idle = wanted.find((rule) => !applied.has(rule));
  if (idle) throw new Error(`${idle} has no ${level} fix here (${findings.length} findings).`);
  return { text: applyEdits(build.source.text, edits), safe, rules: wanted, notes };
}

function sameEdit(one: Edit, other: Edit): boolean {
  return one.start === other.start && one.end === other.end && one.text === other.text;
}

/** The lines of the case, or every instruction in turn. */
function selections({ at }: Case, { source, instructions }: Build): Span[] {
  if (!at) return instructions.map(({ start }) => ({ start, end: start }));
  const line = source.lineStarts[at.first - 1]!;
  const start = line + Math.max(0, source.text.slice(line, lineEnd(source, at.first - 1)).search(/\S/));
  return [{ start, end: at.first === at.last ? start : lineEnd(source, at.last - 1) }];
}
