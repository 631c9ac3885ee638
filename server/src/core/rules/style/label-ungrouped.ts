import type { Build } from '../../model/build-types';
import type { LabelInstruction } from '../../model/syntax/instruction';
import { labelsOf } from '../../model/syntax/labels';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, replace } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Finding, Fix, Rule } from '../rule';

export const labelUngrouped: Rule = {
  id: 'style/label-ungrouped',
  aliases: ['tally/labels/prefer-grouped', 'tally/labels/prefer-stable-order'],
  severity: 'off',
  strict: 'hint',
  about: { instructions: ['LABEL'] },
  summary: 'Set labels that stand together with one LABEL.',
  why:
    'Several LABELs in a row can be one with a pair on each line, which reads as the list that it is and takes one line of the history of ' +
    'the image. LABELs with other instructions between them are left alone.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        LABEL title="Shop"
        ^^^^^ This LABEL and the next one can be one LABEL.
        LABEL version="1.1.0"
      `,
      good: dockerfile`
        FROM debian:12
        LABEL title="Shop" \
              version="1.1.0"
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const labels = labelsOf(build);
    for (let at = 0; at < labels.length; ) {
      const group = groupAt(labels, at);
      at += group.length;
      if (group.length < 2) continue;
      const rest = group.length === 2 ? 'the next one' : `the next ${group.length - 1}`;
      found.push({
        at: group[0]!.keywordSpan,
        message: `This LABEL and ${rest} can be one LABEL.`,
        related: group
          .slice(1)
          .map(({ keywordSpan }) => ({ at: keywordSpan, message: 'It can be part of the one above.' })),
        fix: () => merge(build, group),
      });
    }
    return found;
  },
};

/** LABELs of one stage that stand together. */
function groupAt(labels: readonly LabelInstruction[], from: number): readonly LabelInstruction[] {
  let to = from + 1;
  while (
    to < labels.length &&
    labels[to]!.stage === labels[from]!.stage &&
    labels[to]!.index === labels[to - 1]!.index + 1
  )
    to++;
  return labels.slice(from, to);
}

/** A comment between them is about what stands below it; inside one LABEL that would be less clear. */
function merge(build: Build, group: readonly LabelInstruction[]): Fix | undefined {
  const { source, escape } = build;
  if (group.some((label, index) => (index > 0 && label.leading.length > 0) || !isPlain(build, label))) return undefined;
  const glue = ` ${escape}${source.newline}${indentOf(build, group[0]!)}`;
  const edits: Edit[] = [];
  let end = -1;
  for (const label of group) {
    for (const [index, pair] of label.pairs.entries()) {
      const sameLine = end !== -1 && lineAt(source, end) === lineAt(source, pair.start);
      if (end !== -1 && (index === 0 || sameLine)) edits.push(replace({ start: end, end: pair.start }, glue));
      end = pair.end;
    }
  }
  return { title: 'Make them one LABEL', edits };
}

/** Whether it is a list of \`name=value\`, with nothing behind the last one. */
function isPlain({ source }: Build, { pairs, body, inner }: LabelInstruction): boolean {
  return (
    inner.length === 0 &&
    pairs.length > 0 &&
    pairs.every(({ name, value }) => value && source.text[name.end] === '=' && name.end + 1 === value.start) &&
    pairs.at(-1)!.end === body.end
  );
}

/** Where the second pair of a LABEL starts that has a line of its own, else below the first one. */
function indentOf({ source }: Build, { pairs, body, start }: LabelInstruction): string {
  const second = pairs.find((pair) => lineAt(source, pair.start) !== lineAt(source, start));
  const from = second ?? { start: body.start };
  const lineStart = source.lineStarts[lineAt(source, from.start)]!;
  const before = source.text.slice(lineStart, from.start);
  return /^[ \t]*$/.test(before) ? before : before.replace(/[^\t]/g, ' ');
}
