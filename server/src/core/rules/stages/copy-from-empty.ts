import { isWithin, toPath } from '../../knowledge/images/image-paths';
import type { Build, Stage } from '../../model/build-types';
import { triggersOf } from '../../model/stages/overridden';
import { stageUses } from '../../model/stages/stage-uses';
import { workdirBehind } from '../../model/stages/workdir';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const copyFromEmpty: Rule = {
  id: 'stages/copy-from-empty',
  aliases: ['tally/copy-from-empty-scratch-stage'],
  severity: 'error',
  about: { instructions: ['COPY'], stages: 2 },
  summary: 'Copy from a stage that has files.',
  why:
    'A stage from scratch without ADD, COPY or RUN, and one that is based on such a stage, has no files: a COPY from it finds nothing and ' +
    'the build fails. Directories that its WORKDIR makes are there.',
  examples: [
    {
      bad: dockerfile`
        FROM scratch AS assets
        LABEL name=assets
        FROM nginx:1.29
        COPY --from=assets /dist /usr/share/nginx/html
                    ^^^^^^ The stage assets is from scratch and puts no files into it, so there is nothing to copy.
      `,
      good: dockerfile`
        FROM scratch AS assets
        COPY dist /dist
        FROM nginx:1.29
        COPY --from=assets /dist /usr/share/nginx/html
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    if (build.stages.length < 2) return found;
    for (const { kind, stage, at, instruction, value } of stageUses(build)) {
      if (kind !== 'copy' || instruction.keyword !== 'COPY' || stage?.root !== 'scratch' || !isEmpty(stage)) continue;
      const directories = workdirsOf(build, stage);
      const isThere = (path: string) => directories.some((one) => isWithin(one, toPath(path, '/')!));
      if (directories.length > 0 && instruction.sources.every((source) => isThere(source.value))) continue;
      found.push({
        at,
        message: `The stage ${value} is from scratch and puts no files into it, so there is nothing to copy.`,
        related: [{ at: stage.from.imageWord, message: 'This is the stage.' }],
      });
    }
    return found;
  },
};

function isEmpty(stage: Stage): boolean {
  for (let one: Stage | undefined = stage; one; one = one.parent) {
    const writes = ({ keyword }: Stage['instructions'][number]) =>
      keyword === 'ADD' || keyword === 'COPY' || keyword === 'RUN' || keyword === 'UNKNOWN';
    if (one.instructions.some(writes) || triggersOf(one).some(writes)) return false;
  }
  return true;
}

/** Directories that WORKDIR makes in a stage from scratch. */
function workdirsOf(build: Build, stage: Stage): string[] {
  const found: string[] = [];
  for (let one: Stage | undefined = stage; one; one = one.parent) {
    for (const instruction of one.instructions) {
      if (instruction.keyword === 'WORKDIR') found.push(workdirBehind(build, instruction) ?? '/');
    }
  }
  return found;
}
