import { findImageVariables, SET_AT_RUN_TIME } from '../../knowledge/images/image-variables';
import { editDistance, findNearest } from '../../text/nearest';
import type { Build, Scope, Stage } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import type { Instruction, Reference, Word } from '../syntax/instruction';
import { readReferences, readWord } from '../syntax/words';
import { PLATFORM_ARGS } from './variables';

/** A reference to a variable that the builder expands to nothing, since nothing defines it there. */
export interface UndefinedReference {
  readonly instruction: Instruction;
  readonly reference: Reference;
  readonly name: string;
  /** `image`: it can't be ruled out that the base image defines it; `nowhere`: nothing does. */
  readonly defined: 'image' | 'nowhere';
  /** Whether the instruction itself gives it a value, which counts for later instructions only. */
  readonly bySameInstruction: boolean;
  /** The variable in force that is written almost so. */
  readonly nearest?: string;
}

/** References in stages to what no ARG or ENV above declares, one per name and word, as the builder's own check counts. */
export const undefinedReferences = oncePerBuild((build): readonly UndefinedReference[] => {
  const found: UndefinedReference[] = [];
  const { text } = build.source;
  let dollar = text.indexOf('$');
  for (const stage of build.stages) {
    for (const instruction of stage.instructions) {
      if (dollar === -1) return found;
      if (!READ.has(instruction.keyword)) continue;
      if (dollar < instruction.start) dollar = text.indexOf('$', instruction.start);
      if (dollar === -1 || dollar >= instruction.end) continue;
      const before = found.length;
      readInstruction(build, stage, instruction, found);
      // Names that stand in quotes of a default are found behind those of the word.
      if (found.length > before + 1) sortTail(found, before);
    }
  }
  return found;
});

const READ: ReadonlySet<Instruction['keyword']> = new Set([
  'ADD',
  'ARG',
  'COPY',
  'ENV',
  'LABEL',
  'RUN',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
]);

function readInstruction(build: Build, stage: Stage, instruction: Instruction, found: UndefinedReference[]): void {
  switch (instruction.keyword) {
    case 'ARG': {
      const declared = new Set<string>();
      for (const { name, value } of instruction.pairs) {
        if (value) readWordOf(build, stage, instruction, value.references, found, declared);
        declared.add(name.value);
      }
      return;
    }
    case 'ENV':
    case 'LABEL':
      for (const { name, value } of instruction.pairs) {
        readWordOf(build, stage, instruction, name.references, found);
        if (value) readWordOf(build, stage, instruction, value.references, found);
      }
      return;
    case 'RUN':
      for (const { flag } of instruction.mounts) {
        for (const option of cutAtCommas(flag.value)) readWordOf(build, stage, instruction, option, found);
      }
      return;
    case 'COPY':
    case 'ADD':
      for (const { name, value } of instruction.flags) {
        if (value && EXPANDED_FLAGS.has(name)) readWordOf(build, stage, instruction, value.references, found);
      }
      for (const word of instruction.words) readWordOf(build, stage, instruction, word.references, found);
      for (const { expand, body } of instruction.heredocs) {
        if (!expand) continue;
        readWordOf(build, stage, instruction, readReferences(build.source.text, body, build.escape), found);
      }
      return;
    default:
      for (const word of instruction.words) readWordOf(build, stage, instruction, word.references, found);
  }
}

const EXPANDED_FLAGS: ReadonlySet<string> = new Set(['chown', 'chmod', 'checksum']);

const NO_REFERENCES: readonly (readonly Reference[])[] = [];

/** The references of each option of a mount: the builder looks at the options one by one. */
function cutAtCommas(value: Word | undefined): readonly (readonly Reference[])[] {
  if (!value || value.references.length === 0) return NO_REFERENCES;
  const options = new Map<number, Reference[]>();
  for (const reference of value.references) {
    const comma = value.value.lastIndexOf(',', reference.at);
    const option = options.get(comma);
    if (option) option.push(reference);
    else options.set(comma, [reference]);
  }
  return [...options.values()];
}

function readWordOf(
  build: Build,
  stage: Stage,
  instruction: Instruction,
  references: readonly Reference[],
  found: UndefinedReference[],
  declared?: ReadonlySet<string>,
): void {
  if (references.length === 0) return;
  const { scope } = build.states[instruction.index]!;
  const before = found.length;
  for (const reference of withNested(references)) {
    const { name } = reference;
    if (declared?.has(name) || isDefined(name, stage, scope) || isFound(found, before, name)) continue;
    const nearest = found.length < MOST_COMPARED ? findNearest(name, candidates(scope), mostEdits(name)) : undefined;
    const typing = nearest !== undefined && editDistance(name.toLowerCase(), nearest.toLowerCase()) === 1;
    found.push({
      instruction,
      reference,
      name,
      defined: !typing && mayImageDefine(build, stage, instruction, name) ? 'image' : 'nowhere',
      bySameInstruction: givesValueTo(instruction, name),
      ...(nearest === undefined ? {} : { nearest }),
    });
  }
}

function isFound(found: readonly UndefinedReference[], from: number, name: string): boolean {
  for (let at = from; at < found.length; at++) if (found[at]!.name === name) return true;
  return false;
}

/** A file with more of them than this has another problem than a typing error. */
const MOST_COMPARED = 50;

function candidates(scope: Scope): readonly string[] {
  return ['PATH', ...scope.all().map((variable) => variable.name)];
}

/** Short names have too many neighbours. */
function mostEdits(name: string): number {
  return name.length < 4 ? 0 : name.length < 7 ? 1 : 2;
}

function isDefined(name: string, { os }: Stage, scope: Scope): boolean {
  return (os === 'linux' && name === 'PATH') || scope.lookup(name) !== undefined;
}

/** References, and those inside their operands: the builder looks at a default even where it is not used. */
export function withNested(references: readonly Reference[]): readonly Reference[] {
  if (references.every(({ operand }) => !operand?.includes('$'))) return references;
  return references.flatMap((reference) => [reference, ...referencesOfOperand(reference)]);
}

function referencesOfOperand({ operand, operator = '', name, start }: Reference): readonly Reference[] {
  if (!operand?.includes('$')) return [];
  // Where line continuations stand between, this is a little too early, but in the same reference.
  const offset = start + '${'.length + name.length + operator.length;
  const word = readWord(operand, { start: 0, end: operand.length }, '\\');
  const shifted = word.references.map((inner) => ({
    ...inner,
    start: inner.start + offset,
    end: inner.end + offset,
  }));
  return withNested(shifted);
}

/**
 * Whether the image at the root of the stages may set the variable. Of an image that is not known this is assumed, unless the file
 * itself shows that something else is meant.
 */
export function mayImageDefine(build: Build, stage: Stage, instruction: Instruction, name: string): boolean {
  if (!/^[A-Za-z_]/.test(name) || PLATFORM_ARGS.has(name)) return false;
  const variables = build.builder.images?.get(stage.root)?.variables ?? findImageVariables(stage.root);
  if (variables) return variables.includes(name);
  if (SET_AT_RUN_TIME.has(name)) return false;
  // `ENV X=$X:more`, `ARG X=${X:-1}` show that somebody counts on the image.
  if (givesItselfTo(instruction, name)) return true;
  if (givesValueTo(instruction, name)) return false;
  return !isDeclaredElsewhere(build, stage, name);
}

function givesValueTo(instruction: Instruction, name: string): boolean {
  return instruction.keyword === 'ENV' && instruction.pairs.some((pair) => pair.name.value === name);
}

function givesItselfTo(instruction: Instruction, name: string): boolean {
  return (
    (instruction.keyword === 'ENV' || instruction.keyword === 'ARG') &&
    instruction.pairs.some(
      (pair) => pair.name.value === name && pair.value?.references.some((reference) => reference.name === name),
    )
  );
}

/**
 * Whether an ARG declares it in another place of the file: above the first FROM, in another stage, or further down. What an ENV sets
 * elsewhere an image may well set too.
 */
function isDeclaredElsewhere(build: Build, stage: Stage, name: string): boolean {
  // `ARG PYTHON_VERSION` and `FROM python:$PYTHON_VERSION`: images often set a variable of that name.
  if (rootFrom(stage).imageWord.references.some((reference) => reference.name === name)) return false;
  return declaredNames(build).has(name);
}

const declaredNames = oncePerBuild(({ globals, instructions }): ReadonlySet<string> => {
  const names = new Set(globals.map((variable) => variable.name));
  for (const instruction of instructions) {
    if (instruction.stage < 0 || instruction.keyword !== 'ARG') continue;
    for (const { name } of instruction.pairs) if (!givesItselfTo(instruction, name.value)) names.add(name.value);
  }
  return names;
});

function rootFrom(stage: Stage): Stage['from'] {
  let root = stage;
  while (root.parent) root = root.parent;
  return root.from;
}

function sortTail(found: UndefinedReference[], from: number): void {
  found.push(...found.splice(from).sort((a, b) => a.reference.start - b.reference.start));
}
