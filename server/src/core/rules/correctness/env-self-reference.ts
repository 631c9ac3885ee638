import type { Build } from '../../model/build-types';
import type { EnvInstruction, Pair } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Finding, Fix, Rule } from '../rule';

export const envSelfReference: Rule = {
  id: 'correctness/env-self-reference',
  aliases: ['DL3044'],
  severity: 'error',
  hadolint: 'error',
  summary: 'Use a variable in an ENV after the one that sets it.',
  why: `The builder expands all values of one ENV with what was in force before it. A name that this very ENV sets is therefore empty in
    its other values, or has its old value. A name that an earlier ENV or ARG of the file sets is left alone, whatever stage that is
    in, as is a name in its own value (\`PATH=/opt/bin:$PATH\`), and one with a default (\`\${NAME:-x}\`).`,
  fixable: { safety: 'unsafe', because: 'The variable has a value then, where it had none.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        ENV APP_HOME=/srv/app CONFIG=$APP_HOME/config
                                     ^^^^^^^^^ APP_HOME is set by this very ENV, which counts from the next instruction on: here it is still what it was before.
      `,
      good: dockerfile`
        FROM debian:12
        ENV APP_HOME=/srv/app
        ENV CONFIG=$APP_HOME/config
      `,
    },
  ],
  about: { instructions: ['ENV'], texts: ['$'] },

  check(build, { hadolint }) {
    const found: Finding[] = [];
    const defined = new Set<string>();
    for (const instruction of build.instructions) {
      if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') continue;
      const { pairs } = instruction;
      if (instruction.keyword === 'ENV' && pairs.length > 1) {
        for (const { name, at, user } of selfReferences(instruction, defined, hadolint)) {
          found.push({
            at,
            message: `${name} is set by this very ENV, which counts from the next instruction on: here it is still what it was before.`,
            fix: () => split(build, instruction, user, name),
          });
          if (hadolint) break;
        }
      }
      for (const { name } of pairs) defined.add(name.value);
    }
    return found;
  },
};

interface SelfReference {
  readonly name: string;
  readonly at: Span;
  /** The pair whose value has it. */
  readonly user: Pair;
}

function selfReferences({ pairs }: EnvInstruction, defined: ReadonlySet<string>, hadolint = false): SelfReference[] {
  const found: SelfReference[] = [];
  for (const user of pairs) {
    if (!user.value?.text.includes('$')) continue;
    for (const setter of pairs) {
      const name = setter.name.value;
      if (setter === user || name === '' || defined.has(name)) continue;
      const at = hadolint ? plainReference(user.value, name) : reference(user.value, name);
      if (!at) continue;
      // Of two pairs of one name the value is reported once.
      found.push({ name, at, user });
      break;
    }
  }
  return found;
}

function reference({ references }: NonNullable<Pair['value']>, name: string): Span | undefined {
  return references.find((one) => one.name === name && one.operator === undefined);
}

/** hadolint looks at the text: quotes and escapes mean nothing. */
function plainReference({ text, start, end }: NonNullable<Pair['value']>, name: string): Span | undefined {
  if (text.includes(`\${${name}}`)) return { start, end };
  for (let at = text.indexOf(`$${name}`); at !== -1; at = text.indexOf(`$${name}`, at + 1)) {
    if (!/[A-Za-z0-9_]/.test(text[at + 1 + name.length] ?? '')) return { start, end };
  }
  return undefined;
}

/** Lets a new ENV start at the pair that has the reference, when all that sets the name stands above it. */
function split({ source }: Build, instruction: EnvInstruction, user: Pair, name: string): Fix | undefined {
  const { pairs, keywordSpan, start } = instruction;
  const index = pairs.indexOf(user);
  const last = pairs.findLastIndex((pair) => pair.name.value === name && pair !== user);
  if (index < 1 || last > index || instruction.legacy) return undefined;
  const gap = { start: pairs[index - 1]!.end, end: user.start };
  // A comment between the lines would end up inside no instruction.
  if (!/^[\s\\`]*$/.test(source.text.slice(gap.start, gap.end))) return undefined;
  const lineStart = source.text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^[ \t]*/.exec(source.text.slice(lineStart, start))![0];
  const keyword = source.text.slice(keywordSpan.start, keywordSpan.end);
  return { title: 'Start a new ENV', edits: [replace(gap, `${source.newline}${indent}${keyword} `)] };
}
