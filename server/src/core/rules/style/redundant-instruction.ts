import { isDefaultCommand } from '../../knowledge/images/default-commands';
import type { Build, Stage, State } from '../../model/build-types';
import { resolvePath } from '../../model/stages/stages';
import { expand } from '../../model/stages/variables';
import type { EnvInstruction, Instruction, Pair } from '../../model/syntax/instruction';
import { instructionLines } from '../../model/syntax/instruction-lines';
import { removePairs } from '../../model/syntax/pair-edits';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import { enumerate } from '../../text/enumerate';
import type { Finding, Rule } from '../rule';

export const redundantInstruction: Rule = {
  id: 'style/redundant-instruction',
  severity: 'hint',
  about: { instructions: ['WORKDIR', 'USER', 'SHELL', 'ENV', 'CMD', 'ENTRYPOINT'] },
  summary: 'Leave out what sets nothing new.',
  why:
    'A WORKDIR, USER, SHELL or ENV whose value is in force already, by an instruction of the file, makes readers look for a reason. So does ' +
    'a CMD or ENTRYPOINT that the stage or the well-known image below has word for word. Values that a build argument or an unknown ' +
    'variable decides are let pass.',
  tag: 'unnecessary',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM node:24-slim
        WORKDIR /srv
        COPY package.json .
        WORKDIR /srv
        ^^^^^^^ The working directory is /srv already.
        CMD ["node", "server.js"]
      `,
      good: dockerfile`
        FROM node:24-slim
        WORKDIR /srv
        COPY package.json .
        CMD ["node", "server.js"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      let first = stage.parent === undefined;
      for (const instruction of stage.instructions) {
        if (instruction.keyword === 'ENV') {
          if (!first) found.push(...redundantPairs(build, instruction));
          first = false;
          continue;
        }
        const message = whyRedundant(build, stage, instruction);
        if (message === undefined) continue;
        found.push({
          at: instruction.keywordSpan,
          message,
          fix: () => ({
            title: `Delete the ${instruction.keyword}`,
            edits: [remove(instructionLines(build, instruction))],
            ...(mayBringBack(build, instruction) ? { safety: 'unsafe' as const } : {}),
          }),
        });
      }
    }
    return found;
  },
};

function whyRedundant(build: Build, stage: Stage, instruction: Instruction): string | undefined {
  const state = build.states[instruction.index]!;
  switch (instruction.keyword) {
    case 'WORKDIR': {
      const path = state.workdirSet && state.workdir !== undefined ? valueOf(instruction, state) : undefined;
      if (path === undefined) return undefined;
      return resolvePath(state.workdir, path) === state.workdir
        ? `The working directory is ${state.workdir} already.`
        : undefined;
    }
    case 'USER': {
      const user = state.user === undefined ? undefined : valueOf(instruction, state);
      return user !== undefined && user === state.user ? `The user is ${user} already.` : undefined;
    }
    case 'SHELL': {
      const { declaration, words } = state.shell;
      if (!declaration || !instruction.json || instruction.words.length !== words.length) return undefined;
      return instruction.words.every(({ value }, at) => value === words[at])
        ? 'The shell is this one already.'
        : undefined;
    }
    case 'CMD':
    case 'ENTRYPOINT':
      return isInherited(build, stage, instruction)
        ? `The image that the stage is built on has the same ${instruction.keyword}.`
        : undefined;
    default:
      return undefined;
  }
}

/** The argument with its variables; undefined when a build argument decides it, or nobody knows. */
function valueOf({ words }: Instruction, { scope }: State): string | undefined {
  const [word] = words;
  if (!word || word.value === '') return undefined;
  if (word.references.length === 0) return word.value;
  const { value, known, overridable } = expand(word, scope);
  return known && !overridable ? value : undefined;
}

function redundantPairs(build: Build, instruction: EnvInstruction): Finding[] {
  const findings: Finding[] = [];
  const { scope } = build.states[instruction.index]!;
  const found = instruction.pairs.filter(({ name, value }) => {
    if (!value || name.references.length > 0) return false;
    const before = scope.lookup(name.value);
    if (before?.kind !== 'ENV' || before.value === undefined || before.overridable) return false;
    const after = expand(value, scope);
    return after.known && !after.overridable && after.value === before.value;
  });
  if (found.length === 0 || repeats(instruction.pairs)) return findings;
  const names = enumerate(found.map(({ name }) => name.value));
  findings.push({
    at: found.length === instruction.pairs.length ? instruction.keywordSpan : found[0]!,
    message: `${names} ${found.length === 1 ? 'has this value' : 'have these values'} already.`,
    fix: () => ({
      title: found.length === 1 ? 'Delete the variable' : 'Delete the variables',
      edits: removePairs(build, instruction, found),
      // A comment between the pairs would go with them.
      ...(instruction.inner.length > 0 ? { safety: 'unsafe' as const } : {}),
    }),
  });
  return findings;
}

/** An ENV that names a variable twice is another matter. */
function repeats(pairs: readonly Pair[]): boolean {
  return new Set(pairs.map(({ name }) => name.value)).size < pairs.length;
}

/** Whether the stage below, or the image, starts with the same words, and still would without this instruction. */
function isInherited(
  build: Build,
  { instructions, parent, base, baseKnown }: Stage,
  instruction: Instruction,
): boolean {
  const { keyword } = instruction;
  if (!parent && keyword === 'ENTRYPOINT') return false;
  const isOther = (other: Instruction) =>
    other !== instruction && (other.keyword === 'ENTRYPOINT' || other.keyword === keyword);
  if (instructions.some(isOther)) return false;
  const hasCmd = (some: readonly Instruction[]) => some.some((other) => other.keyword === 'CMD');
  // An ENTRYPOINT drops the CMD below it, so without it there would be one.
  let dropsCmd = false;
  for (let at = parent; at; at = at.parent) {
    dropsCmd ||= keyword === 'ENTRYPOINT' && hasCmd(at.instructions) && !hasCmd(instructions);
    const before = at.instructions.findLast(isOther);
    if (before) return before.keyword === keyword && !dropsCmd && isSame(build, before, instruction);
    if (!at.parent) return isDefault(at.base, at.baseKnown, instruction);
  }
  return isDefault(base, baseKnown, instruction);
}

function isSame({ source: { text }, states }: Build, a: Instruction, b: Instruction): boolean {
  if (a.json !== b.json) return false;
  if (a.json)
    return a.words.length === b.words.length && a.words.every(({ value }, at) => value === b.words[at]!.value);
  const shells = [a, b].map(({ index }) => states[index]!.shell.words.join('\n'));
  return shells[0] === shells[1] && text.slice(a.body.start, a.body.end) === text.slice(b.body.start, b.body.end);
}

function isDefault(base: string, known: boolean, { keyword, json, words }: Instruction): boolean {
  if (!known || !json || keyword !== 'CMD') return false;
  return isDefaultCommand(
    base,
    words.map(({ value }) => value),
  );
}

/** A WORKDIR also makes its directory: once again where a RUN in between took it away. */
function mayBringBack(build: Build, { keyword, index, stage }: Instruction): boolean {
  if (keyword !== 'WORKDIR') return false;
  const before = build.instructions.findLast(
    (other) => other.keyword === 'WORKDIR' && other.stage <= stage && other.index < index,
  );
  return build.commands.some(({ name, script }) => {
    const at = script.instruction.index;
    return at < index && at > (before?.index ?? -1) && (name === undefined || REMOVES.has(name));
  });
}

const REMOVES = new Set(['rm', 'rmdir', 'mv', 'find']);
