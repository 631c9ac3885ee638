import { SSH_KEY } from '../../knowledge/secrets/secret-files';
import { copyToMount } from '../../model/secrets/copy-to-mount';
import { type SecretCopy, secretCopies } from '../../model/secrets/secret-copies';
import { unlessRefused } from '../../model/secrets/secret-mount';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const copyThenDelete: Rule = {
  id: 'secrets/copy-then-delete',
  severity: 'error',
  about: { instructions: ['ADD', 'COPY'] },
  summary: 'Do not copy a secret file to delete it later.',
  why:
    'Every COPY is a layer of its own. A later RUN that deletes the file hides it in the containers; the layer with the file is ' +
    'still part of the image, and whoever pulls the image can read it. A secret mount puts the file there for one command only.',
  fixable: { safety: 'unsafe', because: 'The build must then be given the file with `--secret`.' },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM node:22
        WORKDIR /app
        COPY .npmrc package.json ./
        RUN npm install && rm -f .npmrc
                                 ^^^^^^ Deleting .npmrc here leaves it in the layer of its COPY.
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM node:22
        WORKDIR /app
        COPY package.json ./
        RUN --mount=type=secret,id=npmrc,target=/app/.npmrc,required npm install
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const copy of secretCopies(build)) {
      const { deletion, path, item, instruction, file } = copy;
      // An SSH key that is deleted is told once, where it is copied.
      if (!deletion || file.name === SSH_KEY || !isToldByDeletion(copy)) continue;
      found.push({
        at: deletion.word,
        message: `Deleting ${path} here leaves it in the layer of its ${instruction.keyword}.`,
        related: [{ at: item.word, message: `${path} is copied here.` }],
        anchor: deletion.command.script.instruction.start,
        fix() {
          return unlessRefused(copyToMount(build, copy));
        },
      });
    }
    return found;
  },
};

/** That somebody deletes an `.npmrc` by its name says what is in it; a public key, or a sweep of `/tmp`, says nothing. */
function isToldByDeletion({ certainty, file, place, deletion }: SecretCopy): boolean {
  if (certainty === 'named') return true;
  return file.readers !== undefined && deletion?.word.value.split('/').at(-1) === place.parts.at(-1);
}
