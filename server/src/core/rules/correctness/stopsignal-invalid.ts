import { signalNames } from '../../knowledge/signals';
import { expand } from '../../model/stages/variables';
import type { Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { findNearest } from '../../text/nearest';
import { instructionsOf, refusal } from '../refusals';
import type { Finding, Rule } from '../rule';

export const stopsignalInvalid: Rule = {
  id: 'correctness/stopsignal-invalid',
  aliases: ['INVALID_SIGNAL'],
  severity: 'error',
  stops: ['buildkit'],
  about: { instructions: ['STOPSIGNAL'] },
  summary: 'Name a signal that Linux has.',
  why:
    'STOPSIGNAL is the name of a signal, with or without SIG and in any case of letters, or its number; the builder refuses other words. ' +
    'Numbers above 64 are accepted, though Linux has no such signals, so they are a warning. Variables are looked through as far as ' +
    'the file tells their value.',
  fixable: { safety: 'unsafe', because: 'The nearest name is a guess.' },
  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.29
        STOPSIGNAL SIGQIUT
                   ^^^^^^^ There is no such signal; SIGQUIT is the nearest.
      `,
      good: dockerfile`
        FROM nginx:1.29
        STOPSIGNAL SIGQUIT
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const instruction of instructionsOf(build, settings, 'STOPSIGNAL')) {
      const word = instruction.words[0];
      if (!word) continue;
      const { value, known } = expand(word, build.states[instruction.index]!.scope);
      const finding = known ? checkSignal(word, value) : undefined;
      if (finding && !(settings.buildkit && finding.severity)) found.push(refusal(instruction, finding));
    }
    return found;
  },
};

function checkSignal(at: Word, signal: string): Finding | undefined {
  if (/^[+-]?\d+$/.test(signal)) {
    const number = Number(signal);
    if (number === 0) return { at, message: 'There is no signal 0.' };
    if (number >= 1 && number <= 64) return undefined;
    return { at, message: 'Linux has the signals 1 to 64 only.', severity: 'warning' };
  }
  const name = signal.toUpperCase().replace(/^SIG/, '');
  if (signalNames.has(name)) return undefined;
  const nearest = name.length > 1 ? findNearest(name, signalNames) : undefined;
  if (nearest === undefined) return { at, message: 'There is no such signal.' };
  const prefix = /^sig/i.exec(signal)?.[0] ?? '';
  const text = prefix + (/[a-z]/.test(signal) ? nearest.toLowerCase() : nearest);
  const message = `There is no such signal; ${text} is the nearest.`;
  return at.references.length > 0 || at.quoted
    ? { at, message }
    : { at, message, fix: { title: `Write ${text}`, edits: [replace(at, text)] } };
}
