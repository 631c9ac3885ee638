import { findPinnedTag } from '../../knowledge/images/base-image-tags';
import type { Build, Stage } from '../../model/build-types';
import { baseImageOf } from '../../model/stages/base-image';
import { readPlainImage } from '../../model/syntax/plain-image';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const baseImageUntagged: Rule = {
  id: 'pinning/base-image-untagged',
  aliases: ['DL3006', 'DS001'],
  severity: 'warning',
  hadolint: 'warning',
  summary: 'Give the base image a tag.',
  why: `Without a tag Docker takes latest: whatever the publisher released last. A build that worked then fails one day, or gives an
    image with another language version, although nobody changed a line.`,
  fixable: {
    safety: 'unsafe',
    because: 'The release line that is filled in may be another one than the image had so far.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM node
             ^^^^ node has no tag, so it is whatever was released last.
      `,
      good: dockerfile`
        FROM node:24
      `,
    },
  ],

  check(build, { hadolint }) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      if (!(hadolint ? isPlainUntagged(stage, build) : isUntagged(stage))) continue;
      const { image } = stage.from;
      const fix = hadolint ? undefined : findFix(stage);
      found.push({
        at: image,
        message: `${image.text} has no tag, so it is whatever was released last.`,
        ...(fix ? { fix } : {}),
      });
    }
    return found;
  },
};

function isUntagged({ parent, base, baseKnown, from: { image } }: Stage): boolean {
  if (parent || base === 'scratch' || image.text === '') return false;
  if (image.tag !== undefined || image.digest !== undefined || image.name.startsWith('$')) return false;
  // A variable inside the name may bring the tag along.
  return !(image.text.includes('$') && baseKnown && /[:@][^/]*$/.test(base));
}

function isPlainUntagged({ index, from }: Stage, { stages }: Build): boolean {
  const { name, tag, digest } = readPlainImage(from.imageWord.value);
  if (tag !== undefined || digest !== undefined || name === 'scratch' || name.startsWith('$') || name === '')
    return false;
  return !stages.slice(0, index).some((stage) => stage.from.alias?.value === name);
}

function findFix(stage: Stage): Fix | undefined {
  const {
    base,
    from: { image },
  } = stage;
  const tag = image.text === base ? findPinnedTag(baseImageOf(stage)) : undefined;
  if (tag === undefined) return undefined;
  return { title: `Pin to ${image.text}:${tag}`, edits: [insert(image.nameSpan.end, `:${tag}`)] };
}
