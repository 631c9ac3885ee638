import type { Build } from '../model/build-types';
import { type IgnoreComment, readIgnoreComment } from '../model/syntax/ignore-comment';
import type { Comment, Instruction } from '../model/syntax/instruction';
import { instructionAt } from '../model/syntax/instruction-at';
import { lineAt } from '../text/source';
import type { Finding, Rule } from './rule';

/** Whose ignore comments are honoured, besides Layerwise's own and BuildKit's. */
export interface Honour {
  /** `# hadolint ignore=…`; on unless said otherwise. */
  readonly hadolint?: boolean;
  /** Those of tally, Checkov, Trivy, KICS and Semgrep; on unless said otherwise. */
  readonly foreign?: boolean;
}

/** What a file's comments and its `# check=` directive say about findings. */
export interface Suppressions {
  silences(rule: Rule, finding: Finding): boolean;
  /** Whether the build fails on every BuildKit check that is not skipped (`error=true`). */
  readonly checksAreErrors: boolean;
  /** Whether `experimental=` opts in to a rule. */
  optsIn(rule: Rule): boolean;
}

interface Lines {
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Findings of `matches`, of instructions whose first line is within the lines given, are dropped. */
interface Silence extends Lines {
  readonly matches: (rule: Rule) => boolean;
}

interface Place {
  readonly comment: IgnoreComment;
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

/**
 * Reads every ignore comment of a file: our own, hadolint's, BuildKit's `# check=` and those of other tools.
 * With `strictChecks` a `# check=` above an instruction reaches no further than it does in BuildKit.
 */
export function readSuppressions(build: Build, honour: Honour = {}, strictChecks = false): Suppressions {
  const directive = build.directives.find(({ name }) => name === 'check');
  const check = directive && readCheck(directive.value);
  const silences: Silence[] = [];
  if (check) {
    silences.push({ ...wholeFile, matches: (rule) => skips(check, rule) });
  }
  const found = [...places(build)];
  for (const place of found) {
    const silence = readSilence(build, found, place, honour);
    if (silence) silences.push(silence);
  }
  for (const instruction of new Set(found.map((place) => place.instruction))) {
    const inline = instruction && inlineCheck(instruction.leading);
    if (!inline) continue;
    silences.push({
      ...linesOf(build, instruction),
      matches: (rule) =>
        skips(inline, rule) && !(strictChecks && rule.aliases?.some((alias) => WHOLE_FILE_CHECKS.has(alias))),
    });
  }

  return {
    checksAreErrors: check?.error === true,
    optsIn: (rule) => check !== undefined && isListed(check.experimental, rule),
    silences: (rule, finding) =>
      silences.length > 0 &&
      (isSilenced(build, silences, rule, finding.at.start) ||
        (finding.anchor !== undefined && isSilenced(build, silences, rule, finding.anchor))),
  };
}

const wholeFile = { firstLine: 0, lastLine: Number.MAX_SAFE_INTEGER };

function isSilenced(build: Build, silences: readonly Silence[], rule: Rule, offset: number): boolean {
  const line = lineAt(build.source, instructionAt(build, offset)?.start ?? offset);
  return silences.some(({ firstLine, lastLine, matches }) => firstLine <= line && line <= lastLine && matches(rule));
}

/** The ignore comments of a file, with what they stand in or above. */
function* places(build: Build): Generator<Place> {
  let next = 0;
  for (const { start, text } of build.comments) {
    const comment = readIgnoreComment(text);
    if (!comment) continue;
    while (next < build.instructions.length && build.instructions[next]!.end < start) next++;
    const instruction = build.instructions[next];
    const inside = instruction !== undefined && instruction.start < start;
    yield { comment, line: lineAt(build.source, start), instruction, inside };
  }
}

function readSilence(build: Build, places: readonly Place[], place: Place, honour: Honour): Silence | undefined {
  const { comment, instruction, inside } = place;
  const matches = silencedBy(comment.list);
  switch (comment.tool) {
    case 'layerwise':
      if (comment.scope === 'stage') return inStage(build, instruction, matches);
      break;
    case 'hadolint':
      if (honour.hadolint === false || inside) return undefined;
      if (comment.scope !== 'global') return { ...hadolintLines(build, places, place), matches };
      break;
    case 'foreign':
      if (honour.foreign === false || inside) return undefined;
      break;
    case 'buildkit':
      // Which of several counts depends on the block of comments that they stand in: see `inlineCheck`.
      return undefined;
  }
  if (comment.scope === 'global') return { ...wholeFile, matches };
  return instruction && { ...linesOf(build, instruction), matches };
}

/** The stage that the comment stands in, or whose FROM it stands above. */
function inStage(build: Build, below: Instruction | undefined, matches: Silence['matches']): Silence | undefined {
  const stage = build.stages[below?.stage ?? build.stages.length - 1];
  if (!stage) return undefined;
  const next = build.stages[stage.index + 1];
  return {
    firstLine: lineAt(build.source, stage.from.start),
    lastLine: next ? lineAt(build.source, next.from.start) - 1 : Number.MAX_SAFE_INTEGER,
    matches,
  };
}

/**
 * hadolint's comment counts for the next line only; one for a stage from the line after that, so that above a FROM it leaves the FROM
 * itself out, and up to the next FROM or comment of its kind.
 */
function hadolintLines(build: Build, places: readonly Place[], { comment, line }: Place): Lines {
  if (comment.scope === 'instruction') return { firstLine: line + 1, lastLine: line + 1 };
  const firstLine = line + 2;
  const ends = [
    ...build.stages.map(({ from }) => lineAt(build.source, from.start)),
    ...places.flatMap((other) =>
      other.comment.tool === 'hadolint' && other.comment.scope === 'stage' ? [other.line] : [],
    ),
  ].filter((end) => end >= firstLine);
  return { firstLine, lastLine: Math.min(...ends, Number.MAX_SAFE_INTEGER) - 1 };
}

function linesOf(build: Build, instruction: Instruction): Lines {
  const line = lineAt(build.source, instruction.start);
  return { firstLine: line, lastLine: line };
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

/** Matches rules as `named` does, and those that stand for a check of that name. */
function silencedBy(list: string): (rule: Rule) => boolean {
  const isNamed = named(list);
  const names = list.split(',').map((name) => name.trim().toLowerCase());
  return (rule) => isNamed(rule) || (rule.standsFor?.some((name) => names.includes(name.toLowerCase())) ?? false);
}

/** The value of a `check` directive or comment, taken apart. */
interface Check {
  readonly skip: readonly string[];
  readonly experimental: readonly string[];
  readonly error: boolean;
}

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);

/** `skip=A,B;error=true;experimental=all`; undefined when malformed, as BuildKit then refuses or ignores all of it. */
function readCheck(value: string): Check | undefined {
  let skip: string[] = [];
  let experimental: string[] = [];
  let error = false;
  for (const option of value.split(';')) {
    const equals = option.indexOf('=');
    if (equals === -1) return undefined;
    const key = option.slice(0, equals).trim();
    const text = option.slice(equals + 1).trim();
    const list = text.split(',').map((name) => name.trim());
    if (key === 'skip') skip = list;
    else if (key === 'experimental') experimental = list;
    else if (key === 'error') error = TRUE.has(text);
    else return undefined;
  }
  return { skip, experimental, error };
}

/** `skip=` has no say over experimental checks: those are on only where `experimental=` names them. */
function skips({ skip }: Check, rule: Rule): boolean {
  if (rule.buildkit === 'on') return isListed(skip, rule);
  return rule.standsFor?.some((name) => skip.includes(name)) ?? false;
}

function isListed(names: readonly string[], { aliases, buildkit }: Rule): boolean {
  if (buildkit === undefined) return false;
  return (names.length === 1 && names[0] === 'all') || (aliases?.some((alias) => names.includes(alias)) ?? false);
}

/** The first `# check=` of the comment block above an instruction; an empty comment line ends a block. */
function inlineCheck(leading: readonly Comment[]): Check | undefined {
  const block = leading.slice(leading.findLastIndex(({ text }) => text === '') + 1);
  for (const { text } of block) {
    const comment = readIgnoreComment(text);
    if (comment?.tool === 'buildkit') return readCheck(comment.list);
  }
  return undefined;
}
