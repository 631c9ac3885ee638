import { contextSources } from '../../model/order/context-sources';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const copyOutsideContext: Rule = {
  id: 'correctness/copy-outside-context',
  severity: 'warning',
  summary: 'Copy only what lies in the build context.',
  why: `The builder gets the files of the build context and nothing else. It drops each \`..\` that leads out of it without a word:
    \`COPY ../shared/x .\` copies \`shared/x\` of the context, or stops because there is none. Give the build a context further up,
    or the other directory a name with \`--build-context\` and copy from that.`,
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY ../shared/settings.json /etc/app/
             ^^^^^^^^^^^^^^^^^^^^^^^ This path leads out of the build context, so the builder drops the "..": build with a directory further up as context.
      `,
    },
  ],
  about: { instructions: ['ADD', 'COPY'], texts: ['..'] },

  check(build) {
    const found: Finding[] = [];
    for (const { word, outside, known } of contextSources(build)) {
      // A variable in front may be any directory.
      if (!outside || (!known && !/^(?:\.?\/)*\.\.\//.test(word.value))) continue;
      found.push({
        at: word,
        message:
          'This path leads out of the build context, so the builder drops the "..": build with a directory further up as context.',
      });
    }
    return found;
  },
};
