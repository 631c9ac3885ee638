import { toolsOfImage } from '../../knowledge/images/image-tools';
import type { Build, Stage } from '../../model/build-types';
import { type ConversionRefusal, type Sketch, sketchOf } from '../../model/multi-stage/conversion';
import { isOutOfReach } from '../../model/multi-stage/first-look';
import { mayBuild, shippedTools } from '../../model/multi-stage/shipped-tools';
import { readContainerStart } from '../../model/stages/container-start';
import { isShipped, isWorkshop } from '../../model/stages/shipping';
import { dockerfile } from '../../text/dockerfile';
import { enumerate } from '../../text/enumerate';
import type { Finding, Rule } from '../rule';

export const singleStageBuild: Rule = {
  id: 'stages/single-stage-build',
  severity: 'info',
  summary: 'Build in a stage of its own, so that the image that ships has what runs and no tools.',
  why:
    'Compilers, headers, package managers and development dependencies are what makes most images large, and what an attacker finds ' +
    'useful in a container. Where a file has one stage, all of them ship. With two, the first builds and is thrown away; the second ' +
    'starts from a small image and copies what was built. Where the conversion is not offered, the message says what stands in its way.',
  fixable: {
    safety: 'unsafe',
    because:
      'The image that ships starts from another one, so what the program calls that no line mentions may be missing.',
  },
  about: { instructions: ['CMD', 'ENTRYPOINT'] },
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.22
             ^^^^^^^^^^^ The image ships go, gcc, g++ and make, which only the build needs; what is built can run on gcr.io/distroless/static-debian12.
        WORKDIR /src
        COPY . .
        RUN CGO_ENABLED=0 go build -o /bin/server ./cmd/server
        CMD ["/bin/server"]
      `,
      good: dockerfile`
        FROM golang:1.22 AS build
        WORKDIR /src
        COPY . .
        RUN CGO_ENABLED=0 go build -o /bin/server ./cmd/server

        FROM gcr.io/distroless/static-debian12
        WORKDIR /src
        COPY --from=build /bin/server /bin/server
        CMD ["/bin/server"]
      `,
      context: { 'go.mod': 'module example.org/server\n', 'cmd/server/main.go': 'package main\n\nfunc main() {}\n' },
    },
    {
      bad: dockerfile`
        FROM golang:1.22
             ^^^^^^^^^^^ The image ships go, gcc, g++ and make, which a build stage could leave behind if it weren't for this: The container runs go, which needs the Go toolchain: build the program in a RUN, and start that.
        WORKDIR /src
        COPY . .
        RUN go build ./...
        CMD ["go", "run", "."]
      `,
      context: { 'main.go': 'package main\n' },
    },
  ],

  check(build) {
    const stage = build.stages[0];
    if (
      !stage ||
      build.stages.length > 1 ||
      !isShipped(build, stage) ||
      !mayBuild(build, stage) ||
      isWorkshop(build, stage) ||
      startsUnreadScript(build, stage) ||
      isOutOfReach(build, stage)
    )
      return [];
    const finding = describe(build, stage, sketchOf(build, stage));
    return finding ? [{ at: stage.from.imageWord, ...finding }] : [];
  },
};

/** Whether all that is known of the start is a script that only a build context could show: without it nothing can be promised. */
function startsUnreadScript(build: Build, stage: Stage): boolean {
  return !build.context && readContainerStart(build, stage).programs.every(({ name }) => name.endsWith('.sh'));
}

function describe(build: Build, stage: Stage, sketch: Sketch | ConversionRefusal): Omit<Finding, 'at'> | undefined {
  // Without the files around, the reason against it may be just that.
  if ('because' in sketch && !sketch.asks && (sketch.foreign || !build.context)) return undefined;
  const stays = 'runtime' in sketch ? (toolsOfImage(sketch.runtime) ?? []) : [];
  const tools = shippedTools(build, stage).filter((tool) => !stays.includes(tool));
  const ships = tools.length > 0 ? enumerate(tools.slice(0, 5)) : 'what only its build needs';
  if ('runtime' in sketch) {
    const { runtime } = sketch;
    const where = runtime === stage.base ? `a fresh ${runtime}` : runtime;
    const needs = tools.length > 0 ? ', which only the build needs' : '';
    return {
      message: `The image ships ${ships}${needs}; what is built can run on ${where}.`,
      fix() {
        const conversion = sketch.complete();
        if ('because' in conversion) return undefined;
        const { edits, notes } = conversion;
        return {
          title: 'Convert to multi-stage',
          edits,
          notes,
          safety: 'unsafe',
          refactoring: 'convert-to-multi-stage',
        };
      },
    };
  }
  const { because, asks } = sketch;
  if (asks) return { message: `The image ships ${ships}; a build stage could leave that behind. ${asks.question}` };
  // What has no tools has little to leave behind.
  if (tools.length === 0) return undefined;
  return {
    severity: 'hint',
    message: `The image ships ${ships}, which a build stage could leave behind if it weren't for this: ${because}`,
  };
}
