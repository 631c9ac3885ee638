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
import type { Finding, Rule } from '../rule';

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

  check(build) {
    const findings: Finding[] = [];
    const stage = build.stages.at(-1);
    if (!stage || stage.os === 'windows' || !readFinalUser(build, stage).root) return findings;
    let found: State | undefined;
    let isMinor = false;
    for (const state of readStates(build, stage)) {
      found ??= state;
      isMinor = !state.volume || SERVED.test(state.path) || isGivenAway(build, stage.index, state.path);
      if (isMinor) continue;
      found = state;
      break;
    }
    if (!found || baseLeavesRoot(stage) || isSeenToLeaveRoot(build, stage)) return findings;
    findings.push({
      at: found.at,
      message: `The container keeps data in ${found.path} and runs as root, so what it writes there belongs to root.`,
      ...(isMinor ? { minor: true } : {}),
    });
    return findings;
  },
};

/** Places for what lives no longer than the container, or belongs to the machine. */
const NO_DATA = /^(?:(?:\/var)?\/(?:tmp|run)|\/sys|\/proc|\/dev)(?:\/|$)|\.sock$/;

/** Configuration, which is read, and the data of servers that leave root by themselves. */
const SERVED =
  /^\/etc\/|^\/var\/(?:lib|log|spool)\/(?:mysql|mariadb|postgresql|pgsql|nginx|apache2|httpd|redis|mongodb|rabbitmq|cron|postfix)(?:\/|$)/;

/** What every path that `STATE` has a say about holds as it is written, however it goes there. */
const MAY_BE_STATE = /\/(?:data|srv|var\/)/;

const STATE = /^\/(?:data|srv|var\/(?:lib|log|spool)\/[^/]+)(?:\/|$)/;
/** What belongs to package managers and the system's own programs. */
const SYSTEM =
  /^\/var\/(?:lib\/(?:apt|dpkg|rpm|dnf|yum|pacman|apk|gems|systemd|ca-certificates|alternatives|python|dbus)|log\/(?:apt|dpkg|yum|dnf|alternatives|lastlog|faillog))/;

function isState(path: string): boolean {
  return STATE.test(path) && !SYSTEM.test(path);
}

interface State {
  readonly volume: boolean;
  readonly at: Span;
  readonly path: string;
}

/** In the order of the file; stages can be chained by the thousand, so the walk along parents is a loop. */
function readStates(build: Build, stage: Stage): readonly State[] {
  let chain = NONE;
  for (let at: Stage | undefined = stage; at; at = at.parent) {
    const found: State[] = [];
    for (const instruction of at.instructions) {
      const state = stateOf(build, instruction);
      if (state) found.push(state);
    }
    if (found.length > 0) chain = chain.length === 0 ? found : [...found, ...chain];
  }
  return chain;
}

const NONE: readonly State[] = [];

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
      return word && isState(path!) ? { volume: false, at: word, path: path! } : undefined;
    }
    case 'COPY':
    case 'ADD': {
      const directory = readCopied(build, instruction)?.directory;
      const path = directory && placeText(directory);
      return path !== undefined && isState(path) ? { volume: false, at: instruction.destination!, path } : undefined;
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
  for (const { name, arguments: words, redirects } of commandsOf(build, run)) {
    if (name !== undefined && WRITERS.has(name)) {
      for (const word of words) {
        const path = statePath(word);
        if (path !== undefined) return { volume: false, at: word, path };
      }
    }
    for (const { operator, target } of redirects) {
      const path = target && operator.startsWith('>') ? statePath(target) : undefined;
      if (path !== undefined) return { volume: false, at: target!, path };
    }
  }
  return undefined;
}

function statePath({ value }: ShellWord): string | undefined {
  if (!value.startsWith('/') || !MAY_BE_STATE.test(value)) return undefined;
  const path = placeText(readPlace(value, ROOT));
  return isState(path) ? path : undefined;
}
