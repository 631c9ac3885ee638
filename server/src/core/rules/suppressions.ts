import type { Build } from '../model/build-types';
import type { Comment, Instruction } from '../model/instruction';
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

/** Findings of `matches`, of instructions whose first line is within the lines given, are dropped. */
interface Silence {
  readonly firstLine: number;
  readonly lastLine: number;
  matches(rule: Rule): boolean;
}

/** A comment outside instructions, or inside one that goes on below it. */
interface Place {
  readonly comment: Comment;
  readonly line: number;
  /** The instruction that it stands in or above; undefined at the end of the file. */
  readonly instruction?: Instruction;
  readonly inside: boolean;
}

const OWN = /^layerwise[ \t]+(?:(global|stage)[ \t]+)?ignore[ \t]*=[ \t]*([\w./*-]+(?:[ \t]*,[ \t]*[\w./*-]+)*)/i;
const HADOLINT =
  /^hadolint[ \t]+(?:(global|stage)[ \t]+)?ignore[ \t]*=[ \t]*([DLSC0-9]+(?:[ \t]*,[ \t]*[DLSC0-9]+)*)[ \t]*(?:#.*)?$/;
const CHECK = /^check[ \t]*=[ \t]*(\S+)/i;

/** Comments of other tools: where they apply, and which of our rules' aliases they mean. */
const FOREIGN: readonly { pattern: RegExp; scope: 'file' | 'next'; toAlias?: (name: string) => string }[] = [
  { pattern: /^tally[ \t]+global[ \t]+ignore[ \t]*=[ \t]*([^ \t#]+)/i, scope: 'file', toAlias: fromTally },
  { pattern: /^tally[ \t]+ignore[ \t]*=[ \t]*([^ \t#]+)/i, scope: 'next', toAlias: fromTally },
  { pattern: /^checkov:skip=(\w+)/i, scope: 'file', toAlias: (name) => name },
  { pattern: /^trivy:ignore:([\w-]+)/i, scope: 'next', toAlias: fromTrivy },
  { pattern: /^kics-scan[ \t]+ignore-line\b/i, scope: 'next' },
  { pattern: /^kics-scan[ \t]+ignore[ \t]*$/i, scope: 'file' },
  { pattern: /^nosemgrep(?::[ \t]*(\S+))?/i, scope: 'next', toAlias: (name) => name.split('.').at(-1)! },
];
const FOREIGN_HINT = /^(?:tally|checkov|trivy|kics-scan|nosemgrep)/i;

/** BuildKit computes these for the whole file, so a comment above an instruction does not reach them there. */
const WHOLE_FILE_CHECKS = new Set([
  'ConsistentInstructionCasing',
  'DuplicateStageName',
  'InvalidBaseImagePlatform',
  'InvalidDefaultArgInFrom',
  'NoEmptyContinuation',
  'ReservedStageName',
]);

/** Whether a comment line silences another tool's rule on the line below it, so that nothing may come between. */
export function bindsToNextLine(text: string): boolean {
  return HADOLINT.test(text) || FOREIGN.some(({ pattern, scope }) => scope === 'next' && pattern.test(text));
}

/** Where the list of an ignore comment of our own stands in its text, and what it applies to. */
export function readOwnComment(text: string): { scope: 'instruction' | 'stage' | 'global'; list: string } | undefined {
  const match = OWN.exec(text);
  if (!match) return undefined;
  const scope = (match[1]?.toLowerCase() ?? 'instruction') as 'instruction' | 'stage' | 'global';
  return { scope, list: match[2]! };
}

/** The instruction that holds an offset. */
export function instructionAt({ instructions }: Build, offset: number): Instruction | undefined {
  let low = 0;
  let high = instructions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instructions[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const found = instructions[low - 1];
  return found && offset <= found.end ? found : undefined;
}

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
  for (const place of places(build)) {
    const silence =
      readOwn(build, place) ??
      (honour.hadolint === false ? undefined : readHadolint(build, place)) ??
      (honour.foreign === false ? undefined : readForeign(place, build));
    if (silence) silences.push(silence);
  }
  for (const instruction of build.instructions) {
    const inline = instruction.leading.length > 0 ? inlineCheck(instruction.leading) : undefined;
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

/** Comments that could be meant for a tool, with what they stand above; ordinary ones are left out at once. */
function* places(build: Build): Generator<Place> {
  let next = 0;
  for (const comment of build.comments) {
    if (!OWN.test(comment.text) && !HADOLINT.test(comment.text) && !FOREIGN_HINT.test(comment.text)) continue;
    while (next < build.instructions.length && build.instructions[next]!.end < comment.start) next++;
    const instruction = build.instructions[next];
    const inside = instruction !== undefined && instruction.start < comment.start;
    yield { comment, line: lineAt(build.source, comment.start), instruction, inside };
  }
}

function readOwn(build: Build, { comment, instruction }: Place): Silence | undefined {
  const own = readOwnComment(comment.text);
  if (!own) return undefined;
  const matches = named(own.list);
  if (own.scope === 'global') return { ...wholeFile, matches };
  if (own.scope === 'instruction') return instruction && { ...linesOf(build, instruction), matches };
  const stage = build.stages[instruction?.stage ?? build.stages.length - 1];
  if (!stage) return undefined;
  const next = build.stages[stage.index + 1];
  return {
    firstLine: lineAt(build.source, stage.from.start),
    lastLine: next ? lineAt(build.source, next.from.start) - 1 : Number.MAX_SAFE_INTEGER,
    matches,
  };
}

function readHadolint(build: Build, { comment, line, inside }: Place): Silence | undefined {
  const match = inside ? null : HADOLINT.exec(comment.text);
  if (!match) return undefined;
  const matches = named(match[2]!);
  if (match[1] === 'global') return { ...wholeFile, matches };
  if (match[1] === undefined) return { firstLine: line + 1, lastLine: line + 1, matches };
  // A stage comment directly above FROM covers the stage but not its FROM line; hadolint ends it at the next FROM or stage comment.
  const firstLine = line + 2;
  const ends = [
    ...build.stages.map(({ from }) => lineAt(build.source, from.start)),
    ...build.comments
      .filter(({ text }) => HADOLINT.exec(text)?.[1] === 'stage')
      .map(({ start }) => lineAt(build.source, start)),
  ].filter((end) => end >= firstLine);
  return { firstLine, lastLine: Math.min(...ends, Number.MAX_SAFE_INTEGER) - 1, matches };
}

function readForeign({ comment, instruction, inside }: Place, build: Build): Silence | undefined {
  if (inside) return undefined;
  for (const { pattern, scope, toAlias } of FOREIGN) {
    const match = pattern.exec(comment.text);
    if (!match) continue;
    const list = match[1];
    const matches = list === undefined || !toAlias ? () => true : named(list.split(',').map(toAlias).join());
    if (scope === 'file') return { ...wholeFile, matches };
    return instruction && { ...linesOf(build, instruction), matches };
  }
  return undefined;
}

function fromTally(name: string): string {
  return name.replace(/^(?:hadolint|buildkit)\//, '');
}

/** `AVD-DS-0002` and `DS-0002` are later spellings of `DS002`. */
function fromTrivy(name: string): string {
  return name.toUpperCase().replace(/^(?:AVD-)?DS-?0*(\d+)$/, (_, digits: string) => `DS${digits.padStart(3, '0')}`);
}

function linesOf(build: Build, instruction: Instruction): { firstLine: number; lastLine: number } {
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
  return rule.buildkit === 'on' && isListed(skip, rule);
}

function isListed(names: readonly string[], { aliases, buildkit }: Rule): boolean {
  if (buildkit === undefined) return false;
  return (names.length === 1 && names[0] === 'all') || (aliases?.some((alias) => names.includes(alias)) ?? false);
}

/** The first `# check=` of the comment block above an instruction; an empty comment line ends a block. */
function inlineCheck(leading: readonly Comment[]): Check | undefined {
  const block = leading.slice(leading.findLastIndex(({ text }) => text === '') + 1);
  const comment = block.find(({ text }) => CHECK.test(text));
  return comment && readCheck(CHECK.exec(comment.text)![1]!);
}
