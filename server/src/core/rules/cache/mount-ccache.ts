import type { PackageManager } from '../../knowledge/package-manager';
import { ccache } from '../../knowledge/package-managers/ccache';
import { sccache } from '../../knowledge/package-managers/sccache';
import type { Build } from '../../model/build-types';
import { addCacheMount, ownerOptions } from '../../model/caches/cache-mount';
import { findCache, isBasedOn, isMounted } from '../../model/caches/cache-places';
import type { ShellCommand } from '../../model/shell/shell-command';
import { readUser } from '../../model/stages/user';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

/** Programs that run compilers; `cmake` does only with `--build`. */
const DRIVERS = new Set(['make', 'gmake', 'ninja', 'cmake']);

export const mountCcache: Rule = {
  id: 'cache/mount-ccache',
  severity: 'hint',
  summary: 'Keep the cache of ccache or sccache in a cache mount.',
  why: 'A compiler cache inside a layer is thrown away whenever the step before it changes, which is when it would be needed.',
  fixable: {
    safety: 'safe',
    because:
      'Where an image is built of the stage itself, it no longer has the content of the cache: there the fix is unsafe.',
  },
  about: { texts: ['ccache'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12 AS build
        RUN apt-get update && apt-get install -y cmake g++ ccache
        COPY . /src
        RUN cmake -S /src -B /build -DCMAKE_CXX_COMPILER_LAUNCHER=ccache && cmake --build /build
                                                                            ^^^^^^^^^^^^^^^^^^^^ The cache of ccache is lost when this step is done: there is no cache mount at /root/.cache/ccache.
      `,
      good: dockerfile`
        FROM debian:12 AS build
        RUN apt-get update && apt-get install -y cmake g++ ccache
        COPY . /src
        RUN --mount=type=cache,target=/root/.cache/ccache \
            cmake -S /src -B /build -DCMAKE_CXX_COMPILER_LAUNCHER=ccache && cmake --build /build
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const compiles = build.commands.filter(isCompile);
    const reported = new Set<number>();
    for (const command of compiles) {
      const run = command.script.instruction;
      if (reported.has(run.index)) continue;
      const manager = findWrapper(build, command);
      const [cache] = manager?.caches ?? [];
      const place = manager && cache && findCache(build, { manager, command, instruction: run, flags: [] }, cache);
      const target = place?.targets?.[0];
      if (!place || isMounted(build, run, place)) continue;
      reported.add(run.index);
      const owner = ownerOptions(readUser(build, run));
      found.push({
        at: command,
        message: `The cache of ${place.manager.title} is lost when this step is done: there is no cache mount${target ? ` at ${target}` : ' for it'}.`,
        ...(target && owner !== undefined ? { fix: () => addCacheMount(build, command, target, owner) } : {}),
      });
    }
    return found;
  },
};

function isCompile({ name, arguments: words }: ShellCommand): boolean {
  if (name === undefined || !DRIVERS.has(name)) return false;
  return name !== 'cmake' || words.some(({ value }) => value === '--build');
}

/** The compiler cache that a build uses: named in its own RUN or in a variable, or installed in the stage. */
function findWrapper(build: Build, command: ShellCommand): PackageManager | undefined {
  const run = command.script.instruction;
  const { scope } = build.states[run.index]!;
  const uses = (manager: PackageManager): boolean => {
    const name = new RegExp(`(?:^|[=/ ])${manager.id}(?:[\\s;]|$)`);
    const inWords = build.commands.some(({ script, words, assignments }) => {
      const { index, stage } = script.instruction;
      if (index > run.index || !isBasedOn(build, run.stage, stage)) return false;
      return words.some(({ value }) => name.test(value)) || assignments.some(({ value }) => name.test(value.value));
    });
    return inWords || WRAPPER_VARIABLES.some((variable) => name.test(scope.lookup(variable)?.value ?? ''));
  };
  return [ccache, sccache].find(uses);
}

const WRAPPER_VARIABLES = ['CC', 'CXX', 'CMAKE_C_COMPILER_LAUNCHER', 'CMAKE_CXX_COMPILER_LAUNCHER', 'RUSTC_WRAPPER'];
