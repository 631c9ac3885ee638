import { findPinnedTag } from '../../knowledge/images/base-image-tags';
import type { BaseImage } from '../../knowledge/images/base-images';
import { baseImageOf } from '../../model/stages/base-image';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const baseImageMovingTag: Rule = {
  id: 'pinning/base-image-moving-tag',
  severity: 'info',
  summary: 'Take the base image by a version, not by a channel.',
  why: `A tag such as lts, stable, edge or slim names a channel: one day it is another release line. A tag with a version moves only
    within that version.`,
  fixable: {
    safety: 'unsafe',
    because: 'The release line that is filled in may be another one than the channel has at the moment.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM node:lts-slim
                  ^^^^^^^^ The tag lts-slim names no version and moves to the next release line one day.
      `,
      good: dockerfile`
        FROM node:24-slim
      `,
    },
  ],

  check({ stages }) {
    const found: Finding[] = [];
    for (const stage of stages) {
      const { from, parent, base, baseKnown } = stage;
      const { image } = from;
      if (parent || !baseKnown || image.digest !== undefined || base.includes('@')) continue;
      const known = baseImageOf(stage);
      if (!isMoving(known)) continue;
      const tag = known.parts.map(({ text }) => text).join('-');
      const pinned = image.text === base && image.tagSpan ? findPinnedTag(known) : undefined;
      found.push({
        at: image.tagSpan ?? image,
        message: `The tag ${tag} names no version and moves to the next release line one day.`,
        ...(NAMES_VERSION.test(base.replace(/:[^/]*$/, '')) ? { minor: true } : {}),
        ...(pinned
          ? { fix: { title: `Pin to ${image.name}:${pinned}`, edits: [replace(image.tagSpan!, pinned)] } }
          : {}),
      });
    }
    return found;
  },
};

/** Repositories for one release line: `adoptopenjdk/openjdk11`, `apache-php-7.4`, `openjdk11-openj9`. */
const NAMES_VERSION = /[a-z]{3}-?\d+(?:\.\d+)*(?:-[a-z]\w*)*$/;

function isMoving({ parts, family, product, distro }: BaseImage): boolean {
  // Chainguard and distroless publish channels only; their digests are the way to pin them.
  if (parts.length === 0 || distro === 'wolfi' || distro === 'none' || family === 'distroless') return false;
  if (parts.length === 1 && parts[0]!.text === 'latest') return false;
  if (parts.some(({ role, text }) => role === 'version' || role === 'date' || isCommit(text))) return false;
  const channel = parts.some(({ role }) => role === 'channel');
  const named = parts.some(({ role }) => role === 'codename' || role === 'distro');
  // A distribution's codename is its version; so it is for images that are nothing but the distribution and some tools.
  const isSystem = (product ?? family) === distro || family === distro || family === 'buildpack-deps';
  if (isSystem && named) return false;
  if (channel) return !parts.some(({ role, text }) => role === 'variant' && /\d+\.\d+|^\d+$/.test(text));
  if (family === undefined) return parts.every(({ text }) => text === 'slim' || text === 'alpine');
  return parts.every(({ role, text }) => role === 'distro' || role === 'codename' || VARIANTS.has(text));
}

/** Parts of tags that say in which of its forms the image comes, and nothing about a version. */
const VARIANTS = new Set(
  `slim fpm apache cli zts jdk jre full onbuild dind git perl scm curl minimal buildpack management embedded
  headless`.split(/\s+/),
);

function isCommit(text: string): boolean {
  return /^(?=.*\d)[0-9a-f]{7,40}$/.test(text);
}
