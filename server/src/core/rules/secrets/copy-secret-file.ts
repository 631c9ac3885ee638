import { SSH_KEY } from '../../knowledge/secrets/secret-files';
import type { Build } from '../../model/build-types';
import { copyToMount } from '../../model/secrets/copy-to-mount';
import { type SecretCopy, secretCopies } from '../../model/secrets/secret-copies';
import { unlessRefused } from '../../model/secrets/secret-mount';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const copySecretFile: Rule = {
  id: 'secrets/copy-secret-file',
  aliases: ['DS031'],
  severity: 'warning',
  about: { instructions: ['ADD', 'COPY'] },
  summary: 'Keep files with credentials out of the image.',
  why:
    'A file that COPY takes along is in a layer of the image, whatever happens to it later. List the file in `.dockerignore`, so ' +
    'that it does not even reach the builder, and mount it as a secret for the command that reads it. What only may hold a ' +
    'credential, such as `.npmrc`, is reported when the file at hand does.',
  fixable: { safety: 'unsafe', because: 'The build must then be given the file with `--secret`.' },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM node:22
        WORKDIR /app
        COPY package.json package-lock.json .npmrc ./
                                            ^^^^^^ COPY takes .npmrc into the image: npm settings.
        RUN npm ci
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM node:22
        WORKDIR /app
        COPY package.json package-lock.json ./
        RUN --mount=type=secret,id=npmrc,target=/app/.npmrc,required npm ci
      `,
      context: {
        'package.json': '{}',
        'package-lock.json': '{}',
        '.npmrc': '//registry.example.org/:_authToken=q7Rk2ZtV9b',
      },
    },
    {
      bad: dockerfile`
        FROM nginx:1.29
        COPY tls/server.key /etc/nginx/tls/
             ^^^^^^^^^^^^^^ COPY takes tls/server.key into the image: a private key. (error)
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const copies = secretCopies(build);
    if (copies.length === 0) return found;
    const named = copies.filter(({ certainty, file }) => certainty === 'named' && file.name !== SSH_KEY);
    for (const copy of named) if (!copy.below) found.push(singleFile(build, copy));
    const trees = new Set(named.flatMap(({ below, item }) => (below ? item : [])));
    for (const tree of trees) found.push(severalFiles(named.filter(({ below, item }) => below && item === tree)));
    return found;
  },
};

function singleFile(build: Build, copy: SecretCopy): Finding {
  const { instruction, item, path, file } = copy;
  return {
    at: item.word,
    message: `${instruction.keyword} takes ${path} into the image: ${file.name}.`,
    severity: file.severity,
    anchor: instruction.start,
    fix() {
      return unlessRefused(copyToMount(build, copy));
    },
  };
}

function severalFiles(copies: readonly SecretCopy[]): Finding {
  const { instruction, item } = copies[0]!;
  const worst = copies.find(({ file }) => file.severity === 'error') ?? copies[0]!;
  const more = copies.length > 1 ? ` and ${copies.length - 1} more` : '';
  return {
    at: item.word,
    message: `${instruction.keyword} takes ${worst.path}${more} into the image: ${worst.file.name}, not listed in .dockerignore.`,
    severity: worst.file.severity,
    anchor: instruction.start,
  };
}
