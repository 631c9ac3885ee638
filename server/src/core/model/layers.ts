import type { Source } from '../text/source';
import type { Stage, State } from './build-types';
import type { Instruction } from './instruction';
import type { Layer } from './layer';
import type { ShellScript } from './shell-command';

/** What layers are read from. */
export interface LayerInput {
  readonly source: Source;
  readonly instructions: readonly Instruction[];
  readonly stages: readonly Stage[];
  readonly states: readonly State[];
  readonly scripts: readonly ShellScript[];
}

/** What each instruction makes and what its cache key depends on. */
export function readLayers(_input: LayerInput): readonly Layer[] {
  return [];
}
