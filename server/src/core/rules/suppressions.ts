import type { Build } from '../model/build-types';
import { type CheckOptions, listedNames, readCheckOptions, skippedNames } from '../model/syntax/check-options';
import { type IgnoreComment, readIgnoreComment, SYNTAX_NAMES } from '../model/syntax/ignore-comment';
import type { Comment, Directive, Instruction } from '../model/syntax/instruction';
import { instructionAt } from '../model/syntax/instruction-at';
import { lineAt } from '../text/source';
import type { Span } from '../text/span';
import type { Finding, Rule } from './rule';

/** Whose ignore comments are honoured, besides Layerwise's own and BuildKit's. */
export interface Honour {
  /** `# hadolint ignore=…`; on unless said otherwise. */
  readonly hadolint?: boolean;
  /** Those of tally, Checkov, Trivy, KICS, Semgrep and dockerfile-utils; on unless said otherwise. */
  readonly foreign?: boolean;
}

export interface SuppressionOptions {
  readonly honour?: Honour;
  /** The tool whose presence is asked for: its own comments count, as far as they do there, and ours. */
  readonly as?: 'hadolint' | 'buildkit';
  /** The value of `BUILDKIT_DOCKERFILE_CHECK`, which takes the place of the `# check=` directive. */
  readonly checks?: string;
}

/** What a file's comments and its `# check=` directive say about findings. */
export interface Suppressions {
  silences(rule: Rule, finding: Pick<Finding, 'at' | 'anchor' | 'code'>): boolean;
  /** Whether the build fails on every BuildKit check that is not skipped (`error=true`). */
  readonly checksAreErrors: boolean;
  /** Whether a `# check=` directive has a say in which rules are on, and how severe. */
  readonly hasCheck: boolean;
  /** Whether `experimental=` opts in to a rule. */
  optsIn(rule: Rule): boolean;
  /** Every name with what it silences; empty where a file has no such comments. */
  readonly entries: readonly Entry[];
}

/** One name of an ignore comment or of the `# check=` directive. */
export interface Entry extends Lines {
  readonly tool: IgnoreComment['tool'];
  /** As written. */
  readonly name: string;
  /** Where it stands; undefined where its tool's list is not ours to change. */
  readonly span?: Span;
  readonly comment: Comment | Directive;
  matches(rule: Rule, code?: string): boolean;
  /** Whether it has silenced a finding so far. */
  used: boolean;
}

/** Counts for findings of instructions whose first line is one of these. */
interface Lines {
  readonly firstLine: number;
  readonly lastLine: number;
}

interface Place {
  readonly comment: IgnoreComment;
  readonly at: Comment;
  readonly line: number;
  /** The instruction that it stands in or above; undefined at the end of the file. */
  readonly instruction?: Instruction;
  readonly inside: boolean;
}

/** BuildKit computes these for the whole file, so a comment above an instruction does not reach them there. */
const WHOLE_FILE_CHECKS = new Set([
  'ConsistentInstructionCasing',
  'DuplicateStageName',
  'InvalidBaseImagePlatform',
  'InvalidDefaultArgInFrom',
  'NoEmptyContinuation',
  'ReservedStageName',
]);

const NONE: Suppressions = {
  silences: () => false,
  checksAreErrors: false,
  hasCheck: false,
  optsIn: () => false,
  entries: [],
};

/** Reads every ignore comment of a file: our own, hadolint's, BuildKit's `# check=` and those of other tools. */
export function readSuppressions(build: Build, options: SuppressionOptions = {}): Suppressions {
  const hasTrailing = build.source.text.includes('nosemgrep');
  if (build.comments.length === 0 && build.directives.length === 0 && options.checks === undefined && !hasTrailing)
    return NONE;
  const directive = options.as === 'hadolint' ? undefined : build.directives.find(({ name }) => name === 'check');
  const check = readCheckOptions(options.checks ?? directive?.value ?? '');
  const entries: Entry[] = [];
  if (check && directive && options.checks === undefined) {
    const { value, valueSpan } = directive;
    entries.push(...checkEntries(directive, valueSpan.start, value, wholeFile, check, () => true));
  } else if (check && options.as !== 'hadolint') {
    const unwritten = { start: 0, end: 0, name: 'check', value: '', valueSpan: { start: 0, end: 0 } };
    entries.push({ ...wholeFile, ...checkEntry(unwritten, '', check.skip) });
  }
  const found = [...places(build, options), ...(hasTrailing ? trailingPlaces(build, options) : [])];
  for (const place of found) entries.push(...entriesOf(build, found, place));
  if (options.as !== 'hadolint') {
    for (const instruction of new Set(found.map((place) => place.instruction))) {
      if (instruction) entries.push(...inlineChecks(build, instruction, options.as === 'buildkit'));
    }
  }
  return {
    checksAreErrors: check?.error === true,
    hasCheck: check !== undefined,
    optsIn: (rule) => check !== undefined && isListed(check.experimental, rule),
    silences: (rule, finding) => {
      if (entries.length === 0) return false;
      const { at, anchor, code } = finding;
      // The builder looks above the instruction that it names, which need not be the one that it shows.
      const isStrict = options.as === 'buildkit' && anchor !== undefined;
      const near = isStrict
        ? entries.filter(({ tool, lastLine }) => tool !== 'buildkit' || lastLine === wholeFile.lastLine)
        : entries;
      const there = isSilenced(build, near, rule, at.start, code);
      return (anchor !== undefined && isSilenced(build, entries, rule, anchor, code)) || there;
    },
    entries,
  };
}

const wholeFile: Lines = { firstLine: 0, lastLine: Number.MAX_SAFE_INTEGER };
/** Of a comment below which nothing comes any more. */
const nowhere: Lines = { firstLine: Number.MAX_SAFE_INTEGER, lastLine: -1 };

/** Every entry that has a say is marked, so that none of two that say the same seems to be of no use. */
function isSilenced(build: Build, entries: readonly Entry[], rule: Rule, offset: number, code?: string): boolean {
  const line = firstLineAt(build, offset);
  let silenced = false;
  for (const entry of entries) {
    if (line < entry.firstLine || entry.lastLine < line || !entry.matches(rule, code)) continue;
    entry.used = true;
    silenced = true;
  }
  return silenced;
}

/** The line by which comments reach what is found at an offset: the first one of its instruction. */
export function firstLineAt(build: Build, offset: number): number {
  return lineAt(build.source, instructionAt(build, offset)?.start ?? offset);
}

/** The ignore comments of a file that count, with what they stand in or above. */
function places(build: Build, { honour = {}, as }: SuppressionOptions): Place[] {
  const found: Place[] = [];
  let next = 0;
  for (const at of build.comments) {
    const comment = readIgnoreComment(at.text);
    if (!comment) continue;
    while (next < build.instructions.length && build.instructions[next]!.end < at.start) next++;
    const instruction = build.instructions[next];
    const inside = instruction !== undefined && instruction.start < at.start;
    const { tool } = comment;
    if (as && tool !== as && tool !== 'layerwise') continue;
    if (inside && tool !== 'layerwise') continue;
    if ((tool === 'hadolint' || tool === 'foreign') && honour[tool] === false) continue;
    found.push({ comment, at, line: lineAt(build.source, at.start), instruction, inside });
  }
  return found;
}

/** Semgrep's comment may stand behind a command, where it is the shell's: it reaches the line that it is on. */
function trailingPlaces(build: Build, { honour = {}, as }: SuppressionOptions): Place[] {
  const found: Place[] = [];
  if (as || honour.foreign === false) return found;
  for (const match of build.source.text.matchAll(/[ \t]#[ \t]*(nosemgrep\b[^\r\n]*)/gi)) {
    const start = match.index + 1;
    const instruction = instructionAt(build, start);
    const comment = readIgnoreComment(match[1]!);
    if (!comment || instruction?.keyword !== 'RUN' || build.comments.some((one) => one.start === start)) continue;
    const at = { start, end: match.index + match[0].length, text: match[1]! };
    found.push({ comment, at, line: lineAt(build.source, start), instruction, inside: true });
  }
  return found;
}

function entriesOf(build: Build, places: readonly Place[], place: Place): Entry[] {
  const { comment, at } = place;
  const lines = linesFor(build, places, place);
  // Which of several comments of BuildKit counts depends on the block of comments that they stand in: see `inlineChecks`.
  if (!lines || comment.tool === 'buildkit') return [];
  const raw = build.source.text.slice(at.start, at.end);
  const offset = comment.tool === 'foreign' ? 0 : at.start + raw.indexOf(comment.list, raw.indexOf('='));
  return listedNames(comment.list, offset).map(({ name, start, end }) => ({
    ...lines,
    tool: comment.tool,
    name,
    ...(comment.tool === 'foreign' ? {} : { span: { start, end } }),
    comment: at,
    matches: silencedBy(name),
    used: false,
  }));
}

function linesFor(build: Build, places: readonly Place[], place: Place): Lines | undefined {
  const { comment, instruction } = place;
  if (comment.tool === 'hadolint' && comment.scope !== 'global') return hadolintLines(build, places, place);
  if (comment.scope === 'global') return wholeFile;
  if (comment.scope === 'stage') return stageLines(build, instruction);
  return instruction ? linesOf(build, instruction) : nowhere;
}

/** The stage that the comment stands in, or whose FROM it stands above. */
function stageLines(build: Build, below: Instruction | undefined): Lines | undefined {
  const stage = build.stages[below?.stage ?? build.stages.length - 1];
  if (!stage) return undefined;
  const next = build.stages[stage.index + 1];
  return {
    firstLine: lineAt(build.source, stage.from.start),
    lastLine: next ? lineAt(build.source, next.from.start) - 1 : Number.MAX_SAFE_INTEGER,
  };
}

/**
 * hadolint's comment counts for the next line only; one for a stage from the line after that, so that above a FROM it leaves the FROM
 * itself out, and up to the next FROM or comment of its kind.
 */
function hadolintLines(build: Build, places: readonly Place[], { comment, line }: Place): Lines {
  if (comment.scope === 'instruction') return { firstLine: line + 1, lastLine: line + 1 };
  const firstLine = line + 2;
  const froms = build.stages.map(({ from }) => lineAt(build.source, from.start)).filter((end) => end >= firstLine);
  const others = places.flatMap((other) =>
    other.comment.tool === 'hadolint' && other.comment.scope === 'stage' && other.line > line ? [other.line] : [],
  );
  return { firstLine, lastLine: Math.min(...froms, ...others, Number.MAX_SAFE_INTEGER) - 1 };
}

function linesOf(build: Build, instruction: Instruction): Lines {
  const line = lineAt(build.source, instruction.start);
  return { firstLine: line, lastLine: line };
}

/** The first `# check=` of the comment block above an instruction; an empty comment line ends a block. */
function inlineChecks(build: Build, instruction: Instruction, strict: boolean): Entry[] {
  const { leading } = instruction;
  for (let at = leading.findLastIndex(({ text }) => text === '') + 1; at < leading.length; at++) {
    const comment = readIgnoreComment(leading[at]!.text);
    if (comment?.tool !== 'buildkit') continue;
    const check = readCheckOptions(comment.list);
    if (!check) return [];
    const raw = build.source.text.slice(leading[at]!.start, leading[at]!.end);
    const offset = leading[at]!.start + raw.indexOf(comment.list, raw.indexOf('='));
    const reaches = (rule: Rule) => !(strict && rule.aliases?.some((alias) => WHOLE_FILE_CHECKS.has(alias)));
    return checkEntries(leading[at]!, offset, comment.list, linesOf(build, instruction), check, reaches);
  }
  return [];
}

function checkEntries(
  comment: Comment | Directive,
  offset: number,
  value: string,
  lines: Lines,
  check: CheckOptions,
  reaches: (rule: Rule) => boolean,
): Entry[] {
  const names = skippedNames(value);
  return names.map(({ name, start, end }) => {
    // `all` means everything only where it stands alone; else it is a name that no check has.
    const entry = checkEntry(comment, name, check.skip.length > 1 && name === 'all' ? [] : [name]);
    const { matches } = entry;
    const span = { start: offset + start, end: offset + end };
    return { ...lines, ...entry, span, matches: (rule) => reaches(rule) && matches(rule) };
  });
}

/** `skip=` has no say over experimental checks: those are on only where `experimental=` names them. */
function checkEntry(comment: Comment | Directive, name: string, skip: readonly string[]): Omit<Entry, keyof Lines> {
  const matches = (rule: Rule) =>
    rule.buildkit === 'on' ? isListed(skip, rule) : (rule.standsFor?.some((check) => skip.includes(check)) ?? false);
  return { tool: 'buildkit', name, comment, matches, used: false };
}

function isListed(names: readonly string[], { aliases, buildkit }: Rule): boolean {
  if (buildkit === undefined) return false;
  return (names.length === 1 && names[0] === 'all') || (aliases?.some((alias) => names.includes(alias)) ?? false);
}

/** Matches rules by id, alias, `category/*` or `*`, case aside. */
export function named(list: string): (rule: Rule) => boolean {
  const names = new Set(list.split(',').map((name) => name.trim().toLowerCase()));
  return ({ id, aliases }) =>
    names.has(id) ||
    names.has('*') ||
    names.has(`${id.slice(0, id.indexOf('/'))}/*`) ||
    (aliases?.some((alias) => names.has(alias.toLowerCase())) ?? false);
}

/** Matches rules as `named` does, those that stand for a check of that name, and findings that have a code of their own. */
function silencedBy(name: string): (rule: Rule, code?: string) => boolean {
  if (name === SYNTAX_NAMES) return isAboutSyntax;
  const isNamed = named(name);
  const lower = name.toLowerCase();
  return (rule, code) =>
    isNamed(rule) ||
    code?.toLowerCase() === lower ||
    (rule.standsFor?.some((other) => other.toLowerCase() === lower) ?? false);
}

/** Whether dockerfile-utils, whose names look like UNKNOWN_INSTRUCTION, or the builder itself refuses what it finds. */
function isAboutSyntax({ aliases = [], stops }: Rule): boolean {
  return stops?.includes('buildkit') === true || aliases.some((alias) => /^[A-Z]+(?:_[A-Z]+)+$/.test(alias));
}
