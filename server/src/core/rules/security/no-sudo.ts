import type { Build } from '../../model/build-types';
import { onbuildPlainCommandsNamed, plainCommandsNamed } from '../../model/shell/named-commands';
import type { ShellCommand, ShellScript, ShellWord } from '../../model/shell/shell-command';
import { isCertainlyRoot } from '../../model/stages/root';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, remove } from '../../text/edit';
import type { Span } from '../../text/span';
import { putAbove, putBelow } from '../instruction-above';
import type { Finding, Fix, Rule } from '../rule';

export const noSudo: Rule = {
  id: 'security/no-sudo',
  aliases: ['DL3004', 'DS010', 'AVD-DS-0010', 'CKV2_DOCKER_1', 'no-sudo-in-dockerfile', 'Run Using Sudo'],
  severity: 'warning',
  hadolint: 'error',
  about: { instructions: ['RUN', 'ONBUILD'], texts: ['sudo'] },
  summary: 'Do not use sudo; say with USER as whom the steps run.',
  why: `A build runs as root until USER says otherwise, so sudo mostly does nothing but start another process that handles signals its own
    way. Where USER names somebody else, a step that needs root belongs above that line, or between \`USER root\` and the line that
    goes back. Installing the package sudo is not reported, only using it. hadolint's preset sees a command named \`sudo\` only,
    not \`/usr/bin/sudo\` nor one inside \`sh -c\`.`,
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM ubuntu:24.04
        RUN sudo apt-get update
            ^^^^ sudo does nothing here: the step runs as root.
      `,
      good: dockerfile`
        FROM ubuntu:24.04
        RUN apt-get update
      `,
    },
  ],

  check(build, { hadolint }) {
    const found: Finding[] = [];
    if (!hadolint) {
      for (const scripts of [build.scripts, build.onbuildScripts]) found.push(...findOwn(build, scripts));
      return found;
    }
    let last: ShellScript | undefined;
    for (const calls of [plainCommandsNamed(build, 'sudo'), onbuildPlainCommandsNamed(build, 'sudo')]) {
      for (const { script, nameWord, start } of calls) {
        if (script === last) continue;
        last = script;
        const command = script.commands.find((one) => one.start === start);
        found.push(toFinding(build, nameWord, script, command));
      }
    }
    return found;
  },
};

function findOwn(build: Build, scripts: readonly ShellScript[]): Finding[] {
  const found: Finding[] = [];
  for (const script of scripts) {
    for (const command of script.commands) {
      const word = sudoOf(command);
      if (word) found.push(toFinding(build, word, script, command));
    }
  }
  return found;
}

/** The word of the command, or in front of what it runs, that is sudo. */
function sudoOf({ words, nameWord }: ShellCommand): ShellWord | undefined {
  for (const word of words) {
    if (word.literal && (word.value === 'sudo' || word.value.endsWith('/sudo'))) return word;
    if (word === nameWord) return undefined;
  }
  return undefined;
}

function toFinding(build: Build, word: ShellWord, script: ShellScript, command: ShellCommand | undefined): Finding {
  const { instruction } = script;
  if (command && !isTold(command, word) && !instruction.onbuild && isCertainlyRoot(build, instruction)) {
    return {
      at: word,
      message: 'sudo does nothing here: the step runs as root.',
      fix: () => {
        const edit = withoutSudo(build, command, word);
        return edit && { title: 'Delete sudo', edits: [edit] };
      },
    };
  }
  return {
    at: word,
    message: 'sudo hides as whom the step runs; USER says it for all to see.',
    fix: () => (instruction.onbuild ? undefined : betweenUsers(build, script)),
  };
}

/** Switches that change nothing for root. */
const HARMLESS = new Set([
  '-E',
  '-H',
  '-n',
  '-S',
  '-k',
  '-EH',
  '-HE',
  '-nE',
  '-En',
  '--preserve-env',
  '--set-home',
  '--',
]);

/** The edit that takes sudo and its switches away from a command. */
function withoutSudo({ source: { text } }: Build, command: ShellCommand, word: ShellWord): Edit | undefined {
  const { words, script, quotedBy } = command;
  const first = words[behindSwitches(command, word)];
  if (!first || first.value.startsWith('-') || text.slice(word.start, word.end) !== writtenAs(word, script))
    return undefined;
  const own = script.form === 'exec' && !quotedBy;
  if (own && (text[word.start - 1] !== '"' || text[first.start - 1] !== '"')) return undefined;
  const span: Span = own ? { start: word.start - 1, end: first.start - 1 } : { start: word.start, end: first.start };
  const holds = ({ start }: Span) => span.start <= start && start < span.end;
  return script.instruction.inner.some(holds) ? undefined : remove(span);
}

/** Where the words behind sudo and its harmless switches start. */
function behindSwitches({ words }: ShellCommand, { start }: ShellWord): number {
  let next = words.findIndex((one) => one.start === start) + 1;
  while (HARMLESS.has(words[next]?.value ?? '')) next++;
  return next;
}

/** Whether sudo is told to change more than to root. */
function isTold(command: ShellCommand, word: ShellWord): boolean {
  const { value = '-' } = command.words[behindSwitches(command, word)] ?? {};
  return value.startsWith('-');
}

function writtenAs(word: ShellWord, { form }: ShellScript): string {
  return form === 'exec' ? word.value : word.text;
}

/** A RUN of nothing but sudo commands, run by root instead. */
function betweenUsers(build: Build, script: ShellScript): Fix | undefined {
  const { instruction, commands, form, statements } = script;
  const { user } = build.states[instruction.index]!;
  const { source } = build;
  if (user === undefined || !/^[\w.:-]+$/.test(user) || form !== 'shell' || instruction.heredocs.length > 0)
    return undefined;
  if (statements.some(({ kind }) => kind !== 'command') || commands.some(({ quotedBy }) => quotedBy)) return undefined;
  const edits: Edit[] = [putAbove(source, instruction, 'USER', 'root')];
  for (const command of commands) {
    const word = sudoOf(command);
    const edit = word && word === command.words[0] ? withoutSudo(build, command, word) : undefined;
    if (!edit) return undefined;
    edits.push(edit);
  }
  edits.push(putBelow(source, instruction, 'USER', user));
  return { title: 'Run it as root, without sudo', edits, safety: 'unsafe' };
}
