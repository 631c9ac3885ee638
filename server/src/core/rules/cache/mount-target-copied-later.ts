import type { Build } from '../../model/build-types';
import { layoutOf } from '../../model/caches/cache-keeping';
import { cacheMounts, isAround, isBasedOn, isMountedAt } from '../../model/caches/cache-places';
import { copyOut, findReaders, type MountReader } from '../../model/caches/copy-out';
import { readCopied } from '../../model/order/copied';
import { placeText } from '../../model/order/places';
import type { RunInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Fix, Rule } from '../rule';

export const mountTargetCopiedLater: Rule = {
  id: 'cache/mount-target-copied-later',
  severity: 'error',
  about: { flags: ['mount'] },
  summary: 'Copy what later steps need out of a cache mount, in the RUN that makes it.',
  why: 'What a RUN writes to a cache mount is not in its layer: without the mount, the directory is as it was before. A later step that reads from it finds nothing.',
  fixable: { safety: 'unsafe', because: 'The files are read from another place than before.' },
  examples: [
    {
      bad: dockerfile`
        FROM rust:1.80 AS build
        WORKDIR /src
        COPY . .
        RUN --mount=type=cache,target=/src/target cargo build --release

        FROM debian:12-slim
        COPY --from=build /src/target/release/app /usr/local/bin/app
                          ^^^^^^^^^^^^^^^^^^^^^^^ This file is only in the cache mount at /src/target, not in the layer.
      `,
      good: dockerfile`
        FROM rust:1.80 AS build
        WORKDIR /src
        COPY . .
        RUN --mount=type=cache,target=/src/target cargo build --release && \
            mkdir -p /out && cp -r target/release/app /out/

        FROM debian:12-slim
        COPY --from=build /out/app /usr/local/bin/app
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const run of build.instructions) {
      if (run.keyword !== 'RUN' || run.mounts.length === 0) continue;
      for (const { mount, target } of cacheMounts(build, run)) {
        const readers = findReaders(build, run, target).filter(
          (reader) => !isFilledOtherwise(build, run, target, reader) && isLastMount(build, run, target, reader),
        );
        const fix = readers.length > 0 ? toFix(build, run, readers) : undefined;
        for (const reader of readers) {
          found.push({
            at: { start: reader.start, end: reader.end },
            message: `This file is only in the cache mount at ${target}, not in the layer.`,
            related: [{ at: mount.flag, message: 'The mount is here.' }],
            ...(fix ? { fix } : {}),
          });
        }
      }
    }
    return found;
  },
};

function toFix(build: Build, run: RunInstruction, readers: readonly MountReader[]): Fix | undefined {
  const out = copyOut(build, run, readers, layoutOf(build, run, [], false));
  if ('because' in out) return undefined;
  return { title: `Copy ${out.paths.join(' and ')} out of the mount`, edits: out.edits };
}

/** Of several RUNs with the mount, the last one before the reader stands for all. */
function isLastMount(build: Build, run: RunInstruction, target: string, { instruction }: MountReader): boolean {
  return !build.instructions.some(
    (other) =>
      other.keyword === 'RUN' &&
      other.index > run.index &&
      other.index < instruction.index &&
      isBasedOn(build, other.stage, run.stage) &&
      isMountedAt(build, other, target),
  );
}

/** Whether anything else puts files there, so that the layer may have them after all: a COPY, or a RUN without the mount. */
function isFilledOtherwise(build: Build, run: RunInstruction, target: string, { instruction }: MountReader): boolean {
  for (const other of build.instructions) {
    if (other.index >= instruction.index) break;
    if (!isBasedOn(build, run.stage, other.stage) && !isBasedOn(build, other.stage, run.stage)) continue;
    if (other.keyword === 'COPY' || other.keyword === 'ADD') {
      const items = readCopied(build, other)?.items ?? [];
      // A directory around it, such as the whole context, is not expected to hold build results.
      if (items.some(({ place }) => place.root !== '/' || isAround(target, placeText(place)))) return true;
    }
    if (
      other.keyword === 'RUN' &&
      other !== run &&
      !isMountedAt(build, other, target) &&
      mayFill(build, other, target)
    ) {
      return true;
    }
  }
  return false;
}

/** Programs that only read what they are given, change it in place or take it away. */
const FILLS_NOTHING = new Set([
  'cat',
  'chmod',
  'chown',
  'du',
  'file',
  'ldd',
  'ls',
  'mkdir',
  'rm',
  'stat',
  'strip',
  'test',
  '[',
]);

/** Whether a RUN names the directory in a way that may put files there. */
function mayFill(build: Build, run: RunInstruction, target: string): boolean {
  const name = target.split('/').at(-1)!;
  return build.commands.some(
    ({ script, words, name: program }) =>
      script.instruction === run &&
      !FILLS_NOTHING.has(program ?? '') &&
      words.some(({ value }) => value.includes(name)),
  );
}
