import {
  applyEdits,
  type Build,
  conversionEffect,
  findRefactoring,
  imagesOf,
  isRefusal,
  lineEnd,
  type Refactoring,
  type Refusal,
  type Rewrite,
  readBuild,
  refactorings,
  type Span,
} from '../../core/index';
import { configFor } from '../../disk/config';
import { readEngineSizes } from '../../disk/engine-images';
import { readInput } from '../files';
import { type RefactorCommand, UsageError } from '../options';
import { unifiedDiff } from '../unified-diff';
import { DONE, FOUND, pathOf, type Session, TROUBLE } from './session';

/** Prints a file after a refactoring, or why it is refused. What it means for the image is told beside a diff. */
export async function runRefactor(command: RefactorCommand, session: Session): Promise<number> {
  const refactoring = findTakingWishes(command);
  const input = readInput(command.path);
  const config = session.configFor(command.path, command.config);
  const { builder } = configFor(config, pathOf(input), command.flags);
  const build = session.build(input, command.context, builder);
  const result = command.lines
    ? refactoring.apply(build, selectLines(build, command.lines), command.wishes)
    : applyAnywhere(refactoring, build, command.wishes);
  if (result === undefined || isRefusal(result)) {
    const place = command.lines ? ' there' : ' in this file';
    session.tell(`${input.path}: ${result?.because ?? `"${refactoring.title}" does not apply${place}.`}`);
    if (result?.asks) for (const line of describeQuestion(result.asks, command)) session.tell(line);
    return FOUND;
  }
  const text = applyEdits(input.text, result.edits);
  session.print(command.diff ? unifiedDiff(input.path, input.text, text) : text);
  for (const note of result.notes ?? []) session.tell(note);
  if (command.diff && result.moves) {
    const after = readBuild(text, build.context, build.builder);
    const { sentences } = conversionEffect(build, after, await readEngineSizes(imagesOf(build, after)));
    for (const sentence of sentences) session.tell(sentence);
  }
  return session.trouble ? TROUBLE : DONE;
}

function findTakingWishes({ id, wishes }: RefactorCommand): Refactoring {
  const refactoring = findRefactoring(id);
  if (!refactoring) {
    const known = refactorings.map((one) => one.id).join(', ');
    throw new UsageError(`There is no refactoring "${id}"; there are ${known}.`);
  }
  if (refactoring.id !== 'convert-to-multi-stage' && (wishes.runtime !== undefined || wishes.answers))
    throw new UsageError(`--runtime and --answer are not for ${refactoring.id}.`);
  return refactoring;
}

/** How to ask again with the answer; a line each. */
function describeQuestion(
  { id, question, answers }: NonNullable<Refusal['asks']>,
  { wishes }: RefactorCommand,
): string[] {
  const given = wishes.answers?.get(id);
  return [
    ...(given === undefined ? [] : [`"${given}" is no answer to this.`]),
    `${question} Say it with one of:`,
    ...answers.map(
      ({ value, detail }) => `  --answer ${id}=${quoted(value)}${detail === undefined ? '' : `  (${detail})`}`,
    ),
  ];
}

/** As a shell takes it for one word. */
function quoted(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

/** From the first line's first word to the last line's end; a single line is a cursor, as in an editor. */
function selectLines({ source }: Build, { first, last }: NonNullable<RefactorCommand['lines']>): Span {
  const starts = source.lineStarts;
  if (last > starts.length) throw new UsageError(`The file has ${starts.length} lines only.`);
  const start = starts[first - 1]! + Math.max(0, source.text.slice(starts[first - 1], starts[first]).search(/\S/));
  return { start, end: first === last ? start : lineEnd(source, last - 1) };
}

/** The first instruction at which it applies decides; else the first refusal. */
function applyAnywhere(
  refactoring: Refactoring,
  build: Build,
  wishes: RefactorCommand['wishes'],
): Rewrite | Refusal | undefined {
  let refusal: Refusal | undefined;
  for (const { start } of build.instructions) {
    const result = refactoring.apply(build, { start, end: start }, wishes);
    if (result && !isRefusal(result)) return result;
    refusal ??= result;
  }
  return refusal;
}
