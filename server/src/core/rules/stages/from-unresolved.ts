import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build, Stage } from '../../model/build-types';
import { type StageUse, stageUses } from '../../model/stages/stage-uses';
import { lineNumber } from '../../model/syntax/blocks';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { enumerate } from '../../text/enumerate';
import { editDistance, findNearest } from '../../text/nearest';
import type { Finding, Rule } from '../rule';

export const fromUnresolved: Rule = {
  id: 'stages/from-unresolved',
  standsFor: ['DL3022'],
  severity: 'error',
  about: { instructions: ['COPY', 'RUN'], flags: ['from', 'mount'] },
  summary: 'Refer in --from to a stage above, by its right name.',
  why:
    'What `COPY --from` or a mount names has to be a stage above, an image or a build context. A stage further down is not there yet, and ' +
    'numbers go up to that of the stage before; mounts take none. A name that is nearly that of a stage is pulled as an image, which fails or, worse, does ' +
    'not. Names of images, with a tag, a slash or known, and names that are like no stage are left alone: they may be build contexts.',
  fixable: { safety: 'unsafe', because: 'Another stage may be meant, or a build context of that name.' },
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.25 AS builder
        RUN make
        FROM debian:12
        COPY --from=bulider /server /server
                    ^^^^^^^ No stage is named bulider; builder is the nearest.
      `,
      good: dockerfile`
        FROM golang:1.25 AS builder
        RUN make
        FROM debian:12
        COPY --from=builder /server /server
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const use of stageUses(build)) {
      if (use.stage || use.references.length > 0 || use.value === '') continue;
      const finding = use.untimely ? judgeOrder(build, use, use.untimely) : judgeName(build, use);
      if (finding) found.push({ at: use.at, ...finding });
    }
    return found;
  },
};

function judgeOrder({ source }: Build, { by, value, byNumber }: StageUse, untimely: Stage): Omit<Finding, 'at'> {
  if (byNumber) {
    const count =
      by.index === 0 ? 'there is none' : by.index === 1 ? 'the only one is 0' : `they are 0 to ${by.index - 1}`;
    return { message: `The stage ${Number(value)} is not above this one: ${count}.` };
  }
  if (untimely === by) return { message: `The stage ${value} is this one itself, so the build fails.` };
  const line = lineNumber(source, untimely.from);
  return { message: `The stage ${value} stands further down, in line ${line}, and has to be above.` };
}

function judgeName(
  build: Build,
  { kind, value, by, at, byNumber, meant, instruction }: StageUse,
): Omit<Finding, 'at'> | undefined {
  if (kind === 'mount' && byNumber) return judgeNumber(at, value, meant);
  if (byNumber) return { message: `There is no stage ${value}.` };
  // What an image has, a stage's name has not.
  if (/[/:@.]/.test(value) || readBaseImage(value).family !== undefined || instruction.onbuild) return undefined;
  const lower = value.toLowerCase();
  const near = build.stages.flatMap(({ name, index }) => {
    const distance = name !== undefined && index < by.index ? editDistance(lower, name) : Number.POSITIVE_INFINITY;
    // Short names are near to many.
    return distance <= 2 && distance * 2 < name!.length ? [name!] : [];
  });
  if (near.length === 0) return undefined;
  const name = findNearest(value, new Set(near));
  if (name === undefined)
    return { message: `No stage is named ${value}, though ${enumerate([...new Set(near)])} are.` };
  return {
    message: `No stage is named ${value}; ${name} is the nearest.`,
    fix: () => {
      const written = build.stages.findLast((stage) => stage.name === name)?.from.alias?.value ?? name;
      return { title: `Write ${written}`, edits: [replace(at, written)] };
    },
  };
}

/** COPY takes numbers, a mount does not. */
function judgeNumber(at: StageUse['at'], value: string, meant: Stage | undefined): Omit<Finding, 'at'> {
  const message = `A mount takes stages by their name alone, so ${value} is pulled as an image.`;
  const alias = meant?.from.alias;
  return alias ? { message, fix: { title: `Write ${alias.value}`, edits: [replace(at, alias.value)] } } : { message };
}
