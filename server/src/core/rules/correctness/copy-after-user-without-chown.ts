import type { Build, Stage } from '../../model/build-types';
import { directoryAt, readCopied } from '../../model/order/copied';
import { type Place, readPlace, relate } from '../../model/order/places';
import { commandsNamed } from '../../model/shell/named-commands';
import { readUser } from '../../model/stages/user';
import type { CopyInstruction, Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { withFlag } from '../flag-fixes';
import type { Finding, Rule } from '../rule';

export const copyAfterUserWithoutChown: Rule = {
  id: 'correctness/copy-after-user-without-chown',
  aliases: ['tally/copy-after-user-without-chown'],
  severity: 'info',
  summary: 'Say whose the files are that are copied below USER.',
  why: `COPY and ADD take no notice of USER: what they copy belongs to root. Below a USER that is nearly always a surprise, and the program can't
    write to its own files. Say --chown with the user, or --chown=0:0 where they are meant to be read only. Left alone is what a chown
    further down in the stage gives to somebody, and a USER whose value the file does not tell.`,
  fixable: { safety: 'unsafe', because: 'The files then belong to the user, who can change them.' },
  about: { instructions: ['USER'] },
  examples: [
    {
      bad: dockerfile`
        FROM node:22
        USER node
        WORKDIR /home/node/app
        COPY . .
               ^ The files belong to root, although node is the user here.
      `,
      good: dockerfile`
        FROM node:22
        USER node
        WORKDIR /home/node/app
        COPY --chown=node . .
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      if (stage.os === 'windows') continue;
      let user = userAtStart(stage);
      for (const instruction of stage.instructions) {
        if (instruction.keyword === 'USER') user = instruction.words[0];
        if ((instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') || !user || !instruction.destination)
          continue;
        if (instruction.flags.some(({ name }) => name === 'chown') || !isSomebody(build, instruction)) continue;
        if (isGivenLater(build, stage, instruction)) continue;
        const written = user.text;
        found.push({
          at: instruction.destination,
          message: `The files belong to root, although ${readUser(build, instruction).name} is the user here.`,
          fix: () => (/^[\w${}.:-]+$/.test(written) ? withFlag(instruction, `--chown=${written}`) : undefined),
        });
      }
    }
    return found;
  },
};

/** The word of the last USER of the stages that a stage is built on. */
function userAtStart({ parent }: Stage): Word | undefined {
  for (let at = parent; at; at = at.parent) {
    const last = at.instructions.findLast(({ keyword }) => keyword === 'USER');
    if (last) return last.words[0];
  }
  return undefined;
}

/** Whether the user is known not to be root. */
function isSomebody(build: Build, copy: CopyInstruction): boolean {
  const { root, name } = readUser(build, copy);
  return !root && (!name.includes('$') || /^\$\{?APP_UID\}?$/.test(name));
}

/** Whether a chown further down in the stage names what is copied, or something around or in it. */
function isGivenLater(build: Build, { index: stage }: Stage, copy: CopyInstruction): boolean {
  const copied = readCopied(build, copy);
  return commandsNamed(build, 'chown', 'install').some(({ arguments: words, script }) => {
    const { instruction } = script;
    if (instruction.stage !== stage || instruction.index < copy.index) return false;
    const directory = directoryAt(build, instruction.index);
    return words.some(({ value, literal }, at) => {
      if (value.startsWith('-') || at === 0) return false;
      return (
        !literal ||
        !copied ||
        meets(readPlace(value, directory), [copied.directory, ...copied.items.map(({ place }) => place)])
      );
    });
  });
}

function meets(place: Place, others: readonly Place[]): boolean {
  return others.some((other) => relate(place, other) !== 'apart');
}
