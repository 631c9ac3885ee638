import type { Build, Stage } from '../../model/build-types';
import { readCopied } from '../../model/order/copied';
import { placeText, readPlace } from '../../model/order/places';
import { commandsOf } from '../../model/shell/run-commands';
import { leavesRoot } from '../../model/stages/leaving-root';
import { imageName, readFinalUser } from '../../model/stages/user';
import { expand } from '../../model/stages/variables';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Span } from '../../text/span';
import type { Rule } from '../rule';

export const statefulRoot: Rule = {
  id: 'security/stateful-root',
  aliases: ['tally/stateful-root-runtime'],
  severity: 'hint',
  summary: 'Do not keep data as root.',
  why: `What a container writes as root to a volume belongs to root on the machine as well, and a container that is broken into can change all
    of it. Give the directory to a user without rights, and run as that user. Reported is the first VOLUME, or the first write to
    /data, /srv, /var/lib, /var/log or /var/spool, of an image that starts as root. Package lists and other things of package
    managers are no data, and a start that leaves root by itself (gosu, su-exec) is left alone.`,
  about: { instructions: ['ADD', 'COPY', 'RUN', 'VOLUME', 'WORKDIR'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY server /usr/local/bin/
        VOLUME /data
               ^^^^^ The container keeps data in /data and runs as root, so all of it belongs to root.
        CMD ["server"]
      `,
      good: dockerfile`
        FROM debian:12
        COPY server /usr/local/bin/
        RUN useradd app && install -d -o app /data
        VOLUME /data
        USER app
        CMD ["server"]
      `,
    },
  ],

  *check(build) {
    const stage = build.stages.at(-1);
    if (!stage || stage.os === 'windows' || !readFinalUser(build, stage).root) return;
    const found = findState(build, stage);
    if (!found) return;
    const isStarted = stage.instructions.some(({ keyword }) => keyword === 'ENTRYPOINT');
    if (leavesRoot(stage) || (!isStarted && SERVICES.has(imageName(stage)))) return;
    yield {
      at: found.at,
      message: `The container keeps data in ${found.path} and runs as root, so all of it belongs to root.`,
    };
  },
};

/** Images whose own start leaves root. */
const SERVICES = new Set(
  'postgres mysql mariadb redis valkey mongo rabbitmq memcached cassandra couchdb elasticsearch solr influxdb'.split(
    ' ',
  ),
);

const STATE = /^\/(?:data|srv|var\/(?:lib|log|spool)\/[^/]+)(?:\/|$)/;
/** What belongs to package managers and the system's own programs. */
const SYSTEM =
  /^\/var\/(?:lib\/(?:apt|dpkg|rpm|dnf|yum|pacman|apk|gems|systemd|ca-certificates|alternatives|python|dbus)|log\/(?:apt|dpkg|yum|dnf|alternatives|lastlog|faillog))/;

function isState(path: string): boolean {
  return STATE.test(path) && !SYSTEM.test(path);
}

interface State {
  readonly at: Span;
  readonly path: string;
}

function findState(build: Build, stage: Stage): State | undefined {
  const inParent = stage.parent && findState(build, stage.parent);
  if (inParent) return inParent;
  for (const instruction of stage.instructions) {
    const found = stateOf(build, instruction);
    if (found) return found;
  }
  return undefined;
}

function stateOf(build: Build, instruction: Instruction): State | undefined {
  switch (instruction.keyword) {
    case 'VOLUME': {
      const { scope } = build.states[instruction.index]!;
      for (const word of instruction.words) {
        const path = expand(word, scope).value;
        if (!/^(?:\/var)?\/tmp(?:\/|$)|\.sock$/.test(path)) return { at: word, path };
      }
      return undefined;
    }
    case 'WORKDIR': {
      const word = instruction.words[0];
      const path = word && expand(word, build.states[instruction.index]!.scope).value;
      return word && isState(path!) ? { at: word, path: path! } : undefined;
    }
    case 'COPY':
    case 'ADD': {
      const copied = readCopied(build, instruction);
      const path = copied && placeText(copied.directory);
      return path !== undefined && isState(path) ? { at: instruction.destination!, path } : undefined;
    }
    case 'RUN':
      return writeOf(build, instruction);
    default:
      return undefined;
  }
}

const WRITERS = new Set(['mkdir', 'touch', 'chown', 'chmod', 'install', 'tee']);

function writeOf(build: Build, run: Instruction): State | undefined {
  for (const command of commandsOf(build, run)) {
    const words = [
      ...(WRITERS.has(command.name ?? '') ? command.arguments : []),
      ...command.redirects.flatMap(({ operator, target }) => (target && operator.startsWith('>') ? [target] : [])),
    ];
    for (const word of words) {
      if (!word.value.startsWith('/')) continue;
      const path = placeText(readPlace(word.value, { root: '/', parts: [] }));
      if (isState(path)) return { at: word, path };
    }
  }
  return undefined;
}
