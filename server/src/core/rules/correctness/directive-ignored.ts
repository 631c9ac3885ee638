import type { Build } from '../../model/build-types';
import type { Comment } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { insert, remove } from '../../text/edit';
import { lineAt, nextLineStart } from '../../text/source';
import type { Finding, Fix, Rule } from '../rule';

export const directiveIgnored: Rule = {
  id: 'correctness/directive-ignored',
  severity: 'warning',
  summary: 'Put parser directives at the very top.',
  why:
    'Parser directives count only in the first lines of a file. Behind a comment, an empty line, an instruction or a line like a ' +
    'directive of another name, they are comments, and the builder does not say so. A `# check=` above an instruction is something ' +
    'else: it counts for that instruction, so only its `error=` is lost. Behind a first line with `#!`, `# syntax=` still counts.',
  fixable: {
    safety: 'safe',
    because: 'An escape character that comes to count changes how the file is read, so that one is for you.',
  },
  examples: [
    {
      bad: dockerfile`
        # The image of the shop
        # syntax=docker/dockerfile:1
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is only a comment here: a syntax directive stands in the first lines of the file.
        FROM debian:12
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        # The image of the shop
        FROM debian:12
      `,
    },
  ],

  about: { texts: ['#'] },
  check(build) {
    const found: Finding[] = [];
    const { comments, directives } = build;
    const seen = new Set(directives.map(({ name }) => name));
    let lastInstruction: number | undefined;
    for (const [index, comment] of comments.entries()) {
      const match = DIRECTIVE.exec(comment.text);
      if (!match) continue;
      const name = match[1]!.toLowerCase();
      const line = lineAt(build.source, comment.start);
      if (index === 0 && seen.has(name) && followsDirectives(build, line)) continue;
      if (name === 'syntax' && line === 1 && build.source.text.startsWith('#!')) continue;
      if (name === 'check') {
        lastInstruction ??= build.instructions.at(-1)?.end ?? 0;
        if (comment.start < lastInstruction && !/(?:^|;)\s*error\s*=/.test(match[2]!)) continue;
      }
      found.push({
        at: comment,
        message: `This is only a comment here: ${name === 'escape' ? 'an' : 'a'} ${name} directive stands in the first lines of the file.`,
        ...(seen.has(name) || isInside(build, comment) ? {} : { fix: () => moveUp(build, comment, name) }),
      });
      seen.add(name);
    }
    return found;
  },
};

const DIRECTIVE = /^(syntax|escape|check)\s*=\s*(\S.*)$/i;

/** Whether a line stands where it would be a directive, so that it is one too many. */
function followsDirectives({ directives, source }: Build, line: number): boolean {
  const last = directives.at(-1);
  return last !== undefined && lineAt(source, last.start) + 1 === line;
}

function isInside({ instructions }: Build, comment: Comment): boolean {
  return instructions.some(({ start, end }) => start < comment.start && comment.start < end);
}

function moveUp({ source, directives }: Build, comment: Comment, name: string): Fix {
  const { text, lineStarts, newline } = source;
  const line = lineAt(source, comment.start);
  const last = directives.at(-1);
  const top = last ? nextLineStart(source, lineAt(source, last.start)) : text.startsWith('\uFEFF') ? 1 : 0;
  return {
    title: 'Move it to the top',
    edits: [
      insert(top, text.slice(comment.start, comment.end) + newline),
      remove({ start: Math.max(lineStarts[line]!, top), end: nextLineStart(source, line) }),
    ],
    ...(name === 'escape' ? { safety: 'unsafe' } : {}),
  };
}
