import { guessKind } from '../../knowledge/file-names';
import { isWithin } from '../../knowledge/images/image-paths';
import type { Build } from '../../model/build-types';
import { readCopied } from '../../model/order/copied';
import { placeText } from '../../model/order/places';
import { type GivenMode, givenModes, setsId } from '../../model/shell/file-modes';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const setuidBit: Rule = {
  id: 'security/setuid-bit',
  severity: 'warning',
  summary: 'Do not make programs setuid or setgid.',
  why: `A setuid program runs with the rights of its owner, whoever starts it: with root as the owner, one mistake in it makes anybody root.
    A capability that does just what is needed (setcap), or a process that has the rights from its start, does without. Directories
    with the setgid bit only hand their group on, and are left alone.`,
  about: { instructions: ['ADD', 'COPY', 'RUN'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY helper /usr/local/bin/helper
        RUN chmod u+s /usr/local/bin/helper
                  ^^^ Whoever starts the program gets the rights of its owner.
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const given of givenModes(build)) {
      const id = setsId(given.mode);
      if (!id || given.by === 'mkdir' || (id === 'group' && !isFile(build, given))) continue;
      found.push({
        at: given.at,
        message: `Whoever starts the program gets the rights of its ${id === 'user' ? 'owner' : 'group'}.`,
      });
    }
    return found;
  },
};

/** Whether the bit for the group goes to a program: on directories it means something else. */
function isFile(build: Build, { by, command, copy, targets }: GivenMode): boolean {
  if (copy) return readCopied(build, copy)?.items.every(({ tree }) => !tree) ?? false;
  const words = command!.arguments;
  if (by === 'install') return !words.some(({ value }) => /^-[a-zA-Z]*d|^--directory$/.test(value));
  if (words.some(({ value }) => /^-[a-zA-Z]*R|^--recursive$/.test(value))) return false;
  if (command!.name !== 'chmod') return false;
  return targets.some((target) => {
    if (target.endsWith('/')) return false;
    if (/(?:^|\/)s?bin\/[^/]+$/.test(target)) return true;
    const isCopied = build.instructions.some((one) => {
      if (one.keyword !== 'COPY' && one.keyword !== 'ADD') return false;
      return (
        readCopied(build, one)?.items.some(({ place, tree }) => !tree && isWithin(placeText(place), target)) === true
      );
    });
    return isCopied || (/\.\w+$/.test(target) && guessKind(target) === 'file');
  });
}
