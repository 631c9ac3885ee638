import type { Build, Stage } from '../../model/build-types';
import { notForShipping } from '../../model/stages/shipping';
import { stageUses } from '../../model/stages/stage-uses';
import { blockOf, blockText, endsOpen, insertBehind } from '../../model/syntax/blocks';
import type { Instruction } from '../../model/syntax/instruction';
import { instructionLines } from '../../model/syntax/instruction-lines';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const runtimeConfigInBuilder: Rule = {
  id: 'stages/runtime-config-in-builder',
  severity: 'hint',
  about: { instructions: ['EXPOSE', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'VOLUME', 'STOPSIGNAL'], stages: 2 },
  summary: 'Say how a container runs in the stage that becomes its image.',
  why:
    'CMD, ENTRYPOINT, EXPOSE, HEALTHCHECK, VOLUME and STOPSIGNAL belong to the image that a stage becomes. Where others only copy files ' +
    'from a stage, they have no effect on what is built. Stages that another is based on, that are built by name, as far as that is ' +
    'configured or found, and those for tests or developers by their name are left alone.',
  fixable: {
    safety: 'unsafe',
    because: 'Somebody may build the stage by `--target`, or have meant it for the last stage.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM node:22 AS build
        RUN npm run build
        EXPOSE 3000
        ^^^^^^^^^^^ Others only copy files from this stage, so its EXPOSE has no effect.

        FROM nginx:1.29
        COPY --from=build /app/dist /usr/share/nginx/html
      `,
      good: dockerfile`
        FROM node:22 AS build
        RUN npm run build

        FROM nginx:1.29
        COPY --from=build /app/dist /usr/share/nginx/html
      `,
    },
  ],

  check(build, { targets }) {
    const findings: Finding[] = [];
    if (build.stages.length < 2) return findings;
    for (const stage of build.stages) {
      const found = stage.last ? [] : stage.instructions.filter(isRuntime);
      if (found.length === 0 || !isOnlyCopied(build, stage)) continue;
      if (stage.name !== undefined && targets.includes(stage.name)) continue;
      if (notForShipping({ ...build, builder: {} }, stage) !== undefined) continue;
      for (const instruction of found) {
        const { start, end, keyword } = instruction;
        findings.push({
          at: { start, end },
          message: `Others only copy files from this stage, so its ${keyword} has no effect.`,
          fix: () => ({ title: `Delete the ${keyword}`, edits: [remove(instructionLines(build, instruction))] }),
          alternatives: () => moves(build, instruction),
        });
      }
    }
    return findings;
  },
};

const RUNTIME: ReadonlySet<Instruction['keyword']> = new Set([
  'EXPOSE',
  'CMD',
  'ENTRYPOINT',
  'HEALTHCHECK',
  'VOLUME',
  'STOPSIGNAL',
] as const);

function isRuntime({ keyword }: Instruction): boolean {
  return RUNTIME.has(keyword);
}

function isOnlyCopied(build: Build, stage: Stage): boolean {
  let isUsed = false;
  for (const use of stageUses(build)) {
    if (use.stage !== stage) continue;
    if (use.kind === 'from') return false;
    isUsed = true;
  }
  return isUsed;
}

/** To the end of the last stage, where that says nothing of the kind. */
function moves(build: Build, instruction: Instruction): Fix[] {
  const { source, stages } = build;
  const last = stages.at(-1)!;
  const behind = last.instructions.at(-1) ?? last.from;
  for (let one: Stage | undefined = last; one; one = one.parent) {
    if (one.instructions.some(({ keyword }) => keyword === instruction.keyword)) return [];
  }
  // A variable, or a SHELL, may be another one there.
  const mayDiffer = instruction.words.some(({ references }) => references.length > 0) && !isStart(instruction);
  if (mayDiffer || endsOpen(source, behind) || build.states[instruction.index]!.shell.declaration) return [];
  const text = blockText(source, blockOf(source, instruction, true));
  return [
    {
      title: `Move the ${instruction.keyword} to the last stage`,
      edits: [remove(instructionLines(build, instruction)), insertBehind(source, behind, text)],
    },
  ];
}

function isStart({ keyword }: Instruction): boolean {
  return keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'HEALTHCHECK';
}
