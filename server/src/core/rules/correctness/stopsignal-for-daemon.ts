import { readBaseImage } from '../../knowledge/images/base-images';
import { nameOf } from '../../knowledge/images/image-paths';
import type { Build, Stage } from '../../model/build-types';
import { type StopSignal, stopSignals } from '../../model/stages/stop-signals';
import { insertBefore } from '../../model/syntax/blocks';
import type { OtherInstruction, Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { table } from '../../text/table';
import type { Finding, Rule } from '../rule';

export const stopsignalForDaemon: Rule = {
  id: 'correctness/stopsignal-for-daemon',
  aliases: ['tally/prefer-nginx-sigquit', 'tally/prefer-systemd-sigrtmin-plus-3'],
  severity: 'hint',
  about: { instructions: ['CMD', 'ENTRYPOINT'] },
  summary: 'Give STOPSIGNAL where a server takes another signal than SIGTERM for a graceful stop.',
  why:
    'nginx and OpenResty drop their connections at SIGTERM and finish them at SIGQUIT, Apache httpd at SIGWINCH, and systemd shuts down ' +
    'at SIGRTMIN+3. It is reported where exec form makes one of them the first process. Images whose own STOPSIGNAL is right already, ' +
    'such as nginx and httpd, are left out unless the file sets another.',
  fixable: { safety: 'unsafe', because: 'The program is stopped in another way.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends nginx
        CMD ["nginx", "-g", "daemon off;"]
             ^^^^^^^ nginx finishes its requests at SIGQUIT, but is stopped by SIGTERM: STOPSIGNAL says which.
      `,
      good: dockerfile`
        FROM debian:12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends nginx
        STOPSIGNAL SIGQUIT
        CMD ["nginx", "-g", "daemon off;"]
      `,
    },
  ],
  check(build) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      const start = firstWord(stage);
      const daemon = start && findDaemon(start.word.value, start.arguments);
      if (!start || !daemon || isOther(stage, daemon.signal)) continue;
      const set = signalOf(stopSignals(build), stage);
      if (!set && OWN_SIGNAL[daemon.signal]?.test(readBaseImage(stage.root).repository)) continue;
      if (set && (set.name === undefined || set.name === daemon.signal)) continue;
      const by = set?.name ?? 'SIGTERM';
      found.push({
        at: set?.word ?? start.word,
        message: `${daemon.title} at ${daemon.signal}, but is stopped by ${by}: STOPSIGNAL says which.`,
        fix() {
          const title = `Stop by ${daemon.signal}`;
          if (set)
            return set.word.references.length > 0 ? undefined : { title, edits: [replace(set.word, daemon.signal)] };
          return {
            title,
            edits: [insertBefore(build.source, start.instruction, lineFor(build, start.instruction, daemon.signal))],
          };
        },
      });
    }
    return found;
  },
};

interface First {
  readonly instruction: OtherInstruction;
  readonly word: Word;
  readonly arguments: readonly string[];
}

/** The program that the stage's container starts with, where it is exec form that says so. */
function firstWord(stage: Stage): First | undefined {
  if (stage.os === 'windows') return undefined;
  let cmd: OtherInstruction | undefined;
  let entrypoint: OtherInstruction | undefined;
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'CMD') cmd = instruction;
    else if (instruction.keyword === 'ENTRYPOINT') entrypoint = instruction;
  }
  const instruction = entrypoint ?? cmd;
  const word = instruction?.json ? instruction.words[0] : undefined;
  if (!instruction || !word || !DAEMON.test(word.value) || (!entrypoint && inheritsEntrypoint(stage.parent)))
    return undefined;
  const words = [...instruction.words.slice(1), ...(entrypoint && cmd?.json ? cmd.words : [])];
  return { instruction, word, arguments: words.map(({ value }) => value) };
}

function inheritsEntrypoint(stage: Stage | undefined): boolean {
  for (let one = stage; one; one = one.parent) {
    if (one.instructions.some(({ keyword }) => keyword === 'ENTRYPOINT')) return true;
  }
  return false;
}

const DAEMON = /(?:^|\/)(?:nginx|openresty|httpd|httpd-foreground|systemd|init)$/;

/** A server that wants another signal, and what it does at it. */
function findDaemon(program: string, words: readonly string[]): { signal: string; title: string } | undefined {
  const name = nameOf(program);
  switch (name) {
    case 'nginx':
    case 'openresty':
      // Calls that tell something, or tell a running server something, are no server.
      if (words.some((word) => /^-[tTvVsh?]/.test(word))) return undefined;
      return { signal: 'SIGQUIT', title: `${name} finishes its requests` };
    case 'httpd':
    case 'httpd-foreground':
      return { signal: 'SIGWINCH', title: 'httpd finishes its requests' };
    case 'systemd':
      return { signal: 'SIGRTMIN+3', title: 'systemd shuts down' };
    case 'init':
      return /^\/(?:usr\/)?sbin\/init$/.test(program)
        ? { signal: 'SIGRTMIN+3', title: 'systemd shuts down' }
        : undefined;
    default:
      return undefined;
  }
}

/** Images that set the signal themselves. */
const OWN_SIGNAL: Readonly<Record<string, RegExp>> = table({
  SIGQUIT: /^(?:nginx|nginxinc\/nginx-unprivileged|openresty\/openresty)$/,
  SIGWINCH: /^httpd$/,
});

const SYSTEMD_SINCE: Readonly<Record<string, number>> = table({
  centos: 7,
  debian: 8,
  oraclelinux: 7,
  ubi: 7,
  ubuntu: 15,
});

/** Whether the base image has another program of the name: there, init is not systemd's, or was not yet. */
function isOther({ root }: Stage, signal: string): boolean {
  if (signal !== 'SIGRTMIN+3') return false;
  const { distro, version, distroVersion = version } = readBaseImage(root);
  const since = SYSTEMD_SINCE[distro ?? ''];
  return distro === 'alpine' || distro === 'busybox' || (since ?? 0) > Number.parseFloat(distroVersion ?? '99');
}

/** The STOPSIGNAL in force: of the stage, or of one that it is based on. */
function signalOf(signals: readonly StopSignal[], stage: Stage): StopSignal | undefined {
  for (let one: Stage | undefined = stage; one; one = one.parent) {
    const found = signals.findLast(({ instruction }) => instruction.stage === one.index);
    if (found) return found;
  }
  return undefined;
}

/** A STOPSIGNAL written as the instruction below it is. */
function lineFor({ source }: Build, { start, keywordSpan }: OtherInstruction, signal: string): string {
  const indent = /[ \t]*$/.exec(source.text.slice(0, start))![0];
  const isLower = /^[a-z]/.test(source.text.slice(keywordSpan.start, keywordSpan.end));
  return `${indent}${isLower ? 'stopsignal' : 'STOPSIGNAL'} ${signal}${source.newline}`;
}
