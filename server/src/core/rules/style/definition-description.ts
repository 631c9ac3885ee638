import type { Build } from '../../model/build-types';
import { readIgnoreComment } from '../../model/syntax/ignore-comment';
import type { Comment, Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import { enumerate } from '../../text/enumerate';
import { lineAt } from '../../text/source';
import type { Span } from '../../text/span';
import type { Finding, Fix, Rule } from '../rule';

export const definitionDescription: Rule = {
  id: 'style/definition-description',
  aliases: ['InvalidDefinitionDescription'],
  severity: 'off',
  buildkit: 'experimental',
  about: { texts: ['#'] },
  summary: 'Begin the comment above a named stage or an ARG with its name.',
  why:
    'BuildKit shows the comment line directly above a stage or an ARG as its description (`docker build --call=outline`), if it begins ' +
    'with the name. A comment that is about something else can be set apart by an empty comment line or, in the eyes of Layerwise, by a ' +
    'blank one; comments for tools are passed over. The buildkit preset looks exactly as BuildKit does, where blank lines do not count.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        # The release to build
        ARG VERSION=1.2
            ^^^^^^^ The comment above is taken for the description of VERSION, which would begin with its name.
        FROM debian:12
      `,
      good: dockerfile`
        # The release to build
        #
        ARG VERSION=1.2
        FROM debian:12
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    if (build.comments.length === 0) return found;
    for (const instruction of build.instructions) {
      const comment = instruction.leading.at(-1);
      if (!comment || comment.text === '') continue;
      const names = namesOf(instruction);
      if (names.length === 0 || names.includes(comment.text.split(' ', 1)[0]!)) continue;
      if (!settings.buildkit && !describes(build, comment, instruction)) continue;
      found.push(toFinding(build, instruction, comment, names));
    }
    return found;
  },
};

function namesOf(instruction: Instruction): readonly string[] {
  if (instruction.keyword === 'ARG') return instruction.pairs.map(({ name }) => name.value);
  if (instruction.keyword !== 'FROM' || !instruction.alias) return [];
  return [instruction.alias.value.toLowerCase()];
}

function describes({ source }: Build, { start, text }: Comment, instruction: Instruction): boolean {
  return lineAt(source, start) === lineAt(source, instruction.start) - 1 && !readIgnoreComment(text);
}

function toFinding(build: Build, instruction: Instruction, comment: Comment, names: readonly string[]): Finding {
  const name = names.length === 1 ? 'its name' : 'the name of one';
  return {
    at: placeOf(instruction),
    message: `The comment above is taken for the description of ${enumerate(names)}, which would begin with ${name}.`,
    related: [{ at: comment, message: 'The line that is taken for the description.' }],
    fix: () => setApart(build, instruction, comment),
    alternatives: () => beginWithName(build, comment, names),
  };
}

function placeOf(instruction: Instruction): Span {
  if (instruction.keyword === 'FROM' && instruction.alias) return instruction.alias;
  return instruction.keyword === 'ARG' ? instruction.pairs[0]!.name : instruction.keywordSpan;
}

/** A comment for a tool counts for what stands directly below, and no longer would. */
function setApart({ source }: Build, { start, leading }: Instruction, comment: Comment): Fix | undefined {
  if (leading.some(({ text }) => readIgnoreComment(text))) return undefined;
  const line = source.lineStarts[lineAt(source, start)]!;
  const indent = /^[ \t]*/.exec(source.text.slice(source.lineStarts[lineAt(source, comment.start)]!))![0];
  return { title: 'Set the comment apart', edits: [insert(line, `${indent}#${source.newline}`)] };
}

function beginWithName({ source }: Build, comment: Comment, names: readonly string[]): readonly Fix[] {
  if (names.length > 1 || readIgnoreComment(comment.text)) return [];
  const at = comment.start + (/^#[ \t]*/.exec(source.text.slice(comment.start, comment.end))?.[0].length ?? 1);
  return [{ title: `Begin with ${names[0]}`, edits: [insert(at, `${names[0]} `)] }];
}
