import type { Build } from '../../model/build-types';
import { insertArg } from '../../model/stages/arg-line';
import { withNested } from '../../model/stages/undefined-references';
import { PLATFORM_ARGS } from '../../model/stages/variables';
import type { Reference, Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { findNearest } from '../../text/nearest';
import type { Finding, Fix, Rule } from '../rule';

export const undefinedArgInFrom: Rule = {
  id: 'correctness/undefined-arg-in-from',
  aliases: ['UndefinedArgInFrom', 'BASE_NAME_EMPTY'],
  severity: 'warning',
  buildkit: 'on',
  summary: 'Declare the variables of FROM above the first FROM.',
  why: `In FROM, only the ARGs above the first FROM count, and those that the builder knows by itself, such as BUILDPLATFORM. An ARG
    inside a stage, the stage right above included, is not seen. What is not declared is empty, and no \`--build-arg\` can change it,
    so a default (\`\${TAG:-12}\`) is all that will ever be used.`,
  fixable: { safety: 'unsafe', because: 'With another name, or an argument, FROM may name another image.' },
  examples: [
    {
      bad: dockerfile`
        ARG DEBIAN_TAG=12
        FROM debian:\${DEBAIN_TAG}
                    ^^^^^^^^^^^^^ DEBAIN_TAG is no ARG above the first FROM, so it is empty. Is DEBIAN_TAG meant?
      `,
      good: dockerfile`
        ARG DEBIAN_TAG=12
        FROM debian:\${DEBIAN_TAG}
      `,
    },
  ],
  about: { instructions: ['FROM'], texts: ['$'] },

  check(build) {
    const found: Finding[] = [];
    for (const { from } of build.stages) {
      const platform = from.flags.find(({ name }) => name === 'platform')?.value;
      for (const word of platform ? [platform, from.imageWord] : [from.imageWord]) {
        for (const reference of undeclared(build, word)) {
          const { name } = reference;
          const nearest = findNearest(name, namesOf(build), name.length < 4 ? 0 : name.length < 7 ? 1 : 2);
          found.push({
            at: reference,
            message: messageOf(reference, nearest),
            fix: () => findFix(build, reference, nearest),
          });
        }
      }
    }
    return found;
  },
};

function undeclared({ globals }: Build, { references }: Word): readonly Reference[] {
  if (references.length === 0) return references;
  const found: Reference[] = [];
  for (const reference of withNested(references)) {
    const { name } = reference;
    if (PLATFORM_ARGS.has(name) || globals.some((variable) => variable.name === name)) continue;
    if (!found.some((other) => other.name === name)) found.push(reference);
  }
  return found;
}

function namesOf({ globals }: Build): readonly string[] {
  return [...globals.map((variable) => variable.name), ...PLATFORM_ARGS];
}

function messageOf({ name, operator = '' }: Reference, nearest: string | undefined): string {
  const effect = /^:?-/.test(operator) ? 'only its default is ever used' : 'it is empty';
  const advice = nearest === undefined ? `: declare it with ARG ${name} there.` : `. Is ${nearest} meant?`;
  return `${name} is no ARG above the first FROM, so ${effect}${advice}`;
}

function findFix(build: Build, reference: Reference, nearest: string | undefined): Fix | undefined {
  const { name, start, text } = reference;
  const nameStart = start + text.indexOf(name);
  if (!/^[A-Za-z_]/.test(name) || !build.source.text.startsWith(name, nameStart)) return undefined;
  if (nearest !== undefined) {
    const span = { start: nameStart, end: nameStart + name.length };
    return { title: `Replace ${name} by ${nearest}`, edits: [replace(span, nearest)] };
  }
  return { title: `Insert ARG ${name} above the first FROM`, edits: [insertArg(build, build.stages[0]!.from, name)] };
}
