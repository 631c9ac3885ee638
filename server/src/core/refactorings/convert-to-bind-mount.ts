import type { Build } from '../model/build-types';
import { isManifestPlan, mountManifests, planManifestMounts } from '../model/installs/manifest-mounts';
import type { Instruction, RunInstruction } from '../model/syntax/instruction';
import { dockerfile } from '../text/dockerfile';
import { touches } from '../text/span';
import type { Refactoring } from './refactoring';

export const convertToBindMount: Refactoring = {
  id: 'convert-to-bind-mount',
  aliases: ['bind-mount'],
  title: 'Convert to bind mounts',
  kind: 'rewrite',
  summary:
    'Shows manifests to the install that reads them by bind mounts, instead of copying them first: one layer less, and the image is ' +
    'the same when a later COPY brings them with the sources. Only for installs that write none of them.',
  examples: [
    {
      before: dockerfile`
        FROM node:20-slim
        WORKDIR /app
        COPY package.json <|>package-lock.json ./
        RUN --mount=type=cache,target=/root/.npm npm ci
        COPY . .
      `,
      after: dockerfile`
        FROM node:20-slim
        WORKDIR /app
        RUN --mount=type=cache,target=/root/.npm \
            --mount=type=bind,source=package.json,target=package.json \
            --mount=type=bind,source=package-lock.json,target=package-lock.json \
            npm ci
        COPY . .
      `,
    },
    {
      before: dockerfile`
        FROM python:3.12-slim
        COPY requirements.txt /tmp/
        RUN pip install <|>-r /tmp/requirements.txt
      `,
      after: dockerfile`
        FROM python:3.12-slim
        RUN --mount=type=bind,source=requirements.txt,target=/tmp/requirements.txt pip install -r /tmp/requirements.txt
      `,
    },
    {
      before: dockerfile`
        FROM node:20-slim
        WORKDIR /app
        COPY package.json package-lock.json ./
        RUN npm install<|>
        COPY . .
      `,
      refusal: '`npm install` may write to the manifests.',
    },
  ],

  apply(build, selection) {
    const instruction = build.instructions.find((one) => touches(one, selection));
    const run = instruction && findRun(build, instruction);
    const plan = run && planManifestMounts(build, run);
    if (!plan || !isManifestPlan(plan)) return plan;
    if (instruction.keyword === 'COPY' && !plan.copies.includes(instruction)) return undefined;
    return mountManifests(build, plan);
  },
};

/** The RUN itself, or the next one behind a COPY. */
function findRun({ stages }: Build, instruction: Instruction): RunInstruction | undefined {
  if (instruction.keyword === 'RUN') return instruction;
  if (instruction.keyword !== 'COPY' || instruction.from) return undefined;
  const later = stages[instruction.stage]?.instructions.filter(({ index }) => index > instruction.index);
  const next = later?.find(({ keyword }) => keyword === 'RUN');
  return next?.keyword === 'RUN' ? next : undefined;
}
