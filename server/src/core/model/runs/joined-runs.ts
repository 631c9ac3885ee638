import { type Edit, insert, replace } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import type { ShellScript } from '../shell/shell-command';
import { removeStatements, removeWords } from '../shell/shell-edits';
import { readIgnoreComment } from '../syntax/ignore-comment';
import type { Comment } from '../syntax/instruction';
import type { Brackets } from './join-scripts';
import type { RepeatedSteps } from './repeated-steps';
import { readRunLayout } from './run-layout';

/** `A`, `&&` in the author's layout, `B`: only what stands between two scripts changes. */
export function joinLines(
  build: Build,
  scripts: readonly ShellScript[],
  brackets: readonly Brackets[],
  { statements: gone, words }: RepeatedSteps,
): Edit[] {
  const { text, newline } = build.source;
  const { operators, indent } = readRunLayout(build, scripts);
  const kept = scripts.map(({ statements }) => statements.filter((statement) => !gone.has(statement)));
  const rows = scripts.map((_, index) => index).filter((index) => kept[index]!.length > 0);
  const spans = kept.map((statements) => ({ start: statements[0]?.start ?? 0, end: statements.at(-1)?.end ?? 0 }));
  const opened = brackets.map(({ open }, index) => {
    const needsBlank = open === '{' || (open === '(' && text[spans[index]!.start] === '(');
    return needsBlank ? `${open} ` : open;
  });
  const above = commentBehind(build, scripts[0]!);
  const edits: Edit[] = above ? [insert(scripts[0]!.instruction.start, `${above}${newline}`)] : [];
  edits.push(insert(spans[0]!.start, opened[0]!));
  for (const [at, index] of rows.entries()) {
    if (at === 0) continue;
    const previous = rows[at - 1]!;
    const gap = { start: spans[previous]!.end, end: spans[index]!.start };
    const comments = commentsIn(build, gap, scripts.slice(previous + 1, index + 1), index === scripts.length - 1).map(
      (comment) => `${indent}${comment}${newline}`,
    );
    const [behind, before] = operators === 'trailing' ? [' &&', ''] : ['', '&& '];
    const lines = `${behind} ${build.escape}${newline}${comments.join('')}${indent}${before}`;
    edits.push(replace(gap, `${brackets[previous]!.close}${lines}${opened[index]}`));
  }
  edits.push(insert(spans.at(-1)!.end, brackets.at(-1)!.close));
  return [...edits, ...withoutRepeats(build, scripts, gone, words)].filter(
    ({ start, end, text: added }) => start !== end || added !== '',
  );
}

/** Takes out what stands between statements that stay; what stands at an edge goes with the text between two scripts. */
function withoutRepeats(
  build: Build,
  scripts: readonly ShellScript[],
  gone: RepeatedSteps['statements'],
  words: RepeatedSteps['words'],
): readonly Edit[] {
  const edits: Edit[] = [];
  for (const [index, script] of scripts.entries()) {
    const { statements } = script;
    const first = index === 0 ? 0 : statements.findIndex((statement) => !gone.has(statement));
    const last =
      index === scripts.length - 1 ? statements.length : statements.findLastIndex((statement) => !gone.has(statement));
    const inner = statements.filter((statement, at) => gone.has(statement) && first <= at && at <= last);
    if (first !== -1) edits.push(...(removeStatements(build.source, script, inner) ?? []));
  }
  for (const [command, removed] of words) edits.push(...(removeWords(build.source, command, removed) ?? []));
  return edits;
}

/** Bodies below each other under the first one's delimiter. */
export function joinHeredocs(build: Build, scripts: readonly ShellScript[], brackets: readonly Brackets[]): Edit[] {
  const { source } = build;
  const { newline } = source;
  const first = scripts[0]!.heredoc!;
  const edits: Edit[] = [];
  for (const [index, { heredoc }] of scripts.entries()) {
    const { body, terminator } = heredoc!;
    const { open, close } = brackets[index]!;
    if (open) edits.push(insert(body.start, `${open}${newline}`));
    const next = scripts[index + 1]?.heredoc;
    if (!next) {
      if (heredoc!.name !== first.name) edits.push(replace(terminator!, first.name));
      continue;
    }
    const gap = { start: source.lineStarts[lineAt(source, terminator!.start)]!, end: next.body.start };
    const lines = [...(close ? [close] : []), ...commentsIn(build, gap, [scripts[index + 1]!], true)];
    edits.push(replace(gap, lines.map((line) => `${line}${newline}`).join('')));
  }
  return edits;
}

/** The comment lines between two scripts, and the comments behind the second one (and any that goes), which would swallow what follows. */
function commentsIn(build: Build, gap: Span, next: readonly ShellScript[], last: boolean): string[] {
  const moved = next.flatMap(({ instruction }) => instruction.leading.filter(hasToMove));
  const lines = build.comments.filter(
    (comment) => gap.start <= comment.start && comment.end <= gap.end && !moved.includes(comment),
  );
  const own = (last ? next.slice(0, -1) : next).flatMap((script) => commentBehind(build, script) ?? []);
  return [...lines.map(({ start, end }) => build.source.text.slice(start, end)), ...own];
}

/** A shell comment at the end of a RUN's line. */
function commentBehind({ source: { text } }: Build, { statements, instruction }: ShellScript): string | undefined {
  return /^[\s;]*(#.*)$/.exec(text.slice(statements.at(-1)!.end, instruction.body.end))?.[1]?.trimEnd();
}

/** An ignore comment holds for the instruction below it, so it moves above the merged one. */
function hasToMove({ text }: Comment): boolean {
  return readIgnoreComment(text)?.scope === 'instruction';
}

/** hadolint reads one comment, the one directly above: a second list goes to its end. */
export function hoistIgnores(build: Build, scripts: readonly ShellScript[]): Edit[] {
  const { text, newline } = build.source;
  const { instruction } = scripts[0]!;
  const moved = scripts.slice(1).flatMap((script) => script.instruction.leading.filter(hasToMove));
  const lists = moved.flatMap((comment) => listForHadolint(comment) ?? []);
  const textOf = ({ start, end }: Comment) => text.slice(start, end);
  const above = instruction.leading.map(textOf);
  const wanted = moved.filter((comment) => listForHadolint(comment) === undefined).map(textOf);
  const lines = [...new Set(wanted)].filter((line) => !above.includes(line));
  const nearest = instruction.leading.at(-1);
  const known = nearest && listForHadolint(nearest);
  const toNames = (list: string) => list.split(/[ \t]*,[ \t]*/);
  const named = known === undefined ? [] : toNames(known);
  const names = [...new Set(lists.flatMap(toNames))].filter((name) => !named.includes(name)).join(',');
  if (names && known === undefined) lines.push(`# hadolint ignore=${names}`);
  const place = nearest && known !== undefined ? nearest.start : instruction.start;
  const extended =
    nearest && known !== undefined
      ? nearest.start + text.slice(nearest.start, nearest.end).lastIndexOf(known) + known.length
      : 0;
  return [
    ...(lines.length > 0 ? [insert(place, lines.map((line) => `${line}${newline}`).join(''))] : []),
    ...(names && known !== undefined ? [insert(extended, `,${names}`)] : []),
  ];
}

function listForHadolint({ text }: Comment): string | undefined {
  const comment = readIgnoreComment(text);
  return comment?.tool === 'hadolint' && comment.scope === 'instruction' ? comment.list : undefined;
}
