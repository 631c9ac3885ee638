import { isGitUrl } from '../../model/syntax/urls';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const addMutableUrl: Rule = {
  id: 'cache/add-mutable-url',
  severity: 'hint',
  about: { instructions: ['ADD'] },
  summary: 'ADD of a URL is downloaded in every build.',
  why: 'To know whether the file behind the address has changed, the builder downloads it in each build, and every step below runs again when it has. With --checksum the builder knows what it wants and takes it from its cache.',
  examples: [
    {
      bad: dockerfile`
        FROM alpine:3.20
        ADD https://example.com/data.json /srv/
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is downloaded in every build, and all steps below run again when it has changed.
        RUN apk add --no-cache jq
      `,
      good: dockerfile`
        FROM alpine:3.20
        ADD --checksum=sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 https://example.com/data.json /srv/
        RUN apk add --no-cache jq
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
          message: 'This is downloaded in every build, and all steps below run again when it has changed.',
        });
      }
    }
    return found;
  },
};
