import type { Build, Stage } from '../../model/build-types';
import { mayBuild } from '../../model/multi-stage/shipped-tools';
import { type StageUse, stageUses } from '../../model/stages/stage-uses';
import { dockerfile } from '../../text/dockerfile';
import { insert, replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const indexReference: Rule = {
  id: 'stages/index-reference',
  severity: 'hint',
  about: { instructions: ['COPY', 'RUN'], flags: ['from', 'mount'] },
  summary: 'Refer to stages by name, not by number.',
  why:
    'A number means another stage as soon as somebody puts one in front, and says nothing to who reads the line. Every stage can have a ' +
    'name. What ONBUILD holds is left alone, since its number counts in another file.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.25
        RUN go build -o /server .
        FROM debian:12
        COPY --from=0 /server /server
                    ^ A number means another stage once one is put in front: give the stage a name.
      `,
      good: dockerfile`
        FROM golang:1.25 AS build
        RUN go build -o /server .
        FROM debian:12
        COPY --from=build /server /server
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    if (build.stages.length < 2) return found;
    for (const use of stageUses(build)) {
      if (!use.byNumber || !use.stage || use.instruction.onbuild || use.references.length > 0) continue;
      const { stage, at } = use;
      const { alias } = stage.from;
      const message = alias
        ? `A number means another stage once one is put in front; this one is named ${alias.value}.`
        : 'A number means another stage once one is put in front: give the stage a name.';
      found.push({
        at,
        message,
        fix: () => (alias ? writeName(build, use, stage, alias.value) : giveName(build, stage, at)),
      });
    }
    return found;
  },
};

/** Only where the name means this stage: the last one that has it. */
function writeName({ stages }: Build, { at }: StageUse, stage: Stage, name: string): Fix | undefined {
  const named = stages.findLast((one) => one.name === stage.name);
  return named === stage ? { title: `Write ${name}`, edits: [replace(at, name)] } : undefined;
}

function giveName(build: Build, stage: Stage, at: StageUse['at']): Fix | undefined {
  const { from } = stage;
  if (from.words.length !== 1) return undefined;
  const taken = new Set(stageUses(build).map(({ value }) => value.toLowerCase()));
  for (const one of build.stages) taken.add(one.name ?? '').add(one.base.toLowerCase());
  const numbered = `stage-${stage.index}`;
  const name = mayBuild(build, stage) && !taken.has('build') ? 'build' : numbered;
  if (taken.has(name)) return undefined;
  const isLower = /^[a-z]/.test(build.source.text.slice(from.keywordSpan.start, from.keywordSpan.end));
  return {
    title: `Name the stage ${name}`,
    edits: [insert(from.imageWord.end, ` ${isLower ? 'as' : 'AS'} ${name}`), replace(at, name)],
  };
}
