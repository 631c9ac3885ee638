import type { Build } from '../../model/build-types';
import { usersMadeIn } from '../../model/stages/made-users';
import { readFinalUser } from '../../model/stages/user';
import { expand } from '../../model/stages/variables';
import type { OtherInstruction, Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const userNotNumeric: Rule = {
  id: 'security/user-not-numeric',
  aliases: ['DL3066'],
  severity: 'hint',
  hadolint: 'info',
  summary: 'Give USER a number.',
  why: `Kubernetes can make sure that a container does not run as root (runAsNonRoot) only where the image gives the user's number: what a
    name stands for is written in a file inside the image, which it does not read. For our own presets that is the last USER of the image
    that ships; every other one is reported only where all is asked for. A variable that an ARG above declares is taken for
    a number, and only the part in front of the colon counts. The hadolint preset compares as hadolint does: quotes are no digits, and a
    variable that ENV sets is a name; elsewhere a variable whose value the file tells counts by its value.`,
  fixable: {
    safety: 'unsafe',
    because: 'Programs that ask for the name of the user in the configuration see a number.',
  },
  about: { instructions: ['USER'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN useradd -u 10001 app
        USER app
             ^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
      `,
      good: dockerfile`
        FROM debian:12
        RUN useradd -u 10001 app
        USER 10001
      `,
    },
  ],

  check(build, { hadolint }) {
    const found: Finding[] = [];
    const declared: string[] = [];
    for (const instruction of build.instructions) {
      if (instruction.keyword === 'ARG') for (const { name } of instruction.pairs) declared.push(name.value);
      if (instruction.keyword !== 'USER') continue;
      const word = instruction.words[0];
      if (!word || isArgument(instruction.words, declared)) continue;
      if (hadolint ? isNumber(textOf(instruction.words)) : isNumeric(build, instruction, word)) continue;
      found.push({
        at: word,
        ...(isOfWeight(build, instruction) ? {} : { minor: true }),
        message: "The user is given by name, which Kubernetes can't tell from root; a number says it.",
        fix: () => toNumber(build, instruction, word),
      });
    }
    return found;
  },
};

/** Whom a step of the build runs as is of no interest to who runs the container, and root stays root by any name. */
function isOfWeight(build: Build, instruction: OtherInstruction): boolean {
  const final = build.stages.at(-1);
  if (!final) return true;
  const user = readFinalUser(build, final);
  return user.instruction === instruction && !user.root;
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** A number, or no user at all, in front of the colon. */
function isNumber(text: string): boolean {
  return /^\d*(?::|$)/.test(text);
}

/** Whether the text has a variable of one of the names in it; that a longer name starts with one is enough for hadolint. */
function isArgument(words: readonly Word[], names: readonly string[]): boolean {
  const text = textOf(words);
  return text.includes('$') && names.some((name) => text.includes(`$${name}`) || text.includes(`\${${name}}`));
}

function isNumeric({ states, stages }: Build, { index, stage }: OtherInstruction, word: Word): boolean {
  if (stages[stage]?.os === 'windows') return true;
  // The variable of .NET's images holds a number.
  return isNumber(expand(word, states[index]!.scope).value) || /^\$\{?APP_UID\}?(?::|$)/.test(word.value);
}

function toNumber(build: Build, { index, stage }: OtherInstruction, word: Word): Fix | undefined {
  const [name = ''] = word.value.split(':');
  const one = build.stages[stage];
  if (!one || word.text !== word.value || word.references.length > 0) return undefined;
  const uid = usersMadeIn(build, one, index).find((made) => made.name === name)?.uid;
  if (uid === undefined) return undefined;
  return { title: `Write ${uid}`, edits: [replace({ start: word.start, end: word.start + name.length }, uid)] };
}
