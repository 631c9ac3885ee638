import { buildsWith } from '../../knowledge/build-commands';
import { isWithin } from '../../knowledge/images/image-paths';
import type { Build, Stage } from '../../model/build-types';
import { mountTarget } from '../../model/caches/cache-places';
import { readCopied } from '../../model/order/copied';
import { type Place, placeText, relate } from '../../model/order/places';
import { sourcePlaces } from '../../model/stages/build-outputs';
import { triggersOf } from '../../model/stages/overridden';
import { stageUses } from '../../model/stages/stage-uses';
import { workdirBehind } from '../../model/stages/workdir';
import type { RunInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const copyPathNotProduced: Rule = {
  id: 'stages/copy-path-not-produced',
  severity: 'warning',
  about: { instructions: ['COPY'], stages: 2 },
  summary: 'Copy from a stage what it keeps.',
  why:
    'What a RUN writes below a cache or tmpfs mount is not in the stage when the RUN is over, so that a COPY finds nothing there and fails, ' +
    'or takes what was there before. Copy it to another place in the same RUN. A stage from scratch has nothing but what is copied into it.',
  examples: [
    {
      bad: dockerfile`
        FROM rust:1.90 AS build
        WORKDIR /src
        COPY . .
        RUN --mount=type=cache,target=/src/target cargo build --release
        FROM debian:12
        COPY --from=build /src/target/release/server /server
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ The stage keeps nothing below /src/target, where a cache is mounted: copy it elsewhere in the RUN that makes it.
      `,
      good: dockerfile`
        FROM rust:1.90 AS build
        WORKDIR /src
        COPY . .
        RUN --mount=type=cache,target=/src/target cargo build --release && cp target/release/server /server
        FROM debian:12
        COPY --from=build /server /server
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    if (build.stages.length < 2) return found;
    for (const { kind, stage, instruction, value } of stageUses(build)) {
      if (kind !== 'copy' || instruction.keyword !== 'COPY' || !stage || stage.os === 'windows') continue;
      for (const { word, place } of sourcePlaces(build, instruction)) {
        if (word.references.length > 0 || place.parts.length === 0) continue;
        const path = placeText(place);
        const target = mountedOnly(build, stage, path);
        if (target) {
          found.push({
            at: word,
            message: `The stage keeps nothing below ${target.path}, where a ${target.type} is mounted: copy it elsewhere in the RUN that makes it.`,
            related: [{ at: target.run.keywordSpan, message: 'This is the RUN with the mount.' }],
          });
        } else if (stage.root === 'scratch' && isMissing(build, stage, place)) {
          found.push({ at: word, message: `The stage ${value} is from scratch, and nothing in it brings ${path}.` });
        }
      }
    }
    return found;
  },
};

/** The mount that a path lies in, where nothing else of the stage writes there. */
function mountedOnly(
  build: Build,
  stage: Stage,
  path: string,
): { readonly path: string; readonly type: string; readonly run: RunInstruction } | undefined {
  const runs: RunInstruction[] = [];
  for (let one: Stage | undefined = stage; one; one = one.parent) {
    for (const instruction of one.instructions) if (instruction.keyword === 'RUN') runs.push(instruction);
  }
  for (const run of runs) {
    for (const mount of run.mounts) {
      if (mount.type !== 'cache' && mount.type !== 'tmpfs') continue;
      const target = mountTarget(build, run, mount);
      if (target === undefined || target === '/' || !isWithin(path, target)) continue;
      if (!isWrittenElsewhere(build, stage, runs, target)) return { path: target, type: mount.type, run };
    }
  }
  return undefined;
}

/** Whether something without a mount there may write below a directory. */
function isWrittenElsewhere(build: Build, stage: Stage, runs: readonly RunInstruction[], target: string): boolean {
  const name = target.slice(target.lastIndexOf('/') + 1);
  for (let one: Stage | undefined = stage; one; one = one.parent) {
    for (const instruction of one.instructions) {
      if (instruction.keyword === 'WORKDIR' && isWithin(workdirBehind(build, instruction) ?? '/', target)) return true;
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      const copied = readCopied(build, instruction);
      if (!copied || copied.items.some(({ place }) => isWithin(placeText(place), target))) return true;
      // The build context may have the directory, as far as it is known.
      const brings = copied.items.some(({ place, tree }) => tree && isWithin(target, placeText(place)));
      if (brings && (copied.origin !== 'context' || build.context?.has(name))) return true;
    }
  }
  return build.scripts.some((script) => {
    if (!runs.includes(script.instruction)) return false;
    const isMounted = script.instruction.mounts.some((mount) => {
      const at =
        mount.type === 'cache' || mount.type === 'tmpfs' ? mountTarget(build, script.instruction, mount) : undefined;
      return at !== undefined && isWithin(target, at);
    });
    if (isMounted) return false;
    if (script.broken) return true;
    return script.commands.some(
      ({ name: program, words, arguments: rest }) =>
        (program !== undefined && buildsWith(program, rest) !== false) ||
        words.some(({ value }) => value.split('/').includes(name)),
    );
  });
}

/** Whether nothing that is copied into a stage from scratch can be at a place; a RUN may do anything. */
function isMissing(build: Build, stage: Stage, place: Place): boolean {
  let copies = 0;
  for (let one: Stage | undefined = stage; one; one = one.parent) {
    if (triggersOf(one).length > 0) return false;
    for (const instruction of one.instructions) {
      const { keyword } = instruction;
      if (keyword === 'RUN' || keyword === 'UNKNOWN') return false;
      if (keyword === 'WORKDIR' && isWithin(workdirBehind(build, instruction) ?? '/', placeText(place))) return false;
      if (keyword !== 'COPY' && keyword !== 'ADD') continue;
      copies++;
      const copied = readCopied(build, instruction);
      if (!copied || copied.origin === 'text' || copied.origin === 'url' || copied.directory.root !== '/') return false;
      if (copied.items.some(({ place: brought, tree }) => mayBring(brought, tree, place))) return false;
    }
  }
  return copies > 0;
}

function mayBring(brought: Place, tree: boolean, place: Place): boolean {
  const relation = relate(place, brought);
  return relation === 'same' || relation === 'around' || relation === 'unknown' || (relation === 'inside' && tree);
}
