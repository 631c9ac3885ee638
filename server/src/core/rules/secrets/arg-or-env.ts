import type { Build } from '../../model/build-types';
import { unlessRefused } from '../../model/secrets/secret-mount';
import { type VariableLeak, variableLeaks } from '../../model/secrets/variable-leaks';
import { variableToSecretMount } from '../../model/secrets/variable-to-mount';
import { exposure } from '../../model/stages/exposure';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

/** Credentials in ENV, ARG and LABEL, by name and value; values that are tokens or URLs by themselves have rules of their own. */
export const argOrEnv: Rule = {
  id: 'secrets/arg-or-env',
  aliases: ['DS031'],
  standsFor: ['SecretsUsedInArgOrEnv', 'DL3064'],
  severity: 'warning',
  about: { instructions: ['ARG', 'ENV', 'LABEL'] },
  summary: 'Keep credentials out of ENV, ARG and LABEL.',
  why:
    'ENV and LABEL are part of the image, and the value of an ARG stays in its history, in the build cache and in provenance ' +
    'records: whoever can pull the image can read them. That holds for weak default passwords as well: they ship, and stay in ' +
    'force wherever nobody changes them. A secret mount gives the value to the commands that need it and keeps nothing. The ' +
    'rule looks at name, value and instruction together, so a checksum, a key id, a path or an empty slot is not reported.',
  fixable: { safety: 'unsafe', because: 'The build must then be given the secret with `--secret`, not `--build-arg`.' },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM node:22
        ARG NPM_TOKEN
            ^^^^^^^^^ ARG NPM_TOKEN takes a secret: its value stays in the image's history.
        COPY package.json .npmrc ./
        RUN npm ci
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM node:22
        COPY package.json .npmrc ./
        RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci
      `,
    },
    {
      bad: dockerfile`
        FROM postgres:17
        ENV POSTGRES_USER=app POSTGRES_PASSWORD=changeme
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ ENV POSTGRES_PASSWORD holds a weak default password: everybody with the image can read it.
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const leak of variableLeaks(build)) {
      if (leak.reason === 'token' || leak.reason === 'url') continue;
      found.push({
        at: leak.pair,
        message: messageOf(build, leak),
        severity: leak.severity,
        fix() {
          return secretMountFor(build, leak);
        },
      });
    }
    return found;
  },
};

const nouns = { password: 'a password', token: 'a secret', key: 'a key', connection: 'a password' } as const;

function messageOf(build: Build, { instruction, pair, reason, kind = 'password', copied }: VariableLeak): string {
  const name = `${instruction.keyword} ${pair.name.value}`;
  const end = `${exposure(build, instruction)}.`;
  switch (reason) {
    case 'receives':
      return `${name} takes ${kind === 'connection' ? 'an address with a password in it' : nouns[kind]}: ${end}`;
    case 'copies':
      return `${name} copies ${copied}: ${end}`;
    case 'weak':
      return `${name} holds ${kind === 'password' ? 'a weak default password' : `a weak default for ${nouns[kind]}`}: ${end}`;
    case 'connection':
      return `${name} holds an address with a password in it: ${end}`;
    case 'hash':
      return `${name} holds the hash of a password, which can be cracked: ${end}`;
    case 'option':
      return `${name} holds an option with a credential in it: ${end}`;
    default:
      return `${name} holds ${nouns[kind]}: ${end}`;
  }
}

function secretMountFor(build: Build, { instruction, pair }: VariableLeak) {
  if (instruction.keyword === 'LABEL') return undefined;
  return unlessRefused(variableToSecretMount(build, pair.name.value));
}
