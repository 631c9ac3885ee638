import type { Artefact } from '../../knowledge/ecosystem';
import { isWithin, toPath } from '../../knowledge/images/image-paths';
import { readCredentialName } from '../../knowledge/secrets/secret-names';
import type { Edit } from '../../text/edit';
import type { Build, Stage } from '../build-types';
import { lineNumber } from '../syntax/blocks';
import type { EnvInstruction, Instruction } from '../syntax/instruction';
import { pairsOf } from '../syntax/pairs';
import { valueAt } from './project';
import type { Move, Moved, Sorting, SplitRefusal } from './stage-sorting';

/** ENV: what only the build reads stays; what the builder uses is in both; the rest goes. */
export function sortSettings({ build, stage, ecosystem, boundary, plan }: Sorting, move: Move): void {
  if (plan.serves) return;
  for (const instruction of stage.instructions) {
    if (instruction.index > boundary.index) break;
    if (instruction.keyword !== 'ENV') continue;
    if (instruction.pairs.every(({ name, value }) => isBuildOnly(name.value, value?.value ?? ''))) continue;
    const names = instruction.pairs.map(({ name }) => name.value);
    const reads = ecosystem.buildReads;
    const both = names.some(
      (name) =>
        ecosystem.buildVariables.test(name) || reads(name) || isReferenced(build, stage, instruction, name, boundary),
    );
    move(instruction, both);
  }

  function isBuildOnly(name: string, value: string): boolean {
    if (ecosystem.buildVariables.test(name)) return true;
    // Directories of the toolchain: programs that the start finds by name are copied to a directory that every PATH has.
    const isTools = (place: string) => {
      const variable = /^\$\{?(\w+)/.exec(place)?.[1];
      if (variable !== undefined) return variable === 'PATH' || ecosystem.buildVariables.test(variable);
      return ecosystem.buildDirectories.some((tools) => isWithin(place, tools));
    };
    return name === 'PATH' && value.split(':').every(isTools);
  }
}

/** Whether the builder reads a variable behind its declaration. */
function isReferenced(
  { source: { text } }: Build,
  { instructions }: Stage,
  { index }: EnvInstruction,
  name: string,
  boundary: Instruction,
): boolean {
  const reference = new RegExp(`\\$\\{?${name}\\b`);
  return instructions.some(
    (one) =>
      one.index > index &&
      one.index <= boundary.index &&
      one.keyword !== 'ENV' &&
      reference.test(text.slice(one.start, one.end)),
  );
}

const EPILOGUE = new Set(['CMD', 'ENTRYPOINT', 'EXPOSE', 'HEALTHCHECK', 'LABEL', 'MAINTAINER', 'STOPSIGNAL', 'VOLUME']);

/** Everything that is about the container, and its USER. */
export function sortContainer(
  { build, stage, project, boundary, plan }: Sorting,
  hasRuns: boolean,
  move: Move,
  dropped: Instruction[],
): { readonly name?: string } | SplitRefusal {
  for (const instruction of stage.instructions) {
    const { keyword, index } = instruction;
    if (plan.serves && (keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'USER')) {
      if (index > boundary.index || keyword !== 'USER') dropped.push(instruction);
      continue;
    }
    if (index > boundary.index) continue;
    if (EPILOGUE.has(keyword)) move(instruction, false);
    if (keyword === 'SHELL' && !plan.serves && (hasRuns || project.start.shell)) move(instruction, true);
  }
  const users = stage.instructions.filter(({ keyword }) => keyword === 'USER');
  const last = users.at(-1);
  if (!last) return {};
  const word = valueAt(build, last, last.words[0]?.value ?? '');
  const name = word.split(':', 1)[0]!;
  if (name.includes('$')) return { because: `USER on line ${lineNumber(build.source, last)} is a variable.` };
  if (last.index < boundary.index && !plan.serves) {
    const usedInBuilder = stage.instructions.some(
      (one) =>
        one.index > last.index && one.index <= boundary.index && (one.keyword === 'RUN' || one.keyword === 'WORKDIR'),
    );
    // A WORKDIR behind it makes a directory that belongs to this user.
    const workdir = stage.instructions.findLast(
      ({ keyword, index }) => keyword === 'WORKDIR' && index <= boundary.index,
    );
    move(last, usedInBuilder, workdir !== undefined && workdir.index > last.index);
  }
  return { name };
}

/** ARGs that instructions of the runtime stage refer to are declared there again. */
export function sortArgs(
  { build, stage, boundary, ecosystem }: Sorting,
  inRuntime: readonly Instruction[],
  gone: readonly Instruction[],
): { readonly moved: readonly Moved[] } | SplitRefusal {
  const { text } = build.source;
  const moved: Moved[] = [];
  for (const instruction of stage.instructions) {
    if (instruction.keyword !== 'ARG' || instruction.index > boundary.index) continue;
    const isRead = (name: string, by: readonly Instruction[]) => {
      const reference = new RegExp(`\\$\\{?${name}\\b`);
      return by.some((one) => one.index > instruction.index && reference.test(text.slice(one.start, one.end)));
    };
    const read = instruction.pairs.map(({ name }) => name.value).filter((name) => isRead(name, inRuntime));
    const secret = read.find((name) => readCredentialName(name)?.receives);
    if (secret)
      return { because: `${secret}, a build argument for a credential, is used in what would be the runtime stage.` };
    if (read.length === 0) continue;
    const builder = stage.instructions.filter((one) => one.index <= boundary.index && !gone.includes(one));
    const both = instruction.pairs.some(({ name }) => isRead(name.value, builder) || ecosystem.buildReads(name.value));
    moved.push({ instruction, both, early: true, changes: [] });
  }
  return { moved };
}

/** Variables of the builder's base image, written out for the runtime's. */
export function substitute(
  { build, ecosystem, plan }: Sorting,
  inRuntime: readonly Instruction[],
): { readonly list: Edit[] } | SplitRefusal {
  const list: Edit[] = [];
  if (plan.need.kind === 'image') return { list };
  const { environment } = ecosystem;
  for (const instruction of inRuntime) {
    const { scope } = build.states[instruction.index]!;
    const words = pairsOf(instruction)?.flatMap(({ value }) => value ?? []) ?? instruction.words;
    for (const reference of words.flatMap((word) => word.references)) {
      const value = Object.hasOwn(environment, reference.name) ? environment[reference.name] : undefined;
      if (value === undefined || scope.lookup(reference.name)) continue;
      if (reference.operator !== undefined)
        return {
          because: `Line ${lineNumber(build.source, instruction)} reads ${reference.name}, which only the builder's image sets.`,
        };
      list.push({ start: reference.start, end: reference.end, text: value });
    }
    if (instruction.keyword !== 'RUN') continue;
    const text = build.source.text.slice(instruction.start, instruction.end);
    const name = Object.keys(environment).find((one) => new RegExp(`\\$\\{?${one}\\b`).test(text));
    if (name !== undefined && !scope.lookup(name)) {
      return {
        because: `Line ${lineNumber(build.source, instruction)} reads ${name}, which only the builder's image sets.`,
      };
    }
  }
  return { list };
}

/** Whether an instruction is a VOLUME that hides an artefact. */
export function hides({ keyword, words }: Instruction, workdir: string, artefacts: readonly Artefact[]): boolean {
  return (
    keyword === 'VOLUME' && words.some(({ value }) => artefacts.some(({ to }) => isWithin(to, toPath(value, workdir)!)))
  );
}

const USES_DIRECTORY = new Set(['WORKDIR', 'COPY', 'ADD', 'RUN']);

/** The working directory at the boundary, unless the runtime stage has an absolute one of its own. */
export function workdirOf({ stage, boundary, project }: Sorting): string | undefined {
  // What stands in front of it may copy to, or run in, the directory that is in force by then.
  const own = stage.instructions.find(({ keyword, index }) => USES_DIRECTORY.has(keyword) && index > boundary.index);
  if (own?.keyword === 'WORKDIR' && own.words[0]?.value.startsWith('/')) return undefined;
  const path = project.directoryAt(boundary);
  return path === '/' ? undefined : path;
}
