import type { Build, Stage } from '../../model/build-types';
import { insertFlags, layoutOf } from '../../model/cache-keeping';
import { directoryAt, readCopied } from '../../model/copied';
import type { PackageInstall } from '../../model/install';
import type { CopyInstruction } from '../../model/instruction';
import { placeText } from '../../model/places';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import { lineAt, nextLineStart } from '../../text/source';
import type { Fix, Rule } from '../rule';

/** Installs that only read their manifests, when these flags or none are given; others write the lock file. */
const READ_ONLY: Readonly<Record<string, (install: PackageInstall) => boolean>> = {
  bundler: ({ verbName }) => verbName === 'install' || verbName === '',
  npm: ({ verbName }) => verbName === 'ci',
  pip: ({ verbName }) => verbName === 'install',
  uv: ({ flags }) => flags.some(({ name }) => name === '--locked' || name === '--frozen'),
  yarn: ({ flags }) => flags.some(({ name }) => name === '--frozen-lockfile'),
};

export const gemfileBindMount: Rule = {
  id: 'cache/gemfile-bind-mount',
  severity: 'off',
  strict: 'hint',
  summary: 'Mount manifests that only the install reads, instead of copying them.',
  why: 'A manifest that is copied for the install, and copied again with the sources, makes a layer that nobody needs. A bind mount shows it to the one step that reads it.',
  fixable: {
    safety: 'unsafe',
    because: 'The files are read-only for the step, so an install that writes its lock file fails.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM ruby:3.3
        WORKDIR /app
        COPY Gemfile Gemfile.lock ./
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Only the next step reads these files, and they are copied again later: a bind mount would do.
        RUN bundle install
        COPY . .
      `,
      good: dockerfile`
        FROM ruby:3.3
        WORKDIR /app
        RUN --mount=type=bind,source=Gemfile,target=Gemfile \
            --mount=type=bind,source=Gemfile.lock,target=Gemfile.lock \
            bundle install
        COPY . .
      `,
    },
  ],

  *check(build) {
    for (const stage of build.stages) {
      if (stage.os !== 'linux') continue;
      for (const [index, copy] of stage.instructions.entries()) {
        if (copy.keyword !== 'COPY' || copy.from || copy.heredocs.length > 0) continue;
        const fix = toMounts(build, stage, copy, index);
        if (!fix) continue;
        yield {
          at: copy,
          message: 'Only the next step reads these files, and they are copied again later: a bind mount would do.',
          fix,
        };
      }
    }
  },
};

/** The next RUN with bind mounts in the place of the COPY; undefined where that would not do. */
function toMounts(build: Build, stage: Stage, copy: CopyInstruction, at: number): Fix | undefined {
  const next = stage.instructions[at + 1];
  if (next?.keyword !== 'RUN' || next.leading.length > 0) return undefined;
  const installs = build.installs.filter(({ instruction }) => instruction === next);
  const readsOnly = installs.every((install) => install.fromManifest && READ_ONLY[install.manager.id]?.(install));
  if (
    installs.length === 0 ||
    !readsOnly ||
    installs.some(({ needsSources, directory }) => needsSources || directory)
  ) {
    return undefined;
  }
  const copied = readCopied(build, copy);
  const workdir = directoryAt(build, copy.index);
  if (!copied || placeText(copied.directory) !== placeText(workdir) || copy.flags.length > 0) return undefined;
  const names = copied.items.map(({ source }) => source);
  const manifests = installs.flatMap(({ manager }) => manager.manifests.filter(({ role }) => role !== 'settings'));
  // A glob may match nothing, a bind mount's source has to be there.
  if (names.some((name) => /[*?[]/.test(name) || !manifests.some(({ pattern }) => pattern === name))) return undefined;
  if (!comesAgain(build, stage, at, placeText(workdir))) return undefined;

  const { source } = build;
  const flags = names.map((name) => `--mount=type=bind,source=${name},target=${name}`);
  const layout = layoutOf(build, next, flags, false);
  const line = source.lineStarts[lineAt(source, copy.start)]!;
  return {
    title: `Mount ${names.join(' and ')} for the install only`,
    edits: [
      remove({ start: line, end: nextLineStart(source, lineAt(source, copy.end)) }),
      insertFlags(build, next, flags, layout),
    ],
  };
}

/** Whether the whole context is copied to the same place later in the stage, with nothing in between but what needs no manifest. */
function comesAgain(build: Build, stage: Stage, at: number, workdir: string): boolean {
  for (const later of stage.instructions.slice(at + 2)) {
    if (later.keyword === 'COPY' && !later.from) {
      const copied = readCopied(build, later);
      if (copied?.items.some(({ whole }) => whole) && placeText(copied.directory) === workdir) return true;
    }
    if (later.keyword === 'RUN' || later.keyword === 'WORKDIR') return false;
  }
  return false;
}
