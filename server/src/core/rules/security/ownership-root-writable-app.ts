import type { Build, Stage } from '../../model/build-types';
import { type Copied, readCopied } from '../../model/order/copied';
import { placeText } from '../../model/order/places';
import { findFramework } from '../../model/stages/state-directories';
import { type FinalUser, readFinalUser, readUser } from '../../model/stages/user';
import { expand } from '../../model/stages/variables';
import type { CopyInstruction, Flag } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { withoutFlag } from '../flag-fixes';
import type { Finding, Fix, Rule } from '../rule';

export const ownershipRootWritableApp: Rule = {
  id: 'security/ownership-root-writable-app',
  severity: 'off',
  strict: 'hint',
  summary: 'Let the program read its own files, not change them.',
  why: `Files that belong to the user who runs the program can be changed by whoever breaks into it, the program's own code first of all. Left to
    root they can still be read. Only directories that the program writes to need --chown. Left alone are copies to places that look like
    data (data, storage, tmp, log, cache, uploads and the like), Rails and Laravel, which write to their own directories, and stages in which that user still builds or installs something
    after the copy. It is a matter of taste and of how the program works, and therefore off but for the strict preset.`,
  fixable: { safety: 'unsafe', because: 'The program may write to these files.' },
  about: { instructions: ['ADD', 'COPY'] },
  examples: [
    {
      bad: dockerfile`
        FROM node:22
        WORKDIR /app
        COPY package*.json ./
        RUN npm ci
        COPY --chown=node:node . .
             ^^^^^^^^^^^^^^^^^ node runs the program and can change these files; left to root they can be read all the same.
        USER node
        CMD ["node", "server.js"]
      `,
      good: dockerfile`
        FROM node:22
        WORKDIR /app
        COPY package*.json ./
        RUN npm ci
        COPY . .
        USER node
        CMD ["node", "server.js"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const stage = build.stages.at(-1);
    if (!stage || stage.os === 'windows') return found;
    const copies = stage.instructions.filter(
      (one) => (one.keyword === 'COPY' || one.keyword === 'ADD') && one.flags.some(({ name }) => name === 'chown'),
    );
    if (copies.length === 0) return found;
    const user = readFinalUser(build, stage);
    if (user.root || findFramework(build, stage)) return found;
    for (const copy of copies) {
      if (copy.keyword !== 'COPY' && copy.keyword !== 'ADD') continue;
      const flag = copy.flags.find(({ name }) => name === 'chown');
      if (!flag?.value || !isSame(expand(flag.value, build.states[copy.index]!.scope).value, user)) continue;
      const copied = readCopied(build, copy);
      if (!copied || isData(copied) || isWrittenLater(build, stage, copy.index)) continue;
      found.push({
        at: flag,
        message: `${user.name} runs the program and can change these files; left to root they can be read all the same.`,
        fix: () => toRoot(build, copy, flag),
      });
    }
    return found;
  },
};

/** Below a USER, that the files are root's is worth a word: elsewhere it goes without saying. */
function toRoot(build: Build, copy: CopyInstruction, flag: Flag): Fix {
  if (readUser(build, copy).root || !flag.value) return withoutFlag(build, flag);
  return { title: 'Leave the files to root', edits: [replace(flag.value, '0:0')] };
}

function isSame(owner: string, { name, uid }: FinalUser): boolean {
  const [user] = owner.split(':');
  return user === name || (uid !== undefined && user === uid);
}

const DATA = /(?:^|\/)(?:data|db|storage|tmp|logs?|cache|uploads?|media|var|run|state|config|\.\w+)(?:\/|$)/i;

function isData({ directory, items }: Copied): boolean {
  return DATA.test(placeText(directory)) || items.some(({ source }) => source !== '.' && DATA.test(source));
}

/** Whether something runs as somebody other than root after the copy, so that it may need to write. */
function isWrittenLater(build: Build, { instructions }: Stage, after: number): boolean {
  return instructions.some((one) => one.keyword === 'RUN' && one.index > after && !readUser(build, one).root);
}
