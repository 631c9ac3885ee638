import type { Build } from '../../model/build-types';
import type { LabelInstruction, Pair } from '../../model/syntax/instruction';
import { labelsOf } from '../../model/syntax/labels';
import { removePairs } from '../../model/syntax/pair-edits';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Fix, Rule } from '../rule';

export const labelDuplicateKey: Rule = {
  id: 'style/label-duplicate-key',
  aliases: ['tally/labels/no-duplicate-keys'],
  severity: 'warning',
  about: { instructions: ['LABEL'] },
  summary: 'Set a label once in a stage.',
  why:
    'The last value of a label counts, so an earlier one in the same stage says something that no image will. A label that a stage has ' +
    'from the stage it is built on may be set anew.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        LABEL version="1.0.0" title="Shop"
              ^^^^^^^ The label version is set again below, which is the value that counts.
        LABEL version="1.1.0"
      `,
      good: dockerfile`
        FROM debian:12
        LABEL title="Shop"
        LABEL version="1.1.0"
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const labels = labelsOf(build);
    if (labels.length === 0) return found;
    const last = new Map<string, Pair>();
    const overridden: { label: LabelInstruction; pair: Pair; by: Pair }[] = [];
    for (const label of labels.toReversed()) {
      if (label.stage < 0) continue;
      for (const pair of label.pairs.toReversed()) {
        if (pair.name.references.length > 0 || pair.name.value === '') continue;
        const key = `${label.stage} ${pair.name.value}`;
        const by = last.get(key);
        if (by) overridden.push({ label, pair, by });
        else last.set(key, pair);
      }
    }
    for (const { label, pair, by } of overridden.reverse()) {
      found.push({
        at: pair.name,
        message: `The label ${pair.name.value} is set again below, which is the value that counts.`,
        related: [{ at: by, message: 'This is the value that counts.' }],
        fix() {
          const own = overridden.filter((other) => other.label === label).map((other) => other.pair);
          return withoutPairs(build, label, own);
        },
      });
    }
    return found;
  },
};

/** All of them at once, so that the fixes of one LABEL do not get in each other's way. */
function withoutPairs(build: Build, label: LabelInstruction, pairs: readonly Pair[]): Fix | undefined {
  const edits = removePairs(build, label, pairs);
  const losesComment = label.inner.some(({ start }) => edits.some((edit) => edit.start <= start && start < edit.end));
  return losesComment && pairs.length < label.pairs.length ? undefined : { title: 'Delete the earlier label', edits };
}
