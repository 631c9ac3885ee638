import type { Edit } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Build } from '../build-types';
import { cutRow, mergeRow } from '../runs/merge-rows';
import type { DeletedLater } from './deleted-later';

/** The RUNs that made what a RUN removes, merged with it. */
export interface MergedDeletion {
  /** 1-based. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly edits: readonly Edit[];
  readonly notes: readonly string[];
}

/**
 * Makes one RUN of the one that removes something and of those that made it, as far as they stand above it without anything between.
 * Undefined where none does, or where the merged RUN would mean something else.
 */
export function mergeDeletion(build: Build, { command, contents }: DeletedLater): MergedDeletion | undefined {
  const last = command.script.instruction;
  let top = last.index;
  while (build.instructions[top - 1]?.keyword === 'RUN') top--;
  const makers = [...new Set(contents.map(({ instruction }) => instruction))].sort((a, b) => a.index - b.index);
  for (const maker of makers) {
    if (maker.index < top) continue;
    const scripts = build.scripts.filter(({ instruction: { index } }) => maker.index <= index && index <= last.index);
    if (cutRow(build, scripts).length !== 1) continue;
    const { edits, notes } = mergeRow(build, scripts);
    const lineOf = ({ start }: { readonly start: number }) => lineAt(build.source, start) + 1;
    const above = makers.filter(({ index }) => index < maker.index).map(lineOf);
    const rest = above.map((line) => `The layer of line ${line} still keeps what it has.`);
    return { firstLine: lineOf(maker), lastLine: lineOf(last), edits, notes: [...notes, ...rest] };
  }
  return undefined;
}
