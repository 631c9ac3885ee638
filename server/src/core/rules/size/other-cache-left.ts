import { nameOf } from '../../knowledge/images/image-paths';
import type { Build } from '../../model/build-types';
import { isBasedOn } from '../../model/caches/cache-places';
import { findUnmounted } from '../../model/caches/cache-targets';
import { leavesCache } from '../../model/caches/left-caches';
import type { PackageInstall } from '../../model/installs/install';
import { appendLike } from '../../model/shell/append-command';
import { readContainerStart } from '../../model/stages/container-start';
import { dockerfile } from '../../text/dockerfile';
import { enumerate } from '../../text/enumerate';
import { ships } from '../per-run';
import type { Finding, Fix, Rule } from '../rule';

const MANAGERS = ['bun', 'bundler', 'cargo', 'composer', 'conda', 'dotnet', 'go', 'gradle', 'maven', 'pnpm'];

export const otherCacheLeft: Rule = {
  id: 'size/other-cache-left',
  aliases: ['tally/ruby/leftover-bundler-cache'],
  severity: 'hint',
  summary: 'Keep the caches of package managers and compilers out of the image.',
  why: `What pnpm, Bun, Composer, Go, Cargo, Maven, Gradle, NuGet, Bundler and conda download and compile on the way stays in their
    caches, and in the image that ships it is of no use. A cache mount keeps it out of the image and where the next build finds it,
    and where one is due a rule of cache/ says so instead. Stages that nobody ships are left alone, and so is a cache whose place the
    file does not tell.`,
  fixable: { safety: 'unsafe', because: 'What runs in the container may read the cache.' },
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.24
        WORKDIR /src
        COPY . .
        RUN go build -o /usr/local/bin/app .
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Go leaves its cache in the image, at /go/pkg/mod and /root/.cache/go-build; a cache mount keeps it out, or a clean-up in this RUN.
        CMD ["app"]
      `,
      good: dockerfile`
        FROM golang:1.24
        WORKDIR /src
        COPY . .
        RUN go build -o /usr/local/bin/app . && go clean -cache -modcache
        CMD ["app"]
      `,
    },
  ],

  about: { managers: MANAGERS },

  check(build, settings) {
    const found: Finding[] = [];
    for (const [at, install] of build.installs.entries()) {
      const { instruction, command, manager } = install;
      if (!MANAGERS.includes(manager.id) || isRepeated(build, at)) continue;
      if (!ships(build, settings, instruction.stage) || !leavesCache(build, install)) continue;
      const targets = targetsOf(build, install);
      if (targets.length === 0 || isReadAtRunTime(build, install)) continue;
      found.push({
        at: command,
        message: `${manager.title} leaves its cache in the image, at ${enumerate(targets)}; a cache mount keeps it out, or a clean-up in this RUN.`,
        fix: () => cleanUp(build, install, targets),
      });
    }
    return found;
  },
};

/** Whether a manager installs again in the same RUN. */
function isRepeated({ installs }: Build, at: number): boolean {
  const { manager, instruction } = installs[at]!;
  for (let next = at + 1; installs[next]?.instruction === instruction; next++) {
    if (installs[next]!.manager === manager) return true;
  }
  return false;
}

function targetsOf(build: Build, install: PackageInstall): readonly string[] {
  return findUnmounted(build, install)
    .filter(({ cache }) => !cache.optional)
    .flatMap(({ targets = [] }) => targets);
}

/** Whether the container starts something that reads the cache. */
function isReadAtRunTime(build: Build, { manager, instruction }: PackageInstall): boolean {
  const stage = build.stages[instruction.stage];
  const { readsCacheAtRunTime: reads, runners, commands } = manager;
  if (!stage || !reads) return false;
  return readContainerStart(build, stage).programs.some(
    ({ name, arguments: words }) =>
      runners?.test(nameOf(name)) || (commands.includes(nameOf(name)) && reads.test(words[0] ?? '')),
  );
}

/** A clean-up at the end of the RUN, unless a later one of the stage would only download again. */
function cleanUp(build: Build, install: PackageInstall, targets: readonly string[]): Fix | undefined {
  const { manager, instruction, command } = install;
  const isNeeded = build.installs.some(
    (other) =>
      other.manager === manager &&
      other.instruction.index > instruction.index &&
      isBasedOn(build, other.instruction.stage, instruction.stage),
  );
  const edits = isNeeded ? undefined : appendLike(build, command, cleanUpOf(install, targets));
  return edits && { title: `Clean the cache of ${manager.title}`, edits };
}

function cleanUpOf({ manager, command }: PackageInstall, targets: readonly string[]): string {
  switch (manager.id) {
    case 'composer':
      return 'composer clear-cache';
    case 'conda':
      return `${command.name} clean --all --yes`;
    case 'dotnet':
      return 'dotnet nuget locals all --clear';
    case 'go':
      return targets.length > 1 ? 'go clean -cache -modcache' : 'go clean -modcache';
    case 'pnpm':
      return 'pnpm store prune';
    default:
      return `rm -rf ${targets.join(' ')}`;
  }
}
