import type { Build, Stage } from '../../model/build-types';
import { stageUses } from '../../model/stages/stage-uses';
import { blockOf, blockText } from '../../model/syntax/blocks';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { insert, remove, replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const unnamedReusedImage: Rule = {
  id: 'stages/unnamed-reused-image',
  severity: 'hint',
  about: { instructions: ['FROM'], stages: 2 },
  summary: 'Write once what several stages begin with.',
  why:
    'Stages of one image that start with the same instructions share layers only as long as all of them stay the same to the letter, and ' +
    'each change has to be made several times. A stage of its own that the others are based on says it once. It is reported where RUN, ' +
    'COPY or ADD is among what is repeated.',
  fixable: { safety: 'unsafe', because: 'Stages get another number, and the file another stage.' },
  examples: [
    {
      bad: dockerfile`
        FROM node:22 AS build
        WORKDIR /app
        RUN corepack enable
        RUN pnpm build

        FROM node:22 AS server
             ^^^^^^^ This stage begins as the one in line 1 does, with 2 instructions: a common base would say them once.
        WORKDIR /app
        RUN corepack enable
        CMD ["pnpm", "start"]
      `,
      good: dockerfile`
        FROM node:22 AS base
        WORKDIR /app
        RUN corepack enable

        FROM base AS build
        RUN pnpm build

        FROM base AS server
        CMD ["pnpm", "start"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    if (build.stages.length < 2) return found;
    const alike = new Map<string, Stage[]>();
    for (const stage of build.stages) {
      if (stage.parent || stage.root === 'scratch') continue;
      const key = [stage.base, ...stage.from.flags.map((flag) => flag.value?.text ?? '')].join(' ');
      const known = alike.get(key);
      if (!known) {
        alike.set(key, [stage]);
        continue;
      }
      const counts = known.map((other) => sharedInstructions(build, other, stage));
      known.push(stage);
      const count = Math.max(...counts);
      if (count === 0) continue;
      const before = known[counts.indexOf(count)]!;
      const line = build.source.text.slice(0, before.from.start).split('\n').length;
      const what =
        count === 1
          ? 'an instruction: a common base would say it once'
          : `${count} instructions: a common base would say them once`;
      found.push({
        at: stage.from.imageWord,
        message: `This stage begins as the one in line ${line} does, with ${what}.`,
        related: [{ at: before.from.imageWord, message: 'This stage begins in the same way.' }],
        fix: () => toFix(build, before, stage, count),
      });
    }
    return found;
  },
};

/** How many instructions at the start of two stages are the same; 0 where none of them makes a layer of files. */
function sharedInstructions(build: Build, { instructions: a }: Stage, { instructions: b }: Stage): number {
  let count = 0;
  let hasFiles = false;
  while (count < a.length && count < b.length && isSame(build, a[count]!, b[count]!)) {
    const { keyword } = a[count++]!;
    hasFiles ||= keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD';
  }
  return hasFiles ? count : 0;
}

function isSame(build: Build, a: Instruction, b: Instruction): boolean {
  if (a.keyword !== b.keyword || a.keyword === 'UNKNOWN' || a.keyword === 'CMD' || a.keyword === 'ENTRYPOINT')
    return false;
  return textOf(build, a) === textOf(build, b);
}

function textOf({ source: { text } }: Build, { start, end }: Instruction): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}

function toFix(build: Build, first: Stage, second: Stage, count: number): Fix | undefined {
  const { source, stages } = build;
  if (first.name && count === first.instructions.length) return baseOn(build, first, second);
  const moved = first.instructions.slice(0, count);
  const gone = second.instructions.slice(0, count);
  const uses = stageUses(build);
  // ONBUILD would run, numbers would change, and an ARG of the base counts in other ways.
  if (uses.some(({ byNumber }) => byNumber) || first.from.words.length === 2 || second.from.words.length === 2)
    return undefined;
  if (moved.some(({ keyword }) => keyword === 'ARG' || keyword === 'ONBUILD')) return undefined;
  if ([...moved, ...gone].some((one) => one.keyword === 'COPY' && one.from)) return undefined;
  const taken = (name: string) =>
    stages.some((one) => one.name === name || one.base.toLowerCase() === name) ||
    uses.some(({ value }) => value === name);
  const name = ['base', 'common'].find((one) => !taken(one));
  if (!name) return undefined;
  const { text, newline } = source;
  const isLower = /^[a-z]/.test(text.slice(first.from.keywordSpan.start, first.from.keywordSpan.end));
  const head = text.slice(first.from.start, first.from.imageWord.end);
  if (head.includes('\n')) return undefined;
  const lines = moved.map((one) => blockText(source, blockOf(source, one))).join('');
  const at = blockOf(source, first.from, first.index === 0).start;
  return {
    title: `Make a stage ${name} of it`,
    edits: [
      insert(at, `${head} ${isLower ? 'as' : 'AS'} ${name}${newline}${lines}${newline}`),
      ...[first, second].map(({ from }) =>
        replace({ start: from.flags[0]?.start ?? from.imageWord.start, end: from.imageWord.end }, name),
      ),
      ...[...moved, ...gone].map((one) => remove(blockOf(source, one))),
    ],
  };
}

/** On a stage that has nothing else already. */
function baseOn({ source }: Build, first: Stage, { from, instructions }: Stage): Fix | undefined {
  const { name } = first;
  const gone = instructions.slice(0, first.instructions.length);
  if (!name || gone.some(({ keyword }) => keyword === 'ARG' || keyword === 'ONBUILD')) return undefined;
  return {
    title: `Base it on ${name}`,
    edits: [
      replace({ start: from.flags[0]?.start ?? from.imageWord.start, end: from.imageWord.end }, name),
      ...gone.map((one) => remove(blockOf(source, one))),
    ],
  };
}
