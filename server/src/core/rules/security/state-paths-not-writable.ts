import type { Build, Stage } from '../../model/build-types';
import { type Copied, readCopied } from '../../model/order/copied';
import { placeText } from '../../model/order/places';
import { usersMadeIn } from '../../model/stages/made-users';
import { type Framework, findFramework } from '../../model/stages/state-directories';
import { readFinalUser } from '../../model/stages/user';
import type { CopyInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { enumerate } from '../../text/enumerate';
import { withFlag } from '../flag-fixes';
import type { Finding, Rule } from '../rule';

export const statePathsNotWritable: Rule = {
  id: 'security/state-paths-not-writable',
  aliases: ['tally/ruby/state-paths-not-writable-as-non-root'],
  severity: 'warning',
  summary: 'Let the user who runs the program write where its framework does.',
  why: `Rails writes to tmp, log, storage and db, Laravel to storage and bootstrap/cache. COPY leaves files to root, whoever USER is, so that
    a program that runs as somebody else fails at its first log line or upload. Give just these directories to that user, by chown or
    --chown. Reported is the copy of the program in a stage that ends as somebody other than root, where nothing changes the owner
    or the mode of these directories afterwards.`,
  fixable: { safety: 'unsafe', because: 'All of the program then belongs to the user who runs it.' },
  about: { instructions: ['ADD', 'COPY'] },
  examples: [
    {
      bad: dockerfile`
        FROM ruby:3.4
        RUN useradd rails
        WORKDIR /rails
        COPY . .
               ^ Rails writes to tmp, log, storage and db, which belong to root here; rails runs it.
        RUN bundle install
        USER rails
        CMD ["bin/rails", "server"]
      `,
      good: dockerfile`
        FROM ruby:3.4
        RUN useradd rails
        WORKDIR /rails
        COPY --chown=rails . .
        RUN bundle install
        USER rails
        CMD ["bin/rails", "server"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const stage = build.stages.at(-1);
    if (!stage || stage.os === 'windows') return found;
    const user = readFinalUser(build, stage);
    if (user.root || !user.instruction) return found;
    const framework = findFramework(build, stage);
    if (!framework) return found;
    const copied = findProgram(build, stage);
    if (!copied || isGivenAway(build, copied, framework)) return found;
    const written = user.instruction.words[0]?.text ?? user.name;
    found.push({
      at: copied.instruction.destination!,
      message: `${framework.name} writes to ${enumerate(framework.directories)}, which belong to root here; ${user.name} runs it.`,
      fix: () =>
        isThere(build, stage, user.name, copied.instruction)
          ? withFlag(copied.instruction, `--chown=${written}`)
          : undefined,
    });
    return found;
  },
};

/** Whether the user is one when the program is copied: one that is made later means nothing to COPY. */
function isThere(build: Build, stage: Stage, name: string, { index }: CopyInstruction): boolean {
  const isMade = (before?: number) => usersMadeIn(build, stage, before).some((made) => made.name === name);
  return !isMade() || isMade(index);
}

/** The last copy of a whole program that leaves it to root, in the stage or one that it is built on. */
function findProgram(build: Build, stage: Stage): Copied | undefined {
  for (let at: Stage | undefined = stage; at; at = at.parent) {
    const copy = at.instructions.findLast(
      (one): one is CopyInstruction =>
        (one.keyword === 'COPY' || one.keyword === 'ADD') && isProgram(readCopied(build, one)),
    );
    if (copy)
      return copy.flags.some(({ name }) => name === 'chown' || name === 'chmod') ? undefined : readCopied(build, copy);
  }
  return undefined;
}

function isProgram(copied: Copied | undefined): boolean {
  if (!copied || (copied.origin !== 'context' && copied.origin !== 'stage')) return false;
  return copied.items.some(({ whole, source, place, tree }) => {
    if (copied.origin === 'context') return whole;
    // `COPY --from=build /rails /rails`
    return tree && `/${source}` === placeText(place) && !/^\/(?:usr|opt|var|etc|bin|lib)\b/.test(`/${source}`);
  });
}

const CHANGES = new Set(['chown', 'chgrp', 'chmod', 'setfacl', 'install', 'mkdir']);

/** Whether a later command changes whose the directories are, or what others may do there. */
function isGivenAway({ commands }: Build, { instruction, directory }: Copied, { directories }: Framework): boolean {
  const names = new Set(directories.flatMap((one) => [one, one.split('/')[0]!]));
  const place = placeText(directory);
  return commands.some(({ name, arguments: words, script }) => {
    if (!CHANGES.has(name ?? '') || script.instruction.index < instruction.index) return false;
    return words.some(({ value, literal }, at) => {
      if (at === 0 || value.startsWith('-')) return false;
      const path = value.replace(/\/+$/, '');
      return (
        !literal ||
        path === '' ||
        path === '.' ||
        place.startsWith(path) ||
        path.split('/').some((part) => names.has(part))
      );
    });
  });
}
