import type { Build } from '../../model/build-types';
import type { Instruction } from '../../model/syntax/instruction';
import { looksLikeArray, looseArray, toJson } from '../../model/syntax/loose-array';
import { isJsonStrings } from '../../model/syntax/words';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Span } from '../../text/span';
import { table } from '../../text/table';
import { allInstructions, refusal } from '../refusals';
import type { Finding, Rule } from '../rule';

export const invalidJsonForm: Rule = {
  id: 'correctness/invalid-json-form',
  aliases: ['tally/invalid-json-form', 'JSON_IN_SINGLE_QUOTES'],
  severity: 'error',
  about: {
    instructions: ['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'HEALTHCHECK', 'RUN', 'SHELL', 'VOLUME'],
  },
  summary: 'Write JSON arrays so that they are JSON.',
  why:
    'Arguments that begin with `[` but are no JSON array of strings are not refused (but for SHELL): the builder takes them as a command ' +
    'for the shell, or as paths, brackets and quotes included, and the container fails when it starts. JSON has double quotes only, ' +
    'commas between the strings and none behind the last, and nothing behind the closing bracket. Tests of the shell, as in ' +
    '`RUN [ -f x ] && …`, and patterns of file names are left alone.',
  fixable: { safety: 'unsafe', because: 'Where the strings begin and end is a guess.' },
  examples: [
    {
      bad: dockerfile`
        FROM node:22
        CMD ['node', 'server.js']
            ^^^^^^^^^^^^^^^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
      `,
      good: dockerfile`
        FROM node:22
        CMD ["node", "server.js"]
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const instruction of allInstructions(build, settings)) {
      const at = argumentsOf(instruction);
      if (!at || build.source.text[at.start] !== '[') continue;
      const text = textOf(build, instruction, at);
      if (isJsonStrings(text) || !looksLikeArray(text, TESTS.has(instruction.keyword))) continue;
      found.push(
        refusal(instruction, {
          at,
          message: `This is no JSON array of strings in double quotes, so it is taken as ${READ_AS[instruction.keyword] ?? 'a command for the shell'}.`,
          fix() {
            const items = looseArray(build.source.text.slice(at.start, at.end));
            return items && { title: 'Write it as a JSON array', edits: [replace(at, toJson(items))] };
          },
        }),
      );
    }
    return found;
  },
};

/** Instructions whose shell form may begin with a test. */
const TESTS: ReadonlySet<string> = new Set(['HEALTHCHECK', 'RUN']);

const READ_AS: Readonly<Record<string, string>> = table({
  ADD: 'paths with brackets in them',
  COPY: 'paths with brackets in them',
  SHELL: 'nothing at all: the builder refuses it',
  VOLUME: 'paths with brackets in them',
});

/** Where an instruction's arguments may be an array, when they are none. */
function argumentsOf(instruction: Instruction): Span | undefined {
  const { keyword, body, json } = instruction;
  switch (keyword) {
    case 'ADD':
    case 'CMD':
    case 'COPY':
    case 'ENTRYPOINT':
    case 'RUN':
    case 'SHELL':
    case 'VOLUME':
      return json ? undefined : body;
    case 'HEALTHCHECK': {
      const second = instruction.words[1];
      return instruction.form === 'CMD' && second ? { start: second.start, end: body.end } : undefined;
    }
    default:
      return undefined;
  }
}

/** Arguments without line continuations and comments. */
function textOf({ source, escape }: Build, { inner }: Instruction, { start, end }: Span): string {
  const text = source.text.slice(start, end);
  if (!text.includes('\n')) return text;
  const lines = text.split('\n').filter((line) => inner.length === 0 || !/^\s*#/.test(line));
  return lines.map((line) => (line.trimEnd().endsWith(escape) ? line.trimEnd().slice(0, -1) : line)).join('');
}
