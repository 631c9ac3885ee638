import type { Build, Stage } from '../../model/build-types';
import { stageUses } from '../../model/stages/stage-uses';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const circular: Rule = {
  id: 'stages/circular',
  aliases: ['tally/circular-stage-deps'],
  severity: 'error',
  about: { instructions: ['COPY', 'RUN'], flags: ['from', 'mount'] },
  summary: 'Let no two stages need each other.',
  why:
    'Each stage has to be complete before another one takes files from it. Where that goes round in a circle, through FROM, ' +
    '`COPY --from` or `RUN --mount=from=`, by ONBUILD too, the builder stops. The reference that leads back is reported.',
  examples: [
    {
      bad: dockerfile`
        FROM debian:12 AS a
        COPY --from=b /x /x
                    ^ The stages a and b need each other, so the build fails.
        FROM debian:12 AS b
        COPY --from=a /y /y
        FROM b
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const { by, untimely, at, instruction } of stageUses(build)) {
      // Only what stands in the wrong order can lead back. A trigger that names the stage that runs it is another failure.
      if (!untimely || (instruction.onbuild && untimely === by) || !needs(build, untimely, by)) continue;
      const message =
        untimely === by
          ? `The stage ${nameOf(by)} needs itself, so the build fails.`
          : `The stages ${nameOf(by)} and ${nameOf(untimely)} need each other, so the build fails.`;
      found.push({
        at,
        message,
        related: [{ at: untimely.from.imageWord, message: 'This is the stage that is needed.' }],
      });
    }
    return found;
  },
};

function nameOf({ name, index }: Stage): string {
  return name ?? String(index);
}

/** Whether a stage needs another one, however many are in between. */
function needs(build: Build, stage: Stage, other: Stage): boolean {
  const uses = stageUses(build);
  const found = new Set([stage]);
  for (const one of found) {
    if (one === other) return true;
    for (const use of uses) {
      const next = use.by === one ? (use.stage ?? use.untimely) : undefined;
      if (next) found.add(next);
    }
  }
  return false;
}
