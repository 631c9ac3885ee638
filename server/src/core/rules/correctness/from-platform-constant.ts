import { readPlatform } from '../../knowledge/platforms';
import type { Build, Stage } from '../../model/build-types';
import { removeFlag } from '../../model/syntax/flag-edits';
import type { Flag, Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const fromPlatformConstant: Rule = {
  id: 'correctness/from-platform-constant',
  aliases: ['FromPlatformFlagConstDisallowed', 'avoid-platform-with-from'],
  standsFor: ['DL3029'],
  severity: 'warning',
  buildkit: 'on',
  summary: 'Do not fix the platform of FROM.',
  why: `With a constant \`--platform\` the image is of that platform, whatever platform is built for: \`docker build --platform\` no
    longer does what it says, and on other machines the programs run under emulation. A stage that only compiles for others takes
    \`$BUILDPLATFORM\`. Where one stage for each platform is wanted, the stage's name says so: a name with the operating system or
    the architecture in it (\`AS build-amd64\`) is not reported.`,
  fixable: { safety: 'unsafe', because: 'The image is then of the platform that is built for, or on.' },
  examples: [
    {
      bad: dockerfile`
        FROM --platform=linux/amd64 debian:12
                        ^^^^^^^^^^^ This stage is for linux/amd64 whatever platform is built for: leave the platform to the build.
      `,
      good: dockerfile`
        FROM debian:12
      `,
    },
  ],
  about: { instructions: ['FROM'], flags: ['platform'] },

  check(build) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      const flag = stage.from.flags.find(({ name }) => name === 'platform');
      const value = flag?.value;
      if (!value || value.references.length > 0 || value.value.includes('$')) continue;
      const platform = readPlatform(value.value);
      if (!platform || saysSo(stage, platform.os, platform.architecture)) continue;
      found.push({
        at: value,
        message: `This stage is for ${value.value} whatever platform is built for: leave the platform to the build.`,
        fix: () => withoutFlag(build, flag),
        alternatives: () => [ofTheBuilder(value)],
      });
    }
    return found;
  },
};

function saysSo({ name = '' }: Stage, os: string, architecture: string): boolean {
  return name !== '' && (name.includes(os) || name.includes(architecture));
}

function withoutFlag({ source }: Build, flag: Flag): Fix {
  return { title: 'Remove --platform', edits: [removeFlag(source, flag)] };
}

function ofTheBuilder(value: Word): Fix {
  return { title: 'Use $BUILDPLATFORM', edits: [replace(value, '$BUILDPLATFORM')] };
}
