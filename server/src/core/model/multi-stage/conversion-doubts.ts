import type { Ecosystem } from '../../knowledge/ecosystem';
import type { Build, Stage } from '../build-types';
import { readContainerStart } from '../stages/container-start';
import { lineNumber } from '../syntax/blocks';
import type { Instruction } from '../syntax/instruction';
import { pairsOf } from '../syntax/pairs';
import type { SplitStage } from './conversion-text';

/** What the new file says otherwise about the container than it should; undefined when nothing. */
export function findDoubt(
  before: Build,
  after: Build,
  ecosystem: Ecosystem,
  { stage, plan, split }: SplitStage,
): string | undefined {
  const runtime = after.stages[stage.index + 1];
  if (
    after.problems.length > before.problems.length ||
    after.stages.length !== before.stages.length + 1 ||
    runtime === undefined
  ) {
    return 'The result could not be read.';
  }
  const copied = runtime.instructions.filter((one) => one.keyword === 'COPY' && one.from !== undefined);
  if (copied.length < split.artefacts.length) return 'The result does not copy what is built.';
  for (const keyword of SAME) {
    if (plan.serves && (keyword === 'CMD' || keyword === 'ENTRYPOINT')) continue;
    const wanted = textsOf(before, stage, keyword);
    const found = textsOf(after, runtime, keyword);
    const same =
      wanted.length === found.length &&
      (wanted.every((text, index) => text === found[index]) || split.substitutions.length > 0);
    if (!same) return `The result would lose ${keyword}.`;
  }
  const start = readContainerStart(after, runtime);
  if (plan.serves) return undefined;
  if (start.programs.length === 0 && readContainerStart(before, stage).programs.length > 0)
    return 'The result would start nothing.';
  const userOf = (instructions: readonly Instruction[]) =>
    instructions.findLast(({ keyword }) => keyword === 'USER')?.words[0]?.value;
  if (userOf(stage.instructions) !== userOf(runtime.instructions)) return 'The result would run as another user.';
  return findLostVariable(before, stage, after, runtime, ecosystem);
}

/** A variable that the container, or an instruction of the runtime stage, would have another value of than before. */
function findLostVariable(
  before: Build,
  stage: Stage,
  after: Build,
  runtime: Stage,
  ecosystem: Ecosystem,
): string | undefined {
  const known = new Map(
    before.instructions.flatMap((one) =>
      one.stage === stage.index ? (pairsOf(one)?.map(({ name }) => [name.value, one.keyword] as const) ?? []) : [],
    ),
  );
  const own = new Set(
    runtime.instructions.flatMap((one) =>
      one.keyword !== 'LABEL' ? (pairsOf(one)?.map(({ name }) => name.value) ?? []) : [],
    ),
  );
  for (const [name, keyword] of known) {
    const isBuild = ecosystem.buildVariables.test(name) || name === 'PATH';
    if (keyword === 'ENV' && !own.has(name) && !isBuild) return `The result would lose the variable ${name}.`;
  }
  for (const instruction of after.instructions) {
    if (instruction.stage < stage.index || instruction.stage > runtime.index) continue;
    const { scope } = after.states[instruction.index]!;
    const written = after.source.text.slice(instruction.start, instruction.end);
    const lost = [...known.keys()].find(
      // Every image has a PATH.
      (name) => name !== 'PATH' && reads(written, name) && !scope.lookup(name) && wasKnown(before, written, name),
    );
    if (lost) return `Line ${lineNumber(after.source, instruction)} of the result would read ${lost} without a value.`;
  }
  return undefined;
}

function reads(text: string, name: string): boolean {
  return new RegExp(`\\$\\{?${name}\\b`).test(text);
}

/** Whether the same text could read a variable in the file before. */
function wasKnown({ instructions, states, source }: Build, text: string, name: string): boolean {
  const same = instructions.find(({ start, end }) => source.text.slice(start, end) === text);
  return same === undefined || states[same.index]!.scope.lookup(name) !== undefined;
}

/** What a container has of its image's configuration, ENV and USER left to the sorting. */
const SAME = ['CMD', 'ENTRYPOINT', 'EXPOSE', 'HEALTHCHECK', 'LABEL', 'MAINTAINER', 'STOPSIGNAL', 'VOLUME'];

function textsOf({ source: { text } }: Build, { instructions }: Stage, keyword: string): string[] {
  return instructions.filter((one) => one.keyword === keyword).map(({ start, end }) => text.slice(start, end));
}
