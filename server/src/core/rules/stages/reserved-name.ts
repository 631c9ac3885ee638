import { stageUses } from '../../model/stages/stage-uses';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const reservedName: Rule = {
  id: 'stages/reserved-name',
  aliases: ['DL3063', 'ReservedStageName'],
  severity: 'warning',
  hadolint: 'warning',
  buildkit: 'on',
  about: { instructions: ['FROM'], texts: ['scratch', 'context'] },
  summary: 'Name no stage scratch or context.',
  why:
    '`scratch` means no base image and `context` the files that are sent to the builder. A stage of that name is taken instead, so that ' +
    '`FROM scratch` below it starts from all that the stage has. BuildKit looks for the names in any letter case, hadolint in lower case.',
  fixable: { safety: 'unsafe', because: 'The new name is not known to who builds the stage by `--target`.' },
  examples: [
    {
      bad: dockerfile`
        FROM alpine:3.22 AS context
                            ^^^^^^^ The name context has a meaning of its own for the builder.
        COPY . /src
        FROM golang:1.25
        COPY --from=context /src /src
      `,
      good: dockerfile`
        FROM alpine:3.22 AS context-stage
        COPY . /src
        FROM golang:1.25
        COPY --from=context-stage /src /src
      `,
    },
  ],

  check(build, { hadolint }) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      const { alias } = stage.from;
      if (!alias) continue;
      const name = hadolint ? alias.value : alias.value.toLowerCase();
      if (name !== 'scratch' && name !== 'context') continue;
      found.push({
        at: alias,
        message: `The name ${alias.value} has a meaning of its own for the builder.`,
        fix() {
          const uses = stageUses(build).filter((use) => use.stage === stage && !use.byNumber);
          // Whether the stage is meant by it, or no image at all, only its author knows.
          const isUnclear = uses.some(({ kind, references }) => kind === 'from' || references.length > 0);
          const free = `${name}-stage`;
          if (isUnclear || build.stages.some((other) => other.name === free)) return undefined;
          return {
            title: `Name it ${free}`,
            edits: [alias, ...uses.map(({ at }) => at)].map((at) => replace(at, free)),
          };
        },
      });
    }
    return found;
  },
};
