import type { Build } from '../build-types';
import { titleOf } from '../shell/command-title';
import { lineNumber } from '../syntax/blocks';
import type { Misplaced, Victim } from './cache-order';

/** Words for messages about a misplaced COPY: what changes, and what runs again for it. */
export interface OrderWords {
  /** `a.conf`, `a.conf and b.sh`, `3 files`, `the copied files`. */
  readonly what: string;
  /** `"apt-get install" in line 7`. */
  readonly victim: string;
  /** `it` or `them`. */
  readonly pronoun: string;
}

/** How a misplaced COPY and its first victim are spoken of. */
export function orderWords({ source, stages }: Build, { copied, items, victims }: Misplaced): OrderWords {
  const names = items.map(({ word }) => word.value.replace(/(?<=.)\/+$/, ''));
  const whole = items.some((item) => item.whole);
  const from =
    copied.stage && ` from ${copied.stage.name ? `stage ${copied.stage.name}` : `stage ${copied.stage.index}`}`;
  const listed = names.length > 2 ? `${names.length} sources` : names.join(' and ');
  const what = whole ? 'the copied files' : `${listed}${from ?? ''}`;
  const [{ run, command }] = victims;
  const stage = run.stage === copied.instruction.stage ? '' : ` of ${stageName(stages[run.stage]!.name, run.stage)}`;
  return {
    what,
    victim: `"${titleOf(command)}" in line ${lineNumber(source, command.command)}${stage}`,
    pronoun: whole || names.length > 1 ? 'them' : 'it',
  };
}

function stageName(name: string | undefined, index: number): string {
  return `stage ${name ?? index}`;
}

/** The victims as related places, the first few. */
export function relatedVictims(victims: readonly Victim[]): { at: Victim['command']['command']; message: string }[] {
  return victims.slice(0, 4).map(({ command }) => ({ at: command.command, message: 'This runs again each time.' }));
}
