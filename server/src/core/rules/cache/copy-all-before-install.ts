import { readCacheOrder } from '../../model/order/cache-order';
import { planManifestMove } from '../../model/order/manifest-moves';
import { orderWords, relatedVictims } from '../../model/order/order-words';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const copyAllBeforeInstall: Rule = {
  id: 'cache/copy-all-before-install',
  severity: 'warning',
  about: { instructions: ['ADD', 'COPY'] },
  summary: 'Copy the manifests, install, and only then copy the sources.',
  why: 'A step is taken from the cache only while everything above it is unchanged. Where all sources are copied above the installation of the dependencies, each edit of any file downloads them all again. The installation reads the manifests (package.json, requirements.txt, go.mod) and nothing else, so those can come first.',
  fixable: {
    safety: 'unsafe',
    because:
      'Scripts that run at installation, local packages and patches may need more files than the manifests; and packages that lie in the context would take the place of the installed ones.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM node:20-slim
        WORKDIR /app
        COPY . .
        ^^^^^^^^ Every change in the copied files reruns "npm install" in line 4, which needs only the manifests.
        RUN npm install
        CMD ["node", "index.js"]
      `,
      good: dockerfile`
        FROM node:20-slim
        WORKDIR /app
        COPY package*.json ./
        RUN npm install
        COPY . .
        CMD ["node", "index.js"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const misplaced of readCacheOrder(build).misplaced) {
      if (misplaced.kind !== 'manifest') continue;
      const { what, victim } = orderWords(build, misplaced);
      found.push({
        at: misplaced.copied.instruction,
        message: `Every change in ${what} reruns ${victim}, which needs only the manifests.`,
        related: relatedVictims(misplaced.victims),
        fix: () => planManifestMove(build, misplaced),
      });
    }
    return found;
  },
};
