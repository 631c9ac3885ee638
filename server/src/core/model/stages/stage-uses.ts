import type { Span } from '../../text/span';
import type { Build, Stage } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import type { CopyInstruction, FromInstruction, Instruction, Reference, RunInstruction } from '../syntax/instruction';
import { triggersOf } from './overridden';
import { expand } from './variables';

/** A place where a stage says that it needs another stage, or an image: FROM, `COPY --from`, `RUN --mount from=`. */
export interface StageUse {
  readonly kind: 'from' | 'copy' | 'mount';
  /** Where it is written; a trigger for what ONBUILD of `by.parent` brings. */
  readonly instruction: FromInstruction | CopyInstruction | RunInstruction;
  /** The stage whose build needs it. */
  readonly by: Stage;
  /** The name, with its quotes. */
  readonly at: Span;
  /** Variables expanded as far as known. */
  readonly value: string;
  /** As written, without its quotes. */
  readonly written: string;
  readonly references: readonly Reference[];
  /** The earlier stage that it names, by name in any case or by number. */
  readonly stage?: Stage;
  /** A stage of that name or number that is not built by then: `by` itself, or a later one. */
  readonly untimely?: Stage;
  /** A stage above whose number a mount gives: the builder takes it for the name of an image. */
  readonly meant?: Stage;
  /** Whether the stage is named by its number. */
  readonly byNumber: boolean;
}

/** Everything that stages need of each other and of images, in file order; FROM only where a stage is named. */
export const stageUses = oncePerBuild((build): readonly StageUse[] => {
  const found: StageUse[] = [];
  for (const stage of build.stages) {
    if (stage.parent) {
      const { imageWord } = stage.from;
      const { references, value: written } = imageWord;
      const rest = { instruction: stage.from, by: stage, at: imageWord, value: stage.base, written, references };
      found.push({ kind: 'from', ...rest, stage: stage.parent, byNumber: false });
    }
    for (const trigger of triggersOf(stage)) addUses(build, stage, trigger, found);
    for (const instruction of stage.instructions) addUses(build, stage, instruction, found);
  }
  return found;
});

function addUses(build: Build, by: Stage, instruction: Instruction, found: StageUse[]): void {
  if (instruction.keyword === 'COPY') {
    const { from } = instruction;
    if (!from) return;
    const { value } = expand(from, build.states[instruction.index]!.scope);
    const { references, value: written } = from;
    found.push({ kind: 'copy', instruction, by, at: from, value, written, references, ...findNamed(build, value, by) });
  } else if (instruction.keyword === 'RUN') {
    for (const { from, options } of instruction.mounts) {
      if (from === undefined) continue;
      const at = options.find(({ key }) => key === 'from')?.valueSpan ?? instruction.keywordSpan;
      found.push({
        kind: 'mount',
        instruction,
        by,
        at,
        value: from,
        written: from,
        references: [],
        ...asMount(findNamed(build, from, by)),
      });
    }
  }
}

type Named = Pick<StageUse, 'stage' | 'untimely' | 'meant' | 'byNumber'>;

/** Mounts know stages by name alone. */
function asMount(named: Named): Named {
  if (!named.byNumber) return named;
  return { byNumber: true, ...(named.stage ? { meant: named.stage } : {}) };
}

function findNamed(build: Build, value: string, by: Stage): Named {
  const name = value.toLowerCase();
  // Of several stages of a name, the last one of the file is meant, wherever the reference stands.
  const named = build.stages.findLast((one) => one.name === name);
  if (named) return named.index < by.index ? { stage: named, byNumber: false } : { untimely: named, byNumber: false };
  if (!/^\d{1,6}$/.test(value)) return { byNumber: false };
  const numbered = build.stages[Number(value)];
  if (!numbered) return { byNumber: true };
  return numbered.index < by.index ? { stage: numbered, byNumber: true } : { untimely: numbered, byNumber: true };
}

/** By stage index: whether the last stage is made of it, or a stage that is built by name (`targets`, lower case). */
export function reachedStages(build: Build, targets: readonly string[] = []): readonly boolean[] {
  const reached = build.stages.map(({ last, name }) => last || (name !== undefined && targets.includes(name)));
  const uses = stageUses(build);
  // Stages need earlier ones only, so that one way back finds all.
  for (let index = build.stages.length - 1; index >= 0; index--) {
    if (!reached[index]) continue;
    for (const { by, stage, meant, references, written } of uses) {
      if (by.index !== index) continue;
      const needed = stage ?? meant;
      if (needed) reached[needed.index] = true;
      // A variable may choose between several.
      if (references.length > 0)
        for (const one of build.stages) reached[one.index] ||= mayName(written, references, one, by);
    }
    const { imageWord } = build.stages[index]!.from;
    if (imageWord.references.length === 0) continue;
    const by = build.stages[index]!;
    for (const one of build.stages) reached[one.index] ||= mayName(imageWord.value, imageWord.references, one, by);
  }
  return reached;
}

/** Whether a name with variables can become a stage's, by what stands around them. */
function mayName(written: string, references: readonly Reference[], { name, index }: Stage, by: Stage): boolean {
  if (name === undefined || index >= by.index) return false;
  const first = written.indexOf(references[0]!.text);
  const last = references.at(-1)!.text;
  if (first === -1) return false;
  const end = written.lastIndexOf(last) + last.length;
  return name.startsWith(written.slice(0, first).toLowerCase()) && name.endsWith(written.slice(end).toLowerCase());
}
