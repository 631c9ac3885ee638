import type { Build, Stage } from '../../model/build-types';
import { stageUses } from '../../model/stages/stage-uses';
import { lineNumber } from '../../model/syntax/blocks';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const duplicateName: Rule = {
  id: 'stages/duplicate-name',
  aliases: ['DL3024', 'DuplicateStageName', 'DS012', 'CKV_DOCKER_11', 'Same Alias In Different Froms'],
  severity: 'error',
  hadolint: 'error',
  buildkit: 'on',
  about: { instructions: ['FROM'], stages: 2 },
  summary: 'Give each stage a name of its own.',
  why:
    'Where two stages have one name, FROM means the last one above it, `COPY --from` the last one of the file, so that the build fails ' +
    'between the two, and `--target` one of them. The builder compares names without letter case, so that `Build` and `build` are one; hadolint compares them as ' +
    'they are written. The later FROM is reported.',
  fixable: { safety: 'unsafe', because: 'The new name is not known to who builds the stage by `--target`.' },
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.25 AS build
        RUN make server
        FROM node:22 AS build
                        ^^^^^ The stage in line 1 is named build as well: what is behind this line means this one.
        RUN npm run build
        FROM nginx:1.29
        COPY --from=build /dist /usr/share/nginx/html
      `,
      good: dockerfile`
        FROM golang:1.25 AS build
        RUN make server
        FROM node:22 AS build-2
        RUN npm run build
        FROM nginx:1.29
        COPY --from=build-2 /dist /usr/share/nginx/html
      `,
    },
  ],

  check(build, { hadolint }) {
    const found: Finding[] = [];
    if (build.stages.length < 2) return found;
    const seen = new Map<string, Stage>();
    for (const stage of build.stages) {
      const { alias } = stage.from;
      if (!alias) continue;
      const name = hadolint ? alias.value : alias.value.toLowerCase();
      const before = seen.get(name);
      if (!before) {
        seen.set(name, stage);
        continue;
      }
      found.push({
        at: alias,
        message: `The stage in line ${lineNumber(build.source, before.from)} is named ${before.from.alias!.value} as well: what is behind this line means this one.`,
        related: [{ at: before.from.alias!, message: 'This stage has the name already.' }],
        fix: () => rename(build, stage, freeName(build, alias.value)),
      });
    }
    return found;
  },
};

function freeName({ stages }: Build, name: string): string {
  const plain = name.replace(/-\d+$/, '');
  for (let number = 2; ; number++) {
    if (!stages.some((stage) => stage.name === `${plain}-${number}`.toLowerCase())) return `${plain}-${number}`;
  }
}

/** A new name, where the stage says it and where others refer to it. */
function rename(build: Build, stage: Stage, name: string): Fix | undefined {
  const uses = stageUses(build).filter((use) => use.stage === stage && !use.byNumber);
  if (uses.some(({ references, instruction }) => references.length > 0 || instruction.onbuild)) return undefined;
  const edits = [replace(stage.from.alias!, name), ...uses.map(({ at }) => replace(at, name))];
  return { title: `Name the stage ${name}`, edits };
}
