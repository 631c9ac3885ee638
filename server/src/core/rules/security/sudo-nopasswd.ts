import type { Build } from '../../model/build-types';
import { readCopied } from '../../model/order/copied';
import { placeText } from '../../model/order/places';
import { spanIn, type WrittenText, writtenTexts } from '../../model/shell/written-texts';
import type { CopyInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const sudoNopasswd: Rule = {
  id: 'security/sudo-nopasswd',
  severity: 'warning',
  summary: 'Do not let a user become root without a password.',
  why: `With NOPASSWD in sudoers whoever runs code as the user runs it as root: USER then protects nothing. Do what needs root above the USER
    line. Files of the build context are read where they are copied to /etc/sudoers or /etc/sudoers.d.`,
  about: { instructions: ['ADD', 'COPY', 'RUN'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN useradd app && echo "app ALL=(ALL) NOPASSWD: ALL" >> /etc/sudoers
                                               ^^^^^^^^ Whoever runs code as this user can run it as root.
        USER app
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const written of writtenTexts(build)) {
      if (!written.text.includes('NOPASSWD') || !goesToSudoers(build, written)) continue;
      found.push({ at: spanIn(build, written, 'NOPASSWD'), message: MESSAGE });
    }
    if (!build.context) return found;
    for (const instruction of build.instructions) {
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      if (brings(build, instruction)) found.push({ at: instruction.destination!, message: MESSAGE });
    }
    return found;
  },
};

const MESSAGE = 'Whoever runs code as this user can run it as root.';

/** Whether it does, or may: the output of a group or of an unusual pipe goes where nobody can tell. */
function goesToSudoers({ source }: Build, { target, instruction }: WrittenText): boolean {
  if (target !== undefined) return isSudoers(target);
  return /sudoers|visudo/.test(source.text.slice(instruction.start, instruction.end));
}

function isSudoers(path: string): boolean {
  return /(?:^|\/)sudoers(?:\.d\/|\.d$|$)/.test(path);
}

/** Whether a copied file of the context lets somebody. */
function brings(build: Build, copy: CopyInstruction): boolean {
  if (!copy.destination?.value.includes('sudoers')) return false;
  const copied = readCopied(build, copy);
  if (copied?.origin !== 'context') return false;
  return copied.items.some(({ source, place }) => {
    if (!isSudoers(placeText(place))) return false;
    const text = build.context!.read(source);
    return text !== undefined && /^[^#\n]*NOPASSWD/m.test(text);
  });
}
