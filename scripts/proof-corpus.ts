/**
 * Applies every fix and every refactoring at every place of a folder of Dockerfiles and checks what comes of it (see
 * test/support/invariants.ts); counts what is offered and what is refused, why, and writes the counts into docs/proof.md.
 *
 * `npm run proof:corpus [FOLDER…]`: folders of Dockerfiles; without one `corpus/`, or the project's own test files. Violations
 * are printed and end it with 1; `--dry-run` leaves docs/proof.md alone.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findRefactoring, isRefusal, lint, readBuild, refactorings, rules } from '../server/src/core/index';
import { checkEdits, checkFix, checkRewrite } from '../test/support/invariants';
import { listDockerfiles, unpackedCorpus } from './corpus';

/** What became of asking one refactoring at every instruction. */
interface RefactoringCount {
  asked: number;
  offered: number;
  elsewhere: number;
  /** By reason, names and numbers taken out. */
  readonly refused: Map<string, number>;
}

/** What became of one rule's findings, by the most trusted fix. */
interface RuleCount {
  safe: number;
  unsafe: number;
  draft: number;
  none: number;
}

interface Counts {
  files: number;
  instructions: number;
  /** Texts that are checked: one for each offer, fix, and run of all fixes. */
  checks: number;
  readonly refactorings: Map<string, RefactoringCount>;
  readonly rules: Map<string, RuleCount>;
  readonly conversions: ConversionCount;
  readonly violations: string[];
}

/** What becomes of the files with one stage when they are split in two. */
interface ConversionCount {
  files: number;
  /** By ecosystem. */
  readonly converted: Map<string, number>;
  /** By reason, names and numbers taken out. */
  readonly refused: Map<string, number>;
}

const root = join(import.meta.dirname, '..');
/** Reasons below this number are counted together. */
const SELDOM = 5;

/** Checks all files, telling how far it is. */
export function countAll(files: readonly string[], report: (line: string) => void): Counts {
  const counts: Counts = {
    files: files.length,
    instructions: 0,
    checks: 0,
    refactorings: new Map(),
    rules: new Map(),
    conversions: { files: 0, converted: new Map(), refused: new Map() },
    violations: [],
  };
  for (const [index, file] of files.entries()) {
    if (index % 100 === 0) report(`${index} of ${files.length}, ${counts.violations.length} violations`);
    const wrong = (who: string, sentences: readonly string[]) => {
      counts.checks++;
      for (const sentence of sentences) counts.violations.push(`${file}: ${who}: ${sentence}`);
    };
    const text = readFileSync(file, 'utf8');
    try {
      countFixes(text, counts, wrong);
      countRefactorings(text, counts, wrong);
      countConversion(text, counts.conversions);
    } catch (error) {
      wrong('a crash', [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
    }
  }
  return counts;
}

function countFixes(text: string, counts: Counts, wrong: (who: string, sentences: readonly string[]) => void): void {
  for (const preset of ['recommended', 'all'] as const) {
    for (const unsafe of [false, true]) {
      wrong(`fix --preset ${preset}${unsafe ? ' --unsafe' : ''}`, checkFix(text, { preset, unsafe }));
    }
  }
  const build = readBuild(text);
  for (const { rule, fixes } of lint(build, { preset: 'all' })) {
    const count = counts.rules.get(rule) ?? { safe: 0, unsafe: 0, draft: 0, none: 0 };
    counts.rules.set(rule, count);
    count[
      (['safe', 'unsafe', 'draft'] as const).find((level) => fixes.some(({ safety }) => safety === level)) ?? 'none'
    ]++;
    for (const { title, edits } of fixes) wrong(`${rule} (${title})`, checkEdits(build, edits));
  }
}

function countRefactorings(
  text: string,
  counts: Counts,
  wrong: (who: string, sentences: readonly string[]) => void,
): void {
  const build = readBuild(text);
  counts.instructions += build.instructions.length;
  for (const refactoring of refactorings) {
    const { id } = refactoring;
    const count = counts.refactorings.get(id) ?? { asked: 0, offered: 0, elsewhere: 0, refused: new Map() };
    counts.refactorings.set(id, count);
    const seen = new Set<string>();
    for (const instruction of build.instructions) {
      const cursor = { start: instruction.start, end: instruction.start };
      const result = refactoring.apply(build, cursor);
      count.asked++;
      if (!result) count.elsewhere++;
      else if (isRefusal(result)) {
        const reason = withoutNames(result.because);
        count.refused.set(reason, (count.refused.get(reason) ?? 0) + 1);
      } else {
        count.offered++;
        // Several places may offer one and the same edit.
        const key = JSON.stringify(result.edits);
        if (seen.has(key)) continue;
        seen.add(key);
        const line = text.slice(0, instruction.start).split('\n').length;
        wrong(`${id} at line ${line}`, checkRewrite(refactoring, build, result, cursor));
      }
    }
    const everything = { start: 0, end: text.length };
    const result = refactoring.apply(build, everything);
    if (result && !isRefusal(result)) {
      wrong(`${id} of the whole file`, checkRewrite(refactoring, build, result, everything));
    }
  }
}

/** What becomes of a file with one stage: its ecosystem, or why not. */
function countConversion(text: string, count: ConversionCount): void {
  const build = readBuild(text);
  if (build.stages.length !== 1) return;
  count.files++;
  const result = findRefactoring('convert-to-multi-stage')!.apply(build, { start: 0, end: 0 });
  if (!result) throw new Error('A file with a stage is neither converted nor refused.');
  const [counted, key] = isRefusal(result)
    ? [count.refused, withoutNames(result.because)]
    : [count.converted, result.ecosystem ?? 'unknown'];
  counted.set(key, (counted.get(key) ?? 0) + 1);
}

/** Where a reason names something that no mark of its own gives away. */
const NAMING: readonly (readonly [RegExp, string])[] = [
  [/"[^"]*"/g, '"…"'],
  [/`[^`]*`/g, '`…`'],
  [/^What (?:the script )?\S+ /, 'What … '],
  [/\b(ENV|ARG) (?!on\b)\w+/g, '$1 …'],
  [/^The container runs [^,]+,/, 'The container runs …,'],
  [/ calls [^;]*;/, ' calls …;'],
  [/ sets \w+,/, ' sets …,'],
];

/** A reason as a kind: numbers, paths, flags, variables and names of files and images taken out. */
export function withoutNames(reason: string): string {
  let text = reason;
  for (const [pattern, kind] of NAMING) text = text.replace(pattern, kind);
  const words = text.split(' ').map((word) => {
    const [, bare = '', mark = ''] = /^(.*?)([.,;:)]*)$/.exec(word) ?? [];
    return /[\d/:@$_=]|^--?\w|\w\.\w/.test(bare) && bare !== 'Node.js' ? `…${mark}` : word;
  });
  return words.join(' ').replace(/…(?:(?:,| and| or)? …)+/g, '…');
}

function toSection(counts: Counts): string {
  const folders = `${counts.files} Dockerfiles with ${counts.instructions} instructions`;
  const number = (value: number) => (value === 0 ? '–' : String(value));
  const lines = [
    `${folders}; ${counts.checks} results checked, ${counts.violations.length} violations.`,
    '',
    '| refactoring | places asked | offered | refused | nothing to do here |',
    '|---|--:|--:|--:|--:|',
  ];
  for (const [id, { asked, offered, elsewhere, refused }] of counts.refactorings) {
    const sum = [...refused.values()].reduce((a, b) => a + b, 0);
    lines.push(`| \`${id}\` | ${asked} | ${number(offered)} | ${number(sum)} | ${number(elsewhere)} |`);
  }
  lines.push(...conversionLines(counts.conversions));
  for (const [id, { refused }] of counts.refactorings) {
    if (refused.size === 0 || id === 'convert-to-multi-stage') continue;
    const reasons = [...refused].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const seldom = reasons.filter(([, times]) => times < SELDOM);
    lines.push('', `Why \`${id}\` refuses:`, '', '| reason | places |', '|---|--:|');
    for (const [reason, times] of reasons) if (times >= SELDOM) lines.push(`| ${escaped(reason)} | ${times} |`);
    const rest = seldom.reduce((sum, [, times]) => sum + times, 0);
    const others = seldom.length === 1 ? '1 other reason' : `${seldom.length} other reasons`;
    if (rest > 0) lines.push(`| ${others}, given at most ${SELDOM - 1} times | ${rest} |`);
  }
  lines.push('', '| rule | findings | with a safe fix | with an unsafe fix | with a draft | without |');
  lines.push('|---|--:|--:|--:|--:|--:|');
  for (const { id } of rules) {
    const { safe, unsafe, draft, none } = counts.rules.get(id) ?? { safe: 0, unsafe: 0, draft: 0, none: 0 };
    const all = number(safe + unsafe + draft + none);
    lines.push(`| \`${id}\` | ${all} | ${number(safe)} | ${number(unsafe)} | ${number(draft)} | ${number(none)} |`);
  }
  return lines.join('\n');
}

/** What `convert-to-multi-stage` makes of files with one stage, which come without their build context. */
function conversionLines({ files, converted, refused }: ConversionCount): string[] {
  const descending = ([a, m]: [string, number], [b, n]: [string, number]) => n - m || (a < b ? -1 : 1);
  const sum = [...converted.values()].reduce((a, b) => a + b, 0);
  return [
    '',
    `Of the files, ${files} have a single stage. Without their build contexts \`convert-to-multi-stage\` converts ${sum} of them, by ecosystem:`,
    '',
    '| ecosystem | files |',
    '|---|--:|',
    ...[...converted].sort(descending).map(([ecosystem, count]) => `| ${ecosystem} | ${count} |`),
    '',
    'and refuses the others:',
    '',
    '| reason | files |',
    '|---|--:|',
    ...[...refused].sort(descending).map(([reason, count]) => `| ${escaped(reason)} | ${count} |`),
  ];
}

function escaped(reason: string): string {
  return reason.replaceAll('|', '\\|').replaceAll('<', '\\<');
}

const START = '<!-- corpus:start -->';
const END = '<!-- corpus:end -->';

/** Puts the section between its marks; whatever stands around them is a person's. */
function writeSection(section: string): void {
  const path = join(root, 'docs/proof.md');
  const text = readFileSync(path, 'utf8');
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start === -1 || end === -1) throw new Error(`docs/proof.md lacks ${START} or ${END}.`);
  writeFileSync(path, `${text.slice(0, start + START.length)}\n\n${section}\n\n${text.slice(end)}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
  const given = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const folders = given.length > 0 ? given : [unpackedCorpus(root)];
  for (const folder of folders) if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const started = performance.now();
  const counts = countAll(folders.flatMap(listDockerfiles), (line) => console.error(line));
  for (const violation of counts.violations) console.log(relative(root, violation));
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${counts.files} files, ${counts.checks} results checked, ${counts.violations.length} violations, ${seconds} s`,
  );
  if (!options.includes('--dry-run')) writeSection(toSection(counts));
  process.exitCode = counts.violations.length > 0 ? 1 : 0;
}
