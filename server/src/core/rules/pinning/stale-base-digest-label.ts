import type { Build, Stage } from '../../model/build-types';
import { expand } from '../../model/stages/variables';
import type { Instruction, LabelInstruction, Pair } from '../../model/syntax/instruction';
import { removePairs } from '../../model/syntax/pair-edits';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

const LABEL = 'org.opencontainers.image.base.digest';

export const staleBaseDigestLabel: Rule = {
  id: 'pinning/stale-base-digest-label',
  severity: 'warning',
  about: { instructions: ['LABEL'] },
  summary: 'Label an image with the digest of its base only where the base is taken by that digest.',
  why: `Tools read org.opencontainers.image.base.digest to tell whether the base image has been renewed since the build. A digest written by hand beside a base that is
    taken by its tag is wrong from the first time the tag moves.`,
  fixable: { safety: 'unsafe', because: 'A label of the image changes.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12-slim
        LABEL org.opencontainers.image.base.digest="sha256:b4aa902587c2e61ce789849cb54c332b0400fe27b1ee33af4669e1f7e7c3e22f"
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The label names a digest, yet debian:12-slim is taken by its tag and may be another image.
        LABEL org.opencontainers.image.title="tool"
      `,
      good: dockerfile`
        FROM debian:12-slim
        LABEL org.opencontainers.image.title="tool"
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const exported = build.stages.at(-1);
    if (!exported) return found;
    const labels = build.instructions.filter(isLabel);
    if (labels.length === 0) return found;
    const chain: Stage[] = [];
    for (let stage: Stage | undefined = exported; stage; stage = stage.parent) chain.push(stage);
    const { from, root, base } = chain.at(-1)!;
    if (root === 'scratch' || base.includes('$')) return found;
    const digest = /@(\S+)$/.exec(base)?.[1];
    for (const instruction of labels) {
      if (!chain.some(({ index }) => index === instruction.stage)) continue;
      for (const pair of instruction.pairs) {
        const said = digestOf(pair, instruction, build);
        if (said === undefined || said === digest) continue;
        found.push({
          at: pair.name,
          message:
            digest === undefined
              ? `The label names a digest, yet ${from.image.text} is taken by its tag and may be another image.`
              : 'The label names another digest than FROM.',
          fix:
            digest === undefined
              ? { title: 'Delete the label', edits: removePairs(build, instruction, [pair]) }
              : { title: 'Write the digest of FROM', edits: [replace(valueOf(pair), digest)] },
        });
      }
    }
    return found;
  },
};

function isLabel(instruction: Instruction): instruction is LabelInstruction {
  return instruction.keyword === 'LABEL';
}

/** The digest that a label gives; undefined for other labels, and for a value that the build is given. */
function digestOf({ name, value }: Pair, { index }: LabelInstruction, { states }: Build): string | undefined {
  if (name.value !== LABEL || !value || value.value === '') return undefined;
  const { value: text, known, overridable } = expand(value, states[index]!.scope);
  return known && !overridable ? text : undefined;
}

/** The value without its quotes. */
function valueOf({ value }: Pair) {
  const quote = /^["']/.test(value!.text) ? 1 : 0;
  return { start: value!.start + quote, end: value!.end - quote };
}
