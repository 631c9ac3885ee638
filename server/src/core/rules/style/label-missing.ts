import type { Build, Stage } from '../../model/build-types';
import { insertLabels, setsLabel } from '../../model/syntax/labels';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const labelMissing: Rule = {
  id: 'style/label-missing',
  aliases: ['DL3049'],
  severity: 'info',
  hadolint: 'info',
  about: { setting: 'labelSchema' },
  summary: 'Set every label of the schema.',
  why:
    'The label schema (`labelSchema` in the configuration, `label-schema` of .hadolint.yaml) names the labels that each image has to have. ' +
    'A stage may have them from the stage that it is built on. One that others only copy files from needs none, and neither does one ' +
    'that a stage is built on which sets them. For hadolint that last one must have no name of its own, stages are known by their names ' +
    'alone, and their case counts.',
  fixable: { safety: 'draft', because: 'The value is left to fill in.' },
  examples: [
    {
      settings: { labelSchema: { version: 'semver' } },
      bad: dockerfile`
        FROM debian:12
             ^^^^^^^^^ The label version of the label schema is not set.
        LABEL title="Shop"
      `,
      good: dockerfile`
        FROM debian:12
        LABEL version=""
        LABEL title="Shop"
      `,
    },
  ],

  check(build, { labelSchema, hadolint }) {
    const found: Finding[] = [];
    const labels = Object.keys(labelSchema);
    if (labels.length === 0 || build.stages.length === 0) return found;
    const read = hadolint ? isForgivenByHadolint : isForgiven;
    const parentOf = hadolint ? namedParent : (_: Build, stage: Stage) => stage.parent;
    for (const label of labels) {
      const fine = build.stages.map(({ index }) => setsLabel(build, index, label));
      for (const stage of build.stages) {
        const parent = parentOf(build, stage);
        if (parent && fine[parent.index]) fine[stage.index] = true;
      }
      for (const stage of build.stages) {
        if (fine[stage.index] || read(build, stage, label)) continue;
        found.push({
          at: stage.from.imageWord.text === '' ? stage.from.keywordSpan : stage.from.imageWord,
          message: `The label ${label} of the label schema is not set.`,
          fix: () => ({ title: `Add LABEL ${label}`, edits: [insertLabels(build, stage, [label])] }),
        });
      }
    }
    return found;
  },
};

/** The stage whose name is the name of the image that a stage is FROM, as hadolint tells stages from images. */
function namedParent({ stages }: Build, { from, index }: Stage): Stage | undefined {
  return stages.findLast((other) => other.index < index && other.from.alias?.value === from.image.name);
}

/** Whether nobody gets the stage as an image: files are copied from it, or a stage on top of it sets the label. */
function isForgiven(build: Build, stage: Stage, label: string): boolean {
  const isBuiltOn = (other: Stage): boolean =>
    other.parent === stage && (setsLabel(build, other.index, label) || isForgiven(build, other, label));
  if (build.stages.some(isBuiltOn)) return true;
  const isStage = (from: string | undefined) =>
    from !== undefined && (from.toLowerCase() === stage.name || from === String(stage.index));
  return build.instructions.some((instruction) => {
    if (instruction.stage <= stage.index) return false;
    if (instruction.keyword === 'COPY') return isStage(instruction.from?.value);
    return instruction.keyword === 'RUN' && instruction.mounts.some(({ from }) => isStage(from));
  });
}

function isForgivenByHadolint(build: Build, stage: Stage, label: string): boolean {
  const alias = stage.from.alias?.value;
  if (alias === undefined) return false;
  return (
    build.instructions.some(
      (other) => other.keyword === 'COPY' && other.start > stage.start && other.from?.value === alias,
    ) ||
    build.stages.some(
      (other) => !other.from.alias && namedParent(build, other) === stage && setsLabel(build, other.index, label),
    )
  );
}
