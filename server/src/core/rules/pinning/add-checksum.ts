import { isGitUrl } from '../../model/syntax/urls';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const addChecksum: Rule = {
  id: 'pinning/add-checksum',
  severity: 'info',
  about: { instructions: ['ADD'] },
  summary: 'Give ADD of a URL the checksum of what it downloads.',
  why: `Whoever controls the server, or the name that leads to it, decides what ends up in the image. With --checksum the build fails
    instead when the file is another one.`,
  examples: [
    {
      bad: dockerfile`
        FROM alpine:3.22
        ADD https://example.com/tool-1.2.3.tar.gz /tmp/
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing checks that the download is the file that was meant: --checksum=sha256:… would.
      `,
      good: dockerfile`
        FROM alpine:3.22
        ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool-1.2.3.tar.gz /tmp/
      `,
    },
  ],

  check({ instructions }) {
    const found: Finding[] = [];
    for (const instruction of instructions) {
      if (instruction.keyword !== 'ADD' || instruction.flags.some(({ name }) => name === 'checksum')) continue;
      for (const source of instruction.sources) {
        if (!/^https?:\/\//i.test(source.value) || isGitUrl(source.value)) continue;
        found.push({
          at: source,
          message: 'Nothing checks that the download is the file that was meant: --checksum=sha256:… would.',
        });
      }
    }
    return found;
  },
};
