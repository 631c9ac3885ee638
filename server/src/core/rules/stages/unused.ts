import type { Build, Stage } from '../../model/build-types';
import { notForShipping } from '../../model/stages/shipping';
import { reachedStages, stageUses } from '../../model/stages/stage-uses';
import { blockOf } from '../../model/syntax/blocks';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Finding, Fix, Rule } from '../rule';

export const unused: Rule = {
  id: 'stages/unused',
  aliases: ['tally/no-unreachable-stages'],
  severity: 'warning',
  tag: 'unnecessary',
  about: { instructions: ['FROM'], stages: 2 },
  summary: 'Delete stages that nothing is made of.',
  why:
    'A build makes the last stage, and of the others those that it needs: by FROM, `COPY --from` or `RUN --mount=from=`, in ONBUILD too. ' +
    'A stage that is left over is not built at all, unless somebody asks for it with `--target`. Targets that are configured, or found in ' +
    'compose and bake files, are used. Where a variable may name the stage, nothing is said. Stages that start something, or are for ' +
    'tests or developers by their name, are probably built by `--target`: that is a hint only.',
  fixable: { safety: 'unsafe', because: 'Somebody may build the stage by `--target`.' },
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.25 AS build
        RUN make server

        FROM golang:1.25 AS tools
                            ^^^^^ Nothing needs the stage tools, so it is built only when --target asks for it.
        RUN make tools

        FROM debian:12
        COPY --from=build /server /server
      `,
      good: dockerfile`
        FROM golang:1.25 AS build
        RUN make server

        FROM debian:12
        COPY --from=build /server /server
      `,
    },
  ],

  check(build, { targets }) {
    const found: Finding[] = [];
    if (build.stages.length < 2) return found;
    const reached = reachedStages(build, targets);
    const hints = new Set<Stage>();
    for (const stage of build.stages.toReversed()) {
      if (reached[stage.index] || !isTarget(build, stage)) continue;
      hints.add(stage);
      // What such a stage needs is as probably built.
      for (const other of neededBy(build, stage)) hints.add(other);
    }
    for (const stage of build.stages) {
      if (reached[stage.index]) continue;
      const { alias, imageWord } = stage.from;
      found.push({
        at: alias ?? imageWord,
        message: `Nothing needs ${alias ? `the stage ${alias.value}` : 'this stage'}, so it is ${alias ? 'built only when --target asks for it' : 'not built'}.`,
        ...(hints.has(stage) ? { severity: 'hint' as const } : {}),
        fix: () => toFix(build, stage),
      });
    }
    return found;
  },
};

/** Whether a stage looks like one that somebody builds by name. */
function isTarget(build: Build, stage: Stage): boolean {
  return (
    stage.instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT') ||
    (stage.name !== undefined && notForShipping({ ...build, builder: {} }, stage) !== undefined)
  );
}

function neededBy(build: Build, stage: Stage): ReadonlySet<Stage> {
  const found = new Set([stage]);
  for (const one of found) {
    for (const use of stageUses(build)) if (use.by === one && use.stage) found.add(use.stage);
  }
  return found;
}

function toFix(build: Build, stage: Stage): Fix | undefined {
  const { source, stages } = build;
  const uses = stageUses(build);
  // Others that are left over may need it, and numbers of those behind it would change.
  const isInTheWay = uses.some((use) => use.stage === stage || (use.byNumber && (use.stage?.index ?? 0) > stage.index));
  const next = stages[stage.index + 1];
  if (isInTheWay || !next) return undefined;
  const { start } = blockOf(source, stage.from, stage.index === 0);
  const end = source.lineStarts[lineAt(source, (next.from.leading[0] ?? next.from).start)]!;
  return { title: `Delete the stage${stage.name ? ` ${stage.name}` : ''}`, edits: [remove({ start, end })] };
}
