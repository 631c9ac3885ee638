import { labelsOf } from '../../model/syntax/labels';
import { removePairs } from '../../model/syntax/pair-edits';
import { dockerfile } from '../../text/dockerfile';
import { type Finding, optionOf, type Rule, type RuleOption } from '../rule';

const gitLabels: RuleOption<boolean> = {
  name: 'gitLabels',
  summary: 'Whether the builder is told to add them (`BUILDX_GIT_LABELS`).',
  default: false,
};

export const labelBuildxOverlap: Rule = {
  id: 'style/label-buildx-overlap',
  aliases: ['tally/labels/no-buildx-git-overlap'],
  severity: 'off',
  options: [gitLabels],
  about: { instructions: ['LABEL'] },
  summary: 'Leave the labels to buildx that it adds itself.',
  why:
    'With the environment variable `BUILDX_GIT_LABELS`, buildx labels each image with the commit, the repository and the Dockerfile that it ' +
    'is built from. Its labels win, so the same ones written by hand tell nothing. A Dockerfile does not show whether the variable is ' +
    'set: the option `gitLabels` says it.',
  fixable: { safety: 'unsafe', because: 'A build without buildx has no such label then.' },
  examples: [
    {
      settings: { options: { gitLabels: true } },
      bad: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.title="Shop" \
              org.opencontainers.image.revision="0c3b1f2"
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ buildx sets org.opencontainers.image.revision itself.
      `,
      good: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.title="Shop"
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    if (!optionOf(settings, gitLabels)) return found;
    for (const label of labelsOf(build)) {
      for (const pair of label.pairs) {
        if (!OVERLAP.has(pair.name.value)) continue;
        found.push({
          at: pair.name,
          message: `buildx sets ${pair.name.value} itself.`,
          fix: () => ({ title: 'Delete the label', edits: removePairs(build, label, [pair]) }),
        });
      }
    }
    return found;
  },
};

const OVERLAP = new Set([
  'com.docker.image.source.entrypoint',
  'org.opencontainers.image.revision',
  'org.opencontainers.image.source',
]);
