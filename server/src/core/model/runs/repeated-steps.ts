import { lineAt } from '../../text/source';
import type { Build } from '../build-types';
import type { ShellCommand, ShellScript, ShellStatement, ShellWord } from '../shell/shell-command';
import { removeWords } from '../shell/shell-edits';
import { hasOwnSources, isApart, keepsSources } from './apt-sources';
import { readSweeps, readUpdate, type Sweep, useOf } from './sweeps';

/** What scripts that become one do twice, and need to do once. */
export interface RepeatedSteps {
  /** Statements that go as a whole. */
  readonly statements: ReadonlySet<ShellStatement>;
  /** Words that go out of an `rm` that removes other things too. */
  readonly words: ReadonlyMap<ShellCommand, readonly ShellWord[]>;
  readonly notes: readonly string[];
}

/** A command of a row of scripts. */
interface Step {
  readonly command: ShellCommand;
  /** Which script of the row it stands in. */
  readonly row: number;
  /** It is one of statements that are joined by `&&` alone: it runs, and nothing behind it does where it fails. */
  readonly sure: boolean;
  /** Sweeps of it that a later step does again. */
  readonly repeated: Set<Sweep>;
  readonly sweeps: readonly Sweep[];
}

const NOTHING: RepeatedSteps = { statements: new Set(), words: new Map(), notes: [] };

/**
 * Finds what a later script of a row does again: a package manager's clean-up, which is then needed at its last place only, and
 * fetching apt's lists, which is not needed while the first ones are there and nothing could lead to others.
 */
export function findRepeats(build: Build, scripts: readonly ShellScript[]): RepeatedSteps {
  const steps = scripts.flatMap(readSteps);
  const statements = new Set<ShellStatement>();
  const words = new Map<ShellCommand, readonly ShellWord[]>();
  const notes: string[] = [];
  const lineOf = ({ command }: Step) => lineAt(build.source, command.start) + 1;
  const statementOf = ({ command, row }: Step) => scripts[row]!.statements[command.statement]!;

  for (const [at, step] of steps.entries()) {
    if (!step.sure) continue;
    const later = step.sweeps.flatMap((sweep) => findLater(build, steps, at, sweep) ?? []);
    if (later.length === 0) continue;
    const whole = step.repeated.size === countTargets(step);
    const parts = [...step.repeated].flatMap(({ word }) => word ?? []);
    if (whole) statements.add(statementOf(step));
    else if (removeWords(build.source, step.command, parts)) words.set(step.command, parts);
    else {
      step.repeated.clear();
      continue;
    }
    notes.push(
      `${whole ? 'The' : 'Part of the'} clean-up on line ${lineOf(step)} is left out, since line ${lineOf(later.at(-1)!)} does it again.`,
    );
  }

  let last: number | undefined;
  for (const [at, step] of steps.entries()) {
    const fetch = step.sure ? readUpdate(step.command) : undefined;
    if (fetch === undefined) continue;
    const first = last === undefined ? undefined : steps[last]!;
    const repeats = first && first.row < step.row && readUpdate(first.command) === fetch;
    const own = hasOwnSources(build, step.command);
    if (repeats && steps.slice(last! + 1, at).every((between) => keepsLists(build, between, own))) {
      statements.add(statementOf(step));
      notes.push(
        `"${step.command.name} update" on line ${lineOf(step)} is left out, since the lists of line ${lineOf(first)} are still there.`,
      );
    } else last = at;
  }
  // The first and the last script keep a statement at least: there the merged RUN starts and ends.
  const ends = [scripts[0]!, scripts.at(-1)!];
  const emptied = ends.some((script) => script.statements.every((statement) => statements.has(statement)));
  return emptied ? NOTHING : { statements, words, notes };
}

function readSteps({ statements, commands }: ShellScript, row: number): Step[] {
  const chained = statements.every(
    ({ before, background }) => !background && (before === undefined || before === '&&'),
  );
  return commands.map((command) => {
    const { kind, commands: own } = statements[command.statement]!;
    const sure = chained && kind === 'command' && own.length === 1;
    return { command, row, sure, repeated: new Set(), sweeps: readSweeps(command) };
  });
}

/** How many things a clean-up does, known sweeps or not. */
function countTargets({ command, sweeps }: Step): number {
  return command.name === 'rm' ? command.arguments.filter(({ value }) => !value.startsWith('-')).length : sweeps.length;
}

/** The next script's step that does a sweep again, where nothing between the two would notice that it is still to come. */
function findLater(build: Build, steps: readonly Step[], at: number, sweep: Sweep): Step | undefined {
  const first = steps[at]!;
  // What the place held before may be older than what a later step would fetch.
  const filled = steps.slice(0, at).some(({ command }) => /^(?:fetches|own)$/.test(useOf(sweep, command) ?? ''));
  if (!filled) return undefined;
  let fetched = false;
  for (const step of steps.slice(at + 1)) {
    const again = step.row > first.row && step.sure && prefixOf(step) === prefixOf(first);
    if (again && step.sweeps.some(({ text }) => text === sweep.text)) {
      first.repeated.add(sweep);
      return step;
    }
    if (step.sweeps.length > 0 && sweepsOnly(step)) continue;
    const use = useOf(sweep, step.command);
    if (use === 'fetches' && step.sure) fetched = true;
    else if (use === 'own' || (use !== undefined && fetched)) continue;
    else if (use !== undefined || !isApart(build, step.command, sweep.place)) return undefined;
  }
  return undefined;
}

/** What stands in front of a command's name: `sudo` above all. */
function prefixOf({ command: { words, nameWord } }: Step): string {
  return words
    .slice(0, words.indexOf(nameWord!))
    .map(({ value }) => value)
    .join(' ');
}

/** Whether apt finds the same after a step as before. */
function keepsLists(build: Build, step: Step, ownSources: boolean): boolean {
  if (step.sweeps.length === 0) return keepsSources(build, step.command, ownSources);
  return sweepsOnly(step) && step.sweeps.every((sweep) => sweep.keeper !== 'apt-lists' || step.repeated.has(sweep));
}

/** Whether what an `rm` removes besides lies where no package manager keeps anything. */
function sweepsOnly({ command, sweeps }: Step): boolean {
  if (command.name !== 'rm') return true;
  const others = command.arguments.filter(
    (word) => !word.value.startsWith('-') && !sweeps.some((sweep) => sweep.word === word),
  );
  return others.every(
    ({ value }) =>
      /^\/(?:tmp|var\/tmp|root|usr|home|opt|srv)\//.test(value) && !/\.\.|keyring|\bapt\b|dpkg|gnupg/.test(value),
  );
}
