import type { Build } from '../../model/build-types';
import { hasFlag, isFlagWord } from '../../model/shell/plain-arguments';
import type { ShellWord } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import { type Call, findCalls, withWord } from '../calls';
import type { Finding, Rule } from '../rule';

export const useraddLargeUid: Rule = {
  id: 'size/useradd-large-uid',
  aliases: ['DL3046'],
  severity: 'warning',
  hadolint: 'warning',
  summary: 'Give useradd the flag -l where the number of the user is large.',
  why: `useradd sets the entries of a new user in /var/log/lastlog and /var/log/faillog to zero. An entry's place in the file is the
    user's number times its size, so a large number makes a file of gigabytes: sparse on a disk, but not for everything that packs or
    unpacks a layer. With -l the two files are left alone. Numbers of six digits and more are reported. The hadolint preset reports a
    word of more than five characters behind a short -u, whatever it is.`,
  fixable: { safety: 'unsafe', because: 'The two files, or the entries of the user in them, are not made.' },
  about: { commands: ['useradd'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN useradd -u 1234567 app
                       ^^^^^^^ A user number this large makes the sparse files lastlog and faillog gigabytes long; -l leaves them alone.
      `,
      good: dockerfile`
        FROM debian:12
        RUN useradd -l -u 1234567 app
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    const numberOf = (call: Call) => (settings.hadolint ? plainNumber(call) : largeNumber(build, call));
    const isFound = (call: Call) => !hasFlag(call, 'l', 'no-log-init') && numberOf(call) !== undefined;
    for (const call of findCalls(build, settings, { names: ['useradd'], isFound })) {
      const at = numberOf(call)!;
      found.push({
        at,
        message:
          'A user number this large makes the sparse files lastlog and faillog gigabytes long; -l leaves them alone.',
        fix: () => withWord(build, call, call.nameWord, '-l'),
      });
    }
    return found;
  },
};

function plainNumber(call: Call): ShellWord | undefined {
  if (!hasFlag(call, 'u', 'uid')) return undefined;
  const { arguments: words } = call;
  return words.find(({ value }, at) => {
    const before = words[at - 1];
    const isShort = before && isFlagWord(before) && !before.value.startsWith('--') && before.value.includes('u');
    return isShort && value.length > 5;
  });
}

/** The word with a number of six digits and more. */
function largeNumber(build: Build, { arguments: words, script }: Call): ShellWord | undefined {
  const { scope } = build.states[script.instruction.index]!;
  const isLarge = (value: string) => {
    const known = value.replace(/\$\{(\w+)\}/g, (written, name: string) => scope.lookup(name)?.value ?? written);
    return /^\d+$/.test(known) && Number(known) >= 100_000;
  };
  return words.find(({ value }, at) => {
    const before = words[at - 1]?.value ?? '';
    if (/^-[a-zA-Z]*u$|^--uid$/.test(before)) return isLarge(value);
    const glued = /^(?:--uid=|-u=?)(.+)$/.exec(value)?.[1];
    return glued !== undefined && isLarge(glued);
  });
}
