import { buildsWith } from '../../knowledge/build-commands';
import { nameOf } from '../../knowledge/images/image-paths';
import { type HeavyImage, heavyImage } from '../../knowledge/images/runtime-variants';
import type { Build, Stage } from '../../model/build-types';
import { isOpaque } from '../../model/installs/package-lists';
import { readContainerStart } from '../../model/stages/container-start';
import { isWorkshop, notForShipping } from '../../model/stages/shipping';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const heavyBaseImage: Rule = {
  id: 'size/heavy-base-image',
  aliases: ['tally/gpu/prefer-runtime-final-stage'],
  severity: 'info',
  summary: 'Run a program on an image without the tools that built it.',
  why: `An image with a compiler, a JDK or an SDK is several times as large as one that only runs programs, and offers as much more to
    whoever breaks in. It is reported where the last stage is based on one and does nothing with it: files are copied, system packages
    installed, and a program started that needs no development kit. Stages for developers and tests are left alone.`,
  fixable: { safety: 'unsafe', because: 'The program may need something that only the larger image has.' },
  about: { instructions: ['CMD', 'ENTRYPOINT'] },
  examples: [
    {
      bad: dockerfile`
        FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
        COPY . /src
        RUN dotnet publish /src -o /app

        FROM mcr.microsoft.com/dotnet/sdk:8.0
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The image that ships carries the .NET SDK and only runs a program; mcr.microsoft.com/dotnet/aspnet:8.0 does.
        COPY --from=build /app /app
        CMD ["dotnet", "/app/shop.dll"]
      `,
      good: dockerfile`
        FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
        COPY . /src
        RUN dotnet publish /src -o /app

        FROM mcr.microsoft.com/dotnet/aspnet:8.0
        COPY --from=build /app /app
        CMD ["dotnet", "/app/shop.dll"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const stage = build.stages.at(-1);
    const heavy = stage && heavyImage(stage.root);
    if (!stage || !heavy || !startsProgram(build, stage) || usesKit(build, stage)) return found;
    let bottom = stage;
    while (bottom.parent) bottom = bottom.parent;
    const way = 'image' in heavy.runtime ? `${heavy.runtime.image} does` : heavy.runtime.phrase;
    found.push({
      at: bottom.from.imageWord,
      message: `The image that ships carries ${heavy.kit} and only runs a program; ${way}.`,
      // A stage that others are based on, too, may serve them otherwise.
      fix: () => (bottom === stage ? takeRuntime(bottom, heavy) : undefined),
    });
    return found;
  },
};

/** Whether the container starts something, and nothing that is part of a development kit. */
function startsProgram(build: Build, stage: Stage): boolean {
  if (notForShipping(build, stage) !== undefined) return false;
  let at: Stage | undefined = stage;
  while (at && !at.instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT')) at = at.parent;
  if (!at || isWorkshop(build, at)) return false;
  const { programs } = readContainerStart(build, at);
  return programs.length > 0 && programs.every(({ name, arguments: words }) => !isKit(nameOf(name), words));
}

const KITS = new Set(
  'bash cargo cl g++ gcc go gradle gradlew javac jshell make mvn mvnw nodemon npx nvcc rustc sbt sh ts-node tsx yarn npm pnpm'.split(
    ' ',
  ),
);

function isKit(name: string, words: readonly string[]): boolean {
  if (name === 'dotnet') return /^(?:run|watch|test|build)$/.test(words[0] ?? '');
  return KITS.has(name) || /\.sh$/.test(name);
}

/** Whether a RUN may need the development kit: it builds, installs what may have to be built, or runs what nobody knows. */
function usesKit(build: Build, stage: Stage): boolean {
  const chain = new Set<number>();
  for (let one: Stage | undefined = stage; one; one = one.parent) chain.add(one.index);
  const brings = build.instructions.some(
    ({ keyword, stage: own }) => chain.has(own) && (keyword === 'COPY' || keyword === 'ADD'),
  );
  if (!brings || build.scripts.some(({ broken, instruction }) => broken && chain.has(instruction.stage))) return true;
  return build.commands.some((command) => {
    if (!chain.has(command.script.instruction.stage)) return false;
    const { name, arguments: words } = command;
    return (
      isOpaque(command) ||
      (name !== undefined &&
        (buildsWith(name, words) !== false ||
          isKit(
            name,
            words.map(({ value }) => value),
          )))
    );
  });
}

function takeRuntime({ from }: Stage, { runtime }: HeavyImage): Fix | undefined {
  const { imageWord, image } = from;
  if (!('image' in runtime) || imageWord.references.length > 0 || image.digest !== undefined) return undefined;
  return { title: `Base the image on ${runtime.image}`, edits: [replace(imageWord, runtime.image)] };
}
