import { readRequestedPlatform, toPlatformName } from '../../model/stages/requested-platform';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const baseImagePlatform: Rule = {
  id: 'correctness/base-image-platform',
  aliases: ['InvalidBaseImagePlatform'],
  severity: 'warning',
  buildkit: 'on',
  summary: 'Take a base image of the platform that FROM asks for.',
  why: `An image with one platform only is taken whatever \`--platform\` says, and its programs then stop with "exec format error", or run
    under emulation. What an image is made for stands in no Dockerfile: the command line asks the engine on this machine
    when it runs with the BuildKit preset, and nothing is reported of an image that no engine has told of. Variants (\`arm/v7\`) are not told apart.`,
  examples: [
    {
      images: { 'example.org/team/app:1': { platform: 'linux/amd64' } },
      bad: dockerfile`
        FROM --platform=linux/arm64 example.org/team/app:1
                        ^^^^^^^^^^^ The image example.org/team/app:1 is for linux/amd64, not for linux/arm64.
      `,
    },
  ],
  about: { instructions: ['FROM'] },

  check({ builder, stages }) {
    const found: Finding[] = [];
    if (!builder.images) return found;
    for (const stage of stages) {
      const requested = readRequestedPlatform(builder, stage);
      const actual = requested?.facts.platform;
      if (!requested || actual === undefined || toPlatformName(actual) === requested.platform) continue;
      found.push({
        at: requested.word,
        message: `The image ${stage.from.image.text} is for ${actual}, not for ${requested.platform}.`,
      });
    }
    return found;
  },
};
