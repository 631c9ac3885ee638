import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import type { CopyInstruction, OtherInstruction, Word } from '../syntax/instruction';
import { expand } from './variables';

/** Somebody whom USER or `--chown` names. */
export interface NamedOwner {
  readonly instruction: OtherInstruction | CopyInstruction;
  readonly word: Word;
  /** Where the user, or the whole word where quotes or variables hide it, stands. */
  readonly at: Span;
  /** In front of the colon; empty for none. */
  readonly user: string;
  readonly group?: string;
}

/** Whom the USERs and `--chown`s of a file name, those left out that the file does not tell. */
export const namedOwners = oncePerBuild((build): readonly NamedOwner[] => {
  const owners: NamedOwner[] = [];
  for (const instruction of build.instructions) {
    const word = wordOf(instruction);
    if (!word) continue;
    const { value, known } = expand(word, build.states[instruction.index]!.scope);
    if (!known || value.includes('$')) continue;
    const [user = '', group] = value.split(':');
    const exact = word.text === value;
    owners.push({
      instruction: instruction as NamedOwner['instruction'],
      word,
      at: { start: word.start, end: exact ? word.start + user.length : word.end },
      user,
      ...(group === undefined ? {} : { group }),
    });
  }
  return owners;
});

function wordOf(instruction: Build['instructions'][number]): Word | undefined {
  switch (instruction.keyword) {
    case 'USER':
      return instruction.words[0];
    case 'COPY':
    case 'ADD':
      return instruction.flags.find(({ name }) => name === 'chown')?.value;
    default:
      return undefined;
  }
}
