import { isBuildTool, toolsOfPackage } from '../../knowledge/images/image-tools';
import type { Build, Stage } from '../../model/build-types';
import { keptPackages } from '../../model/installs/kept-packages';
import { mayBuild } from '../../model/multi-stage/shipped-tools';
import { isShipped, isWorkshop } from '../../model/stages/shipping';
import { dockerfile } from '../../text/dockerfile';
import { enumerate } from '../../text/enumerate';
import type { Rule } from '../rule';

export const buildToolsInFinal: Rule = {
  id: 'size/build-tools-in-final',
  severity: 'info',
  summary: 'Install compilers in a stage that builds, not in the image that ships.',
  why:
    'A compiler with its headers takes a hundred megabytes and more, and nobody needs it where a program only runs. In a file with ' +
    'several stages it belongs into one of those that are thrown away. Where it is needed for a moment only, the RUN that installs it ' +
    'can remove it again; a later RUN can not, since the layer keeps it.',
  examples: [
    {
      bad: dockerfile`
        FROM node:22 AS assets
        WORKDIR /app
        COPY . .
        RUN npm ci && npm run build

        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends build-essential libpq5
                                                                         ^^^^^^^^^^^^^^^ gcc, g++ and make stay in the image that ships; a stage that only builds can have them, or this RUN can remove them when it is done.
        COPY requirements.txt .
        RUN pip install -r requirements.txt
        COPY --from=assets /app/dist /srv/static
        CMD ["python", "-m", "shop"]
      `,
    },
  ],

  *check(build) {
    const stage = build.stages.at(-1);
    if (!stage || !installsHeavy(build, stage) || !isShipped(build, stage)) return;
    // Of a file with one stage that builds, stages/single-stage-build tells more.
    if ((build.stages.length === 1 && mayBuild(build, stage)) || isWorkshop(build, stage)) return;
    const kept = keptPackages(build, stage).filter(({ install }) => install.instruction.stage === stage.index);
    const heavy = kept.filter(({ names }) => names.some((name) => toolsOfPackage(name).some(isHeavy)));
    for (const { install, names } of heavy) {
      const found = install.packages.filter(
        ({ value }) => names.includes(value) && toolsOfPackage(value).some(isHeavy),
      );
      const tools = [...new Set(found.flatMap(({ value }) => toolsOfPackage(value).filter(isBuildTool)))];
      const it = tools.length === 1 ? 'it' : 'them';
      yield {
        at: found[0]!,
        message: `${enumerate(tools)} ${tools.length === 1 ? 'stays' : 'stay'} in the image that ships; a stage that only builds can have ${it}, or this RUN can remove ${it} when it is done.`,
        related: found.slice(1).map((at) => ({ at, message: 'This is for building, too.' })),
      };
    }
  },
};

/** A first look, which is the last one in most files. */
function installsHeavy(build: Build, stage: Stage): boolean {
  return build.installs.some(
    ({ manager, instruction, packages }) =>
      manager.kind === 'system' &&
      instruction.stage === stage.index &&
      packages.some(({ value }) => toolsOfPackage(value).some(isHeavy)),
  );
}

/** Tools that take much room; others may well be of use to the program. */
function isHeavy(tool: string): boolean {
  return HEAVY.has(tool);
}

const HEAVY = new Set(['cargo', 'clang', 'cmake', 'g++', 'gcc', 'gfortran', 'go', 'gradle', 'rustc', 'swift']);
