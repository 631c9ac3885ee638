import { readCredentialName } from '../knowledge/secrets/secret-names';
import type { Build } from '../model/build-types';
import { commandCredentials } from '../model/secrets/command-credentials';
import { copyToMount } from '../model/secrets/copy-to-mount';
import { literalCredentials } from '../model/secrets/literal-credentials';
import { literalToSecretMount } from '../model/secrets/literal-to-mount';
import { secretCopies } from '../model/secrets/secret-copies';
import { variableLeaks } from '../model/secrets/variable-leaks';
import { variableToSecretMount } from '../model/secrets/variable-to-mount';
import type { Instruction, Pair } from '../model/syntax/instruction';
import { dockerfile } from '../text/dockerfile';
import { lineAt } from '../text/source';
import { type Span, touches } from '../text/span';
import type { Refactoring, Refusal, Rewrite } from './refactoring';

export const convertToSecretMount: Refactoring = {
  id: 'convert-to-secret-mount',
  aliases: ['secret-mount', 'ssh-mount'],
  title: 'Convert to a secret mount',
  kind: 'rewrite',
  summary:
    'Gives a credential to the RUNs that use it as a secret mount, so that neither the image nor its history holds it: a variable ' +
    'that ARG or ENV declares, a literal on a command line, or a file that COPY brings. Where the frontend is known to be 1.10 or ' +
    'newer, the mount sets the variable; else it brings a file, which every BuildKit does, and the RUN reads the variable from it. ' +
    'Says how the build is called from then on, ' +
    'and refuses where the value is needed when the container runs, or where a tool would write it into a file that the layer ' +
    'keeps. npm, pip and Git are helped out of that: npm is given the name of the variable to write, and reads the value when it runs; ' +
    'Git is told an address for one call; settings are taken back at the end of the RUN that uses them. An SSH ' +
    'key that commands fetch with becomes an SSH mount: what writes it, looks after it or loads it into an agent goes.',
  examples: [
    {
      before: dockerfile`
        FROM node:22 AS build
        WORKDIR /app
        ARG NPM_<|>TOKEN
        COPY . .
        RUN echo "//registry.npmjs.org/:_authToken=$NPM_TOKEN" > .npmrc && \
            npm ci && \
            rm .npmrc
        RUN npm run build
      `,
      after: dockerfile`
        FROM node:22 AS build
        WORKDIR /app
        COPY . .
        RUN --mount=type=secret,id=npm_token export NPM_TOKEN="$(cat /run/secrets/npm_token)" && \
            echo "//registry.npmjs.org/:_authToken=$NPM_TOKEN" > .npmrc && \
            npm ci && \
            rm .npmrc
        RUN npm run build
      `,
    },
    {
      before: dockerfile`
        # syntax=docker/dockerfile:1.4
        FROM python:3.13
        COPY requirements.txt .
        RUN pip install -r requirements.txt --index-url https://ci:tr0ub4<|>dor@pypi.example.org/simple
      `,
      after: dockerfile`
        # syntax=docker/dockerfile:1.4
        FROM python:3.13
        COPY requirements.txt .
        RUN --mount=type=secret,id=pip_secret,required pip install -r requirements.txt --index-url https://ci:"$(cat /run/secrets/pip_secret)"@pypi.example.org/simple
      `,
    },
    {
      before: dockerfile`
        # syntax=docker/dockerfile:1
        FROM node:22
        ARG NPM_<|>TOKEN
        COPY package.json package-lock.json ./
        RUN npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN
        RUN npm ci
      `,
      after: dockerfile`
        # syntax=docker/dockerfile:1
        FROM node:22
        COPY package.json package-lock.json ./
        RUN npm config set '//registry.npmjs.org/:_authToken=\${NPM_TOKEN}'
        RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci
      `,
    },
    {
      before: dockerfile`
        FROM node:22
        ARG SSH_PRIVATE_<|>KEY
        COPY package.json ./
        RUN mkdir -p -m 0700 ~/.ssh && \
            echo "$SSH_PRIVATE_KEY" > ~/.ssh/id_rsa && \
            chmod 600 ~/.ssh/id_rsa && \
            ssh-keyscan git.example.org >> ~/.ssh/known_hosts && \
            npm install && \
            rm ~/.ssh/id_rsa
      `,
      after: dockerfile`
        FROM node:22
        COPY package.json ./
        RUN --mount=type=ssh mkdir -p -m 0700 ~/.ssh && \
            ssh-keyscan git.example.org >> ~/.ssh/known_hosts && \
            npm install
      `,
    },
    {
      before: dockerfile`
        FROM alpine/git
        ARG GIT_<|>TOKEN
        RUN git clone https://ci:$GIT_TOKEN@git.example.org/team/app.git
      `,
      after: dockerfile`
        FROM alpine/git
        RUN --mount=type=secret,id=git_token export GIT_TOKEN="$(cat /run/secrets/git_token)" && git -c "url.https://ci:$GIT_TOKEN@git.example.org/.insteadOf=https://git.example.org/" clone https://git.example.org/team/app.git
      `,
    },
    {
      before: dockerfile`
        FROM python:3.13
        ARG INDEX_<|>PASSWORD
        RUN poetry config http-basic.example ci "$INDEX_PASSWORD" && poetry install
      `,
      refusal:
        'poetry config writes INDEX_PASSWORD to ~/.config/pypoetry/auth.toml, which the layer keeps; to keep it out, mount it as ' +
        'POETRY_HTTP_BASIC_<NAME>_PASSWORD.',
    },
    {
      before: dockerfile`
        FROM node:22
        COPY . .
        RUN npm ci
        ENV SESSION_<|>SECRET=tr0ub4dor
        CMD ["node", "server.js"]
      `,
      refusal:
        'No RUN uses ENV SESSION_SECRET: it is there for the running container, which a build secret does not reach.',
    },
  ],

  apply(build, selection) {
    const instruction = build.instructions.find((one) => isAt(build, one, selection));
    if (!instruction) return undefined;
    const result = convert(build, instruction, selection);
    return result && ('because' in result ? result : { ...result, safety: 'unsafe' });
  },
};

function isAt({ source }: Build, { start, end }: Instruction, selection: Span): boolean {
  if (selection.start !== selection.end) return start < selection.end && selection.start < end;
  return start <= selection.start && lineAt(source, selection.start) <= lineAt(source, end);
}

function convert(build: Build, instruction: Instruction, selection: Span): Rewrite | Refusal | undefined {
  switch (instruction.keyword) {
    case 'ARG':
    case 'ENV': {
      const { pairs, keyword } = instruction;
      const picked = pairs.length === 1 ? pairs[0] : pairs.find((pair) => touches(pair, selection));
      if (!picked || !isOffered(build, keyword, picked)) return undefined;
      return variableToSecretMount(build, picked.name.value);
    }
    case 'COPY':
    case 'ADD': {
      const copies = secretCopies(build).filter((copy) => copy.instruction === instruction);
      const picked = copies.find(({ item }) => touches(item.word, selection)) ?? copies[0];
      return picked && copyToMount(build, picked);
    }
    case 'RUN': {
      const inRun = [
        ...commandCredentials(build).filter(({ source }) => source !== 'literal'),
        ...literalCredentials(build),
      ].filter(({ command }) => command.script.instruction === instruction);
      const line = lineAt(build.source, selection.start);
      const picked =
        inRun.find((credential) => touches(credential, selection)) ??
        inRun.find(({ start }) => lineAt(build.source, start) === line) ??
        inRun[0];
      if (picked?.source === 'literal') return literalToSecretMount(build, picked);
      const name = picked?.variable?.name ?? leakReadAt(build, instruction, selection);
      return name === undefined ? undefined : variableToSecretMount(build, name);
    }
    default:
      return undefined;
  }
}

/** What leaks, and what has the name of a credential: for that at least the reason why nothing can be done. */
function isOffered(build: Build, keyword: 'ARG' | 'ENV', pair: Pair): boolean {
  if (variableLeaks(build).some((leak) => leak.pair === pair)) return true;
  const kind = readCredentialName(pair.name.value)?.kind;
  return kind === 'password' || kind === 'token' || (kind !== undefined && keyword === 'ARG');
}

/** The leak that the word at the cursor reads, or the first one that the RUN does. */
function leakReadAt(build: Build, instruction: Instruction, selection: Span): string | undefined {
  const script = build.scripts.find((one) => one.instruction === instruction);
  const words = script?.commands.flatMap((command) => command.words) ?? [];
  const touched = words.filter((word) => touches(word, selection));
  const read = [...touched, ...words].flatMap(({ variables }) => variables);
  const { scope } = build.states[instruction.index]!;
  return read.find((name) => {
    const start = scope.lookup(name)?.nameWord?.start;
    return variableLeaks(build).some((leak) => leak.pair.name.start === start);
  });
}
