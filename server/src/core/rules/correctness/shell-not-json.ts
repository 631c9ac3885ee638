import { looseArray, toJson } from '../../model/syntax/loose-array';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { instructionsOf, refusal } from '../refusals';
import type { Finding, Rule } from '../rule';

export const shellNotJson: Rule = {
  id: 'correctness/shell-not-json',
  aliases: ['SHELL_JSON_FORM', 'SHELL_REQUIRES_ONE'],
  severity: 'error',
  stops: ['buildkit'],
  about: { instructions: ['SHELL'] },
  summary: 'Write SHELL as a JSON array.',
  why: 'SHELL has no shell form: the builder refuses anything but a JSON array of strings in double quotes, with at least one in it.',
  fixable: { safety: 'unsafe', because: 'Where the words end is a guess.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        SHELL ['/bin/bash', '-c']
              ^^^^^^^^^^^^^^^^^^^ SHELL takes a JSON array of strings in double quotes.
      `,
      good: dockerfile`
        FROM debian:12
        SHELL ["/bin/bash", "-c"]
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const instruction of instructionsOf(build, settings, 'SHELL')) {
      const { json, words, body, keywordSpan } = instruction;
      if (words.length === 0) {
        const at = body.start < body.end ? body : keywordSpan;
        found.push(refusal(instruction, { at, message: 'SHELL needs at least the name of a shell, in a JSON array.' }));
      } else if (!json) {
        found.push(
          refusal(instruction, {
            at: body,
            message: 'SHELL takes a JSON array of strings in double quotes.',
            fix() {
              const text = build.source.text.slice(body.start, body.end);
              const items = looseArray(text) ?? plainWords(text);
              return items && { title: 'Write it as a JSON array', edits: [replace(body, toJson(items))] };
            },
          }),
        );
      }
    }
    return found;
  },
};

function plainWords(text: string): string[] | undefined {
  return /^[\w/.:=+ -]+$/.test(text) ? text.trim().split(/ +/) : undefined;
}
