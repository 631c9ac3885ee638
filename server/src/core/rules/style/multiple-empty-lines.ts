import type { Build } from '../../model/build-types';
import { heredocCursor } from '../../model/syntax/heredoc-spans';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import { nextLineStart, type Source } from '../../text/source';
import type { Span } from '../../text/span';
import { type Finding, optionOf, type Rule, type RuleOption } from '../rule';

const max: RuleOption<number> = { name: 'max', summary: 'How many empty lines may stand together.', default: 1 };

export const multipleEmptyLines: Rule = {
  id: 'style/multiple-empty-lines',
  aliases: ['tally/no-multiple-empty-lines'],
  severity: 'hint',
  options: [max],
  summary: 'Leave no more than one line empty, and none at the start and at the end.',
  why:
    'One empty line sets things apart, more of them only make the file longer. Lines of here-documents are content and are left alone. At ' +
    'the start there is no fix where the lines below would become parser directives by it.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: 'FROM debian:12\n\n\n^ There are 2 empty lines, where 1 is enough.\nCMD ["bash"]\n',
      good: dockerfile`
        FROM debian:12

        CMD ["bash"]
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    const { source } = build;
    const { text, lineStarts } = source;
    const lines = lineStarts.at(-1) === text.length ? lineStarts.length - 1 : lineStarts.length;
    const limit = Math.max(0, optionOf(settings, max));
    let inHeredoc: ((offset: number) => boolean) | undefined;
    let first = -1;
    for (let line = 0; line <= lines; line++) {
      let empty = line < lines && isEmpty(source, line);
      if (empty) {
        inHeredoc ??= heredocCursor(build);
        empty = !inHeredoc(lineStarts[line]!);
      }
      if (empty) {
        if (first === -1) first = line;
        continue;
      }
      if (first !== -1) found.push(...toFindings(build, { first, last: line - 1, lines, limit }));
      first = -1;
    }
    return found;
  },
};

function isEmpty({ text, lineStarts }: Source, line: number): boolean {
  for (let at = lineStarts[line]!; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) return true;
    if (code !== 32 && code !== 9 && code !== 13) return false;
  }
  return true;
}

interface Run {
  readonly first: number;
  readonly last: number;
  readonly lines: number;
  readonly limit: number;
}

function toFindings({ source }: Build, { first, last, lines, limit }: Run): Finding[] {
  const found: Finding[] = [];
  const count = last - first + 1;
  const start = first === 0;
  const end = last === lines - 1;
  // A file of empty lines is empty.
  if (start && end) return found;
  const kept = start || end ? 0 : limit;
  if (count <= kept) return found;
  const at: Span = { start: source.lineStarts[first + kept]!, end: nextLineStart(source, last) };
  const are = count === 1 ? 'is 1 empty line' : `are ${count} empty lines`;
  found.push({
    at,
    message:
      start || end
        ? `There ${are} at the ${start ? 'start' : 'end'} of the file.`
        : `There ${are}, where ${kept} ${kept === 1 ? 'is' : 'are'} enough.`,
    fix: () =>
      (start && becomesDirective(source.text, at.end)) || (kept === 0 && !start && !end)
        ? undefined
        : { title: 'Delete the empty lines', edits: [remove(at)] },
  });
  return found;
}

/** Directives count at the very top only; below an empty line they are comments. */
function becomesDirective(text: string, at: number): boolean {
  return /^[ \t]*(?:#[ \t]*\w+[ \t]*=|#!|\/\/)/.test(text.slice(at, at + 200));
}
