import { stopSignals } from '../../model/stages/stop-signals';
import { instructionLines } from '../../model/syntax/instruction-lines';
import { dockerfile } from '../../text/dockerfile';
import { remove, replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const stopsignalUngraceful: Rule = {
  id: 'correctness/stopsignal-ungraceful',
  aliases: ['tally/no-ungraceful-stopsignal'],
  severity: 'warning',
  about: { instructions: ['STOPSIGNAL'] },
  summary: 'Do not stop a container by SIGKILL or SIGSTOP.',
  why:
    '`docker stop` sends STOPSIGNAL so that the program can finish what it is doing, and kills it only when it takes too long. SIGKILL ' +
    'leaves it no time at all, and SIGSTOP freezes it until it is killed; a program can catch neither. Numbers and names in any spelling ' +
    'are understood.',
  fixable: { safety: 'unsafe', because: 'The program is stopped in another way.' },
  examples: [
    {
      bad: dockerfile`
        FROM redis:8
        STOPSIGNAL SIGKILL
                   ^^^^^^^ SIGKILL ends the program at once, without time to finish or to save anything.
      `,
      good: dockerfile`
        FROM redis:8
        STOPSIGNAL SIGTERM
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const { instruction, word, name } of stopSignals(build)) {
      if (name !== 'SIGKILL' && name !== 'SIGSTOP') continue;
      const does =
        name === 'SIGKILL'
          ? 'ends the program at once, without time to finish or to save anything'
          : 'freezes the program until it is killed, without time to finish or to save anything';
      const isPlain = word.references.length === 0;
      found.push({
        at: word,
        message: `${name} ${does}.`,
        ...(isPlain ? { fix: { title: 'Stop by SIGTERM', edits: [replace(word, 'SIGTERM')] } } : {}),
        alternatives: () => [{ title: 'Delete the STOPSIGNAL', edits: [remove(instructionLines(build, instruction))] }],
      });
    }
    return found;
  },
};
