import { BUILDERS } from '../../knowledge/build-outputs';
import type { Build, Stage } from '../../model/build-types';
import { placeText, ROOT, readPlace, relate } from '../../model/order/places';
import { type BuiltOutput, builtOutputs, holds, type Spot, sourcePlaces } from '../../model/stages/build-outputs';
import { notForShipping } from '../../model/stages/shipping';
import { stageUses } from '../../model/stages/stage-uses';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const artifactNeverUsed: Rule = {
  id: 'stages/artifact-never-used',
  severity: 'info',
  about: { instructions: ['RUN'], commands: BUILDERS, stages: 2 },
  summary: 'Copy what a stage builds, or do not build it.',
  why:
    'What a stage builds is lost unless another one copies or mounts it. It is reported for commands that say where they write: ' +
    '`go build -o`, `dotnet publish -o`, `--outdir` and the like, in stages that do not end up in an image themselves, when no COPY and no ' +
    'mount takes the place and no later command of the stage mentions its name.',
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.25 AS build
        RUN go build -o /out/server ./cmd/server
        RUN go build -o /out/worker ./cmd/worker
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing takes /out/worker, which this builds, out of the stage.
        FROM gcr.io/distroless/base-debian12
        COPY --from=build /out/server /server
        CMD ["/server"]
      `,
      good: dockerfile`
        FROM golang:1.25 AS build
        RUN go build -o /out/server ./cmd/server
        RUN go build -o /out/worker ./cmd/worker
        FROM gcr.io/distroless/base-debian12
        COPY --from=build /out/ /
        CMD ["/server"]
      `,
    },
  ],

  check(build, { targets }) {
    const found: Finding[] = [];
    if (build.stages.length < 2) return found;
    for (const output of builtOutputs(build)) {
      const { command, told, spots, stage } = output;
      const [spot] = spots;
      if (
        !told ||
        !spot ||
        spot.place.root !== '/' ||
        spot.place.parts[0] === 'dev' ||
        spot.place.parts.some((part) => part.includes('$'))
      )
        continue;
      const family = build.stages.filter((one) => isOn(one, stage));
      if (family.some((one) => ships(build, one, targets)) || isUsed(build, output, family)) continue;
      found.push({
        at: { start: command.start, end: command.end },
        message: `Nothing takes ${placeText(spot.place)}, which this builds, out of the stage.`,
      });
    }
    return found;
  },
};

function isOn(stage: Stage, other: Stage): boolean {
  for (let one: Stage | undefined = stage; one; one = one.parent) if (one === other) return true;
  return false;
}

/** Whether an image may be made of a stage. */
function ships(build: Build, stage: Stage, targets: readonly string[]): boolean {
  const { name, last, instructions } = stage;
  if (last || (name !== undefined && targets.includes(name))) return true;
  if (instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'ONBUILD'))
    return true;
  return notForShipping({ ...build, builder: {} }, stage) !== undefined;
}

function isUsed(build: Build, { command, spots }: BuiltOutput, family: readonly Stage[]): boolean {
  const names = spots.map(({ place }) => place.parts.at(-1) ?? '');
  const parent = spots[0]!.place.parts.at(-2);
  for (const { kind, stage, instruction, references } of stageUses(build)) {
    if (kind === 'copy' && references.length > 0) return true;
    if (!stage || !family.includes(stage)) continue;
    if (kind === 'mount' && instruction.keyword === 'RUN') {
      for (const mount of instruction.mounts)
        if (mount.from !== undefined && isAt(mount.source ?? '/', spots)) return true;
    } else if (kind === 'copy' && instruction.keyword === 'COPY') {
      const places = sourcePlaces(build, instruction);
      if (places.length === 0 || places.some(({ place }) => spots.some((spot) => touches(place, spot)))) return true;
    }
  }
  for (const script of build.scripts) {
    if (!family.some(({ index }) => index === script.instruction.stage)) continue;
    if (script.broken) return true;
    for (const other of script.commands) {
      if (other.start <= command.start) continue;
      const said = [...other.words, ...other.redirects.flatMap(({ target }) => target ?? [])];
      if (
        said.some(
          ({ value }) =>
            names.some((name) => value.includes(name)) || (parent !== undefined && isGlobIn(value, parent)),
        )
      )
        return true;
    }
  }
  return false;
}

/** `out/*`, or the directory itself. */
function isGlobIn(value: string, parent: string): boolean {
  return (
    value.endsWith(`/${parent}`) ||
    value === parent ||
    value.includes(`${parent}/*`) ||
    value === '*' ||
    value === './*'
  );
}

function isAt(source: string, spots: readonly Spot[]): boolean {
  const place = readPlace(source.startsWith('/') ? source : `/${source}`, ROOT);
  return spots.some((spot) => touches(place, spot));
}

/** Whether a source takes it, or a part of it. */
function touches(place: Parameters<typeof holds>[0], spot: Spot): boolean {
  return holds(place, spot) || (spot.kind !== 'file' && relate(place, spot.place) === 'inside');
}
