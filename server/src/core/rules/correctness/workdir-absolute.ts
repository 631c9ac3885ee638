import type { Build } from '../../model/build-types';
import { absoluteWorkdir, isPlainAbsolute } from '../../model/stages/workdir';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

/** hadolint's check: each relative WORKDIR by itself. */
export const workdirAbsolute: Rule = {
  id: 'correctness/workdir-absolute',
  aliases: ['DL3000', 'DS009', 'CKV_DOCKER_10'],
  severity: 'off',
  hadolint: 'error',
  summary: 'Give WORKDIR an absolute path.',
  why: `A relative WORKDIR is taken from the one before, and the first one from that of the base image: what stands here says too
    little about where things end up. Every relative one is reported, one below an absolute one as well;
    \`correctness/workdir-relative-to-base\` reports only those that depend on the base image, and is the one that is recommended.
    A path that starts with a variable, a slash or a drive letter counts as absolute. Triggers of ONBUILD are not looked at.`,
  fixable: { safety: 'unsafe', because: 'The base image may have set another directory.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        WORKDIR /srv
        WORKDIR app
                ^^^ The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.
      `,
      good: dockerfile`
        FROM debian:12
        WORKDIR /srv
        WORKDIR /srv/app
      `,
    },
  ],
  about: { instructions: ['WORKDIR'] },

  check(build: Build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      if (instruction.keyword !== 'WORKDIR') continue;
      const path = instruction.words[0];
      if (!path || isPlainAbsolute(path.text)) continue;
      if (build.stages[instruction.stage]?.os === 'windows' && path.value.startsWith('\\')) continue;
      found.push({
        at: path,
        message: 'The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.',
        fix: () => absoluteWorkdir(build, instruction),
      });
    }
    return found;
  },
};
