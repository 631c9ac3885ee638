import type { Edit } from '../../text/edit';
import type { Build } from '../build-types';
import { removeStatements } from '../shell/shell-edits';
import type { RunRole } from './run-roles';

/** What of a RUN that both builds and makes users the runtime stage gets. */
export interface Setup {
  /** Take away what builds. */
  readonly edits: readonly Edit[];
  /** Places that are made by what was taken away. */
  readonly places: readonly string[];
}

/** Commands that make a place by themselves, and those that prepare for others. */
const SETS_UP = new Set(['mkdir', 'touch', 'chmod', 'chown', 'chgrp', 'install', 'usermod', 'groupmod']);

/** Commands that need what they are given. */
const CHANGES = new Set(['chmod', 'chown', 'chgrp']);

/** Places of the project whose owner or rights a RUN changes, and that it does not make itself. */
export function changedPlaces({ effects, commands }: RunRole): string[] {
  const made = new Set<string>();
  const changed: string[] = [];
  for (const [index, effect] of effects.entries()) {
    const places = effect.kind === 'none' || effect.kind === 'places' ? effect.made : [];
    if (CHANGES.has(commands[index]!.name ?? '')) changed.push(...places.filter((path) => !made.has(path)));
    else for (const path of places) made.add(path);
  }
  return changed;
}

/** Tells the statements of a RUN that set up the system from those that build; undefined where they can't be told apart. */
export function readSetup(build: Build, { script, effects, commands, relative }: RunRole): Setup | undefined {
  const kinds = new Map<number, Set<'setup' | 'build' | 'neutral'>>();
  const lost: string[] = [];
  for (const [index, effect] of effects.entries()) {
    const { name, statement } = commands[index]!;
    const sets = effect.kind === 'users' || (effect.kind === 'places' && SETS_UP.has(name ?? ''));
    if (effect.kind === 'places' && !sets) lost.push(...effect.paths);
    if (sets && effect.kind === 'places' && CHANGES.has(name ?? '') && effect.made.length > 0) return undefined;
    const kind = sets ? 'setup' : name === 'set' ? 'neutral' : 'build';
    kinds.set(statement, (kinds.get(statement) ?? new Set()).add(kind));
  }
  // Where it works would have to be the same.
  if (relative && commands.some(({ name }) => name === 'cd')) return undefined;
  const all = [...kinds.values()];
  if (all.some((found) => found.has('setup') && found.has('build'))) return undefined;
  const removed = script.statements.filter((_, index) => !kinds.get(index) || kinds.get(index)!.has('build'));
  const edits = removeStatements(build.source, script, removed);
  return edits && { edits, places: lost };
}
