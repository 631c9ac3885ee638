import type { Ecosystem, PlanQuestion, Wishes } from '../../knowledge/ecosystem';
import { ecosystems } from '../../knowledge/ecosystems/index';
import { readBaseImage } from '../../knowledge/images/base-images';
import { applyEdits, type Edit } from '../../text/edit';
import { lineEdits } from '../../text/line-edits';
import type { Span } from '../../text/span';
import { readBuild } from '../build';
import type { Build, Stage } from '../build-types';
import { mapPerBuild } from '../once-per-build';
import { readCacheOrder } from '../order/cache-order';
import { planManifestMove } from '../order/manifest-moves';
import { notForShipping } from '../stages/shipping';
import { lineNumber } from '../syntax/blocks';
import type { Instruction } from '../syntax/instruction';
import { findDoubt } from './conversion-doubts';
import { nameStages, type SplitStage, writeStages } from './conversion-text';
import { firstLook } from './first-look';
import { projectReader } from './project';
import { runsOf } from './runs';
import { splitStage } from './stage-split';

/** How a stage becomes a builder and what ships. */
export interface Conversion {
  readonly edits: readonly Edit[];
  readonly notes: readonly string[];
  readonly moves: readonly Move[];
  /** The image that the runtime stage starts from. */
  readonly runtime: string;
  readonly ecosystem: string;
}

/** Why a stage can't be split, for the person. */
export interface ConversionRefusal {
  readonly because: string;
  readonly asks?: PlanQuestion;
  /** Whether it is no project that could be split at all, so that the reason helps nobody who has not asked. */
  readonly foreign?: boolean;
}

/** What became of an instruction. */
export interface Move {
  /** 1-based, in the text before. */
  readonly line: number;
  readonly to: 'builder' | 'runtime' | 'both' | 'gone';
  /** Why: a clause without capital and full stop. */
  readonly why: string;
}

/** A stage that can be split, as far as anybody can tell before the result is written. */
export interface Sketch {
  /** The image that the runtime stage would start from. */
  readonly runtime: string;
  /** Writes the result and reads it again: a doubt takes it back. */
  complete(): Conversion | ConversionRefusal;
}

const sketches = mapPerBuild<number, Sketch | ConversionRefusal>();
const answers = mapPerBuild<number, Conversion | ConversionRefusal>();

/** Whether a stage can be split, and what it would ship on: enough to say so, at half the cost of the conversion. */
export function sketchOf(build: Build, stage: Stage): Sketch | ConversionRefusal {
  const known = sketches(build).get(stage.index);
  if (known) return known;
  const sketch = sketchStage(build, stage, {});
  sketches(build).set(stage.index, sketch);
  return sketch;
}

/**
 * The conversion of the stage that a place is in: of the last stage where the place is in none, or at the file's start.
 * Undefined for a file without stages.
 */
export function conversionOf(
  build: Build,
  place: Span,
  wishes: Wishes = {},
): Conversion | ConversionRefusal | undefined {
  const stage = stageAt(build, place);
  if (!stage) return undefined;
  if (wishes.runtime !== undefined || wishes.answers) {
    const sketch = sketchStage(build, stage, wishes);
    return 'because' in sketch ? sketch : sketch.complete();
  }
  // The answer is the same at every place of a stage, and the command line asks at several.
  const known = answers(build).get(stage.index);
  if (known) return known;
  const sketch = sketchOf(build, stage);
  const answer = 'because' in sketch ? sketch : sketch.complete();
  answers(build).set(stage.index, answer);
  return answer;
}

function stageAt({ stages }: Build, { start }: Span): Stage | undefined {
  const [first] = stages;
  if (!first || start <= first.from.end) return stages.at(-1);
  return stages.findLast((stage) => stage.from.start <= start);
}

/** Sorts what a stage does, or says why it can't be split. */
function sketchStage(build: Build, stage: Stage, wishes: Wishes): Sketch | ConversionRefusal {
  const obstacle = findObstacle(build, stage);
  if (obstacle !== undefined) return { because: obstacle, foreign: true };
  const runs = runsOf(build);
  const readFor = projectReader(build, stage, runs, wishes);
  const look = firstLook(build, stage);
  for (const ecosystem of ecosystems) {
    if (!ecosystem.mayRecognise(look)) continue;
    const project = readFor(ecosystem);
    if (!ecosystem.recognises(project)) continue;
    if (project.start.programs.length === 0 && !ecosystem.startsByItself?.(project.base))
      return { because: 'No CMD or ENTRYPOINT says what the container runs.', foreign: true };
    const plan = ecosystem.plan(project);
    if ('because' in plan) return plan;
    const split = splitStage(build, stage, project, plan, ecosystem, runs);
    if ('because' in split) return split;
    const found: SplitStage = { stage, project, plan, split, names: nameStages(build, stage) };
    return { runtime: split.runtime.image, complete: () => complete(build, ecosystem, found) };
  }
  if (build.stages.length > 1) {
    return {
      because: `The file has ${build.stages.length} stages already, and no build of a project is found in this one.`,
      foreign: true,
    };
  }
  return {
    because: 'No command here builds a project of a known kind, so what a runtime stage would need is not known.',
    foreign: true,
  };
}

/** Writes the stages, and reads what comes of it. */
function complete(build: Build, ecosystem: Ecosystem, found: SplitStage): Conversion | ConversionRefusal {
  const { stage, split, names } = found;
  const edits = writeStages(build, found);
  const after = readBuild(applyEdits(build.source.text, edits), build.context, build.builder);
  const doubt = findDoubt(build, after, ecosystem, found);
  if (doubt !== undefined) return { because: doubt };
  const ordered = manifestsFirst(after, stage.index);
  const note = `In the stage ${names.builder} the manifests come first, so that a change of the sources installs nothing anew.`;
  return {
    edits: ordered === undefined ? edits : lineEdits(build.source.text, ordered),
    notes: [...notesOf(build, found), ...(ordered === undefined ? [] : [note])],
    moves: movesOf(build, found),
    runtime: split.runtime.image,
    ecosystem: ecosystem.title,
  };
}

/** The text with the sources of the builder copied behind the installation, where the context shows that it needs only the manifests. */
function manifestsFirst(build: Build, builder: number): string | undefined {
  if (!build.context) return undefined;
  const misplaced = readCacheOrder(build).misplaced.find(
    ({ kind, copied }) => kind === 'manifest' && copied.instruction.stage === builder,
  );
  const move = misplaced && planManifestMove(build, misplaced);
  return move && applyEdits(build.source.text, move.edits);
}

/** What no ecosystem can do anything about. */
function findObstacle(build: Build, stage: Stage): string | undefined {
  const { stages, instructions, context } = build;
  const user = stages.find((one) => one.parent === stage);
  if (user) return `Another stage starts from ${stage.from.alias?.value ?? 'this stage'}, so it can't be split alone.`;
  if (stage.parent)
    return `The stage starts from ${stage.base}, a stage of this file, whose steps would have to be sorted as well.`;
  if (stage.os === 'windows') return 'The image is for Windows.';
  if (build.problems.length > 0) return `The file can't be read without doubt: ${build.problems[0]!.message}`;
  const unknown = instructions.find(({ keyword }) => keyword === 'UNKNOWN');
  if (unknown) return `Line ${lineNumber(build.source, unknown)} is no instruction.`;
  const onbuild = stage.instructions.find(({ keyword }) => keyword === 'ONBUILD');
  if (onbuild) return `ONBUILD on line ${lineNumber(build.source, onbuild)} is for images that are built on this one.`;
  const unshipped = notForShipping(build, stage);
  if (unshipped !== undefined) return unshipped;
  if (!stage.baseKnown) return 'The base image is a variable without a default.';
  const { family, variant } = readBaseImage(stage.base);
  if (variant?.split('-').includes('onbuild')) return 'The base image brings instructions of its own (ONBUILD).';
  if (family === undefined) return `What ${stage.base} is made of is not known.`;
  // A name that stays with the builder would be built without what ships.
  const named = nameStages(build, stage).runtime === undefined ? stage.name : undefined;
  const target = named === undefined ? undefined : findTarget(named, context);
  return target && `${target} builds the stage ${stage.name} by its name.`;
}

/** A Compose or Bake file that builds a stage by its name. */
function findTarget(name: string, context: Build['context']): string | undefined {
  const files = [
    'compose.yaml',
    'compose.yml',
    'docker-compose.yml',
    'docker-compose.yaml',
    'docker-bake.hcl',
    'docker-bake.json',
  ];
  const target = new RegExp(`target"?\\s*[:=]\\s*["']?${name}["']?\\s*(?:#|,|$)`, 'im');
  return files.find((file) => target.test(context?.read(file) ?? ''));
}

function notesOf({ source }: Build, { plan, split, names }: SplitStage): string[] {
  const { moved, dropped, artefacts, runtime } = split;
  const lines = (instructions: readonly Instruction[]) => {
    const numbers = instructions.map((instruction) => lineNumber(source, instruction));
    return `${numbers.length === 1 ? 'Line' : 'Lines'} ${numbers.join(', ')}`;
  };
  const gone = moved.filter(({ both }) => !both).map(({ instruction }) => instruction);
  const doubled = moved.filter(({ both }) => both).map(({ instruction }) => instruction);
  const verb = (count: number, one: string, many: string) => (count === 1 ? one : many);
  return [
    `The stage ${names.builder} ends with line ${lineNumber(source, split.boundary)}, the last one that builds; what ships starts from ${runtime.image}.`,
    `It gets ${artefacts.map(({ from, to }) => (from === to ? from : `${from} as ${to}`)).join(', ')}.`,
    ...(gone.length > 0
      ? [`${lines(gone)} ${verb(gone.length, 'is', 'are')} about the container, not the build, and moved down.`]
      : []),
    ...(doubled.length > 0
      ? [
          `${lines(doubled)} ${verb(doubled.length, 'is', 'are')} in both stages, which both need ${verb(doubled.length, 'it', 'them')}.`,
        ]
      : []),
    ...(dropped.length > 0 ? [`${lines(dropped)} ${verb(dropped.length, 'is', 'are')} not needed any more.`] : []),
    ...split.notes,
    ...plan.notes,
  ];
}

/** Where every instruction of the stage went, in file order. */
function movesOf({ source }: Build, { stage, plan, split }: SplitStage): Move[] {
  const moved = new Map(split.moved.map((one) => [one.instruction, one]));
  return stage.instructions.map((instruction) => {
    const line = lineNumber(source, instruction);
    const one = moved.get(instruction);
    if (split.dropped.includes(instruction))
      return {
        line,
        to: 'gone',
        why: plan.serves ? 'the runtime image does this by itself' : 'nothing needs it any more',
      };
    if (one?.both) return { line, to: 'both', why: 'the build and the container need it' };
    if (one || instruction.index > split.boundary.index) return { line, to: 'runtime', why: reasonFor(instruction) };
    return {
      line,
      to: 'builder',
      why: instruction.keyword === 'RUN' ? 'it builds, or sets up what builds' : 'only the build needs it',
    };
  });
}

function reasonFor({ keyword }: Instruction): string {
  switch (keyword) {
    case 'RUN':
      return 'it sets up the system that the program runs on';
    case 'COPY':
    case 'ADD':
      return 'the program opens it; the build does not';
    case 'ENV':
    case 'ARG':
      return 'the container reads it';
    default:
      return 'it is about the container';
  }
}
