import type { Build } from '../../model/build-types';
import type { EnvInstruction, LabelInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, insert, replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const legacyKeyValue: Rule = {
  id: 'correctness/legacy-key-value',
  aliases: ['LegacyKeyValueFormat'],
  severity: 'warning',
  buildkit: 'on',
  about: { instructions: ['ENV', 'LABEL'] },
  summary: 'Write ENV and LABEL with an equals sign.',
  why:
    'In the old form `ENV NAME value` the rest of the line is the value, so it can set one name only, and a second pair behind it becomes ' +
    'part of the value. The builder still reads it, but warns. ARG never has this form: `ARG a b` declares two names. What stands ' +
    'behind ONBUILD is not looked at.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        ENV JAVA_OPTS -Xms1g -Xmx2g
            ^^^^^^^^^^^^^^^^^^^^^^^ ENV without = is the old form, in which all of the rest is one value.
      `,
      good: dockerfile`
        FROM debian:12
        ENV JAVA_OPTS="-Xms1g -Xmx2g"
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      if (instruction.keyword !== 'ENV' && instruction.keyword !== 'LABEL') continue;
      const pair = instruction.pairs[0];
      if (!pair?.value || !isLegacy(build, instruction)) continue;
      found.push({
        at: pair,
        message: `${instruction.keyword} without = is the old form, in which all of the rest is one value.`,
        fix: () => toFix(build, instruction),
      });
    }
    return found;
  },
};

function isLegacy({ source }: Build, instruction: EnvInstruction | LabelInstruction): boolean {
  if (instruction.keyword === 'ENV') return instruction.legacy;
  return instruction.pairs.length === 1 && source.text[instruction.pairs[0]!.name.end] !== '=';
}

function toFix(build: Build, instruction: EnvInstruction | LabelInstruction): Fix | undefined {
  const { name, value } = instruction.pairs[0]!;
  const { text } = build.source;
  const gap = { start: name.end, end: value!.start };
  if (/["'#=]/.test(text.slice(name.start, gap.end)) || instruction.inner.length > 0) return undefined;
  const edits = quoted(text.slice(value!.start, value!.end), value!.start, build.escape);
  return edits && { title: 'Write it with an equals sign', edits: [replace(gap, '='), ...edits] };
}

/** What makes one word of a value: nothing where it is one already, else double quotes around it all. */
function quoted(value: string, start: number, escape: string): Edit[] | undefined {
  const end = start + value.length;
  if (/^[^\s"'\\`]*$/.test(value)) return [];
  if (/^"[^"\\`]*"$/.test(value) || /^'[^']*'$/.test(value)) return [];
  // A continuation is dropped before quotes are looked at; another escape means something else inside quotes than outside.
  const lines = value.replace(escape === '\\' ? /\\[ \t]*\r?\n/g : /`[ \t]*\r?\n/g, '');
  if (/["'\\`]/.test(lines)) return undefined;
  return [insert(start, '"'), insert(end, '"')];
}
