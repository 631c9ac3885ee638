import type { Build } from '../model/build-types';
import { findSplitPoints } from '../model/runs/split-points';
import type { ShellScript } from '../model/shell/shell-command';
import { readIgnoreComment } from '../model/syntax/ignore-comment';
import type { Comment, Instruction } from '../model/syntax/instruction';
import { dockerfile } from '../text/dockerfile';
import { type Edit, insert, replace } from '../text/edit';
import { lineAt, lineEnd, type Source } from '../text/source';
import type { Span } from '../text/span';
import type { Refactoring, Refusal } from './refactoring';

export const splitRun: Refactoring = {
  id: 'split-run',
  aliases: ['split-runs'],
  title: 'Split RUN',
  kind: 'extract',
  summary:
    'Makes a RUN of each statement that `&&` joins, or of those that are selected: steps that are cached one by one. Statements ' +
    'stay together where a later one needs the directory, variables or options of an earlier one, removes what it wrote, or ' +
    'works with the same lists of packages. Flags and `set -e` at the start are repeated.',
  examples: [
    {
      before: dockerfile`
        FROM debian:12
        RUN apt-get update \
         && apt-get install -y curl \
         && rm -rf /var/lib/apt/lists/* \
         # who runs it
         && useradd app \
         && mkdir /srv/data<|>
      `,
      after: dockerfile`
        FROM debian:12
        RUN apt-get update \
         && apt-get install -y curl \
         && rm -rf /var/lib/apt/lists/*
        # who runs it
        RUN useradd app
        RUN mkdir /srv/data
      `,
    },
    {
      before: dockerfile`
        FROM node:20
        RUN --mount=type=cache,target=/root/.npm set -ex; npm ci; npm run build<|>
      `,
      after: dockerfile`
        FROM node:20
        RUN --mount=type=cache,target=/root/.npm set -ex; npm ci
        RUN --mount=type=cache,target=/root/.npm set -ex; npm run build
      `,
    },
    {
      before: dockerfile`
        FROM debian:12
        RUN cd /src && make<|>
      `,
      refusal: 'Line 2 changes the directory, which the rest of the RUN would notice.',
    },
  ],

  apply(build, selection) {
    const runs = build.instructions.filter((instruction) => isSelected(build, instruction, selection));
    const scripts = build.scripts.filter(({ instruction }) => runs.includes(instruction));
    if (scripts.length === 0) {
      const trigger = runs.find((one) => one.keyword === 'ONBUILD' && one.trigger?.keyword === 'RUN');
      return trigger && { because: 'A RUN behind ONBUILD belongs to another build.' };
    }
    const splits = scripts.map((script) => split(build, script, selection));
    const done = splits.flatMap((one) => ('because' in one ? [] : [one]));
    if (done.length === 0) return splits.find((one) => 'because' in one);
    return {
      title: `Split into ${done.reduce((sum, { parts }) => sum + parts, 0)} RUN lines`,
      edits: done.flatMap(({ edits }) => edits),
      notes: splits.flatMap((one) => ('because' in one ? [one.because] : one.notes)),
      safety: 'safe',
    };
  },
};

interface Split {
  readonly parts: number;
  readonly edits: readonly Edit[];
  readonly notes: readonly string[];
}

function split(build: Build, script: ShellScript, selection: Span): Split | Refusal {
  const points = findSplitPoints(build, script);
  if ('because' in points) return points;
  const { prologue, cuts, ties } = points;
  const wanted = wantedCuts(script, prologue, selection);
  const made = cuts.filter((at) => wanted.includes(at));
  const hindered = [...ties].filter(([at]) => wanted.includes(at));
  if (made.length === 0) return { because: hindered[0]![1] };
  // One reason for each part that stays whole.
  const reasons = hindered.filter(([at], index) => hindered[index + 1]?.[0] !== at + 1).map(([, tie]) => tie);
  const cut = script.form === 'heredoc' ? cutBody : cutBefore;
  const head = script.form === 'heredoc' ? readBodyHead(build, script, prologue) : readHead(build, script, prologue);
  return {
    parts: made.length + 1,
    edits: made.map((at) => cut(build, script, at, head)),
    notes: [...new Set(reasons)],
  };
}

/** Every place between two statements; of a selection inside a RUN, those around what is selected. */
function wantedCuts({ statements }: ShellScript, prologue: number, { start, end }: Span): number[] {
  const all = statements.map((_, index) => index).slice(prologue + 1);
  const touched = statements.map((statement) => start !== end && statement.start < end && start < statement.end);
  const first = touched.indexOf(true);
  const last = touched.lastIndexOf(true);
  if (first === -1 || (first <= prologue && last === statements.length - 1)) return all;
  return all.filter((at) => at === first || at === last + 1);
}

/** What a new RUN starts with: the keyword, the flags and the options of the shell as the author wrote them. */
function readHead(
  { source: { text }, comments }: Build,
  { instruction, statements }: ShellScript,
  prologue: number,
): string {
  const { start, keywordSpan, flags } = instruction;
  const from = statements[0]!;
  const keyword = text.slice(start, keywordSpan.end);
  const hasComment = (span: Span) => comments.some((comment) => span.start <= comment.start && comment.end <= span.end);
  const plain = [keyword, ...flags.map((flag) => text.slice(flag.start, flag.end)), ''].join(' ');
  const beginning = hasComment({ start, end: from.start }) ? plain : text.slice(start, from.start);
  if (prologue === 0) return beginning;
  const options = { start: from.start, end: statements[prologue]!.start };
  if (!hasComment(options)) return beginning + text.slice(options.start, options.end);
  const parts = statements.slice(0, prologue).map((statement, index) => {
    const { before } = statements[index + 1]!;
    return `${text.slice(statement.start, statement.end)}${before === ';' ? ';' : ' &&'} `;
  });
  return beginning + parts.join('');
}

/** The same of a here-document: its own line, and the lines that set the shell up. */
function readBodyHead({ source }: Build, { instruction, heredoc, statements }: ShellScript, prologue: number): string {
  const { body } = heredoc!;
  const line = source.text.slice(instruction.start, instruction.body.end) + source.newline;
  return prologue === 0 ? line : line + source.text.slice(body.start, endOfLine(source, statements[prologue - 1]!));
}

/** Where the next line starts. */
function endOfLine({ text }: Source, { end }: Span): number {
  return text.indexOf('\n', end) + 1;
}

/** Ends a here-document behind a statement's line and starts another one. */
function cutBody(build: Build, script: ShellScript, at: number, head: string): Edit {
  const { source } = build;
  const { terminator } = script.heredoc!;
  const end = source.text.slice(source.lineStarts[lineAt(source, terminator!.start)], terminator!.end);
  const lines = [...ignoresOf(script.instruction).map((one) => source.text.slice(one.start, one.end)), head];
  return insert(endOfLine(source, script.statements[at - 1]!), `${end}${source.newline}${lines.join(source.newline)}`);
}

/** Ends the RUN in front of a statement and starts another one; the comment lines between the two stay between them. */
function cutBefore(build: Build, { instruction, statements }: ShellScript, at: number, head: string): Edit {
  const { text, newline, lineStarts } = build.source;
  const gap = { start: statements[at - 1]!.end, end: statements[at]!.start };
  const indent = text.slice(lineStarts[lineAt(build.source, instruction.start)]!, instruction.start);
  const between = build.comments.filter((comment) => gap.start <= comment.start && comment.end <= gap.end);
  const lines = [...between, ...ignoresOf(instruction)].map(
    ({ start, end }) => `${indent}${text.slice(start, end)}${newline}`,
  );
  return replace(gap, `${newline}${lines.join('')}${indent}${head}`);
}

/** An ignore comment holds for the instruction below it, so each part needs it. */
function ignoresOf({ leading }: Instruction): Comment[] {
  return leading.filter(({ text }) => readIgnoreComment(text)?.scope === 'instruction');
}

/** A cursor selects the instruction on its lines; a selection, what it shares a character with. */
function isSelected({ source }: Build, instruction: Instruction, { start, end }: Span): boolean {
  if (start !== end) return instruction.start < end && start < instruction.end;
  const lines = {
    start: source.lineStarts[lineAt(source, instruction.start)]!,
    end: lineEnd(source, lineAt(source, instruction.end)),
  };
  return lines.start <= start && start <= lines.end;
}
