import {
  applyEdits,
  type Build,
  type BuildContext,
  type Comment,
  type Edit,
  type FixOptions,
  fix,
  type Instruction,
  isRefusal,
  lineAt,
  lineEnd,
  lint,
  positionAt,
  type Refactoring,
  type Rewrite,
  readBuild,
  type Span,
  type Stage,
  type Variable,
} from '../../server/src/core/index';
import { directoryAt } from '../../server/src/core/model/order/copied';
import { type Place, placeText } from '../../server/src/core/model/order/places';
import { readIgnoreComment } from '../../server/src/core/model/syntax/ignore-comment';
import { overlapping } from '../../server/src/core/text/edit';
import { nextLineStart } from '../../server/src/core/text/source';

/** What is wrong with the text after some edits of one fix or refactoring, a sentence each; nothing where all is well. */
export function checkEdits(before: Build, edits: readonly Edit[]): string[] {
  if (overlapping(edits)) return ['Two of its edits overlap.'];
  if (edits.some(({ start, end }) => start < 0 || end > before.source.text.length)) return ['An edit lies outside.'];
  const text = applyEdits(before.source.text, edits);
  const after = readBuild(text, before.context);
  return [
    ...checkReadable(before, after),
    ...checkUntouched(before, after, edits),
    ...checkComments(before, after, edits),
    ...checkStages(before, after, edits),
  ];
}

/** Nothing that could be read before is unreadable now, and newlines are of the kind that the file has. */
function checkReadable(before: Build, after: Build): string[] {
  const wrong: string[] = [];
  if (after.problems.length > before.problems.length) {
    wrong.push(`It can no longer be read: ${after.problems.at(-1)!.message}`);
  }
  const unknown = ({ instructions }: Build) => instructions.filter(({ keyword }) => keyword === 'UNKNOWN').length;
  if (unknown(after) > unknown(before)) wrong.push('It has an instruction that Docker does not know.');
  const broken = ({ scripts }: Build) => scripts.filter((script) => script.broken).length;
  if (broken(after) > broken(before)) wrong.push('It has shell text that can not be read.');
  const { text } = before.source;
  if (text.includes('\r\n') && !/(?<!\r)\n/.test(text) && /(?<!\r)\n/.test(after.source.text)) {
    wrong.push('It brings in a newline of another kind.');
  }
  return wrong;
}

/** Instructions that no edit touches are there as they were, at their place, and mean what they meant. */
function checkUntouched(before: Build, after: Build, edits: readonly Edit[]): string[] {
  const wrong: string[] = [];
  const at = new Map(after.instructions.map((instruction) => [instruction.start, instruction]));
  for (const instruction of before.instructions) {
    if (edits.some((edit) => isTouched(instruction, edit))) continue;
    const line = lineOf(before, instruction);
    const same = at.get(moved(instruction.start, edits));
    if (!same || same.keyword !== instruction.keyword || textOf(after, same) !== textOf(before, instruction)) {
      wrong.push(`Line ${line} is read differently, though no edit touches it.`);
    } else wrong.push(...checkState(before, instruction, after, same, edits));
  }
  return wrong;
}

/** Instructions to which the working directory in front of them means nothing. */
const PLACELESS = new Set<string>([
  'ARG',
  'ENV',
  'EXPOSE',
  'LABEL',
  'MAINTAINER',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'WORKDIR',
]);

/**
 * What is in force for an instruction is what was in force, but for what an edit sets by an instruction of its own. A variable may come, go or change only where its own declaration is
 * touched, and may not go where it is read.
 */
function checkState(before: Build, a: Instruction, after: Build, b: Instruction, edits: readonly Edit[]): string[] {
  const was = before.states[a.index]!;
  const is = after.states[b.index]!;
  const line = lineOf(before, a);
  const wrong: string[] = [];
  const chain = new Set([b.stage]);
  for (let stage = after.stages[b.stage]?.parent; stage; stage = stage.parent) chain.add(stage.index);
  /** Whether the edits write an instruction: it was not at its place before. */
  const isNew = (one: Instruction) =>
    !before.instructions.some(
      (old) => textOf(before, old) === textOf(after, one) && moved(old.start, edits) === one.start,
    );
  /** Whether they write the one that is in force. */
  const isSet = (keyword: Instruction['keyword']) => {
    const last = after.instructions.findLast(
      (one) => one.index < b.index && chain.has(one.stage) && one.keyword === keyword,
    );
    return last !== undefined && isNew(last);
  };
  if (was.user !== is.user && !isSet('USER')) wrong.push(`Line ${line} runs as another user.`);
  if (
    !PLACELESS.has(a.keyword) &&
    differ(directoryAt(before, a.index), directoryAt(after, b.index)) &&
    !isSet('WORKDIR')
  )
    wrong.push(`Line ${line} has another working directory.`);
  if (was.shell.words.join(' ') !== is.shell.words.join(' ') && !isSet('SHELL')) {
    wrong.push(`Line ${line} has another shell.`);
  }
  // The value of an `ARG NAME` in a stage may be written above the first FROM.
  const isMeant = ({ declaration, valueWord }: Variable) =>
    edits.some((edit) => (declaration && isTouched(declaration, edit)) || (valueWord && isTouched(valueWord, edit)));
  const named = new Set([...textOf(before, a).matchAll(/\$\{?([A-Za-z_]\w*)/g)].map((match) => match[1]!));
  for (const name of named) {
    const [old, now] = [was.scope.lookup(name), is.scope.lookup(name)];
    if (old && !now) wrong.push(`Line ${line} reads ${name}, which is no longer in force.`);
    else if (old?.value !== now?.value && (!old || !isMeant(old)) && !(now?.declaration && isNew(now.declaration))) {
      wrong.push(`Line ${line} reads ${name}, which has another value.`);
    }
  }
  if (a.keyword !== 'RUN') return wrong;
  const now = new Map(is.scope.all().map((variable) => [variable.name, variable]));
  for (const variable of was.scope.all()) {
    const same = now.get(variable.name);
    if (isMeant(variable)) continue;
    if (!same) wrong.push(`The environment of line ${line} lacks ${variable.name}.`);
    else if (same.value !== variable.value) wrong.push(`The environment of line ${line} has another ${variable.name}.`);
  }
  return wrong;
}

/** Whether a directory that was known is another one. What a variable of the base image names may be written out. */
function differ(was: Place, is: Place): boolean {
  return was.root === '/' && placeText(was) !== placeText(is);
}

/** Every comment is still there, unless it stood inside an instruction that is gone. */
export function checkComments(before: Build, after: Build, edits?: readonly Edit[]): string[] {
  const lines = new Map<string, number>();
  for (const line of after.source.text.split(/\r?\n/)) {
    const text = line.trim();
    if (text.includes('#')) lines.set(text, (lines.get(text) ?? 0) + 1);
  }
  const asked = new Map<string, number>();
  const wrong: string[] = [];
  for (const comment of [...before.comments, ...bodyComments(before)]) {
    const text = before.source.text.slice(comment.start, comment.end).trim();
    const times = (asked.get(text) ?? 0) + 1;
    asked.set(text, times);
    if ((lines.get(text) ?? 0) >= times || text === '#') continue;
    // It may have got words in front.
    const tail = comment.text === '' ? text : ` ${comment.text}`;
    if ([...lines.keys()].some((line) => line !== text && (line.endsWith(text) || line.endsWith(tail)))) continue;
    if (isListedElsewhere(comment.text, after) || isInsideGone(before, after, comment, edits)) continue;
    if (isUnusedIgnore(before, comment, edits)) continue;
    wrong.push(`The comment on line ${positionAt(before.source, comment.start).line + 1} is lost.`);
  }
  return wrong;
}

const BODY_COMMENT = /^[ \t]*(#(?!!)[^\r\n]*)/gm;

/** Comment lines of scripts that are here-documents: to the builder they are part of the text. */
function bodyComments({ scripts, source: { text } }: Build): Comment[] {
  return scripts.flatMap(({ form, span }) => {
    if (form !== 'heredoc') return [];
    return [...text.slice(span.start, span.end).matchAll(BODY_COMMENT)].map((match) => {
      const start = span.start + match.index + match[0].indexOf('#');
      return { start, end: start + match[1]!.length, text: match[1]!.slice(1).trim() };
    });
  });
}

/** Lists of ignored rules may be joined to one. */
function isListedElsewhere(text: string, after: Build): boolean {
  const list = readIgnoreComment(text)?.list.split(/[ \t]*,[ \t]*/);
  const kept = new Set(
    after.comments.flatMap((comment) => readIgnoreComment(comment.text)?.list.split(/\s*,\s*/) ?? []),
  );
  return list?.every((name) => kept.has(name)) ?? false;
}

/** Whether it is an ignore comment that an edit to nothing else takes away, or shortens: one that silences nothing. */
function isUnusedIgnore({ source }: Build, comment: Comment, edits: readonly Edit[] | undefined): boolean {
  if (!readIgnoreComment(comment.text)) return false;
  const line = lineAt(source, comment.start);
  const first = line === 0 ? 0 : lineEnd(source, line - 1);
  const last = nextLineStart(source, line);
  return edits?.some(({ start, end, text }) => text === '' && first <= start && end <= last) ?? true;
}

/** Whether it stands in an instruction whose commands are nowhere any more. */
function isInsideGone(before: Build, after: Build, comment: Span, edits: readonly Edit[] | undefined): boolean {
  if (before.stages.some((stage) => isGone(before, after, stage, edits) && belongsTo(before, stage, comment)))
    return true;
  const around = before.instructions.find(({ start, end }) => start <= comment.start && comment.end <= end);
  if (!around) return false;
  if (edits && !edits.some(({ start, end, text }) => start <= around.start && around.end <= end && text === ''))
    return false;
  return !after.source.text.includes(textOf(before, around));
}

/** Whether a stage is deleted as a whole. */
function isGone(before: Build, after: Build, stage: Stage, edits: readonly Edit[] | undefined): boolean {
  const end = (stage.instructions.at(-1) ?? stage.from).end;
  const isDeleted =
    edits?.some((edit) => edit.text === '' && edit.start <= stage.from.start && end <= edit.end) ?? true;
  return isDeleted && !after.source.text.includes(textOf(before, stage.from));
}

/** Whether a comment stands in a stage, or above it behind the one before. */
function belongsTo({ stages }: Build, { index, from, instructions }: Stage, comment: Span): boolean {
  const previous = stages[index - 1];
  const start = previous ? (previous.instructions.at(-1) ?? previous.from).end : from.start;
  return start <= comment.start && comment.end <= (stages[index + 1]?.from.start ?? (instructions.at(-1) ?? from).end);
}

/** Names of stages are kept, and who builds on or copies from a stage still does. */
function checkStages(before: Build, after: Build, edits: readonly Edit[]): string[] {
  const wrong: string[] = [];
  for (const stage of before.stages) {
    const { from, name } = stage;
    if (isGone(before, after, stage, edits)) continue;
    if (edits.some((edit) => isTouched(from, edit))) {
      if (name && !after.stages.some((other) => other.name === name)) wrong.push(`The stage ${name} is gone.`);
      continue;
    }
    const same = after.stages.find((other) => other.from.start === moved(from.start, edits));
    if (!same) continue;
    if (same.name !== name) wrong.push(`The stage ${name ?? stage.index} has another name.`);
    if (titleOf(same.parent) !== titleOf(stage.parent))
      wrong.push(`The stage ${name ?? stage.index} has another parent.`);
  }
  return wrong;
}

function titleOf(stage: Stage | undefined): string | undefined {
  return stage && (stage.name ?? `${stage.index}`);
}

/** Whether an edit changes an instruction's own lines. What ends or starts a line in front of it or behind does not. */
function isTouched({ start, end }: Span, edit: Edit): boolean {
  if (edit.start < end && start < edit.end) return true;
  if (edit.start === end) return edit.text !== '' && !/^\r?\n/.test(edit.text);
  if (edit.end === start) return edit.text !== '' && !edit.text.endsWith('\n');
  return edit.start === edit.end && start < edit.start && edit.start < end;
}

function moved(at: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { start, end, text } of edits) if (end <= at) shift += text.length - (end - start);
  return at + shift;
}

function textOf({ source }: Build, { start, end }: Span): string {
  return source.text.slice(start, end);
}

function lineOf({ source }: Build, { start }: Span): number {
  return positionAt(source, start).line + 1;
}

/** Refactorings that leave the commands of a RUN, and their order, as they are. */
const KEEPS_COMMANDS = new Set(['merge-run', 'split-run', 'convert-to-heredoc', 'convert-from-heredoc']);
/** Commands that these add or take away to keep what others mean, and say so. */
const SCAFFOLDING = new Set(['set', 'exit', 'cd', ':']);
const MOST_REPEATS = 40;

/** What is wrong with what a refactoring offers at a place: with its edits, or because doing it again never comes to an end. */
export function checkRewrite(refactoring: Refactoring, build: Build, rewrite: Rewrite, place: Span): string[] {
  const { edits, notes = [] } = rewrite;
  const wrong = checkEdits(build, edits);
  if (wrong.length > 0) return wrong;
  const after = applyEdits(build.source.text, edits);
  if (after === build.source.text) return ['It is offered and leaves the text as it is.'];
  if (KEEPS_COMMANDS.has(refactoring.id)) wrong.push(...checkCommands(build, readBuild(after, build.context), notes));
  if (!settles(refactoring, after, placeAfter(edits, place), build.context)) {
    wrong.push('Doing it again and again never ends.');
  }
  return wrong;
}

function settles(refactoring: Refactoring, text: string, at: number, context: BuildContext | undefined): boolean {
  let now = text;
  for (let time = 0; time < MOST_REPEATS; time++) {
    const result = refactoring.apply(readBuild(now, context), { start: at, end: at });
    if (!result || isRefusal(result)) return true;
    const next = applyEdits(now, result.edits);
    if (next === now || next.length > 20 * text.length + 1000) return false;
    now = next;
  }
  return false;
}

/** Where the cursor is after the edits: at what it stood on, or where that has been rewritten. */
function placeAfter(edits: readonly Edit[], { start }: Span): number {
  const around = edits.find((edit) => edit.start < start && start < edit.end);
  return moved(around ? around.start : start, edits);
}

/**
 * The same commands with the same words in the same order, but for what holds scripts together, and for as many commands (or words
 * of them) as the notes say are left out.
 */
function checkCommands(before: Build, after: Build, notes: readonly string[]): string[] {
  // A continuation inside of single quotes, which the builder drops, stays in a word's value.
  const commandsOf = ({ commands }: Build) =>
    commands
      .map(({ words }) => words.map(({ value }) => value.replaceAll('\\\n', '')))
      .filter(([name]) => name !== undefined && !SCAFFOLDING.has(name));
  const now = commandsOf(after);
  let allowed = notes.filter((note) => / left out[,.]/.test(note)).length;
  let at = 0;
  for (const [number, words] of commandsOf(before).entries()) {
    const next = now[at];
    if (next?.join(' ') === words.join(' ')) at++;
    else if (allowed-- <= 0) return [`The commands are not the same from number ${number} on.`];
    else if (next && next[0] === words[0] && next.every((word) => words.includes(word))) at++;
  }
  return at === now.length ? [] : ['There are more commands than before.'];
}

/** No safe fix changes what a stage that is there before and after makes of the image's configuration. */
function checkConfiguration(before: Build, after: Build): string[] {
  const [was, is] = [before, after].map((build) =>
    build.stages.map((stage) => JSON.stringify(configurationOf(build, stage))),
  );
  return was!.length === is!.length && was!.every((one, index) => one === is![index])
    ? []
    : ['What the container is configured to be is not the same.'];
}

/** What the instructions of a stage make of the image's configuration, however they are written. */
function configurationOf(build: Build, stage: Stage): unknown {
  const [env, labels] = [new Map<string, string | undefined>(), new Map<string, string | undefined>()];
  const sets = { EXPOSE: new Set<string>(), VOLUME: new Set<string>() };
  const last = new Map<string, string>();
  const places: string[] = [];
  let triggers = 0;
  const chain: Stage[] = [];
  for (let one: Stage | undefined = stage; one; one = one.parent) chain.unshift(one);
  for (const instruction of chain.flatMap(({ instructions }) => instructions)) {
    const { keyword, words, json } = instruction;
    const text = json ? JSON.stringify(words.map(({ value }) => value)) : words.map(({ value }) => value).join(' ');
    switch (keyword) {
      case 'ENV':
      case 'LABEL':
        for (const { name, value } of instruction.pairs)
          (keyword === 'ENV' ? env : labels).set(name.value, value?.value);
        break;
      case 'EXPOSE':
      case 'VOLUME':
        // The builder passes over the host's side of `8080:80`.
        for (const { value } of words) sets[keyword].add(value.toLowerCase().replace(/^.*:/, ''));
        break;
      case 'WORKDIR':
        if (places.at(-1) !== text) places.push(text);
        break;
      case 'ONBUILD':
        if (instruction.trigger?.keyword !== 'RUN')
          last.set(`ONBUILD ${++triggers}`, textOf(build, instruction).trim());
        break;
      case 'STOPSIGNAL':
        last.set(keyword, text.toUpperCase().replace(/^SIG/, ''));
        break;
      case 'MAINTAINER':
        // Quotes and all, as the builder takes it.
        labels.set('org.opencontainers.image.authors', words.map((word) => word.text).join(' '));
        break;
      case 'CMD':
      case 'ENTRYPOINT':
      case 'HEALTHCHECK':
      case 'SHELL':
      case 'USER':
        last.set(keyword, text);
        break;
    }
  }
  const sorted = (map: Map<string, unknown>) => [...map].sort(([one], [other]) => (one < other ? -1 : 1));
  return [sorted(env), sorted(labels), [...sets.EXPOSE].sort(), [...sets.VOLUME].sort(), sorted(last), places];
}

/** What fixing makes of a text: readable, complete in its comments, and final. */
export function checkFix(text: string, options: FixOptions, context?: BuildContext): string[] {
  const once = fix(text, options, context);
  if (once.text === text) return [];
  const before = readBuild(text, context);
  const after = readBuild(once.text, context);
  const wrong = [...checkReadable(before, after), ...checkComments(before, after)];
  // What the base image says by itself need not be said again.
  const inherits = once.applied.some(({ rule }) => rule === 'style/redundant-instruction');
  if (!options.unsafe && !inherits) wrong.push(...checkConfiguration(before, after));
  if (fix(once.text, options, context).text !== once.text) wrong.push('A second run changes something.');
  for (const rule of newErrors(before, after)) wrong.push(`It brings an error of ${rule}.`);
  const rules = [...new Set(once.applied.map(({ rule }) => rule))].join(', ');
  return wrong.map((sentence) => `${sentence} (${rules})`);
}

/** Rules that report more errors after than before, in the preset that reports most. */
function newErrors(before: Build, after: Build): string[] {
  const old = errorsByRule(before);
  return [...errorsByRule(after)].filter(([rule, count]) => count > (old.get(rule) ?? 0)).map(([rule]) => rule);
}

function errorsByRule(build: Build): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of lint(build, { preset: 'all' })) {
    if (severity === 'error') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}
