import { findPinnedTag } from '../../knowledge/images/base-image-tags';
import { baseImageOf } from '../../model/stages/base-image';
import { readPlainImage } from '../../model/syntax/plain-image';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const baseImageLatest: Rule = {
  id: 'pinning/base-image-latest',
  aliases: ['DL3007', 'DS001', 'CKV_DOCKER_7'],
  severity: 'warning',
  hadolint: 'warning',
  summary: 'Take the base image by a version, not by latest.',
  why: `The tag latest is whatever the publisher released last. A build that worked then fails one day, or gives an image with another
    language version, although nobody changed a line.`,
  fixable: {
    safety: 'unsafe',
    because: 'The release line that is filled in may be another one than the image had so far.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM python:latest
             ^^^^^^^^^^^^^ python:latest is whatever was released last.
      `,
      good: dockerfile`
        FROM python:3.14
      `,
    },
  ],

  check({ stages }, { hadolint }) {
    const found: Finding[] = [];
    for (const stage of stages) {
      const { from } = stage;
      const { image } = from;
      const { tag, digest } = hadolint ? readPlainImage(from.imageWord.value) : image;
      if (tag !== 'latest' || digest !== undefined) continue;
      const pinned = hadolint ? undefined : image.text === stage.base ? findPinnedTag(baseImageOf(stage)) : undefined;
      const name = image.text.slice(0, -':latest'.length);
      found.push({
        at: image,
        message: `${image.text} is whatever was released last.`,
        ...(pinned && image.tagSpan
          ? { fix: { title: `Pin to ${name}:${pinned}`, edits: [replace(image.tagSpan, pinned)] } }
          : {}),
      });
    }
    return found;
  },
};
