import type { Build } from '../../model/build-types';
import { leavesCache } from '../../model/caches/left-caches';
import { hasPlainMount } from '../../model/caches/plain-mounts';
import type { PackageInstall } from '../../model/installs/install';
import { readInstalls } from '../../model/installs/installs';
import { appendLike } from '../../model/shell/append-command';
import { hasArgument } from '../../model/shell/plain-arguments';
import type { PlainCommand, ShellScript } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import { findInShippedRuns } from '../per-run';
import type { Finding, Fix, Rule } from '../rule';

export const yarnCacheClean: Rule = {
  id: 'size/yarn-cache-clean',
  aliases: ['DL3060', 'yarnCacheCleanAfterInstall'],
  severity: 'info',
  hadolint: 'info',
  summary: 'Clean the cache of Yarn in the RUN that fills it.',
  why: `Yarn keeps a copy of every package that it installs, for installations that a container will never do. Only the RUN that fills
    the cache can take it out again; a cache mount keeps it out of the image and where the next build finds it, and where one is due
    cache/mount-node says so instead. Stages that nobody ships are left alone. In the hadolint preset a stage counts that has the same
    FROM line as the last one, or that another one is based on, and the first "yarn install" is compared with the first clean-up.`,
  fixable: {
    safety: 'safe',
    because: 'Newer releases of Yarn may run a project out of the cache: there the fix is unsafe.',
  },
  about: { commands: ['yarn'] },
  examples: [
    {
      bad: dockerfile`
        FROM node:22-slim
        WORKDIR /app
        COPY package.json yarn.lock ./
        RUN yarn install --frozen-lockfile --production
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Yarn keeps a copy of each package in its cache in the image: nothing behind it in this RUN cleans up.
      `,
      good: dockerfile`
        FROM node:22-slim
        WORKDIR /app
        COPY package.json yarn.lock ./
        RUN yarn install --frozen-lockfile --production && yarn cache clean
      `,
    },
  ],

  check: (build, settings) =>
    findInShippedRuns(build, settings, {
      commands: ['yarn'],
      plain: findPlain,
      message: () => MESSAGE,
      own: (script) => findOwn(build, script),
    }),
};

const MESSAGE = 'Yarn keeps a copy of each package in its cache in the image: nothing behind it in this RUN cleans up.';

function findPlain({ plainCommands, instruction }: ShellScript): PlainCommand | undefined {
  const install = plainCommands.findIndex((command) => command.name === 'yarn' && hasArgument(command, 'install'));
  if (install === -1) return undefined;
  const clean = plainCommands.findIndex((command) => command.name === 'yarn' && hasArgument(command, 'cache', 'clean'));
  if (clean === -1 ? hasPlainMount(instruction, '.cache/yarn') : install < clean) return undefined;
  return plainCommands[install];
}

function findOwn(build: Build, { commands, instruction }: ShellScript): readonly Finding[] {
  if (!commands.some(({ name }) => name === 'yarn')) return [];
  const installs = instruction.onbuild
    ? readInstalls(commands, build.instructions, build.context)
    : build.installs.filter((install) => install.instruction === instruction);
  const last = installs.findLast(({ manager, verb }) => YARNS.has(manager.id) && verb?.value === 'install');
  if (!last || !leavesCache(build, last)) return [];
  return [{ at: last.command, message: MESSAGE, fix: () => cleanUp(build, last) }];
}

const YARNS = new Set(['yarn', 'yarn-berry']);

function cleanUp(build: Build, { manager, command, flags }: PackageInstall): Fix | undefined {
  if (command.nesting === 'subshell' || flags.some(({ name }) => name === '--cache-folder')) return undefined;
  const isBerry = manager.id === 'yarn-berry';
  const edits = appendLike(build, command, isBerry ? 'yarn cache clean --all' : 'yarn cache clean');
  return edits && { title: 'Clean the cache of Yarn', edits, ...(isBerry ? { safety: 'unsafe' } : {}) };
}
