import type { Build, Scope, Stage, Variable } from '../../model/build-types';
import { mayImageDefine } from '../../model/stages/undefined-references';
import { expand, expandUngiven } from '../../model/stages/variables';
import { absoluteWorkdir } from '../../model/stages/workdir';
import type { Instruction, OtherInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const workdirRelativeToBase: Rule = {
  id: 'correctness/workdir-relative-to-base',
  aliases: ['WorkdirRelativePath', 'WORKDIR_IS_NOT_ABSOLUTE'],
  standsFor: ['DL3000'],
  severity: 'warning',
  buildkit: 'on',
  summary: 'Give the first WORKDIR of a stage an absolute path.',
  why: `The first WORKDIR of a stage is taken from the directory that the base image ends in. When a later version of that image ends
    in another one, everything that is copied and started here moves along. A later WORKDIR may well be relative: the first
    one says what it is relative to. A stage that builds on another stage goes on from that stage's WORKDIR. Variables are
    expanded first. The BuildKit preset takes an ARG without a value for empty, as the builder does.`,
  fixable: { safety: 'unsafe', because: 'The base image may end in another directory than the one that is filled in.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        WORKDIR app
                ^^^ The directory depends on the one that the base image ends in: write it with its whole path.
      `,
      good: dockerfile`
        FROM debian:12
        WORKDIR /app
      `,
    },
  ],
  about: { instructions: ['WORKDIR'] },

  check(build, { buildkit = false }) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      const first = firstWorkdir(build, stage);
      const path = first?.words[0];
      if (!first || !path || !isRelative(build, stage, first, buildkit)) continue;
      found.push({
        at: path,
        message: 'The directory depends on the one that the base image ends in: write it with its whole path.',
        fix: () => absoluteWorkdir(build, first),
      });
    }
    return found;
  },
};

/** The first WORKDIR of a stage that goes on from no other. */
function firstWorkdir({ states }: Build, { instructions }: Stage): OtherInstruction | undefined {
  for (const instruction of instructions) {
    if (instruction.keyword !== 'WORKDIR') continue;
    return states[instruction.index]!.workdirSet ? undefined : instruction;
  }
  return undefined;
}

function isRelative(build: Build, stage: Stage, instruction: OtherInstruction, buildkit: boolean): boolean {
  const path = instruction.words[0]!;
  const { scope } = build.states[instruction.index]!;
  if (!buildkit && path.references[0]?.at === 0 && !expand(path, scope).known) return false;
  const scopeAt = ({ index }: Instruction) => withImage(build, stage, instruction, build.states[index]!.scope);
  const value = expandUngiven(path, scopeAt(instruction), scopeAt);
  return !(value.startsWith('/') || (stage.os === 'windows' && /^(?:\\|[A-Za-z]:)/.test(value)));
}

/** What the base image sets, or may set, is taken for an absolute path. */
function withImage(build: Build, stage: Stage, instruction: Instruction, scope: Scope): Scope {
  return {
    all: () => scope.all(),
    args: () => scope.args(),
    lookup(name): Variable | undefined {
      const found = scope.lookup(name);
      if (found || !mayImageDefine(build, stage, instruction, name)) return found;
      return { name, kind: 'ENV', overridable: false, value: '/' };
    },
  };
}
