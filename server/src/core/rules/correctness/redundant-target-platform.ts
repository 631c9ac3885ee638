import type { Build } from '../../model/build-types';
import { removeFlag } from '../../model/syntax/flag-edits';
import type { Flag, Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Fix, Rule } from '../rule';

export const redundantTargetPlatform: Rule = {
  id: 'correctness/redundant-target-platform',
  aliases: ['DL3065', 'RedundantTargetPlatform'],
  severity: 'hint',
  hadolint: 'warning',
  buildkit: 'on',
  tag: 'unnecessary',
  summary: 'Leave out a --platform that is the target platform.',
  why: `The platform that is built for is the one that FROM takes anyway, so \`--platform=$TARGETPLATFORM\` says nothing, and makes readers
    look for the reason. A default for it is never used. The hadolint preset looks at the text as written, without quotes or
    a default.`,
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM --platform=$TARGETPLATFORM debian:12
             ^^^^^^^^^^^^^^^^^^^^^^^^^^ The target platform is what FROM takes anyway.
      `,
      good: dockerfile`
        FROM debian:12
      `,
    },
  ],
  about: { instructions: ['FROM'], flags: ['platform'] },

  check(build, { hadolint }) {
    const found: Finding[] = [];
    for (const { from } of build.stages) {
      const flag = from.flags.find(({ name }) => name === 'platform');
      if (!flag?.value || !(hadolint ? isPlain(flag.value) : isTarget(flag.value))) continue;
      found.push({
        at: flag,
        message: 'The target platform is what FROM takes anyway.',
        fix: () => findFix(build, flag),
      });
    }
    return found;
  },
};

function isPlain({ text }: Word): boolean {
  return text === '$TARGETPLATFORM' || text === '${TARGETPLATFORM}';
}

/** The builder takes quotes and escapes off before it looks for the variable. */
function isTarget({ value }: Word): boolean {
  return /^\$(?:TARGETPLATFORM|\{TARGETPLATFORM(?::?[-?][^}]*)?\})$/.test(value);
}

/** Not where an ARG above gives the variable another value. */
function findFix({ globals, source }: Build, flag: Flag): Fix | undefined {
  if (globals.some(({ name }) => name === 'TARGETPLATFORM')) return undefined;
  return { title: 'Remove --platform', edits: [removeFlag(source, flag)] };
}
