import type { Build } from '../model/build-types';
import type { Instruction } from '../model/syntax/instruction';
import { lineAt } from '../text/source';
import { sizeNotes } from './size-notes';

/** One line of the layer table. */
export interface LayerRow {
  /** 1-based line of the instruction. */
  readonly line: number;
  readonly keyword: string;
  readonly kind: 'filesystem' | 'metadata' | 'none';
  /** Number among its stage's filesystem layers. */
  readonly layer?: number;
  /** 1-based lines of the steps that run again with it. */
  readonly reruns: readonly number[];
  /** Whether files of the build context can make it run again. */
  readonly onContext: boolean;
  readonly notes: readonly string[];
}

/** The layers of one stage, in order. */
export interface StageView {
  readonly index: number;
  readonly name?: string;
  readonly base: string;
  readonly rows: readonly LayerRow[];
}

/** The layers of every stage as data, for tables and views. Holds no values, only names and line numbers. */
export function layerView(build: Build): readonly StageView[] {
  const lineOf = ({ start }: Instruction) => lineAt(build.source, start) + 1;
  return build.stages.map(({ index, name, base, instructions }) => ({
    index,
    ...(name ? { name } : {}),
    base: base.replace(/\/\/[^/\s]*@/g, '//…@'),
    rows: instructions.map((instruction) => {
      const { kind, number, reruns, onContext, cached } = build.layers[instruction.index]!;
      return {
        line: lineOf(instruction),
        keyword: instruction.keyword,
        kind,
        ...(number === undefined ? {} : { layer: number }),
        reruns: reruns.map(lineOf),
        onContext: cached && onContext,
        notes: sizeNotes(build, instruction),
      };
    }),
  }));
}
