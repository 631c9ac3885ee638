import type { Build } from '../model/build-types';
import { cutRow, mergeRow } from '../model/runs/merge-rows';
import type { ShellScript } from '../model/shell/shell-command';
import type { Instruction, RunInstruction } from '../model/syntax/instruction';
import { dockerfile } from '../text/dockerfile';
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
    'where that is needed, and a RUN that would mean something else is left alone, with the reason. Fetching package lists ' +
    'that are still there, and a clean-up that a later one does again, are left out where the files stay the same.',
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
        RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*<|>
        RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
      `,
      after: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl && \
            apt-get install -y git && rm -rf /var/lib/apt/lists/*
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
    const merges = wanted.map((row) => mergeRow(build, row.scripts));
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
