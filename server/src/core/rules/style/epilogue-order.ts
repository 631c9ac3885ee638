import type { Build, Stage } from '../../model/build-types';
import { blockOf, blockText, endsOpen, insertBehind, removeBlock } from '../../model/syntax/blocks';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Fix, Rule } from '../rule';

export const epilogueOrder: Rule = {
  id: 'style/epilogue-order',
  aliases: ['tally/epilogue-order'],
  severity: 'off',
  strict: 'hint',
  about: { instructions: ['STOPSIGNAL', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD'] },
  summary: 'End the last stage with STOPSIGNAL, HEALTHCHECK, ENTRYPOINT and CMD, in this order.',
  why:
    'How a container is stopped, checked and started is what people look for first, and they look for it at the end. The order has no ' +
    'effect on the image. Only the stage that ships is looked at.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.29
        CMD ["nginx", "-g", "daemon off;"]
        ^^^ CMD belongs to the end, behind COPY.
        COPY nginx.conf /etc/nginx/
      `,
      good: dockerfile`
        FROM nginx:1.29
        COPY nginx.conf /etc/nginx/
        CMD ["nginx", "-g", "daemon off;"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const stage = build.stages.at(-1);
    if (!stage) return found;
    const { instructions } = stage;
    for (const [at, { keyword, keywordSpan }] of instructions.entries()) {
      const rank = RANKS[keyword];
      if (rank === undefined) continue;
      const misplaced = instructions.findLast((other, index) => index > at && (RANKS[other.keyword] ?? -1) < rank);
      if (!misplaced) continue;
      found.push({
        at: keywordSpan,
        message: `${keyword} belongs to the end, behind ${misplaced.keyword === 'UNKNOWN' ? 'what follows' : misplaced.keyword}.`,
        fix: () => reorder(build, stage),
      });
      return found;
    }
    return found;
  },
};

const RANKS: Readonly<Partial<Record<Instruction['keyword'], number>>> = {
  STOPSIGNAL: 0,
  HEALTHCHECK: 1,
  ENTRYPOINT: 2,
  CMD: 3,
};

/** All of them at the end; undefined where that could change what one says. */
function reorder({ source }: Build, { instructions, from }: Stage): Fix | undefined {
  const moved = instructions.filter(({ keyword }) => RANKS[keyword] !== undefined);
  const first = moved[0]!;
  const passed = instructions.filter(({ index, keyword }) => index > first.index && RANKS[keyword] === undefined);
  if (new Set(moved.map(({ keyword }) => keyword)).size < moved.length) return undefined;
  if (passed.some(({ keyword }) => keyword === 'SHELL' || keyword === 'UNKNOWN')) return undefined;
  const isExpanded = moved.some(
    ({ keyword, words }) => keyword === 'STOPSIGNAL' && words.some(({ references }) => references.length > 0),
  );
  if (isExpanded && passed.some(({ keyword }) => keyword === 'ARG' || keyword === 'ENV')) return undefined;
  const behind = instructions.findLast(({ keyword }) => RANKS[keyword] === undefined) ?? from;
  const sorted = moved.toSorted((a, b) => RANKS[a.keyword]! - RANKS[b.keyword]!);
  if (endsOpen(source, behind) || moved.some((one) => endsOpen(source, one))) return undefined;
  const blocks = new Map(moved.map((one) => [one, blockOf(source, one)]));
  const text = sorted.map((one) => blockText(source, blocks.get(one)!)).join('');
  return {
    title: 'Put what starts the container at the end',
    edits: [...[...blocks.values()].map((block) => removeBlock(source, block)), insertBehind(source, behind, text)],
  };
}
