import type { Build, Stage } from '../../model/build-types';
import { isShipped } from '../../model/stages/exposure';
import { usersMadeIn } from '../../model/stages/made-users';
import { readFinalUser } from '../../model/stages/user';
import { insertBeforeStart } from '../../model/stages/user-lines';
import { expand } from '../../model/stages/variables';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Fix, Rule } from '../rule';

export const lastUserRoot: Rule = {
  id: 'security/last-user-root',
  aliases: ['DL3002', 'DS002', 'CKV_DOCKER_8', "Last User Is 'root'", 'last-user-is-root'],
  severity: 'warning',
  hadolint: 'warning',
  summary: 'Do not end a stage as root.',
  why: `Whoever breaks into a program that runs as root is root in the container, with the right to change every file of the image and a
    much easier way out of it. Go back to a user without rights when the work that needs root is done. Each stage is looked at on its
    own, and one without USER is left to security/missing-user; in stages that only build it is a hint. In the hadolint preset the
    severity is the same for all stages, quotes around the name count as a part of it, and a variable never stands for root.`,
  fixable: { safety: 'unsafe', because: 'The program may need rights that only root has.' },
  about: { instructions: ['USER'] },
  examples: [
    {
      bad: dockerfile`
        FROM node:22
        WORKDIR /app
        COPY . .
        USER root
             ^^^^ The container runs as root.
        CMD ["node", "server.js"]
      `,
      good: dockerfile`
        FROM node:22
        WORKDIR /app
        COPY . .
        USER root
        USER 10001
        CMD ["node", "server.js"]
      `,
    },
  ],

  check(build, { hadolint }) {
    const found: Finding[] = [];
    const { stages } = build;
    for (const stage of stages) {
      const last = lastUser(stage.instructions);
      if (!last || !(hadolint ? isRoot(textOf(last)) : isRoot(valueOf(build, last)))) continue;
      const final = stages.at(-1)!;
      const ships = isShipped(build, stage.index) && readFinalUser(build, final).instruction === last;
      found.push({
        at: last.words[0]!,
        message: ships ? 'The container runs as root.' : 'The stage ends as root.',
        ...(ships ? {} : { severity: 'hint' }),
        fix: () => (ships ? dropRoot(build, stage, last) : undefined),
      });
    }
    if (stages.length > 0 || hadolint) return found;
    const last = lastUser(build.instructions);
    if (last && isRoot(valueOf(build, last)))
      found.push({ at: last.words[0]!, message: 'The container runs as root.' });
    return found;
  },
};

function lastUser(instructions: readonly Instruction[]): Instruction | undefined {
  return instructions.findLast(({ keyword }) => keyword === 'USER');
}

/** As hadolint reads it: everything behind USER, as written. */
function textOf({ words }: Instruction): string {
  return words.map(({ text }) => text).join(' ');
}

function valueOf({ states }: Build, { words, index }: Instruction): string {
  const word = words[0];
  return word ? expand(word, states[index]!.scope).value : '';
}

function isRoot(user: string): boolean {
  return /^(?:root|0)(?::|$)/.test(user);
}

/** Back to the user that the stage had before or has made, or to some number. */
function dropRoot(build: Build, stage: Stage, root: Instruction): Fix | undefined {
  const before = stage.instructions.findLast(
    (one) => one.keyword === 'USER' && one.index < root.index && one.words[0] && !isRoot(valueOf(build, one)),
  )?.words[0]?.text;
  const made = usersMadeIn(build, stage).find(({ name }) => name !== '')?.name;
  const user = before ?? made ?? '10001';
  const edit = insertBeforeStart(build, stage, [`USER ${user}`], root.index);
  return edit && { title: `Switch to ${user} before the start`, edits: [edit] };
}
