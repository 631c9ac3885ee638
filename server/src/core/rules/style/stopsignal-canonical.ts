import { stopSignals } from '../../model/stages/stop-signals';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const stopsignalCanonical: Rule = {
  id: 'style/stopsignal-canonical',
  aliases: ['tally/prefer-canonical-stopsignal'],
  severity: 'hint',
  about: { instructions: ['STOPSIGNAL'] },
  summary: 'Write STOPSIGNAL as a name in capitals with SIG in front.',
  why:
    'Engines take `15`, `term` and `SIGTERM` for the same signal; who reads the file knows the last one at once. Numbers differ between ' +
    'architectures, and quotes are of no use. What is no signal, and what a variable holds, is left alone.',
  fixable: {
    safety: 'safe',
    because:
      'Only quotes go by themselves: another spelling of the signal is another text in the configuration of the image.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.29
        STOPSIGNAL "SIGQUIT"
                   ^^^^^^^^^ The signal is written SIGQUIT.
      `,
      good: dockerfile`
        FROM nginx:1.29
        STOPSIGNAL SIGQUIT
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const { word, name, value } of stopSignals(build)) {
      if (!name || word.references.length > 0 || word.text === name) continue;
      found.push({
        at: word,
        message: `The signal is written ${name}.`,
        fix: {
          title: `Write ${name}`,
          edits: [replace(word, name)],
          ...(value === name ? {} : { safety: 'unsafe' as const }),
        },
      });
    }
    return found;
  },
};
