import { SSH_KEY } from '../../knowledge/secrets/secret-files';
import type { Build } from '../../model/build-types';
import { copyToMount } from '../../model/secrets/copy-to-mount';
import { secretCopies } from '../../model/secrets/secret-copies';
import { readSecretInputs, readsSecret } from '../../model/secrets/secret-inputs';
import { unlessRefused } from '../../model/secrets/secret-mount';
import { variableToSecretMount } from '../../model/secrets/variable-to-mount';
import type { ShellCommand } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

const keyFile = /(?:^|\/)(?:\.ssh\/)?id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$/;
const writers = new Set(['echo', 'printf', 'cat', 'base64', 'tee']);

export const sshKeyCopied: Rule = {
  id: 'secrets/ssh-key-copied',
  severity: 'error',
  summary: 'Clone over SSH with an SSH mount, not with a key in the image.',
  why:
    'A private key that is copied or written into a layer can be read by whoever has the image, deleted later or not. ' +
    '`RUN --mount=type=ssh` lets the command use the SSH agent of the person who builds; the key never enters the build.',
  fixable: { safety: 'unsafe', because: 'The build must then be given an SSH agent with `--ssh`.' },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM alpine/git
        COPY id_rsa /root/.ssh/id_rsa
             ^^^^^^ COPY puts an SSH private key into a layer of the image.
        RUN chmod 600 /root/.ssh/id_rsa && git clone git@git.example.org:team/app.git && rm /root/.ssh/id_rsa
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM alpine/git
        RUN --mount=type=ssh git clone git@git.example.org:team/app.git
      `,
    },
    {
      bad: dockerfile`
        FROM alpine/git
        ARG SSH_PRIVATE_KEY
        RUN echo "$SSH_PRIVATE_KEY" > /root/.ssh/id_ed25519
                                      ^^^^^^^^^^^^^^^^^^^^^ An SSH private key is written into a layer of the image.
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const copy of secretCopies(build)) {
      const { file, item, instruction, certainty, below, path } = copy;
      if (file.name !== SSH_KEY || certainty !== 'named') continue;
      found.push({
        at: item.word,
        message: `${instruction.keyword} puts an SSH private key into a layer of the image${below ? `: ${path}` : ''}.`,
        anchor: instruction.start,
        fix() {
          return unlessRefused(copyToMount(build, copy));
        },
      });
    }
    for (const command of build.commands) {
      if (command.redirects.length > 0) found.push(...written(build, command));
    }
    return found;
  },
};

/** A key that a command writes from a variable. One that a secret mount brings is told by `secrets/secret-written-to-layer`. */
function written(build: Build, { name, words, redirects, script }: ShellCommand): readonly Finding[] {
  const target = redirects.find(({ operator }) => operator === '>' || operator === '>>')?.target;
  if (!target || !keyFile.test(target.value) || !writers.has(name ?? '')) return [];
  const inputs = readSecretInputs(script.instruction);
  const fromMount = inputs && words.some((word) => readsSecret(word, inputs));
  if (fromMount || !words.some(({ variables }) => variables.length > 0)) return [];
  return [
    {
      at: target,
      message: 'An SSH private key is written into a layer of the image.',
      anchor: script.instruction.start,
      fix() {
        const { scope } = build.states[script.instruction.index]!;
        const variable = words.flatMap(({ variables }) => variables).find((one) => scope.lookup(one)?.nameWord);
        return variable === undefined ? undefined : unlessRefused(variableToSecretMount(build, variable));
      },
    },
  ];
}
