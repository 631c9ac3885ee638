import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build } from '../../model/build-types';
import { addCacheMount, ownerOptions } from '../../model/caches/cache-mount';
import { cacheMounts, isBasedOn } from '../../model/caches/cache-places';
import { readUser } from '../../model/stages/user';
import type { RunInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

const NODE = ['bun', 'npm', 'pnpm', 'yarn', 'yarn-berry'];
const COMPILERS = new Set(['build-base', 'build-essential', 'g++', 'gcc-c++', 'gcc']);

export const mountNodeGyp: Rule = {
  id: 'cache/mount-node-gyp',
  severity: 'hint',
  about: { managers: NODE },
  summary: 'Keep the headers that node-gyp downloads in a cache mount.',
  why: 'To compile a native add-on, node-gyp downloads the headers of the Node.js version first, on every run of the step. In a cache mount they are there the next time, and not in the image.',
  fixable: {
    safety: 'safe',
    because:
      'Where an image is built of the stage itself, it no longer has the content of the cache: there the fix is unsafe.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM node:20-alpine
        RUN apk add --no-cache python3 make g++
        COPY package.json package-lock.json ./
        RUN --mount=type=cache,target=/root/.npm npm ci
                                                 ^^^^^^ Native add-ons download the Node.js headers again whenever this step reruns: there is no cache mount at /root/.cache/node-gyp.
      `,
      good: dockerfile`
        FROM node:20-alpine
        RUN apk add --no-cache python3 make g++
        COPY package.json package-lock.json ./
        RUN --mount=type=cache,target=/root/.npm --mount=type=cache,target=/root/.cache/node-gyp npm ci
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    let reported: RunInstruction | undefined;
    for (const { manager, command, instruction: run, packages } of build.installs) {
      if (!NODE.includes(manager.id) || run === reported || packages.some(({ value }) => value.startsWith('node-gyp')))
        continue;
      if (!compilesAddOns(build, run)) continue;
      const mounts = cacheMounts(build, run);
      if (mounts.some(({ target }) => /\/(?:\.cache(?:\/node-gyp.*)?|\.node-gyp)$/.test(target))) continue;
      reported = run;
      const user = readUser(build, run);
      const directory = oldDirectory(build, run) ?? '.cache/node-gyp';
      const target = user.home === undefined ? undefined : `${user.home}/${directory}`;
      // Other managers write to ~/.cache themselves, which would belong to root while the step runs.
      const owner = user.root || manager.id === 'npm' ? ownerOptions(user) : undefined;
      found.push({
        at: command,
        message: `Native add-ons download the Node.js headers again whenever this step reruns: there is no cache mount at ${target ?? `~/${directory}`}.`,
        ...(target && owner !== undefined ? { fix: () => addCacheMount(build, command, target, owner) } : {}),
      });
    }
    return found;
  },
};

/** node-gyp moved its headers with Node.js 10; before, they were right in the home directory. */
function oldDirectory(build: Build, run: RunInstruction): string | undefined {
  const { family, version } = readBaseImage(build.stages[run.stage]?.root ?? '');
  return family === 'node' && /^[0-9](?:\.|$)/.test(version ?? '') ? '.node-gyp' : undefined;
}

/** Whether the stage has node-gyp, or everything that it needs, by name. */
function compilesAddOns(build: Build, run: RunInstruction): boolean {
  let python = false;
  let make = false;
  let compiler = false;
  for (const { manager, packages, instruction } of build.installs) {
    if (instruction.index > run.index || !isBasedOn(build, run.stage, instruction.stage)) continue;
    for (const { value } of packages) {
      const name = value.replace(/[=~<>@].*$/, '');
      if (manager.kind !== 'system') {
        if (name === 'node-gyp') return true;
        continue;
      }
      if (/^python\d?(?:\.\d+)?(?:-minimal|-dev)?$/.test(name)) python = true;
      if (name === 'make') make = true;
      if (COMPILERS.has(name)) compiler = true;
      if (name === 'build-essential' || name === 'build-base') make = true;
    }
  }
  return python && make && compiler;
}
