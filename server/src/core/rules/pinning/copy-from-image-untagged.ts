import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build } from '../../model/build-types';
import { expand } from '../../model/stages/variables';
import { readImageReference } from '../../model/syntax/image-reference';
import { dockerfile } from '../../text/dockerfile';
import type { Span } from '../../text/span';
import type { Finding, Rule } from '../rule';

export const copyFromImageUntagged: Rule = {
  id: 'pinning/copy-from-image-untagged',
  severity: 'warning',
  about: { flags: ['from', 'mount'] },
  summary: 'Give images that files are taken from a tag or digest.',
  why: `COPY --from and RUN --mount=from take files out of other images, a program more often than not. Without a version that
    program is whatever was released last.`,
  examples: [
    {
      bad: dockerfile`
        FROM php:8.4-cli
        COPY --from=composer:latest /usr/bin/composer /usr/bin/composer
                    ^^^^^^^^^^^^^^^ composer:latest is whatever was released last.
      `,
      good: dockerfile`
        FROM php:8.4-cli
        COPY --from=composer:2.9 /usr/bin/composer /usr/bin/composer
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      const { index, keyword } = instruction;
      if (keyword === 'COPY' && instruction.from) {
        const finding = judge(build, index, instruction.from);
        if (finding) found.push(finding);
      }
      if (keyword !== 'RUN') continue;
      for (const { options } of instruction.mounts) {
        const from = options.find(({ key }) => key === 'from');
        if (!from?.valueSpan || from.value === undefined || from.value.includes('$')) continue;
        const finding = judge(build, index, { ...from.valueSpan, value: from.value, references: [] });
        if (finding) found.push(finding);
      }
    }
    return found;
  },
};

function judge(
  build: Build,
  index: number,
  word: Span & Pick<Parameters<typeof expand>[0], 'value' | 'references'>,
): Finding | undefined {
  const { value, known } = expand(word, build.states[index]!.scope);
  if (!known || /^\d*$/.test(value)) return undefined;
  const name = value.toLowerCase();
  if (name === 'scratch' || build.stages.some((stage) => stage.name === name)) return undefined;
  const { tag, digest } = readImageReference({ start: 0, end: value.length, value });
  if (digest !== undefined || (tag !== undefined && tag !== 'latest')) return undefined;
  // A name without a slash may as well be a build context given to the builder, unless an image is known by it.
  if (tag === undefined && !value.includes('/') && !readBaseImage(value).family) return undefined;
  const fact = tag === undefined ? 'has no tag, so it is whatever was released last' : 'is whatever was released last';
  return { at: { start: word.start, end: word.end }, message: `${value} ${fact}.` };
}
