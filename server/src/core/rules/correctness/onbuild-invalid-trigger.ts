import { instructionFacts } from '../../knowledge/instructions';
import { casingOf, inCase } from '../../model/syntax/casing';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { findNearest } from '../../text/nearest';
import { hasOwnFrontend } from '../refusals';
import type { Finding, Rule } from '../rule';

export const onbuildInvalidTrigger: Rule = {
  id: 'correctness/onbuild-invalid-trigger',
  aliases: ['tally/invalid-onbuild-trigger'],
  severity: 'error',
  stops: ['hadolint'],
  about: { instructions: ['ONBUILD'] },
  summary: 'Put an instruction that Docker knows behind ONBUILD.',
  why:
    'The builder keeps what stands behind ONBUILD as it is, so the image builds; whoever builds on it gets an error about a line that is ' +
    'not in their file. The buildkit preset therefore says nothing.',
  fixable: { safety: 'unsafe', because: 'The image comes to hold another trigger.' },
  examples: [
    {
      bad: dockerfile`
        FROM node:22
        ONBUILD RUNN npm ci
                ^^^^ RUNN is no instruction, so no build on this image works; RUN is the nearest.
      `,
      good: dockerfile`
        FROM node:22
        ONBUILD RUN npm ci
      `,
    },
  ],

  check(build, { buildkit }) {
    const found: Finding[] = [];
    if (buildkit) return found;
    for (const instruction of build.instructions) {
      if (instruction.keyword !== 'ONBUILD' || !instruction.trigger) continue;
      const at = instruction.trigger.keywordSpan;
      const written = build.source.text.slice(at.start, at.end);
      // Quotes around a keyword are a part of it.
      if (instruction.trigger.keyword !== 'UNKNOWN' && !/^["']/.test(written)) continue;
      const finding = toFinding(at, written);
      found.push(hasOwnFrontend(build) ? { ...finding, severity: 'warning' } : finding);
    }
    return found;
  },
};

const triggers = instructionFacts
  .map(({ keyword }) => keyword)
  .filter((keyword) => keyword !== 'FROM' && keyword !== 'MAINTAINER' && keyword !== 'ONBUILD');

function toFinding(at: Finding['at'], written: string): Finding {
  const plain = /^[A-Za-z_-]{2,30}$/.test(written);
  const subject = `${plain ? written : 'This'} is no instruction, so no build on this image works`;
  const nearest = plain ? findNearest(written, triggers) : undefined;
  if (nearest === undefined) return { at, message: `${subject}.` };
  const text = inCase(nearest, casingOf(written) === 'lower' ? 'lower' : 'upper');
  return {
    at,
    message: `${subject}; ${nearest} is the nearest.`,
    fix: { title: `Write ${text}`, edits: [replace(at, text)] },
  };
}
