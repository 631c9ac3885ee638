import type { Build, Stage, State } from '../../model/build-types';
import { expand } from '../../model/stages/variables';
import type { FromInstruction, Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const exposeProtoCasing: Rule = {
  id: 'style/expose-proto-casing',
  aliases: ['ExposeProtoCasing'],
  severity: 'warning',
  buildkit: 'on',
  about: { instructions: ['EXPOSE'] },
  summary: 'Write the protocols of EXPOSE in lower case.',
  why:
    'The image holds the protocol in lower case, whatever the file says, and so do the tools that show it. Variables are looked through ' +
    'as far as the file tells their value.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.29
        EXPOSE 80/TCP
                  ^^^ The protocol of 80/TCP is not in lower case.
      `,
      good: dockerfile`
        FROM nginx:1.29
        EXPOSE 80/tcp
      `,
    },
  ],

  check(build, { buildkit }) {
    const found: Finding[] = [];
    for (const { instructions, parent, from } of build.stages) {
      if (buildkit && parent) found.push(...triggered(build, parent, from));
      for (const { keyword, words, index } of instructions) {
        if (keyword !== 'EXPOSE') continue;
        for (const word of words) {
          for (const port of portsOf(word, build.states[index]!)) {
            if (!hasProtocolInCapitals(port)) continue;
            const at = protocolOf(word, build.source.text);
            found.push({
              at: at ?? word,
              message: `The protocol of ${port} is not in lower case.`,
              fix: at && lowered(at, build.source.text),
            });
          }
        }
      }
    }
    return found;
  },
};

/** What BuildKit finds in the triggers of the stage that another is FROM, at that FROM. */
function triggered(build: Build, parent: Stage, from: FromInstruction): Finding[] {
  const found: Finding[] = [];
  for (const instruction of parent.instructions) {
    if (instruction.keyword !== 'ONBUILD' || instruction.trigger?.keyword !== 'EXPOSE') continue;
    for (const word of instruction.trigger.words) {
      for (const port of portsOf(word, build.states[parent.instructions.at(-1)!.index]!)) {
        if (!hasProtocolInCapitals(port)) continue;
        found.push({ at: from.imageWord, message: `The protocol of ${port} is not in lower case.` });
      }
    }
  }
  return found;
}

const PROTOCOL = /^[^/]*\/(?:tcp|udp|sctp)$/i;

function hasProtocolInCapitals(port: string): boolean {
  if (!PROTOCOL.test(port)) return false;
  const protocol = port.slice(port.indexOf('/'));
  return protocol !== protocol.toLowerCase();
}

/** What a word stands for; a variable that nothing sets is empty to the builder. */
function portsOf(word: Word, { scope }: State): readonly string[] {
  if (word.references.length === 0) return [word.value];
  const { value, known } = expand(word, scope);
  const text = known ? value : value.replace(/\$(?:\w+|\{[^}]*\})/g, '');
  return text.split(/\s+/);
}

/** Where the protocol is written out; undefined where a variable brings it, or a part of it. */
function protocolOf({ start, end }: Word, text: string): { start: number; end: number } | undefined {
  const match = /\/([a-z]+)["']?$/i.exec(text.slice(start, end));
  if (!match) return undefined;
  const from = start + match.index + 1;
  return { start: from, end: from + match[1]!.length };
}

function lowered(at: { start: number; end: number }, text: string): Fix {
  const word = text.slice(at.start, at.end);
  return { title: 'Write the protocol in lower case', edits: [replace(at, word.toLowerCase())] };
}
