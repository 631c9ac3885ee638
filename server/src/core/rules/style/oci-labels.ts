import type { Build, Stage } from '../../model/build-types';
import { notForShipping } from '../../model/stages/shipping';
import { insertLabels, labelsOf } from '../../model/syntax/labels';
import { dockerfile } from '../../text/dockerfile';
import { enumerate } from '../../text/enumerate';
import type { Finding, Rule } from '../rule';

const WANTED = ['source', 'title', 'licenses'].map((name) => `org.opencontainers.image.${name}`);

export const ociLabels: Rule = {
  id: 'style/oci-labels',
  severity: 'off',
  strict: 'hint',
  summary: 'Label the image with its source, title and licence.',
  why:
    'Registries show these three labels and link a repository by its source. The last stage is looked at, with the stages that it is ' +
    'built on; one that is for development or tests by its name needs none.',
  fixable: { safety: 'draft', because: 'The values are left to fill in.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
             ^^^^^^^^^ The image has no label org.opencontainers.image.source and org.opencontainers.image.licenses.
        LABEL org.opencontainers.image.title="Shop"
      `,
      good: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.source=""
        LABEL org.opencontainers.image.licenses=""
        LABEL org.opencontainers.image.title="Shop"
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const stage = build.stages.at(-1);
    if (!stage || notForShipping(build, stage) !== undefined) return found;
    const missing = missingLabels(build, stage);
    if (missing.length === 0) return found;
    const { imageWord, keywordSpan } = stage.from;
    found.push({
      at: imageWord.text === '' ? keywordSpan : imageWord,
      message: `The image has no label ${enumerate(missing)}.`,
      fix: () => ({ title: 'Add the labels', edits: [insertLabels(build, stage, missing)] }),
    });
    return found;
  },
};

/** None where a variable stands for a name. */
function missingLabels(build: Build, exported: Stage): readonly string[] {
  let missing: readonly string[] = WANTED;
  for (const { stage, pairs } of labelsOf(build)) {
    if (!isBelow(exported, stage)) continue;
    if (pairs.some(({ name }) => name.references.length > 0)) return [];
    missing = missing.filter((label) => !pairs.some(({ name }) => name.value === label));
  }
  return missing;
}

function isBelow(exported: Stage, index: number): boolean {
  for (let at: Stage | undefined = exported; at; at = at.parent) if (at.index === index) return true;
  return false;
}
