import type { Stage } from '../build-types';
import type { Instruction, Reference } from '../syntax/instruction';
import type { Facts } from './layers';

/** What a change has reached so far, while the instructions behind it are looked at one by one. */
interface Wave {
  readonly origin: Instruction;
  /** Steps that run again. */
  readonly again: Set<Instruction>;
  /** ENV and ARG instructions that set another value now. */
  readonly revalued: Set<Instruction>;
  /** USER, SHELL and WORKDIR instructions that mean something else now. */
  readonly resettled: Set<Instruction>;
  /** Stages that are built on something else now. */
  readonly rebased: Set<Stage>;
}

/**
 * The later steps that run again when an instruction does or, for one that makes no step, when it says something else. Steps that
 * copy from a stage count, although equal bytes stop the wave there.
 */
export function findReruns(facts: Facts, origin: Instruction): Instruction[] {
  const wave: Wave = {
    origin,
    again: new Set(),
    revalued: new Set(),
    resettled: new Set(),
    rebased: new Set(),
  };
  start(wave, facts, origin);
  /** By stage, so that stages built on it start with it. */
  const settled: Settled[] = [];
  let current: Settled = {};
  for (const instruction of facts.instructions) {
    const stage = facts.stages[instruction.stage];
    if (stage && instruction === stage.from) {
      current = stage.parent ? { ...settled[stage.parent.index] } : {};
      settled[stage.index] = current;
    }
    if (instruction.index > origin.index) spread(wave, facts, instruction, current);
    if (instruction.keyword === 'USER' || instruction.keyword === 'SHELL' || instruction.keyword === 'WORKDIR') {
      current[instruction.keyword] = instruction;
    }
    if (facts.layers[instruction.index]?.cached) current.step = instruction;
  }
  wave.again.delete(origin);
  return [...wave.again];
}

/** The last of each in force, and the last step. */
type Settled = Partial<Record<'USER' | 'SHELL' | 'WORKDIR' | 'step', Instruction>>;

function start(wave: Wave, { layers, stages }: Facts, origin: Instruction): void {
  if (layers[origin.index]?.cached) wave.again.add(origin);
  switch (origin.keyword) {
    case 'FROM':
      wave.rebased.add(stages[origin.stage]!);
      break;
    case 'ARG':
    case 'ENV':
      wave.revalued.add(origin);
      break;
    case 'USER':
    case 'SHELL':
    case 'WORKDIR':
      wave.resettled.add(origin);
      break;
  }
}

function spread(wave: Wave, facts: Facts, instruction: Instruction, settled: Settled): void {
  switch (instruction.keyword) {
    case 'FROM': {
      const stage = facts.stages[instruction.stage]!;
      const follows = stage.parent !== undefined && wave.rebased.has(stage.parent);
      if (follows || readsRevalued(wave, facts, instruction)) wave.rebased.add(stage);
      return;
    }
    case 'ARG':
    case 'ENV':
      if (readsRevalued(wave, facts, instruction) || inheritsRevalued(wave, facts, instruction)) {
        wave.revalued.add(instruction);
      }
      return;
    case 'USER':
    case 'SHELL':
      if (readsRevalued(wave, facts, instruction)) wave.resettled.add(instruction);
      return;
    default:
      if (facts.layers[instruction.index]?.cached && runsAgain(wave, facts, instruction, settled)) {
        wave.again.add(instruction);
      }
  }
}

/** Asked of every step behind the origin, so it looks at `dependsOn`, which may be long, only where a stage is copied from. */
function runsAgain(wave: Wave, facts: Facts, step: Instruction, settled: Settled): boolean {
  if (settled.step && wave.again.has(settled.step)) return true;
  if (settled.step?.stage !== step.stage && wave.rebased.has(facts.stages[step.stage]!)) return true;
  const resettled = (keyword: keyof Settled) => {
    const last = settled[keyword];
    return last !== undefined && wave.resettled.has(last);
  };
  switch (step.keyword) {
    case 'RUN':
      if (resettled('USER') || resettled('WORKDIR') || (!step.json && resettled('SHELL'))) return true;
      if (seesRevalued(wave, facts, step)) return true;
      break;
    case 'WORKDIR':
      if (resettled('USER') || (resettled('WORKDIR') && isRelative(step))) return true;
      break;
    default:
      if (resettled('WORKDIR') && isRelative(step)) return true;
  }
  return readsRevalued(wave, facts, step) || copiesTouched(wave, facts, step);
}

/** Every ENV and ARG in force is in the key of RUN, used or not. */
function seesRevalued(wave: Wave, facts: Facts, run: Instruction): boolean {
  const { scope } = facts.states[run.index]!;
  for (const instruction of wave.revalued) {
    if (instruction.keyword === 'ENV') {
      if (instruction.pairs.some(({ name }) => scope.lookup(name.value)?.declaration === instruction)) return true;
    } else if (scope.args().some(({ declaration }) => declaration === instruction)) return true;
  }
  return false;
}

function copiesTouched(wave: Wave, facts: Facts, step: Instruction): boolean {
  const copies =
    step.keyword === 'RUN'
      ? step.mounts.some(({ from }) => from !== undefined)
      : (step.keyword === 'COPY' || step.keyword === 'ADD') && step.from !== undefined;
  if (!copies) return false;
  return facts.layers[step.index]!.dependsOn.some(
    (dependency) => dependency.kind === 'stage' && isTouched(wave, facts, dependency.stage),
  );
}

/** Whether the working directory decides where the step puts something. */
function isRelative(step: Instruction): boolean {
  const target =
    step.keyword === 'COPY' || step.keyword === 'ADD'
      ? step.destination
      : step.keyword === 'WORKDIR'
        ? step.words[0]
        : undefined;
  return target !== undefined && !target.value.startsWith('/');
}

/** Whether what a stage ends with may differ now. */
function isTouched({ again, rebased }: Wave, { ends }: Facts, stage: Stage): boolean {
  const step = ends[stage.index]?.step;
  return rebased.has(stage) || (step !== undefined && again.has(step));
}

function readsRevalued(wave: Wave, facts: Facts, instruction: Instruction): boolean {
  if (wave.revalued.size === 0) return false;
  const { scope } = facts.states[instruction.index]!;
  return referencesIn(instruction).some(({ name }) => {
    const declaration = scope.lookup(name)?.declaration;
    return declaration !== undefined && wave.revalued.has(declaration);
  });
}

/** `ARG NAME` in a stage takes the value of the global of that name. */
function inheritsRevalued({ origin, revalued }: Wave, facts: Facts, instruction: Instruction): boolean {
  if (origin.stage !== -1 || instruction.keyword !== 'ARG') return false;
  const names = instruction.pairs.flatMap(({ name, value }) => (value ? [] : [name.value]));
  return facts.instructions.some(
    (global) =>
      global.stage === -1 &&
      global.keyword === 'ARG' &&
      revalued.has(global) &&
      global.pairs.some(({ name }) => names.includes(name.value)),
  );
}

function referencesIn(instruction: Instruction): Reference[] {
  const words = instruction.keyword === 'FROM' ? [instruction.imageWord] : instruction.words;
  return [...words, ...instruction.flags.flatMap(({ value }) => value ?? [])].flatMap((word) => word.references);
}
