import type { Build } from '../../model/build-types';
import { casingOf, inCase } from '../../model/syntax/casing';
import type { Instruction } from '../../model/syntax/instruction';
import { labelsOf } from '../../model/syntax/labels';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

const LABEL = 'org.opencontainers.image.authors';

export const maintainerDeprecated: Rule = {
  id: 'style/maintainer-deprecated',
  aliases: ['DL4000', 'MaintainerDeprecated', 'DS022', 'CKV_DOCKER_6'],
  severity: 'warning',
  hadolint: 'error',
  buildkit: 'on',
  about: { instructions: ['MAINTAINER'] },
  summary: 'Name the maintainer in a label instead of MAINTAINER.',
  why: 'MAINTAINER has been deprecated since Docker 1.13. A label says the same, in a place where the tools look that show and search images.',
  tag: 'deprecated',
  fixable: {
    safety: 'safe',
    because: 'The name moves from a field of the image to a label; nothing that runs changes.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        MAINTAINER Jane Doe <jane@example.org>
        ^^^^^^^^^^ MAINTAINER is deprecated: the label org.opencontainers.image.authors takes its place.
      `,
      good: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.authors="Jane Doe <jane@example.org>"
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      if (instruction.keyword !== 'MAINTAINER') continue;
      found.push({
        at: instruction.keywordSpan,
        message: `MAINTAINER is deprecated: the label ${LABEL} takes its place.`,
        fix: () => toLabel(build, instruction),
      });
    }
    return found;
  },
};

function toLabel(build: Build, { stage, body, keywordSpan, start }: Instruction): Fix | undefined {
  const { text } = build.source;
  const written = text.slice(body.start, body.end);
  // A LABEL may not stand above FROM; a name over several lines is nobody's.
  if (stage < 0 || written === '' || /[\r\n]/.test(written) || isLabelled(build, stage)) return undefined;
  if (
    build.instructions.some((other) => other.keyword === 'MAINTAINER' && other.stage === stage && other.start > start)
  )
    return undefined;
  const name = /^(["'])(.*)\1$/.exec(written)?.[2] ?? written;
  const escaped = name.replace(/["$\\`]/g, (char) =>
    char === '"' || char === '$' || char === build.escape ? build.escape + char : char,
  );
  const casing = casingOf(text.slice(keywordSpan.start, keywordSpan.end));
  const keyword = inCase('LABEL', casing === 'lower' ? 'lower' : 'upper');
  return {
    title: `Write LABEL ${LABEL}`,
    edits: [replace(keywordSpan, keyword), replace(body, `${LABEL}="${escaped}"`)],
  };
}

function isLabelled(build: Build, stage: number): boolean {
  return labelsOf(build).some((label) => label.stage === stage && label.pairs.some(({ name }) => name.value === LABEL));
}
