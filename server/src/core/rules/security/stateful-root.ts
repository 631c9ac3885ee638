import type { Build, Stage } from '../../model/build-types';
import { isBasedOn } from '../../model/caches/cache-places';
import { readCopied } from '../../model/order/copied';
import { placeText, ROOT, readPlace, relate } from '../../model/order/places';
import { optionValues, positionals } from '../../model/shell/command-words';
import { commandsNamed } from '../../model/shell/named-commands';
import { commandsOf } from '../../model/shell/run-commands';
import type { ShellWord } from '../../model/shell/shell-command';
import { valueOf } from '../../model/shell/word-value';
import { baseLeavesRoot, isSeenToLeaveRoot } from '../../model/stages/leaving-root';
import { readFinalUser } from '../../model/stages/user';
import { expand } from '../../model/stages/variables';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Span } from '../../text/span';
import type { Rule } from '../rule';

export const statefulRoot: Rule = {
  id: 'security/stateful-root',
  aliases: ['tally/stateful-root-runtime'],
  severity: 'off',
  strict: 'hint',
  summary: 'Do not keep data as root.',
  why: `What a container writes as root to a volume belongs to root on the machine as well, and a container that is broken into can change all
    of it. Give the directory to a user without rights, and run as that user. Reported is the first VOLUME, or the first write to
    /data, /srv, /var/lib, /var/log or /var/spool, of an image that starts as root. Package lists and other things of package
    managers are no data, nor is what the machine brings (/sys, /proc, /dev, /run). A start that leaves root by itself (gosu, su-exec) is
    left alone. Writes outside of a VOLUME, volumes of configuration or of
    servers that leave root by themselves, and directories that a RUN gives to another user are reported by the preset \`all\` only.`,
  about: { instructions: ['ADD', 'COPY', 'RUN', 'VOLUME', 'WORKDIR'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY server /usr/local/bin/
        VOLUME /data
               ^^^^^ The container keeps data in /data and runs as root, so what it writes there belongs to root.
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
    let found: State | undefined;
    let isMinor = false;
    for (const state of findStates(build, stage)) {
      found ??= state;
      isMinor = !state.volume || SERVED.test(state.path) || isGivenAway(build, stage.index, state.path);
      if (isMinor) continue;
      found = state;
      break;
    }
    if (!found || baseLeavesRoot(stage) || isSeenToLeaveRoot(build, stage)) return;
    yield {
      at: found.at,
      message: `The container keeps data in ${found.path} and runs as root, so what it writes there belongs to root.`,
      ...(isMinor ? { minor: true } : {}),
    };
  },
};

/** Places for what lives no longer than the container, or belongs to the machine. */
const NO_DATA = /^(?:(?:\/var)?\/(?:tmp|run)|\/sys|\/proc|\/dev)(?:\/|$)|\.sock$/;

/** Configuration, which is read, and the data of servers that leave root by themselves. */
const SERVED =
  /^\/etc\/|^\/var\/(?:lib|log|spool)\/(?:mysql|mariadb|postgresql|pgsql|nginx|apache2|httpd|redis|mongodb|rabbitmq|cron|postfix)(?:\/|$)/;

const STATE = /^\/(?:data|srv|var\/(?:lib|log|spool)\/[^/]+)(?:\/|$)/;
/** What belongs to package managers and the system's own programs. */
const SYSTEM =
  /^\/var\/(?:lib\/(?:apt|dpkg|rpm|dnf|yum|pacman|apk|gems|systemd|ca-certificates|alternatives|python|dbus)|log\/(?:apt|dpkg|yum|dnf|alternatives|lastlog|faillog))/;

function isState(path: string): boolean {
  return STATE.test(path) && !SYSTEM.test(path);
}

interface State {
  readonly volume?: true;
  readonly at: Span;
  readonly path: string;
}

function* findStates(build: Build, stage: Stage): Iterable<State> {
  if (stage.parent) yield* findStates(build, stage.parent);
  for (const instruction of stage.instructions) {
    const found = stateOf(build, instruction);
    if (found) yield found;
  }
}

function stateOf(build: Build, instruction: Instruction): State | undefined {
  switch (instruction.keyword) {
    case 'VOLUME': {
      const { scope } = build.states[instruction.index]!;
      for (const word of instruction.words) {
        const path = expand(word, scope).value;
        if (/^[/$]/.test(path) && !NO_DATA.test(path)) return { volume: true, at: word, path };
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

/** Whether a RUN of the stage, or of one that it is based on, gives a directory, or one around it, to somebody who is not root. */
function isGivenAway(build: Build, stage: number, path: string): boolean {
  const place = readPlace(path, ROOT);
  for (const { name, script, arguments: words } of commandsNamed(build, 'chown', 'install')) {
    if (!isBasedOn(build, stage, script.instruction.stage)) continue;
    const owner = name === 'chown' ? positionals(words)[0]?.value : optionValues(words, '-o --owner')[0]?.word.value;
    if (owner === undefined || /^(?:root|0)?(?::|$)/.test(owner)) continue;
    const deep = words.some(({ value }) => /^(?:-[a-zA-Z]*R|--recursive$)/.test(value));
    const { scope } = build.states[script.instruction.index]!;
    const isMeant = (word: ShellWord) => {
      const relation = relate(readPlace(valueOf(word, scope) ?? word.value, ROOT), place);
      return relation === 'same' || (deep && relation === 'around');
    };
    if (positionals(words).some(isMeant)) return true;
  }
  return false;
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
