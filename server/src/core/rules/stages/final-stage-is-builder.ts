import { readBaseImage } from '../../knowledge/images/base-images';
import { nameOf } from '../../knowledge/images/image-paths';
import { isBuildTool, toolsOfImage } from '../../knowledge/images/image-tools';
import type { Build, Stage } from '../../model/build-types';
import { mayBuild } from '../../model/multi-stage/shipped-tools';
import { readContainerStart } from '../../model/stages/container-start';
import { isWorkshop, notForShipping } from '../../model/stages/shipping';
import { stageUses } from '../../model/stages/stage-uses';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const finalStageIsBuilder: Rule = {
  id: 'stages/final-stage-is-builder',
  severity: 'hint',
  about: { instructions: ['COPY', 'RUN'], stages: 2 },
  summary: 'Let the last stage be the one that ships.',
  why:
    'A build without `--target` makes the last stage. Where that starts from the image of a compiler though it only takes over what another ' +
    'stage has built, or where it is what another, smaller stage takes its files from, the image that ships has all the tools of the build. ' +
    'Containers that work with those tools are left alone, as are stages for tests and developers by their name.',
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.25 AS build
        RUN go build -o /server .

        FROM golang:1.25
             ^^^^^^^^^^^ The image that ships starts from golang:1.25, though it only takes over what another stage has built: a smaller image would do.
        COPY --from=build /server /server
        CMD ["/server"]
      `,
      good: dockerfile`
        FROM golang:1.25 AS build
        RUN go build -o /server .

        FROM gcr.io/distroless/base-debian12
        COPY --from=build /server /server
        CMD ["/server"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const stage = build.stages.at(-1);
    if (!stage || build.stages.length < 2 || !isCompilerImage(stage.root) || notForShipping(build, stage)) return found;
    const taker = takerOf(build, stage);
    if (taker) {
      found.push({
        at: stage.from.imageWord,
        message: `The last stage is the one that ships, and this has the tools of ${stage.root}: the stage ${taker.name ?? taker.index}, which takes what is built, should come last.`,
        related: [{ at: taker.from.imageWord, message: 'This stage takes what is built.' }],
      });
      return found;
    }
    if (!onlyTakes(build, stage)) return found;
    found.push({
      at: stage.from.imageWord,
      message: `The image that ships starts from ${stage.root}, though it only takes over what another stage has built: a smaller image would do.`,
    });
    return found;
  },
};

const COMPILERS = /^(?:golang|rust|maven|gradle|gcc|swift|haskell|dotnet\/sdk|dotnet\/core\/sdk|sbtscala\/scala-sbt)$/;

function isCompilerImage(reference: string): boolean {
  const { repository, official, variant = '' } = readBaseImage(reference);
  return official && COMPILERS.test(repository) && !(repository === 'swift' && variant.includes('slim'));
}

/** Another stage, of a smaller image and with something to start, that copies from what the last one is based on. */
function takerOf(build: Build, stage: Stage): Stage | undefined {
  if (!stage.parent) return undefined;
  const chain = new Set<Stage>();
  for (let one: Stage | undefined = stage; one; one = one.parent) chain.add(one);
  const use = stageUses(build).find(
    ({ kind, stage: from, by }) =>
      kind === 'copy' && from && chain.has(from) && !chain.has(by) && !isCompilerImage(by.root) && starts(by),
  );
  return use?.by;
}

function starts({ instructions }: Stage): boolean {
  return instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
}

/** Whether a stage copies from another one, builds nothing and starts none of its image's tools. */
function onlyTakes(build: Build, stage: Stage): boolean {
  if (stage.parent || !starts(stage)) return false;
  if (!stageUses(build).some(({ kind, by, stage: from }) => kind === 'copy' && by === stage && from)) return false;
  const tools = (toolsOfImage(stage.root) ?? []).filter(isBuildTool);
  const isTool = (name: string) => tools.includes(name) || name === 'dotnet-sdk';
  if (build.commands.some(({ name, script }) => script.instruction.stage === stage.index && isTool(name ?? '')))
    return false;
  if (mayBuild(build, stage) || isWorkshop(build, stage)) return false;
  const { programs } = readContainerStart(build, stage);
  // `dotnet app.dll` needs the runtime alone, `dotnet watch` the tools.
  return !programs.some(
    ({ name, arguments: words }) =>
      isTool(nameOf(name)) || (nameOf(name) === 'dotnet' && !/\.dll$/.test(words[0] ?? '')),
  );
}
