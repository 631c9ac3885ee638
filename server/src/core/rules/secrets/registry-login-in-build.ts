import { credentialCommands } from '../../knowledge/secrets/credential-commands';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

/** The verbs of a login, by command. */
const logins = new Map(
  credentialCommands
    .filter(({ registry }) => registry)
    .flatMap(({ names, verbs = '' }) => names.split(' ').map((name) => [name, verbs.split(' ')] as const)),
);

export const registryLoginInBuild: Rule = {
  id: 'secrets/registry-login-in-build',
  severity: 'warning',
  about: { texts: ['login'] },
  summary: 'Do not log in to a registry inside a build.',
  why:
    'A login writes the credential to a file, usually `~/.docker/config.json`, and the layer keeps it. Mount that file for the ' +
    'command that needs it: `RUN --mount=type=secret,id=docker,target=/root/.docker/config.json`.',
  examples: [
    {
      bad: dockerfile`
        FROM docker:28-cli
        RUN docker login -u ci --password-stdin registry.example.org < /tmp/password && docker pull registry.example.org/base
            ^^^^^^^^^^^^ docker login keeps the credential in a file of this layer.
      `,
      good: dockerfile`
        FROM docker:28-cli
        RUN --mount=type=secret,id=docker,target=/root/.docker/config.json docker pull registry.example.org/base
      `,
    },
  ],

  check({ commands }) {
    const found: Finding[] = [];
    for (const { name, nameWord, arguments: words, script } of commands) {
      const verbs = name === undefined ? undefined : logins.get(name);
      if (!verbs || !nameWord) continue;
      const first = words.findIndex(({ value }) => !value.startsWith('-'));
      if (first === -1 || !verbs.every((verb, index) => words[first + index]?.value === verb)) continue;
      found.push({
        at: { start: nameWord.start, end: words[first + verbs.length - 1]!.end },
        message: `${name} ${verbs.join(' ')} keeps the credential in a file of this layer.`,
        anchor: script.instruction.start,
      });
    }
    return found;
  },
};
