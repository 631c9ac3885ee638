import {
  applyEdits,
  type Build,
  findRefactoring,
  isRefusal,
  lineEnd,
  type Refactoring,
  type Refusal,
  type Rewrite,
  refactorings,
  type Span,
} from '../../core/index';
import { readInput } from '../files';
import { type RefactorCommand, UsageError } from '../options';
import { unifiedDiff } from '../unified-diff';
import { DONE, FOUND, type Session, TROUBLE } from './session';

/** Prints a file after a refactoring, or why it is refused. */
export function runRefactor(command: RefactorCommand, session: Session): number {
  const refactoring = findRefactoring(command.id);
  if (!refactoring) {
    const known = refactorings.map(({ id }) => id).join(', ');
    throw new UsageError(`There is no refactoring "${command.id}"; there are ${known}.`);
  }
  const input = readInput(command.path);
  const config = session.configFor(command.path, command.config);
  const build = session.build(input, command.context, { ...config.builder, ...command.builder });
  const result = command.lines
    ? refactoring.apply(build, selectLines(build, command.lines))
    : applyAnywhere(refactoring, build);
  if (result === undefined || isRefusal(result)) {
    const place = command.lines ? ' there' : ' in this file';
    session.tell(`${input.path}: ${result?.because ?? `"${refactoring.title}" does not apply${place}.`}`);
    return FOUND;
  }
  const text = applyEdits(input.text, result.edits);
  session.print(command.diff ? unifiedDiff(input.path, input.text, text) : text);
  for (const note of result.notes ?? []) session.tell(note);
  return session.trouble ? TROUBLE : DONE;
}

/** From the first line's first word to the last line's end; a single line is a cursor, as in an editor. */
function selectLines({ source }: Build, { first, last }: NonNullable<RefactorCommand['lines']>): Span {
  const starts = source.lineStarts;
  if (last > starts.length) throw new UsageError(`The file has ${starts.length} lines only.`);
  const start = starts[first - 1]! + Math.max(0, source.text.slice(starts[first - 1], starts[first]).search(/\S/));
  return { start, end: first === last ? start : lineEnd(source, last - 1) };
}

/** The first instruction at which it applies decides; else the first refusal. */
function applyAnywhere(refactoring: Refactoring, build: Build): Rewrite | Refusal | undefined {
  let refusal: Refusal | undefined;
  for (const { start } of build.instructions) {
    const result = refactoring.apply(build, { start, end: start });
    if (result && !isRefusal(result)) return result;
    refusal ??= result;
  }
  return refusal;
}
