import { optionValues } from '../../model/shell/command-words';
import { commandsNamed, onbuildCommandsNamed } from '../../model/shell/named-commands';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

const NAMES = ['gpg', 'gpg2', 'apt-key'] as const;

export const gpgKeyserverPool: Rule = {
  id: 'correctness/gpg-keyserver-pool',
  aliases: ['gpgUseHaPools'],
  severity: 'warning',
  about: { commands: NAMES },
  summary: 'Do not fetch keys from the SKS pools, which are no more.',
  why: `The pools of SKS key servers were shut down in 2021: their names lead nowhere, so the build fails or waits. keys.openpgp.org and
    keyserver.ubuntu.com are there. keys.openpgp.org gives the names of a key only where its owner confirmed them, and some versions
    of gpg do not import a key without a name.`,
  fixable: { safety: 'unsafe', because: 'Not every key is on the other server, or not with its names.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN gpg --batch --keyserver ha.pool.sks-keyservers.net --recv-keys 0123456789ABCDEF0123456789ABCDEF01234567
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ The pools of SKS key servers are no more.
      `,
      good: dockerfile`
        FROM debian:12
        RUN gpg --batch --keyserver hkps://keys.openpgp.org --recv-keys 0123456789ABCDEF0123456789ABCDEF01234567
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const calls of [commandsNamed(build, ...NAMES), onbuildCommandsNamed(build, ...NAMES)]) {
      for (const { arguments: words } of calls) {
        for (const { word, from } of optionValues(words, '--keyserver')) {
          const value = word.value.slice(from);
          if (!RETIRED.test(value)) continue;
          const at = word.text.indexOf(value);
          const exact = at !== -1 && build.source.text.slice(word.start, word.end) === word.text;
          const span = exact ? { start: word.start + at, end: word.start + at + value.length } : word;
          found.push({
            at: span,
            message: 'The pools of SKS key servers are no more.',
            ...(exact
              ? { fix: { title: 'Use keys.openpgp.org', edits: [replace(span, 'hkps://keys.openpgp.org')] } }
              : {}),
          });
        }
      }
    }
    return found;
  },
};

const RETIRED = /^(?:[a-z]+:\/\/)?(?:[\w.-]+\.)?(?:sks-keyservers\.net|keys\.gnupg\.net)(?::\d+)?\/?$/i;
