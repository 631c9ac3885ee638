import type { Flag, HealthcheckInstruction } from '../../model/syntax/instruction';
import { readJsonStrings } from '../../model/syntax/words';
import { dockerfile } from '../../text/dockerfile';
import { instructionsOf, refusal } from '../refusals';
import type { Finding, Rule } from '../rule';

export const healthcheckInvalid: Rule = {
  id: 'correctness/healthcheck-invalid',
  aliases: [
    'UNKNOWN_TYPE',
    'ARGUMENT_UNNECESSARY',
    'HEALTHCHECK_CMD_ARGUMENT_MISSING',
    'FLAG_AT_LEAST_ONE',
    'FLAG_INVALID_DURATION',
    'FLAG_LESS_THAN_1MS',
    'FLAG_MISSING_DURATION',
    'FLAG_UNKNOWN_UNIT',
  ],
  severity: 'error',
  stops: ['buildkit'],
  about: { instructions: ['HEALTHCHECK'] },
  summary: 'Write HEALTHCHECK as CMD with a command, or as NONE.',
  why:
    'The builder refuses a HEALTHCHECK that is neither, a CMD without a command, a NONE with more behind it, durations without a unit ' +
    '(ns, us, ms, s, m or h) or of less than a millisecond, and retries that are no whole number. `--retries=0` is accepted and means ' +
    'the default of three, so it is a warning. Variables are not expanded here. NONE does not look at flags.',
  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.29
        HEALTHCHECK --interval=30 CMD curl -f http://localhost/
                               ^^ The duration has no unit, such as s or m.
      `,
      good: dockerfile`
        FROM nginx:1.29
        HEALTHCHECK --interval=30s CMD curl -f http://localhost/
      `,
    },
    {
      bad: dockerfile`
        FROM nginx:1.29
        HEALTHCHECK curl -f http://localhost/
                    ^^^^ Behind HEALTHCHECK stands CMD or NONE.
      `,
      good: dockerfile`
        FROM nginx:1.29
        HEALTHCHECK CMD curl -f http://localhost/
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const instruction of instructionsOf(build, settings, 'HEALTHCHECK')) {
      const finding = checkForm(instruction, build.source.text);
      if (finding) found.push(refusal(instruction, finding));
      if (instruction.words[0]?.text.toUpperCase() === 'NONE') continue;
      for (const flag of instruction.flags) {
        const wrong = checkFlag(flag);
        if (wrong && !(settings.buildkit && wrong.severity)) found.push(refusal(instruction, wrong));
      }
    }
    return found;
  },
};

function checkForm({ words, keywordSpan, body }: HealthcheckInstruction, text: string): Finding | undefined {
  const [form, second] = words;
  if (!form) return { at: keywordSpan, message: 'Behind HEALTHCHECK stands CMD or NONE.' };
  switch (form.text.toUpperCase()) {
    case 'NONE':
      return second && { at: { start: second.start, end: words.at(-1)!.end }, message: 'NONE takes no arguments.' };
    case 'CMD':
      if (second && readJsonStrings(text.slice(second.start, body.end))?.length !== 0) return undefined;
      return { at: form, message: 'CMD has no command.' };
    default:
      return { at: form, message: 'Behind HEALTHCHECK stands CMD or NONE.' };
  }
}

const DURATIONS: ReadonlySet<string> = new Set(['interval', 'timeout', 'start-period', 'start-interval']);

function checkFlag({ name, value: at }: Flag): Finding | undefined {
  if (!at || at.value === '') return undefined;
  if (DURATIONS.has(name)) {
    const message = checkDuration(at.value);
    return message === undefined ? undefined : { at, message };
  }
  if (name !== 'retries') return undefined;
  const number = /^[+-]?\d{1,12}$/.test(at.value) ? Number(at.value) : Number.NaN;
  if (Number.isNaN(number) || number > 2 ** 31 - 1) return { at, message: '--retries is a whole number.' };
  if (number < 0) return { at, message: '--retries is not negative.' };
  return number === 0 ? { at, message: '--retries=0 means the default of three.', severity: 'warning' } : undefined;
}

/** Nanoseconds in each unit that Go knows; the builder spoils the letter of `µs` before Go reads it. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['ns', 1],
  ['us', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
  ['m', 60e9],
  ['h', 3600e9],
]);

/** What is wrong with a duration as Go reads it, as a sentence. */
function checkDuration(written: string): string | undefined {
  const text = written.replace(/^[+-]/, '');
  if (text === '0') return undefined;
  if (/[$]/.test(text)) return 'Variables are not expanded here; a duration is a number and a unit, such as 30s.';
  let total = 0;
  let at = 0;
  for (const part of text.matchAll(/(\d+\.?\d*|\.\d+)([^\d.]*)/g)) {
    if (part.index !== at) break;
    at += part[0].length;
    if (part[2] === '') return 'The duration has no unit, such as s or m.';
    const unit = UNITS.get(part[2]!);
    if (unit === undefined) return 'The unit of the duration is ns, us, ms, s, m or h.';
    total += Number(part[1]) * unit;
  }
  if (at === 0 || at !== text.length || total > 2 ** 63) return 'A duration is a number and a unit, such as 30s.';
  if (total !== 0 && (written.startsWith('-') || total < 1e6)) return 'The duration is less than a millisecond.';
  return undefined;
}
