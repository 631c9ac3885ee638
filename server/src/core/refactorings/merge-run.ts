import type { Build } from '../model/build-types';
import { readIgnoreComment } from '../model/ignore-comment';
import type { Comment, Instruction, RunInstruction } from '../model/instruction';
import { type Brackets, findObstacle, type Joined, joinBodies, joinScripts } from '../model/join-scripts';
import { type SharedFlags, shareFlags } from '../model/run-flags';
import { readRunLayout } from '../model/run-layout';
import type { ShellScript } from '../model/shell-command';
import { dockerfile } from '../text/dockerfile';
import { type Edit, insert, replace } from '../text/edit';
import { lineAt, lineEnd } from '../text/source';
import type { Span } from '../text/span';
import type { Refactoring, Refusal } from './refactoring';

export const mergeRun: Refactoring = {
  id: 'merge-run',
  aliases: ['merge-runs'],
  title: 'Merge RUN lines',
  kind: 'inline',
  summary:
    'Joins neighbouring RUNs to one with `&&`. What a RUN changes in its shell stays its own: it becomes a subshell or a group ' +
    'where that is needed, and a RUN that would mean something else is left alone, with the reason.',
  examples: [
    {
      before: dockerfile`
        FROM debian:12
        RUN apt-get update<|>
        # tools we need
        RUN apt-get install -y curl
        RUN mkdir /srv/data; chmod 700 /srv/data
      `,
      after: dockerfile`
        FROM debian:12
        RUN apt-get update && \
            # tools we need
            apt-get install -y curl && \
            { mkdir /srv/data; chmod 700 /srv/data; }
      `,
    },
    {
      before: dockerfile`
        FROM debian:12
        RUN cd /src \
         && make<|>
        RUN make install
      `,
      after: dockerfile`
        FROM debian:12
        RUN (cd /src \
         && make) \
         && make install
      `,
    },
    {
      before: dockerfile`
        FROM debian:12
        RUN <|>apt-get update
        ENV LANG=C.UTF-8
        RUN apt-get install -y curl
      `,
      refusal: 'No other RUN stands directly before or behind line 2: ENV on line 3 is between.',
    },
  ],

  apply(build, selection) {
    const picked = pickRuns(build, selection);
    if (picked === undefined || 'because' in picked) return picked;
    const rows = picked.rows.flatMap((row) => cutRow(build, row));
    const wanted = rows.filter(({ scripts }) => scripts.length > 1 && isWanted(scripts, picked.around));
    if (wanted.length === 0) {
      const at = rows.findIndex(({ scripts }) => isWanted(scripts, picked.around));
      return { because: rows[at]!.cut ?? rows[at - 1]?.cut ?? rows.find(({ cut }) => cut)!.cut! };
    }
    const merges = wanted.map((row) => mergeRow(build, row));
    const left = rows.flatMap(({ cut }, index) => {
      const beside = wanted.includes(rows[index]!) || wanted.includes(rows[index + 1]!);
      return cut && (beside || !picked.around) ? [cut] : [];
    });
    return {
      title: `Merge ${wanted.reduce((sum, { scripts }) => sum + scripts.length, 0)} RUN lines`,
      edits: merges.flatMap(({ edits }) => edits),
      notes: [...merges.flatMap(({ notes }) => notes), ...left, ...picked.notes],
      safety: 'safe',
    };
  },
};

/** Rows of neighbouring RUNs: those selected, or those around the one at the cursor. */
interface Picked {
  readonly rows: readonly (readonly ShellScript[])[];
  readonly around?: RunInstruction;
  readonly notes: readonly string[];
}

function pickRuns(build: Build, selection: Span): Picked | Refusal | undefined {
  const selected = build.instructions.filter((instruction) => isSelected(build, instruction, selection));
  const runs = selected.filter(isRun);
  if (runs.length === 0) {
    const trigger = selected.find((one) => one.keyword === 'ONBUILD' && one.trigger?.keyword === 'RUN');
    return trigger && { because: 'A RUN behind ONBUILD belongs to another build.' };
  }
  const scriptOf = new Map(build.scripts.map((script) => [script.instruction, script]));
  const rowOf = (instructions: readonly RunInstruction[]) => instructions.map((run) => scriptOf.get(run)!);
  if (runs.length > 1) {
    const rows: RunInstruction[][] = [];
    for (const run of runs) {
      const row = rows.at(-1);
      if (row && row.at(-1)!.index === run.index - 1) row.push(run);
      else rows.push([run]);
    }
    const between = rows
      .slice(1)
      .map((row) => `${nameOf(build, build.instructions[row[0]!.index - 1]!)} stays between.`);
    if (rows.every(({ length }) => length === 1)) return { because: between[0]!.replace('stays', 'stands') };
    return { rows: rows.map(rowOf), notes: between };
  }

  const around = runs[0]!;
  let first = around.index;
  let last = around.index;
  while (build.instructions[first - 1]?.keyword === 'RUN') first--;
  while (build.instructions[last + 1]?.keyword === 'RUN') last++;
  const row = build.instructions.slice(first, last + 1).filter(isRun);
  if (row.length > 1) return { rows: [rowOf(row)], around, notes: [] };
  const neighbours = [build.instructions[first - 1], build.instructions[last + 1]].filter(
    (one) => one !== undefined && one.keyword !== 'FROM',
  );
  const hindered = neighbours.findLast(
    (one) => build.instructions[one!.index + (one!.index < first ? -1 : 1)]?.keyword === 'RUN',
  );
  const reason = hindered ? `: ${nameOf(build, hindered)} is between` : '';
  return { because: `No other RUN stands directly before or behind line ${lineOf(build, around)}${reason}.` };
}

/** A cursor selects the instruction on its lines or below its comment; a selection, what it shares a character with. */
function isSelected({ source }: Build, instruction: Instruction, { start, end }: Span): boolean {
  if (start !== end) return instruction.start < end && start < instruction.end;
  const first = instruction.leading[0]?.start ?? instruction.start;
  return (
    source.lineStarts[lineAt(source, first)]! <= start && start <= lineEnd(source, lineAt(source, instruction.end))
  );
}

/** RUNs that become one, and why the row goes on without the next. */
interface Row {
  readonly scripts: readonly ShellScript[];
  readonly cut?: string;
}

/** Cuts a row where two neighbours can't be one. */
function cutRow(build: Build, row: readonly ShellScript[]): Row[] {
  const rows: Row[] = [];
  let current: ShellScript[] = [];
  for (const script of row) {
    const obstacle = current.length === 0 ? undefined : findRefusal(build, [...current, script]);
    if (obstacle !== undefined) {
      rows.push({ scripts: current, cut: obstacle });
      current = [];
    }
    current.push(script);
  }
  return [...rows, { scripts: current }];
}

function findRefusal(build: Build, scripts: readonly ShellScript[]): string | undefined {
  for (const script of scripts) {
    const obstacle = findObstacle(build, script);
    if (obstacle !== undefined) return obstacle;
  }
  const odd = scripts.find(({ form }) => form !== scripts[0]!.form);
  if (odd)
    return `Only one of line ${lineOf(build, scripts[0]!.instruction)} and line ${lineOf(build, odd.instruction)} is a here-document.`;
  const bodies = scripts[0]!.form === 'heredoc' ? findBodyObstacle(build, scripts) : undefined;
  if (bodies !== undefined) return bodies;
  const flags = share(build, scripts);
  if ('because' in flags) return flags.because;
  const joined = join(build, scripts);
  return 'because' in joined ? joined.because : undefined;
}

function share(build: Build, scripts: readonly ShellScript[]): SharedFlags {
  return shareFlags(
    build,
    scripts.map(({ instruction }) => instruction),
    (run) => lineOf(build, run),
  );
}

function join(build: Build, scripts: readonly ShellScript[]): Joined {
  return scripts[0]!.form === 'heredoc' ? joinBodies(build, scripts) : joinScripts(build, scripts);
}

function findBodyObstacle(build: Build, scripts: readonly ShellScript[]): string | undefined {
  const { text } = build.source;
  const { name, chomp } = scripts[0]!.heredoc!;
  for (const { heredoc, instruction } of scripts) {
    const line = lineOf(build, instruction);
    const body = text.slice(heredoc!.body.start, heredoc!.body.end);
    if (!heredoc!.terminator) return `The here-document of line ${line} is never closed.`;
    if (body.startsWith('#!'))
      return `The here-document of line ${line} is run by the program that its first line names.`;
    if (heredoc!.chomp !== chomp) return `Only some of the here-documents drop their tabs.`;
    if (body.split(/\r?\n/).some((one) => one.trimStart() === name))
      return `Line ${line} has "${name}" on a line of its own.`;
  }
  return undefined;
}

function mergeRow(build: Build, { scripts }: Row): { edits: Edit[]; notes: readonly string[] } {
  const flags = share(build, scripts);
  const joined = join(build, scripts);
  if ('because' in flags || 'because' in joined) return { edits: [], notes: [] };
  const { text } = build.source;
  const first = scripts[0]!.instruction;
  const behindFlags = first.flags.at(-1)?.end ?? first.keywordSpan.end;
  const added = flags.added.map(({ flag }) => ` ${text.slice(flag.start, flag.end)}`).join('');
  const write = scripts[0]!.form === 'heredoc' ? mergeBodies : mergeLines;
  return {
    edits: [
      ...(added ? [insert(behindFlags, added)] : []),
      ...hoistIgnores(build, scripts),
      ...write(build, scripts, joined.brackets),
    ],
    notes: [...joined.notes, ...flags.added.map(({ target }) => `The cache at ${target} now serves all of them.`)],
  };
}

/** `A`, `&&` in the author's layout, `B`: only what stands between two scripts changes. */
function mergeLines(build: Build, scripts: readonly ShellScript[], brackets: readonly Brackets[]): Edit[] {
  const { text, newline } = build.source;
  const { operators, indent } = readRunLayout(build, scripts);
  const spans = scripts.map(({ statements }) => ({ start: statements[0]!.start, end: statements.at(-1)!.end }));
  const opened = brackets.map(({ open }, index) => {
    const needsBlank = open === '{' || (open === '(' && text[spans[index]!.start] === '(');
    return needsBlank ? `${open} ` : open;
  });
  const above = commentBehind(build, scripts[0]!);
  const edits: Edit[] = above ? [insert(scripts[0]!.instruction.start, `${above}${newline}`)] : [];
  edits.push(insert(spans[0]!.start, opened[0]!));
  for (let index = 1; index < scripts.length; index++) {
    const gap = { start: spans[index - 1]!.end, end: spans[index]!.start };
    const comments = commentsIn(build, gap, scripts[index]!, index === scripts.length - 1).map(
      (comment) => `${indent}${comment}${newline}`,
    );
    const [behind, before] = operators === 'trailing' ? [' &&', ''] : ['', '&& '];
    const lines = `${behind} ${build.escape}${newline}${comments.join('')}${indent}${before}`;
    edits.push(replace(gap, `${brackets[index - 1]!.close}${lines}${opened[index]}`));
  }
  edits.push(insert(spans.at(-1)!.end, brackets.at(-1)!.close));
  return edits.filter(({ start, end, text: added }) => start !== end || added !== '');
}

/** Bodies below each other under the first one's delimiter. */
function mergeBodies(build: Build, scripts: readonly ShellScript[], brackets: readonly Brackets[]): Edit[] {
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
    const lines = [...(close ? [close] : []), ...commentsIn(build, gap, scripts[index + 1]!, true)];
    edits.push(replace(gap, lines.map((line) => `${line}${newline}`).join('')));
  }
  return edits;
}

/** The comment lines between two scripts, and the comment behind the second one, which would swallow what follows. */
function commentsIn(build: Build, gap: Span, next: ShellScript, last: boolean): string[] {
  const moved = next.instruction.leading.filter(hasToMove);
  const lines = build.comments.filter(
    (comment) => gap.start <= comment.start && comment.end <= gap.end && !moved.includes(comment),
  );
  const own = last ? undefined : commentBehind(build, next);
  return [...lines.map(({ start, end }) => build.source.text.slice(start, end)), ...(own ? [own] : [])];
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
function hoistIgnores(build: Build, scripts: readonly ShellScript[]): Edit[] {
  const { text, newline } = build.source;
  const { instruction } = scripts[0]!;
  const moved = scripts.slice(1).flatMap((script) => script.instruction.leading.filter(hasToMove));
  const lists = moved.flatMap((comment) => listForHadolint(comment) ?? []);
  const lines = moved
    .filter((comment) => listForHadolint(comment) === undefined)
    .map(({ start, end }) => text.slice(start, end));
  const nearest = instruction.leading.at(-1);
  const known = nearest && listForHadolint(nearest);
  const names = [...new Set(lists.flatMap((list) => list.split(/[ \t]*,[ \t]*/)))].join(',');
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

function isWanted(scripts: readonly ShellScript[], around: RunInstruction | undefined): boolean {
  return around === undefined || scripts.some(({ instruction }) => instruction === around);
}

function isRun(instruction: Instruction): instruction is RunInstruction {
  return instruction.keyword === 'RUN';
}

function nameOf(build: Build, instruction: Instruction): string {
  return `${instruction.keyword} on line ${lineOf(build, instruction)}`;
}

function lineOf({ source }: Build, { start }: Span): number {
  return lineAt(source, start) + 1;
}
