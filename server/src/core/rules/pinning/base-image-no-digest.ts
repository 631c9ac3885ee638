import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const baseImageNoDigest: Rule = {
  id: 'pinning/base-image-no-digest',
  severity: 'off',
  strict: 'info',
  summary: 'Take base images by their digest.',
  why: `Every tag can be moved, by its publisher or by whoever got hold of the publisher's account. A digest names one image for good;
    a bot that renews it keeps security fixes coming.`,
  examples: [
    {
      bad: dockerfile`
        FROM debian:12-slim
             ^^^^^^^^^^^^^^ debian:12-slim has no digest, so its content may change.
      `,
      good: dockerfile`
        FROM debian:12-slim@sha256:b4aa902587c2e61ce789849cb54c332b0400fe27b1ee33af4669e1f7e7c3e22f
      `,
    },
  ],

  check({ stages }) {
    const found: Finding[] = [];
    for (const { from, parent, base, baseKnown } of stages) {
      if (parent || base === 'scratch' || from.image.text === '') continue;
      // A variable without a known value may bring the digest along.
      if (base.includes('@sha256:') || from.image.digest !== undefined || !baseKnown) continue;
      found.push({ at: from.image, message: `${from.image.text} has no digest, so its content may change.` });
    }
    return found;
  },
};
