import type { Build } from '../../model/build-types';
import { keptPackages } from '../../model/installs/kept-packages';
import { readCopied } from '../../model/order/copied';
import { placeText } from '../../model/order/places';
import { commandsOf } from '../../model/shell/run-commands';
import { isShipped } from '../../model/stages/exposure';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Span } from '../../text/span';
import type { Finding, Rule } from '../rule';

export const dockerSocket: Rule = {
  id: 'security/docker-socket',
  severity: 'info',
  summary: 'Build no image that needs the socket of the Docker engine.',
  why: `Whoever can write to /var/run/docker.sock can start a container with the whole machine mounted, and is root on it. An image that expects
    the socket, or that ships a docker client to talk to it, asks for just that. Images for continuous integration do so on purpose: for
    them ignore the rule, or build with a builder that needs no socket (BuildKit rootless, kaniko, buildah).`,
  about: {
    instructions: ['ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'HEALTHCHECK', 'RUN', 'VOLUME'],
    texts: ['docker', 'moby'],
  },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        VOLUME /var/run/docker.sock
               ^^^^^^^^^^^^^^^^^^^^ Whoever can use the socket of the Docker engine is root on the machine.
        CMD ["server"]
      `,
    },
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y docker.io
                                                 ^^^^^^^^^ A docker client has no use but to talk to a Docker engine, and whoever can do that is root on its machine.
        CMD ["server"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const { text } = build.source;
    if (!text.includes('docker') && !text.includes('moby')) return found;
    if (text.includes('docker.sock')) {
      for (const instruction of build.instructions) {
        const at = findSocket(build, instruction);
        if (at) found.push({ at, message: 'Whoever can use the socket of the Docker engine is root on the machine.' });
      }
    }
    const at = findClient(build) ?? findCopiedClient(build);
    if (at)
      found.push({
        at,
        message:
          'A docker client has no use but to talk to a Docker engine, and whoever can do that is root on its machine.',
      });
    return found;
  },
};

const SOCKET = /(?:^|[^\w])(?:\/var)?\/run\/docker\.sock\b/;

function findSocket(build: Build, instruction: Instruction): Span | undefined {
  switch (instruction.keyword) {
    case 'VOLUME':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
      return instruction.words.find(({ value }) => SOCKET.test(value));
    case 'ENV':
    case 'ARG':
      return instruction.pairs.find(({ value }) => value && SOCKET.test(value.value));
    case 'RUN': {
      const mount = instruction.mounts.find(({ options }) => options.some(({ value }) => value && SOCKET.test(value)));
      if (mount) return mount.flag;
      for (const command of commandsOf(build, instruction)) {
        const word = command.words.find(({ value }) => SOCKET.test(value));
        if (word) return word;
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

const CLIENTS = new Set([
  'docker.io',
  'docker-ce',
  'docker-ce-cli',
  'docker-cli',
  'docker',
  'docker-engine',
  'docker-client',
  'moby-cli',
]);

/** A version may stand behind the name. */
function isClient(name: string): boolean {
  return CLIENTS.has(name.replace(/[=~<>].*$/, ''));
}

function findClient(build: Build): Span | undefined {
  const stage = build.stages.at(-1);
  if (!stage || !build.installs.some(({ packages }) => packages.some(({ value }) => isClient(value)))) return undefined;
  for (const { install, names } of keptPackages(build, stage)) {
    const found = install.packages.find(({ value }) => names.includes(value) && isClient(value));
    if (found) return found;
  }
  return undefined;
}

/** `COPY --from=docker:cli /usr/local/bin/docker /usr/local/bin/`. */
function findCopiedClient(build: Build): Span | undefined {
  for (const instruction of build.instructions) {
    if (instruction.keyword !== 'COPY' || !instruction.from || !isShipped(build, instruction.stage)) continue;
    const item = readCopied(build, instruction)?.items.find(({ place }) => /\/bin\/docker$/.test(placeText(place)));
    if (item) return item.word;
  }
  return undefined;
}
