import { leavesCache } from '../../model/caches/left-caches';
import type { PackageInstall } from '../../model/installs/install';
import { appendLike } from '../../model/shell/append-command';
import { dockerfile } from '../../text/dockerfile';
import { ships } from '../per-run';
import type { Finding, Rule } from '../rule';

export const npmCacheLeft: Rule = {
  id: 'size/npm-cache-left',
  aliases: ['npmCacheCleanAfterInstall'],
  severity: 'hint',
  summary: 'Clean the cache of npm in the RUN that fills it.',
  why: `npm keeps every archive that it downloads, for installations that a container will never do: the image grows by about as much as
    node_modules, packed. Only the RUN that installs can take that out again. A cache mount keeps it out of the image and where
    the next build finds it, and where one is due cache/mount-node says so instead. Stages that nobody ships are left alone.`,
  fixable: { safety: 'safe' },
  about: { commands: ['npm'] },
  examples: [
    {
      bad: dockerfile`
        FROM node:22-slim
        WORKDIR /app
        COPY package.json package-lock.json ./
        RUN npm ci --omit=dev
            ^^^^^^^^^^^^^^^^^ npm keeps every archive that it downloads in its cache in the image: nothing behind it in this RUN cleans up.
      `,
      good: dockerfile`
        FROM node:22-slim
        WORKDIR /app
        COPY package.json package-lock.json ./
        RUN npm ci --omit=dev && npm cache clean --force
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    const last = new Map<number, PackageInstall>();
    for (const install of build.installs) {
      const { manager, verbName, instruction } = install;
      if (manager.id === 'npm' && (verbName === 'install' || verbName === 'ci')) last.set(instruction.index, install);
    }
    for (const install of last.values()) {
      const { instruction, command } = install;
      if (!ships(build, settings, instruction.stage) || !leavesCache(build, install)) continue;
      found.push({
        at: command,
        message:
          'npm keeps every archive that it downloads in its cache in the image: nothing behind it in this RUN cleans up.',
        fix() {
          // npm may be gone at the end of the RUN, and a later one may install from the cache alone.
          const behind = command.script.commands.filter(({ start }) => start > command.end);
          const isRemoved = behind.some(({ arguments: words }) =>
            words.some(({ value }) => /^(?:nodejs|npm)$/.test(value)),
          );
          const isNeeded = build.installs.some((other) => other.manager.id === 'npm' && other.offline);
          const isElsewhere = command.nesting === 'subshell' || install.flags.some(({ name }) => name === '--cache');
          const edits =
            isRemoved || isNeeded || isElsewhere ? undefined : appendLike(build, command, 'npm cache clean --force');
          return edits && { title: 'Clean the cache of npm', edits };
        },
      });
    }
    return found;
  },
};
