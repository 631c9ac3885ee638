import { readRequestedPlatform, toPlatformName } from '../../model/stages/requested-platform';
import { dockerfile } from '../../text/dockerfile';
import { enumerate } from '../../text/enumerate';
import type { Finding, Rule } from '../rule';

export const platformNotAvailable: Rule = {
  id: 'correctness/platform-not-available',
  aliases: ['tally/platform-mismatch'],
  severity: 'error',
  summary: 'Ask for a platform that the base image comes for.',
  why: `An image's index lists the platforms that it comes for; a build that asks for another one stops before it starts. The list is in the
    registry: this is reported only where something on this machine has been told it, and nothing is looked up for it.`,
  examples: [
    {
      images: { 'example.org/team/app:1': { offered: ['linux/amd64', 'linux/arm64/v8'] } },
      bad: dockerfile`
        FROM --platform=linux/s390x example.org/team/app:1
                        ^^^^^^^^^^^ The image example.org/team/app:1 comes for linux/amd64 and linux/arm64, not for linux/s390x.
      `,
    },
  ],
  about: { instructions: ['FROM'], flags: ['platform'] },

  check({ builder, stages }) {
    const found: Finding[] = [];
    if (!builder.images) return found;
    for (const stage of stages) {
      const requested = readRequestedPlatform(builder, stage);
      const offered = requested?.facts.offered?.map((name) => toPlatformName(name) ?? name);
      if (!requested || !offered || offered.length === 0 || offered.includes(requested.platform)) continue;
      found.push({
        at: requested.word,
        message: `The image ${stage.from.image.text} comes for ${enumerate([...new Set(offered)])}, not for ${requested.platform}.`,
      });
    }
    return found;
  },
};
